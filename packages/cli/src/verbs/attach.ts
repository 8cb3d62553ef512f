// `para-docker attach`: takes a container that somebody else started for a session.
import type { Call, Verb } from "../definition.js";
import { EXIT } from "../exit-codes.js";
import { usageError } from "../failure.js";

export const attach: Verb = {
  operands: [{ usage: "NAME" }, { usage: "CONTAINER" }],
  options: [{ flags: "-q, --quiet", text: "print nothing" }],
  details: `CONTAINER is an id or a name of the engine's. It must run an agent, and have the
session's directory, .para/state/docker/NAME, mounted as /para/status. It is
looked at and given commands; finish leaves it running.`,
  examples: [
    ["para-docker attach demo my-container", "then exec, status, monitor as with any other"],
    [
      "docker run -d --mount type=bind,source=$PWD/.para/state/docker/demo,target=/para/status …",
      "how such a container is started",
    ],
  ],
  run,
};

async function run({ app, operands, values }: Call): Promise<number> {
  const [name, container, ...more] = operands;
  if (name === undefined || container === undefined || more.length > 0)
    throw usageError("attach takes a session's name and a container.", "Such as para-docker attach demo my-container.");
  const { attachSession } = await app.host();
  const session = await attachSession(await app.stateRoot(values), { name, container });
  await session.close();
  if (!values.flag("quiet")) app.print(`${app.style.bold(name)} is the session of ${container}`);
  return EXIT.ok;
}
