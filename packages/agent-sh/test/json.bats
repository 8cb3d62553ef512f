# json.awk: JSON into tables and back, alike in every awk (docs/protocol.md#reading).
load awk-helper

@test "a document comes out as it went in, however it is laid out" {
  document='{"a":[1,-0.5e+3,true,false,null,[],{}],"b":{"c":"d","":[[""]]},"é":"✓ 😀","~/":{"~1":"~0"}}'
  check() {
    reads "$document" "$document"
    assert_equal "$(printf %s "$document" | node -p 'JSON.stringify(JSON.parse(fs.readFileSync(0,"utf8")),null,"\t")' | read_again)" \
      "$(printf %s "$document" | sed 's/-0.5e+3/-500/')"
    reads ' \r\n\t{ "a"\n:\r[ 1\t,\n2 ] }\r\n ' '{"a":[1,2]}'
    reads ' 0 ' 0
    reads '"a"' '"a"'
  }
  in_each_awk check
}

@test "escapes are decoded, and written only where JSON needs them" {
  check() {
    reads '["\\u0041\\u00e9\\u20AC\\ud83d\\uDE00","\\"\\\\\\/\\b\\f\\n\\r\\t","\\u001f\\u007f","\\\\","\\\\\\""]' \
      "$(printf '["Aé€😀","\\"\\\\/\\u0008\\u000c\\n\\r\\t","\\u001f\177","\\\\","\\\\\\""]')"
    reads '{"\\u0061":1,"a":2,"\\"":3}' '{"a":2,"\"":3}'
  }
  in_each_awk check
}

@test "what JSON does not have is invalid_json" {
  texts=('{' '}' '[' ']' '{]' '[}' ',' ':' '[,]' '[1,]' '[,1]' '[1 2]' '[1:2]' '{"a"}' '{"a":}' '{"a":1,}' '{,}' '{"a":1 "b":2}' '{a:1}' '{1:1}'
    '{"a" 1}' '{"a":1}}' '[]]' '{}{}' '1 2' '""""' '"a' '"a\\"' '"\\' '"\\\\\\"' '{"a":"b' '{"a' '["a"' "'a'" '+1' '01' '-' '-01' '.5' '1.' '1e' '1e+' '0x1' '1_0'
    'NaN' 'Infinity' '-Infinity' 'nul' 'nulll' 'True' 'undefined' '"\\a"' '"\\x41"' '"\\u12"' '"\\u123g"' '"\\ud800"' '"\\udc00"' '"\\ud800\\u0041"'
    '"\\ud800a\\udc00"' '"\\udc00\\ud800"' '"\\ud83d\\ud83d\\ude00"' '"\t"' '"\n"' '"a\\\n"' '"\001"' '"\037"' '[1\0132]' '[1\014]' '\0302\0240[]' '//\n1'
    '/**/1' '[1]\001' '1e400' '-1e400' '1e99999999999999999999' ' ')
  check() {
    local text
    for text in "${texts[@]}"; do reads "$text" invalid_json; done
  }
  in_each_awk check
}

@test "a number is beyond a double from 2^1024 - 2^970 on" {
  check() {
    local least most
    least=$(node -p 'String(2n**1024n-2n**970n)')
    most=$(node -p 'String(2n**1024n-2n**970n-1n)')
    reads "[$most]" "[$most]"
    reads "[-$most,${most}00e-2,0.${most}e309]" "[-$most,${most}00e-2,0.${most}e309]"
    reads "[$least]" invalid_json
    reads "[-$least]" invalid_json
    reads "[0.000${least}e312]" invalid_json
    reads '[0e999999999999,0.0e400,1e-999999999999,1e0000000000308]' '[0e999999999999,0.0e400,1e-999999999999,1e0000000000308]'
  }
  in_each_awk check
}

@test "a number too small for a double is 0, and one that just is not stays different from 0" {
  check() {
    assert_equal "$(json 'BEGIN { print (json_number("1e-400") == 0), (json_number("0.0e-9") == 0), (json_number("2e-324") == 0) }')" '1 1 1'
    assert_equal "$(json 'BEGIN { print (json_number("5e-324") > 0), (json_number("-5e-324") < 0), (json_number("1.5e1") == 15) }')" '1 1 1'
  }
  in_each_awk check
}

