// The program `para-agent`: the entry point, the agent itself, and the judge of documents.
import { readFileSync } from "node:fs";
import { type DocumentKind, LIMITS, parseDocument } from "@para-docker/protocol";
import { createAgent } from "./agent.js";
import { runEntryPoint } from "./entry-point.js";
import { replaceOrphan } from "./processes/orphan.js";
import { isAlive, startTimeOf } from "./processes/proc.js";
import { readSettings } from "./settings.js";
import { VERSION } from "./version.js";

const HELP = `usage: para-agent [run [-- MAIN COMMAND…]]   keep an agent running, beside MAIN where it is given
       para-agent validate KIND < DOCUMENT  exit 0, or 1 with the fault as one line of JSON
       para-agent --version | --help

KIND: ${Object.keys(LIMITS.bytes).join(", ")}
The environment says where: PARA_STATUS_DIR, PARA_WORKSPACE, PARA_AGENT_CONFIG, PARA_SESSION_NAME, PARA_DOORBELL=off.
`;

async function main([verb = "run", ...rest]: readonly string[]): Promise<number> {
  switch (verb) {
    case "run":
      return run(rest);
    case "agent":
      return runAgent(rest);
    case "validate":
      return validate(rest[0] ?? "");
    case "--version":
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case "--help":
    case "-h":
      process.stdout.write(HELP);
      return 0;
    default:
      return usage(`no such verb: ${verb}`);
  }
}

function usage(problem: string): number {
  process.stderr.write(`para-agent: ${problem}\n${HELP}`);
  return 2;
}

function run([separator, ...words]: readonly string[]): Promise<number> | number {
  if (separator !== undefined && (separator !== "--" || words.length === 0))
    return usage("run takes `-- MAIN COMMAND…`");
  const fault = settingsFault();
  if (fault !== undefined) return usage(fault);
  return runEntryPoint({ script: process.argv[1] ?? "", main: words });
}

/** What is wrong with the environment, so that no start can help it. */
function settingsFault(): string | undefined {
  try {
    readSettings(process.env);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Exit code of an agent whose entry point is gone. */
const ORPHANED = 3;
const LOOK_MS = 500;

/** The agent under the entry point: it ends with it, as if killed, so that no two ever work side by side for long. */
async function runAgent(args: readonly string[]): Promise<number> {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? "";
  const above = option("under")
    .split(",")
    .filter((pid) => pid !== "")
    .map((pid) => ({ pid: Number(pid), startTime: startTimeOf(Number(pid)) }));
  setInterval(() => {
    if (!above.every(({ pid, startTime }) => isAlive(pid, startTime))) process.exit(ORPHANED);
  }, LOOK_MS);
  let stop = (): void => process.exit(0);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"]) process.on(signal, () => stop());
  const fault = settingsFault();
  if (fault !== undefined) return usage(fault);
  const self = { pid: process.pid, startTime: startTimeOf(process.pid) };
  replaceOrphan(readSettings(process.env).statusDir, self, above);
  const agent = createAgent({ deaths: { count: Number(option("deaths")), last: option("last") } });
  stop = () => agent.stop(5);
  await agent.stopped;
  return 0;
}

function validate(kind: string): number {
  if (!isDocumentKind(kind)) return usage(`validate takes a kind of document, not ${JSON.stringify(kind)}`);
  const parsed = parseDocument(kind, readFileSync(0));
  if (parsed.ok) return 0;
  process.stdout.write(`${JSON.stringify(parsed.problems[0])}\n`);
  return 1;
}

function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(LIMITS.bytes, kind);
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
