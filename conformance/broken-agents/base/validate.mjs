// A plain validator: the kind as last argument, bytes on standard input. `runValidator()` keeps every rule; `runValidator({ … })` replaces some.
import { readFileSync } from "node:fs";
import { isValid, LIMITS, readDocumentBytes } from "./documents.mjs";
import { rules as plain } from "./rules.mjs";

/** Code of the first fault in the entries of a queue (docs/protocol.md#entries). */
function entryFault(commands, rules) {
  const seen = new Set();
  for (const entry of commands) {
    if (!rules.isId(entry?.id)) return "invalid_id";
    if (seen.has(entry.id)) return "duplicate_id";
    seen.add(entry.id);
    if (entry.type !== "exec" && entry.type !== "signal") return "unsupported_command";
    if (!isValid(`${entry.type}-command`, entry)) return "invalid_schema";
    if (entry.type === "signal" && entry.signal === "cancel" && entry.target === undefined) return "invalid_schema";
  }
  return undefined;
}

/** Judges standard input, prints the code of a fault, and sets the exit code: 0 or 1. */
export function runValidator(overrides = {}) {
  const rules = { ...plain, ...overrides };
  const kind = process.argv.at(-1);
  const bytes = readFileSync(0);
  const limit = rules.readLimit(LIMITS.bytes[kind]);
  let code = bytes.length > limit ? "oversize" : bytes.length === 0 ? "missing" : undefined;
  if (!code) {
    const read = readDocumentBytes(bytes, kind, rules, kind === "commands" ? "commands-envelope" : kind);
    code = read.code ?? (kind === "commands" ? entryFault(read.value.commands, rules) : undefined);
  }
  if (!code) return;
  process.stdout.write(rules.verdict(code));
  process.exitCode = 1;
}
