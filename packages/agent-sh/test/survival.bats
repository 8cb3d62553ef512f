# kill -9 at any point: nothing starts twice, nothing is forgotten, real exit codes survive (docs/protocol.md#restart, #at-most-once).
load helper

# usage: kill_agent     sets $killed, the boot_id of what it killed
kill_agent() {
  killed=$(boot_of_status)
  kill -KILL "$(agent_pid)"
}

# usage: restarted PID     whether another agent than PID runs, and the status is its own
restarted() {
  [ "$(agent_pid)" != "$1" ] && agent_lives && running_since && [ "$(boot_of_status)" != "${killed-}" ]
}

boot_of_status() {
  local text
  text=$(<"$S/status.json") && [[ $text =~ '"boot_id":"'([^\"]*) ]] && echo "${BASH_REMATCH[1]}"
}

@test "the entry point starts a killed agent again, and the deaths are counted in errors" {
  start_agent
  first=$(agent_pid)
  boot=$(status d.boot_id)
  kill_agent
  until_true 5 restarted "$first"
  wait_for_status '"code":"agent_died"'
  refute [ "$(status d.boot_id)" = "$boot" ]
}

@test "an agent that dies again and again is started again after growing pauses" {
  start_agent
  for n in 1 2 3; do
    first=$(agent_pid)
    kill_agent
    until_true 8 restarted "$first"
  done
  wait_for_status '3 times so far'
}

@test "an entry point that looks at the interval just as it is written lives on" {
  start_agent
  # What a writer has opened and not yet filled.
  true >"$(echo "$TMPDIR"/.para-agent.*)/poll"
  kill -CHLD "$entry"
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  refute ended "$entry"
}

@test "what a command writes into its record is never calculated with" {
  start_agent
  publish "$(exec_entry a 'sleep 60')"
  until_true 10 [ -s "$(claim a)/.process" ]
  kill -KILL "$entry"
  until_true 5 ended "$(agent_pid)"
  read -r pid start rest <"$(claim a)/.process"
  echo "$pid $start 2026-01-01T00:00:00Z shell 1000 10 x[\$(>$W/evaluated)]" >"$(claim a)/.process"
  start_agent
  wait_for_state a running
  publish "$(signal_entry c cancel '"target":"a"')"
  wait_for_state a cancelled 15
  refute [ -e "$W/evaluated" ]
  assert_equal "$(status 'd.errors.length')" 0
}

@test "a command that ran through the agent's death keeps its exit code" {
  start_agent
  publish "$(gated_entry a 'echo out; exit 9')"
  wait_for_state a running
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  touch "$W/go"
  wait_for_result a 5
  assert_equal "$(result a '[d.state,d.exit_code,d.stdout.bytes]')" '["failed",9,4]'
  wait_for_state a failed
}

@test "a command that ended while no agent ran keeps its exit code" {
  start_agent
  publish "$(gated_entry a 'exit 9')"
  until_true 10 [ -s "$(claim a)/.process" ]
  orphan=$(agent_pid)
  kill -KILL "$entry"
  until_true 5 ended "$orphan"
  touch "$W/go"
  wait_for_result a
  start_agent
  wait_for_state a failed
  assert_equal "$(status 'd.results[0].exit_code')" 9
}

@test "a command is timed out also by the agent that came later" {
  start_agent
  publish "$(exec_entry a 'sleep 60' '"timeout_seconds":2')"
  wait_for_state a running
  kill -KILL "$entry"
  start_agent
  wait_for_result a 6
  assert_equal "$(result a d.state)" timed_out
}

@test "the next agent learns a limit also where the supervisor writes it down later" {
  start_agent
  publish "$(exec_entry a 'sleep 60' '"timeout_seconds":1')"
  until_true 5 [ -s "$(claim a)/.process" ]
  kill -KILL "$entry" "$(agent_pid)"
  mv "$(claim a)/.process" "$W/later"
  start_agent
  mv "$W/later" "$(claim a)/.process"
  wait_for_result a 6
  assert_equal "$(result a d.state)" timed_out
}

@test "a stop that an agent has decided and not carried out is carried out by the next" {
  start_agent
  publish "$(exec_entry a 'sleep 60')"
  until_true 5 [ -s "$(claim a)/.process" ]
  kill -KILL "$entry" "$(agent_pid)"
  echo cancelled >"$(claim a)/.verdict"
  start_agent
  wait_for_result a 6
  assert_equal "$(result a d.state)" cancelled
}

@test "a command whose supervisor was killed stays running while it lives, and is then lost" {
  start_agent
  publish "$(gated_entry a 'touch finished')"
  wait_for_state a running
  until_true 5 [ -s "$(claim a)/.process" ]
  local file command
  read -r command _ <"$(claim a)/.process"
  for file in /proc/[0-9]*; do
    # Until it has become the command, the new process holds what its supervisor holds.
    if [ "$file" = "/proc/$command" ]; then continue; fi
    if [ "$file/fd/5" -ef "$(claim a)/stdout" ]; then kill -KILL "${file#/proc/}"; fi
  done
  sleep 0.7
  state_is a running
  touch "$W/go"
  wait_for_result a 5
  assert_equal "$(result a d.state)" lost
  assert [ -e "$W/finished" ]
}

@test "a supervisor is known by its claim, also once it has cut the output" {
  start_agent
  publish "$(exec_entry a 'sleep 60')"
  until_true 10 [ -s "$(claim a)/.process" ]
  read -r pid start rest <"$(claim a)/.process"
  supervisor=$(awk '/^PPid/ { print $2 }' "/proc/$pid/status")
  kill -STOP "$supervisor"
  kill -KILL "$pid"
  # As cutting does: another file in its place.
  cp "$(claim a)/stdout" "$(claim a)/.stdout.short"
  mv "$(claim a)/.stdout.short" "$(claim a)/stdout"
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  sleep 1
  refute [ -e "$(claim a)/result.json" ]
  kill -CONT "$supervisor"
  wait_for_result a
  assert_equal "$(result a '[d.state,d.signal]')" '["failed","SIGKILL"]'
}

@test "a command whose record is there but not its result gets the recorded end" {
  mkdir -p "$(claim a)"
  echo '1 1 2026-01-01T00:00:00.00Z shell 1000 10 -' >"$(claim a)/.process"
  echo '{"state":"failed","exit_code":42,' >"$(claim a)/.verdict"
  printf abc >"$(claim a)/stdout"
  touch "$(claim a)/stderr"
  start_agent
  wait_for_result a
  assert_equal "$(result a '[d.state,d.exit_code,d.stdout.bytes,d.started_at]')" '["failed",42,3,"2026-01-01T00:00:00.00Z"]'
}

@test "a claim that was never started is lost after a restart, and never started" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  publish "$(gated_entry a),$(exec_entry b 'touch ran')"
  wait_for_state b accepted
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  wait_for_result b
  assert_equal "$(result b d.state)" lost
  touch "$W/go"
  wait_for_result a
  sleep 0.3
  refute [ -e "$W/ran" ]
}

@test "a claim made by somebody else is left alone" {
  mkdir -p "$(claim a)"
  echo '{"protocol_version":"1.0","id":"a","state":"succeeded","exit_code":0,"finished_at":"2026-01-01T00:00:00Z"}' >"$(claim a)/result.json"
  start_agent
  publish "$(exec_entry a 'touch ran'),$(exec_entry b :)"
  wait_for_result b
  refute [ -e "$W/ran" ]
}

@test "two agents on one directory start each command once" {
  start_agent
  "${under_test[@]}" "$agent" run </dev/null 3>&- 4>&- >>"$BATS_TEST_TMPDIR/agent.out" 2>&1 &
  agents+=("$!")
  disown
  sleep 0.7
  local entries='' n
  for n in 1 2 3 4 5 6 7 8 9; do entries="$entries,$(exec_entry "c$n" "echo $n >>starts")"; done
  publish "${entries#,}"
  ring
  for n in 1 2 3 4 5 6 7 8 9; do wait_for_result "c$n"; done
  assert_equal "$(sort "$W/starts" | tr '\n' ' ')" '1 2 3 4 5 6 7 8 9 '
}

@test "an agent whose entry point was killed ends, and does nothing more" {
  start_agent
  orphan=$(agent_pid)
  kill -KILL "$entry"
  until_true 5 ended "$orphan"
}

@test "processed commands do not come back after a restart, others keep the order of their claims" {
  start_agent
  publish "$(exec_entry z :),$(exec_entry m :),$(exec_entry b :)"
  for id in z m b; do wait_for_state $id succeeded; done
  publish "$(exec_entry z :),$(exec_entry b :)" '"m"'
  until_true 5 grep -q 'done m' "$S/.agent/journal"
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  wait_for_state b succeeded
  assert_equal "$(status 'd.results.map((r)=>r.id)')" '["z","b"]'
}

@test "every step of a command can be the agent's last, and the command still ends once" {
  start_agent
  local n pid
  for n in 1 2 3 4 5 6; do
    publish "$(exec_entry "k$n" "echo k$n >>starts")"
    sleep "0.00$((n % 10))"
    pid=$(agent_pid)
    kill -KILL "$pid" 2>/dev/null || true
    until_true 15 restarted "$pid"
    ring
    wait_for_result "k$n" 15
  done
  assert_equal "$(sort "$W/starts" | uniq -d)" ''
  for n in 1 2 3 4 5 6; do
    case $(result "k$n" d.state) in
      succeeded) grep -qx "k$n" "$W/starts" ;;
      lost) ;;
      *) fail "k$n: $(result "k$n" d.state)" ;;
    esac
  done
}

