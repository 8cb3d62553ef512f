// `npm test`: sets the workspace up and runs every check and every test of every package.
import { pnpm, prepare } from "./workspace.mjs";

prepare();
process.exit(pnpm(["run", "--silent", "check", ...process.argv.slice(2)]));
