// How an agent is started: as a process of this machine, or as the command of a container. Nothing else is known of it.
import { execFile, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where relative words of an argv are looked for. */
export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `argv` as a process of this machine, `under` (a tracer) where it is given. */
export function localLauncher(argv) {
  return ({ root, status, workspace }) => {
    let child;
    let ended = Promise.resolve();
    return {
      local: true,
      /** The process started; undefined where none runs. */
      get pid() {
        return child && child.exitCode === null && child.signalCode === null ? child.pid : undefined;
      },
      get exitCode() {
        return child?.exitCode;
      },
      async start(under = []) {
        const log = openSync(`${root}/agent.out`, "a");
        const [program, ...words] = [...under, ...argv];
        child = spawn(program, words, {
          cwd: REPOSITORY,
          env: {
            PATH: process.env.PATH,
            HOME: root,
            TMPDIR: `${root}/tmp`,
            PARA_STATUS_DIR: status,
            PARA_WORKSPACE: workspace,
            PARA_AGENT_CONFIG: `${root}/agent.json`,
            PARA_SESSION_NAME: "torture",
            PARA_TORTURE_WORLD: root,
          },
          stdio: ["ignore", log, log],
          detached: true,
        });
        closeSync(log);
        const started = child;
        ended = new Promise((resolve) => {
          started.once("error", resolve);
          started.once("exit", resolve);
        });
      },
      ended: () => ended,
      async remove() {},
    };
  };
}

/** Runs `argv` in a container of `image`, the repository mounted where it lies. `flags` go to `docker create`. */
export function dockerLauncher(argv, image, flags = []) {
  return ({ root, status, workspace }) => {
    let id;
    return {
      local: false,
      /** Creates the container the first time, and starts it; one that runs goes on. */
      async start() {
        if (id !== undefined) return void (await run("docker", ["start", id]));
        const mounts = [`${REPOSITORY}:${REPOSITORY}:ro`, `${status}:/para/status`, `${workspace}:/workspace`];
        mounts.push(`${root}/agent.json:/para/agent.json:ro`);
        const variables = ["-e", "PARA_SESSION_NAME=torture", "-e", `PARA_TORTURE_WORLD=${root}`];
        const words = ["run", "-d", "--init", "--network", "none", "-w", REPOSITORY, ...variables];
        const volumes = mounts.flatMap((mount) => ["-v", mount]);
        id = (await run("docker", [...words, ...volumes, ...flags, image, ...argv])).stdout.trim();
      },
      async kill() {
        await run("docker", ["kill", id]);
      },
      async remove() {
        if (id !== undefined) await run("docker", ["rm", "-f", id]);
      },
    };
  };
}