@test "the highest sequence acted on is remembered across restarts" {
  start_agent
  sequence=41
  publish "$(exec_entry a :)"
  wait_for_result a
  first=$(agent_pid)
  kill_agent
  until_true 5 restarted "$first"
  sequence=20
  publish "$(exec_entry b 'touch ran')"
  wait_for_status '"code":"stale_document"'
  refute [ -e "$(claim b)" ]
}

@test "what the host has processed is dropped only when the disk remembers it" {
  start_agent_without_powers
  publish "$(exec_entry a 'exit 3')"
  wait_for_state a failed
  chmod 444 "$S/.agent/journal"
  publish '' '"a"'
  sleep 1
  assert_equal "$(status 'd.results.map((r)=>r.id)')" '["a"]'
  chmod 644 "$S/.agent/journal"
  wait_for_status '"results":[]'
  kill -KILL "$entry" "$(agent_pid)"
  start_agent
  assert_equal "$(status d.results)" '[]'
}

@test "a disk that refuses while a command ends delays its result and does not change it" {
  start_agent_without_powers
  publish "$(gated_entry a 'exit 3')"
  until_true 10 [ -s "$(claim a)/.process" ]
  chmod 555 "$(claim a)"
  touch "$W/go"
  sleep 1.5
  refute [ -e "$(claim a)/result.json" ]
  chmod 755 "$(claim a)"
  wait_for_result a
  assert_equal "$(result a '[d.state,d.exit_code]')" '["failed",3]'
}

