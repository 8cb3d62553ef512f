// Takes a claim that is there already for its own, and runs ended commands again after a restart, as the seed's sample does.
import { mkdirSync } from "node:fs";
import { runAgent } from "../base/agent.mjs";

function claim(directory) {
  mkdirSync(directory, { recursive: true });
  return true;
}

runAgent({ claim, listsEarlier: () => false });
