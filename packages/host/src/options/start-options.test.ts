// Options are checked before anything is made of them; what is wrong is said in one line.
import { expect, test } from "vitest";
import { isHostError } from "../errors.js";
import { checkStartOptions, type StartOptions } from "./start-options.js";

const options = (change: Partial<StartOptions>): StartOptions => ({ name: "demo", image: "busybox", ...change });
const codeOf = (change: Partial<StartOptions>): string | undefined => {
  try {
    checkStartOptions(options(change));
    return undefined;
  } catch (error) {
    if (!isHostError(error)) throw error;
    expect(error.message).not.toContain("\n");
    return error.code;
  }
};

test.each(["shared", "../x", ".hidden", "-x", "", "a/b", "a b", "a\n", "é", "a".repeat(51), "_x", "a\0"])(
  "the name %j is invalid_name",
  (name) => {
    expect(codeOf({ name })).toBe("invalid_name");
  },
);

test.each(["a", "A-b_1", "a".repeat(50), "0"])("the name %j is taken", (name) => {
  expect(codeOf({ name })).toBeUndefined();
});

test.each<[string, Partial<StartOptions>]>([
  ["no image", { image: "" }],
  ["an image with a space", { image: "a b" }],
  ["a variable's name with =", { env: { "A=B": "" } }],
  ["a NUL in a value", { env: { A: "\0" } }],
  ["the session's own variable", { env: { PARA_SESSION_NAME: "x" } }],
  ["the status directory", { env: { PARA_STATUS_DIR: "/etc" } }],
  ["port 0 in the container", { ports: { "0": "80" } }],
  ["port 70000", { ports: { "70000": "80" } }],
  ["port 70000 here", { ports: { "80": "70000" } }],
  ["a port with an address", { ports: { "0.0.0.0:80": "80" } }],
  ["a label of ours", { labels: { "para.session": "other" } }],
  ["a NUL in the command", { command: ["a\0"] }],
  ["too little memory", { memory: 1 }],
  ["a fraction of a process", { pids: 10.5 }],
  ["no cpu", { cpus: 0 }],
  ["a user by name", { user: "root" }],
  ["a network with a slash", { network: "container:../x" }],
  ["a capability in small letters", { capabilities: ["all"] }],
  ["an image on the local runtime", { runtime: "local" }],
  ["ports on the local runtime", { runtime: "local", image: undefined as never, ports: { "80": "80" } }],
])("%s is usage", (_, change) => {
  expect(codeOf(change)).toBe("usage");
});

test("everything there is may be set", () => {
  expect(
    codeOf({
      env: { A: "", PARA_AGENT_CONFIG: "/workspace/agent.json" },
      ports: { "80": "0", "53/udp": "5353" },
      labels: { team: "a" },
      command: ["sh", "-c", "x"],
      memory: 0,
      pids: 0,
      cpus: 0.5,
      user: "0:0",
      network: "none",
      capabilities: ["NET_RAW"],
    }),
  ).toBeUndefined();
  expect(codeOf({ runtime: "local", image: undefined as never, ports: {}, mounts: [] })).toBeUndefined();
});
