# validate.awk and its driver: the same verdict on a document as every other validator, in every awk (docs/protocol.md#reading).
load awk-helper

judge() {
  timeout 120 "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk"
}

# usage: verdict KIND TEXT RESULT      RESULT: ok, or the code and the pointer
verdict() {
  local said
  said=$(printf '%s\n%s\001' "$1" "$2" | P_KIND='' judge)
  assert_equal "$said" "$3"
}

at='"timestamp":"2024-01-20T10:31:00Z"'

@test "every fixture gets the verdict that it must get" {
  node --input-type=module -e '
    import { readFileSync, writeFileSync } from "node:fs";
    const [root, folder] = process.argv.slice(1);
    const { fixtures } = JSON.parse(readFileSync(`${root}/conformance/manifest.json`, "utf8"));
    const limits = JSON.parse(readFileSync(`${root}/schemas/v1/limits.json`, "utf8")).bytes;
    const stream = fixtures.flatMap(({ document, file, fill, pad_to_limit }) => {
      let text = readFileSync(`${root}/conformance/${file}`, "latin1");
      if (fill) text = text.replace("@@fill@@", () => Buffer.from(fill.text.repeat(fill.times)).toString("latin1"));
      if (pad_to_limit !== undefined) text = text.padEnd(limits[document] + pad_to_limit, " ");
      return [Buffer.from(`${document}\n`), Buffer.from(text, "latin1").map((byte) => (byte < 2 ? 2 : byte)), Buffer.of(1)];
    });
    writeFileSync(`${folder}/stream`, Buffer.concat(stream));
    writeFileSync(`${folder}/wanted`, fixtures.map(({ code, file }) => `${code ?? "ok"} ${file}\n`).join(""));
  ' "$BATS_TEST_DIRNAME/../../.." "$BATS_TEST_TMPDIR"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/wanted")" -gt 300 ]
  cut -d' ' -f2 "$BATS_TEST_TMPDIR/wanted" >"$BATS_TEST_TMPDIR/names"
  check() {
    P_KIND='' judge <"$BATS_TEST_TMPDIR/stream" | cut -d' ' -f1 | paste -d' ' - "$BATS_TEST_TMPDIR/names" >"$BATS_TEST_TMPDIR/said"
    diff "$BATS_TEST_TMPDIR/wanted" "$BATS_TEST_TMPDIR/said"
  }
  in_each_awk check
}

@test "the driver says nothing of a good document, one line of a bad one, and names a kind that is none" {
  check() {
    run -0 env P_KIND=status "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" <<<"{$at,\"status\":\"running\"}"
    assert_output ''
    run -1 env P_KIND=status "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" <<<"{$at}"
    assert_output '{"code":"invalid_schema","pointer":"","message":"status is missing"}'
    run -1 env P_KIND=status "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" <<<'{'
    assert_output '{"code":"invalid_json","pointer":"","message":"the text ends too early, at or after byte 0"}'
    run -1 env P_KIND=status "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" <<<"{$at,\"status\":\"\",\"services\":{\"a/\\u0000\\n\":1}}"
    assert_output --partial '"pointer":"/status"'
    run -1 env P_KIND=status "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" </dev/null
    assert_output --partial '"code":"missing"'
    run -2 env P_KIND=nothing "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f "$lib/validate-main.awk" </dev/null
  }
  in_each_awk check
}

@test "a pointer is a JSON pointer, whatever the key is made of" {
  check() {
    verdict status "{$at,\"status\":\"x\",\"services\":{\"a/~\\u0000\\n\":1}}" 'invalid_schema "/services/a~1~0\u0000\n"'
  }
  in_each_awk check
}

@test "a newer major is unsupported before its shape is looked at" {
  check() {
    verdict status '{"protocol_version":"2.0"}' 'unsupported_version "/protocol_version"'
    verdict status '{"protocol_version":"9999.9999"}' 'unsupported_version "/protocol_version"'
    verdict status "{$at,\"status\":\"x\",\"protocol_version\":\"1.9999\"}" ok
    verdict status "{$at,\"status\":\"x\",\"protocol_version\":\"0002.0\"}" 'unsupported_version "/protocol_version"'
    verdict status "{$at,\"status\":\"x\",\"protocol_version\":\"2\"}" 'invalid_schema "/protocol_version"'
    verdict status "{$at,\"status\":\"x\",\"protocol_version\":2.0}" 'invalid_schema "/protocol_version"'
    verdict status '["2.0"]' 'invalid_schema ""'
    verdict log-record "{$at,\"level\":\"info\",\"event\":\"x\",\"protocol_version\":\"2.0\"}" ok
  }
  in_each_awk check
}

