// The dashboard's server: on 127.0.0.1 alone, for who has the link's token, with every request held to its own origin.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { StateRoot, WatchOptions } from "@para-docker/host";
import { type Access, createAccess, isForeign, isOurHost } from "./access.js";
import { ACTIONS } from "./actions.js";
import { Refused, readObject, SECURITY_HEADERS, send, sendError, sendJson } from "./answer.js";
import { type EventReaders, eventReaders } from "./events.js";
import { type Hub, openHub } from "./hub.js";
import { ENTRY, loadPage, type PageFile } from "./page.js";
import { readCommands, readDetail, readLog, readOutput, readUsage } from "./reads.js";

/** How the dashboard is started. */
export interface DashboardOptions extends WatchOptions {
  /** Port on 127.0.0.1. Default 0: any that is free. */
  port?: number;
  /** Secret of the link and of scrapers, at least 16 characters. Default: 256 random bits. */
  token?: string;
  /** Told of faults that nobody foresaw; who asked is told only that there was one. */
  onFault?: (error: unknown) => void;
}

/** A dashboard that runs. */
export interface Dashboard {
  /** The link that opens the page, token and all. */
  readonly url: string;
  /** Where Prometheus scrapes, with the token as bearer. */
  readonly metricsUrl: string;
  readonly token: string;
  /** Actions that are being carried out. */
  busy(): number;
  /** Ends it: readers are let go at once, actions that go on are waited for. */
  close(): Promise<void>;
}

/**
 * Starts a dashboard of the sessions below `root`.
 *
 * @throws the system's error where the port cannot be had (`EADDRINUSE`, `EACCES`); Error where the page is not built.
 */
export async function startDashboard(root: StateRoot, options: DashboardOptions = {}): Promise<Dashboard> {
  const access = createAccess(options.token);
  const { page, files } = loadPage(access.actionKey);
  const server = createServer({ requestTimeout: 30_000, maxHeaderSize: 16_384 });
  server.maxConnections = 256;
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const hub = openHub(root, options.engine === undefined ? {} : { engine: options.engine });
  const readers = eventReaders(hub);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const actions = new Set<Promise<unknown>>();
  const parts: Parts = {
    root,
    access,
    page,
    files,
    hub,
    readers,
    hosts,
    origins: hosts.map((host) => `http://${host}`),
    actions,
  };
  server.on("request", (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    answer(parts, request, response).catch((error) => sendError(response, error, options.onFault ?? (() => undefined)));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}${access.base}?token=${access.token}`,
    metricsUrl: `${origin}/metrics`,
    token: access.token,
    busy: () => actions.size,
    async close() {
      readers.close();
      await Promise.allSettled(actions);
      server.close();
      server.closeAllConnections();
      await hub.close();
    },
  };
}

interface Parts {
  root: StateRoot;
  access: Access;
  page: PageFile;
  files: Map<string, PageFile>;
  hub: Hub;
  readers: EventReaders;
  /** What a request may call us. */
  hosts: string[];
  origins: string[];
  actions: Set<Promise<unknown>>;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Judges who asks, then answers. */
async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access, hosts, origins } = parts;
  if (!isOurHost(request, hosts)) throw new Refused(421, "wrong_host", "This server is not called that.");
  const url = new URL(request.url ?? "/", origins[0]);
  const { base } = access;
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname.slice(1);
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && url.pathname === base && url.searchParams.has("token")) {
    // A link may be followed from anywhere.
    if (!access.isToken(url.searchParams.get("token"))) throw stranger(401);
    return send(response, 200, "text/html; charset=utf-8", ENTRY, { "set-cookie": access.cookie() });
  }
  if (isForeign(request, origins)) throw new Refused(403, "foreign_origin", "Another page is not to ask here.");
  const grant = access.grant(request, url.pathname);
  if (grant === undefined) throw stranger(401);
  if (reads) return read(parts, path, url.searchParams, request, response);
  if (request.method !== "POST") throw new Refused(405, "usage", "Only GET and POST are known here.");
  if (grant !== "page" || !access.mayAct(request, origins)) throw stranger(403);
  return act(parts, path, request, response);
}

function stranger(status: 401 | 403): Refused {
  return new Refused(
    status,
    "no_access",
    "This needs the link that para-docker dashboard printed.",
    "Open that link, or start para-docker dashboard again.",
  );
}

async function read(
  parts: Parts,
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { root, hub, readers, page, files } = parts;
  if (path === "") return sendFile(request, response, page);
  if (path === "metrics") {
    const { scrape } = await import("./prometheus.js");
    const { type, text } = await scrape(hub.views());
    return send(response, 200, type, text);
  }
  if (path === "api/events") return readers.add(request, response);
  if (path === "api/sessions") return sendJson(response, hub.snapshot());
  const file = files.get(path);
  if (file !== undefined) return sendFile(request, response, file);
  const [name, what, id, output] = sessionPath(path);
  if (name !== undefined && output === undefined && id === undefined) {
    if (what === undefined) return sendJson(response, readDetail(hub, name));
    if (what === "usage") return sendJson(response, readUsage(hub, name));
    if (what === "commands") return sendJson(response, readCommands(hub, name));
    if (what === "logs") return sendJson(response, await readLog(root, name, query));
  }
  if (name !== undefined && what === "commands" && id !== undefined && output === "output")
    return sendJson(response, await readOutput(root, name, id, query));
  throw new Refused(404, "no_such_path", "There is nothing here.");
}

async function act(parts: Parts, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [name, action, more] = sessionPath(path);
  const run = action !== undefined && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (name === undefined || run === undefined || more !== undefined)
    throw new Refused(404, "no_such_path", "There is no such action.");
  const acting = run(parts.root, name, await readObject(request));
  parts.actions.add(acting);
  try {
    sendJson(response, await acting);
  } finally {
    parts.actions.delete(acting);
  }
}

/** The words of a path below `api/sessions/`. */
function sessionPath(path: string): string[] {
  const [api, sessions, ...words] = path.split("/");
  if (api !== "api" || sessions !== "sessions" || words.length > 4) return [];
  try {
    return words.map(decodeURIComponent);
  } catch {
    return [];
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, { type, bytes, packed }: PageFile): void {
  const packs = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  send(response, 200, type, packs ? packed : bytes, {
    vary: "accept-encoding",
    ...(packs && { "content-encoding": "gzip" }),
  });
}
