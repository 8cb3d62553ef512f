// Only who has the link gets in, and no page of another origin gets anything done or read.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTION_HEADER } from "./access.js";
import { type Dashboard, startDashboard } from "./dashboard.js";
import { ask } from "./testing/ask.js";
import { createState } from "./testing/state.js";

const state = createState();
let dashboard: Dashboard;
let origin: string;
/** The page's own path, cookie and key, as a browser that has followed the link has them. */
let base: string;
let cookie: string;
let key: string;

beforeAll(async () => {
  state.status("s", { phase: "building" });
  dashboard = await startDashboard(state.root, { engine: null });
  const link = new URL(dashboard.url);
  origin = link.origin;
  base = `${origin}${link.pathname}`;
  const entry = await ask(dashboard.url);
  cookie = String(entry.headers["set-cookie"]).split(";")[0] ?? "";
  const page = await ask(base, { headers: { cookie } });
  key = /name="para-action-key" content="([^"]+)"/.exec(page.text)?.[1] ?? "";
});
afterAll(async () => {
  await dashboard.close();
  state.clear();
});

const bearer = () => ({ authorization: `Bearer ${dashboard.token}` });
/** What the page sends with an action. */
const own = () => ({ cookie, origin, [ACTION_HEADER]: key, "content-type": "application/json" });
const exec = JSON.stringify({ command: "true" });

