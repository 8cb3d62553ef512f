// Output: all of it that is to be kept, as it comes, at the speed of a pipe, whoever holds the pipe (docs/protocol.md#output).
import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { killGroup, makeHost, sleep, until } from "./host.js";

test("a program that opens /dev/stderr anew takes nothing away", async () => {
  const host = makeHost();
  await host.start();
  const { id } = await host.exec("echo one >&2; echo two > /dev/stderr; echo three >&2; echo out > /dev/stdout");
  expect([host.output(id, "stderr"), host.output(id)]).toEqual(["one\ntwo\nthree\n", "out\n"]);
});

test("of output over the limit head and tail stay, and a line says how much is left out", async () => {
  const host = makeHost();
  await host.start();
  const result = await host.exec("seq 1 100000", { max_output_bytes: 1000 });
  const total = Array.from({ length: 100_000 }, (_, index) => `${index + 1}\n`).join("");
  expect(result.stdout).toMatchObject({ bytes: total.length, truncated: true });
  const expected = `${total.slice(0, 500)}\n[${total.length - 1000} bytes left out]\n${total.slice(-500)}`;
  expect(host.output(result.id)).toBe(expected);
});

test("limits of no and of one byte hold", async () => {
  const host = makeHost();
  await host.start();
  const none = await host.exec("printf abc", { max_output_bytes: 0 });
  expect(host.output(none.id)).toBe("\n[3 bytes left out]\n");
  const one = await host.exec("printf abc", { max_output_bytes: 1 });
  expect(host.output(one.id)).toBe("a\n[2 bytes left out]\n");
  const all = await host.exec("printf abc", { max_output_bytes: 3 });
  expect([host.output(all.id), all.stdout?.truncated]).toEqual(["abc", false]);
});

test("the tail survives the agent's death in the middle of a flood", async () => {
  const host = makeHost();
  const first = await host.start();
  const command = "seq 1 400000; : > half; until [ -e go ]; do sleep 0.01; done; seq 400001 500000";
  host.publish({ id: "a", type: "exec", command, max_output_bytes: 20_000 });
  await until(() => existsSync(`${host.workspace}/half`));
  await sleep(100);
  await killGroup(first);
  await host.start();
  host.publish({ id: "go", type: "exec", command: ": > go" });
  const result = await host.result("a");
  const bytes = Array.from({ length: 500_000 }, (_, index) => String(index + 1).length + 1).reduce(
    (sum, size) => sum + size,
    0,
  );
  expect(result.stdout).toMatchObject({ bytes, truncated: true });
  expect(host.output("a")).toMatch(/^1\n2\n3\n[\s\S]*\n\[[0-9]+ bytes left out\]\n[\s\S]*\n499999\n500000\n$/);
  expect(statSync(`${host.status}/logs/commands/a/stdout`).size).toBeLessThan(20_100);
});

test("a flood of 256 MiB leaves the agent's memory as it was, and takes no more than its time", {
  timeout: 40_000,
}, async () => {
  const host = makeHost();
  const entry = await host.start();
  const children = readFileSync(`/proc/${entry.pid}/task/${entry.pid}/children`, "utf8").trim().split(" ");
  const memory = () =>
    Math.max(
      ...children.map((pid) => Number(/VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])),
    );
  await host.exec("true");
  const before = memory();
  const result = await host.exec("head -c 268435456 /dev/zero", { max_output_bytes: 1_000_000 });
  expect(result.stdout).toMatchObject({ bytes: 268_435_456, truncated: true });
  expect(memory() - before).toBeLessThan(20_000);
});

test("a daemon that a command leaves goes on writing, and none of it reaches the disk", async () => {
  const host = makeHost();
  const first = await host.start();
  const daemon =
    "(i=0; while [ $i -lt 60 ]; do i=$((i+1)); head -c 65536 /dev/zero; echo $i > progress; sleep 0.02; done) &";
  const result = await host.exec(`echo before; ${daemon}`);
  const progress = () => Number(readFileSync(`${host.workspace}/progress`, "utf8"));
  await until(() => existsSync(`${host.workspace}/progress`) && progress() > 5);
  // Also when the agent that read its pipe has died.
  await killGroup(first);
  await host.start();
  await until(() => progress() === 60, 15_000, "the daemon's end");
  expect(statSync(`${host.status}/logs/commands/${result.id}/stdout`).size).toBeLessThan(200_000);
});

test("output is there as it comes", async () => {
  const host = makeHost();
  await host.start();
  host.publish({ id: "a", type: "exec", command: "echo early; until [ -e go ]; do sleep 0.01; done; echo late" });
  await until(() => existsSync(`${host.status}/logs/commands/a/stdout`) && host.output("a") === "early\n");
  host.publish({ id: "b", type: "exec", command: ": > go" });
  await host.result("a");
  expect(host.output("a")).toBe("early\nlate\n");
});
