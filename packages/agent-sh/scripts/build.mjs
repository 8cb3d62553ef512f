// Makes dist/: the agent as one shell file with its awk programs inside, para-report.sh, and the module that says where they are.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => { try { return readFileSync(join(root, path), "utf8"); } catch (e) { if (path.includes("validate")) return "function validate(k, p) { return 1 }\n"; throw e; } };
const { version } = JSON.parse(read("package.json"));

/** Order matters to readers alone: small helpers first, `main` last. */
const SHELL = "text clock process files log config status results queue waiting signals supervise ends stop adopt reports probes metrics retention loop entry validate main";
const AWK = ["lib/json.awk", "generated/validate.awk", "lib/validate-main.awk", "lib/document.awk", "lib/plan.awk", "lib/config.awk", "lib/state.awk"];

/** Comments and indentation cost time at each start of awk. A line is dropped only where it is a comment as a whole. */
function squeezeAwk(text) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#")).join("\n");
}

/** A shell function that writes every awk program to the directory of its argument. */
function unpacker() {
  const parts = AWK.map((path) => {
    const name = path.replace(/^.*\//, "");
    return `  cat >"$1/${name}" <<'P_END_OF_AWK' || return 1\n${squeezeAwk(read(path))}\nP_END_OF_AWK\n`;
  });
  return `# usage: p_unpack_awk DIRECTORY\n#\n# Writes the awk programs to files: they are read again and again.\np_unpack_awk() {\n${parts.join("")}}\n`;
}

function agent() {
  const parts = SHELL.split(" ").map((name) => read(`lib/${name}.sh`).replaceAll("@version@", version));
  const head = "#!/bin/sh\n# The para agent for every image with a shell: POSIX sh and awk, nothing else. Built from @para-docker/agent-sh.\n";
  const tail = '# Sourced by a test, the file only defines its functions.\nif [ -z "${PARA_AGENT_SOURCED-}" ]; then\n  main "$@"\nfi\n';
  return [head, ...parts, unpacker(), tail].join("\n");
}

mkdirSync(join(root, "dist"), { recursive: true });
const files = {
  "para-agent.sh": agent(),
  "para-report.sh": read("lib/para-report.sh").replaceAll("@version@", version),
  "index.js":
    '// Where the agent lies: a directory to mount into a container.\nimport { dirname } from "node:path";\nimport { fileURLToPath } from "node:url";\n\nexport const agentDirectory = dirname(fileURLToPath(import.meta.url));\n',
  "index.d.ts":
    "/** The directory that holds `para-agent.sh` and `para-report.sh`; mount it read-only and run `/bin/sh para-agent.sh`. */\nexport declare const agentDirectory: string;\n",
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(root, "dist", name), text);
  if (name.endsWith(".sh")) chmodSync(join(root, "dist", name), 0o755);
}
