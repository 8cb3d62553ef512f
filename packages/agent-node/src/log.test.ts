// The log: records, rotation, and whoever takes the file away.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { openLog, ROTATE_AT } from "./log.js";

function setUp() {
  const directory = mkdtempSync(`${tmpdir()}/log-`);
  const log = openLog(directory);
  onTestFinished(() => {
    log.close();
    rmSync(directory, { recursive: true });
  });
  return { log, path: `${directory}/agent.jsonl` };
}

test("at its size the file is renamed and begun anew", () => {
  const { log, path } = setUp();
  writeFileSync(path, "x".repeat(ROTATE_AT));
  log.write("info", "one");
  log.flush();
  expect([statSync(`${path}.1`).size, readFileSync(path, "utf8").split("\n").length]).toEqual([ROTATE_AT, 2]);
});

test("records go on where readers look, also when the file was taken away", () => {
  const { log, path } = setUp();
  log.write("info", "one");
  log.flush();
  rmSync(path);
  log.write("warn", "two", { code: "oversize" });
  log.flush();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ level: "warn", event: "two", code: "oversize" });
});
