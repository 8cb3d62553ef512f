// A terminal's screen, as tmux captures it with its colours, as an SVG.

const CELL = { width: 8.4, height: 18 };
const PALETTE = ["#2e3440", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9"];
const BACKGROUND = "#1b1f27";
const PLAIN = "#d8dee9";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for.
const LOOK = /(\x1b\[[\d;]*m)/;

/** Blanks would be drawn as one. */
const escaped = (text) =>
  text.replace(/[&<> ]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", " ": "\u00a0" })[each]);

/** Runs of characters of one look in a captured line. */
function runsOf(line, look) {
  const runs = [];
  let column = 0;
  for (const part of line.split(LOOK)) {
    const codes = LOOK.exec(part)?.[0].slice(2, -1);
    if (codes !== undefined) for (const code of codes.split(";").map(Number)) change(look, code);
    else if (part !== "") {
      runs.push({ column, text: part, ...look });
      column += [...part].length;
    }
  }
  return runs;
}

function change(look, code) {
  if (code === 0) Object.assign(look, { bold: false, dim: false, inverse: false, colour: PLAIN });
  else if (code === 1) look.bold = true;
  else if (code === 2) look.dim = true;
  else if (code === 7) look.inverse = true;
  else if (code === 22) Object.assign(look, { bold: false, dim: false });
  else if (code === 27) look.inverse = false;
  else if (code === 39) look.colour = PLAIN;
  else if (code >= 30 && code <= 37) look.colour = PALETTE[code - 30];
  else if (code >= 90 && code <= 97) look.colour = PALETTE[code - 90];
}

/** The SVG of a captured screen of `columns` columns. */
export function terminalPicture(captured, columns, title) {
  const lines = captured.replace(/\n+$/, "").split("\n");
  const width = Math.ceil(columns * CELL.width) + 24;
  const height = lines.length * CELL.height + 24;
  const look = { bold: false, dim: false, inverse: false, colour: PLAIN };
  const shapes = lines.flatMap((line, row) => runsOf(line, look).flatMap((run) => shapesOf(run, row)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
${shapes.join("\n")}
</g>
</svg>
`;
}

function shapesOf({ column, text, bold, dim, inverse, colour }, row) {
  if (text.trim() === "" && !inverse) return [];
  const x = (12 + column * CELL.width).toFixed(1);
  const length = ([...text].length * CELL.width).toFixed(1);
  const shapes = [];
  if (inverse) {
    const top = 12 + row * CELL.height;
    shapes.push(`<rect x="${x}" y="${top}" width="${length}" height="${CELL.height}" fill="${colour}"/>`);
  }
  const fill = inverse ? BACKGROUND : colour;
  const more = `${bold ? ' font-weight="bold"' : ""}${dim ? ' opacity="0.6"' : ""}`;
  const y = 12 + row * CELL.height + 14;
  shapes.push(`<text x="${x}" y="${y}" fill="${fill}" textLength="${length}"${more}>${escaped(text)}</text>`);
  return shapes;
}
