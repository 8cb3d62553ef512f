// The generated tables of docs/protocol.md, between `<!-- generated: NAME -->` and `<!-- /generated -->`.
import { CODES } from "../src/errors.js";
import { LIMITS } from "../src/limits.js";
import type { Output } from "./output.js";

const LIMIT_TEXTS: Record<Exclude<keyof typeof LIMITS, "bytes">, string> = {
  depth: "deepest nesting of objects and arrays in any document, the outermost counted as 1",
  queue_entries: "entries of `commands` that wait or run",
  queue_signal_reserve: "entries beyond these that only signals may use",
  queue_signal_reserve_bytes: "bytes of `commands.json` that only signals may use",
  processed_entries: "ids in `processed`",
  notices: "entries of `errors`, and of `warnings`",
  output_bytes: "bytes of one output stream kept, unless the command or the configuration says otherwise",
};

function limitsTable(): string[] {
  const { bytes, ...others } = LIMITS;
  return [
    "| document | at most, in bytes |",
    "|---|---|",
    ...Object.entries(bytes).map(([kind, limit]) => `| ${kind} | ${grouped(limit)} |`),
    "",
    "| limit | at most | of what |",
    "|---|---|---|",
    ...Object.entries(others).map(
      ([name, limit]) => `| \`${name}\` | ${grouped(limit)} | ${LIMIT_TEXTS[name as keyof typeof LIMIT_TEXTS]} |`,
    ),
  ];
}

function codesTable(): string[] {
  return [
    "| code | meaning |",
    "|---|---|",
    ...Object.entries(CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning.replaceAll("|", "\\|")} |`),
  ];
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

const TABLES: Record<string, () => string[]> = { limits: limitsTable, codes: codesTable };

/** docs/protocol.md with its tables written anew; throws where a table's place is missing or unknown. */
export function tables(text: string): Output {
  const seen = new Set<string>();
  const content = text.replace(
    /<!-- generated: ([a-z-]+) -->\n[\s\S]*?<!-- \/generated -->/g,
    (_, name: string): string => {
      const table = TABLES[name];
      if (table === undefined) throw new Error(`docs/protocol.md: no table is called ${name}`);
      seen.add(name);
      return [`<!-- generated: ${name} -->`, ...table(), "<!-- /generated -->"].join("\n");
    },
  );
  const missing = Object.keys(TABLES).filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`docs/protocol.md: no place for the table ${missing.join(", ")}`);
  return { path: "docs/protocol.md", content };
}
