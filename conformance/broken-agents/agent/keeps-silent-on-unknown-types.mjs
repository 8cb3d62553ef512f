// Claims an entry of an unknown type and never answers.
import { runAgent } from "../base/agent.mjs";

runAgent({ unknownType: () => "ignored" });
