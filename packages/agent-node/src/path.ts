// Where the bundled agent lies, for a host that mounts it into a container.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory that holds `para-agent.cjs`, absolute. */
export const agentDirectory: string = dirname(fileURLToPath(import.meta.url));
