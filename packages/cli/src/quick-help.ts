// The program `para-docker` where it is asked for its own help alone: without the parser, which takes longer to load than the rest.
import { fstatSync, statSync, writeSync } from "node:fs";
import { endWithoutReader } from "./closed-output.js";
import { programHelp } from "./help.js";
import { styleFor } from "./output/style.js";

const STDOUT = 1;

/** Writes the help. `process.stdout` takes Node as long to make as all the rest: only a terminal, whose width and colours count, gets it. */
function writeHelp(): void {
  const { env } = process;
  let written = 0;
  if (!mayBeTerminal()) {
    const help = Buffer.from(programHelp(styleFor({}, env), 80));
    try {
      while (written < help.length) written += writeSync(STDOUT, help, written);
      return;
    } catch {
      // A reader that has gone, a full disk, a pipe that is full: told, or waited for, by the stream.
    }
  }
  const { stdout, stderr } = process;
  endWithoutReader(stdout, stderr);
  stdout.write(Buffer.from(programHelp(styleFor(stdout, env), stdout.columns ?? 80)).subarray(written));
}

function mayBeTerminal(): boolean {
  const stats = fstatSync(STDOUT);
  return stats.isCharacterDevice() && stats.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

writeHelp();
