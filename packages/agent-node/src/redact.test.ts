// Secret values in what others say.
import { expect, test } from "vitest";
import { createRedactor } from "./redact.js";

test("secret values are replaced wherever they stand, the longer first", () => {
  const redact = createRedactor(["abcd", "abcdef", undefined, "xy"]);
  expect(redact({ "k-abcd": ["x abcdef y", { z: "abcdabcd" }], n: 1, b: null })).toEqual({
    "k-[secret]": ["x [secret] y", { z: "[secret][secret]" }],
    n: 1,
    b: null,
  });
  expect(redact("xyz")).toBe("xyz");
});
