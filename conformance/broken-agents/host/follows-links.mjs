// Follows links on the way to what it reads.
import { runHost } from "../base/host.mjs";

await runHost({ followsLinks: () => true });
