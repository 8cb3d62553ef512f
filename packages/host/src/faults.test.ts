// Whatever a system call answers the host while it enqueues: nothing is acknowledged that is not kept, and what there was stays whole.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BEGIN, END } from "../test/programs/marks.js";
import { program } from "../test/programs.js";
import { makeSession } from "../test/session-support.js";
import { temporaryDirectory } from "../test/support.js";
import { canTrace, windowsOf } from "../test/torture/strace.js";
import { closeDirectory } from "./confined/index.js";
import { openQueue } from "./queue/queue.js";
import { openStateRoot } from "./state-root.js";

/** Enqueues one command; exits 0 where it was acknowledged, 3 where it was refused in the host's words. */
const ENQUEUE = `
  import { existsSync } from "node:fs";
  import { isHostError } from "./errors.js";
  import { openQueue } from "./queue/queue.js";
  import { openStateRoot } from "./state-root.js";
  const [, , stateRoot, name, id] = process.argv;
  const queue = openQueue(openStateRoot(JSON.parse(stateRoot)), name);
  existsSync("${BEGIN}");
  const code = await queue.enqueue({ type: "exec", command: "true", id }).then(() => 0, (error) => {
    const refusals = ["write_failed", "read_failed", "locked"];
    if (isHostError(error) && refusals.includes(error.code)) return 3;
    process.stderr.write(String(error.code) + " " + error.message);
    return 4;
  });
  existsSync("${END}");
  process.exit(code);
`;
const FAULTS = [
  ["fdatasync", "EIO"],
  ["fsync", "EIO"],
  ["rename", "EROFS"],
  ["openat", "EMFILE"],
  ["openat", "EROFS"],
  ["symlink", "ENOSPC"],
  ["mkdir", "ENOSPC"],
  ["fchmod", "EIO"],
  ["unlink", "EROFS"],
] as const;

const script = program(ENQUEUE, temporaryDirectory({ keep: true }));

test.skipIf(!canTrace()).each(FAULTS)(
  "%s that answers %s, once or from then on",
  { timeout: 60_000 },
  async (call, error) => {
    const session = await makeSession();
    const args = (id: string) => [process.execPath, script, JSON.stringify(session.stateRoot), session.name, id];
    const root = openStateRoot(session.stateRoot);
    const windows = windowsOf(args("first"), temporaryDirectory());
    const [begin, end] = windows.get(call) ?? [1, 1];
    const acknowledged = new Set(["first"]);
    for (let at = begin; at <= end; at += Math.max(1, Math.floor((end - begin) / 4))) {
      for (const when of [`${at}`, `${at}+`]) {
        const id = `c-${at}-${when.length}`;
        const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:error=${error}:when=${when}`];
        const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
        const ran = spawnSync("strace", ["-f", "-qq", "-o", "/dev/null", ...inject, ...args(id)], { env });
        expect([`${when}: ${ran.status}`, `${ran.stderr}`]).toEqual([expect.stringMatching(/: [03]$/), ""]);
        if (ran.status === 0) acknowledged.add(id);
        const { open } = openQueue(root, session.name).state();
        expect([...acknowledged].filter((each) => !open.has(each))).toEqual([]);
      }
    }
    // And then it goes on as ever.
    const queue = openQueue(root, session.name);
    await queue.enqueue({ type: "exec", command: "true", id: "last" });
    const left = readdirSync(join(session.path, ".."))
      .concat(readdirSync(session.path))
      .filter((name) => /^\.commands/.test(name));
    expect(left).toEqual([]);
    closeDirectory(root);
  },
);
