// Values of flags: what is accepted, and that everything else is a usage error with a hint.
import { expect, test } from "vitest";
import { exitCodeOf } from "./failure.js";
import {
  parseBytes,
  parseLabels,
  parseMounts,
  parseNumber,
  parsePorts,
  parseSeconds,
  parseVariables,
} from "./parse-value.js";

function refused(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return exitCodeOf(error);
  }
}

test("times are seconds, or have a unit", () => {
  expect(["90", "90s", "5m", "2h", "1d"].map((text) => parseSeconds(text, "--timeout"))).toEqual([
    90, 90, 300, 7200, 86_400,
  ]);
  for (const text of ["", "0", "-1", "1.5", "5x", "m", "1e3", " 5"])
    expect(refused(() => parseSeconds(text, "--timeout"))).toBe(2);
  expect(parseSeconds("0", "--kill-grace", 0)).toBe(0);
});

test("sizes are bytes, or have a unit", () => {
  expect(["10", "512k", "512m", "2g", "2GB"].map((text) => parseBytes(text, "-m"))).toEqual([
    10, 524_288, 536_870_912, 2_147_483_648, 2_147_483_648,
  ]);
  expect(refused(() => parseBytes("lots", "-m"))).toBe(2);
});

test("numbers keep their bounds", () => {
  expect(parseNumber("1.5", "--cpus", 0.01, 1024, false)).toBe(1.5);
  for (const text of ["1.5", "-1", "101", "NaN", ""]) expect(refused(() => parseNumber(text, "-n", 0, 100))).toBe(2);
});

test("a variable has a value, or the one it has here; one that is unset here is left out", () => {
  expect(parseVariables(["A=1", "B=x=y", "C=", "HERE", "GONE"], { HERE: "yes" })).toEqual({
    A: "1",
    B: "x=y",
    C: "",
    HERE: "yes",
  });
  for (const word of ["=1", "1A=1", "A B=1", ""]) expect(refused(() => parseVariables([word], {}))).toBe(2);
  expect(parseVariables(["__proto__=1"], {})).toEqual(Object.fromEntries([["__proto__", "1"]]));
});

test("ports go to 127.0.0.1 alone", () => {
  expect(parsePorts(["8080:3000", "3000", "127.0.0.1:53:53/udp"])).toEqual({ "3000": "0", "53/udp": "53" });
  expect(parsePorts(["8080:3000"])).toEqual({ "3000": "8080" });
  for (const word of ["0.0.0.0:80:80", "http", "80:", ":80", "[::1]:80:80"])
    expect(refused(() => parsePorts([word]))).toBe(2);
});

test("a mount has a directory of this machine and a path in the container", () => {
  expect(parseMounts(["./a:/b", "/c:/d:ro"], (path) => `/here/${path}`)).toEqual([
    { source: "/here/./a", target: "/b", read_only: false },
    { source: "/here//c", target: "/d", read_only: true },
  ]);
  for (const word of ["cache:/b", "./a", "./a:b", "./a:/b:rx", ""])
    expect(refused(() => parseMounts([word], String))).toBe(2);
});

test("a label without a value has the empty one", () => {
  expect(parseLabels(["a=1", "b"])).toEqual({ a: "1", b: "" });
});
