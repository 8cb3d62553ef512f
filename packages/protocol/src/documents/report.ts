// `reports/{name}.json`: what a program in the container wants said in the status. The agent takes the file and merges it.

import type { Versioned } from "./common.js";
import type { Attention, CustomMap, Progress } from "./status.js";

/**
 * Fields to merge into the status, each whole; `services` and `custom` key by key, a null value removing its key.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/Report/building.json}
 */
export interface Report extends Versioned {
  /** @maxLength 128 */
  phase?: string;
  /** Null takes it away. */
  progress?: Progress | null;
  /** @minLength 1 @maxLength 64 */
  health?: string;
  /** States of services; null takes a service away. */
  services?: ServiceChangeMap;
  /** Added to the status's warnings.
   * @maxItems 50 */
  warnings?: ReportNotice[];
  /** Added to the status's errors.
   * @maxItems 50 */
  errors?: ReportNotice[];
  /** Takes all errors and warnings away before the new ones are added. */
  clear_notices?: boolean;
  attention?: Attention;
  /** Free-form values; null takes a value away. */
  custom?: CustomMap;
}

/**
 * New states of services by their names; null takes a service away.
 *
 * @maxProperties 64
 * @keys {"minLength":1,"maxLength":64}
 * @values {"minLength":1,"maxLength":64}
 * @example {@includeCode ../../../../schemas/v1/examples/ServiceChangeMap/one-gone.json}
 */
export interface ServiceChangeMap {
  [name: string]: string | null;
}

/**
 * A warning or an error; the agent adds the time.
 *
 * @example {@includeCode ../../../../schemas/v1/examples/ReportNotice/from-a-build.json}
 */
export interface ReportNotice {
  /** @minLength 1 @maxLength 2048 */
  message: string;
  /** @minLength 1 @maxLength 64 */
  code?: string;
  /** @minLength 1 @maxLength 128 */
  source?: string;
}
