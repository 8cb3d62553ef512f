// Colours, where they are wanted: a terminal, no NO_COLOR, and a TERM that knows them.
import { styleText } from "node:util";

const PAINTS = ["bold", "dim", "inverse", "blue", "cyan", "green", "magenta", "red", "yellow"] as const;

/** Functions that wrap text in colours, or give it back as it is; and which of the two. */
export type Style = Record<(typeof PAINTS)[number], (text: string) => string> & { isColoured: boolean };

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
  const isColoured = wantsColour(stream, env);
  // Whether it wants them is known: Node is not to look at its own standard output, which takes it longer to make than a page of help.
  const paint = (name: (typeof PAINTS)[number]) => (text: string) => styleText(name, text, { validateStream: false });
  const paints = PAINTS.map((name) => [name, isColoured ? paint(name) : String] as const);
  return { ...(Object.fromEntries(paints) as Omit<Style, "isColoured">), isColoured };
}
