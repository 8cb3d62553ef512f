# Timeouts, cancel, shutdown: what is told to stop is gone when its result says so (docs/protocol.md#timeout, #cancel, #shutdown).
load helper

# usage: survivors ID     processes that still carry the command's mark
survivors() {
  local file count=0
  for file in $(grep -lsF "PARA_COMMAND_ID=$1" /proc/[0-9]*/environ); do
    tr '\0' '\n' <"$file" 2>/dev/null | grep -qxF "PARA_STATUS_DIR=$S" || continue
    ended "$(basename "${file%/environ}")" || count=$((count + 1))
  done
  echo "$count"
}

@test "past timeout_seconds a command is stopped and has timed_out" {
  start_agent
  publish "$(exec_entry a 'sleep 60' '"timeout_seconds":1')"
  wait_for_result a 5
  assert_equal "$(result a '[d.state,Date.parse(d.finished_at)-Date.parse(d.started_at)<9000]')" '["timed_out",true]'
  assert_equal "$(survivors a)" 0
}

@test "what ignores TERM is killed after its grace" {
  start_agent
  publish "$(exec_entry a "trap '' TERM; while :; do sleep 1; done" '"timeout_seconds":1,"kill_grace_seconds":1')"
  wait_for_result a 6
  assert_equal "$(result a '[d.state,d.signal,Date.parse(d.finished_at)-Date.parse(d.started_at)<15000]')" '["timed_out","SIGKILL",true]'
  assert_equal "$(survivors a)" 0
}

@test "what left its session and its parent is swept" {
  start_agent
  publish "$(exec_entry a "setsid sh -c 'trap \\\"\\\" TERM; sleep 61 & sleep 62' & (setsid sleep 63 &) ; sleep 64" '"timeout_seconds":1,"kill_grace_seconds":1')"
  wait_for_result a 6
  assert_equal "$(result a d.state)" timed_out
  assert_equal "$(survivors a)" 0
}

@test "a stopped process is stopped for good" {
  start_agent
  publish "$(exec_entry a 'sleep 60 & kill -STOP $!; kill -STOP $$' '"timeout_seconds":1,"kill_grace_seconds":1')"
  wait_for_result a 6
  assert_equal "$(result a d.state)" timed_out
  assert_equal "$(survivors a)" 0
}

@test "whoever was to write the result of a stopped command and does not is not waited for" {
  start_agent
  publish "$(exec_entry a 'sleep 60')"
  until_true 10 [ -s "$(claim a)/.process" ]
  local process
  for process in /proc/[0-9]*; do
    if [ "$process/fd/7" -ef "$(claim a)" ]; then kill -STOP "${process#/proc/}"; fi
  done
  publish "$(exec_entry a 'sleep 60'),$(signal_entry x cancel '"target":"a"')"
  wait_for_result a
  assert_equal "$(result a d.state)" cancelled
  until_true 5 no_survivors a
}

no_survivors() {
  [ "$(survivors "$1")" = 0 ]
}

@test "a storm of forks is swept" {
  start_agent
  publish "$(exec_entry a 'storm() { while :; do sleep 0.05 & (setsid sleep 20 &) ; sleep 0.02; done; }; storm & storm' '"timeout_seconds":1,"kill_grace_seconds":0')"
  wait_for_result a 8
  assert_equal "$(result a d.state)" timed_out
  assert_equal "$(survivors a)" 0
}

@test "each process of a stopped command hears TERM once" {
  start_agent
  publish "$(exec_entry a "for n in 1 2 3 4 5 6 7 8; do sh -c 'trap \\\"echo \$0 >> asked\\\" TERM; echo \$0 >> up; while :; do sleep 0.1 & wait \$!; done' \$n & done; wait" '"kill_grace_seconds":2')"
  until_true 10 eval '[ "$(wc -l <"$W/up")" = 8 ]'
  publish "$(signal_entry x cancel '"target":"a"')"
  wait_for_result a
  run sort "$W/asked"
  assert_output "$(seq 1 8)"
}

@test "a command that handles TERM ends in its own way, and has timed_out all the same" {
  start_agent
  publish "$(exec_entry a "trap 'echo bye; exit 3' TERM; while :; do sleep 0.1; done" '"timeout_seconds":1')"
  wait_for_result a 5
  assert_equal "$(result a '[d.state,d.exit_code]')" '["timed_out",3]'
  assert_equal "$(cat "$(claim a)/stdout")" bye
}

@test "another command is not touched by a stop, even if its id begins with the same letters" {
  start_agent
  publish "$(exec_entry c-1 'sleep 60' '"timeout_seconds":1'),$(exec_entry c-12 'sleep 3; echo alive')"
  wait_for_result c-1 5
  wait_for_result c-12 6
  assert_equal "$(cat "$(claim c-12)/stdout")" alive
}

@test "cancel stops a running command" {
  start_agent
  publish "$(exec_entry a 'sleep 60')"
  wait_for_state a running
  publish "$(exec_entry a 'sleep 60'),$(signal_entry x cancel '"target":"a"')"
  wait_for_result x
  assert_equal "$(result x d.state)" succeeded
  wait_for_result a
  assert_equal "$(result a d.state)" cancelled
  assert_equal "$(survivors a)" 0
}

@test "a cancel stops what runs also where its own claim cannot be made, and is answered once it is" {
  start_agent_without_powers
  publish "$(exec_entry a 'sleep 60')"
  until_true 10 [ -s "$(claim a)/.process" ]
  chmod 555 "$S/logs/commands"
  publish "$(exec_entry a 'sleep 60'),$(signal_entry c cancel '"target":"a"')"
  wait_for_result a
  assert_equal "$(result a d.state)" cancelled
  refute [ -e "$(claim c)" ]
  chmod 755 "$S/logs/commands"
  wait_for_result c
  assert_equal "$(result c d.state)" succeeded
}

