// One status directory and its host, which acts by files alone: the queue, the doorbell, the handshake, and a record of all it has seen.
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isTerminal, parseMetrics, parseResult, parseStatus } from "@para-docker/protocol";
import { agentBelow, processesWith, send, stateOf, sweep } from "./processes.mjs";

/** Short intervals, so that nothing waits for a poll. */
const CONFIG = {
  poll_interval_seconds: 0.2,
  heartbeat_interval_seconds: 0.5,
  metrics_interval_seconds: 1,
  kill_grace_seconds: 1,
};

/** Reads a file; undefined where there is none. */
export function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Makes a world in `place` for an agent that `launcher` starts. A command is `{ id, type, …, expects }`: the entry of the queue, and the
 * ends that it may have, which are the judge's (load.mjs).
 */
export function makeWorld({ place, launcher, config = {} }) {
  const root = mkdtempSync(`${place}/world-`);
  const status = `${root}/status`;
  const workspace = `${root}/workspace`;
  for (const directory of [status, workspace, `${root}/tmp`]) mkdirSync(directory);
  writeFileSync(`${root}/agent.json`, JSON.stringify({ ...CONFIG, ...config }));
  const agent = launcher({ root, status, workspace });
  const mark = `PARA_TORTURE_WORLD=${root}\0`;
  const issued = new Map();
  const wrong = [];
  let sequence = 0;
  let lastStatus;

  const publish = () => {
    sequence += 1;
    const of = (stage) => [...issued.values()].filter((command) => command.stage === stage);
    const commands = [...of("open"), ...of("ended")].map(({ entry }) => entry);
    const processed = of("processed").map(({ entry }) => entry.id);
    const document = { protocol_version: "1.0", sequence, timestamp: new Date().toISOString(), commands, processed };
    writeFileSync(`${status}/.commands.json.host`, JSON.stringify(document));
    renameSync(`${status}/.commands.json.host`, `${status}/commands.json`);
    ring(`${status}/doorbell`);
  };

  /** Reads a document that must be whole at every moment. */
  const readWhole = (name, parse) => {
    const bytes = readIfThere(`${status}/${name}`);
    if (bytes === undefined) return undefined;
    const parsed = parse(bytes);
    if (parsed.ok) return { bytes, value: parsed.value };
    const { code, message } = parsed.problems[0];
    wrong.push(`${name} is not whole: ${code}, ${message}: ${bytes.subarray(0, 200)}`);
    return undefined;
  };

  /** A result that was there may not change. */
  const lookAtResult = (command) => {
    const { id } = command.entry;
    const result = readWhole(`logs/commands/${id}/result.json`, parseResult);
    if (result === undefined) return;
    const text = result.bytes.toString();
    if (command.text === undefined) Object.assign(command, { text, result: result.value });
    else if (command.text !== text && !command.rewritten) {
      command.rewritten = true;
      wrong.push(`${id} had two results: ${command.text} and then ${text}`);
    }
    if (command.stage !== "open") return;
    command.stage = "ended";
    const isWhole = result.value.exit_code === undefined || command.output === undefined;
    const output = isWhole ? undefined : readIfThere(`${status}/logs/commands/${id}/stdout`)?.toString();
    if (isWhole || output === command.output) return;
    // What an agent had just read when it was killed may be lost (docs/protocol.md#output).
    if (command.mayBeCut && command.output.includes(output ?? "?")) command.isCut = true;
    else wrong.push(`${id} has a result, and as output ${JSON.stringify(output)}`);
  };

  const world = {
    root,
    status,
    workspace,
    agent,
    issued,
    wrong,
    /** A variable that every process of this world has, in a container too. */
    mark,
    get agentPid() {
      return agent.pid === undefined ? undefined : agentBelow(agent.pid);
    },
    get lastStatus() {
      return lastStatus;
    },
    /** How many have not ended. */
    get open() {
      return [...issued.values()].filter(({ stage }) => stage === "open").length;
    },
    /** Puts commands into the queue. */
    issue(...commands) {
      for (const { expects, output, ...draft } of commands) {
        const entry = { timestamp: new Date().toISOString(), ...draft };
        issued.set(entry.id, { entry, expects, output, stage: "open" });
      }
      publish();
    },
    publish,
    /** Reads every document, and takes the host's next steps of the handshake unless the host is `away`. */
    look({ away = false } = {}) {
      for (const command of issued.values()) if (command.stage !== "done") lookAtResult(command);
      readWhole("metrics.json", parseMetrics);
      lastStatus = readWhole("status.json", parseStatus)?.value ?? lastStatus;
      if (lastStatus === undefined || away) return;
      let changed = false;
      const listed = new Map((lastStatus.results ?? []).map((summary) => [summary.id, summary]));
      for (const [id, command] of issued) {
        const summary = listed.get(id);
        if (summary === undefined && command.stage === "processed") {
          command.stage = "done";
          changed = true;
        } else if (summary !== undefined && command.stage === "done") {
          if (!command.back) wrong.push(`${id} came back after the host had it`);
          command.back = true;
        } else if (summary !== undefined && isTerminal(summary.state) && command.stage === "open") {
          // The result comes first; this look may have been between the two.
          lookAtResult(command);
          if (command.stage === "open") wrong.push(`${id} is told as ${summary.state}, and there is no result`);
        }
        if (summary !== undefined && isTerminal(summary.state) && command.stage === "ended") {
          const { state } = command.result;
          if (summary.state !== state) wrong.push(`${id} is told as ${summary.state}, its result says ${state}`);
          command.stage = "processed";
          changed = true;
        }
      }
      if (changed) publish();
    },
    /** Looks again and again until `wanted()`, or `seconds` are over; whether it came. `idle` is called between the looks. */
    async lookUntil(wanted, seconds, idle = async () => undefined) {
      const deadline = performance.now() + seconds * 1000;
      for (;;) {
        world.look();
        if (wanted()) return true;
        if (performance.now() > deadline) return false;
        await idle();
        await sleep(20);
      }
    },
    /** Waits until the agent of this start tells that it runs. */
    started(seconds = 20) {
      const before = lastStatus?.boot_id;
      return world.lookUntil(() => lastStatus?.boot_id !== before && lastStatus?.status === "running", seconds);
    },
    /** In words, what is left of a world that did not settle: the processes of its agent, when it last told, and how far each command is. */
    describe() {
      const { pid } = agent;
      const state = (each) => (each === undefined ? "none" : `${each} ${stateOf(each)}`);
      const written = statSync(`${status}/status.json`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      const left = [...issued.values()].filter(({ stage }) => stage !== "done");
      const isClaimed = (id) => existsSync(`${status}/logs/commands/${id}`);
      return [
        `entry point ${state(pid)}, agent ${state(pid && agentBelow(pid))}`,
        `last status ${((Date.now() - written) / 1000).toFixed(1)} s ago`,
        ...left.map(({ entry: { id }, stage }) => `${id} ${stage}${isClaimed(id) ? "" : ", not claimed"}`),
      ].join("; ");
    },
    /** Whether the host has every result, and the agent has forgotten all. */
    isSettled: () => [...issued.values()].every(({ stage }) => stage === "done"),
    /** Living processes of a command, in whatever container. */
    survivors: (id) => processesWith(`PARA_COMMAND_ID=${id}\0`, mark),
    /** From now on the last output of what has not ended may be lost: who reads it is about to be killed (docs/protocol.md#output). */
    expectCuts() {
      for (const command of issued.values()) if (command.stage === "open") command.mayBeCut = true;
    },
    /** SIGKILL of every process at once, as when a container is killed; whether there was one. */
    async killAll() {
      for (const command of issued.values()) if (command.stage === "open") command.mayBeKilled = true;
      for (const pid of processesWith(mark)) send(pid, "SIGSTOP");
      const any = (await sweep(mark)) > 0;
      await agent.ended();
      return any;
    },
    /** Ends all processes and removes the directory. */
    async remove() {
      await agent.remove();
      await sweep(world.mark);
      rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
  return world;
}

function ring(path) {
  try {
    const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    writeSync(fd, "!");
    closeSync(fd);
  } catch {
    // Nobody listens; the agent polls.
  }
}
