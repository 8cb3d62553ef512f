// The built page and its files, read once and packed once.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Refused } from "./answer.js";

/** A file of the page. */
export interface PageFile {
  type: string;
  bytes: Buffer;
  /** The same, packed by gzip. */
  packed: Buffer;
}

const TYPES: { [ending: string]: string } = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Where the build puts the page, seen from the sources and from the built package alike. */
const DIRECTORY = fileURLToPath(new URL("../dist/page/", import.meta.url));
/** What stands in the page for the key of its actions. */
const KEY_MARK = "__ACTION_KEY__";

/** The page's files by their paths. `actionKey` is written into the page itself. @throws Error where the page is not built. */
export function loadPage(actionKey: string): { page: PageFile; files: Map<string, PageFile> } {
  let html: string;
  try {
    html = readFileSync(join(DIRECTORY, "index.html"), "utf8");
  } catch (cause) {
    throw new Refused(
      500,
      "not_built",
      "The dashboard's page is not built.",
      `pnpm build (${(cause as Error).message})`,
    );
  }
  const assets = join(DIRECTORY, "assets");
  const files = new Map(
    readdirSync(assets).map((name) => [
      `assets/${name}`,
      packedFile(readFileSync(join(assets, name)), TYPES[extname(name)] ?? "application/octet-stream"),
    ]),
  );
  return { page: packedFile(Buffer.from(html.replace(KEY_MARK, actionKey)), "text/html; charset=utf-8"), files };
}

function packedFile(bytes: Buffer, type: string): PageFile {
  return { type, bytes, packed: gzipSync(bytes, { level: 9 }) };
}

/** What turns the link into a cookie: a page that goes on to the page, so that the cookie is sent wherever the link was clicked. */
export const ENTRY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>para-docker</title><meta http-equiv="refresh" content="0;url=./"><p><a href="./">Go on</a>`;
