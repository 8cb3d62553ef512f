// Reads and writes its ledger beside other processes of its own.
import { runHost } from "../base/host.mjs";

await runHost({
  locked: (_, action) => action(),
  // The pause stands for whatever a machine does between reading and writing.
  fits(bytes, limit) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    return bytes <= limit;
  },
});
