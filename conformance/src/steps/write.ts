// Steps that change files: publish, write, place, remove, ring.
import { execFile } from "node:child_process";
import { appendFileSync, constants, openSync } from "node:fs";
import { appendFile, link, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Place, Publish, Remove, Ring, Write } from "../case.js";
import { byteLimit } from "../data.js";
import { ringDoorbell, temporaryBeside, writeWhole } from "../files.js";
import { CaseFault } from "../substitute.js";
import { pathOf, statusDirectory, type World } from "../world.js";

/** Publishes the queue as a good host does. */
export async function publish(world: World, step: Publish): Promise<void> {
  const now = new Date().toISOString();
  const sequence = step.sequence === undefined ? world.sequence + 1 : step.sequence;
  if (sequence !== null) world.sequence = sequence;
  const queue = {
    protocol_version: "1.0",
    ...(sequence === null ? {} : { sequence }),
    timestamp: now,
    commands: step.commands.map((command) => ({ timestamp: now, ...command })),
    processed: step.processed ?? [],
  };
  await writeWhole(pathOf(world, "status/commands.json"), Buffer.from(JSON.stringify(queue)));
  if (step.ring !== false) await ringDoorbell(statusDirectory(world));
}

/** Writes any file. */
export async function write(world: World, step: Write): Promise<void> {
  const path = pathOf(world, step.file);
  const bytes = pad(contentOf(step), step);
  await mkdir(dirname(path), { recursive: true });
  if (!step.torn) await writeWhole(path, bytes);
  else {
    await writeFile(path, bytes.subarray(0, step.torn.at));
    if (step.torn.pause_ms !== undefined) {
      if (step.ring !== false) await ringDoorbell(statusDirectory(world));
      await sleep(step.torn.pause_ms);
      await appendFile(path, bytes.subarray(step.torn.at));
    }
  }
  if (step.ring !== false) await ringDoorbell(statusDirectory(world));
}

function contentOf(step: Write): Buffer {
  if (step.json !== undefined) return Buffer.from(JSON.stringify(step.json));
  if (step.text !== undefined) return Buffer.from(step.text.repeat(step.repeat ?? 1));
  if (step.hex !== undefined) return Buffer.from(step.hex, "hex");
  throw new CaseFault(`nothing to write into ${step.file}: give json, text or hex`);
}

function pad(bytes: Buffer, step: Write): Buffer {
  if (step.pad_to_limit === undefined) return bytes;
  const kind = step.document ?? documentOf(step.file);
  const limit = byteLimit(kind);
  if (limit === undefined) throw new CaseFault(`${step.file}: there is no document of the kind ${kind}`);
  const size = limit + step.pad_to_limit;
  if (bytes.length > size) throw new CaseFault(`${step.file}: the content is larger than the limit already`);
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 0x20)]);
}

/** The kind of document that lies at a path. */
function documentOf(file: string): string {
  if (file === "config/agent.json") return "agent-config";
  return dirname(file).endsWith("/reports") ? "report" : basename(file, ".json");
}

/** Puts a directory, a FIFO or a link in the place of a file. */
export async function place(world: World, step: Place): Promise<void> {
  const path = pathOf(world, step.file);
  const temporary = temporaryBeside(path);
  await mkdir(dirname(path), { recursive: true });
  if (step.kind === "directory") {
    await rm(path, { recursive: true, force: true });
    await mkdir(path);
  } else {
    if (step.kind === "fifo") await promisify(execFile)("mkfifo", [temporary]);
    else if (step.target === undefined) throw new CaseFault(`a ${step.kind} needs a target`);
    else if (step.kind === "link") await symlink(seenPath(world, step.target), temporary);
    else await link(pathOf(world, step.target), temporary);
    await rename(temporary, path);
  }
  if (step.heard !== undefined) listen(world, path, pathOf(world, step.heard));
  if (step.ring !== false) await ringDoorbell(statusDirectory(world));
}

/** Writes what comes out of a FIFO into `file` until the case ends. Open for writing too, it never comes to an end by itself. */
function listen(world: World, fifo: string, file: string): void {
  const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const socket = new Socket({ fd, readable: true, writable: false });
  socket.on("data", (bytes) => appendFileSync(file, bytes));
  world.atEnd.push(() => socket.destroy());
}

/** Where a path of the case lies for the judged program: a link has to lead somewhere there. */
function seenPath(world: World, file: string): string {
  const path = pathOf(world, file);
  for (const folder of ["status", "workspace"] as const) {
    const own = `${pathOf(world, folder)}/`;
    if (path.startsWith(own)) return join(world.seen[folder], path.slice(own.length));
  }
  return path;
}

/** Removes a file or a tree. */
export async function remove(world: World, step: Remove): Promise<void> {
  await rm(pathOf(world, step.file), { recursive: true, force: true });
  if (step.ring !== false) await ringDoorbell(statusDirectory(world));
}

/** Rings the doorbell. */
export async function ring(world: World, step: Ring): Promise<void> {
  await ringDoorbell(statusDirectory(world), step.times ?? 1);
}
