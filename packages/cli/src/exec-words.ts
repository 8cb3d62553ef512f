// Tells the flags of `exec` from the command's own: `exec s -- ls -l`, `exec s ls -l`, `exec -e A=1 -- ls` all mean what they say.
import type { OptionDefinition } from "./definition.js";

/**
 * Brings the words after `exec`, whose flags are `options`, into one form, `FLAGS -- SESSION COMMAND…`, with an empty word for a session that is not named.
 *
 * Flags may stand before and after the session. The command begins after `--`, or without it at the second word that is no
 * flag; from there on nothing is a flag of ours.
 */
export function splitExecWords(words: string[], options: readonly OptionDefinition[]): string[] {
  const flags: string[] = [];
  let session: string | undefined;
  let rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      rest = words.slice(at + 1);
      break;
    }
    if (word.startsWith("-") && word !== "-") {
      flags.push(word);
      if (takesNextWord(word, options) && at + 1 < words.length) {
        at += 1;
        flags.push(words[at] ?? "");
      }
    } else if (session === undefined) {
      session = word;
    } else {
      rest = words.slice(at);
      break;
    }
  }
  return [...flags, "--", session ?? "", ...rest];
}

/** Whether a flag's value is the next word: `-e A=1` and `--env A=1`, but not `-eA=1`, `--env=A=1`, `-d`. */
function takesNextWord(word: string, options: readonly OptionDefinition[]): boolean {
  const valued = options.filter((option) => option.flags.includes("<"));
  const names = new Set(valued.flatMap((option) => option.flags.split(/[ ,]+/).filter((name) => name.startsWith("-"))));
  // Short flags may stand together: in `-de`, the last one takes the value.
  if (/^-[A-Za-z]{2,}$/.test(word)) {
    const firstValued = [...word.slice(1)].findIndex((letter) => names.has(`-${letter}`));
    return firstValued === word.length - 2;
  }
  return names.has(word);
}
