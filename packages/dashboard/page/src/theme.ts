// Light or dark: the system's choice, or the person's own, which this browser remembers.

export type Theme = "system" | "light" | "dark";
const THEMES: Theme[] = ["system", "light", "dark"];
const KEY = "para-theme";

/** The person's choice. */
export function chosenTheme(): Theme {
  const kept = THEMES.find((each) => each === read());
  return kept ?? "system";
}

/** Shows the page in the chosen theme. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing shows the system's theme next time.
  }
}

/** The choice that the page shows. */
export function shownTheme(): Theme {
  return THEMES.find((each) => each === document.documentElement.dataset.theme) ?? "system";
}

/** The choice after this one. */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
