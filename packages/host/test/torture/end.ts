// SIGKILL of a host at every system call of registry, finish, archive and clean: whoever comes after ends it, and nothing is lost.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseRegistry } from "@para-docker/protocol";
import { closeDirectory } from "../../src/confined/index.js";
import { writeMetadata } from "../../src/metadata.js";
import { openQueue } from "../../src/queue/queue.js";
import { findStateRoot, openStateRoot, type StateRoot } from "../../src/state-root.js";
import { instantAgent } from "../instant-agent.js";
import { WHOLE_END } from "../programs/whole-end.js";
import { program } from "../programs.js";
import type { Torture } from "./main.js";
import { canTrace, diesAt, windowsOf } from "./strace.js";

/** Commands of each session that is ended. */
const COMMANDS = 3;
/** A session beside it that nobody ends, and a file of the user's. */
const BYSTANDER = "bystander";

/** Dies `points` times, each time at another call, and ends the session after each. */
export const tortureEnd: Torture = async (place, { points }, say) => {
  if (!canTrace()) return ["strace is not there: nothing was tried"];
  const stateRoot = await findStateRoot({ cwd: place, create: true });
  await makeSession(stateRoot, BYSTANDER);
  const script = program(WHOLE_END, place);
  const wrong: string[] = [];
  let killed = 0;
  let survived = 0;
  let number = 0;
  const argsFor = async () => {
    number += 1;
    await makeSession(stateRoot, `s${number}`);
    return [process.execPath, script, JSON.stringify(stateRoot), `s${number}`];
  };
  for (let round = 1; killed < points && wrong.length < 20; round += 1) {
    const windows = windowsOf(await argsFor(), place);
    const calls = [...windows.values()].reduce((sum, [first, last]) => sum + last - first + 1, 0);
    // Fewer points than calls: spread over all of them.
    const step = Math.max(1, Math.floor(calls / (points - killed)));
    for (const [call, [first, last]] of windows) {
      for (let at = first; at <= last && killed < points; at += step) {
        const args = await argsFor();
        if (diesAt(args, call, at)) killed += 1;
        else survived += 1;
        const when = `${call} ${at} of round ${round}`;
        wrong.push(...unparseable(stateRoot, when));
        const again = spawnSync(args[0] ?? "", args.slice(1));
        if (again.status !== 0) wrong.push(`${when}: it could not be ended afterwards: ${again.stderr}`);
        wrong.push(...(await check(stateRoot, `s${number}`, when)));
      }
    }
    say(`round ${round}: ${calls} calls; killed ${killed} times, ${survived} runs ended before the call`);
  }
  return wrong;
};

/** A session that has run its commands, without anything that still runs. */
async function makeSession(stateRoot: StateRoot, name: string): Promise<void> {
  const path = join(stateRoot.path, "docker", name);
  mkdirSync(join(path, "logs/commands"), { recursive: true });
  const root = openStateRoot(stateRoot);
  const queue = openQueue(root, name);
  const agent = instantAgent({ stateRoot, name, path });
  for (let n = 0; n < COMMANDS; n += 1) await queue.enqueue({ type: "exec", command: "true", id: `c-${n}` });
  agent.step();
  writeFileSync(join(path, "logs/commands/c-0/stdout"), "said\n");
  const created_at = new Date().toISOString();
  const made = { session_name: name, container_id: "local-1", runtime: "local", agent: "sh", created_at } as const;
  writeMetadata(root, { ...made, workspace: stateRoot.workspace });
  closeDirectory(root);
}

/** Documents for others that are not whole right after the kill. */
function unparseable(stateRoot: StateRoot, when: string): string[] {
  const registry = join(stateRoot.path, "docker/shared/registry.json");
  const whole = !existsSync(registry) || parseRegistry(readFileSync(registry)).ok;
  return whole ? [] : [`${when}: the registry is not valid`];
}

/** What is wrong after the session was ended at last. */
async function check(stateRoot: StateRoot, name: string, when: string): Promise<string[]> {
  const wrong: string[] = [];
  const archive = join(stateRoot.path, "archive");
  const mine = readdirSync(archive).filter((file) => file.startsWith(`${name}-`) || file.startsWith("."));
  if (mine.length !== 1 || !mine[0]?.endsWith(".tar.gz")) wrong.push(`${when}: archives ${JSON.stringify(mine)}`);
  else {
    const file = join(archive, mine[0]);
    const results = spawnSync("tar", ["-xzOf", file, "host/results.json"]).stdout.toString();
    const output = spawnSync("tar", ["-xzOf", file, "logs/commands/c-0/stdout"]).stdout.toString();
    const ids = results === "" ? [] : (JSON.parse(results) as { id: string }[]).map(({ id }) => id);
    if (ids.length !== COMMANDS) wrong.push(`${when}: the archive has the results of ${JSON.stringify(ids)}`);
    if (output !== "said\n") wrong.push(`${when}: the archive lacks output`);
  }
  for (const file of mine) rmSync(join(archive, file));
  for (const folder of ["", "docker", "docker/.host"]) {
    for (const entry of readdirSync(join(stateRoot.path, folder))) {
      if (entry === name || entry === `${name}.docker` || entry.startsWith(".removed"))
        wrong.push(`${when}: ${folder}/${entry} is left`);
    }
  }
  const root = openStateRoot(stateRoot);
  if (openQueue(root, BYSTANDER).state().used.size + openQueue(root, BYSTANDER).state().open.size < 1)
    wrong.push(`${when}: the session beside it lost its ledger`);
  closeDirectory(root);
  return wrong;
}
