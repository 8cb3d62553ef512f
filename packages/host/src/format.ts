// Numbers and moments as people read them, in the terminal and on the page: ages, durations, bytes, progress. Nothing here needs Node.

/** `850 ms`, `12 s`, `3 m 20 s`, `2 h 5 m`, `4 d 1 h`. Negative counts as 0. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = Math.round(milliseconds / 1000);
  return twoUnits(seconds, [
    [86_400, "d"],
    [3600, "h"],
    [60, "m"],
    [1, "s"],
  ]);
}

function twoUnits(seconds: number, units: [number, string][]): string {
  const at = units.findIndex(([size]) => seconds >= size);
  const parts: string[] = [];
  let rest = seconds;
  for (const [size, name] of units.slice(Math.max(0, at), at + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || parts.length === 0) parts.push(`${count} ${name}`);
  }
  return parts.join(" ");
}

/** Age of a timestamp at `now`, the largest unit alone: `12s`, `3m`, `2h`, `4d`; empty where it is absent or no moment. */
export function formatAge(timestamp: string | undefined, now: number): string {
  const then = timestamp === undefined ? Number.NaN : Date.parse(timestamp);
  if (Number.isNaN(then)) return "";
  const seconds = Math.max(0, Math.floor((now - then) / 1000));
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h`;
  return `${Math.floor(seconds / 86_400)}d`;
}

/** Time of day of a timestamp, local, `14:03:07`; the date too where it is not today. */
export function formatMoment(timestamp: string, now: number): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
  if (moment.toDateString() === new Date(now).toDateString()) return time;
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${time}`;
}

/** `512 B`, `1.5 KiB`, `34 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** How far something has got. */
interface ProgressLike {
  current: number;
  total: number;
}

/** The share done from 0 to 1, or nothing where the total is not known (docs/protocol.md#progress). */
export function progressShare({ current, total }: ProgressLike): number | undefined {
  if (!(total > 0)) return undefined;
  return Math.min(1, Math.max(0, current / total));
}

/** `45%`, or `45 done` where the total is not known. */
export function formatProgress(progress: ProgressLike): string {
  const share = progressShare(progress);
  return share === undefined ? `${progress.current} done` : `${Math.floor(share * 100)}%`;
}

/** A bar of `columns` characters. */
export function progressBar(share: number, columns: number): string {
  const full = Math.round(share * columns);
  return "█".repeat(full) + "░".repeat(columns - full);
}
