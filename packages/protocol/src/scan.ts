// One pass over the bytes before anything parses them: is there anything that JSON.parse would not refuse but the protocol does?
import { LIMITS } from "./limits.js";

/** Digits in a row from which on a number without an exponent may be beyond a double (10^308 has 309). */
const LONG = 300;

/**
 * Whether `bytes` may hold what JSON.parse lets pass: nesting beyond the limit, a `\u` escape that leaves a lone
 * surrogate, a number beyond a double. Says true too often (any exponent, any escaped surrogate), never too seldom, for a text
 * that is JSON up to that place. Linear, no recursion, builds nothing (docs/protocol.md#json).
 */
export function needsCloseLook(bytes: Uint8Array): boolean {
  const end = bytes.length;
  let depth = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x22) {
      while (++i < end) {
        const inside = bytes[i];
        if (inside === 0x22) break;
        if (inside === 0x5c && bytes[++i] === 0x75 && isSurrogateEscape(bytes, i)) return true;
      }
    } else if (byte >= 0x45) {
      // Bit 5 tells `[` from `{`, `]` from `}`, `E` from `e`: it is left out, and no other byte of JSON outside strings falls on them.
      const folded = byte & 0xdf;
      if (folded === 0x5b) {
        if (++depth > LIMITS.depth) return true;
      } else if (folded === 0x5d) depth--;
      else if (folded === 0x45 && isDigit(bytes[i - 1])) return true;
    }
  }
  return hasLongNumber(bytes);
}

/** Whether the `u` at `at` is followed by `d8`–`df`. */
function isSurrogateEscape(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at + 1];
  const second = bytes[at + 2];
  if (second === undefined || (first !== 0x64 && first !== 0x44)) return false;
  return second === 0x38 || second === 0x39 || (second | 0x20) >= 0x61;
}

/** Whether there are `LONG` digits in a row: such a run has a digit at a multiple of `LONG`, so only these are looked at. */
function hasLongNumber(bytes: Uint8Array): boolean {
  for (let at = LONG - 1; at < bytes.length; at += LONG) {
    if (!isDigit(bytes[at])) continue;
    let from = at;
    let to = at;
    while (isDigit(bytes[from - 1])) from--;
    while (isDigit(bytes[to + 1])) to++;
    if (to - from + 1 >= LONG) return true;
  }
  return false;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
