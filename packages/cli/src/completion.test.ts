// The completion scripts, in the shells themselves: verbs, flags, choices, sessions.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkspace, PROGRAM, type Workspace } from "./testing.js";
import { hasTerminal, openTerminal } from "./testing-terminal.js";

let workspace: Workspace;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  workspace = createWorkspace();
  mkdirSync(join(workspace.path, ".para/state/docker/checkout"), { recursive: true });
  const bin = join(workspace.path, "bin");
  mkdirSync(bin);
  const program = join(bin, "para-docker");
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(program, 0o755);
  env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, HOME: workspace.path };
});
afterAll(() => workspace.remove());

const has = (shell: string) => spawnSync(shell, ["-c", ":"]).status === 0;
const run = (shell: string, script: string) =>
  execFileSync(shell, ["-c", script], { cwd: workspace.path, env, encoding: "utf8", timeout: 20_000 })
    .split(/\s+/)
    .filter(Boolean);

describe.skipIf(!has("bash"))("in bash", () => {
  const completed = (...words: string[]) =>
    run(
      "bash",
      `source <(para-docker completion bash); COMP_WORDS=(para-docker ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}; _para_docker; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  test("verbs, sessions, flags and choices are completed", () => {
    expect(completed("st")).toEqual(["start", "status"]);
    expect(completed("do")).toEqual(["doctor"]);
    expect(completed("exec", "che")).toEqual(["checkout"]);
    expect(completed("exec", "--time")).toEqual(["--timeout"]);
    expect(completed("start", "x", "--agent", "")).toEqual(["sh", "node"]);
  });
});

describe.skipIf(!has("fish"))("in fish", () => {
  const completed = (line: string) => run("fish", `para-docker completion fish | source; complete -C '${line}'`);

  test("verbs, sessions, flags and choices are completed", () => {
    expect(completed("para-docker st")).toEqual(["start", "status"]);
    expect(completed("para-docker exec che")).toEqual(["checkout"]);
    expect(completed("para-docker exec --time")).toEqual(["--timeout"]);
    expect(completed("para-docker start x --agent ")).toEqual(["node", "sh"]);
  });
});

describe.skipIf(!has("zsh") || !hasTerminal)("in zsh", () => {
  test("verbs and sessions are completed where they are typed", async () => {
    const terminal = openTerminal(workspace.path);
    try {
      await terminal.shows("ready>");
      terminal.type(`PATH='${env.PATH}' PS1='zsh> ' zsh -f`);
      terminal.keys("Enter");
      await terminal.shows("zsh>");
      terminal.type("autoload -Uz compinit; compinit -u -D; source <(para-docker completion zsh); echo rea''dy");
      terminal.keys("Enter");
      await terminal.shows(/^ready$/m);
      terminal.type("para-docker fin");
      terminal.keys("Tab");
      await terminal.shows("para-docker finish");
      terminal.type("che");
      terminal.keys("Tab");
      await terminal.shows("para-docker finish checkout");
    } finally {
      terminal.close();
    }
  });
});
