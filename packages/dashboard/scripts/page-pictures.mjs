// Pictures of the dashboard's page in Chromium: at a desk and on a phone, light and dark.
import { statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
/** Bytes of the largest picture that a repository should carry. */
const MOST_BYTES = 150_000;

const DESK = { width: 1120, height: 690 };
const PHONE = { width: 390, height: 780 };

/** The pictures: where on the page, how large, and what must be there before it is taken. */
const PICTURES = [
  { name: "sessions", hash: "", wait: ".card", size: DESK },
  { name: "session", hash: "checkout", wait: ".u-wrap", size: DESK },
  { name: "commands", hash: "checkout/commands", wait: ".output span", size: DESK },
  { name: "phone", hash: "", wait: ".card", size: PHONE },
  { name: "phone-session", hash: "checkout", wait: ".u-wrap", size: PHONE },
];

/** Takes them all of the dashboard at `url`, as `DIRECTORY/dashboard-NAME-light.png` and `-dark.png`. */
export async function takePagePictures(url, directory) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS.split(" ") });
  try {
    for (const { name, hash, wait, size } of PICTURES) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await browser.newPage({ viewport: size, colorScheme });
        await page.goto(url);
        await page.waitForSelector("[data-card]");
        await page.evaluate((to) => {
          location.hash = to;
        }, `#/${hash}`);
        await page.waitForSelector(wait);
        await page.waitForTimeout(1_500);
        const path = join(directory, `dashboard-${name}-${colorScheme}.png`);
        await page.screenshot({ path });
        const { size: bytes } = statSync(path);
        if (bytes > MOST_BYTES) throw new Error(`${path} has ${bytes} bytes, more than ${MOST_BYTES}`);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}
