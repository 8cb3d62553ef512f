// Runs the bats files, each in a process of its own and some at a time, and prints one TAP stream. Without GNU parallel, bats runs no
// file beside another.
//
// usage: node scripts/test.mjs [--quick | --all] [FILE…]
//
// On a set of pairs in which every shell and every awk occurs; with --quick on dash and mawk, and on busybox; with --all on every pair. A
// shell or an awk that is missing skips its tests by name. Files about the awk library go through every awk by themselves, and run once.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bats = join(root, "..", "..", "node_modules", ".bin", "bats");

/** Seconds that one test may take: one that hangs is a failure with a name. (Bats's own limit can outlive its test, and then hangs itself.) */
const TEST_LIMIT = 180;

const SHELLS = ["dash", "bash", "busybox", "mksh", "yash", "ksh", "zsh"];
const AWKS = ["mawk", "gawk", "original-awk", "busybox"];
const QUICK = [
  ["dash", "mawk"],
  ["busybox", "busybox"],
];
const COVERING = [
  ...QUICK,
  ["bash", "gawk"],
  ["mksh", "original-awk"],
  ["yash", "busybox"],
  ["ksh", "mawk"],
  ["zsh", "gawk"],
];

/** Most tests wait most of the time. */
const JOBS = 2 * availableParallelism();

const isMissing = (program) => spawnSync("sh", ["-c", 'command -v "$1"', "sh", program]).status !== 0;

/** The names of a file's tests. */
const testsOf = (file) =>
  Array.from(readFileSync(join(root, file), "utf8").matchAll(/^@test "(.*)"/gm), ([, name]) => name);

const isOfAwk = (file) => readFileSync(join(root, file), "utf8").includes("\nload awk-helper\n");

/** Runs one file on one pair, or without one; resolves to its exit code and its TAP lines, each with the pair in its name. */
function runFile(file, [shell, awk]) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...(shell && { PARA_TEST_SHELL: shell, PARA_TEST_AWK: awk }) };
    const child = spawn(bats, ["--tap", file], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    const name = shell ? `${shell}+${awk}` : "every awk";
    let output = "";
    const hung = () => {
      const ended = output.match(/^(not )?ok /gm)?.length ?? 0;
      const test = testsOf(file)[ended] ?? file;
      process.kill(-child.pid, "SIGKILL");
      child.stdout.destroy();
      output += `\nnot ok ${ended + 1} ${test} has not ended in ${TEST_LIMIT} s\n`;
      resolve({ code: 1, output, name });
    };
    let limit = setTimeout(hung, TEST_LIMIT * 1000);
    child.stdout.on("data", (chunk) => {
      output += chunk;
      clearTimeout(limit);
      limit = setTimeout(hung, TEST_LIMIT * 1000);
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve({ code, output, name });
    });
  });
}

async function main(args) {
  const every = () => SHELLS.flatMap((shell) => AWKS.map((awk) => [shell, awk]));
  const pairs = args.includes("--all") ? every() : args.includes("--quick") ? QUICK : COVERING;
  const missing = new Set([...SHELLS, ...AWKS].filter(isMissing));
  const chosen = args.filter((arg) => !arg.startsWith("--"));
  const names = chosen.length > 0 ? chosen : readdirSync(join(root, "test")).filter((name) => name.endsWith(".bats"));
  const files = names.map((name) => (name.includes("/") ? name : join("test", name)));
  const jobs = [
    ...files.filter(isOfAwk).map((file) => ({ file, pair: [] })),
    ...pairs.flatMap((pair) => files.filter((file) => !isOfAwk(file)).map((file) => ({ file, pair }))),
  ];
  let number = 0;
  let failed = 0;
  const tell = ({ output, name }) => {
    for (const line of output.split("\n")) {
      const test = /^(not ok|ok) \d+ (.*)$/.exec(line);
      if (test) process.stdout.write(`${test[1]} ${++number} ${name}: ${test[2]}\n`);
      else if (line.startsWith("#")) process.stdout.write(`${line}\n`);
    }
  };
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const absent = job.pair.find((program) => missing.has(program));
      if (absent !== undefined) {
        for (const test of testsOf(job.file))
          process.stdout.write(`ok ${++number} ${job.pair.join("+")}: ${test} # skip there is no ${absent} here\n`);
        continue;
      }
      const run = await runFile(job.file, job.pair);
      if (run.code !== 0) failed += 1;
      tell(run);
    }
  };
  await Promise.all(Array.from({ length: JOBS }, work));
  process.stdout.write(`1..${number}\n`);
  return failed > 0 || number === 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
