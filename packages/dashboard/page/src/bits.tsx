// Small parts that several views share.
import { progressShare } from "@para-docker/host/format";
import type { ComponentChildren } from "preact";
import type { Mood } from "../../src/wire";

/** A word with the colour of how it is. */
export function Pill({ mood, children }: { mood: Mood | "busy"; children: ComponentChildren }) {
  return <span class={`pill ${mood}`}>{children}</span>;
}

/** How a health, or a service's or command's state is. */
export function moodOfWord(word: string): Mood {
  if (["healthy", "running", "succeeded"].includes(word)) return "good";
  if (["unhealthy", "error", "failed", "timed_out", "rejected", "expired", "lost"].includes(word)) return "bad";
  if (["starting", "stopping"].includes(word)) return "doubtful";
  return "quiet";
}

/** A service's name with its state as a dot, and in words for who sees none. */
export function Service({ name, state }: { name: string; state: string }) {
  return (
    <li class={`service ${moodOfWord(state)}`} title={`${name}: ${state}`}>
      <i class="dot" aria-hidden="true" />
      {name}
      <span class={moodOfWord(state) === "good" ? "hidden" : "state"}> {state}</span>
    </li>
  );
}

/** How far a phase has got. */
export function ProgressBar({ progress, label }: { progress: { current: number; total: number }; label: string }) {
  const done = progressShare(progress);
  const text = done === undefined ? `${progress.current} done` : `${Math.floor(done * 100)} %`;
  const known = done !== undefined && {
    "aria-valuenow": Math.floor(done * 100),
    "aria-valuemin": 0,
    "aria-valuemax": 100,
  };
  return (
    <div class="bar" role="progressbar" aria-label={label} aria-valuetext={text} {...known}>
      <i class={done === undefined ? "unknown" : ""} style={done === undefined ? {} : { width: `${done * 100}%` }} />
    </div>
  );
}

/** A line of values. Its text is elsewhere on the card. */
export function Sparkline({ values, steps }: { values: readonly (number | null)[]; steps: number }) {
  const most = Math.max(100, ...values.map((value) => value ?? 0));
  const offset = steps - values.length;
  let path = "";
  let drawing = false;
  for (const [i, value] of values.entries()) {
    if (value === null) drawing = false;
    else {
      path += `${drawing ? "L" : "M"}${offset + i} ${(19 - (value / most) * 18).toFixed(1)}`;
      drawing = true;
    }
  }
  return (
    <svg class="spark" viewBox={`0 0 ${steps - 1} 20`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface SearchProps<Choice extends string> {
  id: string;
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  choice: Choice;
  choices: readonly (readonly [value: Choice, words: string])[];
  choiceLabel: string;
  onChoice: (choice: Choice) => void;
}

/** A field to search with, and a choice beside it. */
export function Search<Choice extends string>(props: SearchProps<Choice>) {
  return (
    <>
      <input
        type="search"
        id={props.id}
        aria-label={props.label}
        placeholder={`${props.placeholder}  /`}
        value={props.text}
        onInput={(event) => props.onText(event.currentTarget.value)}
        spellcheck={false}
        autocomplete="off"
      />
      <select
        aria-label={props.choiceLabel}
        value={props.choice}
        onChange={(event) => props.onChoice(event.currentTarget.value as Choice)}
      >
        {props.choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}
