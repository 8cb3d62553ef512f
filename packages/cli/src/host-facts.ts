// What the host knows of a session beside what the session says of itself, for programs: the key `host` in JSON output.
import type { SessionView } from "@para-docker/host";

/**
 * Facts of the host, in the words of the wire. Documents of the protocol allow fields that they do not know, so that a document
 * with these under `host` is still valid.
 */
export function hostFacts(view: SessionView): object {
  const { metadata } = view;
  return {
    session_name: view.name,
    freshness: view.freshness,
    reported: view.status !== undefined,
    ...(view.engineState === undefined ? {} : { engine_status: view.engineState }),
    ...(view.exit === undefined ? {} : { exit: view.exit }),
    ...(view.probed === undefined ? {} : { health_endpoint: view.probed }),
    ...(metadata === undefined
      ? {}
      : {
          runtime: metadata.runtime,
          agent: metadata.agent,
          container_id: metadata.container_id,
          created_at: metadata.created_at,
          workspace: metadata.workspace,
          ...(metadata.image === undefined ? {} : { image: metadata.image }),
          ...(metadata.ports === undefined ? {} : { ports: metadata.ports }),
        }),
    ...(view.metrics === undefined ? {} : { metrics: view.metrics }),
    commands: view.commands,
    problems: view.problems,
  };
}
