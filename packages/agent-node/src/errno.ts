// What the operating system said: the code of an error of `node:fs` or `node:child_process`.

/** `ENOENT`, `EAGAIN`, …; the empty string for an error that has none. */
export function errnoOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** Runs `action`, whose failure does not matter. */
export function ignoring(action: () => void): void {
  try {
    action();
  } catch {
    // That is what it is for: a file that is gone already, a process that has ended.
  }
}
