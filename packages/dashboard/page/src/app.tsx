// The whole page: all sessions, the open one beside them, what is said and asked.
import { useEffect, useMemo, useState } from "preact/hooks";
import { Search } from "./bits";
import { SessionCard } from "./card";
import { Dialogs, type Question } from "./dialogs";
import { onKeys } from "./keys";
import { orderOf, type Sort } from "./order";
import { linkTo, useRoute } from "./route";
import { SessionPane } from "./session";
import { useStore } from "./store";
import { applyTheme, chosenTheme, nextTheme, shownTheme } from "./theme";

export function App() {
  const route = useRoute();
  const [question, setQuestion] = useState<Question>();
  const [filter, setFilter] = useState("");
  const [sort, setSort] = useState<Sort>("need");
  const [theme, setTheme] = useState(chosenTheme);
  const turnTheme = () => {
    const next = nextTheme(shownTheme());
    applyTheme(next);
    setTheme(next);
  };
  useEffect(() => onKeys({ route, ask: setQuestion, turnTheme }), [route]);
  useEffect(() => document.getElementById("session-title")?.focus(), [route.session]);
  return (
    <div class={route.session === undefined ? "app" : "app with-session"}>
      <button type="button" class="skip" onClick={skip}>
        Go to the sessions
      </button>
      <TopBar theme={theme} turnTheme={turnTheme} showKeys={() => setQuestion({ ask: "help" })} />
      <Trouble />
      <main>
        <Sessions {...{ filter, setFilter, sort, setSort, open: route.session }} />
        {route.session === undefined ? null : (
          <SessionPane key={route.session} name={route.session} tab={route.tab} ask={setQuestion} />
        )}
      </main>
      <Toasts />
      <Dialogs question={question} done={() => setQuestion((asked) => (asked === question ? undefined : asked))} />
    </div>
  );
}

function skip(): void {
  document.querySelector<HTMLElement>("[data-card]")?.focus();
}

function TopBar({ theme, turnTheme, showKeys }: { theme: string; turnTheme: () => void; showKeys: () => void }) {
  const workspace = useStore((state) => state.workspace);
  const connection = useStore((state) => state.connection);
  const cards = useStore((state) => state.cards);
  const all = [...cards.values()];
  const calls = all.filter((card) => card.calls).length;
  const bad = all.filter((card) => card.need === 1).length;
  useEffect(() => {
    document.title = `${calls > 0 ? `(${calls}) ` : ""}para-docker`;
  }, [calls]);
  return (
    <header class="top">
      <h1>
        <a href={linkTo()}>para-docker</a>
      </h1>
      <span class="workspace" title={workspace}>
        {workspace.split("/").at(-1)}
      </span>
      <p class="summary">
        <span class={calls + bad > 0 ? "all" : ""}>
          <b>{all.length}</b> {all.length === 1 ? "session" : "sessions"}
        </span>
        {calls > 0 ? (
          <span class="calls">
            {calls} {calls === 1 ? "needs" : "need"} you
          </span>
        ) : null}
        {bad > 0 ? <span class="bad">{bad} in trouble</span> : null}
      </p>
      <span class={`connection ${connection}`} role="status">
        <i class="dot" aria-hidden="true" />
        {connection}
      </span>
      <button type="button" onClick={turnTheme} aria-label={`Theme: ${theme}`} title="Theme (t)">
        {{ system: "◐", light: "☀", dark: "☾" }[theme]}
      </button>
      <button type="button" onClick={showKeys} aria-label="Keys" title="Keys (?)">
        ?
      </button>
    </header>
  );
}

function Trouble() {
  const trouble = useStore((state) => state.trouble);
  const connection = useStore((state) => state.connection);
  const text =
    connection === "ended"
      ? "This dashboard has ended. Start para-docker dashboard again, and open the link that it prints."
      : connection === "lost"
        ? "No connection to the dashboard. What is shown may be old; it is asked again and again."
        : (trouble ?? "");
  return (
    <div class="trouble" role="alert">
      {text}
    </div>
  );
}

const ORDERS: [Sort, string][] = [
  ["need", "by need"],
  ["name", "by name"],
  ["cpu", "by cpu"],
  ["memory", "by memory"],
  ["age", "newest first"],
];

interface SessionsProps {
  filter: string;
  setFilter: (filter: string) => void;
  sort: Sort;
  setSort: (sort: Sort) => void;
  open: string | undefined;
}

/** Every session, in groups: those that need a person first. */
function Sessions({ filter, setFilter, sort, setSort, open }: SessionsProps) {
  const cards = useStore((state) => state.cards);
  const connection = useStore((state) => state.connection);
  const groups = useMemo(() => orderOf(cards, filter, sort), [cards, filter, sort]);
  const shown = groups.reduce((sum, group) => sum + group.names.length, 0);
  return (
    <section class="sessions" id="sessions" aria-label="Sessions">
      <search class="tools">
        <Search
          id="filter"
          label="Filter sessions"
          placeholder="Filter sessions"
          text={filter}
          onText={setFilter}
          choiceLabel="Order"
          choice={sort}
          choices={ORDERS}
          onChoice={setSort}
        />
      </search>
      {shown === 0 ? <Nothing connected={connection !== "connecting"} filtered={cards.size > 0} /> : null}
      {groups.map(({ title, names }) => (
        <section key={title} class="group" aria-labelledby={`group-${title}`}>
          <h2 id={`group-${title}`}>
            {title} <span>{names.length}</span>
          </h2>
          <ul class="cards">
            {names.map((name) => (
              <SessionCard key={name} name={name} open={name === open} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Nothing({ connected, filtered }: { connected: boolean; filtered: boolean }) {
  if (!connected) return <p class="nothing">Connecting…</p>;
  if (filtered) return <p class="nothing">No session is like that.</p>;
  return (
    <p class="nothing">
      No sessions yet. Start one: <code>para-docker start NAME --image IMAGE</code>
    </p>
  );
}

/** What was said last, on the screen and to screen readers. */
function Toasts() {
  const toasts = useStore((state) => state.toasts);
  return (
    <div class="toasts" role="log" aria-live="polite" aria-label="News">
      {toasts.map(({ id, text, bad }) => (
        <p key={id} class={bad ? "bad" : ""}>
          {text}
        </p>
      ))}
    </div>
  );
}
