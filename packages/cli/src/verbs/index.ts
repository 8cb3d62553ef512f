// Every verb, in the order of the help.
import type { CommandDefinition, Verb } from "../definition.js";
import { cancel } from "./cancel.js";
import { completion } from "./completion.js";
import { exec } from "./exec.js";
import { finish } from "./finish.js";
import { list } from "./list.js";
import { logs } from "./logs.js";
import { monitor } from "./monitor.js";
import { signal } from "./signal.js";
import { start } from "./start.js";
import { status } from "./status.js";
import { validate } from "./validate.js";
import { wait } from "./wait.js";

/** The verbs. */
export const verbs: readonly Verb[] = [
  start,
  exec,
  status,
  list,
  logs,
  wait,
  signal,
  cancel,
  finish,
  validate,
  completion,
];

/** How they are called, for whoever makes documents of it. */
export const definitions: readonly CommandDefinition[] = verbs;
