// Campaign `strings`: hostile strings sent as args, as values of variables and as working directory come out byte for byte.
import { mkdirSync, readFileSync } from "node:fs";
import { hostileStrings } from "./hostile-strings.mjs";
import { makeWorld } from "./world.mjs";

/** At once in the queue. */
const BATCH = 60;
/** What the command got, as the kernel keeps it, and where it is. */
const SHOW = 'cat "/proc/$$/cmdline" "/proc/$$/environ"; readlink "/proc/$$/cwd"; :';

/** Names of directories hold no slash, and 255 bytes at most. */
const isName = (text) =>
  text !== "" && text !== "." && text !== ".." && !text.includes("/") && Buffer.byteLength(text) <= 200;

function makeCommands(world, strings) {
  return strings.map((text, index) => {
    const args = [text, strings[(index + 1) % strings.length], "", strings[(index + 2) % strings.length]];
    const env = { V_0: text, V_1: args[1], EMPTY: "" };
    const cwd = `${world.workspace}/${index} ${isName(text) ? text : "plain"}`;
    mkdirSync(cwd);
    const id = `s${index}`;
    // Every other one without a shell of the agent's: then the first word after the script is `$0`.
    const how =
      index % 2 === 0 ? { command: SHOW, args } : { command: "/bin/sh", shell: false, args: ["-c", SHOW, ...args] };
    return {
      id,
      type: "exec",
      ...how,
      env,
      working_dir: cwd,
      expects: [{ state: "succeeded" }],
      sent: { args, env, cwd },
    };
  });
}

/** How what came out differs from what was sent. */
function differences(world, { id, sent, type: _, ...command }) {
  const bytes = readFileSync(`${world.status}/logs/commands/${id}/stdout`).toString();
  const words = bytes.split("\0");
  const first = words.indexOf(command.shell === false ? SHOW : `${SHOW} "$@"`);
  const from = command.shell === false ? first + 1 : first + 2;
  const got = words.slice(from, from + sent.args.length);
  const wrong = [];
  const tell = (what, text, came) =>
    wrong.push(`${id}: ${what} ${JSON.stringify(text)} came as ${JSON.stringify(came)}`);
  for (const [at, text] of sent.args.entries()) if (got[at] !== text) tell("arg", text, got[at]);
  for (const [name, text] of Object.entries(sent.env)) {
    const value = words.slice(from + sent.args.length).find((word) => word.startsWith(`${name}=`));
    if (value !== `${name}=${text}`) tell("variable", text, value);
  }
  if (words.at(-1) !== `${sent.cwd}\n`) tell("working_dir", sent.cwd, words.at(-1));
  return wrong;
}

/** Sends all, or every `every`-th. */
export async function tortureByStrings({ every = 1, place, launcher }) {
  const world = makeWorld({ place, launcher });
  const strings = hostileStrings().filter((_, index) => index % every === 0);
  const wrong = [];
  try {
    await world.agent.start();
    await world.started();
    const commands = makeCommands(world, strings);
    for (let from = 0; from < commands.length && wrong.length === 0; from += BATCH) {
      const batch = commands.slice(from, from + BATCH);
      world.issue(...batch.map(({ sent: _, ...command }) => command));
      const isDone = () => batch.every(({ id }) => world.issued.get(id).result !== undefined);
      if (!(await world.lookUntil(isDone, 60))) wrong.push("some commands did not end");
      for (const command of batch) {
        const { result } = world.issued.get(command.id);
        if (result?.state === "succeeded") wrong.push(...differences(world, command));
        else wrong.push(`${command.id} ${JSON.stringify(command.sent.args[0])}: ${result?.state} ${result?.code}`);
      }
      await world.lookUntil(world.isSettled, 20);
    }
    return { strings: strings.length, wrong: [...wrong, ...world.wrong] };
  } finally {
    await world.remove();
  }
}
