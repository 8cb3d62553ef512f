// A whole session on the local runtime with the Node agent.
import { testSession } from "./session-suite.js";

testSession({ where: "local", agent: "node" });
