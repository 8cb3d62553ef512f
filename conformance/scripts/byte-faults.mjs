// Faults that no schema can say: of bytes, encodings, JSON, depth, versions, timestamps, and of entries of the queue.
const T = "2024-01-20T10:30:00Z";
const status = (fields) => `{"timestamp":"${T}","status":"running"${fields ? `,${fields}` : ""}}`;
const nested = (open, close, depth) => open.repeat(depth) + close.repeat(depth);

/** Calls `add` for each of them. */
export function byteFaults(whole, limits, add) {
  const valid = (name, fact, spec, content, document = "status") => add(document, name, fact, spec, content);
  const invalid = (code, name, fact, spec, content, document = "status") =>
    add(document, name, fact, spec, content, { code });
  const json = (name, fact, content) => invalid("invalid_json", name, fact, ["json"], content);

  for (const document of ["status", "commands", "report", "agent-config"]) {
    invalid("missing", "empty", `no bytes in place of a ${document}`, ["reading"], "", document);
    invalid(
      "invalid_utf8",
      "byte-order-mark",
      `a ${document} behind a byte order mark`,
      ["utf8"],
      `\u{feff}${JSON.stringify(whole[document])}`,
      document,
    );
    invalid(
      "invalid_json",
      "truncated",
      `a ${document} without its last byte`,
      ["json"],
      JSON.stringify(whole[document]).slice(0, -1),
      document,
    );
    invalid(
      "unsupported_version",
      "version-2",
      `a ${document} of version 2.0`,
      ["unsupported-version"],
      { ...whole[document], protocol_version: "2.0" },
      document,
    );
    valid(
      "version-1-99",
      `a ${document} of version 1.99`,
      ["unsupported-version", "versions"],
      { ...whole[document], protocol_version: "1.99" },
      document,
    );
  }
  const bytes = (name, fact, hex) =>
    invalid(
      "invalid_utf8",
      name,
      fact,
      ["utf8"],
      Buffer.concat([Buffer.from('{"timestamp":"'), Buffer.from(hex, "hex"), Buffer.from('"}')]),
    );
  bytes("lone-continuation", "a continuation byte without a beginning", "80");
  bytes("cut-sequence", "a sequence of three bytes cut after two", "e282");
  bytes("overlong-slash", "a slash in two bytes", "c0af");
  bytes("surrogate-in-utf8", "a surrogate written in UTF-8", "eda080");
  bytes("beyond-unicode", "a letter beyond Unicode", "f4908080");
  bytes("latin-1", "a letter in Latin-1", "e9");
  invalid("invalid_utf8", "utf-16", "a status in UTF-16", ["utf8"], Buffer.from(`\u{feff}${status()}`, "utf16le"));
  invalid(
    "invalid_utf8",
    "invalid-after-the-end",
    "a status followed by a byte that is no UTF-8",
    ["utf8"],
    Buffer.concat([Buffer.from(status()), Buffer.from([0xff])]),
  );
  valid("every-plane", "letters from one to four bytes", ["utf8"], status('"phase":"a é 漢 🎉"'));

  json("not-json", "a word", "running");
  json("only-spaces", "nothing but spaces", "  \n\t ");
  json("trailing-comma", "a comma before the closing brace", status('"phase":"x",'));
  json("trailing-text", "a second value behind the first", `${status()} {}`);
  json("comment", "a comment", `/* status */ ${status()}`);
  json("single-quotes", "single quotes", `{'timestamp':'${T}','status':'running'}`);
  json("bare-key", "a key without quotes", `{timestamp:"${T}","status":"running"}`);
  json("nan", "NaN as a number", status('"sequence":NaN'));
  json("infinity", "Infinity as a number", status('"custom":{"a":-Infinity}'));
  json("huge-number", "1e400, which no double holds", status('"custom":{"a":1e400}'));
  json("leading-zero", "a number with a leading zero", status('"sequence":01'));
  json("plus-sign", "a number with a plus sign", status('"sequence":+1'));
  json("hexadecimal", "a hexadecimal number", status('"sequence":0x10'));
  json("bare-fraction", "a fraction without a digit before the point", status('"custom":{"a":.5}'));
  json("open-fraction", "a fraction without a digit behind the point", status('"custom":{"a":1.}'));
  json("raw-line-end", "a line end in a string", status('"phase":"a\nb"'));
  json("raw-tab", "a tab in a string", status('"phase":"a\tb"'));
  json("raw-nul", "a NUL between two tokens", status('"phase":\0"a"'));
  json("nul-behind", "a NUL behind the document", `${status()}\0`);
  json("unknown-escape", "an escape that there is not", status('"phase":"\\x41"'));
  json("short-escape", "a \\u with three digits", status('"phase":"\\u12"'));
  json("lone-high-surrogate", "an escaped high surrogate alone", status('"phase":"\\ud83c"'));
  json("lone-low-surrogate", "an escaped low surrogate alone", status('"phase":"\\udf89 x"'));
  json("swapped-surrogates", "two escaped surrogates in the wrong order", status('"phase":"\\udf89\\ud83c"'));
  json("surrogate-in-a-key", "an escaped surrogate alone in a key", status('"custom":{"\\ud800":1}'));
  json("unclosed-string", "a string without its end", `{"timestamp":"${T}","status":"running`);
  json("wrong-bracket", "a list closed by a brace", status('"errors":[}'));
  json("missing-colon", "a key without a colon", status('"phase" "x"'));
  json("missing-value", "a key without a value", status('"phase":'));
  json("upper-case-literal", "True for true", status('"attention":{"required":True}'));
  json("form-feed", "a form feed for a space", status('"phase":\f"x"'));
  json("no-break-space", "a no-break space for a space", status('"phase":\u{a0}"x"'));
  json("vertical-list", "one document a line", `${status()}\n${status()}\n`);
  valid("escaped-pair", "a letter as two escaped surrogates", ["json"], status('"phase":"\\ud83c\\udf89"'));
  valid(
    "all-escapes",
    "every escape that there is",
    ["json"],
    status('"phase":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\\u2028"'),
  );
  valid("escaped-keys", "keys written with escapes", ["json"], `{"t\\u0069mestamp":"${T}","st\\u0061tus":"running"}`);
  valid(
    "odd-layout",
    "spaces, tabs and line ends of every kind between the tokens",
    ["json"],
    `\r\n{\t"timestamp"\n:\r"${T}" ,"status":\t"running"\r\n}\n\n`,
  );
  valid(
    "numbers",
    "numbers in every form",
    ["json"],
    status('"custom":{"a":[0,-0,0.5,-1.25e+3,1E-7,9007199254740993,1e308]}'),
  );
  valid(
    "number-forms-of-an-integer",
    "a whole number written as 7.0 and as 1e2",
    ["json", "shape"],
    status('"sequence":7.0,"progress":{"current":1e2,"total":100}'),
  );
  valid(
    "repeated-key",
    "a repeated key whose last value is valid",
    ["json"],
    `{"timestamp":"never","timestamp":"${T}","status":"running"}`,
  );
  invalid(
    "invalid_schema",
    "repeated-key-last-bad",
    "a repeated key whose last value is bad",
    ["json", "shape"],
    `{"timestamp":"${T}","status":"running","status":7}`,
  );
  valid(
    "proto-key",
    "__proto__ and constructor as keys",
    ["json"],
    status('"__proto__":{"status":7},"custom":{"__proto__":{"x":1},"constructor":{"prototype":{}}}'),
  );
  invalid(
    "invalid_schema",
    "proto-holds-what-is-required",
    "what is required given by __proto__ alone",
    ["json", "shape"],
    `{"timestamp":"${T}","__proto__":{"status":"running"}}`,
  );
  const room = limits.depth - 2;
  valid(
    "deepest",
    `nested ${limits.depth} deep`,
    ["json", "limits"],
    status(`"custom":{"a":${nested("[", "]", room)}}`),
  );
  invalid(
    "too_deep",
    "one-too-deep",
    `nested ${limits.depth + 1} deep`,
    ["json", "limits"],
    status(`"custom":{"a":${nested("[", "]", room + 1)}}`),
  );
  invalid(
    "too_deep",
    "deep-in-objects",
    "objects nested 200 deep",
    ["json", "limits"],
    status(`"custom":${'{"a":'.repeat(200)}1${"}".repeat(200)}`),
  );
  invalid("too_deep", "deep-and-unclosed", "10,000 brackets that nobody closes", ["json"], "[".repeat(10_000));
  invalid(
    "invalid_json",
    "fault-before-the-depth",
    "a fault that comes before the depth",
    ["json"],
    status(`"phase":x,"custom":{"a":${nested("[", "]", 40)}}`),
  );
  invalid(
    "too_deep",
    "depth-before-the-fault",
    "a depth that comes before the fault",
    ["json"],
    status(`"custom":{"a":${nested("[", "]", 40)}},"phase":x`),
  );
  valid("brackets-in-a-string", "200 brackets in a string", ["json"], status(`"custom":{"a":"${"[".repeat(200)}"}`));
  for (const [name, value] of Object.entries({ number: "7", string: '"running"', null: "null", true: "true" })) {
    invalid("invalid_schema", `top-level-${name}`, `a ${name} in place of the document`, ["shape"], value);
  }
  for (const value of ["1", "1.0.0", "v1.0", "1.x", "", "12345.0"]) {
    invalid(
      "invalid_schema",
      `version-${value.replace(/[^a-z0-9]+/g, "-") || "empty"}`,
      `the version ${JSON.stringify(value)}`,
      ["unsupported-version", "shape"],
      status(`"protocol_version":${JSON.stringify(value)}`),
    );
  }

  const time = (name, value, ok = false) => {
    const content = `{"timestamp":${JSON.stringify(value)},"status":"running"}`;
    if (ok) valid(`time-${name}`, `the timestamp ${value}`, ["shape"], content);
    else invalid("invalid_schema", `time-${name}`, `the timestamp ${value}`, ["shape"], content);
  };
  time("offset", "2024-01-20T10:30:00+05:30", true);
  time("nanoseconds", "2024-01-20T10:30:00.123456789Z", true);
  time("leap-day", "2024-02-29T23:59:59Z", true);
  time("leap-day-of-2000", "2000-02-29T00:00:00Z", true);
  time("no-leap-day", "2023-02-29T00:00:00Z");
  time("no-leap-day-of-1900", "1900-02-29T00:00:00Z");
  time("february-30", "2024-02-30T00:00:00Z");
  time("april-31", "2024-04-31T00:00:00Z");
  time("month-13", "2024-13-01T00:00:00Z");
  time("day-0", "2024-01-00T00:00:00Z");
  time("hour-24", "2024-01-20T24:00:00Z");
  time("minute-60", "2024-01-20T10:60:00Z");
  time("leap-second", "2016-12-31T23:59:60Z");
  time("space-for-t", "2024-01-20 10:30:00Z");
  time("lower-case", "2024-01-20t10:30:00z");
  time("without-zone", "2024-01-20T10:30:00");
  time("without-seconds", "2024-01-20T10:30Z");
  time("date-alone", "2024-01-20");
  time("offset-without-colon", "2024-01-20T10:30:00+0530");
  time("offset-of-24-hours", "2024-01-20T10:30:00+24:00");
  time("ten-decimals", "2024-01-20T10:30:00.1234567890Z");
  time("empty-fraction", "2024-01-20T10:30:00.Z");
  time("two-digit-year", "24-01-20T10:30:00Z");
  time("line-end-behind", "2024-01-20T10:30:00Z\n");
  time("other-digits", "２０２４-01-20T10:30:00Z");
  queueFaults(valid, invalid);
}

