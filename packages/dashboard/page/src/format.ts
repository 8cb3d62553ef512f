// Numbers and moments as the page alone shows them; the others are the host's.
import { formatBytes } from "@para-docker/host/format";

/** Bytes a second. */
export function rate(value: number): string {
  return `${formatBytes(value)}/s`;
}

/** `12 %`. */
export function percent(value: number): string {
  return `${value < 10 && value > 0 ? value.toFixed(1) : Math.round(value)} %`;
}

/** Time of day, local. */
export function clock(timestamp: string | number): string {
  const moment = new Date(timestamp);
  return Number.isNaN(moment.getTime()) ? String(timestamp) : moment.toLocaleTimeString([], { hour12: false });
}
