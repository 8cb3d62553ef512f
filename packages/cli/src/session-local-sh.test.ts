// A whole session on the local runtime with the shell agent.
import { testSession } from "./session-suite.js";

testSession({ where: "local", agent: "sh" });
