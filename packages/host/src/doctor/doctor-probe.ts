// Looks from inside: a session like any other, whose agent is a script that tries what must work and what must not.
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerMetadata } from "@para-docker/protocol";
import { closeDirectory, type Directory, readWhole, replaceFile, ring } from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import type { StartOptions } from "../options/start-options.js";
import { openSessionDirectory, PLACES } from "../places.js";
import { AGENT_FILES } from "../runtime/agent-directory.js";
import { removeSessionFiles } from "../runtime/remove-session.js";
import { dockerRuntime } from "../runtime/runtime-docker.js";
import { launch } from "../start/launch.js";

/** What was found from inside: `name` to what came of it, such as `mask-rename` to `refused`. */
export type ProbeFindings = Map<string, string>;

/** What the probe needs. */
export interface ProbeOptions {
  engine: Engine;
  image: string;
  workspace: string;
  user?: string;
}

const FINDINGS = "findings";
/** Time for everything that the script does, in milliseconds. */
const PROBE_MS = 10_000;

/**
 * The script. Nothing in it harms a state root that is not masked: what it could move it moves back. Each line of its findings is
 * `name=what came of it`.
 */
const SCRIPT = `#!/bin/sh
cd /para/status || exit 1
say() { printf '%s\\n' "$1" >>.findings; }
tried() { if sh -c "$2" >/dev/null 2>&1; then say "$1=allowed"; else say "$1=refused"; fi; }
say "uid=$(id -u 2>/dev/null):$(id -g 2>/dev/null)"
tried status-write 'mkdir made && echo x >made/file && chmod 700 made'
tried workspace 'cd /workspace && test -w .'
tried shared-write 'echo x >/para/shared/.probe'
tried agent-write 'echo x >/para/agent/.probe'
if [ -n "$PROBE_MASK" ]; then
  tried mask-rename 'mv "$PROBE_MASK" "$PROBE_MASK.probe" && mv "$PROBE_MASK.probe" "$PROBE_MASK"'
  others=hidden
  for entry in "$PROBE_STATE"/*.docker "$PROBE_STATE"/docker/shared; do if [ -e "$entry" ]; then others=visible; fi; done
  say "others=$others"
fi
mkfifo doorbell 2>/dev/null || say 'doorbell=impossible'
( read -r _ <doorbell && say doorbell=heard ) &
printf '{"timestamp":"2026-01-01T00:00:00Z","status":"running"}' >.status && mv .status status.json
for _ in 1 2 3 4 5; do
  if [ -f commands.json ]; then
    if cat commands.json >/dev/null 2>&1; then say host-file=read; else say host-file=refused; fi
    break
  fi
  sleep 1
done
say end=reached
mv .findings ${FINDINGS}
sleep 30
`;

/** Runs the probe and removes all of it. The last finding, `removed`, is `all` or what could not be. @throws HostError as a start does. */
export async function probeFromInside(root: Directory, options: ProbeOptions): Promise<ProbeFindings> {
  const name = `doctor-${randomBytes(6).toString("hex")}`;
  const agentDirectory = await mkdtemp(join(tmpdir(), "para-doctor-"));
  try {
    await chmod(agentDirectory, 0o755);
    await writeFile(join(agentDirectory, AGENT_FILES.sh), SCRIPT, { mode: 0o644 });
    const metadata = await start(root, name, agentDirectory, options);
    let findings: ProbeFindings;
    try {
      findings = await talk(root, name);
    } finally {
      await dockerRuntime(options.engine, root.path).remove(metadata);
    }
    const left = await removeSessionFiles(root, name);
    return findings.set("removed", left[0] ?? "all");
  } finally {
    await rm(agentDirectory, { recursive: true, force: true });
  }
}

function start(
  root: Directory,
  name: string,
  agentDirectory: string,
  options: ProbeOptions,
): Promise<ContainerMetadata> {
  const { engine, image, workspace, user } = options;
  const start: StartOptions = {
    name,
    image,
    agentDirectory,
    network: "none",
    env: { ...maskOf(workspace, root.path) },
    timeoutMs: 15_000,
    ...(user !== undefined && { user }),
  };
  return launch({ root, workspace, engine, options: start });
}

/** Where the workspace's mask and the state root are in the container; nothing where the workspace does not contain it. */
function maskOf(workspace: string, stateRoot: string): { PROBE_MASK?: string; PROBE_STATE?: string } {
  if (!stateRoot.startsWith(`${workspace}/`)) return {};
  const below = stateRoot.slice(workspace.length + 1);
  return { PROBE_MASK: `/workspace/${below.split("/")[0]}`, PROBE_STATE: `/workspace/${below}` };
}

/** The host's part: writes a file for the container, rings, and waits for the findings. */
async function talk(root: Directory, name: string): Promise<ProbeFindings> {
  const opened = openSessionDirectory(root, name);
  if (!opened.ok) return new Map([["end", opened.fault.message]]);
  try {
    replaceFile(opened.value, PLACES.commands, Buffer.from("{}"), { mode: 0o640, sync: "none", directoryGroup: true });
    for (const until = performance.now() + PROBE_MS; performance.now() < until; await sleep(50)) {
      ring(opened.value, PLACES.doorbell);
      const file = readWhole(opened.value, FINDINGS, 65_536);
      if (file.ok) return parse(file.value.bytes);
      if (file.fault.code !== "missing") return new Map([["end", file.fault.message]]);
    }
    return new Map([["end", "the script did not come to its end"]]);
  } finally {
    closeDirectory(opened.value);
  }
}

function parse(bytes: Buffer): ProbeFindings {
  const findings: ProbeFindings = new Map();
  for (const line of bytes.toString("latin1").split("\n")) {
    const match = /^([a-z-]{1,32})=([A-Za-z0-9:]{0,64})$/.exec(line);
    if (match) findings.set(match[1] ?? "", match[2] ?? "");
  }
  return findings;
}
