// Output for a terminal never changes the terminal, however its bytes are cut, and a question without a line end is shown.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSanitisedWriter } from "./sanitised-writer.js";

function shownOf(chunks: (string | Uint8Array)[]): string {
  let shown = "";
  const writer = createSanitisedWriter((text) => {
    shown += text;
  });
  for (const chunk of chunks) writer.write(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  writer.end();
  return shown;
}

const ATTACKS = [
  "\u001b[2J\u001b[31mred\u001b[0m\n",
  "\u001b]52;c;ZXZpbA==\u0007copied\n",
  "\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\\n",
  "\u009b31mc1\n",
  "a\u202eb\u200bc\n",
  "\u0007\b\u000e\n",
  "\u001bPq#0\u001b\\six\n",
];

test("no control character is left, at whatever byte the output is cut", () => {
  for (const attack of ATTACKS) {
    const bytes = Buffer.from(attack);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(shownOf([bytes.subarray(0, cut), bytes.subarray(cut)])).toBe(shownOf([bytes]));
    }
    expect(shownOf([bytes])).not.toMatch(/[^\P{C}\n]/u);
  }
});

test("letters of a sequence that comes in two parts do not stay behind", async () => {
  let shown = "";
  const writer = createSanitisedWriter((text) => {
    shown += text;
  });
  writer.write(Buffer.from("red: \u001b[3"));
  await sleep(250);
  writer.write(Buffer.from("1mthis\n"));
  expect(shown).toBe("red: this\n");
});

test("a line without an end is shown after a moment, its colours aside", async () => {
  let shown = "";
  const writer = createSanitisedWriter((text) => {
    shown += text;
  });
  writer.write(Buffer.from("\u001b[1mContinue?\u001b[0m "));
  expect(shown).toBe("");
  await sleep(250);
  expect(shown).toBe("Continue? ");
  writer.end();
});

test("a carriage return ends a line, and a pair with a line feed is one", () => {
  expect(shownOf(["10%\r20%\r30%\r", "\n", "done\r\n"])).toBe("10%\n20%\n30%\ndone\n");
});

test("a character that is cut in two is whole again", () => {
  const bytes = Buffer.from("grün\n");
  expect(shownOf([bytes.subarray(0, 3), bytes.subarray(3)])).toBe("grün\n");
});