@test "integers are what JSON Schema takes for integers, as doubles" {
  check() {
    local number
    for number in 0 -0 1 1.0 1e2 1.5e1 9007199254740991 9.007199254740991e15 0.0e-99 1e-400 1.0000000000000000000001; do
      verdict commands "{\"commands\":[],\"sequence\":$number}" ok
    done
    for number in -1 0.5 1.5 1e-1 9007199254740992 9007199254740993 2251799813685249.5 1e300 5e-324 '"1"' true null '[]'; do
      verdict commands "{\"commands\":[],\"sequence\":$number}" 'invalid_schema "/sequence"'
    done
  }
  in_each_awk check
}

@test "lengths count characters, not bytes" {
  four=$(printf '😀%.0s' {1..63})
  check() {
    verdict status "{$at,\"status\":\"${four}x\"}" ok
    verdict status "{$at,\"status\":\"${four}xx\"}" 'invalid_schema "/status"'
    verdict status "{$at,\"status\":\"${four}x\\u0000\"}" 'invalid_schema "/status"'
    verdict status "{$at,\"status\":\"$(printf '\\ud83d\\ude00%.0s' {1..64})\"}" ok
    verdict status "{$at,\"status\":\"$(printf '\\u0000%.0s' {1..64})\"}" ok
    verdict status "{$at,\"status\":\"\"}" 'invalid_schema "/status"'
  }
  in_each_awk check
}

@test "a NUL reaches no program, and other control characters may" {
  check() {
    local exec="\"id\":\"a\",$at,\"type\":\"exec\""
    verdict exec-command "{$exec,\"command\":\"a\\u0000\"}" 'invalid_schema "/command"'
    verdict exec-command "{$exec,\"command\":\"a\",\"args\":[\"\",\"\\u0000\"]}" 'invalid_schema "/args/1"'
    verdict exec-command "{$exec,\"command\":\"a\",\"env\":{\"A\":\"\\u0000\"}}" 'invalid_schema "/env/A"'
    verdict exec-command "{$exec,\"command\":\"a\",\"env\":{\"A\\u0000\":\"\"}}" 'invalid_schema "/env"'
    verdict exec-command "{$exec,\"command\":\"\\u0001\\n\",\"args\":[\"\\u001f\"],\"env\":{\"A\":\"\\u007f\"}}" ok
  }
  in_each_awk check
}

@test "a queue is judged by its envelope and then entry by entry" {
  check() {
    local good="{\"id\":\"a\",$at,\"type\":\"signal\",\"signal\":\"ping\"}"
    verdict commands "{\"commands\":[$good]}" ok
    verdict commands "{\"commands\":[$good,{}]}" 'invalid_id "/commands/1"'
    verdict commands "{\"commands\":[$good,5]}" 'invalid_id "/commands/1"'
    verdict commands "{\"commands\":[{\"id\":\"../a\"}]}" 'invalid_id "/commands/0/id"'
    verdict commands "{\"commands\":[$good,$good]}" 'duplicate_id "/commands/1/id"'
    verdict commands "{\"commands\":[{\"id\":\"a\"}]}" 'unsupported_command "/commands/0"'
    verdict commands "{\"commands\":[{\"id\":\"a\",\"type\":\"teleport\"}]}" 'unsupported_command "/commands/0/type"'
    verdict commands "{\"commands\":[{\"id\":\"a\",\"type\":\"exec\",\"command\":\"x\"}]}" 'invalid_schema "/commands/0"'
    verdict commands "{\"commands\":[{\"id\":\"a\",$at,\"type\":\"signal\",\"signal\":\"cancel\"}]}" 'invalid_schema "/commands/0"'
    verdict commands "{\"commands\":{}}" 'invalid_schema "/commands"'
    verdict commands-envelope "{\"commands\":[$good,$good,{},null]}" ok
  }
  in_each_awk check
}

@test "entries are judged one by one after one reading" {
  check() {
    run -0 timeout 60 "${awk[@]}" -f "$lib/json.awk" -f "$rules" -f <(echo 'BEGIN {
      json_load("-", 999); json_parse()
      print validate("commands-envelope", ""), validate("exec-command", "/commands/0"), V_CODE, V_POINTER
      print validate("exec-command", "/commands/1"), V_CODE V_POINTER V_MESSAGE, validate("exec-command", "/commands/2"), V_CODE
    }') <<<"{\"commands\":[{\"id\":\"a\",$at,\"type\":\"exec\",\"command\":5},{\"id\":\"a\",$at,\"type\":\"exec\",\"command\":\"x\"}]}"
    assert_output $'1 0 invalid_schema /commands/0/command\n1  0 invalid_schema'
  }
  in_each_awk check
}
