// Runs a program through a shell though `shell` is false.
import { runAgent } from "../base/agent.mjs";

runAgent({
  words: ({ command, args = [] }) => ["/bin/sh", "-c", args.length === 0 ? command : `${command} "$@"`, "sh", ...args],
});
