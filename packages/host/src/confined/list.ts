// Lists a directory piece by piece, within a budget: a container may have put a million names there.
import { opendirSync } from "node:fs";
import { at, type Directory } from "./directory.js";
import { type Found, faultOf } from "./found.js";

/** How much of a directory is looked at. */
export interface ListBudget {
  /** Names. Default 10,000. */
  entries?: number;
  /** Milliseconds. Default 200. */
  ms?: number;
}

/** Names in a directory, in no order, `.` and `..` left out. Names that are not UTF-8 are in `odd`, as they are. */
export interface Listing {
  names: string[];
  odd: Buffer[];
  /** False where the budget ended before the directory did. */
  complete: boolean;
}

/** Entries fetched from the kernel at once. */
const BATCH = 256;

/** Lists `directory` within `budget`. */
export function list(directory: Directory, budget: ListBudget = {}): Found<Listing> {
  const most = budget.entries ?? 10_000;
  const until = performance.now() + (budget.ms ?? 200);
  try {
    // The descriptor's own path ends in no name, so nothing that the container chooses is resolved here.
    const stream = opendirSync(at(directory).toString(), { encoding: "buffer" as BufferEncoding, bufferSize: BATCH });
    const listing: Listing = { names: [], odd: [], complete: true };
    try {
      for (let count = 0; ; count += 1) {
        const entry = stream.readSync();
        if (entry === null) break;
        if (count >= most || (count % BATCH === 0 && performance.now() > until)) {
          listing.complete = false;
          break;
        }
        add(listing, entry.name as unknown as Buffer);
      }
    } finally {
      stream.closeSync();
    }
    return { ok: true, value: listing };
  } catch (error) {
    return faultOf(error, directory.path);
  }
}

function add(listing: Listing, bytes: Buffer): void {
  const name = bytes.toString("utf8");
  if (Buffer.from(name).equals(bytes)) listing.names.push(name);
  else listing.odd.push(bytes);
}
