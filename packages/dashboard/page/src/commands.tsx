// The commands of a session on a time line, and the output of the chosen one.
import { formatDuration } from "@para-docker/host/format";
import type { CommandView, Detail } from "../../src/wire";
import { moodOfWord, Pill } from "./bits";
import type { Question } from "./dialogs";
import { clock } from "./format";
import { Output } from "./output";
import { change, current, useStore } from "./store";

/** Commands on the time line. */
const SHOWN = 60;

interface CommandsProps {
  detail: Detail;
  ask: (question: Question) => void;
}

export function Commands({ detail, ask }: CommandsProps) {
  const { name } = detail.card;
  const now = useStore((state) => state.now);
  const picked = useStore((state) => state.chosen[name]);
  const commands = newestFirst(detail.commands).slice(0, SHOWN);
  const chosen = commands.find(({ id }) => id === picked) ?? commands[0];
  if (chosen === undefined) return <p class="nothing">No commands yet.</p>;
  const choose = (id: string) => change({ chosen: { ...current().chosen, [name]: id } });
  const moments = commands.map((command) => spanOf(command, now));
  const first = Math.min(...moments.map(({ from }) => from));
  const last = Math.max(...moments.map(({ to }) => to), first + 1);
  return (
    <div class="commands">
      <table class="timeline">
        <caption class="hidden">Commands of {name}, newest first</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Command</th>
            <th scope="col" class="when">
              <span>{clock(first)}</span>
              <span>{clock(last)}</span>
            </th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {commands.map((command, i) => {
            const { from, to } = moments[i] ?? { from: first, to: last };
            const left = ((from - first) / (last - first)) * 100;
            return (
              <tr key={command.id} class={command.id === chosen.id ? "chosen" : ""}>
                <td>
                  <Pill mood={command.state === "running" ? "busy" : moodOfWord(command.state)}>{command.state}</Pill>
                </td>
                <td>
                  <button type="button" aria-pressed={command.id === chosen.id} onClick={() => choose(command.id)}>
                    {command.type === "signal" ? `signal ${command.title}` : command.title}
                  </button>
                </td>
                <td class="when">
                  <i
                    class={command.state === "running" ? "busy" : moodOfWord(command.state)}
                    style={{ left: `${left}%`, width: `${Math.max(0.6, ((to - from) / (last - first)) * 100)}%` }}
                  />
                </td>
                <td class="took">
                  {command.started_at === undefined && !isOpen(command) ? "–" : formatDuration(to - from)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <section class="chosen-command" aria-labelledby="command-title">
        <header>
          <h3 id="command-title">{chosen.title}</h3>
          <p class="from">
            <code>{chosen.id}</code> {endOf(chosen)}
          </p>
          {isOpen(chosen) ? (
            <button
              type="button"
              class="danger"
              data-cancel
              onClick={() => ask({ ask: "cancel", session: name, id: chosen.id, title: chosen.title })}
            >
              Cancel…
            </button>
          ) : null}
        </header>
        {chosen.message === undefined ? null : <p class="text bad">{chosen.message}</p>}
        {chosen.type === "exec" ? <Output key={chosen.id} session={name} id={chosen.id} /> : null}
      </section>
    </div>
  );
}

function newestFirst(commands: CommandView[]): CommandView[] {
  return [...commands].sort((a, b) => (a.enqueued_at < b.enqueued_at ? 1 : a.enqueued_at > b.enqueued_at ? -1 : 0));
}

/** From when to when a command takes its place on the time line, in milliseconds. */
function spanOf(command: CommandView, now: number): { from: number; to: number } {
  const from = Date.parse(command.started_at ?? command.enqueued_at);
  const to = command.finished_at === undefined ? (isOpen(command) ? now : from) : Date.parse(command.finished_at);
  return { from, to: Math.max(from, to) };
}

function isOpen({ state }: CommandView): boolean {
  return state === "running" || state === "accepted";
}

function endOf({ state, exit_code, signal, code }: CommandView): string {
  const end = exit_code === undefined ? (signal ?? code) : `exit ${exit_code}`;
  return end === undefined ? state : `${state}, ${end}`;
}
