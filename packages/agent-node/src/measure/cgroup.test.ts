// Cgroups of both versions, as trees of files.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readCgroup } from "./cgroup.js";
import { readNetwork } from "./metrics.js";

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(`${tmpdir()}/cgroup-`);
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`${root}/${name}`), { recursive: true });
    writeFileSync(`${root}/${name}`, text);
  }
  return root;
}

test("version 2 is read where the group lies below the mount", () => {
  const root = tree({
    self: "0::/my/group\n",
    "fs/my/group/cpu.stat": "usage_usec 1500000\nuser_usec 1\n",
    "fs/my/group/cpu.max": "150000 100000\n",
    "fs/my/group/memory.current": "5000\n",
    "fs/my/group/memory.stat": "anon 1\ninactive_file 1200\n",
    "fs/my/group/memory.max": "max\n",
    "fs/my/group/pids.current": "3\n",
    "fs/my/group/pids.max": "100\n",
  });
  expect(readCgroup(`${root}/fs`, `${root}/self`)).toEqual({
    cpuMicroseconds: 1_500_000,
    cpuLimitCores: 1.5,
    memoryBytes: 3800,
    pids: 3,
    pidsLimit: 100,
  });
});

test("version 1 is read where the mount is the group, as in a container", () => {
  const root = tree({
    self: "4:memory:/docker/abc\n3:cpu,cpuacct:/docker/abc\n",
    "fs/cpuacct/cpuacct.usage": "2000000000\n",
    "fs/cpu/cpu.cfs_quota_us": "-1\n",
    "fs/cpu/cpu.cfs_period_us": "100000\n",
    "fs/memory/memory.usage_in_bytes": "7000\n",
    "fs/memory/memory.stat": "total_inactive_file 2000\n",
    "fs/memory/memory.limit_in_bytes": "9223372036854771712\n",
    "fs/pids/pids.current": "4\n",
    "fs/pids/pids.max": "max\n",
  });
  expect(readCgroup(`${root}/fs`, `${root}/self`)).toEqual({ cpuMicroseconds: 2_000_000, memoryBytes: 5000, pids: 4 });
});

test("where nothing can be read nothing is told", () => {
  expect(readCgroup("/nowhere", "/nowhere")).toEqual({});
  expect(readNetwork("/nowhere")).toBeUndefined();
});

test("traffic is summed over all interfaces but the loopback", () => {
  const line = (name: string, rx: number, tx: number) => `${name}: ${rx} 0 0 0 0 0 0 0 ${tx} 0 0 0 0 0 0 0\n`;
  const root = tree({
    dev: `Inter-|\n face |bytes\n${line("    lo", 5, 5)}${line("  eth0", 10, 20)}${line("eth1", 1, 2)}`,
  });
  expect(readNetwork(`${root}/dev`)).toEqual({ rx_bytes: 11, tx_bytes: 22 });
});
