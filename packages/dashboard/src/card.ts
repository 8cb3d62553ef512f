// A session's view, made into what the page shows of it.
import { callsForPerson, healthOf, messageOf, needOf, type SessionView, stateWords } from "@para-docker/host";
import { sanitizeText } from "@para-docker/protocol";
import type { Card, Detail } from "./wire.js";

/** Commands named on a card. */
const NAMED = 3;
/** Characters of a line on a card. */
const LINE = 300;
/** States of services, those that a person looks at first before the others. */
const SERVICE_ORDER = ["error", "stopping", "starting", "unknown"];

/** The card of a session. */
export function cardOf(view: SessionView, network: Card["network"]): Card {
  const { status, metrics, metadata } = view;
  const state = stateWords(view);
  const health = healthOf(view);
  const message = messageOf(view);
  const running = view.commands.filter((command) => command.state === "running");
  const used = metrics?.memory?.used_bytes;
  const limit = metrics?.memory?.limit_bytes;
  const since = metadata?.started_at ?? metadata?.created_at;
  return {
    name: view.name,
    state: state.text,
    mood: state.mood,
    calls: callsForPerson(view),
    need: needOf(view),
    freshness: view.freshness,
    finishing: view.finishing,
    ...(health !== undefined && { health }),
    ...(status?.phase !== undefined && { phase: status.phase }),
    ...(status?.progress !== undefined && { progress: shortened(status.progress) }),
    services: Object.entries(status?.services ?? {}).sort(byTrouble),
    ...(status?.attention !== undefined && { attention: status.attention }),
    message: { ...message, text: sanitizeText(message.text.slice(0, LINE)) },
    errors: status?.errors?.length ?? 0,
    warnings: status?.warnings?.length ?? 0,
    ...(metrics?.cpu?.percent !== undefined && { cpu: metrics.cpu.percent }),
    ...(used !== undefined && { memory: { used, ...(limit !== undefined && { limit }) } }),
    ...(network !== undefined && { network }),
    ...(since !== undefined && { since }),
    running: running.slice(0, NAMED).map(({ id, title }) => ({ id, title })),
    runs: running.length,
    waits: view.commands.filter((command) => command.state === "accepted").length,
  };
}

function shortened(progress: NonNullable<Card["progress"]>): NonNullable<Card["progress"]> {
  const { message, ...rest } = progress;
  return message === undefined ? rest : { ...rest, message: message.slice(0, LINE) };
}

function byTrouble([, a]: [string, string], [, b]: [string, string]): number {
  const place = (state: string) => {
    const at = SERVICE_ORDER.indexOf(state);
    return at < 0 ? SERVICE_ORDER.length : at;
  };
  return place(a) - place(b);
}

/**
 * Everything about a session. What comes from the container is safe by the reader; what the engine and the host's own files say of it is
 * made so here.
 */
export function detailOf(view: SessionView, card: Card): Detail {
  const { status, metrics, metadata, exit } = view;
  const ports = Object.entries(metadata?.ports ?? {});
  return {
    card,
    commands: view.commands,
    errors: status?.errors ?? [],
    warnings: status?.warnings ?? [],
    problems: view.problems,
    ...(status?.custom !== undefined && { custom: status.custom }),
    ...(metrics !== undefined && { metrics }),
    ...(status?.agent !== undefined && { agent: status.agent }),
    ...(view.engineState !== undefined && { engineState: view.engineState }),
    ...(exit !== undefined && {
      exit: { ...exit, ...(exit.error !== undefined && { error: sanitizeText(exit.error) }) },
    }),
    ...(metadata !== undefined && {
      container: {
        runtime: metadata.runtime,
        agent: metadata.agent,
        id: sanitizeText(metadata.container_id),
        ...(metadata.image !== undefined && { image: sanitizeText(metadata.image) }),
        workspace: sanitizeText(metadata.workspace),
        ports: Object.fromEntries(
          ports.map(([inside, outside]) => [sanitizeText(inside), sanitizeText(String(outside))]),
        ),
        createdAt: metadata.created_at,
      },
    }),
  };
}
