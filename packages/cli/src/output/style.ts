// Colours, where they are wanted: a terminal, no NO_COLOR, and a TERM that knows them.
import pc from "picocolors";

/** Functions that wrap text in colours, or give it back as it is. */
export type Style = ReturnType<typeof pc.createColors>;

/** Anything that text is written to. */
export interface StyledStream {
  isTTY?: boolean;
}

/** Whether `stream` gets colours: `NO_COLOR` (not empty) forbids, `FORCE_COLOR` (not empty, not 0) demands, else a terminal that is not `dumb`. */
export function wantsColour(stream: StyledStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** The colours for `stream`. */
export function styleFor(stream: StyledStream, env: NodeJS.ProcessEnv): Style {
  return pc.createColors(wantsColour(stream, env));
}
