// For the tests: views of sessions as the host gives them.
import type { SessionView } from "@para-docker/host";
import type { ContainerStatus } from "@para-docker/protocol";

/** A view of a fresh session that runs. */
export function viewOf(
  name: string,
  status: Partial<ContainerStatus> = {},
  commands: { id: string; state: string; title: string }[] = [],
): SessionView {
  const timestamp = "2026-01-01T00:00:00Z";
  return {
    name,
    freshness: "fresh",
    status: { timestamp, status: "running", ...status },
    metadata: {
      session_name: name,
      runtime: "local",
      agent: "sh",
      container_id: "local-1",
      workspace: "/w",
      created_at: timestamp,
      started_at: timestamp,
    },
    commands: commands.map((command) => ({
      type: "exec",
      enqueued_at: timestamp,
      ...command,
    })) as SessionView["commands"],
    finishing: false,
    problems: [],
  };
}
