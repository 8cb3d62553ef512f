// Whatever happens beneath it, the page says so and goes on: sessions that vanish, a full disk, an engine that stops, another dashboard.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectEngine, finishSession, makeImage, removeImage, startSession } from "@para-docker/host";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineSwitch } from "../../host/test/engine-switch.js";
import { startDashboard } from "../src/dashboard.js";
import { createState } from "../src/testing/state.js";
import { CHROMIUM, openBrowser, openPage } from "./browser.js";

const engine = await connectEngine({}).catch((error: unknown) => {
  if (process.env.PARA_REQUIRE_ENGINE === "1") throw error;
  return undefined;
});

const card = (page: Page, name: string) => page.locator(".card", { has: page.locator(`[data-card="${name}"]`) });
const trouble = (page: Page, text: string) => page.getByRole("alert").getByText(text);

async function runLine(page: Page, line: string): Promise<void> {
  await page.keyboard.press("e");
  await page.getByRole("dialog").getByLabel("Command").fill(line);
  await page.keyboard.press("Enter");
}

describe.skipIf(CHROMIUM === undefined)("the page goes on", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test("when the session that is open vanishes, and when all do with the state root", async () => {
    const state = createState();
    for (const name of ["alpha", "beta"]) state.status(name);
    const dashboard = await startDashboard(state.root, { engine: null });
    const { page, faults } = await openPage(browser, dashboard);
    await page.evaluate(() => {
      location.hash = "#/alpha";
    });
    await page.getByRole("heading", { name: "alpha", level: 2 }).waitFor();
    state.remove("alpha");
    await card(page, "alpha").waitFor({ state: "detached" });
    await page.locator(".session").getByText('There is no session "alpha"').waitFor();
    state.status("beta", { phase: "goes on" });
    await card(page, "beta").getByText("goes on").waitFor();
    renameSync(join(state.root.path, ".."), join(state.root.workspace, "gone"));
    await trouble(page, "There is no state root").waitFor();
    await card(page, "beta").waitFor({ state: "detached" });
    mkdirSync(join(state.root.path, "docker"), { recursive: true });
    state.status("gamma");
    await card(page, "gamma").waitFor();
    await trouble(page, "There is no state root").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await page.close();
    await dashboard.close();
    state.clear();
  });

  test("beside another dashboard on the same sessions: what is done in one shows in both", async () => {
    const state = createState();
    state.status("alpha");
    const dashboards = [
      await startDashboard(state.root, { engine: null }),
      await startDashboard(state.root, { engine: null }),
    ];
    const pages: Page[] = [];
    for (const dashboard of dashboards) pages.push((await openPage(browser, dashboard)).page);
    const [one, two] = pages as [Page, Page];
    for (const page of pages) {
      await page.evaluate(() => {
        location.hash = "#/alpha/commands";
      });
      await page.getByRole("heading", { name: "alpha", level: 2 }).waitFor();
    }
    await runLine(one, "echo from one");
    await two.locator(".timeline").getByText("echo from one").waitFor();
    await runLine(two, "echo from two");
    await one.locator(".timeline").getByText("echo from two").waitFor();
    for (const page of pages) await page.close();
    for (const dashboard of dashboards) await dashboard.close();
    state.clear();
  });

  const mountable = process.getuid?.() === 0 && spawnSync("mount", ["-V"]).status === 0;
  test.skipIf(!mountable)(
    "on a full disk: it says what could not be done, shows what it has, and does it once there is room",
    async () => {
      const state = createState();
      const disk = state.root.path;
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs", disk]);
      try {
        state.status("alpha", { phase: "building" });
        const dashboard = await startDashboard(state.root, { engine: null });
        const { page, faults } = await openPage(browser, dashboard);
        await page.evaluate(() => {
          location.hash = "#/alpha";
        });
        await page.getByRole("heading", { name: "alpha", level: 2 }).waitFor();
        spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "filler")}`, "bs=4k"], { stdio: "ignore" });
        await runLine(page, "echo later");
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("alert").getByText("ENOSPC").waitFor();
        await card(page, "alpha").getByText("building").waitFor();
        rmSync(join(disk, "filler"));
        await page.keyboard.press("Enter");
        await dialog.waitFor({ state: "detached" });
        await page.locator(".timeline").getByText("echo later").waitFor();
        expect(faults).toEqual([]);
        await page.close();
        await dashboard.close();
      } finally {
        spawnSync("umount", ["-l", disk]);
        state.clear();
      }
    },
  );

  test.skipIf(engine === undefined)(
    "when the engine stops: it says so, believes the files meanwhile, and asks again once it answers",
    async () => {
      if (engine === undefined) return;
      const state = createState();
      const way = engineSwitch(join(state.root.workspace, "engine.sock"));
      const image = await makeImage(engine, "busybox", `para-dashboard-faults:p${process.pid}`);
      const before = process.env.DOCKER_HOST;
      try {
        const session = await startSession(state.root, { name: "work", image, engine });
        await session.close();
        process.env.DOCKER_HOST = way.host;
        const dashboard = await startDashboard(state.root);
        const { page, faults } = await openPage(browser, dashboard);
        await trouble(page, "No engine answers").waitFor();
        await card(page, "work").getByText("running").waitFor();
        await way.on();
        await trouble(page, "No engine answers").waitFor({ state: "detached" });
        await way.off();
        await trouble(page, "No engine answers").waitFor();
        await card(page, "work").getByText("running").waitFor();
        execFileSync("docker", ["kill", session.metadata?.container_id ?? ""], {
          env: { ...process.env, DOCKER_HOST: before },
          stdio: "ignore",
        });
        await way.on();
        await card(page, "work").getByText("exited 137").waitFor();
        expect(faults).toEqual([]);
        await page.close();
        await dashboard.close();
      } finally {
        await way.off();
        if (before === undefined) delete process.env.DOCKER_HOST;
        else process.env.DOCKER_HOST = before;
        await finishSession(state.root, "work", { archive: "discard", timeoutSeconds: 0, engine });
        await removeImage(engine, image);
        engine.close();
        state.clear();
      }
    },
  );
});
