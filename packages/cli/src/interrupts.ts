// Ctrl-C and its kin: whoever does something that must not be left half-done says here what to do instead of dying.

/** The signals by which people and shells ask us to end. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Where interrupts go. Without a handler the process ends by the signal, as any program does. */
export interface Interrupts {
  /** Calls `handler` with how many interrupts it has seen, from 1, until the returned function is called. */
  handle(handler: (count: number) => void): () => void;
}

/** Interrupts of this process. The latest handler gets them. */
export function createInterrupts(): Interrupts {
  return {
    handle(handler) {
      let count = 0;
      const listener = () => {
        count += 1;
        handler(count);
      };
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
  };
}
