// Takes reports in the wrong order.
import { runAgent } from "../base/agent.mjs";

runAgent({ reportOrder: (names) => names.sort().reverse() });
