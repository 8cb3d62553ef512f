// Finds out where the engine listens, as the docker command line does: DOCKER_HOST, the current context, known sockets.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { HostError } from "../errors.js";
import type { EngineEndpoint } from "./http.js";

/** The environment that decides; `process.env` outside tests. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The engine's endpoint: `dockerHost`, else `DOCKER_HOST`, else the docker context in use, else the first socket of
 * Docker or Podman that is there, else `/var/run/docker.sock`.
 *
 * @throws HostError `no_engine` for an address that cannot be used.
 */
export async function findEndpoint(
  dockerHost: string | undefined,
  env: Environment = process.env,
): Promise<EngineEndpoint> {
  const named = dockerHost ?? nonEmpty(env.DOCKER_HOST);
  if (named !== undefined)
    return parseAddress(named, env.DOCKER_TLS_VERIFY ? nonEmpty(env.DOCKER_CERT_PATH) : undefined);
  const fromContext = await contextEndpoint(env);
  if (fromContext) return fromContext;
  const socket = knownSockets(env).find((path) => existsSync(path)) ?? DEFAULT_SOCKET;
  return { socketPath: socket, description: `unix://${socket}` };
}

const DEFAULT_SOCKET = "/var/run/docker.sock";

function knownSockets(env: Environment): string[] {
  if (process.platform === "win32") return ["//./pipe/docker_engine"];
  const run = nonEmpty(env.XDG_RUNTIME_DIR);
  const rootless = run ? [join(run, "docker.sock"), join(run, "podman", "podman.sock")] : [];
  return [
    DEFAULT_SOCKET,
    join(env.HOME ?? homedir(), ".docker", "run", "docker.sock"),
    ...rootless,
    "/run/podman/podman.sock",
  ];
}

/** Reads an address as docker writes it: `unix:///path`, `npipe:////./pipe/x`, `tcp://host:port`, `https://host:port`. */
async function parseAddress(address: string, certificates: string | undefined): Promise<EngineEndpoint> {
  if (address.startsWith("unix://")) return { socketPath: address.slice("unix://".length), description: address };
  if (address.startsWith("npipe://")) return { socketPath: address.slice("npipe://".length), description: address };
  const match = /^(tcp|https?):\/\/(\[[0-9a-fA-F:]+\]|[^:/]+)(?::([0-9]{1,5}))?\/?$/.exec(address);
  if (match === null) {
    throw new HostError("no_engine", `The engine's address ${JSON.stringify(address)} cannot be used.`, {
      hint: "Set DOCKER_HOST to unix:///path or tcp://host:port; for ssh, forward the socket: ssh -L /tmp/docker.sock:/var/run/docker.sock HOST.",
    });
  }
  const secure = match[1] === "https" || certificates !== undefined;
  return {
    host: (match[2] ?? "").replace(/^\[|\]$/g, ""),
    port: Number(match[3] ?? (secure ? 2376 : 2375)),
    description: address,
    ...(secure ? { tls: certificates === undefined ? {} : await readCertificates(certificates) } : {}),
  };
}

async function readCertificates(folder: string): Promise<NonNullable<EngineEndpoint["tls"]>> {
  const read = (name: string) => readFile(join(folder, name)).catch(() => undefined);
  const [ca, cert, key] = await Promise.all([read("ca.pem"), read("cert.pem"), read("key.pem")]);
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}

/** The endpoint of the context that `DOCKER_CONTEXT` or docker's configuration names; nothing for the default one. */
async function contextEndpoint(env: Environment): Promise<EngineEndpoint | undefined> {
  const folder = nonEmpty(env.DOCKER_CONFIG) ?? join(env.HOME ?? homedir(), ".docker");
  const name = nonEmpty(env.DOCKER_CONTEXT) ?? stringAt(await readJson(join(folder, "config.json")), "currentContext");
  if (name === undefined || name === "" || name === "default") return undefined;
  const id = createHash("sha256").update(name).digest("hex");
  const meta = await readJson(join(folder, "contexts", "meta", id, "meta.json"));
  const host = stringAt(meta, "Endpoints", "docker", "Host");
  if (host === undefined) {
    throw new HostError("no_engine", `The docker context ${JSON.stringify(name)} names no engine.`, {
      hint: "See `docker context ls`, or set DOCKER_HOST.",
    });
  }
  const certificates = join(folder, "contexts", "tls", id, "docker");
  return parseAddress(host, existsSync(certificates) ? certificates : undefined);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}

function stringAt(value: unknown, ...keys: string[]): string | undefined {
  let at = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === "string" ? at : undefined;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
