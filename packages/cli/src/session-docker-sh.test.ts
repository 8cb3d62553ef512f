// A whole session on an engine with the shell agent.
import { testSession } from "./session-suite.js";

testSession({ where: "docker", agent: "sh", image: "busybox" });
