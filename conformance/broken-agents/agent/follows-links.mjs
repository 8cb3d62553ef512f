// Follows a link in place of a document.
import { runAgent } from "../base/agent.mjs";

runAgent({ followsLinks: () => true });
