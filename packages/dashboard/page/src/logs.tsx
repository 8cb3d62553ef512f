// The agent's log of a session, with a search.
import { useState } from "preact/hooks";
import type { LogRecord } from "../../src/wire";
import { sessionPath, useDocument } from "./api";
import { Search } from "./bits";
import { clock } from "./format";

const LOOK_MS = 1_500;
const LEVELS = [
  ["debug", "all levels"],
  ["info", "info and above"],
  ["warn", "warn and above"],
  ["error", "error and above"],
] as const;

interface LogDocument {
  searched: number;
  found: number;
  records: LogRecord[];
}

export function Logs({ name }: { name: string }) {
  const [search, setSearch] = useState("");
  const [level, setLevel] = useState<(typeof LEVELS)[number][0]>("debug");
  const query = new URLSearchParams({ q: search, level });
  const { value, error } = useDocument<LogDocument>(`${sessionPath(name, "logs")}?${query}`, LOOK_MS);
  return (
    <div class="logs">
      <search class="tools" aria-label="Log">
        <Search
          id="log-search"
          label="Search the log"
          placeholder="Search events, codes, commands, messages…"
          text={search}
          onText={setSearch}
          choiceLabel="Least level"
          choice={level}
          choices={LEVELS}
          onChoice={setLevel}
        />
        <p class="found" role="status">
          {value ? `${value.found} of ${value.searched}` : ""}
        </p>
      </search>
      {error === undefined ? null : <p class="error">{error}</p>}
      <section class="scroll" tabIndex={0} aria-label="Records, newest first">
        <table>
          <thead class="hidden">
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Level</th>
              <th scope="col">Event</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {[...(value?.records ?? [])].reverse().map((record, i) => (
              <tr key={`${record.timestamp} ${i}`} class={record.level}>
                <td>
                  <time dateTime={record.timestamp}>{clock(record.timestamp)}</time>
                </td>
                <td>{record.level}</td>
                <td>{record.event}</td>
                <td class="text">{[record.command_id, record.code, record.message].filter(Boolean).join("  ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {value?.found === 0 ? <p class="nothing">Nothing like that among the last {value.searched} records.</p> : null}
      </section>
    </div>
  );
}
