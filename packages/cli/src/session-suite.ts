// The facts that hold for a session on any runtime and with any agent; each `session-….test.ts` holds them for one of both.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connectEngine, makeImage, removeImage } from "@para-docker/host";
import { parseRegistry, parseStatus } from "@para-docker/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "./testing.js";

const PARA_REPORT = fileURLToPath(new URL("../../agent-sh/dist/para-report.sh", import.meta.url));

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

/** Where and with what a session runs. */
export interface Variant {
  where: "local" | "docker";
  agent: "sh" | "node";
  /** Image to make of this machine's programs, on an engine. */
  image?: "busybox" | "node";
}

/** Tests a whole session of one variant; without an engine, those that need one are skipped by name. */
export function testSession({ where, agent, image }: Variant): void {
  describe.skipIf(where === "docker" && engine === undefined)(`a session on ${where} with the ${agent} agent`, () => {
    let workspace: Workspace;
    let tag: string | undefined;

    beforeAll(async () => {
      workspace = createWorkspace();
      if (image !== undefined && engine !== undefined)
        tag = await makeImage(engine, image, `para-cli-test-${image}:${process.pid}`);
      const flags = tag === undefined ? ["--runtime", "local"] : ["--image", tag];
      const started = await workspace.run("start", "s", "--agent", agent, ...flags, "-e", "FROM_START=yes");
      expect(started, started.stderr).toMatchObject({ code: 0 });
    });
    afterAll(async () => {
      await workspace.remove();
      if (tag !== undefined && engine !== undefined) await removeImage(engine, tag);
    });

    test("each stream goes where it belongs, and the exit code is the command's", async () => {
      expect(await workspace.run("exec", "s", "--", "sh", "-c", "echo out; echo err >&2; exit 7")).toEqual({
        code: 7,
        signal: null,
        stdout: "out\n",
        stderr: "err\n",
      });
      expect(await workspace.run("exec", "s", "true")).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    });

    test("the session of the working directory need not be named", async () => {
      expect(await workspace.run("exec", "--", "echo", "here")).toMatchObject({ code: 0, stdout: "here\n" });
      expect((await workspace.run("status", "-q")).stdout).toBe("running\n");
    });

    test("words reach the program as they are; a line for the shell is one", async () => {
      const words = ["$(reboot)", "two words", "*", "'", '"', "\\", "-n", "", "new\nline", "grün", "--", ";", "`id`"];
      const ended = await workspace.run("exec", "s", "--", "printf", "[%s]", ...words);
      expect(ended.stdout).toBe(words.map((word) => `[${word}]`).join(""));
      expect(await workspace.run("exec", "--shell", "s", 'echo "$0-$#" | tr a-z A-Z; echo', "a b", "c")).toMatchObject({
        code: 0,
        stdout: "SH-2\na b c\n",
      });
    });

    test("variables, working directory and standard input reach the command", async () => {
      const line = 'echo "$A|$B|$FROM_START|$PWD"; cat';
      const ended = await workspace.spawn(["exec", "-i", "-e", "A=1 2", "-e", "B", "-w", "/", "--shell", "s", line], {
        env: { B: "here" },
        stdin: "in\nput",
      }).ended;
      expect(ended).toEqual({ code: 0, signal: null, stdout: "1 2|here|yes|/\nin\nput", stderr: "" });
    });

    test("bytes reach a pipe as they are", async () => {
      expect((await workspace.run("exec", "s", "--", "printf", "\\033[31mred\\033[0m\\r\\007")).stdout).toBe(
        "\u001b[31mred\u001b[0m\r\u0007",
      );
    });

    test("output comes as it is written, not at the end", async () => {
      const line = "echo first; until test -e gate; do sleep 0.1; done; echo second";
      const running = workspace.spawn(["exec", "--shell", "s", line]);
      await running.saw("first");
      writeFileSync(join(workspace.path, "gate"), "");
      expect(await running.ended).toMatchObject({ code: 0, stdout: "first\nsecond\n" });
    });

    test("a timeout ends with 124 and says so", async () => {
      const ended = await workspace.run("exec", "--timeout", "1", "s", "--", "sleep", "60");
      expect(ended.code).toBe(124);
      expect(ended.stderr).toMatch(/^para-docker: cmd-\S+ timed out, and was stopped with all it had started\n$/);
    });

    test("what the agent refuses ends with 126, and the reason", async () => {
      const missing = await workspace.run("exec", "s", "--", "no-such-program");
      expect(missing).toMatchObject({ code: 126, stdout: "" });
      expect(missing.stderr).toContain("spawn_failed");
      const guarded = await workspace.run("exec", "-e", "LD_PRELOAD=/x", "s", "--", "true");
      expect(guarded).toMatchObject({ code: 126, stdout: "" });
      expect(guarded.stderr).toContain("denied_by_policy");
    });

    test("a command ended by a signal ends as in a shell", async () => {
      const ended = await workspace.run("exec", "s", "--", "sh", "-c", "kill -KILL $$");
      expect(ended.code).toBe(137);
      expect(ended.stderr).toContain("SIGKILL");
    });

    test("Ctrl-C cancels the command in the container, and ends with 130", async () => {
      // A time that no other test on this machine sleeps.
      const seconds = String(100_000 + process.pid);
      const running = workspace.spawn([
        "exec",
        "s",
        "--",
        "sh",
        "-c",
        `echo going; sleep ${seconds}; echo not reached`,
      ]);
      await running.saw("going");
      running.child.kill("SIGINT");
      const ended = await running.ended;
      expect(ended).toMatchObject({ code: 130, stdout: "going\n" });
      expect(ended.stderr).toContain("cancelled");
      const left = `ps -ef 2>/dev/null | grep -c '[s]leep ${seconds}'`;
      expect(await workspace.run("exec", "--shell", "s", left)).toMatchObject({ stdout: "0\n" });
    });

    test("a detached command prints its id, which wait, logs and cancel take", async () => {
      const { stdout } = await workspace.run(
        "exec",
        "-d",
        "s",
        "--",
        "sh",
        "-c",
        "echo one; sleep 1; echo two; exit 5",
      );
      const id = stdout.trim();
      expect(id).toMatch(/^cmd-\S+$/);
      expect(await workspace.run("logs", "s", id, "-f")).toMatchObject({ code: 0, stdout: "one\ntwo\n" });
      expect(await workspace.run("logs", "s", id, "--from", "4")).toMatchObject({ code: 0, stdout: "two\n" });
      expect(await workspace.run("wait", "s", "--for", `command=${id}`)).toMatchObject({ code: 5 });
      const other = (await workspace.run("exec", "-d", "s", "--", "sleep", "98")).stdout.trim();
      expect(await workspace.run("cancel", "s", other)).toMatchObject({ code: 0, stdout: `${other} cancelled\n` });
      expect(await workspace.run("cancel", "s", other)).toMatchObject({ code: 0, stdout: `${other} cancelled\n` });
    });

    test("the same id is run once", async () => {
      const call = () =>
        workspace.run(
          "exec",
          "--id",
          "mine-1",
          "s",
          "--",
          "sh",
          "-c",
          "echo x >> once-$0; wc -l < once-$0",
          `${where}-${agent}`,
        );
      expect((await call()).stdout.trim()).toBe("1");
      expect((await call()).stdout.trim()).toBe("1");
      const other = await workspace.run("exec", "--id", "mine-1", "s", "--", "true");
      expect(other.code).toBe(125);
      expect(other.stderr).toContain("mine-1");
    });

    test("signals are answered", async () => {
      expect(await workspace.run("signal", "s", "ping")).toMatchObject({ code: 0, stdout: "" });
      const unknown = await workspace.run("signal", "s", "dance");
      expect(unknown.code).toBe(126);
      expect(unknown.stderr).toContain("unsupported_signal");
      expect(await workspace.run("signal", "s", "pause")).toMatchObject({ code: 0 });
      expect(await workspace.run("wait", "s", "--for", "status=paused", "--timeout", "5")).toMatchObject({ code: 0 });
      const waiting = workspace.spawn(["exec", "s", "--", "echo", "after"]);
      await sleep(300);
      expect(await workspace.run("signal", "s", "resume")).toMatchObject({ code: 0 });
      expect(await waiting.ended).toMatchObject({ code: 0, stdout: "after\n" });
    });

    test("a report moves what status shows, and wait waits for it", async () => {
      const waiting = workspace.spawn(["wait", "s", "--for", "attention", "--for", "phase=asking", "--timeout", "10"]);
      const told = await workspace.run("exec", "--shell", "s", reportLine(where, agent));
      expect(told, told.stderr).toMatchObject({ code: 0 });
      expect(await waiting.ended).toMatchObject({ code: 0 });
      const { stdout } = await workspace.run("status", "s");
      for (const word of ["Which way?", "asking", "75%", "3/4", "api running", "Low disk"])
        expect(stdout).toContain(word);
      expect((await workspace.run("list")).stdout).toMatch(/^! {2}s .*Which way\?/m);
    });

    test("JSON of status and list are valid documents, with the host's facts beside them", async () => {
      const status = await workspace.run("status", "s", "--json");
      expect(parseStatus(Buffer.from(status.stdout))).toMatchObject({ ok: true, value: { status: "running" } });
      expect(JSON.parse(status.stdout).host).toMatchObject({
        freshness: "fresh",
        reported: true,
        runtime: where,
        session_name: "s",
      });
      const list = await workspace.run("list", "--json");
      expect(parseRegistry(Buffer.from(list.stdout))).toMatchObject({
        ok: true,
        value: { containers: [{ session_name: "s", status: "running" }] },
      });
      expect(await workspace.spawn(["validate", "status", "-q"], { stdin: status.stdout }).ended).toMatchObject({
        code: 0,
      });
    });

    test("log records come as lines and as JSON, and hold no command line", async () => {
      const { stdout } = await workspace.run("logs", "s", "--tail", "200");
      expect(stdout).toContain("command.started");
      expect(stdout).not.toContain("not reached");
      const records = (await workspace.run("logs", "s", "--json", "-n", "3")).stdout.trim().split("\n");
      expect(records).toHaveLength(3);
      for (const record of records) expect(JSON.parse(record)).toHaveProperty("event");
    });

    test("a reader that closes the pipe ends us quietly, and the command with us", async () => {
      const shell = `"${process.execPath}" "${PROGRAM}" exec s -- sh -c 'while :; do echo line; done' | head -n 2; echo "\${PIPESTATUS[0]}"`;
      const out = execFileSync("bash", ["-c", shell], {
        cwd: workspace.path,
        encoding: "utf8",
        timeout: 20_000,
        stdio: ["ignore", "pipe", "inherit"],
      });
      expect(out).toBe("line\nline\n141\n");
      expect(await workspace.run("wait", "s", "--for", "idle", "--timeout", "15")).toMatchObject({ code: 0 });
    });

    test("waiting too long ends with 124", async () => {
      const ended = await workspace.run("wait", "s", "--for", "phase=never", "--timeout", "1");
      expect(ended.code).toBe(124);
      expect(ended.stderr).toMatch(/not as wanted in 1: phase=never/);
    });

    test("a second session of the same name is refused, and the first goes on", async () => {
      const flags = tag === undefined ? ["--runtime", "local"] : ["--image", tag];
      const second = await workspace.run("start", "s", ...flags);
      expect(second.code).toBe(125);
      expect(second.stderr.split("\n").slice(-3)[0]).toMatch(/^para-docker: .*s/);
      expect(await workspace.run("exec", "s", "--", "echo", "still")).toMatchObject({ code: 0, stdout: "still\n" });
    });

    test("finish leaves no container, and an archive of regular files", async () => {
      const running = workspace.spawn(["exec", "s", "--", "sh", "-c", "echo begun; sleep 1; echo done"]);
      await running.saw("begun");
      const finished = await workspace.run("finish", "s");
      expect(finished, finished.stderr).toMatchObject({ code: 0 });
      expect(await running.ended).toMatchObject({ code: 0, stdout: "begun\ndone\n" });
      const path = /is finished: (.+)$/m.exec(finished.stdout)?.[1] ?? "";
      const entries = execFileSync("tar", ["-tvzf", path], { encoding: "utf8" }).trim().split("\n");
      expect(entries.length).toBeGreaterThan(5);
      for (const entry of entries) expect(entry).toMatch(/^-rw------- /);
      expect(await workspace.run("list", "-q")).toMatchObject({ code: 0, stdout: "" });
      expect((await workspace.run("status", "s")).code).toBe(125);
      expect(existsSync(join(workspace.path, ".para/state/docker/s"))).toBe(false);
    });
  });
}

/** A line that reports: with para-report where it is at hand, else by the file that it would write (docs/protocol.md#reports). */
function reportLine(where: string, agent: string): string {
  const flags =
    '--phase asking --progress 3/4 --message Soon --service api=running --attention "Which way?" --warning "Low disk"';
  if (where === "local") return `sh ${PARA_REPORT} ${flags}`;
  if (agent === "sh") return `sh /para/agent/para-report.sh ${flags}`;
  const report = {
    phase: "asking",
    progress: { current: 3, total: 4, message: "Soon" },
    services: { api: "running" },
    attention: { required: true, reason: "Which way?" },
    warnings: [{ timestamp: "2026-01-01T00:00:00Z", message: "Low disk" }],
  };
  const directory = "/para/status/reports";
  return `mkdir -p ${directory}; echo '${JSON.stringify(report)}' > ${directory}/.r && mv ${directory}/.r ${directory}/r.json`;
}
