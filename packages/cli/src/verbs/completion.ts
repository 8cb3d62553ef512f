// `para-docker completion`: what a shell needs to complete verbs, flags, sessions and ids.
import { COMPLETION_SHELLS, completionScript } from "../completion-scripts.js";
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";
import { quote } from "../parse-value.js";

export const completion: Verb = {
  operands: [{ usage: "SHELL", completes: "shell" }],
  options: [],
  examples: [
    ["source <(para-docker completion bash)", "in ~/.bashrc; zsh: the same in ~/.zshrc after compinit"],
    ["para-docker completion fish > ~/.config/fish/completions/para-docker.fish", "once"],
  ],
  run,
};

async function run({ app, operands }: Call): Promise<number> {
  const shell = COMPLETION_SHELLS.find((each) => each === operands[0]);
  if (shell === undefined || operands.length > 1) {
    const what =
      operands[0] === undefined ? "Which shell?" : `There is no completion for ${quote(operands.join(" "))}.`;
    throw usageError(what, `Name one of ${COMPLETION_SHELLS.join(", ")}.`);
  }
  app.stdout.write(completionScript(shell));
  return EXIT.ok;
}
