// What the page does to sessions: run a command, cancel some, ask the agent for something, finish.
import { finishSession, openSession, type StateRoot } from "@para-docker/host";
import { Refused } from "./answer.js";

type Body = { [key: string]: unknown };

/** Actions by their names in the path; each resolves to what is answered. */
export const ACTIONS: { [name: string]: (root: StateRoot, session: string, body: Body) => Promise<object> } = {
  exec: (root, name, body) =>
    withSession(root, name, async (session) => {
      const line = textOf(body, "command");
      const timeout = body.timeout_seconds;
      if (timeout !== undefined && typeof timeout !== "number")
        throw new Refused(400, "usage", "timeout_seconds is to be a number.");
      const command = await session.enqueue({
        type: "exec",
        command: line,
        ...(timeout !== undefined && { timeout_seconds: timeout }),
      });
      return { id: command.id };
    }),

  signal: (root, name, body) =>
    withSession(root, name, async (session) => {
      const command = await session.enqueue({ type: "signal", signal: textOf(body, "signal") });
      return { id: command.id };
    }),

  cancel: (root, name, body) =>
    withSession(root, name, async (session) => {
      const id = textOf(body, "id");
      await session.command(id).cancel();
      return { id };
    }),

  /** Answers when it is done, however long that takes; the session's card shows meanwhile that it is being finished. */
  finish: async (root, name) => {
    const { archivePath } = await finishSession(root, name, { archive: "tar" });
    return { ...(archivePath !== undefined && { archive: archivePath }) };
  },
};

async function withSession<T>(
  root: StateRoot,
  name: string,
  act: (session: Awaited<ReturnType<typeof openSession>>) => Promise<T>,
): Promise<T> {
  const session = await openSession(root, name, { engine: null });
  try {
    return await act(session);
  } finally {
    await session.close();
  }
}

function textOf(body: Body, key: string): string {
  const value = body[key];
  if (typeof value !== "string" || value === "") throw new Refused(400, "usage", `${key} is to be a text.`);
  return value;
}
