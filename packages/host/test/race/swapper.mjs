// Swaps what lies under one name as fast as it can, until it is killed or its parent is gone. Runs beside the test, or in a container with Node.
//
// usage: node swapper.mjs DIRECTORY NAME KIND
//
// DIRECTORY holds NAME, the honest thing, and NAME.other, what takes its place: a link, a file or a FIFO. KIND `exchange` swaps the two
// back and forth; `vanish` takes the honest thing away and puts it back.
import { lstatSync, renameSync, writeFileSync } from "node:fs";

const [, , directory, name, kind] = process.argv;
process.chdir(directory);
const [other, honest] = [`${name}.other`, `${name}.honest`];
let strays = 0;
const parent = process.ppid;

function there(path) {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

/** The test removed or made something in between: whatever there is goes back to its place, and a second honest thing aside. */
function recover() {
  try {
    if (!there(other) && there(name) && !lstatSync(name).isDirectory()) renameSync(name, other);
    if (!there(honest)) return;
    if (there(name)) renameSync(honest, `${name}.stray${strays++}`);
    else renameSync(honest, name);
  } catch {}
}

writeFileSync(`${name}.swapping`, "");
for (let turn = 0; ; turn += 1) {
  if (turn % 1000 === 0 && process.ppid !== parent) process.exit();
  try {
    renameSync(name, honest);
    if (kind === "exchange") {
      renameSync(other, name);
      renameSync(name, other);
    }
    renameSync(honest, name);
  } catch {
    recover();
  }
}
