// Which sessions are shown, in which groups and order.
import type { Card } from "../../src/wire";

export type Sort = "need" | "name" | "cpu" | "memory" | "age";

export interface Group {
  title: string;
  names: string[];
}

/** Titles by `need`. */
const TITLES = ["Needs you", "In trouble", "In doubt", "Working", "Over or paused"];

const byName = (a: Card, b: Card) => (a.name < b.name ? -1 : 1);

const COMPARE: { [Key in Exclude<Sort, "need">]: (a: Card, b: Card) => number } = {
  name: byName,
  cpu: (a, b) => (b.cpu ?? -1) - (a.cpu ?? -1) || byName(a, b),
  memory: (a, b) => (b.memory?.used ?? -1) - (a.memory?.used ?? -1) || byName(a, b),
  age: (a, b) => (b.since ?? "").localeCompare(a.since ?? "") || byName(a, b),
};

/** Groups of the sessions that have every word of `filter`. */
export function orderOf(cards: ReadonlyMap<string, Card>, filter: string, sort: Sort): Group[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = [...cards.values()].filter(({ name, state, health, phase }) => {
    const text = `${name} ${state} ${health ?? ""} ${phase ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (sort !== "need") {
    const names = shown.sort(COMPARE[sort]).map(({ name }) => name);
    return names.length === 0 ? [] : [{ title: "All", names }];
  }
  const groups: Group[] = [];
  for (const { need, name } of shown.sort((a, b) => a.need - b.need || byName(a, b))) {
    const title = TITLES[need] ?? "Working";
    const last = groups.at(-1);
    if (last?.title === title) last.names.push(name);
    else groups.push({ title, names: [name] });
  }
  return groups;
}
