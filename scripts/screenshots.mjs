// Takes the pictures of the documentation from one real run: sessions in containers that work, wait for a person, and fail; the monitor in a
// real terminal, the dashboard in Chromium.
//
// usage: pnpm screenshots [DIRECTORY]      default: docs/images; needs an engine, tmux and Chromium; takes three minutes
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takePagePictures } from "../packages/dashboard/scripts/page-pictures.mjs";
import { connectEngine, makeImage, removeImage } from "../packages/host/dist/index.js";
import { terminalPicture } from "./terminal-picture.mjs";
import { root } from "./workspace.mjs";

const PROGRAM = join(root, "packages/cli/bin/para-docker.cjs");
const DIRECTORY = resolve(process.argv[2] ?? join(root, "docs/images"));
const REPORT = "sh /para/agent/para-report.sh";
/** Seconds of work before the pictures: agents of this run measure each second. */
const SECONDS = 140;
const COLUMNS = 118;
const ROWS = 18;

/** Keeps a core busy for a while, as a compiler would: `busy STEPS`. */
const BUSY = "busy() { n=0; while [ $n -lt $1 ]; do n=$((n+1)); done; }";

/** What runs in each session: programs of the workspace. */
const SESSIONS = {
  checkout: {
    lint: "echo 'src/cart.ts: 0 faults'",
    "type-check": "echo 'src/voucher.ts(12): a number is no text' >&2; exit 2",
    "run-tests": `${BUSY}
i=212; while [ $i -lt 640 ]; do i=$((i+2))
busy $((i%7*40000)); echo "ok $i - the cart keeps its items"
[ $((i%60)) = 0 ] && echo "not ok $i - a voucher is used twice" >&2
${REPORT} --health healthy --phase testing --progress $i/640 --message "Running the tests of the cart" --service api=running --service db=running
sleep 0.9; done`,
  },
  migration: {
    migrate: `${REPORT} --phase migrating --progress 3/4 --attention "Drop the column orders.legacy_id? It has 214 values." --service db=running; sleep 900`,
  },
  search: {
    index: `${BUSY}
${REPORT} --health unhealthy --phase indexing --progress 91/100 --message "Linking" --service web=running --service indexer=error --error "indexer: connection refused, tried 5 times"
while :; do busy 60000; sleep 0.7; done`,
  },
  docs: {
    "build-pages": `${REPORT} --phase published --progress 24/24 --message "24 pages are built" --warning "2 links lead nowhere"; echo "24 pages"`,
  },
  nightly: {
    "load-test": `${BUSY}
i=0; while :; do i=$((i+1)); busy $((i%20*20000)); ${REPORT} --health healthy --phase benchmarking --progress $i/0 --message "Round $i" --service load=running; sleep 2; done`,
  },
};

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "para-pictures-")));
const workspace = join(scratch, "shop");
const socket = `para-pictures-${process.pid}`;
const tmux = (...words) => execFileSync("tmux", ["-L", socket, ...words], { encoding: "utf8" });
const run = (...words) =>
  execFileSync(process.execPath, [PROGRAM, ...words], { cwd: workspace, stdio: ["ignore", "ignore", "inherit"] });

function startWork(image) {
  mkdirSync(workspace);
  writeFileSync(join(workspace, "agent.json"), JSON.stringify({ metrics_interval_seconds: 1 }));
  for (const [name, commands] of Object.entries(SESSIONS)) {
    run("start", name, "--image", image, "-e", "PARA_AGENT_CONFIG=/workspace/agent.json", "-q");
    for (const [title, line] of Object.entries(commands)) {
      writeFileSync(join(workspace, title), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
      run("exec", "-d", name, "--", `./${title}`);
    }
  }
}

/** The dashboard of the workspace, as a person starts it. */
async function openDashboard() {
  const child = spawn(process.execPath, [PROGRAM, "dashboard", "--json"], {
    cwd: workspace,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout.setEncoding("utf8"), "data");
  return { url: JSON.parse(line).url, close: () => child.kill("SIGINT") };
}

/** A terminal with `line` in it, until it is closed. */
function openTerminal(line, rows = ROWS) {
  const command = `'${process.execPath}' '${PROGRAM}' ${line}`;
  tmux("-f", "/dev/null", "new-session", "-d", "-x", `${COLUMNS}`, "-y", `${rows}`, "-c", workspace, command);
}

/** The terminal's screen, as a picture. */
function takeTerminalPicture(name, title) {
  const picture = terminalPicture(tmux("capture-pane", "-p", "-e"), COLUMNS, title);
  writeFileSync(join(DIRECTORY, `${name}.svg`), picture);
}

async function takeMonitorPictures() {
  takeTerminalPicture("monitor", "para-docker monitor: a row for each session, those that need a person first");
  tmux("send-keys", "/", "c", "h", "e", "c", "k", "Enter");
  await sleep(500);
  tmux("send-keys", "Enter", "2");
  await sleep(1_500);
  takeTerminalPicture("monitor-session", "para-docker monitor: the commands of a session with live output");
  tmux("kill-server");
}

async function takeWaitPicture() {
  openTerminal("wait checkout --for phase=deployed", 2);
  await sleep(8_000);
  takeTerminalPicture("wait", "para-docker wait: how far the session has got, with rate and time left");
  tmux("kill-server");
}

async function main() {
  mkdirSync(DIRECTORY, { recursive: true });
  const engine = await connectEngine({});
  const image = await makeImage(engine, "busybox", "shop:dev");
  let dashboard;
  try {
    startWork(image);
    dashboard = await openDashboard();
    openTerminal("monitor");
    await sleep(SECONDS * 1_000);
    await takeMonitorPictures();
    await takePagePictures(dashboard.url, DIRECTORY);
    await takeWaitPicture();
  } finally {
    dashboard?.close();
    for (const name of Object.keys(SESSIONS)) {
      try {
        run("finish", name, "--discard", "--timeout", "0", "-q");
      } catch {
        // It was not started.
      }
    }
    await removeImage(engine, image);
    engine.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
