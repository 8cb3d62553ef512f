// Asks a session's health endpoint, which a container may have named, without being led anywhere but to the session's own port.
import { Agent, get, type IncomingMessage } from "node:http";
import type { PortMap } from "@para-docker/protocol";
import { oneLine } from "../engine/connect.js";

/** What came of asking. */
export interface HealthProbe {
  /** Whether it answered 200 to 299 in time. */
  healthy: boolean;
  /** Its status, where it answered. */
  httpStatus?: number;
  /** In words, safe for a terminal: `answered 200`, `redirects`, `no port of the session`. */
  reason: string;
  /** Milliseconds it took. */
  ms: number;
}

/** Time for the whole answer, in milliseconds. */
const TIMEOUT_MS = 2_000;
/** Bytes of an answer that are read; its status tells, the rest is only let through so that it ends well. */
const ANSWER_BYTES = 65_536;

/**
 * Asks `endpoint` for its health. It is never fetched as given: its port must be one that the engine says is mapped (`ports`, container
 * to host), it is asked on 127.0.0.1 over plain HTTP, no redirect is followed, and two seconds and 64 KiB are all it gets.
 *
 * Never throws.
 */
export async function probeHealth(endpoint: string, ports: PortMap): Promise<HealthProbe> {
  const began = performance.now();
  const probe = await ask(endpoint, ports);
  return { ...probe, ms: Math.round(performance.now() - began) };
}

async function ask(endpoint: string, ports: PortMap): Promise<Omit<HealthProbe, "ms">> {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return { healthy: false, reason: "the endpoint is no URL" };
  }
  if (url.protocol !== "http:") return { healthy: false, reason: "the endpoint is not http" };
  const port = hostPort(url, ports);
  if (port === undefined) return { healthy: false, reason: `port ${url.port || "80"} is no port of the session` };
  try {
    const status = await fetchStatus(port, `${url.pathname}${url.search}`);
    if (status >= 300 && status < 400)
      return { healthy: false, httpStatus: status, reason: `redirects (${status}); not followed` };
    return { healthy: status >= 200 && status < 300, httpStatus: status, reason: `answered ${status}` };
  } catch (error) {
    return { healthy: false, reason: oneLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** The port of this machine: the one named, if it is mapped; else the one that the named port of the container is mapped to. */
function hostPort(url: URL, ports: PortMap): number | undefined {
  const named = url.port === "" ? "80" : url.port;
  const tcp = Object.entries(ports).filter(([port]) => /^[0-9]+(\/tcp)?$/.test(port));
  const mapped = tcp.find(([, port]) => port === named) ?? tcp.find(([port]) => port.replace("/tcp", "") === named);
  return mapped === undefined ? undefined : Number(mapped[1]);
}

function fetchStatus(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const tooLate = () => reject(new Error(`no answer in ${TIMEOUT_MS} ms`));
    signal.addEventListener("abort", tooLate, { once: true });
    const request = get(
      { host: "127.0.0.1", port, path, agent, signal, headers: { Host: `localhost:${port}`, Accept: "*/*" } },
      (response) => {
        void drain(response).then(() => resolve(response.statusCode ?? 0), reject);
      },
    );
    // Nobody waits for an answer when everything else has ended.
    request.once("socket", (socket) => socket.unref());
    request.once("error", (error) => (signal.aborted ? tooLate() : reject(error)));
  });
}

/** Reads the answer to its end, or to 64 KiB. */
async function drain(response: IncomingMessage): Promise<void> {
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) break;
  }
  response.destroy();
}
