// A disk that refuses writes costs answers their time, never the agent, a claim or a result (docs/protocol.md#write-failed).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { type Host, makeHost, sleep, tryTo } from "./host.js";

/** A file system of `size` on the status directory; false where this machine does not let us mount one. */
function mountTiny(host: Host, size: string): boolean {
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", host.status]);
  if (status === 0) onTestFinished(() => void spawnSync("umount", ["-l", host.status]));
  return status === 0;
}

const canMount = (() => {
  const place = "/tmp/.agent-node-mount-probe";
  mkdirSync(place, { recursive: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", place]);
  if (status === 0) spawnSync("umount", [place]);
  tryTo(() => rmSync(place, { recursive: true }));
  return status === 0;
})();

test.skipIf(!canMount)(
  "a full disk delays results, and loses no command (needs mount)",
  { timeout: 30_000 },
  async () => {
    const host = makeHost({ heartbeat_interval_seconds: 0.2, poll_interval_seconds: 0.1, metrics_interval_seconds: 0 });
    expect(mountTiny(host, "300k")).toBe(true);
    const agent = await host.start();
    await host.exec("true");
    const ids = Array.from({ length: 6 }, (_, index) => `f${index}`);
    host.publish(
      ...ids.map((id) => ({
        id,
        type: "exec" as const,
        command: `until [ -e go ]; do sleep 0.02; done; echo ${id} >> runs`,
      })),
    );
    await sleep(200);
    const filler = `${host.status}/.filler`;
    tryTo(() => writeFileSync(filler, Buffer.alloc(400_000)));
    writeFileSync(`${host.workspace}/go`, "");
    await sleep(1500);
    expect(agent.exitCode).toBeNull();
    rmSync(filler);
    for (const id of ids) expect(["succeeded", "rejected"]).toContain((await host.result(id)).state);
    const runs = readFileSync(`${host.workspace}/runs`, "utf8").trim().split("\n");
    expect(new Set(runs).size).toBe(runs.length);
    expect(await host.exec("exit 3")).toMatchObject({ exit_code: 3 });
    await host.statusWhen(({ results }) => results?.every(({ state }) => state !== "running") === true);
  },
);

test.skipIf(!canMount)(
  "output beyond a small disk does not reach the command (needs mount)",
  { timeout: 30_000 },
  async () => {
    const host = makeHost();
    expect(mountTiny(host, "400k")).toBe(true);
    await host.start();
    const result = await host.exec("head -c 5000000 /dev/zero && echo done >&2");
    expect(result).toMatchObject({ state: "succeeded", stdout: { bytes: 5_000_000, truncated: true } });
    const status = await host.statusWhen(({ warnings }) => (warnings?.length ?? 0) > 0);
    expect(status.warnings).toMatchObject([{ code: "write_failed", command_id: result.id }]);
  },
);
