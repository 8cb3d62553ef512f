// How the dashboard answers: headers that every answer has, documents, refusals.
import type { IncomingMessage, ServerResponse } from "node:http";
import { isHostError } from "@para-docker/host";
import type { Refusal } from "./wire.js";

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What every answer carries. No header lets another origin read anything. */
export const SECURITY_HEADERS = {
  "content-security-policy": CONTENT_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
} as const;

/** A refusal of the dashboard's own: an HTTP status, and words for a person. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** HTTP statuses of the host's codes; all others are 500. */
const STATUS_OF: { [code: string]: number } = {
  usage: 400,
  invalid_name: 400,
  no_session: 404,
  no_command: 404,
  locked: 409,
  session_finished: 409,
  duplicate_id: 409,
  queue_full: 429,
};

/** Answers with a JSON document. */
export function sendJson(response: ServerResponse, document: unknown, status = 200): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(document));
}

/** Answers with text of a kind. */
export function send(response: ServerResponse, status: number, type: string, text: string | Buffer, more = {}): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
    ...more,
  });
  response.end(response.req.method === "HEAD" ? undefined : text);
}

/** Tells what went wrong. `unforeseen` gets what is no refusal at all, and is not shown to who asked. */
export function sendError(response: ServerResponse, error: unknown, unforeseen: (error: unknown) => void): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  let status = 500;
  let told: Refusal["error"] = { code: "unforeseen", message: "Something unforeseen happened in the dashboard." };
  if (error instanceof Refused || isHostError(error)) {
    const { code, message, hint } = error;
    status = error instanceof Refused ? error.status : (STATUS_OF[code] ?? 500);
    told = { code, message, ...(hint !== undefined && { hint }) };
  } else unforeseen(error);
  sendJson(response, { error: told } satisfies Refusal, status);
}

/** Bytes of the largest body. */
const MOST_BODY = 64 * 1024;

/** The body of a request as a JSON object. @throws Refused where it is none, or too large. */
export async function readObject(request: IncomingMessage): Promise<{ [key: string]: unknown }> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    throw new Refused(415, "usage", "The body is to be application/json.");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BODY) throw new Refused(413, "usage", `The body is larger than ${MOST_BODY} bytes.`);
    parts.push(part as Buffer);
  }
  const body = parsed(Buffer.concat(parts).toString("utf8"));
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Refused(400, "usage", "The body is no JSON object.");
  return { ...body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
