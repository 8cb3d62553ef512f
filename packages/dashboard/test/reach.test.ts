// The page for everybody: no fault that axe-core finds in any view, light and dark, wide and as narrow as a phone; keys reach everything.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openSession } from "@para-docker/host";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dashboard, startDashboard } from "../src/dashboard.js";
import { createState } from "../src/testing/state.js";
import { CHROMIUM, openBrowser, openPage } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TIME = "2026-01-01T00:00:00Z";

/** What axe-core finds wrong, in a line each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

describe.skipIf(CHROMIUM === undefined)("the page in Chromium", () => {
  const state = createState();
  let browser: Browser;
  let dashboard: Dashboard;
  beforeAll(async () => {
    const notices = [{ timestamp: TIME, message: "Low disk space: 90% used", source: "probe", code: "disk" }];
    const services = { api: "running", db: "error", web: "starting", mail: "stopped" };
    state.status("calls", {
      attention: { required: true, reason: "Which database?" },
      progress: { current: 3, total: 4 },
      services,
    });
    state.status("bad", { health: "unhealthy", errors: notices, warnings: notices, services, custom: { tests: 3 } });
    state.status("good", {
      health: "healthy",
      phase: "building",
      progress: { current: 7, total: 0, message: "Round 7" },
    });
    state.status("over", { status: "stopped" });
    state.write(
      "bad",
      "metrics.json",
      JSON.stringify({ timestamp: TIME, cpu: { usage_seconds: 1, percent: 12 }, memory: { used_bytes: 1e8 } }),
    );
    state.write(
      "bad",
      "logs/agent.jsonl",
      `${["info", "warn", "error", "debug"].map((level) => JSON.stringify({ timestamp: TIME, level, event: "agent.started", message: "m" })).join("\n")}\n`,
    );
    const session = await openSession(state.root, "bad", { engine: null });
    for (const [id, end] of [
      ["c1", "failed"],
      ["c2", "succeeded"],
      ["c3", ""],
    ] as const) {
      await session.enqueue({ type: "exec", id, command: `echo ${id}` });
      state.write("bad", `logs/commands/${id}/stdout`, "out\n");
      state.write("bad", `logs/commands/${id}/stderr`, "err\n");
      const result = {
        id,
        state: end,
        exit_code: end === "failed" ? 1 : 0,
        started_at: TIME,
        finished_at: "2026-01-01T00:00:05Z",
      };
      if (end !== "") state.write("bad", `logs/commands/${id}/result.json`, JSON.stringify(result));
    }
    await session.close();
    dashboard = await startDashboard(state.root, { engine: null });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await dashboard?.close();
    state.clear();
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 375],
    ["dark", 375],
  ] as const)("has no fault that axe-core finds, and fits, in any view (%s, %i px)", async (colorScheme, width) => {
    const { page, faults } = await openPage(browser, dashboard, { colorScheme, width, height: 740 });
    const views: [hash: string, wait: string][] = [
      ["#/", ".card"],
      ["#/bad", ".u-wrap"],
      ["#/calls", ".attention"],
      ["#/bad/commands", ".output .stderr"],
      ["#/bad/logs", ".logs tbody tr"],
    ];
    for (const [hash, wait] of views) {
      await goTo(page, hash);
      await page.locator(wait).first().waitFor();
      expect(await faultsOf(page), hash).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(width);
    }
    for (const key of ["e", "F", "?"]) {
      await page.keyboard.press(key);
      await page.locator("dialog[open]", { hasText: { e: "Run", F: "Finish", "?": "Keys" }[key] ?? key }).waitFor();
      expect(await faultsOf(page), key).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test("is used with the keyboard: what has the focus is seen, and every key does what the list of keys says", async () => {
    const { page } = await openPage(browser, dashboard);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("data-card") ?? document.activeElement?.id);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Go to the sessions");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("calls");
    await page.keyboard.press("j");
    expect(await focused()).toBe("bad");
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element, "::after").outlineStyle,
    );
    expect(outline).toBe("solid");
    await page.keyboard.press("k");
    expect(await focused()).toBe("calls");
    await page.keyboard.press("/");
    expect(await focused()).toBe("filter");
    await page.keyboard.type("unhealthy");
    await expect.poll(() => page.locator("[data-card]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("session-title");
    for (const [key, hash] of [
      ["2", "#/bad/commands"],
      ["3", "#/bad/logs"],
      ["1", "#/bad"],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
    }
    await page.keyboard.press("t");
    await page.keyboard.press("t");
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.reload();
    await page.locator(".now").waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("bad");
    await page.close();
  });

  test("says what is new to who cannot see it, once, and tells a page that was left and is looked at again what it missed", async () => {
    const { page } = await openPage(browser, dashboard);
    const live = page.locator('[aria-live="polite"]');
    state.status("good", { health: "unhealthy", phase: "building" });
    const news = live.getByText("good (unhealthy): the workload is unhealthy");
    await news.waitFor();
    expect(await news.count()).toBe(1);
    // Another one in front: the page behind it lets its connection go.
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { configurable: true, value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    state.status("good", { health: "healthy", phase: "missed" });
    state.status("came");
    state.remove("over");
    await page.waitForTimeout(2_500);
    expect(await page.getByText("missed").count()).toBe(0);
    await page.evaluate(() => {
      Object.defineProperty(document, "hidden", { configurable: true, value: false });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await page.getByText("missed").waitFor();
    await page.locator('[data-card="came"]').waitFor();
    await page.locator('[data-card="over"]').waitFor({ state: "detached" });
    await page.close();
  });
});
