// What the confined file system does with honest files: reads, listings, replacements, removals, and its own faults.
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deepTree, expectNoneOpen, openDescriptors, temporaryDirectory } from "../../test/support.js";
import { type HostError, isHostError } from "../errors.js";
import {
  closeDirectory,
  type Directory,
  list,
  makeDirectory,
  makeNote,
  openAnchor,
  readNote,
  readRange,
  readWhole,
  removeTree,
  replaceFile,
  ring,
  temporaryName,
  walkTo,
  watchDirectory,
} from "./index.js";
import { isTemporaryOf } from "./write.js";

let place: string;
let directory: Directory;

beforeEach(() => {
  place = temporaryDirectory();
  directory = openAnchor(place);
});

afterEach(async () => {
  closeDirectory(directory);
  await expectNoneOpen(place);
});

describe("reading", () => {
  it("gives the bytes and a version that a rename and a write in place change", () => {
    const versions = new Set<string>();
    const read = () => {
      const found = readWhole(directory, "a", 100);
      if (!found.ok) throw new Error(found.fault.message);
      versions.add(found.value.version);
      return found.value.bytes.toString();
    };
    replaceFile(directory, "a", Buffer.from("one"), { mode: 0o600, sync: "none" });
    expect(read()).toBe("one");
    expect(read()).toBe("one");
    expect(versions.size).toBe(1);
    appendFileSync(join(place, "a"), "!");
    expect(read()).toBe("one!");
    replaceFile(directory, "a", Buffer.from("two!"), { mode: 0o600, sync: "none" });
    expect(read()).toBe("two!");
    expect(versions.size).toBe(3);
  });

  it("never gives half of two versions of a document that is renamed over all the time", async () => {
    const writer = spawn(process.execPath, [
      "-e",
      `let n = 0; const [, dir] = process.argv; const { writeFileSync, renameSync } = fs;
       for (;;) { const text = String(n++ % 10).repeat(50000); writeFileSync(dir + "/.t", text); renameSync(dir + "/.t", dir + "/doc"); }`,
      place,
    ]);
    try {
      await vi.waitUntil(() => readWhole(directory, "doc", 100_000).ok, { timeout: 5_000 });
      for (let n = 0; n < 2_000; n += 1) {
        const found = readWhole(directory, "doc", 100_000);
        if (!found.ok) throw new Error(found.fault.message);
        const text = found.value.bytes.toString("latin1");
        expect(text).toBe(text.charAt(0).repeat(50_000));
      }
    } finally {
      writer.kill("SIGKILL");
    }
  });

  it("calls a file unstable that grows under each of three readings", async () => {
    const writer = spawn(process.execPath, [
      "-e",
      `const fd = fs.openSync(process.argv[1], "a"); const b = Buffer.alloc(1, "x"); for (;;) fs.writeSync(fd, b)`,
      join(place, "grows"),
    ]);
    try {
      const codes = new Set<string>();
      const until = performance.now() + 15_000;
      while (!codes.has("unstable_file") && performance.now() < until) {
        const found = readWhole(directory, "grows", 50_000_000);
        if (!found.ok) codes.add(found.fault.code);
        if (codes.has("missing")) await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect([...codes].filter((code) => code !== "missing")).toEqual(["unstable_file"]);
    } finally {
      writer.kill("SIGKILL");
    }
  });

  it("gives ranges, short at the end and empty past it", () => {
    writeFileSync(join(place, "out"), "0123456789");
    const text = (from: number, length: number) => {
      const found = readRange(directory, "out", from, length);
      return found.ok ? found.value.bytes.toString() : found.fault.code;
    };
    expect(text(0, 4)).toBe("0123");
    expect(text(8, 4)).toBe("89");
    expect(text(10, 4)).toBe("");
    expect(text(1_000, 4)).toBe("");
  });

  const python = spawnSync("python3", ["-c", "import fcntl; fcntl.F_SETLEASE"]).status === 0;
  it.skipIf(!python)("does not wait for a file that its owner holds a lease on (needs python3)", async () => {
    writeFileSync(join(place, "status.json"), "{}");
    const holder = spawn("python3", [
      "-c",
      "import fcntl,sys,time,os,signal\nsignal.signal(signal.SIGIO, signal.SIG_IGN)\nfd=os.open(sys.argv[1],os.O_RDWR)\nfcntl.fcntl(fd,fcntl.F_SETLEASE,fcntl.F_WRLCK)\nprint('held',flush=True)\ntime.sleep(20)",
      join(place, "status.json"),
    ]);
    try {
      await new Promise((resolve) => holder.stdout.once("data", resolve));
      const started = performance.now();
      const found = readWhole(directory, "status.json", 10);
      expect(performance.now() - started).toBeLessThan(250);
      expect(found).toMatchObject({ ok: false, fault: { code: "unstable_file" } });
    } finally {
      holder.kill("SIGKILL");
    }
  });
});

describe("listing", () => {
  it("stops at its budget of entries and says so", () => {
    for (let n = 0; n < 300; n += 1) writeFileSync(join(place, `f${n}`), "");
    const whole = list(directory);
    expect(whole.ok && [whole.value.names.length, whole.value.complete]).toEqual([300, true]);
    const part = list(directory, { entries: 100 });
    expect(part.ok && [part.value.names.length, part.value.complete]).toEqual([100, false]);
  });

  it("stops at its budget of time", () => {
    for (let n = 0; n < 600; n += 1) writeFileSync(join(place, `f${n}`), "");
    const part = list(directory, { ms: 0 });
    expect(part.ok && part.value.complete).toBe(false);
  });

  it("keeps names that are not UTF-8 apart, as they are, and gives names with line ends whole", () => {
    writeFileSync(join(place, "two\nlines"), "");
    writeFileSync(Buffer.concat([Buffer.from(`${place}/`), Buffer.from([0xff, 0x41])]), "");
    const listed = list(directory);
    expect(listed.ok && listed.value).toEqual({
      names: ["two\nlines"],
      odd: [Buffer.from([0xff, 0x41])],
      complete: true,
    });
  });
});

describe("writing", () => {
  it("sets the mode whatever the umask, and leaves no temporary name", () => {
    const umask = process.umask(0o077);
    try {
      replaceFile(directory, "commands.json", Buffer.from("{}"), { mode: 0o660, sync: "full", directoryGroup: true });
      closeDirectory(makeDirectory(directory, "status", 0o770));
    } finally {
      process.umask(umask);
    }
    expect(statSync(join(place, "commands.json")).mode & 0o7777).toBe(0o660);
    expect(statSync(join(place, "status")).mode & 0o7777).toBe(0o770);
    expect(readdirSync(place).sort()).toEqual(["commands.json", "status"]);
  });

  it("holds what it replaced for a moment, so that nobody waits until its blocks are given back", async () => {
    const write = (text: string) => replaceFile(directory, "a", Buffer.from(text), { mode: 0o600, sync: "none" });
    write("one");
    const before = openDescriptors(place);
    write("two");
    expect(openDescriptors(place)).toBe(before + 1);
    await expect.poll(() => openDescriptors(place)).toBe(before);
  });

  it.skipIf(process.getuid?.() !== 0)("gives a document its directory's group (needs root)", () => {
    mkdirSync(join(place, "s"));
    spawnSync("chgrp", ["4242", join(place, "s")]);
    const found = walkTo(directory, ["s"]);
    if (!found.ok) throw new Error(found.fault.message);
    replaceFile(found.value, "commands.json", Buffer.from("{}"), { mode: 0o640, sync: "none", directoryGroup: true });
    closeDirectory(found.value);
    expect(statSync(join(place, "s", "commands.json")).gid).toBe(4242);
  });

  it("knows its own temporary names and no others", () => {
    expect(isTemporaryOf("commands.json", temporaryName("commands.json"))).toBe(true);
    for (const other of [".commands.json.", ".commands.json.xyz", "commands.json", ".status.json.0123456789abcdef"]) {
      expect(isTemporaryOf("commands.json", other)).toBe(false);
    }
  });

  it("leaves the old document whole and no temporary name where the directory refuses", () => {
    writeFileSync(join(place, "commands.json"), "old");
    const gone = openAnchor(place);
    let error: unknown;
    const full = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k,nr_inodes=16", "tmpfs", place]);
    if (full.status !== 0) return closeDirectory(gone);
    const small = openAnchor(place);
    try {
      replaceFile(small, "commands.json", Buffer.from("old"), { mode: 0o600, sync: "none" });
      try {
        replaceFile(small, "commands.json", Buffer.alloc(1_000_000), { mode: 0o600, sync: "none" });
      } catch (thrown) {
        error = thrown;
      }
      expect(readFileSync(join(place, "commands.json"), "utf8")).toBe("old");
      expect(readdirSync(place)).toEqual(["commands.json"]);
    } finally {
      closeDirectory(small);
      closeDirectory(gone);
      spawnSync("umount", [place]);
    }
    expect(isHostError(error) && (error as HostError).code).toBe("write_failed");
  });

  it("makes a directory once, and refuses what is none", () => {
    closeDirectory(makeDirectory(directory, "d", 0o700));
    closeDirectory(makeDirectory(directory, "d", 0o700));
    writeFileSync(join(place, "f"), "");
    expect(() => makeDirectory(directory, "f", 0o700)).toThrowError(expect.objectContaining({ code: "unsafe_file" }));
  });

  it("makes a note for one only", () => {
    expect(makeNote(directory, "lock", "first")).toBe(true);
    expect(makeNote(directory, "lock", "second")).toBe(false);
    expect(readNote(directory, "lock")).toBe("first");
    expect(readNote(directory, "none")).toBeUndefined();
  });
});

describe("the doorbell", () => {
  it("is heard by a reader, and ignored without one or when it is full", () => {
    spawnSync("mkfifo", [join(place, "doorbell")]);
    expect(ring(directory, "doorbell")).toBe(false);
    const reader = openSync(join(place, "doorbell"), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      expect(ring(directory, "doorbell")).toBe(true);
      expect(readSync(reader, Buffer.alloc(10))).toBe(1);
      const writer = openSync(join(place, "doorbell"), constants.O_WRONLY | constants.O_NONBLOCK);
      while (writes(writer));
      closeSync(writer);
      let rung = 0;
      while (ring(directory, "doorbell")) rung += 1;
      expect(rung).toBeLessThan(4_096);
    } finally {
      closeSync(reader);
    }
  });
});

/** Whether another 4 KiB went into a FIFO. */
function writes(fd: number): boolean {
  try {
    return writeSync(fd, Buffer.alloc(4096)) > 0;
  } catch {
    return false;
  }
}

describe("removing", () => {
  it("takes a tree of 5,000 levels, wide ones, and names of any bytes", async () => {
    deepTree(join(place, "deep"), 5_000);
    mkdirSync(join(place, "wide"));
    for (let n = 0; n < 2_000; n += 1) writeFileSync(join(place, "wide", `f\n${n}`), "");
    writeFileSync(Buffer.concat([Buffer.from(`${place}/wide/`), Buffer.from([0xff])]), "");
    expect(await removeTree(directory, "deep")).toEqual({ removed: 5_002, left: [] });
    expect(await removeTree(directory, "wide")).toEqual({ removed: 2_002, left: [] });
    expect(readdirSync(place)).toEqual([]);
  });

  it("takes directories that forbid everything", async () => {
    mkdirSync(join(place, "a", "b", "c"), { recursive: true });
    for (const path of ["a/b/c", "a/b", "a"]) chmodSync(join(place, path), 0);
    expect((await removeTree(directory, "a")).left).toEqual([]);
    expect(readdirSync(place)).toEqual([]);
  });

  it("leaves a file system that is mounted inside, and says so", async () => {
    mkdirSync(join(place, "a", "mounted"), { recursive: true });
    if (spawnSync("mount", ["-t", "tmpfs", "tmpfs", join(place, "a", "mounted")]).status !== 0) return;
    writeFileSync(join(place, "a", "mounted", "precious"), "");
    const report = await removeTree(directory, "a");
    expect(report.left.length).toBeGreaterThan(0);
    const [pen] = readdirSync(place);
    const mounted = spawnSync("find", [join(place, pen ?? ""), "-name", "precious"])
      .stdout.toString()
      .trim();
    expect(mounted).not.toBe("");
    spawnSync("umount", [join(mounted, "..")]);
  });

  it("of nothing does nothing", async () => {
    expect(await removeTree(directory, "none")).toEqual({ removed: 0, left: [] });
  });

  it("uses the staging directory that it is given and leaves nothing in it", async () => {
    mkdirSync(join(place, "private"));
    mkdirSync(join(place, "s", "x"), { recursive: true });
    const staging = walkTo(directory, ["private"]);
    if (!staging.ok) throw new Error(staging.fault.message);
    await removeTree(directory, "s", { staging: staging.value });
    closeDirectory(staging.value);
    expect(readdirSync(place)).toEqual(["private"]);
    expect(readdirSync(join(place, "private"))).toEqual([]);
  });
});

describe("watching", () => {
  it("notices a rename into a directory that is not held open any more", async () => {
    mkdirSync(join(place, "s"));
    const found = walkTo(directory, ["s"]);
    if (!found.ok) throw new Error(found.fault.message);
    const seen: string[] = [];
    const watching = watchDirectory(
      found.value,
      (name) => seen.push(name),
      () => seen.push("failed"),
    );
    closeDirectory(found.value);
    writeFileSync(join(place, "s", ".t"), "");
    spawnSync("mv", [join(place, "s", ".t"), join(place, "s", "status.json")]);
    await vi.waitUntil(() => seen.includes("status.json"), { timeout: 2_000 });
    watching?.close();
  });
});
