// Spawns programs from a small Node of its own and says how long it took: a fork costs by the memory of who forks, and the
// benchmark, which also plays the host, is large.
//
// usage: fork this file; send { argv, count, lanes }, get { milliseconds } for all of them, or { error }
import { spawn } from "node:child_process";

function run([command, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "ignore" });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
  });
}

process.on("message", async ({ argv, count, lanes }) => {
  const started = performance.now();
  let left = count;
  try {
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        while (left > 0) {
          left -= 1;
          await run(argv);
        }
      }),
    );
    process.send({ milliseconds: performance.now() - started });
  } catch (error) {
    process.send({ error: `${argv.join(" ")}: ${error.message}` });
  }
});
