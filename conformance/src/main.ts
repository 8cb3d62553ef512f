// The command line of para-conformance: reads the arguments, runs a role, gives the exit code.
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { addRunOptions, type RunFlags } from "./commands/options.js";
import { behaviourChecks, firstQuestion, type Output, runRole } from "./commands/run.js";
import { validatorChecks } from "./commands/validate.js";
import { containerAgent } from "./container.js";
import { packageDirectory, readData } from "./data.js";
import { type Judged, localProgram } from "./judged.js";
import { filterById, UsageError } from "./load-cases.js";
import { printable } from "./report/text.js";
import { endRun } from "./run-directory.js";
import { smoke } from "./smoke.js";

const HELP = `
The program that is judged comes after --, as it is, through no shell:
  para-conformance agent -- ./my-agent run
  para-conformance host -- ./my-host --json
  para-conformance validate -- ./my-validator

Exit codes: 0 conformant, 1 not conformant, 2 wrong usage or a fault of the suite itself.
IMPLEMENTING.md says what each role expects.`;

/** Runs the command line with `argv` (without node and the script); the exit code. Never throws. */
export async function main(argv: readonly string[], output: Output = processOutput()): Promise<number> {
  const split = argv.indexOf("--");
  const own = split === -1 ? argv : argv.slice(0, split);
  const judgedArgv = split === -1 ? [] : argv.slice(split + 1);
  let exitCode = 0;
  const program = commandLine(judgedArgv, output, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...own], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message =
      error instanceof UsageError ? error.message : `the suite is at fault: ${(error as Error).stack ?? String(error)}`;
    output.err(`para-conformance: ${printable(message)}\n`);
    return 2;
  } finally {
    await endRun();
  }
}

function commandLine(judgedArgv: readonly string[], output: Output, finish: (code: number) => void): Command {
  const { version } = readData(join(packageDirectory, "package.json")) as { version: string };
  const program = new Command("para-conformance")
    .description("Judges an agent, a host or a validator of the para container status protocol.")
    .version(version)
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err });
  const judgedBy = (image: string | undefined) =>
    image === undefined ? localProgram(judgedArgv) : containerAgent(image, judgedArgv);
  const behaviour = (role: "agent" | "host", what: string) =>
    addRunOptions(program.command(role).description(what))
      .option("--keep", "keep the directories of cases that do not pass")
      .option("--cases <folder>", "take the cases from here")
      .action(async (flags: RunFlags & { cases?: string; docker?: string }) => {
        const judged = judgedBy(flags.docker);
        const checks = behaviourChecks(role, flags.cases, flags, judged);
        const preflight = () => firstQuestion(role, judged, flags.patience);
        finish(await runRole({ role, judged, checks, flags, output, preflight }));
      });
  behaviour("agent", "judge an agent: the suite plays the host").addOption(inContainers());
  behaviour("host", "judge a host: the suite plays agents");
  addRunOptions(program.command("validate").description("judge a validator of documents by the fixtures")).action(
    async (flags: RunFlags) => {
      const checks = filterById(validatorChecks(judgedArgv, flags.patience), flags.filter);
      finish(await runRole({ role: "validate", judged: localProgram(judgedArgv), checks, flags, output }));
    },
  );
  program
    .command("smoke")
    .description("tell a wrong command line from a wrong implementation")
    .argument("<role>", "agent or host")
    .option("--patience <factor>", "multiply every deadline", Number, 1)
    .addOption(inContainers())
    .action(async (role: string, flags: { patience: number; docker?: string }) => {
      if (role !== "agent" && role !== "host") throw new UsageError(`smoke takes agent or host, not ${role}`);
      if (role === "host" && flags.docker !== undefined)
        throw new UsageError("a host is not judged in a container: leave --docker out");
      finish(await runSmoke(role, judgedBy(flags.docker), flags.patience, output));
    });
  return program;
}

function inContainers(): Option {
  return new Option(
    "--docker <image>",
    "judge the agent of this image, in containers; words after -- stand for its entrypoint",
  );
}

async function runSmoke(role: "agent" | "host", judged: Judged, patience: number, output: Output): Promise<number> {
  const absence = await judged.absence();
  if (absence !== undefined) throw new UsageError(absence);
  const answers = await smoke(role, judged, patience);
  for (const { question, verdict, advice } of answers) {
    if (verdict.verdict === "passed") {
      output.out(`yes: ${question}\n`);
      continue;
    }
    output.out(`no:  ${question}\n     ${verdict.reason}\n     ${advice}\n`);
    if (verdict.output) output.out(`     its output: ${JSON.stringify(verdict.output.slice(-400))}\n`);
    return 1;
  }
  return 0;
}

function processOutput(): Output {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    live: process.stderr.isTTY === true,
  };
}
