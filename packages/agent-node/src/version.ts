// The version of this package, which is not that of the wire.
import manifest from "../package.json" with { type: "json" };

export const VERSION: string = manifest.version;
