// `pnpm bench dashboard`: the page with many sessions: bytes to load, how soon a change is seen, an hour of plots, what the server costs.
//
// usage: pnpm bench dashboard [SESSIONS] [SECONDS]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";
import { chromium } from "playwright-core";
import { usageRing } from "../../packages/dashboard/dist/usage-ring.js";
import { latency, ms, percentile, table } from "./measure.mjs";

const cli = fileURLToPath(new URL("../../packages/cli/dist/para-docker.js", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
/** Clock ticks of /proc/PID/stat a second. */
const TICKS = 100;

const nameOf = (i) => `s${String(i).padStart(3, "0")}`;

/** Writes status and metrics of session `i` as an agent does. The phase tells when the status was renamed into its place. */
function write(state, i, sequence) {
  const directory = join(state, "docker", nameOf(i));
  if (sequence === 0) mkdirSync(directory, { recursive: true });
  const publish = (file, document) => {
    writeFileSync(join(directory, `.${file}`), JSON.stringify(document));
    renameSync(join(directory, `.${file}`), join(directory, file));
  };
  const timestamp = new Date().toISOString();
  publish("metrics.json", {
    timestamp,
    cpu: { usage_seconds: sequence, percent: (i * 7 + sequence * 3) % 100 },
    memory: { used_bytes: 50_000_000 + i * 1_000_000 + sequence * 1_000 },
    network: { rx_bytes: sequence * 20_000, tx_bytes: sequence * 3_000 },
  });
  publish("status.json", {
    timestamp,
    status: "running",
    health: "healthy",
    boot_id: "bench",
    sequence,
    phase: `at ${Date.now()}`,
    progress: { current: sequence % 100, total: 100, message: `step ${sequence}` },
    services: { api: "running", db: "running", web: i % 20 === 0 ? "error" : "running" },
  });
}

/** The writer's process: each session once a second, spread over the second. */
async function writer(state, count) {
  const began = performance.now();
  for (let step = 0; ; step += 1) {
    write(state, step % count, 1 + Math.floor(step / count));
    const due = began + ((step + 1) * 1_000) / count - performance.now();
    if (due > 0) await sleep(due);
  }
}

/** Processor seconds that process `pid` has used, and its memory in MiB. */
function costOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { seconds: (Number(fields[11]) + Number(fields[12])) / TICKS, mebibytes: Number(resident) / 1024 };
}

function startServer(workspace) {
  const child = spawn(process.execPath, [cli, "dashboard", "--json"], {
    cwd: workspace,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      if (text.includes("\n")) resolve({ child, ...JSON.parse(text) });
    });
    child.on("exit", (code) => reject(new Error(`para-docker dashboard ended with ${code}`)));
  });
}

/** Bytes of everything that opening the page loads, as they come over the wire, the first news not counted. */
async function loaded(page, url) {
  const files = [];
  const take = async (response) => {
    const path = new URL(response.url()).pathname;
    if (path.includes("/api/")) return;
    const { "content-length": length } = await response.allHeaders();
    files.push({ file: path.replace(/^\/[^/]+\//, "") || "index.html", bytes: Number(length) });
  };
  page.on("response", take);
  await page.goto(url);
  await page.waitForSelector("[data-card]");
  page.off("response", take);
  // The page that turns the link into a cookie is counted too.
  table([...files, { file: "in all", bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }]);
}

/** Milliseconds from the rename to the next painted frame that shows it, for every change of the cards that are there. */
async function delays(page, seconds) {
  await page.evaluate(() => {
    globalThis.delays = [];
    const seen = new MutationObserver((records) => {
      const now = Date.now;
      const phases = new Set(records.map(({ target }) => (target.nodeType === 3 ? target.data : target.textContent)));
      requestAnimationFrame(() => {
        for (const phase of phases) {
          const at = /^at (\d{13})$/.exec(phase)?.[1];
          if (at) globalThis.delays.push(now() - Number(at));
        }
      });
    });
    for (const phase of document.querySelectorAll(".card .phase span"))
      seen.observe(phase, { characterData: true, childList: true, subtree: true });
  });
  await sleep(seconds * 1_000);
  return page.evaluate(() => globalThis.delays.splice(0));
}

/** Bytes of the page's heap that are in use, and its nodes. */
async function pageSize(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.enable").then(() => client.send("Performance.getMetrics"));
  const of = (name) => metrics.find((each) => each.name === name).value;
  await client.detach();
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes") };
}

/** An hour of the page's own clock, in steps of five seconds, while the plots of one session are open. */
async function anHour(page, url) {
  await page.clock.install();
  await page.goto(url);
  await page.waitForSelector("[data-card]");
  await page.evaluate(() => {
    location.hash = "#/s000";
  });
  await page.waitForSelector(".u-wrap");
  const rows = [];
  for (let step = 0; step <= 720; step += 1) {
    if (step % 180 === 60 || step === 720) {
      const { heap, nodes } = await pageSize(page);
      rows.push({ "minutes of the page": step / 12, "heap MiB": (heap / 1024 ** 2).toFixed(1), nodes });
    }
    await page.clock.runFor(5_000);
    await sleep(20);
  }
  table(rows);
}

/** Rings of `count` sessions, fed a sample a second by a clock of their own. */
function rings(count) {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  const all = Array.from({ length: count }, usageRing);
  const rows = [];
  for (let second = 0; second <= 7_200; second += 1) {
    for (const ring of all)
      ring.add(second * 1_000, { cpu: second % 100, memory: second, received: second, sent: second });
    if (second === 60 || second % 3_600 === 0) {
      collect();
      const bytes = all.reduce((sum, ring) => sum + ring.bytes, 0);
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      rows.push({
        "samples of each": second + 1,
        "rings KiB": Math.round(bytes / 1024),
        "heap and buffers KiB": Math.round((heapUsed + arrayBuffers) / 1024),
        "points told": all[0].usage(second * 1_000).cpu.filter((value) => value !== null).length,
      });
    }
  }
  table(rows.slice(1));
}

export async function main(args) {
  if (args[0] === "writer") return writer(args[1], Number(args[2]));
  const count = Number(args[0] ?? 200);
  const seconds = Number(args[1] ?? 20);
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), "para-bench-")));
  const state = join(workspace, ".para", "state");
  for (let i = 0; i < count; i += 1) write(state, i, 0);
  const writing = spawn(process.execPath, [process.argv[1], "dashboard", "writer", state, String(count)], {
    stdio: "ignore",
  });
  const server = await startServer(workspace);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS.split(" ") });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await loaded(page, server.url);
    await page.waitForFunction((n) => document.querySelectorAll("[data-card]").length === n, count);
    await sleep(3_000);
    const before = costOf(server.child.pid);
    const began = performance.now();
    const seen = await delays(page, seconds);
    const after = costOf(server.child.pid);
    const passed = (performance.now() - began) / 1_000;
    table([
      {
        what: `a change of ${count} sessions × 1/s is painted, ms`,
        n: seen.length,
        ...latency(seen),
        max: ms(percentile(seen, 1)),
      },
    ]);
    table([
      {
        server: `${count} sessions × 1/s, one page`,
        "% of a core": (((after.seconds - before.seconds) / passed) * 100).toFixed(1),
        MiB: after.mebibytes.toFixed(0),
      },
    ]);
    await page.close();
    await anHour(await browser.newPage({ viewport: { width: 1280, height: 800 } }), server.url);
    rings(count);
  } finally {
    await browser.close();
    writing.kill();
    server.child.removeAllListeners("exit");
    server.child.kill("SIGINT");
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}
