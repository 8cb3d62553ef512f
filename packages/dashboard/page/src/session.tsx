// One session: what it is, what it needs, its tabs, and what can be done to it.
import { useEffect, useState } from "preact/hooks";
import type { Detail } from "../../src/wire";
import { ask as request, sessionPath, wordsOf } from "./api";
import { Pill } from "./bits";
import { Commands } from "./commands";
import type { Question } from "./dialogs";
import { Logs } from "./logs";
import { Overview } from "./overview";
import { linkTo, TABS, type Tab } from "./route";
import { useStore } from "./store";

/** Least milliseconds between two looks at a session that changes all the time. */
const LOOK_MS = 400;

const TITLES: { [Key in Tab]: string } = { overview: "Overview", commands: "Commands", logs: "Logs" };

interface SessionProps {
  name: string;
  tab: Tab;
  ask: (question: Question) => void;
}

export function SessionPane({ name, tab, ask }: SessionProps) {
  const { detail, error } = useDetail(name);
  const card = useStore((state) => state.cards.get(name));
  return (
    <section class="session" aria-labelledby="session-title">
      <header>
        <a class="back" href={linkTo()} aria-label="Back to all sessions">
          ←
        </a>
        <h2 id="session-title" tabIndex={-1}>
          {name}
        </h2>
        {card ? <Pill mood={card.mood}>{card.state}</Pill> : null}
        {card?.health && card.health !== "unknown" ? (
          <Pill mood={card.health === "healthy" ? "good" : card.health === "unhealthy" ? "bad" : "doubtful"}>
            {card.health}
          </Pill>
        ) : null}
        <div class="actions">
          <button type="button" class="primary" onClick={() => ask({ ask: "exec", session: name })}>
            Run…
          </button>
          <button type="button" onClick={() => ask({ ask: "signal", session: name })}>
            Signal…
          </button>
          <button type="button" class="danger" onClick={() => ask({ ask: "finish", session: name })}>
            Finish…
          </button>
        </div>
      </header>
      {card?.calls ? (
        <div class="attention">
          <b>Needs you</b>
          <p class="text">{card.attention?.reason ?? "It does not say what for."}</p>
        </div>
      ) : null}
      {error === undefined ? null : <p class="error">{error}</p>}
      <nav class="tabs" aria-label={`Parts of ${name}`}>
        {TABS.map((each) => (
          <a key={each} href={linkTo(name, each)} aria-current={each === tab ? "page" : undefined}>
            {TITLES[each]}
            {each === "commands" && detail ? <span class="number">{detail.commands.length}</span> : null}
          </a>
        ))}
      </nav>
      {tab === "logs" ? <Logs name={name} /> : null}
      {detail !== undefined && tab === "overview" ? <Overview detail={detail} /> : null}
      {detail !== undefined && tab === "commands" ? <Commands detail={detail} ask={ask} /> : null}
    </section>
  );
}

/** Everything about a session, anew whenever its card changes. */
function useDetail(name: string): { detail?: Detail; error?: string } {
  const card = useStore((state) => state.cards.get(name));
  const [known, setKnown] = useState<{ detail?: Detail; error?: string; asked: number }>({ asked: 0 });
  useEffect(() => {
    const abort = new AbortController();
    const look = async () => {
      const asked = performance.now();
      try {
        setKnown({ detail: await request<Detail>(sessionPath(name), abort.signal), asked });
      } catch (error) {
        if (!abort.signal.aborted) setKnown((before) => ({ ...before, error: wordsOf(error), asked }));
      }
    };
    const timer = setTimeout(look, Math.max(0, known.asked + LOOK_MS - performance.now()));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, card]);
  return known;
}
