// `pnpm bench cli`: whole processes, as a person at a shell waits for them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectEngine, makeImage } from "@para-docker/host";
import { latency, percentile, sampleInTurn, table } from "./measure.mjs";

const cli = fileURLToPath(new URL("../../packages/cli/dist/para-docker.js", import.meta.url));

function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
}

export async function main(args) {
  const count = Number(args[0] ?? 40);
  const image = await makeImage(await connectEngine({}), "busybox", "para-bench-busybox");
  const workspace = mkdtempSync(join(tmpdir(), "para-bench-"));
  execFileSync(process.execPath, [cli, "start", "bench", "--image", image], { cwd: workspace, stdio: "inherit" });
  try {
    const metadata = JSON.parse(readFileSync(join(workspace, ".para", "state", "bench.docker"), "utf8"));
    const samples = await sampleInTurn(
      {
        "para-docker exec bench -- true": () => run(process.execPath, [cli, "exec", "bench", "--", "true"], workspace),
        "docker exec CONTAINER true": () => run("docker", ["exec", metadata.container_id, "true"], workspace),
        "para-docker --help": () => run(process.execPath, [cli, "--help"], workspace),
        "node -e ''": () => run(process.execPath, ["-e", ""], workspace),
      },
      count,
    );
    table(Object.entries(samples).map(([what, values]) => ({ what, ...latency(values) })));
    const p50 = (name) => percentile(samples[name], 0.5);
    table([
      {
        ratio: "para-docker exec / docker exec",
        p50: (p50("para-docker exec bench -- true") / p50("docker exec CONTAINER true")).toFixed(2),
      },
      { ratio: "para-docker --help / empty node", p50: (p50("para-docker --help") / p50("node -e ''")).toFixed(2) },
    ]);
  } finally {
    execFileSync(process.execPath, [cli, "finish", "bench", "--discard"], { cwd: workspace, stdio: "inherit" });
    rmSync(workspace, { recursive: true, force: true });
  }
}
