// The plain host with nothing broken.
import { runHost } from "./base/host.mjs";

await runHost();
