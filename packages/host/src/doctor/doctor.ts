// Says what works here and what does not: engine, mounts, users, mask, watches, disk, leftovers. Changes nothing that stays.
import { statfsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import {
  closeDirectory,
  confinement,
  type Directory,
  makeDirectory,
  removeEmptyDirectory,
  removeFile,
  replaceFile,
  watchDirectory,
} from "../confined/index.js";
import type { Engine } from "../engine/connect.js";
import { containerOpenings, listContainers } from "../engine/containers.js";
import { isHostError } from "../errors.js";
import { findLeftovers } from "../finish/leftovers.js";
import { rootLabels, SESSION_LABEL } from "../runtime/container-spec.js";
import { openStateRoot, type StateRoot } from "../state-root.js";
import { type ProbeFindings, probeFromInside } from "./doctor-probe.js";

/** One thing that was looked at. */
export interface DoctorCheck {
  /** What was looked at: `engine`, `mask`, `watches`. */
  name: string;
  verdict: "ok" | "warning" | "failed" | "skipped";
  /** What was found, on one line. */
  detail: string;
  /** What to do. */
  hint?: string;
}

/** What doctor may use. */
export interface DoctorOptions {
  /** Absent: what needs an engine is skipped. */
  engine?: Engine | undefined;
  /** Image with a shell for the look from inside. Absent: that look is skipped. */
  image?: string | undefined;
  /** As sessions are started with. */
  user?: string | undefined;
}

/** Free space below which a warning is due. */
const FREE_BYTES = 1024 ** 3;

/** Directory in which renames are tried. */
const PROBE = ".doctor";

/** `doctor` of verbs.ts. */
export async function doctor(stateRoot: StateRoot, options: DoctorOptions): Promise<DoctorCheck[]> {
  const root = openStateRoot(stateRoot);
  try {
    return [
      walkCheck(),
      diskCheck(root),
      await guarded("watches", () => watchCheck(root)),
      engineCheck(options.engine),
      ...(await insideChecks(root, stateRoot.workspace, options)),
      await guarded("openings", () => openingsCheck(root, options.engine)),
      await guarded("leftovers", () => leftoversCheck(root, options.engine)),
    ];
  } finally {
    closeDirectory(root);
  }
}

async function guarded(name: string, look: () => Promise<DoctorCheck>): Promise<DoctorCheck> {
  try {
    return await look();
  } catch (error) {
    if (!isHostError(error)) throw error;
    return { name, verdict: "failed", detail: error.message, ...(error.hint !== undefined && { hint: error.hint }) };
  }
}

function walkCheck(): DoctorCheck {
  if (confinement() === "descriptor") {
    return {
      name: "confinement",
      verdict: "ok",
      detail: "files of containers are reached by descriptor; no swap leads elsewhere",
    };
  }
  return {
    name: "confinement",
    verdict: "warning",
    detail: "this machine has no /proc: paths are compared before and after use, and a swap in between may go unseen",
    hint: "Run containers that you do not trust on Linux.",
  };
}

function diskCheck(root: Directory): DoctorCheck {
  const { bavail, bsize, files, ffree } = statfsSync(root.path);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB and ${files === 0 ? "enough" : ffree} inodes free`;
  if (free >= FREE_BYTES && (files === 0 || ffree > 10_000)) return { name: "disk", verdict: "ok", detail };
  return {
    name: "disk",
    verdict: "warning",
    detail,
    hint: "Make room: with a full disk nothing is acknowledged any more.",
  };
}

/** Whether a rename in a watched directory is told. */
async function watchCheck(root: Directory): Promise<DoctorCheck> {
  const directory = makeDirectory(root, PROBE, 0o700);
  let told = false;
  const watch = watchDirectory(
    directory,
    () => (told = true),
    () => undefined,
  );
  try {
    replaceFile(directory, "probe", Buffer.from("x"), { mode: 0o600, sync: "full" });
    for (let tries = 0; tries < 50 && !told; tries += 1) await sleep(20);
  } finally {
    watch?.close();
    removeFile(directory, "probe");
    closeDirectory(directory);
    removeEmptyDirectory(root, PROBE);
  }
  if (told) return { name: "watches", verdict: "ok", detail: "changes of files are told at once" };
  return {
    name: "watches",
    verdict: "warning",
    detail: "changes of files are not told here; they are looked for instead, up to a second later",
    hint: "Put the state root on a local file system, or raise fs.inotify.max_user_watches and max_user_instances.",
  };
}

function engineCheck(engine: Engine | undefined): DoctorCheck {
  if (engine !== undefined)
    return { name: "engine", verdict: "ok", detail: `${engine.address}, API ${engine.apiVersion}` };
  return {
    name: "engine",
    verdict: "skipped",
    detail: "none answers, or none is wanted",
    hint: "Start Docker, or set DOCKER_HOST.",
  };
}

async function insideChecks(root: Directory, workspace: string, options: DoctorOptions): Promise<DoctorCheck[]> {
  const { engine, image, user } = options;
  if (engine === undefined || image === undefined) {
    return [
      {
        name: "inside",
        verdict: "skipped",
        detail: "no look from inside a container",
        hint: "Name an image with a shell: --image.",
      },
    ];
  }
  try {
    const findings = await probeFromInside(root, { engine, image, workspace, ...(user !== undefined && { user }) });
    return judge(findings);
  } catch (error) {
    if (!isHostError(error)) throw error;
    return [
      {
        name: "inside",
        verdict: "failed",
        detail: error.message,
        ...(error.hint !== undefined && { hint: error.hint }),
      },
    ];
  }
}

/** What each finding must be, and what it means where it is not. */
const EXPECTED: [check: string, finding: string, value: string, good: string, bad: string, hint: string][] = [
  [
    "inside",
    "end",
    "reached",
    "a container starts and its script runs",
    "the look from inside did not come to its end",
    "Try another image.",
  ],
  [
    "mask",
    "mask-rename",
    "refused",
    "the mask over the state root holds",
    "a container can move the mask over the state root away",
    "Do not run containers that you do not trust on this engine.",
  ],
  [
    "mask",
    "others",
    "hidden",
    "other sessions are not to be seen",
    "a container sees other sessions",
    "Do not run containers that you do not trust on this engine.",
  ],
  [
    "mounts",
    "shared-write",
    "refused",
    "the registry is read-only",
    "a container can write the registry",
    "Do not run containers that you do not trust on this engine.",
  ],
  [
    "mounts",
    "agent-write",
    "refused",
    "the agent's files are read-only",
    "a container can write the agent's files",
    "Do not run containers that you do not trust on this engine.",
  ],
  [
    "users",
    "status-write",
    "allowed",
    "the container may write its status directory",
    "the container may not write its status directory",
    "Start sessions with your own uid and gid (the default), or choose a --user in your group.",
  ],
  [
    "users",
    "host-file",
    "read",
    "the container may read what the host writes",
    "the container may not read what the host writes",
    "Start sessions with your own uid and gid (the default), or choose a --user in your group.",
  ],
  [
    "users",
    "workspace",
    "allowed",
    "the container may write the workspace",
    "the container may not enter or write the workspace",
    "Start sessions with your own uid and gid (the default), or open the workspace to the --user.",
  ],
  [
    "users",
    "removed",
    "all",
    "the host may remove what a container made",
    "the host may not remove what a container made",
    "Start sessions with your own uid and gid (the default).",
  ],
  [
    "doorbell",
    "doorbell",
    "heard",
    "the doorbell is heard: commands start at once",
    "the doorbell is not heard: commands start up to a second later",
    "Nothing to do; FIFOs do not cross the mounts of Docker Desktop.",
  ],
];

function judge(findings: ProbeFindings): DoctorCheck[] {
  return EXPECTED.filter(([, finding]) => findings.has(finding) || !["mask-rename", "others"].includes(finding)).map(
    ([name, finding, value, good, bad, hint]): DoctorCheck => {
      if (findings.get(finding) === value) return { name, verdict: "ok", detail: good };
      return { name, verdict: name === "doorbell" ? "warning" : "failed", detail: bad, hint };
    },
  );
}

/** What the user opened in the containers that run. */
async function openingsCheck(root: Directory, engine: Engine | undefined): Promise<DoctorCheck> {
  const name = "openings";
  if (engine === undefined) return { name, verdict: "skipped", detail: "no engine" };
  const open: string[] = [];
  for (const container of await listContainers(engine, rootLabels(root.path))) {
    const openings = await containerOpenings(engine, container.id);
    if (openings.length > 0) open.push(`${container.labels[SESSION_LABEL]}: ${openings.join(", ")}`);
  }
  if (open.length === 0) return { name, verdict: "ok", detail: "no session is opened beyond the defaults" };
  return { name, verdict: "warning", detail: open.join("; "), hint: "Close what a session does not need." };
}

async function leftoversCheck(root: Directory, engine: Engine | undefined): Promise<DoctorCheck> {
  const found = await findLeftovers(root, engine);
  if (found.length === 0) return { name: "leftovers", verdict: "ok", detail: "none" };
  const detail = found.map((each) => `${each.kind} ${each.name} (${each.detail})`).join("; ");
  return {
    name: "leftovers",
    verdict: "warning",
    detail: detail.length > 500 ? `${found.length}: ${detail.slice(0, 480)}…` : detail,
    hint: found.some((each) => each.remove !== undefined)
      ? "para-docker clean shows them, and removes them with --yes."
      : "para-docker finish SESSION archives what they left.",
  };
}
