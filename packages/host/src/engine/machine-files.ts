// Collects programs of this machine, with the libraries they load, as files for an image.
import { execFile } from "node:child_process";
import { access, constants, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where programs are looked for. */
const PROGRAM_DIRS = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"];

/** Files of an image: path in the image to the file of this machine. */
export type FileMap = Map<string, string>;

/** The program's place on this machine, or nothing where it is not installed. */
export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of PROGRAM_DIRS) {
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // Not here: the next folder.
    }
  }
  return undefined;
}

/** Adds `program` as `target`, with the libraries that `ldd` says it loads. */
export async function addProgram(files: FileMap, program: string, target: string): Promise<void> {
  const source = await realpath(program);
  files.set(target, source);
  if (!(await isElf(source))) return;
  for (const library of await librariesOf(source)) files.set(library, await realpath(library));
}

/** Libraries as paths, the loader among them; none for a static program. */
async function librariesOf(program: string): Promise<string[]> {
  try {
    const { stdout } = await run("ldd", [program], { timeout: 10_000, env: { LC_ALL: "C", PATH: "/usr/bin:/bin" } });
    return [...stdout.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)].map((match) => match[1] ?? "");
  } catch {
    return [];
  }
}

async function isElf(path: string): Promise<boolean> {
  return (await readFile(path)).subarray(0, 4).equals(Buffer.from("\x7fELF", "latin1"));
}

/** Names that busybox answers to. */
export async function busyboxApplets(busybox: string): Promise<string[]> {
  const { stdout } = await run(busybox, ["--list"], { timeout: 10_000 });
  return stdout.split("\n").filter((name) => /^[A-Za-z0-9[_.-]+$/.test(name) && name !== "busybox");
}
