// The report for people: one page that needs nothing else, and runs nothing.
import { aloneCommand, givenAs } from "../judged.js";
import { type CheckResult, exitCodeOf, kindOf } from "../suite.js";
import type { FinishedRun } from "./finished-run.js";
import { xml } from "./text.js";

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8884; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; font-size: .85rem; }
.passed { color: #1a7f37; } .failed, .surprising, .errored { color: #cf222e; font-weight: 600; }
.warned, .known, .skipped { color: #9a6700; }
`;

/** The report as HTML. All words of the judged program are text, and the page's policy allows no script at all. */
export function htmlReport(run: FinishedRun): string {
  const verdict = { 0: "conformant", 1: "not conformant", 2: "not judged" }[exitCodeOf(run.tally)];
  const counts = Object.entries(run.tally)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `<span class="${kind}">${count} ${kind}</span>`)
    .join(", ");
  // What needs looking at comes first; the rest in the order of the suite.
  const order = (result: CheckResult) => (kindOf(result) === "passed" ? 1 : 0);
  const rows = [...run.results]
    .sort((a, b) => order(a) - order(b))
    .map((result) => row(result, aloneCommand(run.role, result.id, run.judged)))
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>para-conformance: ${verdict}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${xml(run.role)}: ${verdict}</h1>
<p><code>${xml(`para-conformance ${run.role} ${givenAs(run.judged)}`)}</code></p>
<p>${counts} in ${run.seconds.toFixed(1)} s, protocol 1.0</p>
<table>
<thead><tr><th scope="col">verdict</th><th scope="col">case</th><th scope="col">ms</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`;
}

function row(result: CheckResult, alone: string): string {
  const kind = kindOf(result);
  const spec = result.spec.map((anchor) => `docs/protocol.md#${anchor}`).join(" ");
  const parts: [string, string | undefined][] = [
    ["why", result.reason],
    ["step", result.step && `${result.step.number} ${result.step.text}`],
    ["seen", result.evidence],
    ["output", result.output],
    ["alone", kind === "passed" ? undefined : alone],
  ];
  const details = parts.flatMap(([name, text]) => (text ? [`<pre>${name}: ${xml(text)}</pre>`] : [])).join("");
  const files = Object.entries(result.files ?? {})
    .map(([name, text]) => `<pre>${xml(name)}\n${xml(text)}</pre>`)
    .join("");
  const shown =
    details || files
      ? `<details${kind === "passed" ? "" : " open"}><summary>details</summary>${details}${files}</details>`
      : "";
  return `<tr><td class="${kind}">${kind}</td><td><code>${xml(result.id)}</code><br>${xml(result.description)}<br><small>${result.level}, ${xml(spec)}</small>${shown}</td><td>${result.ms}</td></tr>`;
}
