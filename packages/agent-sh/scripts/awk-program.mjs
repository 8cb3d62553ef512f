// Makes one awk program of several sources: awk reads it at every start, so comments, indentation and functions that nobody calls go.

/** Cuts a source into its top-level items; each begins in the first column, and a brace there ends it. */
function items(source) {
  const found = [];
  let lines = [];
  for (const line of source.split("\n")) {
    if (lines.length === 0 && (line.trim() === "" || line.startsWith("#"))) continue;
    lines.push(line);
    const oneLine = lines.length === 1 && line.endsWith("}");
    if (line !== "}" && !oneLine) continue;
    const name = /^function (\w+)\(/.exec(lines[0])?.[1];
    const text = lines.map((each) => each.trim()).filter((each) => each !== "" && !each.startsWith("#"));
    found.push({ name, text: text.join("\n") });
    lines = [];
  }
  if (lines.length > 0) throw new Error(`not the end of an item: ${lines.join("\n")}`);
  return found;
}

/** The names of functions that a text may call. */
function called(text, functions) {
  return [...text.matchAll(/\b(\w+)\(/g)].map((match) => match[1]).filter((name) => functions.has(name));
}

/** The program of `sources`; of the judges of documents, only those of `kinds`. */
export function awkProgram(sources, kinds) {
  const all = sources.flatMap(items);
  for (const item of all) {
    if (!kinds || item.name !== "v_judge") continue;
    const lines = item.text.split("\n").filter((line) => {
      const kind = /^if \(kind == "([\w-]+)"\)/.exec(line)?.[1];
      return kind === undefined || kinds.includes(kind);
    });
    item.text = lines.join("\n");
  }
  const functions = new Map(all.filter((item) => item.name).map((item) => [item.name, item]));
  const kept = new Set();
  const queue = all.filter((item) => !item.name).flatMap((item) => called(item.text, functions));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    queue.push(...called(functions.get(name).text, functions));
  }
  return all
    .filter((item) => !item.name || kept.has(item.name))
    .map((item) => item.text)
    .join("\n");
}
