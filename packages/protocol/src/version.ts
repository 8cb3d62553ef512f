// The version of the wire, which is not the version of any package.

/** The `protocol_version` that this code writes (docs/protocol.md#versions). */
export const PROTOCOL_VERSION = "1.0";

/** The major versions that this code reads. */
export const SUPPORTED_MAJOR = 1;
