// Looks at `commands.json`: what is new and good in it is handed on, what is bad is told once (docs/protocol.md#bad-file).
import { type ErrorCode, LIMITS, type Problem, parseCommands, type QueueReading } from "@para-docker/protocol";
import { fileIdentity, readFileBounded } from "../files/read-file.js";
import type { SequenceFile } from "./sequence-file.js";

/** A fault of the file or of an entry that has no id to answer to. */
export interface QueueFault {
  code: ErrorCode;
  message: string;
}

export interface QueueFile {
  /** The document, where it is good, current and was not handed on before. Never throws. */
  look(): QueueReading | undefined;
}

/** A file that changed so lately may change again without looking different: the clock of file systems ticks every few milliseconds. */
const SETTLED_MS = 100;

/** Watches the queue at `path`. `onFault` is called once for each content that has a fault. */
export function openQueueFile(path: string, sequence: SequenceFile, onFault: (fault: QueueFault) => void): QueueFile {
  let settledIdentity = "";
  let unsafeIdentity = "";
  let lastBytes = Buffer.alloc(0);

  return {
    look() {
      const there = fileIdentity(path);
      if (there.kind === "regular" && there.identity === settledIdentity) return undefined;
      const lookedAt = Date.now();
      const file = readFileBounded(path, LIMITS.bytes.commands);
      if (file.kind === "missing" || (file.kind === "bytes" && file.bytes.length === 0)) {
        lastBytes = Buffer.alloc(0);
        unsafeIdentity = "";
        return undefined;
      }
      if (file.kind === "unsafe") {
        const message = "commands.json is no regular file of its own";
        if (unsafeIdentity !== file.identity) onFault({ code: "unsafe_file", message });
        unsafeIdentity = file.identity;
        return undefined;
      }
      unsafeIdentity = "";
      if (there.kind === "regular" && there.identity === file.identity && there.changedAt < lookedAt - SETTLED_MS) {
        settledIdentity = there.identity;
      }
      if (lastBytes.equals(file.bytes)) return undefined;
      lastBytes = Buffer.from(file.bytes);
      const parsed = parseCommands(lastBytes);
      if (!parsed.ok) {
        const { code, message, pointer } = parsed.problems[0];
        onFault({ code, message: `commands.json: ${message}${pointer && ` (${pointer})`}` });
        return undefined;
      }
      const current = parsed.value.sequence;
      if (current !== undefined && current < sequence.highest()) {
        onFault({ code: "stale_document", message: "commands.json is older than one already acted on" });
        return undefined;
      }
      if (current !== undefined) sequence.raise(current);
      return parsed.value;
    },
  };
}

/** Faults of entries without an id, or whose id stood before; told once while they stand in the document. */
export function createEntryFaults(onFault: (fault: QueueFault) => void): (problems: readonly Problem[]) => void {
  let told = new Set<string>();
  return (problems) => {
    const now = new Set<string>();
    for (const { code, pointer, message } of problems) {
      const key = `${code} ${message}`;
      if (!told.has(key) && !now.has(key)) onFault({ code, message: `commands.json: ${message} (${pointer})` });
      now.add(key);
    }
    told = now;
  };
}
