# Output: live, exact, bounded, and held back by nobody (docs/protocol.md#output).
load helper

@test "output can be followed while the command runs" {
  start_agent
  publish "$(exec_entry a 'echo one; until [ -e go ]; do sleep 0.05; done; echo two')"
  until_true 5 grep -q one "$(claim a)/stdout"
  refute [ -e "$(claim a)/result.json" ]
  touch "$W/go"
  wait_for_result a
  assert_equal "$(cat "$(claim a)/stdout")" $'one\ntwo'
}

@test "bytes that are no text come out as they went in" {
  start_agent
  head -c 100000 /dev/urandom >"$W/random"
  publish "$(exec_entry a 'cat random')"
  wait_for_result a
  assert cmp "$W/random" "$(claim a)/stdout"
}

@test "a background child that holds the pipes does not hold the result" {
  start_agent
  publish "$(exec_entry a 'sleep 30 & echo started')"
  wait_for_result a 3
  assert_equal "$(result a '[d.state,d.stdout.bytes]')" '["succeeded",8]'
}

@test "output past max_output_bytes keeps its head and its tail, and a line that says how much is left out" {
  start_agent
  publish "$(exec_entry a 'seq 1 100000' '"max_output_bytes":1000'),$(exec_entry b 'seq 1 100000 >&2' '"max_output_bytes":0'),$(exec_entry c 'printf 0123456789' '"max_output_bytes":10')"
  for id in a b c; do wait_for_result $id; done
  assert_equal "$(result a '[d.stdout.bytes,d.stdout.truncated,d.stderr.truncated]')" '[588895,true,false]'
  assert [ "$(wc -c <"$(claim a)/stdout")" -le 1000 ]
  assert_equal "$(head -n 3 "$(claim a)/stdout" | tr '\n' ' ')" '1 2 3 '
  assert_equal "$(tail -n 2 "$(claim a)/stdout" | tr '\n' ' ')" '99999 100000 '
  assert grep -q 'bytes left out' "$(claim a)/stdout"
  assert_equal "$(result b '[d.stderr.bytes,d.stderr.truncated]')" '[588895,true]'
  assert [ "$(wc -c <"$(claim b)/stderr")" -lt 100 ]
  assert_equal "$(result c '[d.stdout.bytes,d.stdout.truncated]')" '[10,false]'
}

@test "a flood is cut while it runs" {
  config '"poll_interval_seconds":0.1,"max_output_bytes":4194304'
  start_agent
  publish "$(exec_entry a 'head -c 300000000 /dev/zero; echo; echo the end; until [ -e go ]; do sleep 0.1; done; echo really')"
  until_true 20 eval '[ "$(wc -c <"$(claim a)/stdout")" -gt 300000000 ]'
  until_true 5 eval '[ "$(du -k "$(claim a)/stdout" | cut -f1)" -lt 20000 ]'
  touch "$W/go"
  wait_for_result a
  assert_equal "$(result a '[d.stdout.bytes,d.stdout.truncated]')" '[300000016,true]'
  assert_equal "$(tail -n 2 "$(claim a)/stdout" | tr '\n' ' ')" 'the end really '
  assert [ "$(wc -c <"$(claim a)/stdout")" -le 4194304 ]
}

@test "without holes in files a flood is cut too, and not a byte of its end is lost" {
  mkdir "$BATS_TEST_TMPDIR/without"
  printf '#!/bin/sh\nexit 1\n' >"$BATS_TEST_TMPDIR/without/fallocate"
  chmod +x "$BATS_TEST_TMPDIR/without/fallocate"
  config '"poll_interval_seconds":0.1,"max_output_bytes":1048576'
  PATH=$BATS_TEST_TMPDIR/without:$PATH start_agent
  publish "$(exec_entry a 'i=0; while [ $i -lt 200 ]; do head -c 200000 /dev/zero | tr \"\\\\0\" \"x\"; echo \"line $i\"; i=$((i+1)); sleep 0.01; done')"
  wait_for_result a 30
  assert_equal "$(result a '[d.state,d.stdout.truncated,d.stdout.bytes]')" '["succeeded",true,40001690]'
  assert_equal "$(tail -c 9 "$(claim a)/stdout")" 'line 199'
}
