// Joins any name to a path.
import { runHost } from "../base/host.mjs";

await runHost({ isSession: (name) => name !== "" });
