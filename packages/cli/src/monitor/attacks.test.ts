// Two hundred strings that would change a terminal, in every field that is shown: the terminal stays as it was, and no byte of them that
// is not text reaches it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "../testing.js";
import { hasTerminal, openTerminal, type Terminal } from "../testing-terminal.js";

const E = "\u001b";
const SEQUENCES = [
  ...[
    "2J",
    "3J",
    "H",
    "999B",
    "5;10r",
    "31m",
    "5n",
    "6n",
    "c",
    ">q",
    "!p",
    "4h",
    "20h",
    "21t",
    "18t",
    "1 q",
    "?7l",
  ].map((end) => `${E}[${end}`),
  ...["?25h", "?47h", "?1000h", "?1003h", "?1004h", "?1049l", "?2004l", "?6h"].map((end) => `${E}[${end}`),
  ...[
    "0;owned",
    "2;owned",
    "4;1;red",
    "7;file://x",
    "8;;http://x",
    "9;told",
    "10;?",
    "52;c;ZXZpbA==",
    "1337;File=:AA==",
  ].map((rest) => `${E}]${rest}\u0007`),
  ...["c", "#8", "(0", "=", "7", "8", "D", "M", "P1$r", "^pm", "_apc", "Xsos", "kowned"].map((rest) => `${E}${rest}`),
  ...["\u009b31m", "\u009d0;owned\u009c", "\u0090q\u009c", "\u0085", "\u0008\u0008\u0008"],
  ...[
    "\r",
    "\u000b",
    "\u000c",
    "\u000e",
    "\u0007",
    "\u007f",
    "\u202e",
    "\u2066\u200b\u2069",
    "\u2028",
    "<script>alert(1)</script>",
  ],
];
/** Each alone, among letters, without an end, and twice. */
const ATTACKS = SEQUENCES.flatMap((each) => [each, `ab${each}cd${E}\\`, `${each}${E}[`, `${each}${each}x`]).slice(
  0,
  240,
);

/** What the monitor and the shell themselves write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for.
const OURS = /\u001b\[(?:\d{0,3}(?:;\d{1,3})?[HJK]|[\d;]*m|\?(?:1049|25|2004|2026)[hl])/g;
const FOREIGN = /[^\t\r\n -~\u00a0-\uffff]|[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/u;

const STATE =
  "#{pane_title}|#{cursor_flag}|#{mouse_any_flag}|#{keypad_flag}|#{insert_flag}|#{origin_flag}|#{wrap_flag}|#{scroll_region_upper}-#{scroll_region_lower}|#{alternate_on}";

describe.skipIf(!hasTerminal)("attacks on the terminal", () => {
  let workspace: Workspace;
  let terminal: Terminal;
  let before: string;
  let lines = 0;
  const sessions: string[] = [];

  beforeAll(async () => {
    workspace = createWorkspace();
    expect(await workspace.run("start", "zz", "--runtime", "local")).toMatchObject({ code: 0 });
    writeFileSync(join(workspace.path, "attacks"), ATTACKS.join("\n"));
    for (let at = 0; at < ATTACKS.length; at += 10) {
      const name = `attack-${String(at / 10).padStart(2, "0")}`;
      sessions.push(name);
      writeStatus(name, ATTACKS.slice(at, at + 10));
    }
    terminal = openTerminal(workspace.path, 120, 40);
    await terminal.shows("ready>");
    before = terminal.state(STATE);
  });
  afterAll(async () => {
    terminal.close();
    await workspace.remove();
  });

  /** A container that writes what it likes. */
  function writeStatus(name: string, attacks: string[]): void {
    const [phase, message, reason, warning, error, service, state, health, log, code] = attacks.map(
      (each) => `T${each}`,
    );
    const directory = join(workspace.path, ".para/state/docker", name);
    mkdirSync(join(directory, "logs"), { recursive: true });
    const timestamp = new Date().toISOString();
    const status = {
      ...{ timestamp, status: "running", phase, health, services: { [`${service}`]: state } },
      progress: { current: 1, total: 4, message },
      attention: { required: true, reason },
      warnings: [{ timestamp, message: warning }],
      errors: [{ timestamp, message: error, code }],
    };
    writeFileSync(join(directory, "status.json"), JSON.stringify(status));
    const record = { timestamp, level: "error", event: "x", message: log };
    writeFileSync(join(directory, "logs/agent.jsonl"), `${JSON.stringify(record)}\n`);
  }

  /** Runs a line in the terminal to its end. */
  async function runs(line: string): Promise<void> {
    lines += 1;
    terminal.type(`'${process.execPath}' '${PROGRAM}' ${line}; echo; echo en''ded ${lines}`);
    terminal.keys("Enter");
    await terminal.shows(new RegExp(`^ended ${lines}\\n`, "m"));
  }

  function expectUntouched(): void {
    expect(terminal.state(STATE)).toBe(before);
    const written = terminal.written().toString("utf8");
    const found = FOREIGN.exec(written.replace(OURS, ""));
    expect(found?.input.slice(Math.max(0, (found?.index ?? 0) - 40), (found?.index ?? 0) + 40)).toBeUndefined();
  }

  test("there are two hundred of them", () => expect(ATTACKS.length).toBeGreaterThanOrEqual(200));

  test("list, status and logs leave the terminal as it was", async () => {
    await runs("list");
    for (const name of sessions) await runs(`status ${name}`);
    await runs(`logs ${sessions[0]}`);
    expectUntouched();
  });

  test("so does the output of a command that writes them all; a pipe and --raw get them as they are", async () => {
    await runs("exec zz -- cat attacks");
    expectUntouched();
    const piped = await workspace.run("exec", "zz", "--", "cat", "attacks");
    expect(piped.stdout).toBe(ATTACKS.join("\n"));
    await runs("exec --raw zz -- printf '\\033[1;3mraw'");
    expect(terminal.written().toString()).toContain("\u001b[1;3mraw");
  });

  test("so does the monitor, on the table, in each session, in its logs and in live output", async () => {
    const tape = terminal.written().length;
    terminal.type(`'${process.execPath}' '${PROGRAM}' monitor`);
    terminal.keys("Enter");
    await terminal.shows(`${sessions.length + 1} sessions`);
    for (const _ of sessions) {
      terminal.keys("Enter");
      await sleep(120);
      terminal.keys("3");
      await sleep(120);
      terminal.keys("q", "Down");
      await sleep(80);
    }
    await terminal.shows("zz");
    terminal.keys("G", "e");
    await terminal.shows("run in zz:");
    terminal.type("cat attacks; sleep 1");
    terminal.keys("Enter", "Enter", "2");
    await terminal.shows(/cmd-\S+ +succeeded/);
    expect(terminal.state("#{pane_title}")).toBe(before.split("|")[0]);
    terminal.keys("q");
    await sleep(300);
    terminal.keys("q");
    await terminal.shows(/ready> *$/m);
    expect(terminal.state(STATE)).toBe(before);
    const written = terminal.written().subarray(tape).toString("utf8");
    const rest = written.replace(OURS, "");
    const found = FOREIGN.exec(rest);
    expect(found === null ? undefined : rest.slice(Math.max(0, found.index - 40), found.index + 40)).toBeUndefined();
  });
});
