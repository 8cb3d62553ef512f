// Builds the parser from the verbs' definitions, and runs the one that was called.
import { Command, CommanderError, Option } from "commander";
import type { App } from "./app.js";
import { COMPLETE_VERB } from "./completion-scripts.js";
import { COMMON_OPTIONS, type OptionDefinition, type Verb } from "./definition.js";
import { splitExecWords } from "./exec-words.js";
import { EXIT } from "./exit-codes.js";
import { helpHint, usageError } from "./failure.js";
import { hintForFlag, hintForVerb } from "./foreign-words.js";
import { OWN_FLAGS, PURPOSE, programHelp, USAGE } from "./help.js";
import { quote } from "./parse-value.js";
import { valuesOf } from "./values.js";
import { verbs } from "./verbs/index.js";

declare const PACKAGE_VERSION: string;

/**
 * Runs `para-docker` with `argv` (without node and script); resolves to the exit code.
 *
 * @throws whatever the verb throws, and failures with exit code 2 for mistakes on the command line.
 */
export async function runProgram(app: App, argv: string[]): Promise<number> {
  const at = verbIndex(argv);
  const name = argv[at] === "help" ? argv[at + 1] : argv[at];
  if (name === COMPLETE_VERB) {
    const { complete } = await import("./complete.js");
    for (const word of await complete(app, argv.slice(at + 1))) app.print(word);
    return EXIT.ok;
  }
  const verb = await verbs.find((each) => each.name === name)?.load();
  const state = { code: EXIT.ok as number };
  const program = createProgram(app, name, verb, (code) => {
    state.code = code;
  });
  const before = argv.slice(0, at + 1);
  const after = argv.slice(at + 1);
  try {
    if (argv.length === 0) program.outputHelp();
    else if (name !== "exec" || verb === undefined) await program.parseAsync(argv, { from: "user" });
    else await program.parseAsync([...before, ...splitExecWords(after, optionsOf(verb))], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return commanderEnd(error, name, verb && name);
    throw error;
  }
  return state.code;
}

/** Where the verb stands: at the first word that is neither a flag nor a flag's value. */
function verbIndex(argv: string[]): number {
  const at = argv.findIndex((word, i) => !word.startsWith("-") && argv[i - 1] !== "--state-dir");
  return at < 0 ? argv.length : at;
}

function optionsOf(verb: Verb): OptionDefinition[] {
  return [...verb.options, ...COMMON_OPTIONS];
}

/** The parser: the verb that is called, `verb` of the name `called`, with all its flags; the others by their summaries. */
function createProgram(
  app: App,
  called: string | undefined,
  verb: Verb | undefined,
  ended: (code: number) => void,
): Command {
  const program = new Command("para-docker")
    .description(PURPOSE)
    .version(PACKAGE_VERSION, OWN_FLAGS.version, "print the version")
    .usage(USAGE)
    .helpOption(OWN_FLAGS.help, "print help")
    .helpCommand("help [VERB]", "print the help of a verb")
    .configureOutput({
      writeOut: (text) => void app.stdout.write(text),
      writeErr: () => undefined,
      getOutHasColors: () => app.style.isColoured,
      getOutHelpWidth: () => app.columns() ?? 80,
    })
    .configureHelp({
      // The text names the choices.
      optionDescription: (option) => option.description,
      styleTitle: (text) => app.style.bold(text === "Options:" ? "Flags:" : text),
    })
    .exitOverride();
  program.helpInformation = () => programHelp(app.style, app.columns() ?? 80);
  for (const option of COMMON_OPTIONS) program.addOption(toOption(option));
  for (const { name, summary } of verbs) {
    const command = new Command(name).summary(summary).description(summary);
    program.addCommand(name === called && verb !== undefined ? withVerb(command, app, program, verb, ended) : command);
  }
  return program;
}

function withVerb(command: Command, app: App, program: Command, verb: Verb, ended: (code: number) => void): Command {
  command
    .usage(["[FLAGS]", ...verb.operands.map((operand) => operand.usage)].join(" "))
    .argument("[operands...]")
    .helpOption(OWN_FLAGS.help, "print help")
    .copyInheritedSettings(program)
    .configureHelp({ ...program.configureHelp(), visibleArguments: () => [] })
    .addHelpText("after", verbHelp(app, verb));
  for (const option of optionsOf(verb)) command.addOption(toOption(option));
  return command.action(async (operands: string[]) => {
    ended(await verb.run({ app, operands, values: valuesOf(command.optsWithGlobals()) }));
  });
}

function toOption(definition: OptionDefinition): Option {
  const option = new Option(definition.flags, textOf(definition));
  const { choices, many } = definition;
  if (choices !== undefined) option.choices(choices);
  const check = option.parseArg;
  if (many)
    option.argParser((value, all: string[] | undefined) => {
      check?.(value, undefined);
      return [...(all ?? []), value];
    });
  return option;
}

/** What the flag does, with the values that it takes where it does not name them. */
function textOf({ text, choices = [] }: OptionDefinition): string {
  return choices.every((choice) => text.includes(choice)) ? text : `${text}: ${choices.join(", ")}`;
}

function verbHelp(app: App, verb: Verb): string {
  const examples = verb.examples.map(([line, what]) => `  ${line}\n      ${app.style.dim(what)}`);
  const details = verb.details === undefined ? "" : `\n${verb.details}\n`;
  return `${details}\n${app.style.bold("Examples:")}\n${examples.join("\n")}`;
}

/** Help and version end well; everything else commander says is a mistake on the command line, told our way. */
function commanderEnd(error: CommanderError, called: string | undefined, verb: string | undefined): number {
  if (error.exitCode === 0) return EXIT.ok;
  const [first = "", ...more] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /\(Did you mean (.+)\?\)/.exec(more.join(" "))?.[1];
  const meant = suggestion === undefined ? helpHint(verb) : `Did you mean ${suggestion}?`;
  if (error.code === "commander.unknownCommand" || error.code === "commander.help") {
    const word = called ?? "";
    throw usageError(`There is no verb ${quote(word)}.`, hintForVerb(word) ?? meant);
  }
  const flag = /^unknown option '([^'=]+)/.exec(first)?.[1] ?? "";
  throw usageError(
    `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?]$/.test(first) ? "" : "."}`,
    hintForFlag(verb ?? "", flag) ?? meant,
  );
}
