// Values of flags: durations, sizes, ports, variables. Each refuses what it cannot make sense of, with an example.
import { usageError } from "./failure.js";

/** Whole seconds, at least `least`, from `90`, `90s`, `5m`, `2h` or `1d`. */
export function parseSeconds(text: string, flag: string, least = 1): number {
  const match = /^(\d{1,9})(s|m|h|d)?$/.exec(text);
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[match?.[2] ?? "s"];
  const seconds = Number(match?.[1]) * (unit ?? 1);
  if (match === null || !(seconds >= least))
    throw usageError(`${flag} ${quote(text)} is no time.`, "Such as 90, 90s, 5m or 2h.");
  return seconds;
}

/** Bytes from `1048576`, `512k`, `512m` or `2g`. */
export function parseBytes(text: string, flag: string): number {
  const match = /^(\d{1,12})([kmg])?b?$/i.exec(text);
  if (match === null) throw usageError(`${flag} ${quote(text)} is no size.`, "Such as 1048576, 512k, 512m or 2g.");
  return Number(match[1]) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? "").toLowerCase()] ?? 1);
}

/** A number of the given bounds. */
export function parseNumber(text: string, flag: string, least: number, most: number, whole = true): number {
  const value = /^\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
    throw usageError(`${flag} ${quote(text)} is no ${whole ? "whole " : ""}number from ${least} to ${most}.`);
  return value;
}

/** `NAME=VALUE`, or `NAME` for the value it has in our own environment, as docker does; unset there, it is left out. */
export function parseVariables(words: string[], env: NodeJS.ProcessEnv): Record<string, string> {
  const variables: [string, string][] = [];
  for (const word of words) {
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw usageError(
        `-e ${quote(word)} is no variable.`,
        "Such as -e NODE_ENV=test, or -e CI for the value it has here.",
      );
    const value = equals < 0 ? env[name] : word.slice(equals + 1);
    if (value !== undefined) variables.push([name, value]);
  }
  return Object.fromEntries(variables);
}

/** `CONTAINER`, `HOST:CONTAINER` or `127.0.0.1:HOST:CONTAINER`, with `/udp` if need be, to container port → host port. */
export function parsePorts(words: string[]): Record<string, string> {
  const ports: [string, string][] = [];
  for (const word of words) {
    const match = /^(?:(?:127\.0\.0\.1:)?(\d{1,5}):)?(\d{1,5}(?:\/(?:tcp|udp|sctp))?)$/.exec(word);
    if (match === null) {
      const elsewhere = /^[\d.[\]:a-f]+:\d+:\d+/i.test(word);
      throw usageError(
        `-p ${quote(word)} is no port.`,
        elsewhere
          ? "Ports are published on 127.0.0.1 alone: -p HOST:CONTAINER."
          : "Such as -p 8080:3000, or -p 3000 for a port that the engine chooses.",
      );
    }
    ports.push([match[2] ?? "", match[1] ?? "0"]);
  }
  return Object.fromEntries(ports);
}

/** `NAME=VALUE` or `NAME`, which has the empty value. */
export function parseLabels(words: string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const equals = word.indexOf("=");
      return equals < 0 ? [word, ""] : [word.slice(0, equals), word.slice(equals + 1)];
    }),
  );
}

/** `SOURCE:TARGET` or `SOURCE:TARGET:ro`. A source without a slash would be a volume of the engine's: refused. */
export function parseMounts(
  words: string[],
  resolve: (path: string) => string,
): { source: string; target: string; read_only: boolean }[] {
  return words.map((word) => {
    const match = /^([^:]+):(\/[^:]*)(?::(ro|rw))?$/.exec(word);
    const source = match?.[1] ?? "";
    if (match === null || !/[./]/.test(source))
      throw usageError(`-v ${quote(word)} is no mount.`, "Such as -v ./cache:/cache or -v ./data:/data:ro.");
    return { source: resolve(source), target: match[2] ?? "", read_only: match[3] === "ro" };
  });
}

/** A text as it was typed, quoted, for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
