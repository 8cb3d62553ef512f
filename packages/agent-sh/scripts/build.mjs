// Makes dist/: the agent as one shell file with its awk programs inside, para-report.sh, and the module that says where they are.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { awkProgram } from "./awk-program.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(join(root, path), "utf8");
const { version } = JSON.parse(read("package.json"));

/** The agent's parts: small helpers first, `main` last. */
const SHELL = (
  "text clock process files journal bell ticker log status results config planner queue waiting signals " +
  "supervise ends trim stop adopt reports probes metrics retention loop entry validate main"
).split(" ");

/** The awk programs, each with the kinds of documents that it judges; without kinds, all. */
const AWK = {
  plan: { files: ["document", "plan"], kinds: ["commands-envelope", "exec-command", "signal-command"] },
  config: { files: ["document", "config"], kinds: ["agent-config"] },
  state: { files: ["document", "state"], kinds: ["report", "status"] },
  validate: { files: ["validate-main"] },
};

/** A shell function that writes one awk program to its standard output; without a process, which somebody could kill half-way. */
function awkFunction([name, { files, kinds }]) {
  const sources = ["lib/json.awk", "generated/validate.awk", ...files.map((file) => `lib/${file}.awk`)].map(read);
  const literal = awkProgram(sources, kinds).replaceAll("'", "'\\''");
  return `p_awk_${name}() {\n  p_put '${literal}'\n}\n`;
}

function agent() {
  const parts = SHELL.map((name) =>
    read(`lib/${name}.sh`)
      .replace(/^# shellcheck .*\n/gm, "")
      .replaceAll("@version@", version),
  );
  const head =
    "#!/bin/sh\n# The para agent for every image with a shell: POSIX sh and awk, nothing else. Built from @para-docker/agent-sh.\n# shellcheck disable=SC1003,SC2016,SC2034,SC2317,SC3013,SC3045 # `test -ef` and `-nt` are POSIX since 2024; `read -t` is tried before it is used\n";
  const awk =
    "# usage: p_awk_NAME\n#\n# Print the awk programs: comments and what a program does not call are left out.\n";
  const tail =
    '# Sourced by a test, the file only defines its functions.\nif [ -z "${PARA_AGENT_SOURCED-}" ]; then\n  main "$@"\nfi\n';
  return [head, ...parts, awk + Object.entries(AWK).map(awkFunction).join("\n"), tail].join("\n");
}

const files = {
  "para-agent.sh": agent(),
  "para-report.sh": read("lib/para-report.sh").replaceAll("@version@", version),
  "index.js":
    '// Where the agent lies: a directory to mount into a container.\nimport { dirname } from "node:path";\nimport { fileURLToPath } from "node:url";\n\nexport const agentDirectory = dirname(fileURLToPath(import.meta.url));\n',
  "index.d.ts":
    "/** The directory that holds `para-agent.sh` and `para-report.sh`; mount it read-only and run `/bin/sh para-agent.sh`. */\nexport declare const agentDirectory: string;\n",
};

mkdirSync(join(root, "dist"), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(root, "dist", name), text);
  if (name.endsWith(".sh")) chmodSync(join(root, "dist", name), 0o755);
}