@test "bytes that are not UTF-8 are invalid_utf8, wherever they stand" {
  faults=('\0200' '\0277' '\0300\0200' '\0301\0277' '\0302' '\0302a' '\0340\0200\0200' '\0340\0237\0277' '\0342\0202' '\0355\0240\0200' '\0355\0277\0277'
    '\0360\0217\0277\0277' '\0360\0237\0230' '\0364\0220\0200\0200' '\0365\0200\0200\0200' '\0370\0210\0200\0200\0200' '\0377' '\0376')
  check() {
    local fault filler
    for fault in "${faults[@]}"; do
      reads "[\"$fault\"]" invalid_utf8
      reads "[\"$fault" invalid_utf8
    done
    reads '\0357\0273\0277{}' invalid_utf8
    reads '["\0357\0273\0277"]' "$(printf '["\357\273\277"]')"
    for filler in 1019 1020 1021 1022 1023; do
      filler=$(printf "%${filler}s" '')
      reads "[\"$filler\0360\0237\0230\0200\0303\0251\"]" "$(printf '["%s😀é"]' "$filler")"
      reads "[\"$filler\0360\0237\0230\0303\0251\"]" invalid_utf8
      reads "[\"$filler\0303\0251\0251\"]" invalid_utf8
    done
    reads '["\0302\0200\0337\0277\0340\0240\0200\0355\0237\0277\0356\0200\0200\0357\0277\0277\0360\0220\0200\0200\0364\0217\0277\0277"]' \
      "$(printf '["\302\200\337\277\340\240\200\355\237\277\356\200\200\357\277\277\360\220\200\200\364\217\277\277"]')"
  }
  in_each_awk check
}

@test "32 levels are read, the 33rd is too_deep, and the first fault in the text names the code" {
  open=$(printf '[%.0s' {1..32})
  close=$(printf ']%.0s' {1..32})
  check() {
    reads "$open$close" "$open$close"
    reads "[$open$close]" too_deep
    reads "$open{" too_deep
    reads "[$open" too_deep
    reads "[$open,,,\"" too_deep
    reads "[nul,$open" invalid_json
    reads "[1 $open" invalid_json
    reads "$open}[" invalid_json
    reads "$open[\"\\\\\\x\"" too_deep
    reads "[\"\\\\\\x\"$open" invalid_json
    printf '[%.0s' {1..100000} >"$BATS_TEST_TMPDIR/deep"
    assert_equal "$(read_again <"$BATS_TEST_TMPDIR/deep")" too_deep
  }
  in_each_awk check
}

@test "of a repeated key the last value counts, at the first's place, and nothing is left of the first" {
  check() {
    reads '{"a":{"b":1,"c":[{"d":2}]},"e":0,"a":{"f":3}}' '{"a":{"f":3},"e":0}'
    assert_equal "$(printf '{"a":{"b":1,"c":[{"d":2}]},"a":5,"a":{}}' | json 'BEGIN {
      json_load("-", 99); json_parse()
      for (path in J_TYPE) count++
      print count, ("/a/b" in J_TYPE), ("/a/c/0/d" in J_VAL), J_LEN["/a"], J_LEN[""]
    }')" '2 0 0 0 1'
  }
  in_each_awk check
}

@test "__proto__ is read and not recorded" {
  check() {
    reads '{"__proto__":{"a":[1,{"b":2}]},"c":{"\\u005f_proto__":[3],"d":4},"__proto__":5}' '{"c":{"d":4}}'
    reads '{"__proto__":{"a":tru}}' invalid_json
    reads '["__proto__",{"__proto__x":1}]' '["__proto__",{"__proto__x":1}]'
  }
  in_each_awk check
}

@test "an escaped NUL is one character and is written as it was read" {
  check() {
    reads '{"a\\u0000":"\\u0000b\\u0000"}' '{"a\u0000":"\u0000b\u0000"}'
    assert_equal "$(printf '["a\\u0000\xc3\xa9"]' | json 'BEGIN { json_load("-", 99); json_parse(); print json_length(J_VAL["/0"]), index(J_VAL["/0"], J_NUL) }')" '3 2'
  }
  in_each_awk check
}

@test "every character is quoted so that it is read again as itself, also across windows" {
  node -e '
    let all = "";
    for (let i = 0; i < 300; i++) all += String.fromCharCode(i);
    const texts = [all, all.repeat(9)];
    for (let i = 253; i < 260; i++) texts.push("x".repeat(i) + "\0\0\"\\\n\0", "\0".repeat(i));
    fs.writeFileSync(process.argv[1], JSON.stringify(texts));
  ' "$BATS_TEST_TMPDIR/texts"
  check() {
    node -e 'assert.deepEqual(JSON.parse(fs.readFileSync(0, "utf8")), JSON.parse(fs.readFileSync(process.argv[1], "utf8")))' \
      "$BATS_TEST_TMPDIR/texts" < <(read_again <"$BATS_TEST_TMPDIR/texts")
  }
  in_each_awk check
}

# A word, a run of numbers and a run of blanks that are longer than the windows they are read in.
@test "long runs between strings are read as one" {
  node -e '
    const digits = "1".repeat(3000);
    const runs = [1, 255, 256, 257, 511, 512, 513, 5000].map((n) => " ".repeat(n) + "[" + "7,".repeat(n) + "\n".repeat(n) + "8]");
    fs.writeFileSync(process.argv[1], `[${runs},0.${digits},${digits}e-2990,"${digits}",[0.${digits},true]]`);
  ' "$BATS_TEST_TMPDIR/runs"
  check() {
    assert_equal "$(read_again <"$BATS_TEST_TMPDIR/runs")" "$(tr -d ' \n' <"$BATS_TEST_TMPDIR/runs")"
    assert_equal "$({ printf '[0.%3000s' '' | tr ' ' 1; echo 'x]'; } | read_again)" invalid_json
  }
  in_each_awk check
}

