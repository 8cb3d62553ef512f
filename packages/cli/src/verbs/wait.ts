// `para-docker wait`: until a session is as one wants it, or cannot become so any more.
import type { Session, SessionView } from "@para-docker/host";
import { isCommandId, isTerminal } from "@para-docker/protocol";
import type { Call, Verb } from "../definition.js";
import { EXIT, exitCodeOfResult } from "../exit-codes.js";
import { failure, usageError } from "../failure.js";
import { describeEnd } from "../output/command-words.js";
import { type SessionProgress, sessionProgress, watching } from "../output/session-progress.js";
import { callsForPerson, healthOf, stateWords } from "../output/session-words.js";
import { createSteps } from "../output/steps.js";
import { parseSeconds, quote } from "../parse-value.js";
import { chooseSession } from "../session-choice.js";

/** Something to wait for: its words, and whether a view fulfils it. */
interface Condition {
  words: string;
  met(view: SessionView): boolean;
}

export const wait: Verb = {
  operands: [{ usage: "[SESSION]", completes: "session" }],
  options: [
    { flags: "--for <CONDITION>", text: "what for; given more than once, all of them at the same time", many: true },
    { flags: "--timeout <TIME>", text: "give up after this, with exit code 124" },
    { flags: "-q, --quiet", text: "print nothing" },
  ],
  details: `Conditions:
  idle                  no command waits or runs (the default)
  attention             a person is needed
  status=WORD           the agent's status: running, paused, stopped, …
  health=WORD           healthy, unhealthy, …
  phase=WORD            the phase that the workload reports
  service=NAME:WORD     a service's state: service=api:running
  command=ID            the command has ended; the exit code is the command's

Exit code: 0 it is so, 124 the time is over, 125 the session ended before.`,
  examples: [
    ["para-docker wait demo --for health=healthy --timeout 2m", "for a dev server to come up"],
    ["id=$(para-docker exec -d demo -- make) && para-docker wait demo --for command=$id", "with make's exit code"],
    ["para-docker wait demo --for attention && notify-send 'demo needs you'", "be called when you are needed"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 1) throw usageError("One session at a time.", "Such as para-docker wait demo --for idle.");
  const wanted = values.list("for").length === 0 ? ["idle"] : values.list("for");
  const ids = wanted.filter((each) => each.startsWith("command=")).map(commandId);
  const conditions = wanted.filter((each) => !each.startsWith("command=")).map(parseCondition);
  const timeout = values.text("timeout");
  const milliseconds = timeout === undefined ? undefined : parseSeconds(timeout, "--timeout") * 1000;

  const { session } = await chooseSession(app, values, operands[0]);
  const steps = createSteps(app, values.flag("quiet"));
  steps.step(`waiting for ${session.name}`, false);
  const progress = values.flag("quiet") ? undefined : sessionProgress(steps, session.name);
  const abort = new AbortController();
  const release = app.interrupts.handle(() => abort.abort("interrupted"));
  const timer = milliseconds === undefined ? undefined : setTimeout(() => abort.abort("timeout"), milliseconds);
  try {
    let code: number = EXIT.ok;
    for (const id of ids) {
      const result = await watching(session, progress, () => session.command(id).result(abort.signal));
      const words = describeEnd(result);
      if (words !== undefined && !values.flag("quiet")) app.note(words);
      code ||= exitCodeOfResult(result);
    }
    if (conditions.length > 0) await conditionsMet(session, conditions, progress, abort.signal);
    return code;
  } catch (error) {
    if (abort.signal.aborted && abort.signal.reason === "interrupted") return EXIT.cancelled;
    if (abort.signal.aborted) {
      throw failure(
        EXIT.timedOut,
        `${session.name} was not as wanted in ${timeout}: ${wanted.join(", ")}.`,
        `para-docker status ${session.name} shows how it is.`,
      );
    }
    throw error;
  } finally {
    steps.done();
    clearTimeout(timer);
    release();
    await session.close();
  }
}

/** Waits until one view meets them all. @throws Failure 125 where the session has ended, so that none will. */
async function conditionsMet(
  session: Session,
  conditions: Condition[],
  progress: SessionProgress | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { name } = session;
  for await (const view of session.watch(signal)) {
    const unmet = conditions.find((condition) => !condition.met(view));
    if (unmet === undefined) return;
    progress?.show(view);
    if (view.freshness === "exited") {
      throw failure(
        EXIT.failed,
        `${name} ended (${stateWords(view).text}) before ${unmet.words}.`,
        `para-docker status ${name} and para-docker logs ${name} say more.`,
      );
    }
  }
  if (signal.aborted) throw signal.reason;
  throw failure(EXIT.failed, `${name} was finished before it was as wanted.`, "para-docker list shows what there is.");
}

function commandId(condition: string): string {
  const id = condition.slice("command=".length);
  if (!isCommandId(id)) throw usageError(`${quote(id)} is no id of a command.`, "para-docker status shows them.");
  return id;
}

/** Reads a condition. @throws Failure 2 */
export function parseCondition(text: string): Condition {
  const [, key = "", value] = /^([a-z]+)(?:=(.+))?$/.exec(text) ?? [];
  if (key === "idle" && value === undefined) {
    return {
      words: "it was idle",
      met: (view) => view.commands.every((command) => command.type !== "exec" || isTerminal(command.state)),
    };
  }
  if (key === "attention" && value === undefined) return { words: "it needed a person", met: callsForPerson };
  if (key === "status" && value !== undefined) {
    return { words: `its status was ${value}`, met: (view) => view.status?.status === value };
  }
  if (key === "health" && value !== undefined) {
    return {
      words: `its health was ${value}`,
      met: (view) => view.freshness === "fresh" && healthOf(view) === value,
    };
  }
  if (key === "phase" && value !== undefined)
    return { words: `its phase was ${value}`, met: (view) => view.status?.phase === value };
  const service = key === "service" ? /^(.+):([^:]+)$/.exec(value ?? "") : null;
  if (service !== null) {
    const [, name = "", state = ""] = service;
    return {
      words: `${name} was ${state}`,
      met: (view) =>
        view.freshness === "fresh" &&
        Object.hasOwn(view.status?.services ?? {}, name) &&
        view.status?.services?.[name] === state,
    };
  }
  throw usageError(
    `--for ${quote(text)} is no condition.`,
    "idle, attention, status=WORD, health=WORD, phase=WORD, service=NAME:WORD, command=ID.",
  );
}
