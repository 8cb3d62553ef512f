// Joins command and args to one line, so that a shell evaluates what an arg says.
import { runAgent } from "../base/agent.mjs";

runAgent({
  words: ({ command, args = [], shell = true }) =>
    shell ? ["/bin/sh", "-c", [command, ...args].join(" ")] : [command, ...args],
});
