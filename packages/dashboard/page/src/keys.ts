// Keys of the page. None while a person types, or holds a modifier that the browser wants.
import type { Question } from "./dialogs";
import { linkTo, type Route, TABS } from "./route";
import { current } from "./store";

interface Reach {
  route: Route;
  ask: (question: Question) => void;
  turnTheme: () => void;
}

/** Listens until the returned function is called. */
export function onKeys(reach: Reach): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
    const target = event.target as HTMLElement;
    // In a question that was just closed nobody types, though the focus may still be there.
    if (target.matches("input, select, textarea") && target.closest("dialog") === null) {
      if (event.key === "Escape") target.blur();
      return;
    }
    if (press(event.key, reach)) event.preventDefault();
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}

/** Does what `key` is for; false where it is for nothing. */
function press(key: string, { route: { session, tab }, ask, turnTheme }: Reach): boolean {
  const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
  if (key === "?") ask({ ask: "help" });
  else if (key === "t") turnTheme();
  else if (key === "/") focus(session !== undefined && tab === "logs" ? "#log-search" : "#filter");
  else if (key === "j" || key === "ArrowDown") return step(1, key);
  else if (key === "k" || key === "ArrowUp") return step(-1, key);
  else if (session === undefined) return false;
  else if (key === "Escape") {
    location.hash = linkTo();
    focus(`[data-card="${CSS.escape(session)}"]`);
  } else if (key === "e") ask({ ask: "exec", session });
  else if (key === "s") ask({ ask: "signal", session });
  else if (key === "F") ask({ ask: "finish", session });
  else if (key === "c") document.querySelector<HTMLElement>("[data-cancel]")?.click();
  else if (/^[123]$/.test(key)) location.hash = linkTo(session, TABS[Number(key) - 1]);
  else return false;
  return true;
}

/** Moves the focus to another card. The arrow keys do so on a card alone: elsewhere they scroll. */
function step(by: number, key: string): boolean {
  const links = [...document.querySelectorAll<HTMLElement>("[data-card]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && key.startsWith("Arrow")) return false;
  const open = links.findIndex((link) => link.closest("[aria-current]") !== null);
  const from = at >= 0 ? at : open >= 0 ? open : by > 0 ? -1 : 0;
  links[Math.min(links.length - 1, Math.max(0, from + by))]?.focus();
  return current().cards.size > 0;
}
