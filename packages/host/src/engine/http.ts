// Speaks HTTP to a Docker engine: one request, its status checked by the caller, the answer whole or as a stream.
//
// Docker's own client for Node (@docker/node-sdk 0.0.17) is not used: it never looks at the status of an answer, so
// starting or removing a container that is not there "succeeds", and its event filters and imports do not reach the engine.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Writable } from "node:stream";

/** Where an engine listens. */
export interface EngineEndpoint {
  /** Path of a unix socket or of a Windows pipe. */
  socketPath?: string;
  host?: string;
  port?: number;
  tls?: { ca?: Buffer; cert?: Buffer; key?: Buffer };
  /** As a person would name it: `unix:///var/run/docker.sock`. */
  description: string;
}

/** One request to an engine. */
export interface EngineRequest {
  method: "GET" | "POST" | "DELETE" | "HEAD";
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a tar stream; `tar-stream` makes one that is no stream of Node's own. */
  tar?: { pipe(destination: Writable): unknown; once(event: "error", listener: (error: Error) => void): unknown };
  /** Milliseconds without a byte after which it fails. 0: never, for streams. Default 30,000. */
  idleMs?: number;
  signal?: AbortSignal;
}

/** A whole answer. `body` is parsed JSON where it is JSON, else text. */
export interface EngineAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  body: unknown;
}

/** Sends requests to one endpoint over kept connections. */
export interface EngineTransport {
  endpoint: EngineEndpoint;
  /** @throws the socket's error; an answer of any status is no error. */
  send(request: EngineRequest): Promise<EngineAnswer>;
  /** Like {@link send}, the body left unread. The caller destroys it. */
  open(request: EngineRequest): Promise<IncomingMessage>;
  close(): void;
}

/** Largest answer that is read whole: an inspect of a container with all its labels is far below. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/** A transport to `endpoint`. Nothing is sent yet. */
export function engineTransport(endpoint: EngineEndpoint): EngineTransport {
  const agent = endpoint.tls
    ? new HttpsAgent({ keepAlive: true, ...endpoint.tls })
    : new HttpAgent({ keepAlive: true });
  const open = (request: EngineRequest) => openOnce(endpoint, agent, request);
  return {
    endpoint,
    open: async (request) => {
      try {
        return await open(request);
      } catch (error) {
        // A kept connection that the engine closed meanwhile: the request never reached it, so it may be sent again.
        if (request.method === "GET" && (error as { reused?: boolean }).reused === true) return open(request);
        throw error;
      }
    },
    async send(request) {
      const response = await this.open(request);
      const text = await readText(response);
      return { status: response.statusCode ?? 0, headers: response.headers, body: parseBody(response, text) };
    },
    close: () => agent.destroy(),
  };
}

function openOnce(endpoint: EngineEndpoint, agent: HttpAgent, request: EngineRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = { Host: "docker", "User-Agent": "para-docker" };
    const payload = request.json === undefined ? undefined : Buffer.from(JSON.stringify(request.json));
    if (payload) {
      headers["Content-Type"] = "application/json";
      headers["Content-Length"] = payload.length;
    } else if (request.tar) {
      headers["Content-Type"] = "application/x-tar";
    } else if (request.method === "POST") {
      headers["Content-Length"] = 0;
    }
    const place = endpoint.socketPath
      ? { socketPath: endpoint.socketPath }
      : { host: endpoint.host, port: endpoint.port };
    const options = {
      ...place,
      ...endpoint.tls,
      agent,
      method: request.method,
      path: request.path + queryString(request.query),
      headers,
      ...(request.signal ? { signal: request.signal } : {}),
    };
    const sent = endpoint.tls ? httpsRequest(options) : httpRequest(options);
    const idleMs = request.idleMs ?? 30_000;
    if (idleMs > 0) {
      sent.setTimeout(idleMs, () =>
        sent.destroy(Object.assign(new Error(`no answer in ${idleMs} ms`), { code: "ETIMEDOUT" })),
      );
    } else {
      sent.setTimeout(0);
    }
    sent.once("response", resolve);
    sent.once("error", (error) =>
      reject(
        Object.assign(error, { reused: sent.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET" }),
      ),
    );
    if (request.tar) {
      request.tar.once("error", (error) => sent.destroy(error));
      request.tar.pipe(sent);
    } else {
      sent.end(payload);
    }
  });
}

function queryString(query: EngineRequest["query"]): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) params.append(name, String(value));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** Reads `stream` to its end as UTF-8; past 64 MiB it is cut off and fails. */
export async function readText(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) {
      stream.destroy();
      throw new Error("the engine's answer is too large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(response: IncomingMessage, text: string): unknown {
  if (!(response.headers["content-type"] ?? "").includes("json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
