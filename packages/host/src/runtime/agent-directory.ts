// Where the files of an agent are: what a container gets to see as /para/agent.
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { HostError } from "../errors.js";

/** The agent's file in its directory. */
export const AGENT_FILES = { sh: "para-agent.sh", node: "para-agent.cjs" } as const;

/**
 * The directory with the agent's files, links resolved: `named`, else the installed agent package's.
 *
 * @throws HostError `agent_absent` where the agent is not installed or not built.
 */
export async function findAgentDirectory(agent: "sh" | "node", named?: string): Promise<string> {
  const hint = "Install @para-docker/host again, or, in its repository, run the build.";
  try {
    const directory = named ?? (await installedDirectory(agent));
    const real = await realpath(directory);
    if ((await stat(join(real, AGENT_FILES[agent]))).isFile()) return real;
    throw new Error("it is no file");
  } catch (cause) {
    throw new HostError("agent_absent", `The agent ${AGENT_FILES[agent]} is not there.`, { hint, cause });
  }
}

/** Loaded where it is needed: most calls of the host start no session. */
async function installedDirectory(agent: "sh" | "node"): Promise<string> {
  return (agent === "sh" ? await import("@para-docker/agent-sh") : await import("@para-docker/agent-node/path"))
    .agentDirectory;
}
