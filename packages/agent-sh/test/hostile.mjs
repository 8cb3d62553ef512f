// Strings that a shell, an awk or a line reader would spoil, sent through args, env and working_dir, and compared byte for byte.
//
// usage: hostile.mjs make|done|check DIRECTORY     make: prints the entries of a queue
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostileStrings } from "../../../torture/src/hostile-strings.mjs";

const [, , verb, directory] = process.argv;

/** In packs: one command for many strings, each printed with its length before it. */
function packs() {
  const list = hostileStrings();
  const size = 40;
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

const program = join(directory, "show.mjs");
const entries = packs().map((pack, index) => {
  const env = Object.fromEntries(pack.map((text, at) => [`V_${at}`, text]));
  const last = pack.filter((text) => !text.includes("/") && text !== "").at(-1);
  const cwd = join(directory, "cwd", `${index} ${Buffer.byteLength(last) < 200 ? last : "long"}`);
  return {
    id: `p${index}`,
    type: "exec",
    command: process.execPath,
    shell: false,
    args: [program, ...pack],
    env,
    working_dir: cwd,
  };
});

if (verb === "make") {
  for (const entry of entries) mkdirSync(entry.working_dir, { recursive: true });
  writeFileSync(
    program,
    "const vars = {}; for (const k of Object.keys(process.env)) if (k.startsWith('V_')) vars[k] = process.env[k];\n" +
      "console.log(JSON.stringify({ args: process.argv.slice(2), vars, cwd: process.cwd() }));\n",
  );
  writeFileSync(join(directory, "count"), String(entries.length));
  process.stdout.write(entries.map((entry) => JSON.stringify(entry)).join(","));
} else if (verb === "done") {
  process.exitCode = entries.every(({ id }) => existsSync(join(directory, "status/logs/commands", id, "result.json")))
    ? 0
    : 1;
} else {
  const wrong = [];
  for (const { id, args, env, working_dir: cwd } of entries) {
    const claim = join(directory, "status/logs/commands", id);
    const { state, code } = JSON.parse(readFileSync(join(claim, "result.json"), "utf8"));
    if (state !== "succeeded") {
      wrong.push(`${id}: ${state} ${code}`);
      continue;
    }
    const seen = JSON.parse(readFileSync(join(claim, "stdout"), "utf8"));
    const sent = { args: args.slice(1), vars: env, cwd };
    for (const [at, text] of sent.args.entries()) {
      if (seen.args[at] !== text)
        wrong.push(`${id} arg ${JSON.stringify(text)} came as ${JSON.stringify(seen.args[at])}`);
      if (seen.vars[`V_${at}`] !== text)
        wrong.push(`${id} env ${JSON.stringify(text)} came as ${JSON.stringify(seen.vars[`V_${at}`])}`);
    }
    if (seen.args.length !== sent.args.length) wrong.push(`${id}: ${seen.args.length} args`);
    if (seen.cwd !== cwd) wrong.push(`${id} cwd ${JSON.stringify(cwd)} was ${JSON.stringify(seen.cwd)}`);
  }
  process.stdout.write(wrong.length === 0 ? "all as sent\n" : `${wrong.slice(0, 20).join("\n")}\n`);
}
