// Alerts of monitor and dashboard: told to a command line and to an address, raised and recovered, and what did not arrive is said.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./testing.js";

const REPORT = new URL("../../agent-sh/dist/para-report.sh", import.meta.url).pathname;

let workspace: Workspace;
beforeAll(async () => {
  workspace = createWorkspace();
  expect(await workspace.run("start", "s", "--runtime", "local", "-q")).toMatchObject({ code: 0 });
});
afterAll(() => workspace.remove());

async function report(...words: string[]): Promise<void> {
  expect(await workspace.run("exec", "s", "--", "sh", REPORT, ...words)).toMatchObject({ code: 0 });
}

test("an alert runs the line with what it is about, and once more when it is over; other kinds are left out", async () => {
  const line =
    'printf "%s|%s|%s|%s\\n" "$PARA_ALERT_SESSION" "$PARA_ALERT_KIND" "$PARA_ALERT_STATE" "$PARA_ALERT_MESSAGE" | tee -a told >&2; exit 7';
  const watching = workspace.spawn([
    "monitor",
    "--json",
    "--on-alert",
    line,
    "--alert-kind",
    "attention",
    "--alert-kind",
    "lost",
  ]);
  await watching.saw('"session":"s"');
  await report("--warning", "left out", "--attention", "Which $(touch evaluated) one?");
  await watching.saw("s|attention|raised|");
  await report("--no-attention");
  await watching.saw("s|attention|recovered|");
  watching.child.kill("SIGINT");
  const { code, stderr } = await watching.ended;
  expect(code).toBe(0);
  expect(stderr).toContain(
    "para-docker: An alert (s: attention) did not arrive: /bin/sh ended with exit code 7: s|attention|raised|Which $(touch evaluated) one?",
  );
  expect(readFileSync(join(workspace.path, "told"), "utf8")).toBe(
    "s|attention|raised|Which $(touch evaluated) one?\ns|attention|recovered|Which $(touch evaluated) one?\n",
  );
});

test("an address gets each alert as JSON, from the dashboard, too", async () => {
  const told: unknown[] = [];
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (text) => {
      body += text;
    });
    request.on("end", () => {
      told.push(JSON.parse(body));
      answer.end();
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const running = workspace.spawn(["dashboard", "--alert-url", `http://127.0.0.1:${port}/`, "--alert-kind", "error"]);
  await running.saw("Ctrl-C ends it");
  await report("--error", "db is gone");
  await expect
    .poll(() => told, { timeout: 10_000 })
    .toMatchObject([{ session: "s", kind: "error", state: "raised", message: "db is gone" }]);
  running.child.kill("SIGINT");
  expect(await running.ended).toMatchObject({ code: 0 });
  server.close();
});

test("flags that would tell nobody are mistakes", async () => {
  for (const [words, why] of [
    ["monitor --json --alert-kind lost", "--alert-kind tells nobody."],
    ["monitor --once --on-alert true", "--once tells no alerts."],
    ["monitor --json --alert-url nowhere", '"nowhere" is no address for alerts.'],
    ["dashboard --on-alert true --alert-kind fire", "Allowed choices are attention, error,"],
  ] as const) {
    const refused = await workspace.run(...words.split(" "));
    expect(refused, words).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(why);
  }
});
