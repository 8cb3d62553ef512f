// Which states of a command are its end (docs/protocol.md#states).
import type { CommandState } from "./documents/index.js";

/** A state in which a command has ended, for good. */
export type TerminalState = Exclude<CommandState, "accepted" | "running">;

const TERMINAL: Readonly<Record<TerminalState, true>> = {
  succeeded: true,
  failed: true,
  timed_out: true,
  cancelled: true,
  rejected: true,
  expired: true,
  lost: true,
};

/** Whether a command in this state has ended. A word that is not known is one of a command that has not. */
export function isTerminal(state: string): state is TerminalState {
  return Object.hasOwn(TERMINAL, state);
}
