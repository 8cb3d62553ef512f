// The rules of the protocol that the plain agent keeps, one function each. A broken agent replaces one of them.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const GUARDED = ["PATH", "IFS", "ENV", "BASH_ENV", "NODE_OPTIONS"];
const RANK = { high: 0, normal: 1, low: 2 };

export const rules = {
  /** Claims a command; false if it was claimed before (docs/protocol.md#claim). */
  claim(directory) {
    try {
      mkdirSync(directory);
      return true;
    } catch {
      return false;
    }
  },
  /** What becomes of a claimed command of an earlier life without any record (docs/protocol.md#restart). */
  unknownClaim: () => "lost",
  /** The words that start an exec (docs/protocol.md#args). */
  words({ command, args = [], shell = true }) {
    if (!shell) return [command, ...args];
    return args.length === 0 ? ["/bin/sh", "-c", command] : ["/bin/sh", "-c", `${command} "$@"`, "sh", ...args];
  },
  /** The environment of a command (docs/protocol.md#env). */
  environment: (command, own) => ({ ...own, ...command.env, PARA_COMMAND_ID: command.id }),
  /** Whether a variable may be set by a command. */
  mayset: (name, allowed) => allowed.includes(name) || !(GUARDED.includes(name) || name.startsWith("LD_")),
  /** What a command reads. */
  stdin: (command) => command.stdin ?? "",
  /** Whether an id may become a path (docs/protocol.md#names). */
  isId: (id) => typeof id === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id) && !id.includes("\n"),
  /** Sorts waiting commands (docs/protocol.md#order). */
  order: (a, b) => RANK[a.priority ?? "normal"] - RANK[b.priority ?? "normal"] || a.place - b.place,
  /** Commands that run at once. */
  concurrency: (config) => config.max_concurrency ?? 4,
  /** Whether a waiting command is too old (docs/protocol.md#expired). */
  expired: ({ timestamp, queue_ttl_seconds: ttl }) =>
    ttl !== undefined && Date.now() > Date.parse(timestamp) + ttl * 1000,
  /** Whether a queue is older than one acted on (docs/protocol.md#stale). */
  stale: (sequence, highest) => sequence !== undefined && highest !== undefined && sequence < highest,
  /** Whether the highest sequence is kept for the next life. */
  remembersSequence: () => true,
  /** Bytes that are read of a document at most (docs/protocol.md#oversize). */
  readLimit: (limit) => limit,
  /** How deep a document may be nested (docs/protocol.md#json). */
  depth: (limit) => limit,
  /** Reads JSON text. */
  parse: JSON.parse,
  /** What a validator prints with a refusal. */
  verdict: (code) => `${JSON.stringify({ code })}\n`,
  /** Whether a link in place of a document is followed (docs/protocol.md#safe-file). */
  followsLinks: () => false,
  /** Whether a newer major is refused (docs/protocol.md#unsupported-version). */
  supports: (version) => !/^[0-9]{1,4}\.[0-9]{1,4}$/.test(version) || Number.parseInt(version, 10) <= 1,
  /** Whether a byte order mark is let pass (docs/protocol.md#utf8). */
  acceptsMark: () => false,
  /** Whether one bad entry costs the whole queue (docs/protocol.md#bad-entry). */
  badEntryCostsAll: () => false,
  /** Which of two entries with one id counts (docs/protocol.md#entries). */
  firstOfDuplicates: () => true,
  /** The code for an entry of an unknown type. */
  unknownType: () => "unsupported_command",
  /** How a stopped command is asked to end (docs/protocol.md#timeout). */
  stopSignal: () => "SIGTERM",
  /** Whether it is asked a second time. */
  asksAgain: () => false,
  /** Whether what ignores it is killed after the grace. */
  kills: () => true,
  /** What a stop reaches beside the one process. */
  stopsGroup: () => true,
  sweeps: () => true,
  /** Which processes a sweep finds: marks that must all be in the environment. */
  marks: (id, directory) => [`PARA_COMMAND_ID=${id}\0`, `PARA_STATUS_DIR=${directory}\0`],
  /** Milliseconds from when a command's time counts. */
  clockStart: (entry) => entry.startedAt,
  /** What a cancel of a waiting command does (docs/protocol.md#cancel). */
  cancelsWaiting: () => true,
  unknownTarget: () => ({ state: "failed", code: "unknown_target" }),
  /** Whether signals wait for a place among the running commands (docs/protocol.md#signals). */
  signalsWait: () => false,
  /** Whether pause keeps commands from starting (docs/protocol.md#pause). */
  pauses: () => true,
  /** The last status and the exit code of a shutdown (docs/protocol.md#shutdown). */
  lastStatus: () => "stopped",
  exitCode: () => 0,
  shutdownWaits: () => true,
  /** Whether a result's file comes before its place in the status (docs/protocol.md#result). */
  resultFirst: () => true,
  /** Whether a result is dropped from the status (docs/protocol.md#processed). */
  dropsResult: (id, processed) => processed.includes(id),
  /** Whether that holds for one that ends after the host has it, too. */
  dropsWhatEndsLate: () => true,
  /** Whether ended commands of earlier lives are listed (docs/protocol.md#results). */
  listsEarlier: () => true,
  /** The status that is written, from what is known (docs/protocol.md#no-wipe). */
  heartbeat: (status) => status,
  /** How far the sequence goes on (docs/protocol.md#heartbeat). */
  nextSequence: (sequence) => sequence + 1,
  /** The name of this life. */
  bootId: (random) => random,
  /** Replaces a document in one step (docs/protocol.md#atomic). */
  publish(path, text) {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  },
  /** Makes a status fit its limit (docs/protocol.md#bounded). */
  bounds: () => true,
  /** Whether output past the cap is cut, head and tail kept (docs/protocol.md#output). */
  capsOutput: () => true,
  saysTruncated: () => true,
  /** Whether a result waits for whoever holds the pipes (docs/protocol.md#held-pipes). */
  waitsForPipes: () => false,
  /** Seconds between looks at the queue (docs/protocol.md#polling). */
  pollInterval: (config) => config.poll_interval_seconds ?? 1,
  /** Whether the doorbell is heard. */
  hears: () => true,
  /** Takes the reports in order (docs/protocol.md#reports). */
  reportOrder: (names) => names.sort(),
  mergesByKey: () => true,
  removesBadReports: () => true,
  /** How many failures make unhealthy (docs/protocol.md#probes). */
  retries: (probe) => probe.retries ?? 3,
  /** What a log record may tell (docs/protocol.md#secrets). */
  logRecord: (record) => record,
  logsOncePerContent: () => true,
  /** Whether an invalid configuration is refused whole (docs/protocol.md#reload). */
  refusesBadConfig: () => true,
};
