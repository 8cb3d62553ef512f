// Every number that both sides must agree on. Generated from here: `limits.json` and the agents' tables.

/** Limits of protocol v1 (docs/protocol.md#limits). Bytes count the file as it lies on disk. */
export const LIMITS = {
  /** Largest document of each kind, in bytes. One byte more is `oversize`. */
  bytes: {
    status: 262_144,
    commands: 1_048_576,
    result: 65_536,
    metrics: 65_536,
    registry: 4_194_304,
    container: 262_144,
    "session-state": 262_144,
    "log-record": 16_384,
    report: 65_536,
    "agent-config": 65_536,
  },
  /** Deepest nesting of objects and arrays in any document; the outermost counts as 1. One more is `too_deep`. */
  depth: 32,
  /** Entries that wait or run at once; the next enqueue is refused with `queue_full`. */
  queue_entries: 256,
  /** Places beyond `queue_entries` that only signals may use, so that a full queue can still be cancelled. */
  queue_signal_reserve: 32,
  /** Bytes of `commands.json` that only signals may use. */
  queue_signal_reserve_bytes: 32_768,
  /** Ids in `processed`. */
  processed_entries: 512,
  /** Entries of `errors` and of `warnings`. */
  notices: 50,
  /** Bytes of one output stream kept on disk unless the command or the configuration says otherwise. */
  output_bytes: 16_777_216,
} as const;

/** Kinds of documents, as in the names of the schemas. */
export type DocumentKind = keyof typeof LIMITS.bytes;
