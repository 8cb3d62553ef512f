// Makes text from a container safe to show, on a terminal and on a page, once and at the reader.

/** How {@link sanitizeText} treats line ends, and how much it lets through. */
export interface SanitizeOptions {
  /** Keep `\n` and tabs. Default: both become spaces. */
  multiline?: boolean;
  /** Longest result, in code points; a longer text ends in `…`. Default: no limit. */
  maxLength?: number;
}

const REPLACEMENT = "\ufffd";

/**
 * Escape sequences as a whole, so that their letters do not stay behind: strings (OSC, DCS, SOS, PM, APC) up to their end or the
 * line's, CSI, and two- and three-byte sequences, each with its one-byte C1 form.
 */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is for.
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-Z\\^-~]?/g;

/**
 * What no shown text needs: C0 and C1 controls, line and paragraph separators, whatever is invisible or turns the reading direction
 * (zero-width, soft hyphen, bidi, variation and tag characters, fillers), interlinear marks. Line ends and tabs are judged before.
 */
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * `text` without anything that moves a cursor, changes a terminal, hides itself or turns the reading direction; lone surrogates become
 * U+FFFD. What is left is text, not markup: a page shows it as a text node (docs/protocol.md#open-words).
 */
export function sanitizeText(text: string, options: SanitizeOptions = {}): string {
  const bounded = options.maxLength === undefined ? text : text.slice(0, options.maxLength * 8 + 256);
  const lines = bounded.replace(/\r\n?/g, "\n").replace(SEQUENCES, "");
  const flat = options.multiline === true ? lines : lines.replace(/[\n\t]/g, " ");
  const safe = flat.replace(LONE_SURROGATES, REPLACEMENT).replace(UNSAFE, "");
  return options.maxLength === undefined ? safe : shortened(safe, options.maxLength, bounded.length < text.length);
}

function shortened(text: string, maxLength: number, wasCut: boolean): string {
  const points = [...text];
  if (points.length <= maxLength && !wasCut) return text;
  if (maxLength < 1) return "";
  return `${points.slice(0, maxLength - 1).join("")}…`;
}
