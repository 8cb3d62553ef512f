// The flags of one call, by their long names, each read as what it is.

/** Values of flags as commander leaves them. */
export interface Values {
  /** Whether a flag without a value was given. */
  flag(name: string): boolean;
  /** The value of a flag, or nothing. */
  text(name: string): string | undefined;
  /** Every value of a flag that may be repeated. */
  list(name: string): string[];
}

/** Reads `options`, whose keys are camel-cased long names. Asking takes the name as it is typed: `state-dir`. */
export function valuesOf(options: Record<string, unknown>): Values {
  const get = (name: string) => options[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  return {
    flag: (name) => get(name) === true,
    text: (name) => {
      const value = get(name);
      return typeof value === "string" ? value : undefined;
    },
    list: (name) => {
      const value = get(name);
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}
