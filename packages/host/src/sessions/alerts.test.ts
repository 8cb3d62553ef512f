// Each condition is told once when it comes and once when it goes, to every target, whatever the others do.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { alertDelivery } from "./alert-delivery.js";
import { type Alert, type AlertSource, alertTracker } from "./alerts.js";

const seen = (
  change: Partial<AlertSource> = {},
  status: Partial<NonNullable<AlertSource["status"]>> = {},
): AlertSource => ({
  name: "demo",
  freshness: "fresh",
  status: { status: "running", ...status },
  ...change,
});
const words = (alerts: Alert[]) => alerts.map(({ state, kind, message }) => `${state} ${kind}: ${message}`);
const notice = (message: string, timestamp = "2026-01-01T00:00:00Z") => ({ timestamp, message });

describe("a tracker", () => {
  test("tells a condition once, and once that it went", () => {
    const tracker = alertTracker();
    expect(tracker.observe(seen())).toEqual([]);
    const unhealthy = seen({}, { health: "unhealthy", attention: { required: true, reason: "which branch?" } });
    expect(words(tracker.observe(unhealthy))).toEqual([
      "raised unhealthy: the workload is unhealthy",
      "raised attention: which branch?",
    ]);
    expect(tracker.observe(unhealthy)).toEqual([]);
    expect(words(tracker.observe(seen({}, { health: "healthy" })))).toEqual([
      "recovered unhealthy: the workload is unhealthy",
      "recovered attention: which branch?",
    ]);
    expect(tracker.observe(seen())).toEqual([]);
  });

  test("takes a notice with another time for the same, one with another text for a new one", () => {
    const tracker = alertTracker();
    expect(words(tracker.observe(seen({}, { errors: [notice("disk full")] })))).toEqual(["raised error: disk full"]);
    expect(tracker.observe(seen({}, { errors: [notice("disk full", "2026-01-01T00:00:09Z")] }))).toEqual([]);
    expect(words(tracker.observe(seen({}, { errors: [notice("disk fuller")], warnings: [notice("slow")] })))).toEqual([
      "raised error: disk fuller",
      "raised warning: slow",
      "recovered error: disk full",
    ]);
  });

  test("keeps quiet about a condition that flaps, until a while has passed", () => {
    let clock = 0;
    const tracker = alertTracker({ now: () => clock });
    const bad = seen({}, { health: "unhealthy" });
    const told: Alert[] = [];
    for (; clock < 59_000; clock += 1_000) told.push(...tracker.observe(clock % 2_000 === 0 ? bad : seen()));
    expect(words(told)).toEqual([
      "raised unhealthy: the workload is unhealthy",
      "recovered unhealthy: the workload is unhealthy",
    ]);
    tracker.observe(seen());
    clock = 61_000;
    expect(words(tracker.observe(bad))).toEqual(["raised unhealthy: the workload is unhealthy"]);
  });

  test("tells of one that came back soon and stayed, once the quiet is over", () => {
    let clock = 0;
    const tracker = alertTracker({ now: () => clock });
    const bad = seen({}, { health: "unhealthy" });
    const told = [bad, seen(), bad, bad, bad].flatMap((each) => {
      const alerts = tracker.observe(each);
      clock += 25_000;
      return alerts;
    });
    expect(told.map(({ state }) => state)).toEqual(["raised", "recovered", "raised"]);
    expect(tracker.observe(seen()).map(({ state }) => state)).toEqual(["recovered"]);
  });

  test("tells of a session that is lost, and of one that ended without a last word, not of one that stopped", () => {
    const tracker = alertTracker();
    expect(words(tracker.observe(seen({ freshness: "lost" })))).toEqual([
      "raised lost: no word from the agent for ten heartbeats",
    ]);
    expect(words(tracker.observe(seen({ freshness: "exited" })))).toEqual([
      "raised exited: the container ended without a last word",
      "recovered lost: no word from the agent for ten heartbeats",
    ]);
    expect(alertTracker().observe(seen({ freshness: "exited" }, { status: "stopped", health: "unhealthy" }))).toEqual(
      [],
    );
  });

  test("tells of the kinds asked for alone, and forgets sessions that are gone", () => {
    const tracker = alertTracker({ kinds: ["lost"] });
    expect(tracker.observe(seen({}, { health: "unhealthy" }))).toEqual([]);
    expect(tracker.observe(seen({ freshness: "lost" }))).toHaveLength(1);
    tracker.forget("demo");
    expect(tracker.observe(seen())).toEqual([]);
  });

  test("makes what a container says safe", () => {
    const tracker = alertTracker();
    const [alert] = tracker.observe(seen({}, { errors: [notice("\u001b]52;c;eA==\u0007red\nline")] }));
    expect(alert?.message).toBe("red line");
  });
});

describe("a delivery", () => {
  const alert: Alert = {
    session: "demo",
    kind: "error",
    state: "raised",
    message: "a $(reboot) 'b'",
    since: "2026-01-01T00:00:00Z",
  };

  test("gives the program the alert as JSON and in its environment, never as a part of a command line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "para-test-alerts-"));
    const file = join(folder, "got");
    const delivery = alertDelivery({
      command: [
        "sh",
        "-c",
        'cat >>"$0"; printf "%s|%s|%s\\n" "$PARA_ALERT_SESSION" "$PARA_ALERT_KIND" "$PARA_ALERT_MESSAGE" >>"$0"',
        file,
      ],
    });
    delivery.deliver(alert);
    delivery.deliver({ ...alert, session: "other" });
    await delivery.settled();
    const [first, second, third] = readFileSync(file, "utf8").split("\n");
    expect(JSON.parse(first ?? "")).toEqual(alert);
    expect(second).toBe("demo|error|a $(reboot) 'b'");
    expect(JSON.parse(third ?? "")).toMatchObject({ session: "other" });
    rmSync(folder, { recursive: true });
  });

  test("posts to the address, again where it fails, and says what did not arrive", async () => {
    const got: string[] = [];
    const answers = [503, 200, 404, 302];
    const server = createServer((request, response) => {
      let body = "";
      request
        .on("data", (chunk) => (body += chunk))
        .on("end", () => {
          got.push(`${request.method} ${JSON.parse(body).session}`);
          response.writeHead(answers.shift() ?? 200, { location: "/elsewhere" }).end();
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const failures: string[] = [];
    const delivery = alertDelivery({
      webhook: `http://127.0.0.1:${port}/alerts`,
      command: ["/nowhere/at/all"],
      onFailure: (failed, reason) => failures.push(`${failed.session}: ${reason}`),
    });
    for (const session of ["a", "b"]) delivery.deliver({ ...alert, session });
    await delivery.settled();
    server.close();
    server.closeAllConnections();
    expect(got).toEqual(["POST a", "POST a", "POST b"]);
    expect(failures.filter((line) => line.includes("404"))).toEqual(["b: it answered 404"]);
    expect(failures.filter((line) => line.includes("ENOENT"))).toHaveLength(2);
  });

  test("drops the oldest past a hundred, and says so", async () => {
    const failures: string[] = [];
    const delivery = alertDelivery({ command: ["true"], onFailure: (failed) => failures.push(failed.session) });
    for (let index = 0; index < 105; index += 1) delivery.deliver({ ...alert, session: String(index) });
    await delivery.settled();
    expect(failures).toEqual(["1", "2", "3", "4"]);
  });

  test("refuses an address that is none", () => {
    for (const webhook of ["file:///etc/passwd", "nonsense", ""])
      expect(() => alertDelivery({ webhook })).toThrow(expect.objectContaining({ code: "usage" }));
  });
});
