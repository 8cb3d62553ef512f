// `npm start`: sets the workspace up and runs one whole session, step by step.
import { prepare, run } from "./workspace.mjs";

prepare();
process.exit(run(process.execPath, ["scripts/demo.mjs", ...process.argv.slice(2)]));
