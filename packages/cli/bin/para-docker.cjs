#!/usr/bin/env node
// Starts the built program. This file is in the repository and not built, so that package managers can link it before a build.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const dist = path.join(__dirname, "..", "dist");
const words = process.argv.slice(2);
if (words.length === 0 || (words.length === 1 && ["--help", "-h", "help"].includes(words[0])))
  require("../dist/quick-help.cjs");
else run();

function run() {
  const Module = require("node:module");
  const verb = words.find((word, i) => !word.startsWith("-") && words[i - 1] !== "--state-dir");
  // Node 22 keeps compiled code between runs.
  Module.enableCompileCache?.();
  if (verb === undefined || verb === "exec") runQuick(Module, path.join(dist, "quick.cjs"));
  else import("../dist/para-docker.js");
}

/** Runs `file`; where Node cannot keep its compiled code (20), we do, among the user's caches: a third of the time it takes to load. */
function runQuick(Module, file) {
  const kept = Module.enableCompileCache === undefined && process.env.NODE_DISABLE_COMPILE_CACHE === undefined;
  const directory = cacheDirectory();
  if (!kept || directory === undefined) return void require(file);
  const { Script } = require("node:vm");
  const { size, mtimeMs } = fs.statSync(file);
  const key = Buffer.from(`${file} ${size} ${mtimeMs}\n`);
  const cache = path.join(directory, `quick-${process.version}-${process.arch}`);
  const cachedData = readOwn(cache, key);
  const script = new Script(Module.wrap(fs.readFileSync(file, "utf8")), { filename: file, cachedData });
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", () => keep(directory, cache, Buffer.concat([key, script.createCachedData()])));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(file), module, file, dist);
}

function cacheDirectory() {
  const { XDG_CACHE_HOME: caches, HOME: home } = process.env;
  const base = caches || (home && path.join(home, ".cache"));
  return base && path.isAbsolute(base) ? path.join(base, "para-docker") : undefined;
}

/** What is kept under `key`. It is code that will run: nobody but us may have written it. */
function readOwn(cache, key) {
  let fd;
  try {
    fd = fs.openSync(cache, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
    const { uid, mode } = fs.fstatSync(fd);
    if (uid !== process.geteuid?.() || (mode & 0o022) !== 0) return undefined;
    const bytes = fs.readFileSync(fd);
    return bytes.subarray(0, key.length).equals(key) ? bytes.subarray(key.length) : undefined;
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

/** A home that cannot be written, or a full disk, costs the next call what this one paid. */
function keep(directory, cache, bytes) {
  const temporary = `${cache}.${process.pid}`;
  try {
    // One at a time: below /proc and the like a recursive mkdir of Node 20 never ends.
    for (const each of [path.dirname(directory), directory])
      if (!fs.existsSync(each)) fs.mkdirSync(each, { mode: 0o700 });
    fs.writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx" });
    fs.renameSync(temporary, cache);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}
