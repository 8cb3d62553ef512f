// Says `idle` in every heartbeat, whatever was reported before, as the seed's sample does.
import { runAgent } from "../base/agent.mjs";

let last;

function heartbeat(status) {
  const repeated = status.phase !== undefined && status.phase === last;
  last = status.phase;
  return repeated ? { ...status, phase: "idle", progress: { current: 0, total: 0 } } : status;
}

runAgent({ heartbeat });
