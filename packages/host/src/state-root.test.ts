// The state root: found upwards, made where asked, refused where a link lies on the way.
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openDescriptors, temporaryDirectory } from "../test/support.js";
import { closeDirectory } from "./confined/index.js";
import { findStateRoot, openStateRoot, removeEmptyStateRoot } from "./state-root.js";

afterEach(() => vi.unstubAllEnvs());

test("the nearest one above the working directory is found", async () => {
  const top = temporaryDirectory();
  mkdirSync(join(top, ".para/state"), { recursive: true });
  mkdirSync(join(top, "a/b/c"), { recursive: true });
  expect(await findStateRoot({ cwd: join(top, "a/b/c") })).toEqual({ path: join(top, ".para/state"), workspace: top });
  mkdirSync(join(top, "a/.para/state"), { recursive: true });
  expect((await findStateRoot({ cwd: join(top, "a/b/c") })).workspace).toBe(join(top, "a"));
  expect(openDescriptors(top)).toBe(0);
});

test("none is an error that says what to do, unless it is to be made: at the repository's top, else here", async () => {
  const top = temporaryDirectory();
  mkdirSync(join(top, "sub"));
  await expect(findStateRoot({ cwd: top })).rejects.toMatchObject({
    code: "no_state_root",
    hint: expect.stringContaining("PARA_STATE_DIR"),
  });
  expect(existsSync(join(top, ".para"))).toBe(false);
  mkdirSync(join(top, ".git"));
  expect(await findStateRoot({ cwd: join(top, "sub"), create: true })).toEqual({
    path: join(top, ".para/state"),
    workspace: top,
  });
  const other = temporaryDirectory();
  expect((await findStateRoot({ cwd: other, create: true })).workspace).toBe(other);
});

test("one with nothing of a session in it is taken away again", async () => {
  const top = temporaryDirectory();
  await removeEmptyStateRoot(await findStateRoot({ cwd: top, create: true }));
  expect(existsSync(join(top, ".para"))).toBe(false);
  const root = await findStateRoot({ cwd: top, create: true });
  for (const place of ["shared", ".host/.registry", ".host/.finishing"])
    mkdirSync(join(root.path, "docker", place), { recursive: true });
  writeFileSync(join(root.path, "docker", "shared", "registry.json"), "{}");
  await removeEmptyStateRoot(root);
  expect(existsSync(join(top, ".para"))).toBe(false);
});

test.each(["demo.docker", "demo.state", "archive/demo.tar.gz", "docker/demo/status.json", "docker/.host/demo/ledger"])(
  "one with %s in it stays",
  async (file) => {
    const root = await findStateRoot({ cwd: temporaryDirectory(), create: true });
    mkdirSync(join(root.path, file, ".."), { recursive: true });
    writeFileSync(join(root.path, file), "");
    await removeEmptyStateRoot(root);
    expect(existsSync(join(root.path, file))).toBe(true);
  },
);

test("it can be named, by an option before the environment; its workspace is above .para, else the working directory", async () => {
  const [here, named, conventional] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
  mkdirSync(join(conventional, ".para/state"), { recursive: true });
  vi.stubEnv("PARA_STATE_DIR", named);
  expect(await findStateRoot({ cwd: here })).toEqual({ path: named, workspace: here });
  const stateDir = join(conventional, ".para/state");
  expect(await findStateRoot({ cwd: here, stateDir })).toEqual({ path: stateDir, workspace: conventional });
  await expect(findStateRoot({ cwd: here, stateDir: "nowhere" })).rejects.toMatchObject({ code: "no_state_root" });
  for (const made of ["made/here", "made/elsewhere/.para/state"]) {
    expect((await findStateRoot({ cwd: here, stateDir: made, create: true })).path).toBe(join(here, made));
  }
});

test.each([".para", ".para/state"])(
  "a link in the place of %s is refused, not followed and not passed by",
  async (place) => {
    const [top, elsewhere] = [temporaryDirectory(), temporaryDirectory()];
    mkdirSync(join(elsewhere, "state"));
    mkdirSync(join(top, place, ".."), { recursive: true });
    symlinkSync(elsewhere, join(top, place));
    await expect(findStateRoot({ cwd: top })).rejects.toMatchObject({ code: "unsafe_file" });
    await expect(findStateRoot({ cwd: top, create: true })).rejects.toMatchObject({ code: "unsafe_file" });
    rmSync(join(top, place));
    writeFileSync(join(top, place), "");
    await expect(findStateRoot({ cwd: top, create: true })).rejects.toMatchObject({ code: "unsafe_file" });
    expect(openDescriptors(top)).toBe(0);
  },
);

test("links above the workspace are the user's own and are resolved", async () => {
  const [top, links] = [temporaryDirectory(), temporaryDirectory()];
  mkdirSync(join(top, ".para/state"), { recursive: true });
  symlinkSync(top, join(links, "work"));
  const root = await findStateRoot({ cwd: join(links, "work") });
  expect(root).toEqual({ path: join(top, ".para/state"), workspace: realpathSync(top) });
  const named = await findStateRoot({ stateDir: join(links, "work/.para/state") });
  expect(named).toEqual(root);
});

test("one that is swapped for a link after it was found is refused when it is opened", async () => {
  const top = temporaryDirectory();
  const root = await findStateRoot({ cwd: top, create: true });
  closeDirectory(openStateRoot(root));
  rmSync(join(top, ".para/state"), { recursive: true });
  symlinkSync("/etc", join(top, ".para/state"));
  expect(() => openStateRoot(root)).toThrowError(expect.objectContaining({ code: "unsafe_file" }));
  rmSync(join(top, ".para/state"));
  expect(() => openStateRoot(root)).toThrowError(expect.objectContaining({ code: "no_state_root" }));
});
