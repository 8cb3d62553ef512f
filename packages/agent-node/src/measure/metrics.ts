// `metrics.json`: what the container uses, from its cgroup and /proc (docs/protocol.md#metrics).
import { statfsSync } from "node:fs";
import { type ContainerMetrics, type DiskMetrics, type NetworkMetrics, PROTOCOL_VERSION } from "@para-docker/protocol";
import { readKernelFile } from "../files/kernel-file.js";
import { readCgroup } from "./cgroup.js";

/** Measures at each call; percentages are of the time since the last. What cannot be read is absent. Never throws. */
export function createMeter(bootId: string, startedAt: number, workspace: () => string): () => ContainerMetrics {
  let before: { at: number; cpu: number } | undefined;

  return () => {
    const now = performance.now();
    const group = readCgroup();
    const metrics: ContainerMetrics = {
      protocol_version: PROTOCOL_VERSION,
      timestamp: new Date().toISOString(),
      boot_id: bootId,
      uptime_seconds: rounded((now - startedAt) / 1000),
    };
    if (group.cpuMicroseconds !== undefined) {
      const cpu = group.cpuMicroseconds / 1e6;
      metrics.cpu = { usage_seconds: rounded(cpu) };
      if (before !== undefined && now > before.at) {
        metrics.cpu.percent = rounded(Math.max(0, (cpu - before.cpu) / ((now - before.at) / 1000)) * 100);
      }
      if (group.cpuLimitCores !== undefined) metrics.cpu.limit_cores = group.cpuLimitCores;
      before = { at: now, cpu };
    }
    if (group.memoryBytes !== undefined) {
      metrics.memory = { used_bytes: group.memoryBytes };
      if (group.memoryLimitBytes !== undefined) metrics.memory.limit_bytes = group.memoryLimitBytes;
    }
    if (group.pids !== undefined) {
      metrics.pids = { current: group.pids };
      if (group.pidsLimit !== undefined) metrics.pids.limit = group.pidsLimit;
    }
    const disk = readDisk(workspace());
    if (disk !== undefined) metrics.disk = disk;
    const network = readNetwork();
    if (network !== undefined) metrics.network = network;
    return metrics;
  };
}

function readDisk(path: string): DiskMetrics | undefined {
  try {
    const { bsize, blocks, bfree } = statfsSync(path);
    return { used_bytes: (blocks - bfree) * bsize, total_bytes: blocks * bsize };
  } catch {
    return undefined;
  }
}

/** Sums all interfaces but the loopback. */
export function readNetwork(path = "/proc/self/net/dev"): NetworkMetrics | undefined {
  const text = readKernelFile(path);
  if (text === undefined) return undefined;
  const sum: NetworkMetrics = { rx_bytes: 0, tx_bytes: 0 };
  for (const line of text.split("\n")) {
    const [name, counters] = line.split(":");
    if (name === undefined || counters === undefined || name.trim() === "lo") continue;
    const fields = counters.trim().split(/ +/).map(Number);
    sum.rx_bytes += fields[0] ?? 0;
    sum.tx_bytes += fields[8] ?? 0;
  }
  return sum;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
