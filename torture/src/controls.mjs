// Campaign `controls`: broken agents of the conformance suite. A harness that does not find them out finds nothing.
import { tortureByKills } from "./kill.mjs";
import { localLauncher } from "./launchers.mjs";
import { makeRandom } from "./random.mjs";
import { tortureByShapes } from "./shapes.mjs";
import { tortureByStrings } from "./strings.mjs";

/** Turns a verdict round: `sign` has to stand in what was found wrong. A campaign of chance goes on until it does (`isEnough`). */
function finds(agent, sign, campaign) {
  const signsIn = (wrong) => wrong.filter((line) => sign.test(line)).length;
  const isEnough = (wrong) => signsIn(wrong) > 0;
  return async ({ place, seed }) => {
    const launcher = localLauncher(["node", `conformance/broken-agents/agent/${agent}.mjs`]);
    const { wrong } = await campaign({ place, launcher, isEnough, random: makeRandom(seed) });
    const found = signsIn(wrong);
    return {
      found,
      wrong: found > 0 ? [] : [`it was not found out; what was: ${wrong.slice(0, 3).join("; ") || "nothing"}`],
    };
  };
}

export const controls = {
  "takes its claims twice": finds("forgets-its-claims", /was started \d+ times/, (common) =>
    tortureByKills({ ...common, kills: 200, beside: 2, absence: 1 }),
  ),
  "writes in place": finds("writes-in-place", /is not whole/, (common) =>
    tortureByKills({ ...common, kills: 400, beside: 2 }),
  ),
  "misses who left the group": finds("misses-who-left-the-group", /live on|came back/, (common) =>
    tortureByShapes({
      ...common,
      shapes: { "in a session of its own": "setsid sh -c ': >up; while :; do sleep 1; done' & sleep 60" },
      slack: 20,
    }),
  ),
  "evaluates args": finds("evaluates-args", /came as/, (common) => tortureByStrings({ ...common, every: 20 })),
};
