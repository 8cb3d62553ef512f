// Faults in a session's files, as the host tells them.
import type { Problem } from "@para-docker/protocol";
import type { Fault } from "./confined/index.js";
import { safe } from "./safe.js";

/** A fault in one of a session's files. Its strings are safe to show. */
export interface SessionProblem extends Problem {
  /** The file, relative to the session's directory. */
  file: string;
}

/** A fault of the file system as a problem of the protocol: what this user may not read is not what should lie there either. */
export function faultProblem(file: string, fault: Fault): SessionProblem {
  const { code, message } = fault;
  return { code: code === "unreadable" ? "unsafe_file" : code, pointer: "", message: safe(message), file };
}
