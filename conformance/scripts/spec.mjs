// Reads docs/protocol.md: its anchors, and every sentence with MUST together with the anchor that cases cite for it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const packageDirectory = dirname(dirname(fileURLToPath(import.meta.url)));
const ANCHOR = /<a id="([a-z0-9-]+)"><\/a>/g;

/** The text of the norm. */
export function specText() {
  return readFileSync(join(packageDirectory, "..", "docs", "protocol.md"), "utf8");
}

/** All anchors, in the order of the page. */
export function anchorsOf(text) {
  return [...text.matchAll(ANCHOR)].map((match) => match[1]);
}

/** Pieces that belong together: a heading, a paragraph, an item of a list, a row of a table. Code is left out. */
function* blocksOf(text) {
  let lines = [];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    else if (fenced) continue;
    else if (/^(#|- |\d+\. |\||$)/.test(line)) {
      if (lines.length > 0) yield lines.join(" ");
      lines = line === "" ? [] : [line];
    } else lines.push(line.trim());
  }
  if (lines.length > 0) yield lines.join(" ");
}

/** What is demanded: `{anchor, text}` for each sentence with MUST, in the order of the page. */
export function requirementsOf(text) {
  const found = [];
  let heading = "";
  for (const block of blocksOf(text)) {
    if (block.startsWith("#")) {
      heading = anchorsOf(block).at(-1) ?? heading;
      continue;
    }
    const anchors = [...block.matchAll(ANCHOR)];
    let offset = 0;
    for (const sentence of block.split(/(?<=[.:;])(?= (?!\d))/)) {
      const end = offset + sentence.length;
      const plain = sentence
        .replace(ANCHOR, "")
        .replace(/\*\*/g, "")
        .replace(/^[-\s|]+|[\s|]+$/g, "")
        .replace(/\s+/g, " ");
      // The page says itself what MUST means, once.
      if (/\bMUST\b/.test(plain) && !/RFC 2119|Every sentence with MUST/.test(plain)) {
        const inside = anchors.filter(({ index }) => index >= offset && index < end).at(-1);
        const after = anchors.find(({ index }) => index >= end);
        const before = anchors.filter(({ index }) => index < offset).at(-1);
        found.push({ anchor: (inside ?? after ?? before)?.[1] ?? heading, text: plain });
      }
      offset = end;
    }
  }
  return found;
}

/** A value as JSON text in the repository's format. */
export function formatted(value) {
  const biome = join(packageDirectory, "..", "node_modules", ".bin", "biome");
  return execFileSync(biome, ["format", "--stdin-file-path=generated.json"], {
    input: JSON.stringify(value, null, 2),
    maxBuffer: 64 * 1024 * 1024,
    encoding: "utf8",
  });
}