/** Faults of entries of the queue; the first one's code is the document's. */
function queueFaults(valid, invalid) {
  const entry = (fields) => ({ id: "a", timestamp: T, type: "exec", command: "true", ...fields });
  const queue = (...commands) => ({ commands });
  const bad = (code, name, fact, spec, ...commands) => invalid(code, name, fact, spec, queue(...commands), "commands");
  const good = (name, fact, spec, ...commands) => valid(name, fact, spec, queue(...commands), "commands");
  bad("unsupported_command", "unknown-type", "an entry of an unknown type", ["entries"], entry({ type: "teleport" }));
  for (const [name, id] of Object.entries({
    dots: "..",
    path: "../evil",
    "leading-dot": ".a",
    slash: "a/b",
    long: "x".repeat(65),
    empty: "",
    "line-end": "a\n",
    number: 7,
    letters: "é",
  })) {
    bad("invalid_id", `id-${name}`, `an entry with the id ${JSON.stringify(id)}`, ["entries", "names"], entry({ id }));
  }
  bad("invalid_id", "id-missing", "an entry without an id", ["entries"], {
    timestamp: T,
    type: "exec",
    command: "true",
  });
  bad("duplicate_id", "id-twice", "two entries with one id", ["entries"], entry({}), entry({ command: "false" }));
  bad("invalid_schema", "type-missing", "an exec without a command", ["entries"], {
    id: "a",
    timestamp: T,
    type: "exec",
  });
  bad("invalid_schema", "cancel-without-target", "a cancel without a target", ["signals"], {
    id: "a",
    timestamp: T,
    type: "signal",
    signal: "cancel",
  });
  bad("invalid_schema", "signal-in-capitals", "a signal in capitals", ["names"], {
    id: "a",
    timestamp: T,
    type: "signal",
    signal: "SHUTDOWN",
  });
  good("longest-id", "an id of 64 characters", ["names"], entry({ id: `A${"._-".repeat(21)}` }));
  good("longest-signal", "a signal of 64 characters", ["names"], {
    id: "a",
    timestamp: T,
    type: "signal",
    signal: "s".repeat(64),
  });
  good("other-signal", "a signal that only a configuration may know", ["hooks"], {
    id: "a",
    timestamp: T,
    type: "signal",
    signal: "rotate_logs",
  });
  good(
    "relative-working-dir",
    "a working directory that is judged at the start only",
    ["working-dir"],
    entry({ working_dir: "sub/../x" }),
  );
  good(
    "strings-of-any-kind",
    "line ends, quotes, backslashes and escapes in words and values",
    ["args"],
    entry({ command: "a\n'b' \"c\" \\ $(d)", args: ["", "\n", "\u0001", "🎉"], env: { A: "\n'\"" } }),
  );
  good(
    "longest-variable",
    "a variable's name of 128 characters",
    ["names"],
    entry({ env: { [`_${"A".repeat(127)}`]: "" } }),
  );
}
