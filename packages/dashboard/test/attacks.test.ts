// Whatever a container puts into any field that is shown becomes text: no node, no script, no request, no control character.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "@para-docker/host";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dashboard, startDashboard } from "../src/dashboard.js";
import { createState } from "../src/testing/state.js";
import { ATTACKS } from "./attacks.js";
import { CHROMIUM, openBrowser, openPage, type Watched } from "./browser.js";

/** Controls, and what is invisible or turns the direction: none of them may be in the page. */
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u;

/** Those that a document can hold: JSON with half a character in it is refused as a whole. */
const IN_JSON = ATTACKS.filter((text) => !/\p{Surrogate}/u.test(text));

/** What is in the page: the tags, in their order, and the classes and links of ours. */
function skeletonOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((node) => node.closest(".toasts, .u-wrap") === null)
      .map(
        (node) =>
          `${node.tagName}.${node.getAttribute("class") ?? ""} ${node.getAttribute("href")?.slice(0, 40) ?? ""}`,
      )
      .join("\n"),
  );
}

const textOf = (page: Page) => page.evaluate(() => document.documentElement.textContent ?? "");
const owned = (page: Page) => page.evaluate(() => "__owned" in globalThis);

describe.skipIf(CHROMIUM === undefined)("attacks in Chromium", () => {
  const state = createState();
  let browser: Browser;
  let dashboard: Dashboard;
  let watched: Watched;
  beforeAll(async () => {
    state.status("s");
    dashboard = await startDashboard(state.root, { engine: null });
    browser = await openBrowser();
    watched = await openPage(browser, dashboard);
  });
  afterAll(async () => {
    await browser.close();
    await dashboard.close();
    state.clear();
  });

  /** Waits until the card, the open session's call for a person, and its progress show `mark`. */
  const shown = (mark: string) =>
    watched.page.waitForFunction(
      (text) =>
        [".card .said", ".attention", ".now .text"].every((place) =>
          document.querySelector(place)?.textContent?.includes(text),
        ),
      mark,
    );

  /** A status with `text` in every field that may hold it, cut to the field's length, and `mark` where it always fits. */
  const statusWith = (text: string, mark: string) => {
    const short = (most: number) => `x${text}`.slice(0, most);
    const notice = { timestamp: "2026-01-01T00:00:00Z", message: text, code: short(64), source: short(128) };
    return {
      status: short(64),
      health: short(64),
      phase: short(128),
      progress: { current: 1, total: 2, message: `${mark} ${text}` },
      services: { [`1${short(60)}`]: short(64), [`2${short(60)}`]: "error" },
      errors: [notice],
      warnings: [notice],
      attention: { required: true, reason: `${mark} ${text}` },
      custom: { [`k${short(60)}`]: { [`n${text}`]: text } },
      agent: { name: short(64), version: short(64), runtime: short(128) },
    };
  };

  test("are more than two hundred", () => {
    expect(new Set(IN_JSON).size).toBeGreaterThanOrEqual(200);
  });

  test("of the host's own file of a session change nothing but text", async () => {
    const { page } = watched;
    const text = IN_JSON.join(" ").slice(0, 500);
    const metadata = {
      session_name: "m",
      runtime: "docker",
      agent: "other",
      container_id: text.slice(0, 128),
      image: text,
      workspace: `${text} end-of-workspace`,
      created_at: "2026-01-01T00:00:00Z",
    };
    writeFileSync(join(state.root.path, "m.docker"), JSON.stringify(metadata));
    state.status("m");
    await page.evaluate(() => {
      location.hash = "#/m";
    });
    await page.locator(".facts").getByText("end-of-workspace").waitFor();
    const tags = await page.evaluate(() => [
      ...new Set([...document.querySelectorAll(".facts *")].map((node) => node.tagName)),
    ]);
    expect(tags.sort()).toEqual(["DD", "DIV", "DL", "DT", "H3"]);
    expect(UNSAFE.exec(await textOf(page))?.[0]).toBeUndefined();
    rmSync(join(state.root.path, "m.docker"));
    state.remove("m");
    await page.locator('[data-card="m"]').waitFor({ state: "detached" });
  });

  test("of the status, one after the other in every field, change nothing but text", async () => {
    const { page, faults } = watched;
    await page.evaluate(() => {
      location.hash = "#/s";
    });
    state.status("s", statusWith("benign", "mark-none-."));
    await shown("mark-none-.");
    await page.locator(".u-wrap").nth(2).waitFor({ state: "attached" });
    const before = await skeletonOf(page);
    for (const [i, attack] of IN_JSON.entries()) {
      state.status("s", statusWith(attack, `mark-${i}-.`));
      await shown(`mark-${i}-.`);
      const text = await textOf(page);
      expect(UNSAFE.exec(text)?.[0], `attack ${i}`).toBeUndefined();
      expect(await skeletonOf(page), `attack ${i}: ${JSON.stringify(attack)}`).toBe(before);
    }
    expect(await owned(page)).toBe(false);
    expect(faults).toEqual([]);
  }, 240_000);

  test("of commands, results, output and the log change nothing but text", async () => {
    const { page, faults } = watched;
    const session = await openSession(state.root, "s", { engine: null });
    const some = IN_JSON.filter((_, i) => i % 5 === 0);
    for (const [i, attack] of some.entries()) {
      const { id } = await session.enqueue({
        type: "exec",
        id: `c${i}`,
        command: `${attack.replaceAll("\u0000", "")} x`,
      });
      const result = {
        id,
        state: "failed",
        exit_code: 1,
        code: `${attack.slice(0, 63)}x`,
        message: `result-${i}- ${attack}`,
        started_at: "2026-01-01T00:00:00Z",
        finished_at: "2026-01-01T00:00:01Z",
      };
      state.write("s", `logs/commands/${id}/stdout`, `begin-out\n${ATTACKS.join("\n")}\nend-out\n`);
      state.write("s", `logs/commands/${id}/stderr`, `begin-err\n${ATTACKS.join("")}\nend-err\n`);
      state.write("s", `logs/commands/${id}/result.json`, JSON.stringify(result));
    }
    const record = (message: string, i: number) =>
      JSON.stringify({
        timestamp: "2026-01-01T00:00:00Z",
        level: "info",
        event: `${message.slice(0, 60)}x`,
        code: `${message.slice(0, 60)}x`,
        message: `log-${i}- ${message}`,
      });
    state.write("s", "logs/agent.jsonl", `${IN_JSON.map(record).join("\n")}\n`);
    state.status("s", { results: some.map((_, i) => ({ id: `c${i}`, state: "failed", exit_code: 1 })) });

    await page.evaluate(() => {
      location.hash = "#/s/commands";
    });
    await page.getByText("end-out").waitFor();
    await page.getByText("end-err").waitFor();
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll(".timeline tbody tr").length === count && document.querySelector(".text.bad"),
      some.length,
    );
    const inOutput = () =>
      page.evaluate(() => new Set([...document.querySelectorAll(".output *")].map((node) => node.tagName)).size);
    expect(await inOutput()).toBe(1);
    const tags = await page.evaluate(() =>
      [...new Set([...document.querySelectorAll(".commands *")].map((node) => node.tagName))].sort(),
    );
    expect(tags).toEqual(
      [
        "BUTTON",
        "CAPTION",
        "CODE",
        "H3",
        "HEADER",
        "I",
        "P",
        "PRE",
        "SECTION",
        "SPAN",
        "TABLE",
        "TBODY",
        "TD",
        "TH",
        "THEAD",
        "TR",
      ].filter((tag) => tags.includes(tag)),
    );
    expect(UNSAFE.exec(await textOf(page))?.[0]).toBeUndefined();

    await page.evaluate(() => {
      location.hash = "#/s/logs";
    });
    await page
      .getByText(`log-${IN_JSON.length - 1}-`)
      .first()
      .waitFor();
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll(".logs tbody tr")].map((row) =>
        [...row.querySelectorAll("*")].map((node) => node.tagName).join(),
      ),
    );
    expect(rows).toHaveLength(IN_JSON.length);
    expect(new Set(rows)).toEqual(new Set(["TD,TIME,TD,TD,TD"]));
    expect(UNSAFE.exec(await textOf(page))?.[0]).toBeUndefined();
    expect(await owned(page)).toBe(false);
    expect(faults).toEqual([]);
    await session.close();
  });

  test("markup that came into the page all the same would run nothing: the policy forbids it", async () => {
    const { page } = watched;
    const ways = await page.evaluate(() => {
      const run = "globalThis.__owned = 1";
      const place = document.body.appendChild(document.createElement("div"));
      const attempts = {
        html: () => {
          place.innerHTML = `<img src=x onerror="${run}">`;
        },
        attribute: () => place.setAttribute("onclick", run),
        script: () => {
          const script = document.createElement("script");
          script.append(run);
          place.append(script);
        },
        frame: () => {
          const frame = document.createElement("iframe");
          frame.src = "javascript:parent.__owned=1";
          place.append(frame);
        },
      };
      return Object.entries(attempts).map(([way, attempt]) => {
        try {
          attempt();
          return `${way} was taken`;
        } catch (error) {
          return `${way}: ${(error as Error).name}`;
        }
      });
    });
    await page.waitForTimeout(300);
    expect(await owned(page)).toBe(false);
    expect(ways.slice(0, 2)).toEqual(["html: TypeError", "attribute: TypeError"]);
  });
});
