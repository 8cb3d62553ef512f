// How many columns of a terminal a text takes, and how to make it fit.

/** Characters that take two columns: CJK, Hangul, fullwidth forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{M}/u;

/** Colour sequences of our own, which take no column. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for.
const COLOUR = /\x1b\[[0-9;]*m/g;

/** Columns that `text` takes, its colours not counted. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text.replace(COLOUR, "")) columns += widthOf(character);
  return columns;
}

function widthOf(character: string): number {
  if (character >= " " && character <= "~") return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** `text`, which has no colours, cut to `columns`; where something is cut, the last column shows `…`. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (columns < 1) return "";
  let taken = 0;
  let kept = "";
  for (const character of text) {
    taken += widthOf(character);
    if (taken > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `text` with spaces after it up to `columns`. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

/** Like {@link fit}, for text with colours: those after the cut stay, so that they are closed. */
export function fitPainted(text: string, columns: number): string {
  const over = width(text) - columns;
  if (over <= 0) return text;
  let room = columns - 1;
  let cut = false;
  const parts = text.split(COLOUR);
  const colours = text.match(COLOUR) ?? [];
  return parts.map((part, i) => kept(part) + (colours[i] ?? "")).join("");

  function kept(part: string): string {
    if (cut) return "";
    if (width(part) <= room) {
      room -= width(part);
      return part;
    }
    cut = true;
    return fit(part, room + 1);
  }
}
