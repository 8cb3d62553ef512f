// Spare files: placed and written like new ones, and none is left behind.
import {
  closeSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { replaceFile } from "./replace-file.js";
import { openSpares, type Spares } from "./spares.js";

function setUp() {
  const directory = mkdtempSync(`${tmpdir()}/spares-`);
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return { directory, store: `${directory}/store` };
}

async function filled(spares: Spares, store: string): Promise<string[]> {
  onTestFinished(() => spares.close());
  await expect.poll(() => readdirSync(store).length).toBe(8);
  return readdirSync(store);
}

test("a spare becomes the file, and others take its place", async () => {
  const { directory, store } = setUp();
  const spares = openSpares(store);
  const [first = ""] = await filled(spares, store);
  const fd = spares.place(`${directory}/stdout`);
  expect(fstatSync(fd).size).toBe(0);
  closeSync(fd);
  replaceFile(directory, "document", "one", { spares });
  replaceFile(directory, "document", "two", { spares });
  expect(readFileSync(`${directory}/document`, "utf8")).toBe("two");
  expect(readdirSync(directory).sort()).toEqual(["document", "stdout", "store"]);
  await expect.poll(() => readdirSync(store).length).toBe(8);
  expect(readdirSync(store)).not.toContain(first);
});

test("where none is ready, or somebody removed them, the file is made", async () => {
  const { directory, store } = setUp();
  const spares = openSpares(store);
  await filled(spares, store);
  rmSync(store, { recursive: true });
  for (let n = 0; n < 10; n += 1) closeSync(spares.place(`${directory}/f${n}`));
  replaceFile(directory, "document", "text", { spares });
  expect(readdirSync(directory).length).toBe(11);
  expect(() => replaceFile(`${directory}/none`, "document", "text", { spares })).toThrow(/ENOENT/);
});

test("the spares of the dead are removed, those of the living stay, and a store that closes leaves none", async () => {
  const { store } = setUp();
  mkdirSync(store);
  writeFileSync(`${store}/999999999-1-0`, "");
  const other = openSpares(store);
  const theirs = await filled(other, store);
  expect(theirs).not.toContain("999999999-1-0");
  other.close();
  await expect.poll(() => readdirSync(store)).toEqual([]);
});
