// What goes from the server to the page, as JSON. Every string in it was made safe by the host's reader, and is shown as text.
import type { CommandView, Freshness, Mood, SessionProblem } from "@para-docker/host";
import type { AgentInfo, Attention, ContainerMetrics, Notice, PortMap, Progress } from "@para-docker/protocol";

export type { CommandView, Mood } from "@para-docker/host";
export type { LogRecord, Notice } from "@para-docker/protocol";

/** A session at a glance. */
export interface Card {
  name: string;
  /** Its state in a word or two, and how that is. */
  state: string;
  mood: Mood;
  /** It asks for a person. */
  calls: boolean;
  /** Where it stands among the others: 0 calls for a person, 4 is over. */
  need: number;
  freshness: Freshness;
  finishing: boolean;
  health?: string;
  phase?: string;
  progress?: Progress;
  /** Services and their states, those in trouble first. */
  services: [name: string, state: string][];
  attention?: Attention;
  /** What is worth saying of it in one line. */
  message: { text: string; mood: Mood };
  errors: number;
  warnings: number;
  /** Percent of one core. */
  cpu?: number;
  /** Bytes. */
  memory?: { used: number; limit?: number };
  /** Bytes a second since the measurement before. */
  network?: { received: number; sent: number };
  /** When it was started, RFC 3339. */
  since?: string;
  /** The first few commands that run, and how many run and wait. */
  running: { id: string; title: string }[];
  runs: number;
  waits: number;
}

/** Use of resources over time, in steps of the same length; null where nothing was measured. */
export interface Usage {
  /** Seconds since 1970 of the first step. */
  start: number;
  /** Seconds of a step. */
  step: number;
  cpu: (number | null)[];
  memory: (number | null)[];
  received: (number | null)[];
  sent: (number | null)[];
}

/** The first event, and again where a reader was away for too long. */
export interface Snapshot {
  /** The workspace whose sessions these are. */
  workspace: string;
  sessions: Card[];
  /** Percent of a core over the last five minutes, for each session, oldest first. */
  sparks: { [name: string]: (number | null)[] };
  /** Why there is no news, where there is none. */
  trouble?: string;
}

/** What changed since the last event. */
export interface Changes {
  sessions: Card[];
  gone: string[];
}

/** Something a person may want to know at once. */
export interface Announcement {
  session: string;
  kind: string;
  state: "raised" | "recovered";
  message: string;
}

/** Everything about one session. */
export interface Detail {
  card: Card;
  commands: CommandView[];
  errors: Notice[];
  warnings: Notice[];
  problems: SessionProblem[];
  custom?: { [name: string]: unknown };
  metrics?: ContainerMetrics;
  agent?: AgentInfo;
  engineState?: string;
  exit?: { code?: number; oomKilled?: boolean; error?: string };
  container?: {
    runtime: string;
    agent: string;
    id: string;
    image?: string;
    workspace: string;
    ports?: PortMap;
    createdAt: string;
  };
}

/** A part of one stream of a command's output. */
export interface OutputPart {
  /** Byte to ask from the next time. */
  next: number;
  /** Whole lines, from the byte that was asked for up to `next`. */
  text: string;
  /** What follows `next` and has no end of line yet; the next part begins with it again. */
  open: string;
  /** There is more already. */
  more: boolean;
}

/** Output of a command as it lies there now. */
export interface Output {
  state: string;
  ended: boolean;
  stdout: OutputPart;
  stderr: OutputPart;
}

/** What is answered where something was refused or failed. */
export interface Refusal {
  error: { code: string; message: string; hint?: string };
}
