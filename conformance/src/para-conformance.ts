#!/usr/bin/env node
// The program `para-conformance`.
import { main } from "./main.js";
import { interruptRun, isInterrupted } from "./run-directory.js";

async function interrupted(): Promise<void> {
  await interruptRun();
  process.exit(2);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void interrupted());
// A reader that goes away (`| head`) ends the run, and not in a stack trace.
process.stdout.on("error", () => void interrupted());

const code = await main(process.argv.slice(2));
// An interrupted run ends when all is cleaned up, and with its own code. Whatever else a judged program left open must not keep the judge
// alive; standard output is written out first.
if (!isInterrupted()) process.stdout.write("", () => process.exit(code));
