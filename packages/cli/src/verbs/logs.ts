// `para-docker logs`: what the agent did, or what a command has written.
import type { CommandHandle } from "@para-docker/host";
import { formatMoment } from "@para-docker/host/format";
import type { LogRecord } from "@para-docker/protocol";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { followOutput } from "../follow-output.js";
import { oneLine } from "../output/safe-text.js";
import type { Style } from "../output/style.js";
import { parseNumber } from "../parse-value.js";
import { chooseSession } from "../session-choice.js";
import type { Values } from "../values.js";

const LEVELS = ["debug", "info", "warn", "error"];

export const logs: Verb = {
  operands: [
    { usage: "[SESSION]", completes: "session" },
    { usage: "[ID]", completes: "command-id" },
  ],
  options: [
    { flags: "-f, --follow", text: "go on as more comes; with an id, until the command has ended" },
    { flags: "-n, --tail <NUMBER>", text: "the last records alone" },
    { flags: "--level <LEVEL>", text: "records of this level and above", choices: LEVELS },
    { flags: "--command <ID>", text: "the output of a command; the same as naming the ID" },
    { flags: "--from <BYTE>", text: "with an id: begin at this byte of the stream" },
    { flags: "--stream <STREAM>", text: "with an id: one stream alone", choices: ["stdout", "stderr"] },
    { flags: "--raw", text: "with an id: pass output to the terminal as it is" },
    { flags: "--json", text: "print log records as JSON, one a line" },
  ],
  details: `Records hold no command lines, no variables and no output. The output of a
command is kept apart, as bytes: --from with the number of bytes already seen
goes on where a reader was cut off.`,
  examples: [
    ["para-docker logs demo -f", "what the agent does, as it happens"],
    ["para-docker logs demo cmd-7", "what that command has written, stdout and stderr apart"],
    ["para-docker logs demo cmd-7 -f --stream stdout --from 1048576", "go on after a mebibyte"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 2)
    throw usageError("One session and one command at a time.", "Such as para-docker logs demo cmd-7.");
  const id = values.text("command") ?? operands[1];
  if (id === undefined) {
    for (const flag of ["from", "stream", "raw"]) {
      if (values.text(flag) !== undefined || values.flag(flag))
        throw usageError(`--${flag} is for the output of a command.`, "Name its id: para-docker logs SESSION ID.");
    }
  }
  const { session } = await chooseSession(app, values, operands[0]);
  try {
    if (id !== undefined) return await commandOutput(app, values, session.command(id));
    const abort = new AbortController();
    const release = app.interrupts.handle(() => abort.abort());
    const tail = values.text("tail");
    const records = session.logs({
      follow: values.flag("follow"),
      signal: abort.signal,
      ...(tail === undefined ? {} : { last: parseNumber(tail, "--tail", 0, 1_000_000) }),
    });
    const least = LEVELS.indexOf(values.text("level") ?? "debug");
    for await (const record of records) {
      if (LEVELS.indexOf(record.level) < least) continue;
      app.print(values.flag("json") ? JSON.stringify(record) : recordLine(record, app.style, app.now()));
    }
    release();
    return EXIT.ok;
  } finally {
    await session.close();
  }
}

async function commandOutput(app: App, values: Values, command: CommandHandle): Promise<number> {
  const from = values.text("from");
  const stream = values.text("stream");
  if (values.text("tail") !== undefined) throw usageError("--tail is for log records.", "For output there is --from.");
  const abort = new AbortController();
  const release = app.interrupts.handle(() => abort.abort());
  try {
    const { bytes } = await followOutput(app, command, {
      streams: stream === "stdout" || stream === "stderr" ? [stream] : ["stdout", "stderr"],
      from: from === undefined ? 0 : parseNumber(from, "--from", 0, Number.MAX_SAFE_INTEGER),
      follow: values.flag("follow"),
      raw: values.flag("raw"),
      signal: abort.signal,
    });
    // Of nothing it is to be told whether there is such a command.
    if (bytes === 0 && !abort.signal.aborted) await command.state();
    return abort.signal.aborted ? EXIT.cancelled : EXIT.ok;
  } finally {
    release();
  }
}

function recordLine(record: LogRecord, style: Style, now: number): string {
  const paint = { debug: style.dim, info: style.cyan, warn: style.yellow, error: style.red }[record.level];
  const level = (paint ?? style.dim)(record.level.padEnd(5));
  const rest = [record.command_id, record.code, record.message].filter(Boolean).join(" ");
  return `${style.dim(formatMoment(record.timestamp, now))} ${level} ${style.bold(record.event)} ${oneLine(rest)}`.trimEnd();
}
