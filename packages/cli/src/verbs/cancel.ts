// `para-docker cancel`: stops commands, with all they started, and waits until they have ended.
import type { CommandHandle, Session } from "@para-docker/host";
import type { CommandResult } from "@para-docker/protocol";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { isOpenState } from "../output/command-words.js";
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
    const ids = all ? await openCommands(session) : operands.slice(named ? 1 : 0);
    const commands = ids.map((id) => session.command(id));
    await Promise.all(commands.map((command) => command.cancel()));
    if (values.flag("detach")) return EXIT.ok;
    const release = app.interrupts.handle(() => process.exit(EXIT.cancelled));
    const ends = await Promise.all(commands.map((command: CommandHandle) => command.result()));
    release();
    if (!values.flag("quiet")) {
      for (const end of ends) app.print(`${end.id} ${words(end)}`);
      if (ends.length === 0) app.print("nothing waits or runs");
    }
    return EXIT.ok;
  } finally {
    await session.close();
  }
}

async function openCommands(session: Session): Promise<string[]> {
  const { commands } = await session.view();
  return commands
    .filter((command) => command.type === "exec" && isOpenState(command.state))
    .map((command) => command.id);
}

/** A command may have ended by itself before the cancel came. */
function words(end: CommandResult): string {
  return end.state === "cancelled" ? "cancelled" : `had ended: ${end.state}`;
}
