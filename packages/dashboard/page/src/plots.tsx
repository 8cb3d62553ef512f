// What a session uses over an hour: three plots on one time axis, each with its numbers in words and as a table.
import { formatBytes } from "@para-docker/host/format";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { Usage } from "../../src/wire";
import { sessionPath, useDocument } from "./api";
import { clock, percent, rate } from "./format";

/** Milliseconds between two looks: a step of the ring. */
const LOOK_MS = 5_000;
const HEIGHT = 104;
const LEAST_SECONDS = 600;
/** Steps in a row of the table: five minutes. */
const ROW_STEPS = 60;

type Field = "cpu" | "memory" | "received" | "sent";

interface PlotKind {
  title: string;
  fields: { field: Field; label: string; colour: string }[];
  show(value: number): string;
  /** Steps of the axis where they are none of ten. */
  steps?: number[];
}

/** Powers of two: what bytes are counted in. */
const BYTE_STEPS = Array.from({ length: 50 }, (_, i) => 2 ** i);

const KINDS: PlotKind[] = [
  { title: "CPU", fields: [{ field: "cpu", label: "of one core", colour: "--plot-a" }], show: percent },
  {
    title: "Memory",
    fields: [{ field: "memory", label: "in use", colour: "--plot-b" }],
    show: formatBytes,
    steps: BYTE_STEPS,
  },
  {
    title: "Network",
    fields: [
      { field: "received", label: "received", colour: "--plot-c" },
      { field: "sent", label: "sent", colour: "--plot-d" },
    ],
    show: rate,
    steps: BYTE_STEPS,
  },
];

export function Plots({ name }: { name: string }) {
  const { value: usage } = useDocument<Usage>(sessionPath(name, "usage"), LOOK_MS);
  if (usage === undefined) return null;
  return (
    <section class="plots" aria-label="Use over the last hour">
      <h3>Last hour</h3>
      {KINDS.map((kind) => (
        <Plot key={kind.title} kind={kind} usage={usage} />
      ))}
    </section>
  );
}

function Plot({ kind, usage }: { kind: PlotKind; usage: Usage }) {
  const words = kind.fields
    .map(({ field, label }) => summary(usage[field], label, kind.show))
    .filter((each) => each !== undefined)
    .join("; ");
  return (
    <figure class="plot">
      <figcaption>
        <b>{kind.title}</b> {words || "nothing measured yet"}
      </figcaption>
      <Drawing kind={kind} usage={usage} />
      <details>
        <summary>{kind.title} as a table</summary>
        <UsageTable kind={kind} usage={usage} />
      </details>
    </figure>
  );
}

/** The last value, the mean and the peak in words; undefined where nothing was measured. */
function summary(values: (number | null)[], label: string, show: (value: number) => string): string | undefined {
  const known = values.filter((value) => value !== null);
  const last = values.at(-1) ?? known.at(-1);
  if (last === undefined) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return `${show(last)} ${label}, mean ${show(mean)}, peak ${show(Math.max(...known))}`;
}

function Drawing({ kind, usage }: { kind: PlotKind; usage: Usage }) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  useEffect(() => {
    const target = place.current;
    if (target === null) return;
    const drawn = new uPlot(optionsOf(kind, target.clientWidth), dataOf(kind, usage), target);
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: target.clientWidth, height: HEIGHT }));
    resized.observe(target);
    // The lines take their colours from the style sheet when they are drawn.
    const themed = new MutationObserver(() => drawn.redraw(false));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const system = matchMedia("(prefers-color-scheme: dark)");
    const redraw = () => drawn.redraw(false);
    system.addEventListener("change", redraw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      system.removeEventListener("change", redraw);
      drawn.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData(dataOf(kind, usage)), [usage]);
  return <div class="drawing" ref={place} aria-hidden="true" />;
}

function dataOf({ fields }: PlotKind, usage: Usage): uPlot.AlignedData {
  const times = usage.cpu.map((_, i) => usage.start + i * usage.step);
  return [times, ...fields.map(({ field }) => usage[field])];
}

function optionsOf({ fields, show, steps }: PlotKind, width: number): uPlot.Options {
  const colour = (name: string) => () => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = {
    stroke: colour("--quiet"),
    grid: { stroke: colour("--line"), width: 1 },
    ticks: { show: false },
    font: "11px system-ui, sans-serif",
  };
  return {
    width,
    height: HEIGHT,
    padding: [6, 8, 0, 0],
    legend: { show: false },
    cursor: { sync: { key: "usage" }, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: { range: (plot, _least, most) => [beginOf(plot.data, most), most] },
      y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.15 : 1] },
    },
    axes: [
      { ...axis, size: 22, values: (_plot, times) => times.map((time) => clock(time * 1000).slice(0, 5)) },
      { ...axis, size: 62, space: 28, ...(steps && { incrs: steps }), values: (_plot, values) => values.map(show) },
    ],
    series: [
      {},
      ...fields.map(({ label, colour: name }) => ({
        label,
        stroke: colour(name),
        width: 1.5,
        points: { show: false },
      })),
    ],
  };
}

/** Where the time axis begins: with the first measurement, but ten minutes ago at the latest. */
function beginOf([times, ...series]: uPlot.AlignedData, most: number): number {
  const first = times.findIndex((_, i) => series.some((values) => values[i] != null));
  return Math.min(most - LEAST_SECONDS, times[Math.max(0, first)] ?? most);
}

function UsageTable({ kind, usage }: { kind: PlotKind; usage: Usage }) {
  const rows = Array.from({ length: Math.ceil(usage.cpu.length / ROW_STEPS) }, (_, i) => i * ROW_STEPS).reverse();
  const mean = (field: Field, from: number) => {
    const known = usage[field].slice(from, from + ROW_STEPS).filter((value) => value !== null);
    return known.length === 0 ? "–" : kind.show(known.reduce((sum, value) => sum + value, 0) / known.length);
  };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Five minutes from</th>
          {kind.fields.map(({ label }) => (
            <th key={label} scope="col">
              mean {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((from) => (
          <tr key={from}>
            <th scope="row">{clock((usage.start + from * usage.step) * 1000).slice(0, 5)}</th>
            {kind.fields.map(({ field }) => (
              <td key={field}>{mean(field, from)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
