// `para-docker finish`: shuts a session down gracefully, and archives what it leaves.
import type { FinishReport, FinishStep } from "@para-docker/host";
import { formatDuration } from "@para-docker/host/format";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { failure, usageError } from "../failure.js";
import { safeLine } from "../output/safe-text.js";
import { createSteps } from "../output/steps.js";
import { parseSeconds } from "../parse-value.js";
import { chooseName } from "../session-choice.js";

export const finish: Verb = {
  operands: [{ usage: "[SESSION]", completes: "session" }],
  options: [
    { flags: "--timeout <TIME>", text: "time that running commands may still take (default: 30s)" },
    {
      flags: "--archive <KIND>",
      text: "tar (default), keep: a directory, discard: nothing",
      choices: ["tar", "keep", "discard"],
    },
    { flags: "--discard", text: "the same as --archive discard" },
    { flags: "-q, --quiet", text: "print the archive's path alone" },
    { flags: "--json", text: "print the report as JSON" },
  ],
  details: "It can be run again if it was interrupted: it goes on where it stopped.",
  examples: [
    ["para-docker finish demo", "shutdown, then .para/state/archive/demo-….tar.gz"],
    ["para-docker finish demo --timeout 5m", "running commands may take five more minutes"],
    ["para-docker finish demo --discard", "leave nothing"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 1) throw usageError("One session at a time.", "Such as para-docker finish demo.");
  const kind = values.text("archive");
  if (values.flag("discard") && kind !== undefined && kind !== "discard")
    throw usageError(`--discard and --archive ${kind} contradict each other.`, "Give one of them.");
  const timeout = values.text("timeout");
  const { finishSession } = await app.host();
  const root = await app.stateRoot(values);
  const name = await chooseName(app, root, operands[0]);

  const silent = values.flag("quiet") || values.flag("json");
  const steps = createSteps(app, silent);
  const release = app.interrupts.handle((count) => {
    if (count > 1) process.exit(EXIT.cancelled);
    steps.step("finishing; Ctrl-C again leaves it half done, and finish goes on from there");
  });
  let report: FinishReport;
  try {
    steps.step("finishing", false);
    report = await finishSession(root, name, {
      archive: values.flag("discard") ? "discard" : kind === "keep" || kind === "discard" ? kind : "tar",
      ...(timeout === undefined ? {} : { timeoutSeconds: parseSeconds(timeout, "--timeout", 0) }),
      onStep: (step) => {
        steps.done();
        if (!silent) app.print(stepLine(app, step));
        const next = ORDER[ORDER.indexOf(step.name) + 1];
        if (next !== undefined) steps.step(WORDS[next], false);
      },
      onProgress: (done, total) => steps.progress({ done, total, unit: "bytes" }),
    });
  } finally {
    steps.done();
    release();
  }
  if (values.flag("json")) app.print(JSON.stringify(report, null, 2));
  else if (values.flag("quiet")) {
    if (report.archivePath !== undefined) app.print(report.archivePath);
  } else
    app.print(
      `${app.style.bold(name)} is finished${report.archivePath === undefined ? "" : `: ${report.archivePath}`}`,
    );
  const failed = report.steps.filter((step) => !step.ok);
  if (failed.length === 0) return EXIT.ok;
  const names = failed.map((step) => step.name).join(", ");
  throw failure(
    EXIT.failed,
    `${name} is finished, but not all went well: ${names}.`,
    failed[0]?.note ?? "Its archive holds what could be had.",
  );
}

/** The steps of a finish, in their order, as they are told while they are being done. */
const WORDS: Record<FinishStep["name"], string> = {
  hook: "running the finish hook",
  drain: "taking no more commands",
  shutdown: "waiting for the agent to shut down",
  stop: "stopping the container",
  results: "collecting results",
  archive: "archiving",
  remove: "removing the container",
  registry: "writing the registry",
};
const ORDER = Object.keys(WORDS) as FinishStep["name"][];

function stepLine(app: App, step: FinishStep): string {
  const mark = step.ok ? app.style.green("✓") : app.style.red("✗");
  const note = step.note === undefined ? "" : `  ${safeLine(step.note)}`;
  return `${mark} ${step.name.padEnd(8)} ${app.style.dim(formatDuration(step.ms))}${note}`;
}
