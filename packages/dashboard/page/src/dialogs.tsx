// Questions before anything is done: each is a dialog of the browser's own, which keeps the keyboard inside and Escape as the way out.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { act, wordsOf } from "./api";
import { linkTo } from "./route";
import { change, current, say } from "./store";

/** What is asked. */
export type Question =
  | { ask: "exec"; session: string }
  | { ask: "signal"; session: string }
  | { ask: "cancel"; session: string; id: string; title: string }
  | { ask: "finish"; session: string }
  | { ask: "help" };

const SIGNALS = ["ping", "pause", "resume", "reload_config", "shutdown"];

/** The question, if there is one. `done` takes it away. */
export function Dialogs({ question, done }: { question: Question | undefined; done: () => void }) {
  if (question === undefined) return null;
  // The browser tells that a dialog was closed a moment later; by then the same may have been asked again, which is another question.
  if (question.ask === "help") return <Help done={done} key={question} />;
  return <ActionDialog question={question} done={done} key={question} />;
}

function Modal({ title, done, children }: { title: string; done: () => void; children: ComponentChildren }) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={place} aria-labelledby="dialog-title" onClose={done}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

/** An action as it is asked for. */
interface Asked {
  title: string;
  text: string;
  /** The word on the button that does it. */
  button: string;
  danger?: boolean;
  field?: { label: string; choices?: string[]; placeholder?: string };
  run(value: string): Promise<void>;
}

function askedFor(question: Exclude<Question, { ask: "help" }>): Asked {
  const { session } = question;
  switch (question.ask) {
    case "exec":
      return {
        title: `Run a command in ${session}`,
        text: "A line for the container's shell. It runs once, in the workspace, and can be cancelled.",
        button: "Run",
        field: { label: "Command", placeholder: "npm test" },
        async run(command) {
          const { id } = await act<{ id: string }>(session, "exec", { command });
          say(`${session}: ${id} is on its way`);
          location.hash = linkTo(session, "commands");
          change({ chosen: { ...current().chosen, [session]: id } });
        },
      };
    case "signal":
      return {
        title: `Signal ${session}`,
        text: "Asks the agent for something. Any other word runs the hook that its configuration has for it.",
        button: "Send",
        field: { label: "Signal", choices: SIGNALS, placeholder: "ping" },
        async run(signal) {
          const { id } = await act<{ id: string }>(session, "signal", { signal });
          say(`${session}: ${signal} is ${id}`);
        },
      };
    case "cancel":
      return {
        title: `Cancel ${question.id}?`,
        text: `${question.title}\n\nIt is stopped with all that it has started.`,
        button: "Cancel the command",
        danger: true,
        async run() {
          await act(session, "cancel", { id: question.id });
          say(`${session}: cancelling ${question.id}`);
        },
      };
    case "finish":
      return {
        title: `Finish ${session}?`,
        text: "Its commands are drained, the agent is shut down, the container is removed. Results and logs are kept in an archive.",
        button: "Finish the session",
        danger: true,
        async run() {
          say(`${session} is being finished`);
          location.hash = linkTo();
          const finished = act<{ archive?: string }>(session, "finish");
          finished.then(
            ({ archive }) => say(`${session} is finished${archive === undefined ? "" : `: ${archive}`}`),
            (error: unknown) => say(`${session}: ${wordsOf(error)}`, true),
          );
        },
      };
  }
}

function ActionDialog({ question, done }: { question: Exclude<Question, { ask: "help" }>; done: () => void }) {
  const asked = askedFor(question);
  const [value, setValue] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const ready = asked.field === undefined || value.trim() !== "";
  const run = async (event: Event) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    try {
      await asked.run(value.trim());
      done();
    } catch (failure) {
      setError(wordsOf(failure));
      setBusy(false);
    }
  };
  return (
    <Modal title={asked.title} done={done}>
      <form onSubmit={run}>
        <p class="text">{asked.text}</p>
        {asked.field ? (
          <label>
            {asked.field.label}
            <input
              value={value}
              onInput={(event) => setValue(event.currentTarget.value)}
              placeholder={asked.field.placeholder ?? ""}
              list={asked.field.choices ? "choices" : undefined}
              spellcheck={false}
              autocomplete="off"
              autocapitalize="off"
              autofocus
            />
          </label>
        ) : null}
        {asked.field?.choices ? (
          <datalist id="choices">
            {asked.field.choices.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        ) : null}
        <p class="error" role="alert">
          {error}
        </p>
        <div class="buttons">
          <button type="button" onClick={done}>
            {question.ask === "cancel" ? "Leave it running" : "Leave it"}
          </button>
          <button type="submit" class={asked.danger ? "danger" : "primary"} disabled={!ready || busy}>
            {asked.button}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Keys and what they do. */
const KEYS: [keys: string, what: string][] = [
  ["j  k", "next and previous session"],
  ["Enter", "open the session that has the focus"],
  ["Esc", "back to all sessions"],
  ["/", "filter sessions; in the log: search"],
  ["1  2  3", "overview, commands, logs of the open session"],
  ["e", "run a command in it"],
  ["c", "cancel the chosen command"],
  ["s", "send it a signal"],
  ["Shift F", "finish it"],
  ["t", "light, dark, or as the system has it"],
  ["?", "this list"],
];

function Help({ done }: { done: () => void }) {
  return (
    <Modal title="Keys" done={done}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split("  ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <button type="button" class="primary" onClick={done}>
          Close
        </button>
      </div>
    </Modal>
  );
}
