// Commands whose ends are known, with a recorder in them that counts starts; and the judge of what became of them.
import { readIfThere } from "./world.mjs";

/** Appends the command's id in one write: `starts` says how often each was started, `ends` which came to their end by themselves. */
const START = `printf '%s\\n' "$PARA_COMMAND_ID" >>starts`;
const END = `printf '%s\\n' "$PARA_COMMAND_ID" >>ends`;

const exited = (code) => ({ state: code === 0 ? "succeeded" : "failed", exit_code: code });

/** Makes commands, each another; `prefix` begins their ids. */
export function makeLoad(random, prefix = "c") {
  let made = 0;

  const script = (body, code) => `${START}; ${body}; ${END}; exit ${code}`;

  const kinds = {
    instant: (code) => ({ type: "exec", command: script(":", code), expects: [exited(code)] }),
    short: (code) => ({
      type: "exec",
      command: script(`sleep 0.${random.below(10)}`, code),
      expects: [exited(code)],
    }),
    direct: (code) => ({
      type: "exec",
      shell: false,
      command: "/bin/sh",
      args: ["-c", script("sleep 0.05", code)],
      expects: [exited(code)],
    }),
    talking: (code, id) => ({
      type: "exec",
      command: script(`echo "out $NAME"; echo "err $NAME" >&2`, code),
      env: { NAME: id },
      output: `out ${id}\n`,
      expects: [exited(code)],
    }),
    fed: (code, id) => ({
      type: "exec",
      command: script(`read -r line; [ "$line" = "in ${id}" ] || exit 99`, code),
      stdin: `in ${id}\n`,
      env: { FED: "$(reboot)" },
      expects: [exited(code)],
    }),
    long: () => ({
      type: "exec",
      command: script("sleep 30", 0),
      timeout_seconds: 1,
      expects: [{ state: "timed_out" }],
    }),
    ping: () => ({ type: "signal", signal: "ping", expects: [{ state: "succeeded" }] }),
  };
  const usual = ["instant", "instant", "short", "short", "direct", "talking", "fed", "ping"];

  const make = (kind) => {
    made += 1;
    const id = `${prefix}${made}`;
    return { id, ...kinds[kind](random.pick([0, 0, 1, 3, 42, 200]), id) };
  };

  return {
    make,
    /** So many of all kinds; now and then one that runs into its timeout. */
    some: (count) => Array.from({ length: count }, () => make(random.chance(0.04) ? "long" : random.pick(usual))),
    /** Two commands: one that would run for long, and one that calls it off. */
    cancelled() {
      made += 1;
      const target = `${prefix}${made}`;
      return [
        { id: target, type: "exec", command: script("sleep 20", 0), expects: [{ state: "cancelled" }] },
        { id: `${target}x`, type: "signal", signal: "cancel", target, expects: [{ state: "succeeded" }] },
      ];
    },
  };
}

/** Lines of a recorder's file, counted. */
export function countLines(path) {
  const counts = new Map();
  for (const line of (readIfThere(path)?.toString() ?? "").split("\n")) {
    if (line !== "") counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/**
 * What is wrong with the ends of a world's commands. `doubled` and `forgotten` are never right. `lost` is right for a command that was not started, and
 * for one that the harness has killed (`mayBeLost`), or whose own process it has (`mayBeKilled`).
 */
export function judge(world, { starts = countLines(`${world.workspace}/starts`), allow = () => false } = {}) {
  const ends = countLines(`${world.workspace}/ends`);
  const tally = { issued: 0, started: 0, doubled: 0, lost: 0, cut: 0, forgotten: 0, other: 0 };
  const wrong = [...world.wrong];
  for (const [id, command] of world.issued) {
    const { result, expects, entry } = command;
    const count = starts.get(id) ?? 0;
    tally.issued += 1;
    tally.started += Math.min(1, count);
    if (command.isCut) tally.cut += 1;
    if (count > 1) {
      tally.doubled += 1;
      wrong.push(`${id} was started ${count} times`);
    }
    if (result === undefined) {
      tally.forgotten += 1;
      wrong.push(`${id} (${entry.command ?? entry.signal}) has no result: forgotten`);
      continue;
    }
    if (result.state === "lost") {
      tally.lost += 1;
      if (count === 0 || command.mayBeLost || command.mayBeKilled) continue;
      wrong.push(
        `${id} was started, was not killed, and is told as lost; it ${ends.has(id) ? "ended" : "did not end"}`,
      );
      continue;
    }
    if (command.mayBeKilled && (result.state === "failed" || count === 0)) continue;
    if (allow(result, command)) continue;
    const isExpected = expects.some((end) => Object.entries(end).every(([key, value]) => result[key] === value));
    const { state, exit_code: code } = result;
    if (!isExpected) {
      tally.other += 1;
      wrong.push(
        `${id} ended as ${JSON.stringify({ state, code, signal: result.signal, fault: result.code })}, not ${JSON.stringify(expects)}`,
      );
    } else if (code !== undefined && (count !== 1 || !ends.has(id))) {
      tally.other += 1;
      wrong.push(`${id} is told as ${state} ${code}, and was started ${count} times`);
    }
  }
  return { tally, wrong };
}
