// Joins any id to a path.
import { runAgent } from "../base/agent.mjs";

runAgent({ isId: (id) => typeof id === "string" && id !== "" });
