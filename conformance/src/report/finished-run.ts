// What every report is made of.
import type { Judged } from "../judged.js";
import type { CheckResult } from "../suite.js";
import type { ReportTally } from "./document.js";

/** A finished run. */
export interface FinishedRun {
  role: "agent" | "host" | "validate";
  judged: Pick<Judged, "argv" | "image">;
  results: readonly CheckResult[];
  tally: ReportTally;
  seconds: number;
}
