// What the page knows: the cards, their lines, how the connection is, what is to be said. Components take of it what they show.
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { Announcement, Card, Changes, Snapshot } from "../../src/wire";

/** How news comes. `ended`: the server knows us no more. */
export type Connection = "connecting" | "live" | "lost" | "ended";

/** Something said to the person. */
export interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

/** Percent of a core in steps of five seconds, oldest first. */
export interface Spark {
  values: (number | null)[];
  /** The step of the last value, counted since 1970. */
  step: number;
}

export interface State {
  workspace: string;
  cards: ReadonlyMap<string, Card>;
  sparks: ReadonlyMap<string, Spark>;
  connection: Connection;
  trouble: string | null;
  toasts: Toast[];
  /** The command that a person chose, by session. */
  chosen: { [session: string]: string };
  /** Milliseconds since 1970, by steps of a few seconds: what ages are told by. */
  now: number;
}

const SPARK_STEPS = 60;
const STEP_MS = 5_000;
/** Steps without a measurement that the one before stands for. */
const HOLDS = 4;
const TOAST_MS = 9_000;
const MOST_TOASTS = 3;

let state: State = {
  workspace: "",
  cards: new Map(),
  sparks: new Map(),
  connection: "connecting",
  trouble: null,
  toasts: [],
  chosen: {},
  now: Date.now(),
};
const listeners = new Set<() => void>();
let toastCount = 0;

/** What is known now. */
export function current(): State {
  return state;
}

/** Changes some of it. */
export function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of [...listeners]) listener();
}

/** A part of the state, anew whenever it is another one. */
export function useStore<T>(select: (state: State) => T): T {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const value = select(state);
  const shown = useRef({ value, select });
  shown.current = { value, select };
  useEffect(() => {
    const look = () => {
      if (shown.current.select(state) !== shown.current.value) again(undefined as never);
    };
    listeners.add(look);
    look();
    return () => void listeners.delete(look);
  }, []);
  return value;
}

/** Takes in everything. */
export function takeSnapshot(snapshot: Snapshot): void {
  const step = Math.floor(Date.now() / STEP_MS);
  change({
    workspace: snapshot.workspace,
    cards: new Map(snapshot.sessions.map((card) => [card.name, card])),
    sparks: new Map(Object.entries(snapshot.sparks).map(([name, values]) => [name, { values, step }])),
    trouble: snapshot.trouble ?? null,
    connection: "live",
  });
}

/** Takes in what changed. */
export function takeChanges({ sessions, gone }: Changes): void {
  const cards = new Map(state.cards);
  const sparks = new Map(state.sparks);
  const step = Math.floor(Date.now() / STEP_MS);
  for (const name of gone) {
    cards.delete(name);
    sparks.delete(name);
  }
  for (const card of sessions) {
    cards.set(card.name, card);
    if (card.cpu !== undefined) sparks.set(card.name, longer(sparks.get(card.name), step, card.cpu));
  }
  change({ cards, sparks });
}

/** The line with one value more, and no longer than before. */
function longer(spark: Spark | undefined, step: number, value: number): Spark {
  const values = [...(spark?.values ?? [])];
  const passed = spark === undefined ? 1 : Math.min(SPARK_STEPS, Math.max(0, step - spark.step));
  const last = values.at(-1) ?? null;
  for (let i = 1; i <= passed; i += 1) values.push(i < passed && i > HOLDS ? null : last);
  if (values.length === 0) values.push(value);
  values[values.length - 1] = value;
  return { values: values.slice(-SPARK_STEPS), step };
}

/** Says something: on the screen for a while, and to screen readers. */
export function say(text: string, bad = false): void {
  toastCount += 1;
  const toast = { id: toastCount, text, bad };
  change({ toasts: [...state.toasts, toast].slice(-MOST_TOASTS) });
  setTimeout(() => change({ toasts: state.toasts.filter(({ id }) => id !== toast.id) }), TOAST_MS);
}

/** Says what an alert of the host is about. */
export function announce({ session, kind, state: word, message }: Announcement): void {
  if (word === "recovered") say(`${session}: no longer ${kind === "attention" ? "asks for you" : kind}`);
  else say(`${session} ${kind === "attention" ? "asks for you" : `(${kind})`}: ${message}`, kind !== "attention");
}
