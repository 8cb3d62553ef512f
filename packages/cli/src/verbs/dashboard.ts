// `para-docker dashboard`: every session in a browser, for who has the link that it prints.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StateRoot } from "@para-docker/host";
import { ALERT_DETAILS, ALERT_OPTIONS, startAlerts } from "../alerts.js";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { failure, usageError } from "../failure.js";
import { parseNumber } from "../parse-value.js";

export const dashboard: Verb = {
  operands: [],
  options: [
    { flags: "--port <PORT>", text: "port on 127.0.0.1 (default: any that is free)" },
    { flags: "--open", text: "open the page in the browser" },
    {
      flags: "--token-file <FILE>",
      text: "secret of the link and of scrapers; made, for you alone to read, if not there",
    },
    { flags: "--json", text: "print where it is as JSON" },
    ...ALERT_OPTIONS,
  ],
  details: `The page shows what the monitor shows, with plots of the last hour, and can do
the same to sessions. It listens on 127.0.0.1 alone; whoever has the link may
use it. It runs until Ctrl-C.

/metrics is for Prometheus, /api/events streams what changes; both take the
token as "Authorization: Bearer TOKEN".

${ALERT_DETAILS}`,
  examples: [
    ["para-docker dashboard --open", "show it"],
    ["para-docker dashboard --port 9500 --token-file ~/.para-token", "at the same place each time, for Prometheus"],
  ],
  run,
};

/** Shortest token that is no guess. */
const SHORTEST_TOKEN = 16;

async function run(call: Call): Promise<number> {
  const { app, operands, values } = call;
  if (operands.length > 0) throw usageError("dashboard takes no session.", "The page shows all of them.");
  const port = values.text("port");
  const file = values.text("token-file");
  const root = await app.stateRoot(values);
  const token = file === undefined ? undefined : readToken(file);
  const endAlerts = await startAlerts(app, root, values, (line) => app.note(`para-docker: ${line}`));
  try {
    await serve(call, root, port, token);
  } finally {
    await endAlerts();
  }
  return EXIT.ok;
}

/** Shows the page until a person has had enough. */
async function serve({ app, values }: Call, root: StateRoot, port?: string, token?: string): Promise<void> {
  const { startDashboard } = await import("@para-docker/dashboard");
  const dashboard = await startDashboard(root, {
    port: port === undefined ? 0 : parseNumber(port, "--port", 0, 65_535),
    ...(token !== undefined && { token }),
    onFault: (error) => app.note(`para-docker: ${error instanceof Error ? error.message : String(error)}`),
  }).catch((error: unknown) => {
    throw portFailure(error, port);
  });
  const { url, metricsUrl } = dashboard;
  // Before anybody can know that it runs.
  const ended = interrupted(app, () => dashboard.busy());
  if (values.flag("json")) app.print(JSON.stringify({ url, metrics_url: metricsUrl, token: dashboard.token }));
  else {
    app.print(`Sessions of ${root.workspace}: ${app.style.bold(url)}`);
    app.note("Whoever has this link may use your sessions. Ctrl-C ends it.");
  }
  const closeLink = values.flag("open") ? openLink(app, url) : undefined;
  try {
    await ended;
  } finally {
    closeLink?.();
    await dashboard.close();
  }
}

/** Until a person has had enough; while something is being done, the first interrupt only says so, and a second one leaves it half-done. */
function interrupted(app: App, busy: () => number): Promise<void> {
  return new Promise((resolve) => {
    app.interrupts.handle((count) => {
      if (count > 1) process.exit(EXIT.cancelled);
      if (busy() > 0) app.note("Something is still being done; it is waited for. Ctrl-C again leaves it.");
      resolve();
    });
  });
}

function portFailure(error: unknown, port: string | undefined): unknown {
  const { code } = error as { code?: unknown };
  if (code === "EADDRINUSE")
    return failure(EXIT.failed, `Port ${port} is in use.`, "Leave --port out for one that is free.");
  if (code === "EACCES") return failure(EXIT.failed, `Port ${port} is not for you to use.`, "Take one above 1023.");
  return error;
}

/** The token in `file`, which is made where it is not there. */
function readToken(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST")
      throw usageError(`--token-file ${file} cannot be made (${code}).`, "Name a file in a directory of yours.");
  }
  const token = readText(file).trim();
  if (token.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(token))
    throw usageError(
      `${file} holds no token.`,
      `One line of at least ${SHORTEST_TOKEN} characters; or let it be made.`,
    );
  return token;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw usageError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, "Name a file of yours.");
  }
}

/**
 * Opens the link in the browser by a page in a file of ours: in the words of a command everybody on this machine could read it. Gives what
 * takes the file away.
 */
function openLink(app: App, url: string): () => void {
  const directory = mkdtempSync(join(tmpdir(), "para-dashboard-"));
  const page = join(directory, "open.html");
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 });
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  const child = spawn(opener, [page], { stdio: "ignore", detached: true });
  child.on("error", () => app.note(`There is no ${opener} here to open a browser with: open the link yourself.`));
  child.unref();
  return () => rmSync(directory, { recursive: true, force: true });
}
