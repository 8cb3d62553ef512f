// Words of a command reach its process byte for byte, whatever they hold (docs/protocol.md#args).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeHost } from "./host.js";

/** What breaks quoting, splitting, globbing, options, terminals and parsers, and then whatever a generator makes of it. */
function hostileStrings(count: number): string[] {
  const seeds = [
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "'",
    '"',
    "\\",
    "`id`",
    "$(id)",
    "${HOME}",
    "$0",
    "$@",
    "$$",
    "!!",
    "*",
    "?",
    "[a-z]",
    "~",
    "~root",
    "-n",
    "--",
    "-c",
    "+x",
    "a=b",
    "=",
    ";id",
    "|id",
    "&",
    "&&",
    ">x",
    "<x",
    "2>&1",
    "#x",
    "{a,b}",
    "(x)",
    "%s%n",
    "\u0007",
    "\u001b[31m",
    "\u0001",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ufeff",
    "é",
    "e\u0301",
    "漢字",
    "🎉",
    "👨‍👩‍👧",
    "\u{10ffff}",
    "'\\''",
    "'\"'\"'",
    "\\'",
    "\\\n",
    "a\nb",
    "\n\n",
    " lead",
    "trail ",
    "\ttab\t",
    "EOF",
    "<<EOF",
    "\\x00",
    "\\0",
    "%00",
    "/../..",
    "done\nfi\n}",
    "x".repeat(9000),
  ];
  let state = 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const strings = [...seeds];
  while (strings.length < count) {
    strings.push(Array.from({ length: 1 + random(6) }, () => seeds[random(seeds.length - 1)] ?? "").join(""));
  }
  return strings;
}

const STRINGS = hostileStrings(500);

test("500 hostile strings come out of args byte for byte, with a shell and without", { timeout: 30_000 }, async () => {
  const host = makeHost();
  await host.start();
  for (const shell of [true, false]) {
    for (let from = 0; from < STRINGS.length; from += 250) {
      const args = STRINGS.slice(from, from + 250);
      const id = `args-${shell}-${from}`;
      const line = shell ? "printf '%s\\0'" : "/usr/bin/printf";
      await host.exec(line, { id, shell, args: shell ? args : ["%s\\0", ...args] });
      expect(readFileSync(`${host.status}/logs/commands/${id}/stdout`, "utf8").split("\0").slice(0, -1)).toEqual(args);
    }
  }
});

test("500 hostile strings come out of env byte for byte", { timeout: 30_000 }, async () => {
  const host = makeHost();
  await host.start();
  for (let from = 0; from < STRINGS.length; from += 100) {
    const part = STRINGS.slice(from, from + 100);
    const env = Object.fromEntries(part.map((value, index) => [`V${index}`, value]));
    const result = await host.exec(`${process.execPath} -e 'process.stdout.write(JSON.stringify(process.env))'`, {
      env,
    });
    const seen = JSON.parse(host.output(result.id)) as Record<string, string>;
    expect(part.map((_, index) => seen[`V${index}`])).toEqual(part);
  }
});

test("names that shells keep to themselves are variables like any other", async () => {
  const host = makeHost();
  await host.start();
  const env = { UID: "7", PPID: "8", OPTIND: "x", LINENO: "y", RANDOM: "z", _: "u", HOME: "/h", OLDPWD: "o" };
  const result = await host.exec(process.execPath, {
    shell: false,
    args: ["-e", "process.stdout.write(JSON.stringify(process.env))"],
    env,
  });
  expect(JSON.parse(host.output(result.id))).toMatchObject(env);
});

test("a working directory of any name is entered", async () => {
  const host = makeHost();
  await host.start();
  const names = STRINGS.filter(
    (name) => name !== "" && name.length < 100 && !name.includes("/") && !name.includes("\0"),
  ).slice(0, 60);
  for (const [index, name] of names.entries()) {
    const directory = `${host.workspace}/d${index}${name}`;
    mkdirSync(directory);
    writeFileSync(`${directory}/mark`, String(index));
    host.publish({ id: `cd-${index}`, type: "exec", command: "cat mark", working_dir: directory });
  }
  for (const index of names.keys()) {
    await host.result(`cd-${index}`);
    expect(host.output(`cd-${index}`)).toBe(String(index));
  }
});

test("input and a line of many kilobytes arrive whole", async () => {
  const host = makeHost();
  await host.start();
  const stdin = STRINGS.filter((text) => text.length < 1000)
    .join("\n")
    .repeat(20)
    .slice(0, 200_000);
  const echoed = await host.exec("cat", { stdin });
  expect(host.output(echoed.id)).toBe(stdin);
  const long = await host.exec(`: ${"x".repeat(32_000)}; echo end`);
  expect(host.output(long.id)).toBe("end\n");
  const many = await host.exec("echo $#; : ", { args: new Array(20).fill("y".repeat(30_000)) });
  expect(many).toMatchObject({ state: "succeeded" });
});

test("a program whose name has an equals sign is a program", async () => {
  const host = makeHost();
  await host.start();
  writeFileSync(`${host.workspace}/a=b`, '#!/bin/sh\nprintf %s "$X"\n', { mode: 0o755 });
  const result = await host.exec("./a=b", { shell: false, env: { X: "set" } });
  expect(host.output(result.id)).toBe("set");
});

test("a line that begins with a dash is no option of the shell", async () => {
  const host = makeHost();
  await host.start();
  expect(await host.exec("-x; exit 4")).toMatchObject({ state: "failed", exit_code: 4 });
});
