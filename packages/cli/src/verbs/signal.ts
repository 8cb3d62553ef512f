// `para-docker signal`: asks the agent itself for something, and waits for its answer.
import type { SignalDraft } from "@para-docker/host";
import { PATTERNS } from "@para-docker/protocol";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { followCommand } from "../follow-command.js";
import { parseSeconds, quote } from "../parse-value.js";
import { chooseSession } from "../session-choice.js";

/** Signals that every agent knows. */
export const STANDARD_SIGNALS = ["shutdown", "reload_config", "cancel", "pause", "resume", "ping"];

export const signal: Verb = {
  operands: [
    { usage: "[SESSION]", completes: "session" },
    { usage: "SIGNAL", completes: "signal" },
  ],
  options: [
    { flags: "-d, --detach", text: "do not wait for the answer: print the signal's id" },
    { flags: "--target <ID>", text: "for cancel: the command to stop" },
    { flags: "--timeout <TIME>", text: "for shutdown: time that running commands may still take; for a hook: its own" },
    { flags: "-q, --quiet", text: "print nothing when it is done" },
  ],
  details: `Signals: shutdown, reload_config, cancel (with --target), pause, resume, ping;
any other name runs the hook of that name in the agent's configuration. Signals
do not wait for running commands.`,
  examples: [
    ["para-docker signal demo ping", "does the agent answer?"],
    ["para-docker signal demo pause", "start nothing more until resume"],
    ["para-docker signal reload_config", "in the session of this directory"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length === 0) throw usageError("There is no signal to send.", "Such as para-docker signal demo ping.");
  if (operands.length > 2)
    throw usageError("One session and one signal are all it takes.", "Such as para-docker signal demo ping.");
  const name = operands.length === 2 ? operands[0] : undefined;
  const word = operands.at(-1) ?? "";
  if (!new RegExp(PATTERNS.signalName).test(word)) {
    throw usageError(
      `${quote(word)} is no signal.`,
      `Such as ${STANDARD_SIGNALS.join(", ")}. These are the agent's signals, not the kernel's.`,
    );
  }
  const target = values.text("target");
  if (word === "cancel" && target === undefined)
    throw usageError("cancel needs --target.", "Or use para-docker cancel SESSION ID.");
  const timeout = values.text("timeout");
  const draft: SignalDraft = {
    type: "signal",
    signal: word,
    ...(target === undefined ? {} : { target }),
    ...(timeout === undefined ? {} : { timeout_seconds: parseSeconds(timeout, "--timeout", 0) }),
  };

  const { session } = await chooseSession(app, values, name);
  try {
    if (name === undefined && word === session.name)
      throw usageError("There is no signal to send.", `Such as para-docker signal ${word} ping.`);
    const command = await session.enqueue(draft);
    if (values.flag("detach")) {
      app.print(command.id);
      return EXIT.ok;
    }
    const began = performance.now();
    const code = await followCommand(app, command, { raw: false, quiet: false, cancels: false });
    if (code === EXIT.ok && !values.flag("quiet"))
      app.note(`${session.name} answered ${word} in ${Math.round(performance.now() - began)} ms`);
    return code;
  } finally {
    await session.close();
  }
}
