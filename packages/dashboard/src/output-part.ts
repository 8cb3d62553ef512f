// Output of commands for the page: raw bytes from an offset on, made into lines that are safe to show.
import type { CommandHandle, OutputStream } from "@para-docker/host";
import { sanitizeText } from "@para-docker/protocol";
import type { Output, OutputPart } from "./wire.js";

/** Bytes of a stream in one part. */
const MOST_BYTES = 256 * 1024;
/** Bytes of a line that is told before it has ended. */
const LONGEST_LINE = 16 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What a command has written from byte `from` of each stream on; negative: so many bytes before the end, once it has ended. */
export async function outputOf(command: CommandHandle, from: { stdout: number; stderr: number }): Promise<Output> {
  // The state first: what is read after it ended is all there is.
  const state = await command.state();
  const ended = state.state !== "running" && state.state !== "accepted";
  const part = (stream: OutputStream) => {
    const written = state[stream]?.bytes ?? 0;
    return readPart(command, stream, from[stream] < 0 ? Math.max(0, written + from[stream]) : from[stream], ended);
  };
  return { state: state.state, ended, stdout: await part("stdout"), stderr: await part("stderr") };
}

async function readPart(
  command: CommandHandle,
  stream: OutputStream,
  from: number,
  ended: boolean,
): Promise<OutputPart> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let begin = from;
  for await (const { offset, bytes } of command.output(stream, { from, follow: false })) {
    if (size === 0) begin = offset;
    chunks.push(bytes);
    size += bytes.length;
    if (size >= MOST_BYTES) break;
  }
  return cutPart(Buffer.concat(chunks), begin, { more: size >= MOST_BYTES, ended });
}

/** A part out of `bytes`, which begin at byte `from` of the stream: whole lines, and what has begun after them. */
export function cutPart(bytes: Buffer, from: number, { more, ended }: { more: boolean; ended: boolean }): OutputPart {
  const end = ended && !more ? bytes.length : wholeLines(bytes);
  const open = bytes.subarray(end);
  return {
    next: from + end,
    text: shown(bytes.subarray(0, end)),
    open: more ? "" : shown(open.subarray(0, open.length - unfinished(open))),
    more,
  };
}

/** Bytes up to the end of the last whole line; of a line without end, all but a character that is not whole. */
function wholeLines(bytes: Buffer): number {
  // A carriage return at the very end may have its line feed in the next bytes.
  const end =
    Math.max(bytes.lastIndexOf(LINE_FEED), bytes.length < 2 ? -1 : bytes.lastIndexOf(CARRIAGE_RETURN, -2)) + 1;
  return bytes.length - end <= LONGEST_LINE ? end : bytes.length - unfinished(bytes);
}

/** Bytes at the end that begin a character of UTF-8 and do not end it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

function shown(bytes: Buffer): string {
  return sanitizeText(new TextDecoder().decode(bytes), { multiline: true });
}
