// A command's output for a terminal: line by line, without what would move the cursor or change the terminal.
import { sanitizeText } from "@para-docker/protocol";

/** Characters of a line without an end that are kept waiting for it. */
const LONGEST_WAIT = 16_384;
/** Milliseconds after which a line without an end is shown as far as it has come: a question that waits for its answer. */
const SHOW_AFTER_MS = 150;
/** Characters at the end in which the beginning of an escape sequence is looked for. */
const LONGEST_SEQUENCE = 256;

/** Takes bytes as they come, and gives text as it may be shown. */
export interface SanitisedWriter {
  write(bytes: Uint8Array): void;
  /** Shows what is left. */
  end(): void;
}

/** Writes the bytes it is given to `show`, decoded and sanitised; a carriage return ends a line as a line feed does. */
export function createSanitisedWriter(show: (text: string) => void): SanitisedWriter {
  const decoder = new TextDecoder("utf-8");
  let waiting = "";
  let timer: NodeJS.Timeout | undefined;

  const flush = (text: string) => {
    const safe = sanitizeText(text, { multiline: true });
    if (safe !== "") show(safe);
  };
  const take = (text: string) => {
    clearTimeout(timer);
    waiting += text;
    // A carriage return at the end may have its line feed in the next bytes.
    const end = Math.max(waiting.lastIndexOf("\n"), waiting.lastIndexOf("\r", waiting.length - 2)) + 1;
    if (end > 0) {
      flush(waiting.slice(0, end));
      waiting = waiting.slice(end);
    }
    if (waiting.length > LONGEST_WAIT) showUnfinished();
    else if (waiting !== "") timer = setTimeout(showUnfinished, SHOW_AFTER_MS);
  };
  const showUnfinished = () => {
    // An escape sequence that is not whole yet stays: without its beginning its letters would pass for text.
    const sequence = unfinishedSequence(waiting.slice(-LONGEST_SEQUENCE));
    const begins =
      waiting.length > LONGEST_WAIT || sequence < 0 ? 0 : Math.min(LONGEST_SEQUENCE, waiting.length) - sequence;
    const cut = begins === 0 && waiting.endsWith("\r") ? 1 : begins;
    flush(waiting.slice(0, waiting.length - cut));
    waiting = waiting.slice(waiting.length - cut);
  };
  return {
    write: (bytes) => take(decoder.decode(bytes, { stream: true })),
    end: () => {
      clearTimeout(timer);
      flush(waiting + decoder.decode());
      waiting = "";
    },
  };
}

/** Where an escape sequence begins that is not whole at the end of `text`; -1 for none. */
function unfinishedSequence(text: string): number {
  const control = text.search(UNFINISHED_CONTROL);
  return control >= 0 ? control : text.search(UNFINISHED_STRING);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for.
const UNFINISHED_CONTROL = /(?:\x1b|(?:\x1b\[|\x9b)[0-?]*[ -/]*)$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for.
const UNFINISHED_STRING = /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*$/;
