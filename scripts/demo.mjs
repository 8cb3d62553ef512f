// One whole session with this repository as its workspace, step by step, with the command line that a user has.
//
// usage: node scripts/demo.mjs [--runtime docker|local] [--agent sh|node] [--image IMAGE]
//
// On a Docker engine where one answers, with an image that is named or made on the spot of this machine's programs; else on
// the local runtime. Whatever happens, the session is gone afterwards.
import { spawn, spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { connectEngine, makeImage } from "../packages/host/dist/index.js";
import { root } from "./workspace.mjs";

const PROGRAM = join(root, "packages/cli/bin/para-docker.cjs");
/** Where the repository lies in the session: commands start there. */
const WORK = "scripts/demo-work.sh";

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text);
const bold = paint("1");
const dim = paint("2");
const cyan = paint("36");
const red = paint("31");
const say = (line = "") => process.stdout.write(`${line}\n`);

/** Longest that one call may take: then something hangs, and the demo says which. */
const CALL_MS = 60_000;

let interrupted = false;
let running;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupted = true;
    // A terminal has told the child already; a second interrupt would make it leave without cleaning up.
    if (signal !== "SIGINT" || !process.stdin.isTTY) running?.kill("SIGINT");
  });
}

/** Words as a shell would take them. */
function shown(words) {
  return words.map((word) => (/^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}

/** Runs `para-docker` with its output where ours goes; resolves to its standard output if that is wanted. */
function run(words, { expect = 0, wanted = false } = {}) {
  say(`\n${cyan("$")} ${bold(`para-docker ${shown(words)}`)}`);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(colours ? { FORCE_COLOR: "1" } : {}) };
    const stdio = ["ignore", wanted ? "pipe" : "inherit", "inherit"];
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: root, stdio, env });
    running = child;
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), CALL_MS);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (interrupted) reject(new Error("interrupted"));
      else if (code !== expect)
        reject(new Error(`para-docker ${words[0]} ended with ${code ?? signal}, not ${expect}`));
      else resolve(stripVTControlCharacters(output).trim());
    });
  });
}

/** What `para-docker` prints, without showing the call. */
function ask(words) {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...words], { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout : "";
}

/** Shows the progress that the status tells, for as long as `work` goes on. */
async function watchProgress(name, work) {
  let last = "";
  let going = true;
  const ended = work.finally(() => {
    going = false;
  });
  const watching = (async () => {
    while (going) {
      const text = ask(["status", name, "--json"]);
      const { phase, progress } = text === "" ? {} : JSON.parse(text);
      const line =
        progress === undefined ? "" : `${phase} ${progress.current}/${progress.total} ${progress.message ?? ""}`;
      if (line !== last && line !== "" && going) say(dim(`      status.json says: ${line}`));
      last = line;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  })();
  await ended;
  await watching;
}

/** The runtime to use and why, with the flags of `start` that choose it. */
async function chooseRuntime({ runtime, agent, image }) {
  const local = (why) => ({
    why,
    flags: ["--runtime", "local"],
    words: "the local runtime: the agent is a process of this machine",
  });
  if (runtime === "local") return local("as asked");
  const mustDocker = runtime === "docker" || image !== undefined;
  try {
    const engine = await connectEngine({});
    try {
      const made =
        image ?? (await makeImage(engine, agent === "node" ? "node" : "busybox", `para-docker-demo:${agent}`));
      const why =
        image === undefined
          ? `an engine answers at ${engine.address}; its image is made of this machine's programs`
          : "as asked";
      return { why, flags: ["--runtime", "docker", "--image", made], words: `Docker, image ${made}` };
    } finally {
      engine.close();
    }
  } catch (error) {
    if (mustDocker) throw error;
    return local(error.message);
  }
}

/** The first of `demo`, `demo-2`, … that no session has. */
function freeName() {
  const text = ask(["list", "--json"]);
  const taken = new Set(text === "" ? [] : JSON.parse(text).containers.map((each) => each.session_name));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? "demo" : `demo-${n}`;
    if (!taken.has(name)) return name;
  }
}

function readFlags() {
  const choice = (value, allowed, flag) => {
    if (value !== undefined && !allowed.includes(value))
      throw new Error(`${flag} is ${allowed.join(" or ")}, not ${value}`);
    return value;
  };
  const options = { runtime: { type: "string" }, agent: { type: "string" }, image: { type: "string" } };
  const { values } = parseArgs({ options });
  choice(values.runtime, ["docker", "local"], "--runtime");
  choice(values.agent, ["sh", "node"], "--agent");
  return { agent: "sh", ...values };
}

async function session(name, flags, { agent }) {
  await run(["start", name, ...flags, "--agent", agent]);

  say(
    dim("\nA command, its words exactly as they are; stdout and stderr stay apart, and the exit code comes through:"),
  );
  await run(
    [
      "exec",
      name,
      "--",
      "sh",
      "-c",
      'echo "in $(pwd): $# words: $*"; echo "to stderr" >&2; exit 7',
      "sh",
      "$(reboot)",
      "two words",
    ],
    { expect: 7 },
  );
  say(dim("exit code 7, as it should be"));

  say(dim("\nWork that reports how far it has got (para-report); the status shows it while the output comes:"));
  await watchProgress(name, run(["exec", name, "--timeout", "60", "--", "sh", WORK]));
  await run(["status", name]);

  say(
    dim("\nA command that would run for five minutes, started in the background, then cancelled with all it started:"),
  );
  const id = await run(["exec", "-d", name, "--", "sleep", "300"], { wanted: true });
  await run(["cancel", name, id]);

  say(dim("\nWhat the agent did, and every session there is:"));
  await run(["logs", name, "--tail", "6"]);
  await run(["list"]);

  say(dim("\nGraceful shutdown, then an archive of results and logs:"));
  const finished = await run(["finish", name], { wanted: true });
  const path = /is finished: (.+)$/m.exec(finished)?.[1];
  if (path === undefined) throw new Error("the session was not archived");
  return path;
}

function listArchive(path) {
  say(`\n${cyan("$")} ${bold(`tar -tzvf ${relative(root, path)}`)}`);
  const { status, stdout, error } = spawnSync("tar", ["-tzvf", path], { encoding: "utf8" });
  say(error === undefined && status === 0 ? stdout.trimEnd() : dim("(there is no tar here to list it)"));
}

async function main() {
  const began = performance.now();
  const flags = readFlags();
  const runtime = await chooseRuntime(flags);
  say(`${bold("One whole session")} on ${runtime.words}`);
  say(dim(`(${runtime.why})`));
  const name = freeName();
  let archive;
  try {
    archive = await session(name, runtime.flags, flags);
  } finally {
    if (archive === undefined) {
      say(dim(`\ncleaning up: para-docker finish ${name} --discard`));
      ask(["finish", name, "--discard", "--timeout", "1"]);
    }
  }
  listArchive(archive);
  say(`\n${bold("Done")} in ${((performance.now() - began) / 1000).toFixed(1)} s. The archive: ${bold(archive)}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${red("demo:")} ${error.message}\n${error.hint ? `  ${error.hint}\n` : ""}`);
  process.exitCode = interrupted ? 130 : 1;
}
