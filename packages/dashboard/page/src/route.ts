// Which session is open, and which of its tabs: kept in the address, so that back, reload and bookmarks do what they should.
import { useEffect, useState } from "preact/hooks";

export const TABS = ["overview", "commands", "logs"] as const;
export type Tab = (typeof TABS)[number];

export interface Route {
  session?: string;
  tab: Tab;
}

/** Address of a session's tab; of the overview of all without one. */
export function linkTo(session?: string, tab: Tab = "overview"): string {
  if (session === undefined) return "#/";
  return `#/${encodeURIComponent(session)}${tab === "overview" ? "" : `/${tab}`}`;
}

/** What the address names. */
export function readRoute(): Route {
  const [, session = "", tab] = location.hash.split("/");
  const known = TABS.find((each) => each === tab) ?? "overview";
  try {
    return session === "" ? { tab: known } : { session: decodeURIComponent(session), tab: known };
  } catch {
    return { tab: known };
  }
}

/** The same, as it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const look = () => setRoute(readRoute());
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return route;
}
