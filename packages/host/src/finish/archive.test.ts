// Archives hostile trees and looks into the archives.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { describe, expect, test } from "vitest";
import { openDescriptors, temporaryDirectory } from "../../test/support.js";
import { closeDirectory, openAnchor } from "../confined/index.js";
import { type ArchiveManifest, archiveTree } from "./archive.js";

interface Unpacked {
  header: Header;
  content: Buffer;
}

async function unpack(file: string): Promise<Map<string, Unpacked>> {
  const found = new Map<string, Unpacked>();
  const reader = extract();
  reader.end(gunzipSync(readFileSync(file)));
  for await (const each of reader) {
    const chunks: Buffer[] = [];
    for await (const chunk of each) chunks.push(chunk as Buffer);
    found.set(each.header.name, { header: each.header, content: Buffer.concat(chunks) });
  }
  return found;
}

async function archive(make: (tree: string) => void, options: Parameters<typeof archiveTree>[3] = {}) {
  const base = temporaryDirectory();
  const tree = join(base, "tree");
  const out = join(base, "out");
  mkdirSync(tree);
  mkdirSync(out);
  make(tree);
  const source = openAnchor(tree);
  const target = openAnchor(out);
  try {
    const manifest = await archiveTree(source, target, "s.tar.gz", options);
    return { manifest, out, base, entries: await unpack(join(out, "s.tar.gz")) };
  } finally {
    closeDirectory(source);
    closeDirectory(target);
  }
}

describe("an archive", () => {
  test("holds every regular file byte for byte, with mode 0600 and no owner", async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => i % 251));
    const { entries } = await archive((tree) => {
      mkdirSync(join(tree, "logs/commands/c1"), { recursive: true });
      writeFileSync(join(tree, "logs/commands/c1/stdout"), bytes, { mode: 0o4755 });
      writeFileSync(join(tree, "status.json"), "{}");
      writeFileSync(join(tree, "a name\nwith lines"), "x");
    });
    expect([...entries.keys()].sort()).toEqual([
      "a name\nwith lines",
      "logs/commands/c1/stdout",
      "manifest.json",
      "status.json",
    ]);
    expect(entries.get("logs/commands/c1/stdout")?.content.equals(bytes)).toBe(true);
    for (const { header } of entries.values()) {
      expect(header).toMatchObject({ type: "file", mode: 0o600, uid: 0, gid: 0 });
    }
  });

  test("tells how far it has got, of how many bytes, up to the last", async () => {
    const told: [number, number][] = [];
    await archive(
      (tree) => {
        mkdirSync(join(tree, "logs"));
        writeFileSync(join(tree, "logs/large"), Buffer.alloc(3_500_000));
        writeFileSync(join(tree, "status.json"), "{}");
        symlinkSync("/etc/passwd", join(tree, "link"));
        writeFileSync(join(tree, ".note"), "not archived");
      },
      { onProgress: (done, total) => told.push([done, total]) },
    );
    const mebibyte = 1024 ** 2;
    const total = 3_500_002;
    const steps = [mebibyte, 2 * mebibyte, 3 * mebibyte, 3_500_000, total];
    expect(told).toEqual(steps.map((done) => [done, total]));
  });

  test("ends with a manifest of sizes and SHA-256 hashes", async () => {
    const { entries, manifest } = await archive((tree) => writeFileSync(join(tree, "status.json"), "{}"), {
      extra: [{ path: "container.json", bytes: Buffer.from("[]") }],
    });
    const inside = JSON.parse(entries.get("manifest.json")?.content.toString() ?? "") as ArchiveManifest;
    expect(inside).toEqual(manifest);
    const sha256 = createHash("sha256").update("{}").digest("hex");
    expect(inside.entries).toContainEqual({ path: "status.json", bytes: 2, sha256 });
    expect(entries.get("container.json")?.content.toString()).toBe("[]");
  });

  test("leaves out names that begin with a dot, and what lies below them", async () => {
    const { entries, manifest } = await archive((tree) => {
      mkdirSync(join(tree, ".agent"));
      writeFileSync(join(tree, ".agent", "sequence"), "1");
      writeFileSync(join(tree, ".status.json.1"), "{}");
    });
    expect([...entries.keys()]).toEqual(["manifest.json"]);
    expect(manifest.left_out_count).toBe(0);
  });

  test("leaves links, FIFOs, second names and odd names out, and lists them", async () => {
    const { entries, manifest } = await archive((tree) => {
      symlinkSync("/etc/passwd", join(tree, "link"));
      symlinkSync("/etc", join(tree, "directory-link"));
      execFileSync("mkfifo", [join(tree, "fifo")]);
      writeFileSync(join(tree, "one"), "1");
      linkSync(join(tree, "one"), join(tree, "two"));
      writeFileSync(Buffer.concat([Buffer.from(`${tree}/`), Buffer.from([0xff, 0xfe])]), "");
    });
    expect([...entries.keys()]).toEqual(["manifest.json"]);
    expect(manifest.left_out_count).toBe(6);
    expect(manifest.left_out.map(({ path }) => path).sort()).toEqual([
      "directory-link",
      "fifo",
      "link",
      "one",
      "two",
      "\ufffd\ufffd",
    ]);
  });

  test("leaves out what is too large, and keeps the rest", async () => {
    const { entries, manifest } = await archive(
      (tree) => {
        writeFileSync(join(tree, "sparse"), "");
        truncateSync(join(tree, "sparse"), 2 ** 40);
        writeFileSync(join(tree, "small"), "1234");
        writeFileSync(join(tree, "zmall"), "1234");
      },
      { limits: { totalBytes: 6 } },
    );
    expect([...entries.keys()]).toEqual(["small", "manifest.json"]);
    expect(manifest.left_out.map(({ path }) => path)).toEqual(["sparse", "zmall"]);
  });

  test("stops at the depth that it can hold open, and says so", async () => {
    const { manifest } = await archive((tree) =>
      mkdirSync(join(tree, ...Array.from({ length: 60 }, () => "d"), "e"), { recursive: true }),
    );
    expect(manifest.left_out).toEqual([{ path: expect.stringMatching(/^(d\/){31}d$/), reason: "it lies too deep" }]);
  });

  test("is 0600, leaves no temporary file and no open descriptor", async () => {
    const { out, base } = await archive((tree) => writeFileSync(join(tree, "a"), "1"));
    expect(readdirSync(out)).toEqual(["s.tar.gz"]);
    expect(statSync(join(out, "s.tar.gz")).mode & 0o7777).toBe(0o600);
    expect(openDescriptors(base)).toBe(0);
  });

  test("that cannot be written is a write_failed and leaves nothing", async () => {
    const base = temporaryDirectory();
    mkdirSync(join(base, "s.tar.gz"));
    writeFileSync(join(base, "s.tar.gz", "in the way"), "");
    const directory = openAnchor(base);
    await expect(archiveTree(directory, directory, "s.tar.gz")).rejects.toMatchObject({ code: "write_failed" });
    closeDirectory(directory);
    expect(readdirSync(base)).toEqual(["s.tar.gz"]);
  });
});