@test "a disk that refuses while a command is stopped delays the stop and does not drop it" {
  start_agent_without_powers
  publish "$(exec_entry t 'sleep 60' '"timeout_seconds":1'),$(exec_entry c 'sleep 60')"
  until_true 10 [ -s "$(claim t)/.process" ]
  until_true 10 [ -s "$(claim c)/.process" ]
  chmod 555 "$(claim t)" "$(claim c)"
  publish "$(exec_entry t 'sleep 60' '"timeout_seconds":1'),$(exec_entry c 'sleep 60'),$(signal_entry x cancel '"target":"c"')"
  wait_for_result x
  sleep 1.5
  chmod 755 "$(claim t)" "$(claim c)"
  wait_for_result t
  wait_for_result c
  assert_equal "$(result t d.state)$(result c d.state)" timed_outcancelled
}

@test "a disk that refuses claims is told of once, and the commands run when it takes them" {
  start_agent_without_powers
  chmod 555 "$S/logs/commands"
  publish "$(exec_entry a :),$(exec_entry b :)"
  wait_for_status '"code":"write_failed"'
  sleep 3
  assert_equal "$(status 'd.errors.map((e)=>e.code)')" '["write_failed"]'
  chmod 755 "$S/logs/commands"
  wait_for_result a
  wait_for_result b
}

@test "where the sync of the claims fails, the supervisor does it, and nothing starts before" {
  if [ "${under_test[0]}" = busybox ]; then
    # Its own `sync` comes before any on the PATH. It fails on a directory that may not be read, and then syncs everything.
    start_agent_without_powers
    chmod 300 "$S/logs/commands"
    publish "$(exec_entry a true)"
    wait_for_result a 5
    wait_for_state a succeeded
    return
  fi
  mkdir "$BATS_TEST_TMPDIR/faulty"
  cat >"$BATS_TEST_TMPDIR/faulty/sync" <<EOF
#!/bin/sh
echo "\$1" >>"$BATS_TEST_TMPDIR/synced"
[ -e "$BATS_TEST_TMPDIR/mended" ]
EOF
  chmod +x "$BATS_TEST_TMPDIR/faulty/sync"
  PATH=$BATS_TEST_TMPDIR/faulty:$PATH start_agent
  publish "$(exec_entry a true)"
  # The agent's, then the supervisor's: first of the directory, then of everything, and again.
  until_true 5 eval '[ "$(wc -l <"$BATS_TEST_TMPDIR/synced")" -ge 5 ]'
  assert_equal "$(head -n 1 "$BATS_TEST_TMPDIR/synced")" "$(realpath "$S")/logs/commands"
  refute [ -e "$(claim a)/.process" ]
  : >"$BATS_TEST_TMPDIR/mended"
  wait_for_result a 5
  wait_for_state a succeeded
}
