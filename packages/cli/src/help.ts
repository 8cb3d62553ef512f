// The help of the program itself: its verbs in groups, the flags of all of them, exit codes. Each verb's own help is the parser's.
import { COMMON_OPTIONS } from "./definition.js";
import type { Style } from "./output/style.js";
import { verbs } from "./verbs/index.js";

/** What the program is for. */
export const PURPOSE = "Runs sessions in containers, sends them commands, watches and finishes them.";
/** How it is called. */
export const USAGE = "VERB [FLAGS] [SESSION] …";
/** Flags of the program alone. */
export const OWN_FLAGS = { version: "-V, --version", help: "-h, --help" } as const;

const EXIT_CODES: [code: string, what: string][] = [
  ["0", "done; of exec, wait --for command=ID and signal: the command's own"],
  ["2", "a mistake on the command line"],
  ["124", "timed out"],
  ["125", "the host, the engine or the agent failed"],
  ["126", "refused by the agent"],
  ["130", "cancelled"],
];

/** The help, in lines of `columns` columns where words allow. */
export function programHelp(style: Style, columns: number): string {
  const groups = [...new Set(verbs.map(({ group }) => group))];
  const flags: [string, string][] = [
    ...COMMON_OPTIONS.map((option): [string, string] => [option.flags, option.text]),
    [OWN_FLAGS.version, "print the version"],
    [OWN_FLAGS.help, "print help; of a verb: para-docker VERB --help"],
  ];
  const section = (title: string, rows: [string, string][], indent: number) =>
    `${style.bold(`${title}:`)}\n${rows.map((row) => entry(row, indent, columns)).join("\n")}\n`;
  return [
    `${style.bold("Usage:")} para-docker ${USAGE}\n\n${PURPOSE}\n`,
    ...groups.map((group) =>
      section(
        group,
        verbs.filter((verb) => verb.group === group).map(({ name, summary }) => [name, summary]),
        14,
      ),
    ),
    section("Flags", flags, 22),
    section("Exit codes", EXIT_CODES, 7),
    "para-docker VERB --help has examples. NO_COLOR turns colours off.\n",
  ].join("\n");
}

/** A name and what it is, which goes on under itself where the line is too short. */
function entry([name, what]: [string, string], indent: number, columns: number): string {
  const lines: string[] = [];
  for (const word of what.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || indent + last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return `${`  ${name}`.padEnd(indent)}${lines.join(`\n${" ".repeat(indent)}`)}`;
}
