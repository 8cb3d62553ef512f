// `para-docker cancel`: stops commands, with all they started, and waits until they have ended.
import type { CommandHandle, Session } from "@para-docker/host";
import { type CommandResult, isTerminal } from "@para-docker/protocol";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { createSteps } from "../output/steps.js";
import { chooseSession } from "../session-choice.js";

export const cancel: Verb = {
  operands: [
    { usage: "[SESSION]", completes: "session" },
    { usage: "ID…", completes: "command-id" },
  ],
  options: [
    { flags: "-a, --all", text: "every command that waits or runs" },
    { flags: "-d, --detach", text: "do not wait until they have ended" },
    { flags: "-q, --quiet", text: "print nothing" },
  ],
  details: `A command that waits is never started. A running one gets TERM, and KILL after
its grace; then what escaped it is swept away. A single word is an ID in the
session of this directory; with --all it is the SESSION.`,
  examples: [
    ["para-docker cancel demo cmd-7", "stops it and waits for its end"],
    ["para-docker cancel demo --all", "stops everything in the session, which itself goes on"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  const all = values.flag("all");
  if (!all && operands.length === 0)
    throw usageError("There is no command to cancel.", "Name its id (para-docker status shows it), or give --all.");
  if (all && operands.length > 1) throw usageError("--all takes no id.", "Such as para-docker cancel demo --all.");
  const named = all || operands.length > 1;
  const { session } = await chooseSession(app, values, named ? operands[0] : undefined);
  try {
    if (!named && operands[0] === session.name)
      throw usageError(
        "There is no command to cancel.",
        `Name its id (para-docker status ${session.name} shows it), or give --all.`,
      );
    const ids = all ? await openCommands(session) : operands.slice(named ? 1 : 0);
    const commands = ids.map((id) => session.command(id));
    await Promise.all(commands.map((command) => command.cancel()));
    if (values.flag("detach")) return EXIT.ok;
    const ends = await endsOf(app, commands, values.flag("quiet"));
    if (!values.flag("quiet")) {
      for (const end of ends) app.print(`${end.id} ${words(end)}`);
      if (ends.length === 0) app.print("nothing waits or runs");
    }
    return EXIT.ok;
  } finally {
    await session.close();
  }
}

/** How they ended, once all have. */
async function endsOf(app: App, commands: CommandHandle[], quiet: boolean): Promise<CommandResult[]> {
  const steps = createSteps(app, quiet);
  const release = app.interrupts.handle(() => {
    steps.done();
    process.exit(EXIT.cancelled);
  });
  steps.step(commands.length === 1 ? "stopping it" : `stopping ${commands.length} commands`, false);
  let done = 0;
  const ended = async (command: CommandHandle) => {
    const end = await command.result();
    done += 1;
    if (commands.length > 1) steps.progress({ done, total: commands.length, unit: "count" });
    return end;
  };
  try {
    return await Promise.all(commands.map(ended));
  } finally {
    steps.done();
    release();
  }
}

async function openCommands(session: Session): Promise<string[]> {
  const { commands } = await session.view();
  return commands
    .filter((command) => command.type === "exec" && !isTerminal(command.state))
    .map((command) => command.id);
}

/** A command may have ended by itself before the cancel came. */
function words(end: CommandResult): string {
  return end.state === "cancelled" ? "cancelled" : `had ended: ${end.state}`;
}
