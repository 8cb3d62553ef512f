// Drops the oldest command where the queue is full, and says nothing.
import { runHost } from "../base/host.mjs";

await runHost({ refusesOverflow: () => false });
