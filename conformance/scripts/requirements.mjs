// Freezes what 1.0 demands: every MUST of docs/protocol.md with the cases that cite its anchor. `node scripts/requirements.mjs`; with
// `--check`, compares. A MUST without a case, or a cited anchor that there is not, is a fault.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorsOf, formatted, packageDirectory, requirementsOf, specText } from "./spec.mjs";

/** What no case can see from outside, and what is done about it instead. */
const UNSEEN = {
  "The claim MUST be durable (the parent directory synced) before a process starts.":
    "A sync cannot be seen from outside. The agents' own tests look at their system calls.",
  "The host MUST make a command durable in its ledger before it acknowledges the enqueue.":
    "The cases show that an acknowledged command outlives the host's process; power cuts are tried by the host's own tests.",
  "It MUST NOT fetch it as given:":
    "No verb of an adapter asks an endpoint. The host's own tests do, with servers that redirect, flood and stall.",
};

/** Ids and anchors of everything that judges: cases and fixtures. */
export function citations() {
  const cases = readdirSync(join(packageDirectory, "cases"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".case.json"))
    .sort()
    .map((name) => {
      const { spec, level } = JSON.parse(readFileSync(join(packageDirectory, "cases", name), "utf8"));
      return { id: name.slice(0, -".case.json".length), spec, level };
    });
  const { fixtures } = JSON.parse(readFileSync(join(packageDirectory, "manifest.json"), "utf8"));
  return [...cases, ...fixtures.map(({ id, spec }) => ({ id, spec, level: "MUST" }))];
}

/** The frozen list. */
export function requirements() {
  const cited = citations().filter(({ level }) => level === "MUST");
  return {
    version: "1.0",
    protocol_version: "1.0",
    requirements: requirementsOf(specText()).map(({ anchor, text }) => ({
      anchor,
      text,
      cases: cited.filter(({ id, spec }) => spec.includes(anchor) && !id.startsWith("validate/")).map(({ id }) => id),
      fixtures: cited.filter(({ id, spec }) => spec.includes(anchor) && id.startsWith("validate/")).length,
      ...(UNSEEN[text] ? { unseen: UNSEEN[text] } : {}),
    })),
  };
}

/** What is wrong between the norm and the cases, in words. */
export function gaps() {
  const anchors = new Set(anchorsOf(specText()));
  const unknown = citations().flatMap(({ id, spec }) =>
    spec.filter((anchor) => !anchors.has(anchor)).map((anchor) => `${id} cites #${anchor}, which there is not`),
  );
  const list = requirements().requirements;
  const bare = list
    .filter(({ cases, unseen }) => cases.length === 0 && unseen === undefined)
    .map(({ anchor, text }) => `no case cites #${anchor}: ${text}`);
  const stale = Object.keys(UNSEEN)
    .filter((text) => !list.some((requirement) => requirement.text === text))
    .map((text) => `no longer said: ${text}`);
  return [...unknown, ...bare, ...stale];
}

const file = join(packageDirectory, "requirements", "1.0.json");

if (process.argv[1]?.endsWith("requirements.mjs")) {
  const text = formatted(requirements());
  if (!process.argv.includes("--check")) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    process.stderr.write(
      "requirements/1.0.json is not what docs/protocol.md and the cases give: run `node scripts/requirements.mjs`\n",
    );
    process.exitCode = 1;
  }
  for (const gap of gaps()) {
    process.stderr.write(`${gap}\n`);
    process.exitCode = 1;
  }
}
