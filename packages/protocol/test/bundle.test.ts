// The bundle that a page gets which reads a status and a queue: small, and free of what a browser or a strict CSP refuses.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "para-bundle-"));
let code = "";

beforeAll(async () => {
  const entry = path.join(folder, "entry.ts");
  const parse = path.resolve("src/index.ts");
  writeFileSync(entry, `export { parseCommands, parseStatus } from ${JSON.stringify(parse)};\n`);
  await build({
    config: false,
    entry: { bundle: entry },
    outDir: folder,
    format: ["esm"],
    platform: "browser",
    minify: true,
    silent: true,
    noExternal: [/.*/],
  });
  code = readFileSync(path.join(folder, "bundle.js"), "utf8");
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("status and commands, bundled", () => {
  test("are at most 8 KB with all that reads them", () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8192);
  });

  test("leave the other documents' validators behind", () => {
    for (const field of ["worktree_path", "host_port_mappings", "rx_bytes", "allow_env"])
      expect(code).not.toContain(field);
    expect(code).toContain("heartbeat_interval_seconds");
  });

  test("evaluate no text and import nothing", () => {
    expect(code).not.toMatch(/\beval\b|new Function|\brequire\b|\bimport\b|\bprocess\b|\bBuffer\b/);
  });
});