describe("the link", () => {
  test("becomes a cookie that no script reads, that no other site or path is sent", async () => {
    const entry = await ask(dashboard.url);
    expect(entry.status).toBe(200);
    expect(String(entry.headers["set-cookie"])).toMatch(
      /^para_dashboard=[\w-]{43}; Path=\/[\w-]{16}\/; HttpOnly; SameSite=Strict$/,
    );
    expect(entry.text).not.toContain(dashboard.token);
    const page = await ask(base, { headers: { cookie } });
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).toContain("<title>para-docker</title>");
    expect(page.text).not.toContain(dashboard.token);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  test("with another token opens nothing", async () => {
    for (const token of ["", "x", dashboard.token.slice(1), `${dashboard.token}x`]) {
      const answer = await ask(`${base}?token=${token}`);
      expect(answer.status).toBe(401);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  test("may be followed from another site", async () => {
    const answer = await ask(dashboard.url, { headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.status).toBe(200);
  });
});

describe("a stranger", () => {
  test("gets nothing: no page, no file of it, no data, no metrics", async () => {
    for (const path of ["/", "/metrics", "/api/events", "/api/sessions", "/api/sessions/s", "/nothing"])
      expect(await ask(`${origin}${path}`), path).toMatchObject({ status: 401 });
    const { text } = await ask(base, { headers: { cookie } });
    for (const [, file] of text.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g))
      expect(await ask(`${base}${file}`), file).toMatchObject({ status: 401 });
  });

  test("with the cookie of another run, or ours outside its path, is one", async () => {
    expect(await ask(`${base}api/sessions`, { headers: { cookie: `${cookie}x` } })).toMatchObject({ status: 401 });
    expect(await ask(`${origin}/api/sessions`, { headers: { cookie } })).toMatchObject({ status: 401 });
    expect(await ask(`${base}api/sessions`, { headers: { cookie } })).toMatchObject({ status: 200 });
  });

  test("that calls us by another name is turned away: its DNS has been bent", async () => {
    const { port } = new URL(origin);
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `127.0.0.1:${port}.evil.example`,
      `[::1]:${port}`,
    ])
      expect(await ask(`${origin}/metrics`, { headers: { ...bearer(), host } }), host).toMatchObject({ status: 421 });
    expect(await ask(`${origin}/metrics`, { headers: { ...bearer(), host: `localhost:${port}` } })).toMatchObject({
      status: 200,
    });
  });
});

describe("another page in the same browser", () => {
  test("is refused by its origin, and by what the browser says of it, a page on another port of this machine too", async () => {
    for (const headers of [
      { origin: "http://evil.example" },
      { origin: "http://127.0.0.1:8080" },
      { origin: "null" },
      { origin: origin.replace("http:", "https:") },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const answer = await ask(`${base}api/sessions/s`, { headers: { cookie, ...headers } as Record<string, string> });
      expect(answer, JSON.stringify(headers)).toMatchObject({ status: 403 });
      expect(answer.text).not.toContain("building");
    }
  });

  test("is told by no header that it may read", async () => {
    for (const method of ["GET", "OPTIONS"]) {
      const headers = { cookie, origin: "http://evil.example", "access-control-request-method": "POST" };
      const answer = await ask(`${base}api/sessions/s`, { method, headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(answer.status).toBe(403);
    }
  });
});

describe("an action", () => {
  test("of the page itself is done", async () => {
    const answer = await ask(`${base}api/sessions/s/exec`, { method: "POST", headers: own(), body: exec });
    expect(answer, answer.text).toMatchObject({ status: 200 });
    expect(JSON.parse(answer.text).id).toMatch(/^cmd-/);
  });

  test("without the key, the origin, or the cookie is not, nor one of a program with the token", async () => {
    const without = (name: string) => Object.fromEntries(Object.entries(own()).filter(([each]) => each !== name));
    for (const [headers, status] of [
      [without("cookie"), 401],
      [without("origin"), 403],
      [without(ACTION_HEADER), 403],
      [{ ...own(), [ACTION_HEADER]: `${key}x` }, 403],
      [{ ...own(), origin: "http://127.0.0.1:8080" }, 403],
      [{ ...without("cookie"), ...bearer() }, 403],
    ] as const) {
      const answer = await ask(`${base}api/sessions/s/exec`, { method: "POST", headers, body: exec });
      expect(answer, JSON.stringify(headers)).toMatchObject({ status });
    }
  });

  test("that a form of another page could send is refused by its kind", async () => {
    const headers = { ...own(), "content-type": "text/plain" };
    expect(await ask(`${base}api/sessions/s/exec`, { method: "POST", headers, body: exec })).toMatchObject({
      status: 415,
    });
  });

  test("with a body that is none, too large, or of other types is refused with words", async () => {
    for (const [body, status] of [
      ["", 400],
      ["[]", 400],
      ["{", 400],
      ['{"command":1}', 400],
      ['{"command":""}', 400],
      ['{"command":"true","timeout_seconds":"soon"}', 400],
      [JSON.stringify({ command: "x".repeat(70_000) }), 413],
    ] as const) {
      const answer = await ask(`${base}api/sessions/s/exec`, { method: "POST", headers: own(), body });
      expect(answer, body.slice(0, 40)).toMatchObject({ status });
      expect(JSON.parse(answer.text).error.message).toMatch(/\S/);
    }
  });
});

describe("every answer", () => {
  test("forbids all that the page does not need", async () => {
    for (const [path, headers] of [
      [dashboard.url, {}],
      [base, { cookie }],
      [`${base}api/sessions`, { cookie }],
      [`${origin}/metrics`, bearer()],
      [`${origin}/`, {}],
    ] as const) {
      const answer = await ask(path, { headers });
      const policy = String(answer.headers["content-security-policy"]);
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(rule);
      expect(policy).not.toContain("unsafe");
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      });
    }
  });
});

describe("paths", () => {
  test("that lead nowhere, or out, are not found, whatever is encoded in them", async () => {
    for (const path of [
      "api/sessions/none",
      "api/sessions/..%2f..%2fetc",
      "api/sessions/%ff",
      "assets/..%2f..%2fpackage.json",
      "api/sessions/s/commands/..%2f..%2fx/output",
      "api/sessions/s/what",
    ])
      expect(await ask(`${base}${path}`, { headers: { cookie } }), path).toMatchObject({ status: 404 });
  });

  test("take GET, HEAD and POST alone", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"])
      expect(await ask(`${base}api/sessions/s`, { method, headers: { cookie } })).toMatchObject({ status: 405 });
    expect(await ask(base, { method: "HEAD", headers: { cookie } })).toMatchObject({ status: 200, text: "" });
  });
});

test("it listens on 127.0.0.1 alone", async () => {
  const { port } = new URL(origin);
  await expect(ask(`http://127.0.0.2:${port}/`)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("Prometheus reads, with the token as bearer, numbers of every session and no word of a container", async () => {
  state.status("s", { phase: "evil", services: { "evil-service": "error" }, health: "unhealthy" });
  await expect
    .poll(async () => (await ask(dashboard.metricsUrl, { headers: bearer() })).text)
    .toContain('para_session_services_failed{session="s"} 1');
  const { text, headers } = await ask(dashboard.metricsUrl, { headers: bearer() });
  expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).toContain('para_session_healthy{session="s"} 0');
  expect(text).toContain('para_session_freshness{session="s",freshness="fresh"} 1');
  expect(text).not.toContain("evil");
});
