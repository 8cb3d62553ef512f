// Makes small images from this machine's own programs, so that a session needs no image registry.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";
import { HostError } from "../errors.js";
import { answerMessage, type Engine, oneLine, refused } from "./connect.js";
import { addProgram, busyboxApplets, type FileMap, findProgram } from "./machine-files.js";

/** What is in an image: busybox alone; dash, mawk and coreutils as in Debian; node beside busybox. */
export type ImageKind = "busybox" | "debian" | "node";

/** What an image is made of. */
interface ImagePlan {
  files: FileMap;
  /** Path to what the link says. */
  links: Map<string, string>;
}

const FOLDERS: [path: string, mode: number][] = [
  ["bin", 0o755],
  ["dev", 0o755],
  ["etc", 0o755],
  ["proc", 0o555],
  ["root", 0o700],
  ["sys", 0o555],
  ["tmp", 0o1777],
  ["usr", 0o755],
  ["usr/bin", 0o755],
  ["usr/local", 0o755],
  ["usr/local/bin", 0o755],
  ["var", 0o755],
  ["var/tmp", 0o1777],
];

/** The part of coreutils, sed, grep and util-linux that every Debian has and a shell script may count on. */
const DEBIAN_PROGRAMS = (
  "basename cat chmod chown comm cp cut date dd df dirname du echo env expr false find grep head id join ln ls mkdir mkfifo mktemp mv nice " +
  "nohup nproc od paste printenv printf pwd readlink realpath rm rmdir sed seq setsid sha256sum sleep sort split stat stty sync tac tail tee " +
  "test timeout touch tr true truncate tty uname uniq wc who xargs yes ["
).split(" ");

/** `makeImage` of verbs.ts. */
export async function makeImage(engine: Engine, kind: ImageKind, tag: string): Promise<string> {
  const plan = await (kind === "busybox" ? busyboxPlan() : kind === "debian" ? debianPlan() : nodePlan());
  const tar = pack();
  const writing = writeTar(tar, plan);
  const [repo, version] = splitTag(tag);
  const query = { fromSrc: "-", repo, tag: version, message: `para-docker ${kind}` };
  const sending = engine.open({ method: "POST", path: "/images/create", query, tar, idleMs: 300_000 });
  const [, response] = await Promise.all([writing, sending]);
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const said = Buffer.concat(chunks).toString("utf8");
  const status = response.statusCode ?? 0;
  // The engine answers 200 before it has read the tar; a fault then stands in the stream of messages.
  const fault = /"error"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(said);
  if (status !== 200 || fault)
    throw refused({ status, headers: {}, body: oneLine(fault?.[1] ?? said) }, `import the image ${tag}`);
  // Podman takes the tar and forgets the name.
  const id = /"status"\s*:\s*"((?:sha256:)?[0-9a-f]{12,64})"/.exec(said)?.[1];
  if (id !== undefined && !(await hasImage(engine, tag))) await tagImage(engine, id, repo, version);
  return tag;
}

async function tagImage(engine: Engine, id: string, repo: string, version: string): Promise<void> {
  const answer = await engine.call({ method: "POST", path: `/images/${id}/tag`, query: { repo, tag: version } });
  if (answer.status !== 201) throw refused(answer, `name the image ${repo}:${version}`);
}

/** Whether the engine has an image of that name or id. */
export async function hasImage(engine: Engine, name: string): Promise<boolean> {
  const answer = await engine.call({ method: "GET", path: `/images/${imagePath(name)}/json` });
  if (answer.status !== 200 && answer.status !== 404) throw refused(answer, `look for the image ${name}`);
  return answer.status === 200;
}

/** Removes an image. One that is not there is no fault. */
export async function removeImage(engine: Engine, name: string): Promise<void> {
  const answer = await engine.call({ method: "DELETE", path: `/images/${imagePath(name)}`, query: { force: true } });
  if (answer.status !== 200 && answer.status !== 404) {
    throw new HostError("engine_failed", `The engine could not remove the image ${name}: ${answerMessage(answer)}`, {
      hint: "Is a container made of it?",
    });
  }
}

/** An image's name as part of a path: its slashes stay. */
function imagePath(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}

function splitTag(tag: string): [repo: string, version: string] {
  const at = tag.lastIndexOf(":");
  return at > tag.lastIndexOf("/") ? [tag.slice(0, at), tag.slice(at + 1)] : [tag, "latest"];
}

async function busyboxPlan(): Promise<ImagePlan> {
  const busybox = await needed("busybox", "busybox-static");
  const files: FileMap = new Map();
  await addProgram(files, busybox, "/bin/busybox");
  const links = new Map((await busyboxApplets(busybox)).map((applet) => [`/bin/${applet}`, "busybox"]));
  return { files, links };
}

async function debianPlan(): Promise<ImagePlan> {
  const files: FileMap = new Map();
  await addProgram(files, await needed("dash", "dash"), "/bin/dash");
  await addProgram(files, await needed("mawk", "mawk"), "/usr/bin/mawk");
  for (const name of DEBIAN_PROGRAMS) {
    const program = await findProgram(name);
    if (program !== undefined) await addProgram(files, program, `/usr/bin/${name}`);
  }
  return {
    files,
    links: new Map([
      ["/bin/sh", "dash"],
      ["/usr/bin/awk", "mawk"],
    ]),
  };
}

async function nodePlan(): Promise<ImagePlan> {
  const plan = await busyboxPlan();
  await addProgram(plan.files, process.execPath, "/usr/local/bin/node");
  return plan;
}

async function needed(program: string, debianPackage: string): Promise<string> {
  const path = await findProgram(program);
  if (path !== undefined) return path;
  throw new HostError("no_image", `The image cannot be made: this machine has no ${program}.`, {
    hint: `Install it (Debian: ${debianPackage}), or name an image that the engine has with --image.`,
  });
}

async function writeTar(tar: Pack, plan: ImagePlan): Promise<void> {
  try {
    const folders = new Map(FOLDERS);
    for (const path of [...plan.files.keys(), ...plan.links.keys()]) {
      const parts = path.slice(1).split("/");
      for (let depth = 1; depth < parts.length; depth++) {
        const folder = parts.slice(0, depth).join("/");
        if (!folders.has(folder)) folders.set(folder, 0o755);
      }
    }
    for (const [name, mode] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1)))
      tar.entry({ name, type: "directory", mode, mtime: EPOCH });
    tar.entry(
      { name: "etc/passwd", mode: 0o644, mtime: EPOCH },
      "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/tmp:/bin/false\n",
    );
    tar.entry({ name: "etc/group", mode: 0o644, mtime: EPOCH }, "root:x:0:\nnogroup:x:65534:\n");
    for (const [target, source] of plan.files) await writeFileEntry(tar, target.slice(1), source);
    for (const [path, linkname] of plan.links) {
      if (!plan.files.has(path))
        tar.entry({ name: path.slice(1), type: "symlink", linkname, mode: 0o777, mtime: EPOCH });
    }
    tar.finalize();
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** A fixed time, so that the same programs make the same image. */
const EPOCH = new Date(0);

async function writeFileEntry(tar: Pack, name: string, source: string): Promise<void> {
  const { size } = await stat(source);
  if (size < 4 * 1024 * 1024) {
    const bytes = await readFile(source);
    tar.entry({ name, mode: 0o755, mtime: EPOCH, size: bytes.length }, bytes);
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const entry = tar.entry({ name, mode: 0o755, mtime: EPOCH, size }, (error) => (error ? reject(error) : resolve()));
    pipeline(createReadStream(source), entry).catch(reject);
  });
}
