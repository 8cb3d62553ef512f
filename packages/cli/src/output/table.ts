// Tables that fit the terminal: narrow columns first, the last ones give way; whole where the output goes to a pipe.
import type { Style } from "./style.js";
import { fit, pad, width } from "./width.js";

/** A column: its heading, and how much it may shrink. */
export interface Column {
  title: string;
  /** Fewest columns it is shrunk to. Absent: it is never cut. */
  least?: number;
}

/** A cell: its text without colours, and the colour it is shown in. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

const GAP = "  ";

/**
 * Lines of a table. With `columns` the table is made to fit by cutting the cells of the shrinkable columns, the widest
 * first; what still does not fit is left to the terminal. Columns without a word in any row are left out.
 */
export function table(columns: Column[], rows: Cell[][], style: Style, available?: number): string[] {
  const shown = columns.map((column, i) => ({ column, i })).filter(({ i }) => rows.some((row) => row[i]?.text));
  const widths = shown.map(({ column, i }) =>
    Math.max(width(column.title), ...rows.map((row) => width(row[i]?.text ?? ""))),
  );
  if (available !== undefined) shrink(widths, shown, available);
  const line = (cells: Cell[]) =>
    cells
      .map((cell, i) => {
        const columnsHere = widths[i] ?? 0;
        const text = available === undefined ? cell.text : fit(cell.text, columnsHere);
        return pad(cell.paint === undefined ? text : cell.paint(text), columnsHere);
      })
      .join(GAP)
      .trimEnd();
  const heading = line(shown.map(({ column }) => ({ text: column.title, paint: style.dim })));
  return [heading, ...rows.map((row) => line(shown.map(({ i }) => row[i] ?? { text: "" })))];
}

function shrink(widths: number[], shown: { column: Column }[], available: number): void {
  const total = () => widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  while (total() > available) {
    let widest = -1;
    for (const [i, { column }] of shown.entries()) {
      const room = (widths[i] ?? 0) - (column.least ?? Number.POSITIVE_INFINITY);
      if (room > 0 && (widest < 0 || (widths[i] ?? 0) > (widths[widest] ?? 0))) widest = i;
    }
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
