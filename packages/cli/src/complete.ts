// Answers `__complete`: the words that may stand where the cursor is, from the verbs' definitions and the sessions there are.
import type { App } from "./app.js";
import { COMPLETION_SHELLS } from "./completion-scripts.js";
import { COMMON_OPTIONS, type Completes, type OptionDefinition } from "./definition.js";
import { inOrder } from "./output/command-words.js";
import { valuesOf } from "./values.js";
import { loadDefinitions } from "./verbs/index.js";
import { STANDARD_SIGNALS } from "./verbs/signal.js";
import { DOCUMENT_KINDS } from "./verbs/validate.js";

/** Told to the scripts: complete names of files. */
const FILES = "__files";

/** The candidates for the last of `words` (without the program's name), which may be empty. */
export async function complete(app: App, words: string[]): Promise<string[]> {
  const verbs = await loadDefinitions();
  const current = words.at(-1) ?? "";
  const fitting = (candidates: readonly string[]) => candidates.filter((each) => each.startsWith(current));
  const verb = verbs.find((each) => each.name === words[0]);
  if (words.length <= 1) return fitting([...verbs.map((each) => each.name), "help", "--help", "--version"]);
  if (words[0] === "help") return fitting(verbs.map((each) => each.name));
  if (verb === undefined) return [];
  const before = words.slice(1, -1);
  const dashes = before.indexOf("--");
  if (dashes >= 0) return verb.name === "validate" ? [FILES] : [];

  const options = [...verb.options, ...COMMON_OPTIONS];
  const pending = valuedOption(options, before.at(-1) ?? "");
  if (pending !== undefined) return pending.choices === undefined ? [FILES] : fitting(pending.choices);
  if (current.startsWith("-")) return fitting([...options.flatMap(longFlag), "--help"]);

  const operands = before.filter(
    (word, i) => !word.startsWith("-") && valuedOption(options, before[i - 1] ?? "") === undefined,
  );
  const operand = verb.operands[Math.min(operands.length, verb.operands.length - 1)];
  const found = await candidates(app, operand?.completes, operands, before);
  return found.includes(FILES) ? found : fitting(found);
}

async function candidates(
  app: App,
  completes: Completes | undefined,
  operands: string[],
  before: string[],
): Promise<string[]> {
  switch (completes) {
    case "session":
      return sessionNames(app, before);
    case "command-id":
      return commandIds(app, operands[0], before);
    case "signal":
      return STANDARD_SIGNALS;
    case "document-kind":
      return DOCUMENT_KINDS;
    case "shell":
      return [...COMPLETION_SHELLS];
    case "file":
      return [FILES];
    default:
      return [];
  }
}

/** A completion that fails completes nothing: there is nobody to tell. */
async function sessionNames(app: App, before: string[]): Promise<string[]> {
  try {
    const { listSessions } = await app.host();
    return (await listSessions(await app.stateRoot(stateDirOf(before)))).map((view) => view.name);
  } catch {
    return [];
  }
}

async function commandIds(app: App, session: string | undefined, before: string[]): Promise<string[]> {
  if (session === undefined) return [];
  try {
    const { openSession } = await app.host();
    const opened = await openSession(await app.stateRoot(stateDirOf(before)), session);
    const { commands } = await opened.view();
    await opened.close();
    return inOrder(commands)
      .map((command) => command.id)
      .reverse();
  } catch {
    return [];
  }
}

function stateDirOf(before: string[]) {
  const at = before.indexOf("--state-dir");
  return valuesOf(at >= 0 ? { stateDir: before[at + 1] } : {});
}

function valuedOption(options: readonly OptionDefinition[], word: string): OptionDefinition | undefined {
  return options.find((option) => option.flags.includes("<") && option.flags.split(/[ ,]+/).includes(word));
}

function longFlag(option: OptionDefinition): string[] {
  return option.flags.split(/[ ,]+/).filter((word) => word.startsWith("--"));
}
