// A badge for a README: what was judged, and what came of it.
import { exitCodeOf } from "../suite.js";
import type { FinishedRun } from "./finished-run.js";
import { xml } from "./text.js";

const LETTER = 6.6;
const COLOURS = { 0: "#1a7f37", 1: "#cf222e", 2: "#6e7781" } as const;

/** The badge as SVG. */
export function badge(run: FinishedRun): string {
  const code = exitCodeOf(run.tally);
  const left = `para protocol 1.0 ${run.role}`;
  const judged = run.results.length - run.tally.skipped;
  const right =
    code === 0
      ? `${run.tally.passed}/${judged} conformant`
      : code === 1
        ? `${run.tally.passed}/${judged}`
        : "not judged";
  const [a, b] = [left, right].map((text) => Math.round(text.length * LETTER + 12)) as [number, number];
  const text = (x: number, words: string) => `<text x="${x}" y="14" text-anchor="middle">${xml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${xml(`${left}: ${right}`)}"><rect width="${a}" height="20" fill="#444c56"/><rect x="${a}" width="${b}" height="20" fill="${COLOURS[code]}"/><g fill="#fff" font-family="Verdana,sans-serif" font-size="11">${text(a / 2, left)}${text(a + b / 2, right)}</g></svg>\n`;
}
