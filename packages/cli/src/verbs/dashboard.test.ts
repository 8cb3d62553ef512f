// `para-docker dashboard` prints a link that opens it for who has it, keeps its token where it is told to, and ends by Ctrl-C.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "../testing.js";

let workspace: Workspace;
beforeAll(async () => {
  workspace = createWorkspace();
  expect(await workspace.run("start", "s", "--runtime", "local", "-q")).toMatchObject({ code: 0 });
});
afterAll(() => workspace.remove());

test("it prints the link, answers who has the token, and ends quietly", async () => {
  const running = workspace.spawn(["dashboard", "--json", "--token-file", "token"]);
  await running.saw("}");
  const token = readFileSync(join(workspace.path, "token"), "utf8").trim();
  expect(statSync(join(workspace.path, "token")).mode & 0o777).toBe(0o600);
  expect(token).toMatch(/^[\w-]{43}$/);
  const again = workspace.spawn(["dashboard", "--token-file", "token"]);
  await again.saw("Ctrl-C ends it");
  again.child.kill("SIGTERM");
  const other = await again.ended;
  expect(other).toMatchObject({ code: 0, stderr: "Whoever has this link may use your sessions. Ctrl-C ends it.\n" });
  const url = /http:\S+/.exec(other.stdout)?.[0] ?? "";
  expect(new URL(url).searchParams.get("token")).toBe(token);

  running.child.kill("SIGINT");
  const ended = await running.ended;
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  const printed = JSON.parse(ended.stdout);
  expect(printed).toMatchObject({ token, metrics_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/) });
});

test("a port that is taken, and a file that holds no token, are told", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const taken = await workspace.run("dashboard", "--port", String(port));
  expect(taken).toMatchObject({ code: 125, stdout: "" });
  expect(taken.stderr).toMatch(new RegExp(`Port ${port} is in use\\.\n  Leave --port out`));
  server.close();
  writeFileSync(join(workspace.path, "short"), "x\n");
  const short = await workspace.run("dashboard", "--token-file", "short");
  expect(short).toMatchObject({ code: 2, stdout: "" });
  expect(short.stderr).toContain("short holds no token.");
});
