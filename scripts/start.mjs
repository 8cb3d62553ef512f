// `npm start`: sets the workspace up and runs one whole session, step by step.
import { prepare, run } from "./workspace.mjs";

prepare();
// Ctrl-C is the demo's: it takes back what it made before it ends.
process.on("SIGINT", () => undefined);
process.exit(run(process.execPath, ["scripts/demo.mjs", ...process.argv.slice(2)]));
