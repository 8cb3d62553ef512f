// Asks the server, and tells it what to do.
import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../../src/wire";

const actionKey = document.querySelector<HTMLMetaElement>('meta[name="para-action-key"]')?.content ?? "";

/** Path of a session's part: every word of it is encoded. */
export function sessionPath(...words: string[]): string {
  return `api/sessions/${words.map(encodeURIComponent).join("/")}`;
}

/** A document of the server. @throws Error with the server's words. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(await fetch(path, signal === undefined ? {} : { signal }));
}

/** Does something to a session. @throws Error with the server's words. */
export async function act<T>(session: string, action: string, body: object = {}): Promise<T> {
  const response = await fetch(sessionPath(session, action), {
    method: "POST",
    headers: { "content-type": "application/json", "x-para-action": actionKey },
    body: JSON.stringify(body),
  });
  return answerOf<T>(response);
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const refusal = (await response.json().catch(() => undefined)) as Refusal | undefined;
  const { message, hint } = refusal?.error ?? {
    message: `The dashboard answered ${response.status}.`,
    hint: undefined,
  };
  throw new Error([message, hint].filter(Boolean).join(" "));
}

/** What went wrong, in words. */
export function wordsOf(error: unknown): string {
  return error instanceof TypeError
    ? "The dashboard does not answer."
    : error instanceof Error
      ? error.message
      : String(error);
}

/** Does `work` again and again while the page is seen: after each time it waits the milliseconds that it gave, or ends at nothing. */
export function useRepeated(work: (signal: AbortSignal) => Promise<number | undefined>, keys: unknown[]): void {
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async () => {
      const pause = document.hidden ? 1_000 : await work(abort.signal).catch(() => 2_000);
      if (pause !== undefined && !abort.signal.aborted) timer = setTimeout(round, pause);
    };
    void round();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, keys);
}

/** A document that is asked for again whenever `keys` change, at most every `leastMs`, and every `mostMs` anyway. */
export function useDocument<T>(path: string, mostMs: number): { value?: T; error?: string } {
  const [result, setResult] = useState<{ path: string; value?: T; error?: string }>({ path });
  useRepeated(
    async (signal) => {
      try {
        const value = await ask<T>(path, signal);
        setResult({ path, value });
      } catch (error) {
        if (!signal.aborted)
          setResult((before) => ({ ...(before.path === path ? before : { path }), error: wordsOf(error) }));
      }
      return mostMs;
    },
    [path, mostMs],
  );
  return result.path === path ? result : {};
}
