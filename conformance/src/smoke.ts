// Tells a wrong adapter from a wrong agent: three small questions, each with what to do if the answer is no.
import type { ConformanceCase } from "./case.js";
import type { Judged } from "./judged.js";
import { runCase, type Verdict } from "./run-case.js";

/** One question and its answer. */
export interface SmokeAnswer {
  question: string;
  verdict: Verdict;
  /** What to do where it did not hold. */
  advice: string;
}

const base = { level: "MUST", since: "1.0" } as const;

const AGENT_QUESTIONS: { question: string; advice: string; steps: ConformanceCase["steps"] }[] = [
  {
    question: "the program starts and writes status.json into PARA_STATUS_DIR",
    advice:
      "This is the adapter: check the command line after --, and that the agent takes its directory from PARA_STATUS_DIR.",
    steps: [{ start: {} }],
  },
  {
    question: "its status is a valid document",
    advice: "This is the agent: schemas/v1/status.schema.json says what a status holds.",
    steps: [{ start: {} }, { expect: { file: "status/status.json", document: "status" } }],
  },
  {
    question: "it runs a command and writes result.json",
    advice: "This is the agent: docs/protocol.md#handshake says what it does with commands.json.",
    steps: [
      { start: {} },
      { publish: { commands: [{ id: "smoke", type: "exec", command: "true" }] } },
      { expect: { file: "status/logs/commands/smoke/result.json", like: { id: "smoke", state: "succeeded" } } },
    ],
  },
];

const HOST_QUESTIONS: typeof AGENT_QUESTIONS = [
  {
    question: "the program answers `list` with JSON",
    advice: "This is the adapter: IMPLEMENTING.md says how the verbs are called and answered.",
    steps: [{ call: { verb: "list", matches: { type: "object", required: ["sessions"] } } }],
  },
  {
    question: "it accepts a command and publishes it",
    advice: "This is the host: docs/protocol.md#handshake says what it does with an enqueue.",
    steps: [
      { write: { file: "state/docker/demo/status.json", json: { timestamp: "{{now}}", status: "running" } } },
      { call: { verb: "enqueue", args: ["demo"], input: { type: "exec", command: "true" }, save: { id: "/id" } } },
      {
        expect: { file: "state/docker/demo/commands.json", at: "/commands", contains: { id: "{{id}}", type: "exec" } },
      },
    ],
  },
];

/** Asks the questions of a role in their order, and stops at the first no. `count` limits how many are asked. */
export async function smoke(
  role: "agent" | "host",
  judged: Judged,
  patience: number,
  count = 3,
): Promise<SmokeAnswer[]> {
  const answers: SmokeAnswer[] = [];
  for (const { question, advice, steps } of (role === "agent" ? AGENT_QUESTIONS : HOST_QUESTIONS).slice(0, count)) {
    const conformanceCase: ConformanceCase = { ...base, description: question, role, spec: ["handshake"], steps };
    const verdict = await runCase(conformanceCase, { judged, patience, keep: false });
    answers.push({ question, verdict, advice });
    if (verdict.verdict !== "passed") break;
  }
  return answers;
}
