// The page on real sessions of both agents, on the engine where one answers: it shows them live, and does what a person asks of it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectEngine, finishSession, listSessions, makeImage, removeImage, startSession } from "@para-docker/host";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dashboard, startDashboard } from "../src/dashboard.js";
import { CHROMIUM, keepPicture, openBrowser, openPage, type Watched } from "./browser.js";

const PARA_REPORT = fileURLToPath(new URL("../../agent-sh/dist/para-report.sh", import.meta.url));

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

/** What the session's workload does: four steps, told as they come, and a service that fails. */
function workOf(agent: "sh" | "node"): string {
  if (engine !== undefined && agent === "node") {
    const report =
      '{"phase":"building","progress":{"current":\'$i\',"total":4,"message":"step \'$i\'"},"services":{"api":"running","db":"error"}}';
    return `mkdir -p /para/status/reports\nfor i in 1 2 3; do\n  echo '${report}' >/para/status/reports/.r\n  mv /para/status/reports/.r /para/status/reports/r$i.json\n  echo "did step $i"\n  until test -e gate$i; do sleep 0.1; done\ndone\n`;
  }
  const report = engine === undefined ? PARA_REPORT : "/para/agent/para-report.sh";
  return `for i in 1 2 3; do\n  sh ${report} --phase building --progress $i/4 --message "step $i" --service api=running --service db=error\n  echo "did step $i"\n  until test -e gate$i; do sleep 0.1; done\ndone\n`;
}

describe.skipIf(CHROMIUM === undefined).each(["sh", "node"] as const)(
  "a session of the %s agent in Chromium",
  (agent) => {
    const workspace = realpathSync(mkdtempSync(join(tmpdir(), "para-dashboard-session-")));
    const root = { path: join(workspace, ".para", "state"), workspace };
    let tag: string | undefined;
    let browser: Browser;
    let dashboard: Dashboard;
    let watched: Watched;

    beforeAll(async () => {
      mkdirSync(root.path, { recursive: true });
      writeFileSync(join(workspace, "work.sh"), workOf(agent));
      if (engine !== undefined) {
        const kind = agent === "node" ? "node" : "busybox";
        tag = await makeImage(engine, kind, `para-dashboard-test-${kind}:${process.pid}`);
      }
      const where = tag === undefined ? ({ runtime: "local" } as const) : { image: tag };
      for (const name of ["work", "other"]) await (await startSession(root, { name, agent, ...where })).close();
      dashboard = await startDashboard(root);
      browser = await openBrowser();
      watched = await openPage(browser, dashboard);
    });
    afterAll(async () => {
      await browser?.close();
      await dashboard?.close();
      for (const { name } of await listSessions(root))
        await finishSession(root, name, { archive: "discard", timeoutSeconds: 0 }).catch(() => undefined);
      if (tag !== undefined && engine !== undefined) await removeImage(engine, tag);
      engine?.close();
      rmSync(workspace, { recursive: true, force: true });
    });

    const keep = (name: string) => keepPicture(watched.page, `${agent}-${name}`);
    const card = (name: string) =>
      watched.page.locator(".card", { has: watched.page.locator(`[data-card="${name}"]`) });
    const dialog = () => watched.page.getByRole("dialog");

    test("is there as it runs, and is opened by the keyboard alone", async () => {
      const { page } = watched;
      await card("work").getByText("running").waitFor();
      await card("other").getByText("running").waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "work", level: 2, exact: true }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("session-title");
    });

    test("its command is run from the page; its progress moves, its failed service and its output are shown as they come", async () => {
      const { page } = watched;
      await page.keyboard.press("e");
      await dialog().getByLabel("Command").fill("sh work.sh");
      await page.keyboard.press("Enter");
      await page.getByText("did step 1").waitFor();
      const bar = card("work").getByRole("progressbar");
      await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("25");
      await card("work").getByText("db error").waitFor();
      await keep("progress");
      for (const [step, percent] of [
        [1, "50"],
        [2, "75"],
      ] as const) {
        writeFileSync(join(workspace, `gate${step}`), "");
        await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe(percent);
        await page.getByText(`did step ${step + 1}`).waitFor();
      }
      writeFileSync(join(workspace, "gate3"), "");
      await page.locator(".timeline").getByText("succeeded").waitFor();
      await page.keyboard.press("1");
      await page.locator(".now").getByText("3 of 4, 75 %").waitFor();
      await keep("overview");
    });

    test("a command is cancelled from the page, after a question, with all it has started", async () => {
      const { page } = watched;
      await page.keyboard.press("e");
      await dialog().getByLabel("Command").fill("echo begun; sleep 3600; echo not reached");
      await page.keyboard.press("Enter");
      await page.locator(".output").getByText("begun").waitFor();
      await page.keyboard.press("c");
      await dialog().getByText("with all that it has started").waitFor();
      await page.keyboard.press("Escape");
      await dialog().waitFor({ state: "detached" });
      await page.locator(".timeline").getByText("running").waitFor();
      await page.keyboard.press("c");
      await dialog().getByRole("button", { name: "Cancel the command" }).click();
      await page.locator(".timeline").getByText("cancelled").waitFor();
      expect(await page.locator(".output").textContent()).toBe("begun\n");
      await keep("commands");
    });

    test("its log is searched", async () => {
      const { page } = watched;
      await page.keyboard.press("3");
      await page.locator(".logs").getByText("command.started").first().waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("agent.started");
      await expect.poll(() => page.locator(".logs tbody tr").count()).toBe(1);
      await page
        .getByRole("status")
        .getByText(/^1 of \d+$/)
        .waitFor();
      await keep("logs");
      await page.keyboard.press("Escape");
    });

    test("what it is refused is told in words, and the page goes on", async () => {
      const { page } = watched;
      await page.keyboard.press("s");
      await dialog().getByLabel("Signal").fill("x".repeat(400));
      await page.keyboard.press("Enter");
      await dialog()
        .getByRole("alert")
        .getByText(/signal/)
        .waitFor();
      await page.keyboard.press("Escape");
    });

    test("it is finished from the page, after a question, and is gone", async () => {
      const { page, faults } = watched;
      await page.keyboard.press("Shift+F");
      await dialog().getByRole("button", { name: "Finish the session" }).click();
      await page.getByText(/work is finished: .*\.tar\.gz/).waitFor({ timeout: 60_000 });
      await card("work").waitFor({ state: "detached" });
      expect((await listSessions(root)).map(({ name }) => name)).toEqual(["other"]);
      await keep("finished");
      expect(faults).toEqual([]);
    });

    test("a dashboard that ends is told, and what is shown is said to be old", async () => {
      const { page } = watched;
      await dashboard.close();
      await page.getByRole("alert").getByText("No connection to the dashboard").waitFor();
    });
  },
);
