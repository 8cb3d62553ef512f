// The report for continuous integration: JUnit XML.
import { kindOf } from "../suite.js";
import type { FinishedRun } from "./finished-run.js";
import { xml } from "./text.js";

/** The report as XML. A warning and a known failure are shown as skipped: they fail nothing. */
export function junitReport(run: FinishedRun): string {
  const { tally, results } = run;
  const cases = results.map((result) => {
    const kind = kindOf(result);
    const slash = result.id.lastIndexOf("/");
    const head = `    <testcase classname="${xml(result.id.slice(0, slash))}" name="${xml(result.id.slice(slash + 1))}" time="${(result.ms / 1000).toFixed(3)}"`;
    const reason = xml(result.reason ?? result.description);
    const details = xml(
      [result.step && `step ${result.step.number}: ${result.step.text}`, result.evidence].filter(Boolean).join("\n"),
    );
    if (kind === "passed") return `${head}/>`;
    if (kind === "skipped" || kind === "warned" || kind === "known")
      return `${head}><skipped message="${xml(kind)}: ${reason}"/></testcase>`;
    const element = kind === "errored" ? "error" : "failure";
    const message = kind === "surprising" ? "listed as a known failure, and passes" : reason;
    return `${head}><${element} message="${message}">${details}</${element}></testcase>`;
  });
  const failures = tally.failed + tally.surprising;
  const skipped = tally.skipped + tally.warned + tally.known;
  const counts = `tests="${results.length}" failures="${failures}" errors="${tally.errored}" skipped="${skipped}" time="${run.seconds.toFixed(3)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="para-conformance ${xml(run.role)}" ${counts}>\n${cases.join("\n")}\n  </testsuite>\n</testsuites>\n`;
}
