// `reports/{name}.json`: what a program in the container wants said in the status. The agent takes the file and merges it.
import type { Attention, CustomMap, Progress, ServiceMap } from "./status.js";
import type { Versioned } from "./common.js";

/** Fields to merge into the status, each whole; `services` and `custom` key by key, a null value removing its key. */
export interface Report extends Versioned {
  /** @maxLength 128 */
  phase?: string;
  /** Null takes it away. */
  progress?: Progress | null;
  /** @minLength 1 @maxLength 64 */
  health?: string;
  /** @maxProperties 64
   * @keys {"minLength":1,"maxLength":64}
   * @values {"type":"string","minLength":1,"maxLength":64} */
  services?: ServiceMap;
  /** Added to the status's warnings.
   * @maxItems 50 */
  warnings?: ReportNotice[];
  /** Added to the status's errors.
   * @maxItems 50 */
  errors?: ReportNotice[];
  /** Takes all errors and warnings away before the new ones are added. */
  clear_notices?: boolean;
  attention?: Attention;
  /** @maxProperties 64
   * @keys {"minLength":1,"maxLength":64} */
  custom?: CustomMap;
}

/** A warning or an error; the agent adds the time. */
export interface ReportNotice {
  /** @minLength 1 @maxLength 2048 */
  message: string;
  /** @minLength 1 @maxLength 64 */
  code?: string;
  /** @minLength 1 @maxLength 128 */
  source?: string;
}
