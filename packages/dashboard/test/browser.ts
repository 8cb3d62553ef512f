// For the tests: a real Chromium without a window, and a page that has followed the link.
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Dashboard } from "../src/dashboard.js";

/** Where Chromium is; nothing where this machine has none. */
export const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));

const ARGUMENTS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const REPORTS = fileURLToPath(new URL("../../../reports/", import.meta.url));

/** Starts the browser. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? "", args: ARGUMENTS.split(" ") });
}

/** A page, and what it did that it should not have. */
export interface Watched {
  page: Page;
  /** Errors of scripts and of the console, dialogs, requests to elsewhere. */
  faults: string[];
}

/** How the page is looked at. */
export interface Looks {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
}

/** Follows the dashboard's link. */
export async function openPage(browser: Browser, dashboard: Dashboard, looks: Looks = {}): Promise<Watched> {
  const { width = 1280, height = 800, colorScheme = "light" } = looks;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const { origin } = new URL(dashboard.url);
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser itself says so of each refusal of the server, which the page tells in its own words.
    const refusal = message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !refusal) faults.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:"))
      faults.push(`request: ${request.url()}`);
  });
  await page.goto(dashboard.url);
  await page.waitForSelector("[data-card]");
  return { page, faults };
}

/** Keeps what the page shows in `reports/`, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const path = `${REPORTS}dashboard/${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}
