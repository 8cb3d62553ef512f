// Strings that a shell, an awk or a line reader would spoil.
const EXPANDED = [
  "$HOME",
  "$(id)",
  "`id`",
  "${x}",
  "$'a'",
  "$((1+1))",
  "!!",
  "~",
  "*",
  "?",
  "[a-z]",
  "{a,b}",
  "$@",
  "$0",
  "$$",
];
const QUOTED = ["'", '"', "\\", "\\n", "\\\\", "\\'", "a\\", "%s%n", "&", "\\0", "\\u0041", "''", '""', "'\"'"];
const OPERATORS = [
  "a;b",
  "a&b",
  "a|b",
  "<x",
  ">x",
  "(",
  ")",
  "a && b",
  "a\n;b",
  "#x",
  "--",
  "-n",
  "-e",
  "-",
  "=",
  "A=B",
  "/",
  "..",
  ".",
];
const BLANKS = ["", " ", "  ", "\n", "\n\n", "a\n", "\na", "\t", "\r", "\r\n", " a ", "a  b", "\u00a0", "\u2003"];
const FAR = [
  0x100, 0x7ff, 0x800, 0x2028, 0x2029, 0x202e, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0x10000, 0x1f600,
  0x10ffff,
];
const LONG = [
  "é".repeat(2000),
  "\n".repeat(300),
  "a b\tc\n".repeat(200),
  "\\".repeat(999),
  "'\"".repeat(500),
  "\u0081\u0088\u0082".repeat(50),
];

/** More than 500 of them: all that is below, and every character of the first 255 alone and between others. */
export function hostileStrings() {
  const list = [...BLANKS, ...EXPANDED, ...QUOTED, ...OPERATORS];
  for (let code = 1; code < 256; code += 1) list.push(String.fromCharCode(code), `x${String.fromCharCode(code)}y`);
  list.push(...FAR.map((code) => String.fromCodePoint(code)), ...LONG);
  return [...new Set(list)];
}
