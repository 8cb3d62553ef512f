// How many commands a second an agent gets through when its queue is kept full.
const COUNT = 1_000;
/** What the agents run at once by default, and so what the bare spawns run at once. */
const AT_ONCE = 4;
/** The queue holds 256: so many in flight keep it filled and are never refused. */
const IN_FLIGHT = 128;

/** Rows: bare spawns from a small Node, and each agent. */
export async function drain({ sessions, timer }) {
  const seconds = (await timer.time(["/bin/sh", "-c", ":"], { count: COUNT, lanes: AT_ONCE })) / 1000;
  const rows = [{ what: "bare spawns of sh -c :", rate: COUNT / seconds }];
  for (const { what, session } of sessions) {
    const started = performance.now();
    let next = 0;
    const lanes = Array.from({ length: IN_FLIGHT }, async () => {
      while (next < COUNT) {
        next += 1;
        await (await session.enqueue({ type: "exec", command: ":" })).result();
      }
    });
    await Promise.all(lanes);
    rows.push({ what, rate: (COUNT / (performance.now() - started)) * 1000 });
  }
  return rows.map(({ what, rate }) => ({
    what,
    "commands/s": Math.round(rate),
    "of bare spawns": `${(rate / rows[0].rate).toFixed(2)} ×`,
  }));
}
