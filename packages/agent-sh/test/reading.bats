# commands.json in every wrong form: coded, counted once, the last good one stays in force (docs/protocol.md#reading, #bad-file).
load helper

# usage: put TEXT     a document as it is
put() {
  printf '%s' "$1" >"$S/.commands.tmp"
  mv "$S/.commands.tmp" "$S/commands.json"
  ring
}

# usage: expect_fault CODE
expect_fault() {
  wait_for_status "\"code\":\"$1\""
  publish "$(exec_entry after :)"
  wait_for_result after
  wait_for_state after succeeded
}

@test "a document that is no JSON is refused, and the next good one is taken" {
  start_agent
  put '{"commands":['
  expect_fault invalid_json
}

@test "a document of the wrong shape is refused" {
  start_agent
  put '{"commands":{}}'
  expect_fault invalid_schema
}

@test "a document of a newer major version is refused" {
  start_agent
  put '{"protocol_version":"2.0","commands":[]}'
  expect_fault unsupported_version
}

@test "a document that is no UTF-8 is refused" {
  start_agent
  printf '{"commands":[],"x":"\377"}' >"$S/.c" && mv "$S/.c" "$S/commands.json" && ring
  expect_fault invalid_utf8
}

@test "a byte order mark is refused" {
  start_agent
  printf '\357\273\277{"commands":[]}' >"$S/.c" && mv "$S/.c" "$S/commands.json" && ring
  expect_fault invalid_utf8
}

@test "a NUL is refused, also one at the very end" {
  start_agent
  printf '{"commands":[]}\000' >"$S/.c" && mv "$S/.c" "$S/commands.json" && ring
  expect_fault invalid_json
}

@test "a document nested too deep is refused" {
  start_agent
  put "{\"commands\":[],\"x\":$(printf '[%.0s' {1..40})$(printf ']%.0s' {1..40})}"
  expect_fault too_deep
}

