# The entry point: beside a main command, and by its own command line (docs/protocol.md#status-directory, #term).
load helper

# usage: run_with_main COMMAND…     sets $code once it ended
run_with_main() {
  "${under_test[@]}" "$agent" run -- "$@" </dev/null 3>&- 4>&- >"$BATS_TEST_TMPDIR/out" 2>&1 &
  wait_for_end "$!"
}

@test "the main command's exit code is the entry point's" {
  run_with_main sh -c 'sleep 0.5; exit 6'
  assert_equal "$code" 6
  assert_equal "$(status d.status)" stopped
}

@test "the main command has the entry point's input and output" {
  code=0
  echo hello | "${under_test[@]}" "$agent" run -- sh -c 'read -r x; echo "got $x"; echo err >&2' >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" 3>&- || code=$?
  assert_equal "$code" 0
  assert_equal "$(cat "$BATS_TEST_TMPDIR/out")" 'got hello'
  assert_equal "$(cat "$BATS_TEST_TMPDIR/err")" err
}

@test "what the agent keeps for itself lies in a directory of TMPDIR that only its user can enter" {
  start_agent
  local home
  home=$(echo "$TMPDIR"/.para-agent.*)
  assert_equal "$(stat -c %a "$home")" 700
  assert [ -s "$home/plan.awk" ]
}

@test "commands run beside the main command" {
  start_agent -- sleep 60
  publish "$(exec_entry a 'echo beside')"
  wait_for_result a
  assert_equal "$(cat "$(claim a)/stdout")" beside
}

@test "TERM reaches the main command, and its exit code is told" {
  "${under_test[@]}" "$agent" run -- sh -c 'trap "exit 5" TERM; touch "$1/ready"; while :; do sleep 0.1; done' sh "$W" </dev/null 3>&- 4>&- >>"$BATS_TEST_TMPDIR/agent.out" 2>&1 &
  entry=$!
  agents+=("$entry")
  until_true 10 running_since
  until_true 5 [ -e "$W/ready" ]
  kill -TERM "$entry"
  wait_for_end "$entry"
  assert_equal "$code" 5
  assert_equal "$(status d.status)" stopped
}

@test "a shutdown of the agent ends the main command too" {
  "${under_test[@]}" "$agent" run -- sh -c 'trap "exit 4" TERM; touch "$1/ready"; while :; do sleep 0.1; done' sh "$W" </dev/null 3>&- 4>&- >>"$BATS_TEST_TMPDIR/agent.out" 2>&1 &
  entry=$!
  agents+=("$entry")
  until_true 10 running_since
  until_true 5 [ -e "$W/ready" ]
  publish "$(signal_entry x shutdown)"
  wait_for_end "$entry"
  assert_equal "$code" 4
}

@test "a main command that is not there ends with 127" {
  run_with_main /nonexistent/program
  assert_equal "$code" 127
}

@test "a main command that ends at once is not waited for, on a busy machine" {
  local spinners=()
  for _ in 1 2 3; do
    nice -n -5 timeout 30 sh -c 'while :; do :; done' </dev/null >/dev/null 2>&1 3>&- 4>&- &
    spinners+=("$!")
  done
  for _ in 1 2 3 4 5 6; do
    rm -f "$S/status.json"
    run_with_main sh -c 'exit 7'
    assert_equal "$code" 7
    assert_equal "$(status d.status)" stopped
  done
  kill "${spinners[@]}" || true
}

@test "an agent that the entry point's word to end did not reach finds it in the file" {
  start_agent -- sleep 1000
  : >"$(echo "$TMPDIR"/.para-agent.*)/alive"
  wait_for_status '"status":"stopped"'
  # Once the main command, which was told to end too, has ended.
  until_true 15 ended "$entry"
}

@test "without any directory to serve it says so and exits 2" {
  unset PARA_STATUS_DIR
  [ -d /para/status ] && skip "this machine has /para/status"
  run "${under_test[@]}" "$agent" run
  assert_failure 2
  assert_output --partial PARA_STATUS_DIR
}

@test "a session's name is checked before it becomes a path" {
  unset PARA_STATUS_DIR
  [ -d /para/status ] && skip "this machine has /para/status"
  PARA_SESSION_NAME=../up run "${under_test[@]}" "$agent" run
  assert_failure 2
  PARA_SESSION_NAME=shared run "${under_test[@]}" "$agent" run
  assert_failure 2
}

@test "a session's name leads to the directory in the workspace" {
  unset PARA_STATUS_DIR
  [ -d /para/status ] && skip "this machine has /para/status"
  export PARA_SESSION_NAME=demo
  S=$W/.para/state/docker/demo
  mkdir -p "$S"
  start_agent
  assert [ -p "$S/doorbell" ]
  kill -KILL "$entry"
  for file in $(grep -lsF "PARA_WORKSPACE=$W" /proc/[0-9]*/environ); do
    [ "$(cat "${file%environ}comm")" = bats ] || kill -KILL "$(basename "${file%/environ}")" 2>/dev/null || true
  done
}

@test "validate accepts with 0 and refuses with 1 and a line of JSON" {
  run "${under_test[@]}" "$agent" validate status <<<'{"timestamp":"2024-01-20T10:30:00Z","status":"running"}'
  assert_success
  assert_output ''
  run "${under_test[@]}" "$agent" validate status <<<'{"timestamp":"2024-01-20T10:30:00Z"}'
  assert_failure 1
  assert_output --partial '"code":"invalid_schema"'
  run "${under_test[@]}" "$agent" validate nonsense <<<'{}'
  assert_failure 2
}

@test "--version and --help tell what they say, and an unknown word is refused" {
  run "${under_test[@]}" "$agent" --version
  assert_output --partial para-agent-sh
  run "${under_test[@]}" "$agent" --help
  assert_output --partial usage
  run "${under_test[@]}" "$agent" fly
  assert_failure 2
}

@test "what a shell reads is ASCII, which is all that yash takes outside a UTF-8 locale" {
  local sources=(dist/para-agent.sh dist/para-report.sh ../agent-node/src/entry-point.sh)
  run env LC_ALL=C grep -n '[^ -~	]' "${sources[@]/#/$BATS_TEST_DIRNAME/../}"
  assert_output ''
}
