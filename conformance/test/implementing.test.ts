// IMPLEMENTING.md: its worked agent does what the page says of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageDirectory } from "../src/data.js";
import { localProgram } from "../src/judged.js";
import { filterById, loadCases } from "../src/load-cases.js";
import { endRun } from "../src/run-directory.js";
import { smoke } from "../src/smoke.js";
import { PATIENCE, runTrials } from "./support.js";

const python = spawnSync("python3", ["--version"]).status === 0;
const page = readFileSync(join(packageDirectory, "IMPLEMENTING.md"), "utf8");
const worked = /```python\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

afterAll(endRun);

test.skipIf(!python)(
  "the agent worked out on the page passes smoke and the cases that the page promises (asks python3)",
  { timeout: 120_000 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), "para-worked-"));
    try {
      writeFileSync(join(directory, "agent.py"), worked);
      const answers = await smoke("agent", localProgram(["python3", join(directory, "agent.py")]), PATIENCE);
      expect(answers.map(({ verdict }) => verdict.verdict)).toEqual(["passed", "passed", "passed"]);
      const promised = /it passes `smoke` and ([\s\S]*?);/.exec(page)?.[1] ?? "";
      const filters = [...promised.matchAll(/`(agent[^`]+)`/g)].map(([, filter]) => filter ?? "");
      const ids = filters.flatMap((filter) => filterById(loadCases("agent"), [filter])).map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(7);
      const argv = ["python3", join(directory, "agent.py")];
      const verdicts = await runTrials(
        "agent",
        ids.map((id) => ({ argv, id })),
      );
      expect(verdicts.map(({ verdict }, index) => `${verdict} ${ids[index]}`)).toEqual(ids.map((id) => `passed ${id}`));
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

test("the agent worked out on the page is short", () => {
  expect(worked.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(40);
});

test("every folder of cases and every anchor that the page names is there", () => {
  const spec = readFileSync(join(packageDirectory, "..", "docs", "protocol.md"), "utf8");
  for (const match of page.matchAll(/ {2}#([a-z-]+)/g)) expect(spec).toContain(`<a id="${match[1]}">`);
});
