// Writes results as TAP version 14, one by one.
import { type CheckResult, kindOf } from "../suite.js";
import type { ReportTally } from "./document.js";
import { oneLine, printable } from "./text.js";

/** The head of a run of `count` checks. */
export function tapHead(count: number): string {
  return `TAP version 14\n1..${count}\n`;
}

/** One result. `alone` is the command that runs this check by itself. */
export function tapResult(result: CheckResult, index: number, alone: string): string {
  const kind = kindOf(result);
  const number = index + 1;
  if (kind === "passed") return `ok ${number} - ${result.id} # time=${result.ms}ms\n`;
  if (kind === "skipped") return `ok ${number} - ${result.id} # SKIP ${oneLine(result.reason)}\n`;
  const mark = { warned: ` # TODO SHOULD`, known: ` # TODO known failure` }[kind as string] ?? "";
  const details: [string, string | undefined][] = [
    ["fact", result.description],
    ["level", result.level],
    ["spec", result.spec.map((anchor) => `docs/protocol.md#${anchor}`).join(" ")],
    [
      "verdict",
      kind === "surprising" ? "passed, although it is listed as a known failure: take it off the list" : result.verdict,
    ],
    ["reason", result.reason],
    ["step", result.step ? `${result.step.number} ${result.step.text}` : undefined],
    ["seen", result.evidence],
    ["output", result.output],
    ["files", result.directory],
    ["alone", alone],
  ];
  const lines = details.flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${JSON.stringify(printable(value))}`],
  );
  return `not ok ${number} - ${result.id}${mark}\n  ---\n${lines.join("\n")}\n  ...\n`;
}

/** The last line of a run, a comment. */
export function tapTail(tally: ReportTally, seconds: number): string {
  const parts = [
    `${tally.passed} passed`,
    `${tally.failed + tally.surprising} failed`,
    ...(tally.warned > 0 ? [`${tally.warned} warned`] : []),
    ...(tally.known > 0 ? [`${tally.known} known failures`] : []),
    `${tally.skipped} skipped`,
    `${tally.errored} errored`,
  ];
  return `# ${parts.join(", ")} (${seconds.toFixed(1)} s)\n`;
}
