// Words of a judged program, made safe for whatever shows them.

/** For a terminal: no control characters but line ends and tabs, no direction marks, no half letters. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
}

/** For one line of a terminal. */
export function oneLine(text = ""): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

/** For XML and HTML: with nothing in it that either could take for its own. */
export function xml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
