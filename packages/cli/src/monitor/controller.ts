// Runs the monitor: news and keys go into the model, effects go to the sessions, the open session's logs and output are followed.
import type * as Host from "@para-docker/host";
import type { StateRoot } from "@para-docker/host";
import { formatBytes, formatProgress } from "@para-docker/host/format";
import { describeEnd } from "../output/command-words.js";
import { type Detail, followDetail } from "./detail.js";
import { type Key, press } from "./keys.js";
import { type Effect, emptyModel, type Model, withSessions } from "./model.js";

/** A monitor without a screen: a model that changes, and keys that change it. */
export interface Controller {
  get(): Model;
  subscribe(listener: () => void): () => void;
  key(key: Key): void;
  /** Shows a message, red where it is `bad`. */
  say(text: string, bad?: boolean): void;
  /** Resolves when a person quits. */
  quit: Promise<void>;
  close(): Promise<void>;
}

/** Starts to follow every session below `root`. */
export function openController(host: typeof Host, root: StateRoot): Controller {
  let model = emptyModel();
  let detail: Detail | undefined;
  let leave: () => void = () => undefined;
  const listeners = new Set<() => void>();
  const quit = new Promise<void>((resolve) => {
    leave = resolve;
  });

  const change = (next: Model) => {
    model = next;
    const wanted = detailKey(model);
    if (wanted !== detail?.key) {
      detail?.close();
      model = { ...model, logs: [], output: [] };
      detail =
        wanted === undefined
          ? undefined
          : followDetail(host, root, wanted, model, (part) => change({ ...model, ...part }));
    }
    for (const listener of listeners) listener();
  };
  const say = (text: string, bad = false) => change({ ...model, message: { text, bad } });

  /** What a person has just started is what they want to see. */
  const select = (session: string, command: string) => {
    if ((model.open ?? model.selected) === session) change({ ...model, command, scroll: 0 });
  };

  const feed = host.openFeed(root, {
    sessions: (views) => change(withSessions(model, views)),
    trouble: (text) => {
      if (text === model.trouble) return;
      const { trouble: _, ...rest } = model;
      change(text === undefined ? rest : { ...rest, trouble: text });
    },
  });

  return {
    get: () => model,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    key(key) {
      const outcome = press(model, key);
      change(outcome.model);
      const { effect } = outcome;
      if (effect === undefined) return;
      if (effect.do === "quit") leave();
      else carryOut(host, root, effect, { say, select }).catch((error: unknown) => say(wordsOf(error), true));
    },
    say,
    quit,
    async close() {
      detail?.close();
      await feed.close();
    },
  };
}

/** What of the open session is followed; nothing on the table. */
function detailKey(model: Model): string | undefined {
  if (model.open === undefined || model.tab === "overview") return undefined;
  return JSON.stringify(model.tab === "logs" ? [model.open, "logs"] : [model.open, "commands", model.command ?? null]);
}

/** How what is carried out shows. */
interface Reactions {
  say(text: string, bad?: boolean): void;
  select(session: string, command: string): void;
}

async function carryOut(
  host: typeof Host,
  root: StateRoot,
  effect: Exclude<Effect, { do: "quit" }>,
  { say, select }: Reactions,
): Promise<void> {
  if (effect.do === "finish") {
    say(`finishing ${effect.session} …`);
    const report = await host.finishSession(root, effect.session, {
      archive: "tar",
      onStep: (step) => say(`finishing ${effect.session}: ${step.name} done`),
      onProgress: (done, total) =>
        say(
          `finishing ${effect.session}: archiving, ${formatProgress({ current: done, total })} of ${formatBytes(total)}`,
        ),
    });
    say(`${effect.session} is finished${report.archivePath === undefined ? "" : `: ${report.archivePath}`}`);
    return;
  }
  const session = await host.openSession(root, effect.session);
  try {
    if (effect.do === "cancel") {
      await Promise.all(effect.ids.map((id) => session.command(id).cancel()));
      say(`cancelling ${effect.ids.join(", ")} …`);
      const ends = await Promise.all(effect.ids.map((id) => session.command(id).result()));
      say(ends.map((end) => `${end.id} ${end.state}`).join(", "));
      return;
    }
    const command = await session.enqueue(
      effect.do === "exec" ? { type: "exec", command: effect.line } : { type: "signal", signal: effect.signal },
    );
    if (effect.do === "exec") select(effect.session, command.id);
    say(`${effect.session}: ${effect.do === "exec" ? effect.line : effect.signal} is ${command.id} …`);
    const end = await command.result();
    say(
      describeEnd(end) ?? `${end.id} ${end.state}${end.exit_code === undefined ? "" : `, exit ${end.exit_code}`}`,
      end.state !== "succeeded",
    );
  } finally {
    await session.close();
  }
}

function wordsOf(error: unknown): string {
  const { message, hint } = error as { message?: string; hint?: string };
  return [message ?? String(error), hint].filter(Boolean).join(" ");
}
