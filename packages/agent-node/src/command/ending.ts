// How a process ended, from the exit status that a shell tells.
import { constants } from "node:os";

/** An exit code, or the name of a signal with its `SIG`. */
export type Ending = { exit_code: number } | { signal: string };

/**
 * What an exit status as the shell tells it means. ksh and yash have numbers of their own for signals. The others add 128, as a program
 * may do itself, but say a word of their own when a signal ends what they wait for; where they said none, the number is told as it is.
 */
export function endingOf(status: number, shellSpoke: boolean): Ending {
  const signal = SIGNALS.get(
    status >= 384 ? status - 384 : status >= 256 ? status - 256 : shellSpoke ? status - 128 : 0,
  );
  return signal === undefined ? { exit_code: status & 255 } : { signal };
}

const SIGNALS: ReadonlyMap<number, string> = new Map(
  Object.entries(constants.signals)
    .filter(([name]) => !/^SIG(CLD|IOT|POLL|UNUSED)$/.test(name))
    .map(([name, number]) => [number, name]),
);

export function isSuccess(ending: Ending): boolean {
  return "exit_code" in ending && ending.exit_code === 0;
}
