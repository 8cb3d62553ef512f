// A whole session on an engine with the Node agent.
import { testSession } from "./session-suite.js";

testSession({ where: "docker", agent: "node", image: "node" });
