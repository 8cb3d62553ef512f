// From a schema's pattern to what old awks understand: no {n,m}, no escapes but of points, no NUL.

/** A pattern for awk: an extended regular expression, and bounds of length that it does not say itself. */
export interface AwkPattern {
  /** For an awk literal, between slashes. */
  source: string;
  minLength?: number;
  maxLength?: number;
}

/** Repetitions that are written out. More of them cost too much, and must be the end of a pattern. */
const WRITTEN_OUT = 16;

interface Atom {
  source: string;
  /** How many characters it matches, where that is always the same. */
  width: number | undefined;
  /** Where it may be repeated more often than is written out. */
  simple: boolean;
}

/** Translates; throws at anything that an awk might read in another way. What it matches is printable ASCII, without space. */
export function awkPattern(pattern: string): AwkPattern {
  if (!/^\^.*\$$/s.test(pattern)) throw new Error(`the pattern ${pattern} is not anchored at both ends`);
  const body = pattern.slice(1, -1);
  let at = 0;
  let bounds: { minLength?: number; maxLength?: number } = {};
  const source = alternatives(true).source;
  if (at < body.length) throw new Error(`the pattern ${pattern} ends at ${at}`);
  return { source: `^${source}$`, ...bounds };

  function alternatives(top: boolean): Atom {
    const branches = [sequence(top)];
    while (body[at] === "|") {
      if (top) throw new Error(`the pattern ${pattern} has alternatives beside its anchors`);
      at++;
      branches.push(sequence(false));
    }
    const [first] = branches;
    const width = branches.every((branch) => branch.width === first?.width) ? first?.width : undefined;
    return { source: branches.map((branch) => branch.source).join("|"), width, simple: false };
  }

  function sequence(top: boolean): Atom {
    let source = "";
    let width: number | undefined = 0;
    while (at < body.length && body[at] !== "|" && body[at] !== ")") {
      const item = repeated(atom(), top, width);
      source += item.source;
      width = width === undefined || item.width === undefined ? undefined : width + item.width;
    }
    return { source, width, simple: false };
  }

  function atom(): Atom {
    const rest = body.slice(at);
    if (rest.startsWith("(")) {
      at++;
      const inside = alternatives(false);
      if (body[at] !== ")") throw new Error(`the pattern ${pattern} has an open bracket`);
      at++;
      return { ...inside, source: `(${inside.source})` };
    }
    const [found] = /^(?:\[[A-Za-z0-9._+-]+\]|\\\.|[A-Za-z0-9_:-]|\/)/.exec(rest) ?? [];
    if (found === undefined) throw new Error(`the pattern ${pattern} has ${rest.slice(0, 8)}, which awks may not know`);
    at += found.length;
    const source = found === "/" ? "\\/" : found;
    return { source, width: 1, simple: true };
  }

  function repeated(item: Atom, top: boolean, before: number | undefined): Atom {
    const [found, least, comma, most] = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(body.slice(at)) ?? [];
    if (found === undefined) return item;
    at += found.length;
    if (least === undefined) return { source: item.source + found, width: undefined, simple: false };
    const low = Number(least);
    const high = comma === "" ? low : Number(most);
    if (comma !== "" && most === "") throw new Error(`the pattern ${pattern} repeats without an end`);
    if (high <= WRITTEN_OUT) {
      const source = item.source.repeat(low) + `${item.source}?`.repeat(high - low);
      const width = low === high && item.width !== undefined ? item.width * low : undefined;
      return { source, width, simple: false };
    }
    if (!top || at < body.length || before === undefined || !item.simple || low > 0) {
      throw new Error(`the pattern ${pattern} repeats too often elsewhere than at its end`);
    }
    bounds = { minLength: before, maxLength: before + high };
    return { source: `${item.source}*`, width: undefined, simple: false };
  }
}
