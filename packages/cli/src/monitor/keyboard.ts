// What a terminal sends when keys are pressed, as keys. Text that is pasted is one key, so that no line end in it presses enter.
import type { Key } from "./keys.js";

const PASTE_BEGIN = "\u001b[200~";
const PASTE_END = "\u001b[201~";

const NAMED: Record<string, NonNullable<Key["name"]>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  "\u007f": "backspace",
  "\b": "backspace",
  "[A": "up",
  "[B": "down",
  "[C": "right",
  "[D": "left",
  OA: "up",
  OB: "down",
  OC: "right",
  OD: "left",
  "[5~": "pageUp",
  "[6~": "pageDown",
};

/** One sequence after an escape: CSI with its parameters, SS3, or any single character (Alt). */
const SEQUENCE = /^(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[^[O])/;

/** Takes what the terminal sends, piece by piece, and gives the keys that are complete. */
export interface Keyboard {
  take(text: string): Key[];
  /** The keys that only time tells: an escape that nothing followed. */
  settle(): Key[];
  /** Whether something waits for {@link Keyboard.settle}. */
  waits(): boolean;
}

/** A keyboard on which nothing was pressed yet. */
export function createKeyboard(): Keyboard {
  let rest = "";

  const next = (): Key | undefined => {
    if (rest.startsWith(PASTE_BEGIN)) {
      const end = rest.indexOf(PASTE_END);
      if (end < 0) return undefined;
      const text = rest.slice(PASTE_BEGIN.length, end);
      rest = rest.slice(end + PASTE_END.length);
      return { text };
    }
    if (rest.startsWith("\u001b")) {
      const sequence = SEQUENCE.exec(rest.slice(1))?.[0];
      if (sequence === undefined) return undefined;
      rest = rest.slice(1 + sequence.length);
      const name = NAMED[sequence];
      // A sequence that is not known, and Alt with a key, do nothing.
      return name === undefined ? { text: "" } : { text: "", name };
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    rest = rest.slice(character.length);
    const name = NAMED[character];
    if (name !== undefined) return { text: "", name };
    if (character < " ") return { text: String.fromCharCode(character.charCodeAt(0) + 96), ctrl: true };
    return { text: character };
  };

  return {
    take(text) {
      rest += text;
      const keys: Key[] = [];
      while (rest !== "") {
        const key = next();
        if (key === undefined) break;
        keys.push(key);
      }
      return keys;
    },
    settle() {
      if (!rest.startsWith("\u001b") || rest.startsWith(PASTE_BEGIN)) return [];
      rest = "";
      return [{ text: "", name: "escape" }];
    },
    waits: () => rest !== "",
  };
}
