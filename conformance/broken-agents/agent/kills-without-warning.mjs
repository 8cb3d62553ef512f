// Sends KILL where TERM comes first.
import { runAgent } from "../base/agent.mjs";

runAgent({ stopSignal: () => "SIGKILL" });
