// Who may talk to the dashboard: the link's token, the cookie that it becomes, and requests that no other page can make.
//
// Cookies do not know ports: a page that a container serves on another port of 127.0.0.1 would be sent ours. So everything the page
// uses lies below a path that is made anew at each start, and the cookie is sent nowhere else. Such a page is of the same site, too;
// what the browser says of who asks (Origin, Sec-Fetch-Site) is therefore held to the exact origin.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What a request may do. */
export type Grant = "page" | "program";

/** The keys of one dashboard. */
export interface Access {
  /** What the link and Prometheus carry. */
  readonly token: string;
  /** Path below which the page lies: `/Xy…/`. */
  readonly base: string;
  /** What the page sends along with whatever changes something. No cookie: only who may read the page has it. */
  readonly actionKey: string;
  /** The header that turns the token into a cookie. */
  cookie(): string;
  isToken(text: string | null | undefined): boolean;
  /** Whose request for `path` it is, by its cookie or its bearer token; nothing for a stranger's. */
  grant(request: IncomingMessage, path: string): Grant | undefined;
  /** Whether an action comes from the page itself: by its key, and the exact origin. */
  mayAct(request: IncomingMessage, origins: readonly string[]): boolean;
}

/** Names of the header that carries the action key, and of the cookie. */
export const ACTION_HEADER = "x-para-action";
const COOKIE = "para_dashboard";

/** Keys for `token`, or for one made of 256 random bits. */
export function createAccess(token: string = randomBytes(32).toString("base64url")): Access {
  const base = `/${randomBytes(12).toString("base64url")}/`;
  // Two words made of one secret: who has learned one of them has neither the other nor the token.
  const session = derived(token, `session ${base}`);
  const actionKey = derived(token, `action ${base}`);
  return {
    token,
    base,
    actionKey,
    cookie: () => `${COOKIE}=${session}; Path=${base}; HttpOnly; SameSite=Strict`,
    isToken: (text) => same(text, token),
    grant(request, path) {
      const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? "")?.[1];
      if (same(bearer, token)) return "program";
      return path.startsWith(base) && same(cookieOf(request), session) ? "page" : undefined;
    },
    mayAct({ headers }, origins) {
      const key = headers[ACTION_HEADER];
      return (
        headers.origin !== undefined &&
        origins.includes(headers.origin) &&
        typeof key === "string" &&
        same(key, actionKey)
      );
    },
  };
}

/** Whether a request names this server as its host: one under another name was led here by somebody's DNS. */
export function isOurHost(request: IncomingMessage, hosts: readonly string[]): boolean {
  return hosts.includes(request.headers.host?.toLowerCase() ?? "");
}

/** Whether the browser says that another page asks. Programs say nothing. */
export function isForeign(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin !== undefined && !origins.includes(origin)) return true;
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function derived(secret: string, use: string): string {
  return createHmac("sha256", secret).update(use).digest("base64url");
}

/** Compares in a time that tells nothing of where two texts differ, nor of how long the secret is. */
function same(text: string | null | undefined, secret: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return text !== null && text !== undefined && timingSafeEqual(digest(text), digest(secret));
}

function cookieOf(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === COOKIE) return value;
  }
  return undefined;
}
