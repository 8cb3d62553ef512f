// What one session is up to: phase, services, what went wrong, what it uses, what it is made of.
import { formatAge, formatBytes, progressShare } from "@para-docker/host/format";
import type { Detail, Notice } from "../../src/wire";
import { ProgressBar, Service } from "./bits";
import { clock, percent } from "./format";
import { Plots } from "./plots";
import { useStore } from "./store";

export function Overview({ detail }: { detail: Detail }) {
  const { card, errors, warnings, problems, custom, exit } = detail;
  const { progress } = card;
  const done = progress && progressShare(progress);
  return (
    <div class="overview">
      <section class="now" aria-label="Now">
        <h3>{card.phase ?? "No phase told"}</h3>
        {progress ? (
          <>
            <p class="numbers">
              {done === undefined
                ? `${progress.current} done`
                : `${progress.current} of ${progress.total}, ${Math.floor(done * 100)} %`}
            </p>
            <ProgressBar progress={progress} label={`Progress of ${card.name}`} />
            <p class="text quiet">{progress.message}</p>
          </>
        ) : null}
        {exit?.code === undefined && exit?.error === undefined ? null : (
          <p class="text bad">
            {exit.code === undefined ? "" : `The container ended with exit code ${exit.code}. `}
            {exit.error}
          </p>
        )}
        {card.services.length > 0 ? (
          <ul class="services" aria-label="Services">
            {card.services.map(([name, state]) => (
              <Service key={name} name={name} state={state} />
            ))}
          </ul>
        ) : null}
      </section>
      <Notices title="Errors" kind="bad" notices={errors} />
      <Notices
        title="Faults in its files"
        kind="bad"
        notices={problems.map(({ code, file, message }) => ({ timestamp: "", message, code, source: file }))}
      />
      <Notices title="Warnings" kind="doubtful" notices={warnings} />
      <Plots name={card.name} />
      <Facts detail={detail} />
      {custom === undefined ? null : (
        <section aria-label="Own values">
          <h3>Own values</h3>
          <pre tabIndex={0}>{JSON.stringify(custom, null, 2)}</pre>
        </section>
      )}
    </div>
  );
}

function Notices({ title, kind, notices }: { title: string; kind: string; notices: Notice[] }) {
  const now = useStore((state) => state.now);
  if (notices.length === 0) return null;
  return (
    <section class={`notices ${kind}`} aria-label={title}>
      <h3>
        {title} <span class="number">{notices.length}</span>
      </h3>
      <ul>
        {[...notices].reverse().map(({ timestamp, message, code, source }, i) => (
          <li key={`${i} ${timestamp}`}>
            <p class="text">{message}</p>
            <p class="from">
              {[source, code].filter(Boolean).join(" · ")}
              {timestamp === "" ? null : (
                <time dateTime={timestamp} title={timestamp}>
                  {clock(timestamp)}, {formatAge(timestamp, now)} ago
                </time>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ detail: { container, metrics, agent, engineState, card } }: { detail: Detail }) {
  const ports = Object.entries(container?.ports ?? {});
  const facts: [string, string | undefined][] = [
    ["Freshness", card.freshness],
    ["Container", engineState && `${engineState}, ${container?.id.slice(0, 12) ?? ""}`],
    ["Runtime", container?.runtime],
    ["Image", container?.image],
    ["Agent", agent === undefined ? container?.agent : `${agent.name} ${agent.version}`],
    ["Runs on", agent?.runtime],
    ["Workspace", container?.workspace],
    ["Ports", ports.length === 0 ? undefined : ports.map(([inside, outside]) => `${outside} → ${inside}`).join(", ")],
    ["Started", card.since && new Date(card.since).toLocaleString([], { hour12: false })],
    ["Processes", metrics?.pids && String(metrics.pids.current)],
    ["Cores", metrics?.cpu?.limit_cores === undefined ? undefined : String(metrics.cpu.limit_cores)],
    [
      "Disk",
      metrics?.disk &&
        `${formatBytes(metrics.disk.used_bytes)} of ${formatBytes(metrics.disk.total_bytes)} (${percent((metrics.disk.used_bytes / Math.max(1, metrics.disk.total_bytes)) * 100)})`,
    ],
  ];
  return (
    <section class="facts" aria-label="Facts">
      <h3>Facts</h3>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