@test "a document of one byte more than its limit is oversize, one at it is taken" {
  start_agent
  local text
  text="{\"commands\":[{\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\":\"full\",\"type\":\"exec\",\"command\":\":\"}]}"
  { printf '%s' "$text"; head -c $((1048576 - ${#text})) /dev/zero | tr '\0' ' '; } >"$S/.c"
  mv "$S/.c" "$S/commands.json"
  ring
  wait_for_result full 20
  head -c 1048577 /dev/zero | tr '\0' ' ' >"$S/.c"
  mv "$S/.c" "$S/commands.json"
  ring
  expect_fault oversize
}

@test "an endless sparse file is oversize and costs no memory" {
  start_agent
  truncate -s 1T "$S/.c" || skip "no file system for a terabyte"
  mv "$S/.c" "$S/commands.json"
  ring
  expect_fault oversize
}

@test "a document too large for the memory of the awk that reads it is oversize" {
  start_agent
  head -c 40000000 /dev/zero | tr '\0' x >"$S/.c"
  mv "$S/.c" "$S/commands.json"
  ring
  expect_fault oversize
}

@test "a queue that the agent may not read is an unsafe_file, told once, and is read when it may" {
  # Root without its capabilities: modes hold.
  [ "$(id -u)" != 0 ] || under_test=(setpriv --bounding-set=-all --inh-caps=-all -- "${under_test[@]}")
  start_agent
  publish "$(exec_entry a true)"
  wait_for_result a 5
  umask 777
  publish "$(exec_entry b true)"
  umask 022
  wait_for_status '"code":"unsafe_file"'
  sleep 1
  assert_equal "$(grep -o unsafe_file "$S/logs/agent.jsonl" | wc -l)" 1
  chmod 644 "$S/commands.json"
  wait_for_result b 5
}

@test "a link, a directory or a FIFO in its place is an unsafe_file" {
  start_agent
  echo '{"commands":[{"timestamp":"2026-01-01T00:00:00Z","id":"linked","type":"exec","command":":"}]}' >"$BATS_TEST_TMPDIR/real.json"
  ln -s "$BATS_TEST_TMPDIR/real.json" "$S/commands.json"
  wait_for_status '"code":"unsafe_file"'
  rm "$S/commands.json"
  mkdir "$S/commands.json"
  until_true 5 eval '[ "$(grep -o unsafe_file "$S/logs/agent.jsonl" | wc -l)" = 2 ]'
  rmdir "$S/commands.json"
  mkfifo "$S/commands.json"
  sleep 0.6
  rm "$S/commands.json"
  expect_fault unsafe_file
  refute [ -e "$(claim linked)" ]
}

@test "a missing or an empty document is the default state" {
  start_agent
  : >"$S/commands.json"
  ring
  sleep 0.5
  assert_equal "$(status d.errors.length)" 0
  rm "$S/commands.json"
  expect_fault_none
}

expect_fault_none() {
  publish "$(exec_entry after :)"
  wait_for_result after
  assert_equal "$(status d.errors.length)" 0
}

@test "a fault is counted once for its content, however often it is published" {
  start_agent
  for _ in 1 2 3 4; do
    put '{"commands":['
    sleep 0.3
  done
  assert_equal "$(status 'd.errors.filter((e)=>e.code==="invalid_json").length')" 1
  put '{"commands":[['
  until_true 5 eval '[ "$(grep -c "\"code\":\"invalid_json\"" "$S/logs/agent.jsonl")" = 2 ]'
}

@test "while a bad document lies there, what was claimed goes on" {
  start_agent
  publish "$(gated_entry a 'exit 3')"
  wait_for_state a running
  put 'garbage'
  touch "$W/go"
  wait_for_result a
  wait_for_state a failed
}

@test "a bad entry costs that entry alone" {
  start_agent
  publish "$(exec_entry good :),$(exec_entry shape : '"args":"no array"'),{\"id\":\"kind\",\"type\":\"launch\"},{\"id\":\"typeless\"},{\"type\":\"exec\",\"command\":\":\"},{\"id\":\"../up\",\"type\":\"exec\",\"command\":\":\"},7,{\"id\":\"signal-x\",\"type\":\"signal\"},$(exec_entry last :)"
  for id in good shape kind typeless signal-x last; do wait_for_result $id; done
  assert_equal "$(result good d.state)$(result last d.state)" succeededsucceeded
  assert_equal "$(result shape '[d.state,d.code]')" '["rejected","invalid_schema"]'
  assert_equal "$(result kind '[d.state,d.code]')" '["rejected","unsupported_command"]'
  assert_equal "$(result typeless '[d.state,d.code]')" '["rejected","unsupported_command"]'
  assert_equal "$(result signal-x '[d.state,d.code]')" '["rejected","invalid_schema"]'
  wait_for_state last succeeded
  sleep 1.2
  assert_equal "$(status 'd.errors.filter((e)=>e.code==="invalid_id").length')" 3
  assert_equal "$(ls "$S/logs/commands" | wc -l)" 6
}

@test "of a repeated id the first stands, and the other is counted" {
  start_agent
  publish "$(exec_entry a 'echo first >>order'),$(exec_entry a 'echo second >>order')"
  wait_for_result a
  wait_for_status '"code":"duplicate_id"'
  assert_equal "$(cat "$W/order")" first
}

@test "an id in processed leaves results, and is never started" {
  start_agent
  publish "$(exec_entry a :),$(exec_entry b :)"
  wait_for_state b succeeded
  publish "$(exec_entry c 'touch ran')" '"a","c"'
  until_true 5 eval '! status_holds "\"id\":\"a\""'
  assert_equal "$(status 'd.results.map((r)=>r.id)')" '["b"]'
  refute [ -e "$W/ran" ]
}

@test "a command that was processed before its end is known does not come back" {
  start_agent
  publish "$(gated_entry a)"
  wait_for_state a running
  publish "" '"a"'
  until_true 5 eval '! status_holds "\"id\":\"a\""'
  touch "$W/go"
  wait_for_result a
  publish "$(exec_entry b :)" '"a"'
  wait_for_state b succeeded
  assert_equal "$(status 'd.results.map((r)=>r.id)')" '["b"]'
}

@test "a document that went back in its sequence is stale" {
  start_agent
  sequence=9
  publish "$(exec_entry a :)"
  wait_for_result a
  sequence=4
  publish "$(exec_entry b 'touch ran')"
  wait_for_status '"code":"stale_document"'
  refute [ -e "$W/ran" ]
  sequence=10
  publish "$(exec_entry c :)"
  wait_for_result c
}

@test "without a doorbell a new document is found within the poll interval" {
  PARA_DOORBELL=off start_agent
  refute [ -e "$S/doorbell" ]
  publish "$(exec_entry a :)"
  wait_for_result a 2
}

@test "a document written in place is found too" {
  start_agent
  publish "$(exec_entry a :)"
  wait_for_result a
  sleep 1.2
  echo '{"sequence":2,"commands":[{"timestamp":"2026-01-01T00:00:00Z","id":"b","type":"exec","command":":"}]}' >"$S/commands.json"
  wait_for_result b 4
}

@test "a full queue is read, and its signals are answered first" {
  start_agent
  node -e 'const c=[];for(let i=0;i<256;i++)c.push({id:"c"+i,type:"exec",command:":",timestamp:"2026-01-01T00:00:00Z",env:{A:"b"},args:["x","y"]});c.push({id:"p",type:"signal",signal:"ping",timestamp:"2026-01-01T00:00:00Z"});console.log(JSON.stringify({sequence:1,commands:c}))' >"$S/.c"
  mv "$S/.c" "$S/commands.json"
  ring
  wait_for_result p 20
  publish "$(signal_entry x shutdown '"timeout_seconds":0')"
  wait_for_status '"status":"stopped"' 40
  assert_equal "$(status 'd.results.length')" 258
}
