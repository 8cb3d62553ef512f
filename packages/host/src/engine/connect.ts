// Connects to a Docker engine, and turns its refusals into one line each.
import type { IncomingMessage } from "node:http";
import { sanitizeText } from "@para-docker/protocol";
import { HostError, isHostError } from "../errors.js";
import type { EngineAnswer, EngineRequest, EngineTransport } from "./http.js";

/** A Docker engine that answered, or Podman's socket that speaks its API. */
export interface Engine {
  /** Where it listens: `unix:///var/run/docker.sock`. */
  readonly address: string;
  /** Version of its API: `1.41`. */
  readonly apiVersion: string;
  /** Whether it is Podman, which takes a few things otherwise. */
  readonly podman: boolean;
  /** Sends a request and gives the answer, of whatever status. @throws HostError `no_engine` where the engine is gone. */
  call(request: EngineRequest): Promise<EngineAnswer>;
  /** Like {@link Engine.call}, with the body as a stream that the caller ends. */
  open(request: EngineRequest): Promise<IncomingMessage>;
  /** Lets go of kept connections. An engine that was not closed keeps no process alive. */
  close(): void;
}

/** Which engine, and how long to wait for it. */
export interface ConnectOptions {
  /** As in `DOCKER_HOST`, before it. */
  dockerHost?: string | undefined;
  /** Milliseconds for the first answer. Default 5,000. */
  timeoutMs?: number;
}

/**
 * Finds the engine (`dockerHost`, `DOCKER_HOST`, the docker context in use, the default socket) and asks whether it is there.
 *
 * @throws HostError `no_engine`, with what to do.
 */
export async function connectEngine(options: ConnectOptions = {}): Promise<Engine> {
  // Node's HTTP is loaded by whoever asks an engine: most calls do not.
  const [{ findEndpoint }, { engineTransport }] = await Promise.all([import("./endpoint.js"), import("./http.js")]);
  const transport = engineTransport(await findEndpoint(options.dockerHost));
  try {
    const answer = await transport.send({ method: "GET", path: "/_ping", idleMs: options.timeoutMs ?? 5_000 });
    if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
    const version = answer.headers["api-version"];
    const known = typeof version === "string" && /^\d+\.\d+$/.test(version) ? version : "1.41";
    return engineOver(transport, known, answer.headers["libpod-api-version"] !== undefined);
  } catch (error) {
    transport.close();
    throw gone(transport.endpoint.description, error);
  }
}

function engineOver(transport: EngineTransport, apiVersion: string, podman: boolean): Engine {
  const address = transport.endpoint.description;
  const versioned = (request: EngineRequest) => ({ ...request, path: `/v${apiVersion}${request.path}` });
  const told = async <T>(sending: Promise<T>, request: EngineRequest) => {
    try {
      return await sending;
    } catch (error) {
      if (isHostError(error) || request.signal?.aborted) throw error;
      throw gone(address, error);
    }
  };
  return {
    address,
    apiVersion,
    podman,
    call: (request) => told(transport.send(versioned(request)), request),
    open: (request) => told(transport.open(versioned(request)), request),
    close: () => transport.close(),
  };
}

/** Why no engine answers, in words, with the next step. */
function gone(address: string, cause: unknown): HostError {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (code === "EACCES" || code === "EPERM") {
    return new HostError("no_engine", `You may not use the Docker engine at ${address}.`, {
      hint: "Join the group that owns the socket (often `docker`), or use --runtime local.",
      cause,
    });
  }
  const why =
    code === "ENOENT"
      ? "nothing is there"
      : code === "ECONNREFUSED"
        ? "nothing listens there"
        : String((cause as Error)?.message ?? cause);
  return new HostError("no_engine", `No Docker engine answers at ${address}: ${oneLine(why)}.`, {
    hint: "Start Docker, set DOCKER_HOST, or use --runtime local.",
    cause,
  });
}

/** An unexpected answer as an error. `doing` completes “The engine could not …”. */
export function refused(answer: EngineAnswer, doing: string, hint?: string): HostError {
  return new HostError("engine_failed", `The engine could not ${doing}: ${answerMessage(answer)}`, {
    hint: hint ?? "See the engine's log, or try again.",
  });
}

/** What the engine says for itself, on one line. */
export function answerMessage(answer: EngineAnswer): string {
  const body = answer.body;
  const message = typeof body === "object" && body !== null ? (body as { message?: unknown }).message : body;
  return oneLine(typeof message === "string" && message !== "" ? message : `status ${answer.status}`);
}

/** `text` on one line of at most 500 characters, safe for a terminal: an engine repeats names that others chose. */
export function oneLine(text: string): string {
  return sanitizeText(text.trim(), { maxLength: 500 });
}
