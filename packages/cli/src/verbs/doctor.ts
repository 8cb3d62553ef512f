// `para-docker doctor`: what works on this machine and what does not, and what to do about it.
import type { DoctorCheck } from "@para-docker/host";
import type { App } from "../app.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { safeLine } from "../output/safe-text.js";
import { createSteps } from "../output/steps.js";

export const doctor: Verb = {
  operands: [],
  options: [
    { flags: "--image <IMAGE>", text: "look from inside a container of this image too; it needs a shell" },
    { flags: "--user <UID[:GID]>", text: "with --image: the user of that container, as start --user" },
    { flags: "--json", text: "print the checks as JSON" },
    { flags: "-q, --quiet", text: "print only what is not well" },
  ],
  details: `Looks at the file system, the engine, the mounts, users and the mask that keeps
containers from each other's state, and at what crashes left behind. What it
makes for that, it takes away again.

Exit code: 0 all is well or only warned of, 1 something failed.`,
  examples: [
    ["para-docker doctor", "the machine, the engine, the state root"],
    ["para-docker doctor --image my-image", "and whether a container of it can do what it must, and no more"],
    ["para-docker doctor --json | jq '.[] | select(.verdict == \"failed\")'", "for programs"],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  if (operands.length > 0) throw usageError("doctor takes no session.", "It looks at all there is.");
  const host = await app.host();
  // Who asks before the first session is answered, too; what is made for that goes again.
  const { root, isNew } = await app.stateRootOrNew(values);
  const engine = await host.connectEngine({}).catch(noEngine(host.isHostError));
  const steps = createSteps(app, values.flag("quiet") || values.flag("json") || !app.stderr.isTTY);
  steps.step("looking");
  let checks: DoctorCheck[];
  try {
    checks = await host.doctor(root, { engine, image: values.text("image"), user: values.text("user") });
  } finally {
    steps.done();
    if (isNew) await host.removeEmptyStateRoot(root);
  }
  if (values.flag("json")) app.print(JSON.stringify(checks, null, 2));
  else for (const line of lines(app, checks, values.flag("quiet"))) app.print(line);
  return checks.some((check) => check.verdict === "failed") ? EXIT.no : EXIT.ok;
}

/** Without an engine there is less to look at; any other error is one. */
export function noEngine(isHostError: (error: unknown) => error is { code: string }): (error: unknown) => undefined {
  return (error) => {
    if (isHostError(error) && error.code === "no_engine") return undefined;
    throw error;
  };
}

function lines(app: App, checks: DoctorCheck[], quiet: boolean): string[] {
  const { style } = app;
  const marks = {
    ok: style.green("✓"),
    warning: style.yellow("!"),
    failed: style.red("✗"),
    skipped: style.dim("–"),
  };
  const shown = quiet ? checks.filter(({ verdict }) => verdict === "failed" || verdict === "warning") : checks;
  const longest = Math.max(0, ...shown.map(({ name }) => name.length));
  return shown.flatMap(({ name, verdict, detail, hint }) => [
    `${marks[verdict]} ${name.padEnd(longest)}  ${safeLine(detail)}`,
    ...(hint === undefined || verdict === "ok" ? [] : [`  ${" ".repeat(longest)}  ${style.dim(safeLine(hint))}`]),
  ]);
}
