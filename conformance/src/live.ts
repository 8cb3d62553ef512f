// What must be undone if the runner itself is stopped in the middle.
const undo = new Set<() => Promise<void>>();

/** Keeps `action` for an interrupted run; the function given back forgets it again. */
export function whenInterrupted(action: () => Promise<void>): () => void {
  undo.add(action);
  return () => void undo.delete(action);
}

/** Undoes all that is kept. Never throws. */
export async function undoAll(): Promise<void> {
  const actions = [...undo];
  undo.clear();
  await Promise.allSettled(actions.map((action) => action()));
}
