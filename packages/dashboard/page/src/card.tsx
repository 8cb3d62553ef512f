// One session at a glance.
import { formatAge, formatBytes, progressShare } from "@para-docker/host/format";
import type { Mood } from "../../src/wire";
import { Pill, ProgressBar, Service, Sparkline } from "./bits";
import { percent } from "./format";
import { linkTo } from "./route";
import { useStore } from "./store";

const SERVICES = 5;
const SPARK_STEPS = 60;
/** How a session of each `need` is. */
const MOODS: Mood[] = ["calls", "bad", "doubtful", "good", "quiet"];

export function SessionCard({ name, open }: { name: string; open: boolean }) {
  const card = useStore((state) => state.cards.get(name));
  const spark = useStore((state) => state.sparks.get(name));
  const now = useStore((state) => state.now);
  if (card === undefined) return null;
  const { progress, services, message, attention } = card;
  const done = progress && progressShare(progress);
  const [first] = card.running;
  const said = card.calls ? (attention?.reason ?? "Asks for you") : message.text;
  return (
    <li>
      <article class={`card ${MOODS[card.need] ?? card.mood}`} aria-current={open ? "true" : undefined}>
        <header>
          <h3>
            <a href={linkTo(name)} data-card={name}>
              {name}
            </a>
          </h3>
          {card.health === "unhealthy" ? <Pill mood="bad">unhealthy</Pill> : null}
          {card.calls ? <Pill mood="calls">needs you</Pill> : null}
          <Pill mood={card.mood}>{card.state}</Pill>
        </header>
        <p class="phase">
          <span>{card.phase ?? "no phase told"}</span>
          {progress ? <b>{done === undefined ? progress.current : `${Math.floor(done * 100)} %`}</b> : null}
        </p>
        {progress ? <ProgressBar progress={progress} label={`Progress of ${name}`} /> : null}
        <p class={`said ${card.calls ? "calls" : message.mood}`}>{said}</p>
        <ul class="services" aria-label="Services">
          {services.slice(0, SERVICES).map(([service, state]) => (
            <Service key={service} name={service} state={state} />
          ))}
          {services.length > SERVICES ? <li class="more">+{services.length - SERVICES}</li> : null}
          {card.errors > 0 ? <li class="count bad">{plural(card.errors, "error")}</li> : null}
          {card.warnings > 0 ? <li class="count doubtful">{plural(card.warnings, "warning")}</li> : null}
        </ul>
        <footer>
          <span class="use">
            <Sparkline values={spark?.values ?? []} steps={SPARK_STEPS} />
            <span>{card.cpu === undefined ? "" : `${percent(card.cpu)} cpu`}</span>
            <span>{card.memory === undefined ? "" : formatBytes(card.memory.used)}</span>
          </span>
          <span class="runs" title={first?.title}>
            {first === undefined ? "" : `▸ ${first.title}`}
            {card.runs > 1 ? ` +${card.runs - 1}` : ""}
          </span>
          <span class="age" title={card.since}>
            {formatAge(card.since, now)}
          </span>
        </footer>
      </article>
    </li>
  );
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
