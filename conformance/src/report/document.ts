// What a report for programs holds: the types behind schemas/v1/conformance-report.schema.json.

/** What one run of the suite found. A minor version of it adds fields; a reader ignores those it does not know. */
export interface ConformanceReport {
  /** Version of this format.
   * @pattern ^1\.[0-9]+$ */
  report_version: string;
  /** The judge. */
  suite: { name: string; version: string };
  /** The version of the protocol that was asked for. */
  protocol_version: string;
  /** The end of the run.
   * @format date-time */
  timestamp: string;
  role: "agent" | "host" | "validate";
  /** The command line that was judged, as given after `--`. */
  argv: string[];
  /** The image that it was judged in. */
  image?: string;
  /** How long the run took.
   * @minimum 0 */
  seconds: number;
  /** 0: conformant. 1: not conformant. 2: not judged, since the suite, a case or the machine is at fault. */
  exit_code: 0 | 1 | 2;
  /** Results of each kind. */
  tally: ReportTally;
  /** In the order of the suite. */
  results: ReportResult[];
}

/** How many results are of each kind. Their sum is the number of results.
 * @additionalProperties false */
export interface ReportTally {
  /** @TJS-type integer @minimum 0 */
  passed: number;
  /** Failed, of the level MUST and not known.
   * @TJS-type integer @minimum 0 */
  failed: number;
  /** Failed, of the level SHOULD.
   * @TJS-type integer @minimum 0 */
  warned: number;
  /** Failed, as the list of known failures says.
   * @TJS-type integer @minimum 0 */
  known: number;
  /** On the list of known failures, and passed.
   * @TJS-type integer @minimum 0 */
  surprising: number;
  /** The machine lacks what the case needs.
   * @TJS-type integer @minimum 0 */
  skipped: number;
  /** The suite or the case is at fault.
   * @TJS-type integer @minimum 0 */
  errored: number;
}

/** What came of one case or fixture. */
export interface ReportResult {
  /** `agent/exec/exit-code-is-reported`. */
  id: string;
  /** The fact that it shows. */
  description: string;
  level: "MUST" | "SHOULD";
  /** Anchors of docs/protocol.md. */
  spec: string[];
  verdict: "passed" | "failed" | "skipped" | "errored";
  /** The verdict, by its level and the list of known failures: which count of the tally it is in. */
  kind: "passed" | "failed" | "warned" | "known" | "surprising" | "skipped" | "errored";
  /** On the list of known failures. */
  known: boolean;
  /** Milliseconds.
   * @minimum 0 */
  ms: number;
  /** Why, unless it passed. */
  reason?: string;
  /** The step that did not hold, counted from 1, and its text. */
  step?: { number: number; text: string };
  /** What was seen instead. */
  evidence?: string;
  /** The last output of the judged program. */
  output?: string;
  /** The protocol's files as they were, by their names. */
  files?: { [name: string]: string };
  /** The case's directory, if it was kept. */
  directory?: string;
}
