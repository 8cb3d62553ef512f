// A program that derives the registry, finishes a session with an archive and cleans up, between two marks that a tracer can see.
//
// usage: STATE_ROOT_AS_JSON SESSION
import { BEGIN, END } from "./marks.js";

/** Its source, for `program`. */
export const WHOLE_END = `
  import { existsSync } from "node:fs";
  import { finishSession } from "./finish/finish.js";
  import { cleanStateRoot } from "./finish/clean.js";
  import { refreshRegistry } from "./registry/registry.js";
  import { openStateRoot } from "./state-root.js";
  const [, , stateRootText, name] = process.argv;
  const stateRoot = JSON.parse(stateRootText);
  existsSync("${BEGIN}");
  await refreshRegistry(openStateRoot(stateRoot), undefined);
  await finishSession(stateRoot, name, { archive: "tar" }).catch((error) => {
    // A killed one before it may have been through with it.
    if (error.code !== "no_session") throw error;
  });
  await cleanStateRoot(stateRoot, { remove: true });
  existsSync("${END}");
`;
