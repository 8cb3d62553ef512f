// Standard input, whole, as the protocol takes it: text, bounded, without NUL.
import { usageError } from "./failure.js";

/** Most characters of `stdin` in a command (docs/protocol.md#stdin). */
const LONGEST = 262_144;

/** Reads `stream` to its end. @throws Failure 2 for more than the protocol takes, bytes that are no UTF-8, or a NUL. */
export async function readStdin(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    // A character takes at most three bytes for each unit of its length.
    if (size > LONGEST * 3) throw tooLong();
    chunks.push(bytes);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw usageError(
      "Standard input is not UTF-8 text.",
      "Put a binary file into the workspace, and name it in the command.",
    );
  }
  if (text.includes("\0"))
    throw usageError(
      "Standard input holds a NUL.",
      "Put a binary file into the workspace, and name it in the command.",
    );
  if (text.length > LONGEST) throw tooLong();
  return text;
}

function tooLong(): Error {
  return usageError(
    `Standard input is longer than ${LONGEST} characters.`,
    "Put it into a file in the workspace, and name that in the command.",
  );
}
