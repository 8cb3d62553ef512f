// The program `para-docker`.
import { main } from "./main.js";

// Left open: watchers and sockets that a verb was still using. They end with the process.
process.exit(await main(process.argv.slice(2)));
