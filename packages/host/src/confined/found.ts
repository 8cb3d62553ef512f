// Answers of the confined file system: what was looked for, or why it cannot be had. Absence is a value, not an exception.
import { HostError, isHostError, systemCode } from "../errors.js";

/** Why something cannot be had. `unreadable`: it is there, but this user or this moment may not read it. */
export type FaultCode = "missing" | "unsafe_file" | "oversize" | "unstable_file" | "unreadable";

/** One reason, with one line for people. Names in it come from the container: sanitise before showing. */
export interface Fault {
  code: FaultCode;
  message: string;
}

/** What was looked for, or the reason why not. */
export type Found<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** A reason as an answer. */
export function fault(code: FaultCode, message: string): { ok: false; fault: Fault } {
  return { ok: false, fault: { code, message } };
}

/** The reason that a system error stands for, `name` being what was looked for. */
export function faultOf(error: unknown, name: string): { ok: false; fault: Fault } {
  if (isHostError(error)) return fault("unsafe_file", error.message);
  const code = systemCode(error);
  switch (code) {
    case "ENOENT":
      return fault("missing", `${name} is not there.`);
    case "ELOOP":
    case "EMLINK":
    case "ENOTDIR":
    case "EISDIR":
    case "ENXIO":
    case "ENODEV":
    case "ENOTSUP":
      return fault("unsafe_file", `${name} is of the wrong kind.`);
    case "EAGAIN":
      return fault("unstable_file", `${name} is held by another process.`);
    default:
      return fault("unreadable", `${name} cannot be read (${code ?? "unknown fault"}).`);
  }
}

/** A directory of the host's own that could not be opened, as an error: something else lies there, or this process could not. */
export function unopened(what: string, { code, message }: Fault): HostError {
  if (code === "unsafe_file")
    return new HostError("unsafe_file", `${what} is not a directory of ours: ${message}`, {
      hint: "Something replaced it. Look at it before you use it.",
    });
  return new HostError("read_failed", `${what} cannot be opened: ${message}`, {
    hint: "Too many open files (EMFILE)? Close some, or raise ulimit -n. Else look at the disk.",
  });
}
