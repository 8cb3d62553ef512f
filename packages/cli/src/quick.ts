// The program `para-docker` for the call that is to be quick, exec: one CommonJS file with all they need, since
// Node's loader of ES modules takes longer to start than they take to run. The entry point hands it no other call.
import { main } from "./main.js";

void main(process.argv.slice(2)).then((code) => process.exit(code));
