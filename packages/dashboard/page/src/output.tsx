// The output of a command as it comes: text nodes alone, the last lines, following the end unless a person has scrolled up.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Output as OutputDocument } from "../../src/wire";
import { ask, sessionPath, useRepeated, wordsOf } from "./api";

/** Milliseconds between two looks while output comes, and while none does. */
const BUSY_MS = 250;
const IDLE_MS = 700;
/** Bytes of a stream that are read back of a command that has ended. */
const TAIL_BYTES = 256 * 1024;
/** Characters kept. */
const KEPT = 400_000;

interface Piece {
  stream: "stdout" | "stderr";
  text: string;
}

interface Shown {
  pieces: Piece[];
  open: { stdout: string; stderr: string };
  ended: boolean;
  cut: boolean;
}

export function Output({ session, id }: { session: string; id: string }) {
  const [shown, setShown] = useState<Shown>({ pieces: [], open: { stdout: "", stderr: "" }, ended: false, cut: false });
  const [error, setError] = useState("");
  const next = useRef({ stdout: -TAIL_BYTES, stderr: -TAIL_BYTES });
  const place = useRef<HTMLPreElement>(null);
  const atEnd = useRef(true);

  useRepeated(
    async (signal) => {
      const { stdout, stderr } = next.current;
      try {
        const path = `${sessionPath(session, "commands", id, "output")}?stdout=${stdout}&stderr=${stderr}`;
        const output = await ask<OutputDocument>(path, signal);
        next.current = { stdout: output.stdout.next, stderr: output.stderr.next };
        setError("");
        setShown((before) => longer(before, output));
        const came = output.stdout.next !== stdout || output.stderr.next !== stderr;
        if (output.stdout.more || output.stderr.more) return 0;
        return output.ended ? undefined : came ? BUSY_MS : IDLE_MS;
      } catch (failure) {
        if (!signal.aborted) setError(wordsOf(failure));
        throw failure;
      }
    },
    [session, id],
  );
  useLayoutEffect(() => {
    const pre = place.current;
    if (pre !== null && atEnd.current) pre.scrollTop = pre.scrollHeight;
  }, [shown]);

  const empty = shown.pieces.length === 0 && shown.open.stdout === "" && shown.open.stderr === "";
  return (
    <>
      {error === "" ? null : <p class="error">{error}</p>}
      <pre
        ref={place}
        class="output"
        role="log"
        aria-live="off"
        aria-label={`Output of ${id}`}
        tabIndex={0}
        onScroll={({ currentTarget: pre }) => {
          atEnd.current = pre.scrollTop + pre.clientHeight >= pre.scrollHeight - 24;
        }}
      >
        {shown.cut ? (
          <span class="quiet">… what came before is left out; para-docker logs has it all{"\n"}</span>
        ) : null}
        {shown.pieces.map(({ stream, text }, i) => (
          <span key={i} class={stream}>
            {text}
          </span>
        ))}
        {shown.open.stdout === "" ? null : <span class="stdout">{shown.open.stdout}</span>}
        {shown.open.stderr === "" ? null : <span class="stderr">{shown.open.stderr}</span>}
        {empty ? <span class="quiet">{shown.ended ? "It wrote nothing." : "Nothing yet."}</span> : null}
      </pre>
    </>
  );
}

/** What is shown, with what came, cut at the front where it becomes too long. */
function longer(before: Shown, { stdout, stderr, ended }: OutputDocument): Shown {
  const pieces = [...before.pieces];
  const add = (stream: Piece["stream"], text: string) => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.stream === stream) pieces[pieces.length - 1] = { stream, text: last.text + text };
    else pieces.push({ stream, text });
  };
  add("stdout", stdout.text);
  add("stderr", stderr.text);
  let length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  let { cut } = before;
  while (length > KEPT) {
    const [first] = pieces;
    if (first === undefined) break;
    const surplus = length - KEPT;
    cut = true;
    length -= Math.min(surplus, first.text.length);
    if (first.text.length <= surplus) pieces.shift();
    else pieces[0] = { ...first, text: first.text.slice(surplus) };
  }
  return { pieces, open: { stdout: stdout.open, stderr: stderr.open }, ended, cut };
}
