// Holds freshness to docs/protocol.md#freshness.
import type { ContainerStatus } from "@para-docker/protocol";
import { describe, expect, test } from "vitest";
import { freshnessClock } from "./freshness.js";

function status(fields: Partial<ContainerStatus>): ContainerStatus {
  return { timestamp: "1970-01-01T00:00:00Z", status: "running", heartbeat_interval_seconds: 1, ...fields };
}

function clockAt() {
  const time = { ms: 0 };
  return { time, clock: freshnessClock(() => time.ms) };
}

describe("freshness", () => {
  test("is fresh until three intervals have passed without a change, then stale, after ten lost", () => {
    const { time, clock } = clockAt();
    clock.observe(status({ boot_id: "a", sequence: 1 }), "v", 0);
    const at = (ms: number) => {
      time.ms = ms;
      return clock.freshness("running");
    };
    expect([at(0), at(2999), at(3000), at(9999), at(10_000)]).toEqual(["fresh", "fresh", "stale", "stale", "lost"]);
  });

  test("comes back with a new sequence, and not with the same one read again", () => {
    const { time, clock } = clockAt();
    clock.observe(status({ boot_id: "a", sequence: 1 }), "v1", 0);
    time.ms = 4000;
    clock.observe(status({ boot_id: "a", sequence: 1 }), "v2", 0);
    expect(clock.freshness("running")).toBe("stale");
    clock.observe(status({ boot_id: "a", sequence: 2 }), "v3", 0);
    expect(clock.freshness("running")).toBe("fresh");
  });

  test("goes by the content where an agent counts nothing", () => {
    const { time, clock } = clockAt();
    clock.observe(status({}), "v1", 0);
    time.ms = 4000;
    clock.observe(status({}), "v2", 0);
    expect(clock.freshness("running")).toBe("fresh");
  });

  test("begins with the age of the file, so that a status long dead is not fresh to a host that has just begun", () => {
    const { clock } = clockAt();
    clock.observe(status({ boot_id: "a", sequence: 9 }), "v", 60_000);
    expect(clock.freshness("running")).toBe("lost");
  });

  test("ignores a lower sequence within one boot, and takes any sequence of a new boot", () => {
    const { clock } = clockAt();
    expect(clock.observe(status({ boot_id: "a", sequence: 5 }), "v1", 0)).toBe(true);
    expect(clock.observe(status({ boot_id: "a", sequence: 4 }), "v2", 0)).toBe(false);
    expect(clock.observe(status({ boot_id: "b", sequence: 1 }), "v3", 0)).toBe(true);
  });

  test("takes five seconds for the interval where the status says none", () => {
    const { time, clock } = clockAt();
    clock.observe({ timestamp: "2024-01-20T10:30:00Z", status: "running" }, "v", 0);
    time.ms = 14_999;
    expect(clock.freshness("running")).toBe("fresh");
    time.ms = 15_000;
    expect(clock.freshness("running")).toBe("stale");
  });

  test("believes the engine before the status, and a last status of stopped before the clock", () => {
    const { clock } = clockAt();
    clock.observe(status({ boot_id: "a", sequence: 1 }), "v", 0);
    expect(clock.freshness("exited")).toBe("exited");
    expect(clock.freshness("missing")).toBe("exited");
    expect(clock.freshness("paused")).toBe("paused");
    clock.observe(status({ boot_id: "a", sequence: 2, status: "stopped" }), "v", 0);
    expect(clock.freshness("running")).toBe("exited");
  });

  test("is lost where no status was ever seen and the container runs", () => {
    expect(clockAt().clock.freshness("running")).toBe("lost");
  });
});
