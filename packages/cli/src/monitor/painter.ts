// Puts frames on the terminal: only lines that changed are written, in one piece, so that nothing flickers and little is sent.

/** Where frames go. */
export interface Painter {
  /** Shows `frame`, lines joined by line feeds. */
  paint(frame: string): void;
  /** Forgets what is on the screen: the next frame is written whole. */
  reset(): void;
}

const CLEAR = "\u001b[2J";
/** Terminals that know it show everything between these two at once; the others pass over them. */
const BEGIN = "\u001b[?2026h";
const END = "\u001b[?2026l";

/** A painter that writes by `write`. The frame begins at the first line of the screen. */
export function createPainter(write: (text: string) => void): Painter {
  let shown: string[] | undefined;
  return {
    paint(frame) {
      const lines = frame.split("\n");
      const before = shown;
      let text = before === undefined ? CLEAR : "";
      for (let i = 0; i < Math.max(lines.length, before?.length ?? 0); i += 1) {
        const line = lines[i] ?? "";
        if (line !== (before?.[i] ?? "")) text += `\u001b[${i + 1};1H${line}\u001b[K`;
      }
      shown = lines;
      if (text !== "") write(`${BEGIN}${text}${END}`);
    },
    reset() {
      shown = undefined;
    },
  };
}
