// An agent of twenty lines, for tests of what happens around agents: it reports, runs one command line, and stops on TERM.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SCRIPT = `#!/bin/sh
# An agent for tests. With "run -- COMMAND…" it runs COMMAND first, its output in the file "said".
dir=\${PARA_STATUS_DIR:-/para/status}
sequence=0
report() {
  sequence=$((sequence + 1))
  printf '{"timestamp":"2026-01-01T00:00:00Z","status":"%s","boot_id":"test","sequence":%s,"heartbeat_interval_seconds":0.2}' "$1" $sequence >"$dir/.status"
  mv "$dir/.status" "$dir/status.json"
}
trap 'report stopped; exit 0' TERM
shift 2>/dev/null
if [ $# -gt 0 ]; then
  shift
  "$@" >"$dir/said" 2>&1 </dev/null || echo "exit $?" >>"$dir/said"
fi
report running
while :; do sleep 0.1; report running; done
`;

/** Writes the agent's directory below `base`; `script` stands in for the agent's own. */
export function smallAgent(base: string, script = SCRIPT): string {
  const directory = join(base, "agent");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "para-agent.sh"), script);
  chmodSync(directory, 0o755);
  return directory;
}
