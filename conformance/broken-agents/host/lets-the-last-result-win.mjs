// Takes a later result for an earlier one.
import { runHost } from "../base/host.mjs";

await runHost({ firstWins: () => false });