@test "cancel of a waiting command keeps it from ever starting" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  publish "$(gated_entry a),$(exec_entry b 'touch ran')"
  wait_for_state b accepted
  publish "$(gated_entry a),$(exec_entry b 'touch ran'),$(signal_entry x cancel '"target":"b"')"
  wait_for_result x
  touch "$W/go"
  assert_equal "$(result b '[d.state,d.started_at]')" '["cancelled",null]'
  wait_for_result a
  refute [ -e "$W/ran" ]
}

@test "a cancel in the same document as its target keeps it from starting" {
  start_agent
  publish "$(signal_entry x cancel '"target":"a"'),$(exec_entry a 'touch ran')"
  wait_for_result a
  wait_for_result x
  assert_equal "$(result x d.state)$(result a d.state)" succeededcancelled
  refute [ -e "$W/ran" ]
}

@test "cancel of what has ended changes nothing, and of what was never seen is an unknown_target" {
  start_agent
  publish "$(exec_entry a :)"
  wait_for_result a
  publish "$(signal_entry x cancel '"target":"a"'),$(signal_entry y cancel '"target":"never"'),$(signal_entry z cancel)"
  for id in x y z; do wait_for_result $id; done
  assert_equal "$(result x d.state)$(result a d.state)" succeededsucceeded
  assert_equal "$(result y '[d.state,d.code]')" '["failed","unknown_target"]'
  assert_equal "$(result z '[d.state,d.code]')" '["rejected","invalid_schema"]'
}

@test "shutdown lets running commands end, cancels waiting ones, and ends with stopped and exit 0" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  publish "$(gated_entry a),$(exec_entry b 'touch ran')"
  wait_for_state a running
  publish "$(gated_entry a),$(exec_entry b 'touch ran'),$(signal_entry x shutdown)"
  wait_for_state b cancelled
  wait_for_status '"status":"stopping"'
  touch "$W/go"
  wait_for_status '"status":"stopped"'
  until_true 5 ended "$entry"
  assert_equal "$(result a d.state)$(result b d.state)$(result x d.state)" succeededcancelledsucceeded
  assert_equal "$(status 'd.results.map((r)=>r.state)')" '["succeeded","cancelled","succeeded"]'
  refute [ -e "$W/ran" ]
}

@test "shutdown stops what runs past its timeout_seconds" {
  config '"kill_grace_seconds":1,"poll_interval_seconds":0.2'
  start_agent
  publish "$(exec_entry a "trap '' TERM; while :; do sleep 0.2; done")"
  wait_for_state a running
  publish "$(exec_entry a x),$(signal_entry x shutdown '"timeout_seconds":1')"
  wait_for_status '"status":"stopped"' 6
  assert_equal "$(result a d.state)$(result x d.state)" cancelledsucceeded
  assert_equal "$(survivors a)" 0
}

@test "TERM ends the agent as a shutdown does, and the entry point exits 0" {
  "${under_test[@]}" "$agent" run </dev/null 3>&- 4>&- >>"$BATS_TEST_TMPDIR/agent.out" 2>&1 &
  entry=$!
  agents+=("$entry")
  until_true 10 running_since
  kill -TERM "$entry"
  wait_for_end "$entry"
  assert_equal "$code" 0
  assert_equal "$(status d.status)" stopped
  assert_equal "$(ls -A "$S/reports" "$S" | grep -c '\.tmp')" 0
}

@test "pause keeps commands from starting, resume starts them" {
  start_agent
  publish "$(signal_entry p pause)"
  wait_for_result p
  wait_for_status '"status":"paused"'
  publish "$(exec_entry a 'touch ran')"
  wait_for_state a accepted
  sleep 0.3
  refute [ -e "$W/ran" ]
  publish "$(signal_entry r resume),$(exec_entry a 'touch ran')"
  wait_for_result a
  wait_for_status '"status":"running"'
}

@test "signals are answered while every place is taken" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  publish "$(exec_entry a 'sleep 60'),$(exec_entry b :),$(signal_entry p ping)"
  wait_for_result p 3
  assert_equal "$(result p d.state)" succeeded
  refute [ -e "$(claim a)/result.json" ]
}

@test "a signal of another name runs its hook, or is an unsupported_signal" {
  config '"poll_interval_seconds":0.2,"signals":{"flush":{"command":"echo flushed; exit 4"},"slow":{"command":"sleep 60","timeout_seconds":1}}'
  start_agent
  publish "$(signal_entry f flush),$(signal_entry s slow),$(signal_entry n nonesuch)"
  for id in f s n; do wait_for_result $id; done
  assert_equal "$(result f '[d.state,d.exit_code]')" '["failed",4]'
  assert_equal "$(cat "$(claim f)/stdout")" flushed
  assert_equal "$(result s d.state)" timed_out
  assert_equal "$(result n '[d.state,d.code]')" '["rejected","unsupported_signal"]'
}

@test "reload_config takes a new configuration, and an invalid one changes nothing" {
  start_agent
  config '"heartbeat_interval_seconds":0.7,"poll_interval_seconds":0.2'
  publish "$(signal_entry r1 reload_config)"
  wait_for_result r1
  wait_for_status '"heartbeat_interval_seconds":0.7'
  printf '{"max_concurrency":0}' >"$BATS_TEST_TMPDIR/agent.json"
  publish "$(signal_entry r2 reload_config)"
  wait_for_result r2
  assert_equal "$(result r1 d.state)" succeeded
  assert_equal "$(result r2 '[d.state,d.code]')" '["failed","invalid_schema"]'
  assert_equal "$(status d.heartbeat_interval_seconds)" 0.7
}
