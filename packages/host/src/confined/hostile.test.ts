// Every hostile inode in the place of every document: a typed answer, at once, nothing opened, nothing leaked.
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectNoneOpen, HOSTILE, sparseFile, temporaryDirectory } from "../../test/support.js";
import {
  closeDirectory,
  type Directory,
  type Found,
  list,
  openAnchor,
  openDirectory,
  readRange,
  readWhole,
  removeTree,
  replaceFile,
  ring,
  setConfinement,
  type Walk,
  walkTo,
} from "./index.js";

const AT_ONCE_MS = 250;

/** What may be tried with a name. Each gives the code of its answer. */
const OPERATIONS: Readonly<Record<string, (directory: Directory, name: string) => string>> = {
  "reading it whole": (directory, name) => codeOf(readWhole(directory, name, 1024)),
  "reading a range": (directory, name) => codeOf(readRange(directory, name, 0, 1024)),
  "walking into it": (directory, name) => codeOf(walkTo(directory, [name, "status.json"])),
};

function codeOf(found: Found<unknown>): string {
  return found.ok ? "read" : found.fault.code;
}

const WALKS: Walk[] = ["descriptor", "path"];

describe.each(WALKS)("on the %s walk", async (walk) => {
  let place: string;
  let directory: Directory;

  beforeEach(() => {
    setConfinement(walk);
    place = temporaryDirectory();
    directory = openAnchor(place);
  });

  afterEach(async () => {
    closeDirectory(directory);
    setConfinement();
    await expectNoneOpen(place);
  });

  for (const [what, plant] of Object.entries(HOSTILE)) {
    for (const [operation, run] of Object.entries(OPERATIONS)) {
      it(`${operation} answers with a fault where ${what} lies`, () => {
        plant(join(place, "status.json"));
        const started = performance.now();
        const code = run(directory, "status.json");
        expect(performance.now() - started).toBeLessThan(AT_ONCE_MS);
        const isDirectory = what.includes("directory") && !what.startsWith("a link");
        const expected =
          operation === "walking into it" && isDirectory ? ["unsafe_file", "missing", "read"] : ["unsafe_file"];
        expect(expected).toContain(code);
      });
    }

    it(`the doorbell is not rung where ${what} lies, unless it is a FIFO with a reader`, () => {
      plant(join(place, "doorbell"));
      expect(ring(directory, "doorbell")).toBe(false);
    });

    it(`a document replaces ${what}, or is refused, and nothing outside changes`, () => {
      const passwd = readFileSync("/etc/passwd");
      plant(join(place, "commands.json"));
      try {
        replaceFile(directory, "commands.json", Buffer.from("{}"), { mode: 0o640, sync: "none" });
        expect(statSync(join(place, "commands.json")).mode & 0o7777).toBe(0o640);
        expect(readFileSync(join(place, "commands.json"), "utf8")).toBe("{}");
      } catch (error) {
        expect(error).toMatchObject({ code: "unsafe_file" });
        expect(what).toMatch(/^a (full )?directory/);
      }
      expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
      expect(readFileSync("/etc/passwd")).toEqual(passwd);
    });

    it(`removing takes away ${what} and nothing behind it`, async () => {
      plant(join(place, "tree"));
      const report = await removeTree(directory, "tree");
      expect(report.left).toEqual([]);
      expect(readdirSync(place).filter((name) => name !== "tree.other")).toEqual([]);
      expect(statSync("/etc/passwd").isFile()).toBe(true);
    });

    it(`a listing goes past ${what}`, () => {
      plant(join(place, "x"));
      const listed = list(directory);
      expect(listed.ok && listed.value.names).toContain("x");
    });
  }

  it("a parent that is a link is not followed", () => {
    mkdirSync(join(place, "outside"));
    writeFileSync(join(place, "outside", "secret"), "secret");
    HOSTILE["a link to a directory outside"]?.(join(place, "logs"));
    expect(codeOf(walkTo(directory, ["logs", "passwd"]))).toBe("unsafe_file");
  });

  it("a file of a terabyte is oversize, and a range of it is read all the same", () => {
    sparseFile(join(place, "status.json"));
    expect(codeOf(readWhole(directory, "status.json", 262_144))).toBe("oversize");
    const range = readRange(directory, "status.json", 2 ** 39, 10);
    expect(range.ok && range.value).toMatchObject({ size: 2 ** 40, bytes: Buffer.alloc(10) });
  });

  it("a file at its limit is read, one byte more is oversize", () => {
    writeFileSync(join(place, "at"), "x".repeat(1000));
    writeFileSync(join(place, "over"), "x".repeat(1001));
    expect(codeOf(readWhole(directory, "at", 1000))).toBe("read");
    expect(codeOf(readWhole(directory, "over", 1000))).toBe("oversize");
  });

  it("what is not there is missing, at the end and on the way", () => {
    expect(codeOf(readWhole(directory, "none", 10))).toBe("missing");
    expect(codeOf(walkTo(directory, ["none", "deeper"]))).toBe("missing");
  });

  it.each(["", ".", "..", "a/b", "/etc", "a\0b", "x".repeat(256)])("the name %j is refused", (name) => {
    expect(codeOf(readWhole(directory, name, 10))).toBe("unsafe_file");
    expect(codeOf(openDirectory(directory, name))).toBe("unsafe_file");
  });
});

describe("on the descriptor walk alone", () => {
  it("a directory that is swapped for a link while it is held is still the same directory", () => {
    const place = temporaryDirectory();
    mkdirSync(join(place, "logs"));
    writeFileSync(join(place, "logs", "passwd"), "ours");
    const anchor = openAnchor(place);
    const logs = walkTo(anchor, ["logs"]);
    if (!logs.ok) throw new Error(logs.fault.message);
    renameSync(join(place, "logs"), join(place, "moved"));
    HOSTILE["a link to a directory outside"]?.(join(place, "logs"));
    const read = readWhole(logs.value, "passwd", 100);
    expect(read.ok && read.value.bytes.toString()).toBe("ours");
    closeDirectory(logs.value);
    closeDirectory(anchor);
  });

  it("a file without permissions is unreadable, or read where permissions do not count", () => {
    const place = temporaryDirectory();
    writeFileSync(join(place, "status.json"), "{}");
    chmodSync(join(place, "status.json"), 0);
    const anchor = openAnchor(place);
    expect(codeOf(readWhole(anchor, "status.json", 10))).toBe(process.getuid?.() === 0 ? "read" : "unreadable");
    closeDirectory(anchor);
  });
});
