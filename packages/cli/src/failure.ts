// What went wrong, for a person: one line that says it, one that says what to do, and an exit code.
import { EXIT, exitCodeOfHostError } from "./exit-codes.js";
import { safeLine } from "./output/safe-text.js";
import type { Style } from "./output/style.js";

/** A failure of the command line itself. Failures of the host are its own `HostError`s. */
export interface Failure extends Error {
  readonly exitCode: number;
  readonly hint?: string;
}

const BRAND = Symbol("Failure");

/** Makes a failure with its exit code; `hint` is what to do about it. */
export function failure(exitCode: number, message: string, hint?: string): Failure {
  return Object.assign(new Error(message), { exitCode, [BRAND]: true, ...(hint === undefined ? {} : { hint }) });
}

/** A mistake on the command line. */
export function usageError(message: string, hint?: string): Failure {
  return failure(EXIT.usage, message, hint);
}

/** The hint that leads to a verb's help. */
export function helpHint(verb?: string): string {
  return `See para-docker ${verb === undefined ? "" : `${verb} `}--help.`;
}

function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && BRAND in error;
}

/** By brand, without loading the host: a failure to load it must be told too. */
function hostErrorCode(error: unknown): string | undefined {
  const brand = Symbol.for("@para-docker/host/HostError");
  const branded = typeof error === "object" && error !== null && (error as { [brand]?: unknown })[brand] === true;
  return branded ? (error as { code: string }).code : undefined;
}

/** The exit code that `error` ends the program with. */
export function exitCodeOf(error: unknown): number {
  if (isFailure(error)) return error.exitCode;
  const code = hostErrorCode(error);
  return code === undefined ? EXIT.failed : exitCodeOfHostError(code);
}

/** The lines that tell `error`: what is wrong, what to do, and with `debug` the stack and every cause. */
export function describeFailure(error: unknown, style: Style, debug: boolean): string {
  const known = isFailure(error) || hostErrorCode(error) !== undefined;
  const { message, hint } = error as { message?: unknown; hint?: unknown };
  const text = safeLine(typeof message === "string" && message !== "" ? message : String(error));
  const lines = [`${style.red("para-docker:")} ${known ? text : `Something unforeseen happened: ${text}`}`];
  if (typeof hint === "string") lines.push(`  ${safeLine(hint)}`);
  else if (!known && !debug) lines.push("  --debug shows where.");
  if (debug) lines.push(...causes(error).map((line) => style.dim(`  ${line}`)));
  return `${lines.join("\n")}\n`;
}

function causes(error: unknown): string[] {
  const lines: string[] = [];
  for (let each: unknown = error, depth = 0; each !== undefined && depth < 8; depth += 1) {
    const stack = each instanceof Error ? (each.stack ?? String(each)) : String(each);
    lines.push(...stack.split("\n").map((line, i) => safeLine(depth > 0 && i === 0 ? `because: ${line}` : line)));
    each = each instanceof Error ? each.cause : undefined;
  }
  return lines;
}
