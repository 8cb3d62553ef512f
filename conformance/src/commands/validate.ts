// The role `validate`: each fixture goes to the validator on standard input, its kind as the last argument.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byteLimit, packageDirectory, readData } from "../data.js";
import { runOnce } from "../judged.js";
import { UsageError } from "../load-cases.js";
import type { Verdict } from "../run-case.js";
import { sharedHome } from "../run-directory.js";
import type { Check } from "../suite.js";

/** One fixture as the manifest lists it. */
export interface Fixture {
  /** `validate/status/invalid/too-deep`. */
  id: string;
  /** Path below the package. */
  file: string;
  /** The kind given to the validator. */
  document: string;
  fact: string;
  spec: string[];
  /** The code it is rejected with. Absent: it is accepted. */
  code?: string;
  /** Padded with spaces at its end to the limit of its document in bytes (0), or one byte more (1). */
  pad_to_limit?: 0 | 1;
  /** `@@fill@@` in the file stands for `text`, so many times. */
  fill?: { text: string; times: number };
}

const ONE_RUN_MS = 10_000;

/** The fixtures of the suite. Throws `UsageError` if the package lacks them. */
export function loadFixtures(): Fixture[] {
  try {
    return (readData(join(packageDirectory, "manifest.json")) as { fixtures: Fixture[] }).fixtures;
  } catch (error) {
    throw new UsageError(`the manifest of the fixtures cannot be read: ${(error as Error).message}`);
  }
}

/** The bytes of a fixture as the validator gets them. */
export function fixtureBytes(fixture: Fixture): Buffer {
  let bytes: Buffer = readFileSync(join(packageDirectory, fixture.file));
  if (fixture.fill)
    bytes = Buffer.from(
      bytes.toString().replace("@@fill@@", () => fixture.fill?.text.repeat(fixture.fill.times) ?? ""),
    );
  if (fixture.pad_to_limit === undefined) return bytes;
  const size = (byteLimit(fixture.document) ?? 0) + fixture.pad_to_limit;
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), 0x20)]);
}

/** The checks of the role: one for each fixture. */
export function validatorChecks(argv: readonly string[], patience: number): Check[] {
  return loadFixtures().map((fixture) => ({
    id: fixture.id,
    description: fixture.fact,
    level: "MUST",
    spec: fixture.spec,
    run: () => judgeFixture(fixture, argv, patience),
  }));
}

async function judgeFixture(fixture: Fixture, argv: readonly string[], patience: number): Promise<Verdict> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  let bytes: Buffer;
  try {
    bytes = fixtureBytes(fixture);
  } catch (error) {
    return { verdict: "errored", ms: ms(), reason: `the fixture cannot be read: ${(error as Error).message}` };
  }
  const env = { PATH: process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin", HOME: await sharedHome() };
  const { end, stdout, stderr } = await runOnce([...argv, fixture.document], bytes, {
    env,
    limitMs: ONE_RUN_MS * patience,
  });
  const wanted = fixture.code === undefined ? "accepted" : `rejected with ${fixture.code}`;
  const failed = (reason: string): Verdict => ({
    verdict: "failed",
    ms: ms(),
    reason: `${fixture.fact}: should be ${wanted}, but ${reason}`,
    ...(stdout || stderr ? { evidence: `${stdout}${stderr}`.slice(0, 2000) } : {}),
  });
  if (!end) return failed(`the validator gave no verdict within ${ONE_RUN_MS * patience} ms`);
  if (end.error !== undefined) return failed(`the validator could not be started (${end.error})`);
  if (end.code === 0) return fixture.code === undefined ? { verdict: "passed", ms: ms() } : failed("it was accepted");
  if (end.code !== 1)
    return failed(
      end.signal === null
        ? `the validator exited with ${end.code}, which is neither`
        : `the validator was ended by ${end.signal}`,
    );
  const code = codeOf(stdout);
  if (code === undefined) return failed('the validator exited with 1 and printed no {"code": …}');
  return code === fixture.code ? { verdict: "passed", ms: ms() } : failed(`it was rejected with ${code}`);
}

function codeOf(stdout: string): string | undefined {
  try {
    const { code } = JSON.parse(stdout) as { code?: unknown };
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}
