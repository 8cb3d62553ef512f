// What happens when our output can go nowhere: quiet where whoever read it has had enough, told where the disk is full.
import { EXIT } from "./exit-codes.js";
import { describeFailure, type Failure, failure } from "./failure.js";
import { styleFor } from "./output/style.js";

/** Ends the process when either cannot be written any more. A verb that must clean up has a listener of its own, and ends it itself. */
export function endWithoutReader(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): void {
  for (const stream of [stdout, stderr]) {
    stream.on("error", ({ code = "unknown fault" }: NodeJS.ErrnoException) => {
      if (stream.listenerCount("error") > 1) return;
      if (code === "EPIPE") process.exit(EXIT.pipeClosed);
      if (stream === stdout) stderr.write(describeFailure(outputFailure(code), styleFor(stderr, process.env), false));
      process.exit(EXIT.failed);
    });
  }
}

/** The failure to write standard output, for another reason than that nobody reads it. */
export function outputFailure(code: string): Failure {
  return failure(
    EXIT.failed,
    `The output cannot be written (${code}).`,
    "Make room on the disk, or write it elsewhere.",
  );
}
