// Text that is not ours, made safe for a line of our own: what an error quotes may come from a container.

/** Whatever is no printable character, and what turns or hides text. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * `text` as one line without control, bidi or invisible characters. The host sanitises what it reads; this is the last wall
 * before the terminal, for words of the command line and messages of the system. Escapes it shows as `\x1b` would be.
 */
export function safeLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/\t/g, " ")
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text of several lines on one. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
