// `pnpm bench host [watch|list|storm|enqueue…]`: what the host costs, and how soon it sees what a container wrote.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findStateRoot, openSession } from "@para-docker/host";
import { latency, ms, percentile, sampleInTurn, table } from "./measure.mjs";

const WRITER = fileURLToPath(new URL("./host/writer.mjs", import.meta.url));
const WATCHER = fileURLToPath(new URL("./host/watcher.mjs", import.meta.url));
const SECONDS = 10;

const PARTS = { watch, storm, list, enqueue };

export async function main(args) {
  const chosen = args.length > 0 ? args : Object.keys(PARTS);
  for (const name of chosen) {
    if (!(name in PARTS)) {
      process.stderr.write(`bench host has no ${name}: ${Object.keys(PARTS).join(", ")}\n`);
      return 2;
    }
    await PARTS[name]();
  }
}

/** A state root with `count` sessions that have a status and metadata; gives it to `use` and removes it. */
export async function withSessions(count, use) {
  const workspace = mkdtempSync(join(tmpdir(), "para-bench-host-"));
  try {
    const stateRoot = await findStateRoot({ stateDir: join(workspace, ".para", "state"), create: true });
    const docker = join(stateRoot.path, "docker");
    const names = Array.from({ length: count }, (_, n) => `session-${n}`);
    for (const name of names) {
      mkdirSync(join(docker, name, "logs", "commands"), { recursive: true });
      const metadata = {
        protocol_version: "1.0",
        session_name: name,
        container_id: name.padEnd(64, "0"),
        runtime: "docker",
        agent: "sh",
        workspace,
        created_at: new Date().toISOString(),
        started_at: new Date().toISOString(),
      };
      writeFileSync(join(stateRoot.path, `${name}.docker`), JSON.stringify(metadata), { mode: 0o600 });
    }
    const run = { docker, names, seconds: 0 };
    spawnSync(process.execPath, [WRITER, JSON.stringify(run)], { stdio: "inherit" });
    // One command each, so that there is a ledger to read and a queue to compare.
    for (const name of names) {
      const session = await openSession(stateRoot, name, { engine: null });
      await session.enqueue({ type: "exec", command: "sleep 1000", id: "waits" });
      await session.close();
    }
    return await use({ stateRoot, docker, names });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Watches `names` in one process while another one writes, and gives the watcher's figures. */
async function watched({ stateRoot, docker, names }, storm) {
  const told = { stateRoot, sessions: names.length, seconds: SECONDS, storm };
  const watcher = spawn(process.execPath, [WATCHER, JSON.stringify(told)], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let ready;
  const isReady = new Promise((resolve) => {
    ready = resolve;
  });
  watcher.stdout.on("data", (chunk) => {
    output += chunk;
    if (output.startsWith("ready\n")) ready();
  });
  const ended = new Promise((resolve, reject) => {
    watcher.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the watcher ended with ${code}`))));
  });
  await Promise.race([isReady, ended]);
  const quiet = names.filter((name) => name !== storm);
  const run = { docker, names: quiet, seconds: SECONDS + 3, storm };
  const writer = spawn(process.execPath, [WRITER, JSON.stringify(run)], { stdio: ["ignore", "pipe", "inherit"] });
  let wrote = "";
  writer.stdout.on("data", (chunk) => {
    wrote += chunk;
  });
  const written = new Promise((resolve) => writer.once("exit", resolve));
  await ended;
  await written;
  return { ...JSON.parse(output.slice("ready\n".length)), ...JSON.parse(wrote) };
}

async function watch() {
  const rows = [];
  for (const count of [10, 100, 1_000, 5_000]) {
    const figures = await withSessions(count, (place) => watched(place));
    rows.push({
      sessions: count,
      "events/s": (figures.events / SECONDS).toFixed(0),
      "host, % of a core": (figures.cpuShare * 100).toFixed(1),
      "µs a write": ((figures.cpuShare * 1e6 * SECONDS) / figures.events).toFixed(0),
      "rename → event p50 ms": ms(figures.p50),
      "p99 ms": ms(figures.p99),
      MiB: figures.memoryMiB.toFixed(0),
    });
  }
  process.stdout.write("\nEach session writes its status once a second; one host process watches all of them.\n");
  table(rows);
}

async function storm() {
  const figures = await withSessions(50, (place) => watched(place, place.names[0]));
  process.stdout.write("\nOne container writes as fast as it can, 49 others once a second.\n");
  table([
    {
      "writes/s of the storm": (figures.stormed / (SECONDS + 3)).toFixed(0),
      "events/s of it": (figures.storms / SECONDS).toFixed(1),
      "host, % of a core": (figures.cpuShare * 100).toFixed(1),
      "stalest of the 49, ms": ms(figures.stalest),
      "rename → event p99 ms": ms(figures.p99),
    },
  ]);
}

async function list() {
  const rows = [];
  for (const count of [100, 1_000, 5_000]) {
    await withSessions(count, async ({ stateRoot }) => {
      const script = `
        import { listSessions } from ${JSON.stringify(import.meta.resolve("@para-docker/host"))};
        const began = performance.now();
        const views = await listSessions(${JSON.stringify(stateRoot)});
        console.log(JSON.stringify({ ms: performance.now() - began, views: views.length, cpu: process.cpuUsage() }));`;
      const times = [];
      for (let n = 0; n < 3; n += 1) {
        const ran = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
        if (ran.status !== 0) throw new Error(ran.stderr);
        const told = JSON.parse(ran.stdout);
        if (told.views !== count) throw new Error(`${told.views} of ${count} sessions were listed`);
        times.push(told.ms);
      }
      rows.push({
        sessions: count,
        "cold listing, ms (median of 3 processes)": ms(percentile(times, 0.5)),
        worst: ms(Math.max(...times)),
      });
    });
  }
  process.stdout.write("\nA fresh process lists all sessions, with the engine asked about them.\n");
  table(rows);
}

/** The least that a durable enqueue must do: append a line, sync it, replace the document. */
function bare(place) {
  const fd = openSync(join(place, "ledger"), "a");
  const line = Buffer.from(
    `${JSON.stringify({ record: "enqueue", command: { id: "x".repeat(20), type: "exec", command: "npm test" }, digest: "0".repeat(64), sequence: 1 })}\n`,
  );
  const document = Buffer.alloc(400, "x");
  return {
    act() {
      writeSync(fd, line);
      fdatasyncSync(fd);
      writeFileSync(join(place, ".document"), document);
      renameSync(join(place, ".document"), join(place, "document"));
    },
    close: () => closeSync(fd),
  };
}

async function enqueue() {
  await withSessions(1, async ({ stateRoot, docker, names }) => {
    const place = join(docker, "..", "bare");
    mkdirSync(place);
    const floor = bare(place);
    const session = await openSession(stateRoot, names[0], { engine: null });
    let count = 0;
    const samples = await sampleInTurn(
      {
        "append + fdatasync + rename, bare": () => floor.act(),
        "enqueue, durable": async () => {
          count += 1;
          await session.enqueue({ type: "exec", command: "npm test", id: `c-${count}` });
        },
      },
      200,
      10,
    );
    await session.close();
    floor.close();
    table(Object.entries(samples).map(([what, values]) => ({ what, ...latency(values) })));
    const [least, ours] = Object.values(samples).map((values) => percentile(values, 0.5));
    table([{ ratio: "enqueue / the least it must do", p50: (ours / least).toFixed(2) }]);
  });
}