@test "a document at its limit is read and one byte more is oversize" {
  check() {
    assert_equal "$(printf '[1]   ' | json 'BEGIN { print json_load("-", 6), J_CODE }')" '1 '
    assert_equal "$(printf '[1]    ' | json 'BEGIN { print json_load("-", 6), J_CODE }')" '0 oversize'
    assert_equal "$(printf '[1]\n\n\n\n' | json 'BEGIN { print json_load("-", 6), J_CODE }')" '0 oversize'
    assert_equal "$(printf '' | json 'BEGIN { print json_load("-", 6), J_CODE }')" '0 missing'
  }
  in_each_awk check
}

# usage: loads BYTES RESULT      the same in both ways that a file is loaded
loads() {
  local file=$BATS_TEST_TMPDIR/it\'s
  # shellcheck disable=SC2059
  printf "$1" >"$file"
  assert_equal "$(json 'BEGIN { if (json_load(ARGV[1], 20) && json_parse()) print "ok"; else print J_CODE }' "$file")" "$2"
  if [ "${awk[0]}" = original-awk ]; then return; fi
  assert_equal "$(head -c 21 "$file" >"$file.cut"; json 'BEGIN { if (json_load(ARGV[1], 20, "cut") && json_parse()) print "ok"; else print J_CODE }' "$file.cut")" "$2"
}

@test "no byte of a file hides from the reader" {
  check() {
    export FILE=$BATS_TEST_TMPDIR/it\'s
    loads '{}' ok
    loads '{}\n' ok
    loads '[1, 2, 3, 4, 5, 678]' ok
    loads '[1, 2, 3, 4, 5, 678] ' oversize
    loads '' missing
    loads '\000' invalid_json
    loads '{}\000' invalid_json
    loads '{}\n\000' invalid_json
    loads '{\000}' invalid_json
    loads '{"a":"\000"}' invalid_json
    loads '{}\000\000{' invalid_json
    loads '{}\001' invalid_json
    loads '{}\000\200' invalid_utf8
    loads '{}\001\377' invalid_utf8
    loads '\001\377' invalid_utf8
    loads '{}\00000000000000000000000' oversize
    loads '{}                  \001' oversize
    loads '                    \000' oversize
  }
  in_each_awk check
}

@test "a file of a terabyte is oversize at once, and one that is not there is missing" {
  check() {
    truncate -s 1T "$BATS_TEST_TMPDIR/large"
    assert_equal "$(json 'BEGIN { print json_load(ARGV[1], 1000000), J_CODE }' "$BATS_TEST_TMPDIR/large")" '0 oversize'
    assert_equal "$(json 'BEGIN { print json_load(ARGV[1], 1000000), J_CODE }' "$BATS_TEST_TMPDIR/not there" 2>/dev/null)" '0 missing'
    if [ "${awk[0]}" = original-awk ]; then return; fi
    assert_equal "$(head -c 1000001 "$BATS_TEST_TMPDIR/large" >"$BATS_TEST_TMPDIR/cut"; json 'BEGIN { print json_load(ARGV[1], 1000000, "cut"), J_CODE }' "$BATS_TEST_TMPDIR/cut")" '0 oversize'
  }
  in_each_awk check
}

# usage: costs NAME SIZE      processor time, in milliseconds, of reading unit NAME up to SIZE bytes, all on one line
costs() {
  local TIMEFORMAT='%U %S' unit=${units[$1]}
  node -e 'const [unit, head, tail] = process.argv[1].split("|"); fs.writeFileSync(process.argv[3], head + unit.repeat(process.argv[2] / unit.length) + tail)' \
    "$unit" "$2" "$BATS_TEST_TMPDIR/units"
  { time json 'BEGIN { json_load("-", 9999999); exit !(json_parse() || J_CODE == "invalid_json") }' <"$BATS_TEST_TMPDIR/units"; } 2>&1 |
    "${awk[@]}" '{ printf "%d\n", ($1 + $2) * 1000 }'
}

# Four times the text may cost eight times as much, and a little; what looks at all the rest at each step takes sixteen times.
@test "the time is linear, whatever the text is made of" {
  declare -A units=([numbers]='1,|[|1]' [strings]='"a",|[|1]' [escapes]='\n|["|"]' [quotes]='\"|["|"]' [digits]='1|[0.|]' [blanks]=' |[|]' [letters]='é|["|"]')
  check() {
    local name little much
    for name in "${!units[@]}"; do
      little=$(costs "$name" 65536)
      much=$(costs "$name" 262144)
      echo "$name: $little ms, $much ms"
      [ "$much" -le $((little * 8 + 60)) ]
    done
  }
  in_each_awk check
}
