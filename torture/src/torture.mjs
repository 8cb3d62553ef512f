// `pnpm torture agents|host …`: finds the harness of either side; each prints its own usage.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const harnesses = {
  agents: { script: "./agents.mjs", text: "agents, ours or any other: kills, disks, shapes, strings (--help)" },
  host: {
    script: "../../packages/host/scripts/torture.mjs",
    text: "our host: race, remove, enqueue, kill, end, power",
  },
};

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !Object.hasOwn(harnesses, name)) {
  const list = Object.entries(harnesses).map(([key, { text }]) => `  ${key.padEnd(8)}${text}`);
  process.stderr.write(`usage: pnpm torture SIDE [ARGUMENT…]\n${list.join("\n")}\n`);
  process.exit(2);
}
const script = fileURLToPath(new URL(harnesses[name].script, import.meta.url));
const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
process.exit(status ?? 1);
