// Lists nothing of its earlier lives.
import { runAgent } from "../base/agent.mjs";

runAgent({ listsEarlier: () => false });
