# Metrics, log, retention, directories: what an agent keeps and for how long (docs/protocol.md#metrics, #logs).
load helper

@test "metrics.json says what the container uses" {
  config '"poll_interval_seconds":0.1,"metrics_interval_seconds":0.3'
  start_agent
  # Measured twice: the first cannot tell a percentage.
  until_true 5 [ -f "$S/metrics.json" ]
  touch "$BATS_TEST_TMPDIR/first"
  until_true 5 [ "$S/metrics.json" -nt "$BATS_TEST_TMPDIR/first" ]
  assert_equal "$(json "$S/metrics.json" '[d.boot_id.length>0,d.uptime_seconds>=0,d.disk.total_bytes>d.disk.used_bytes,d.network.rx_bytes>=0]')" '[true,true,true,true]'
  [ -f /sys/fs/cgroup/cpuacct/cpuacct.usage ] || [ -f /sys/fs/cgroup/cpu.stat ] || skip "no cgroup here"
  assert_equal "$(json "$S/metrics.json" '[d.cpu.usage_seconds>0,d.cpu.percent>=0,d.memory.used_bytes>0]')" '[true,true,true]'
}

@test "metrics_interval_seconds 0 turns metrics off" {
  config '"poll_interval_seconds":0.1,"metrics_interval_seconds":0'
  start_agent
  sleep 0.5
  refute [ -e "$S/metrics.json" ]
}

@test "each record of the log is one line of JSON, and commands are named by id" {
  start_agent
  publish "$(exec_entry a :)"
  wait_for_state a succeeded
  run node -e 'const l=require("fs").readFileSync(process.argv[1],"utf8").trimEnd().split("\n").map(JSON.parse);console.log(l.filter((r)=>r.command_id==="a").map((r)=>r.event).join(" "))' "$S/logs/agent.jsonl"
  assert_output 'command.claimed command.started command.ended'
}

@test "at four MiB the log is begun anew" {
  mkdir -p "$S/logs"
  head -c 4194200 /dev/zero | tr '\0' ' ' >"$S/logs/agent.jsonl"
  start_agent
  publish "$(exec_entry a :)"
  wait_for_state a succeeded
  assert [ "$(wc -c <"$S/logs/agent.jsonl")" -lt 5000 ]
  assert [ "$(wc -c <"$S/logs/agent.jsonl.1")" -gt 4000000 ]
}

@test "directories of processed commands are kept up to max_commands, the newest" {
  config '"poll_interval_seconds":0.1,"heartbeat_interval_seconds":0.2,"retention":{"max_commands":2}'
  start_agent
  publish "$(exec_entry a :),$(exec_entry b :),$(exec_entry c :),$(exec_entry d :)"
  for id in a b c d; do wait_for_state $id succeeded; done
  publish '' '"a","b","c","d"'
  sleep 1
  assert_equal "$(ls "$S/logs/commands" | tr '\n' ' ')" 'a b c d '
  publish '' ''
  until_true 5 eval '[ "$(ls "$S/logs/commands" | tr "\n" " ")" = "c d " ]'
}

@test "directories of processed commands are kept up to max_bytes" {
  config '"poll_interval_seconds":0.1,"heartbeat_interval_seconds":0.2,"retention":{"max_bytes":3000000}'
  start_agent
  publish "$(exec_entry a 'head -c 2000000 /dev/zero'),$(exec_entry b 'head -c 2000000 /dev/zero')"
  for id in a b; do wait_for_state $id succeeded; done
  publish '' '"a","b"'
  wait_for_status '"results":[]'
  publish '' ''
  until_true 5 eval '[ "$(ls "$S/logs/commands" | wc -l)" = 1 ]'
}

@test "a doorbell that was taken away is made again" {
  start_agent
  rm "$S/doorbell"
  until_true 5 [ -p "$S/doorbell" ]
  publish "$(exec_entry a :)"
  wait_for_result a
}

@test "an agent goes on though somebody else has read what was to wake it" {
  start_agent
  timeout 2 cat <>"$S/doorbell" >/dev/null || true
  ring() { :; }
  publish "$(exec_entry a :)"
  wait_for_result a
}

@test "no process is started between two heartbeats" {
  command -v strace >/dev/null || skip 'there is no strace'
  config '"heartbeat_interval_seconds":60,"metrics_interval_seconds":0'
  start_agent
  sleep 1
  timeout 5 strace -f -o "$BATS_TEST_TMPDIR/trace" -e trace=fork,vfork,clone,clone3 -p "$entry" -p "$(agent_pid)" || true
  # Where ticks come from outside, whoever looks after them does so now and then.
  assert [ "$(grep -cE '(fork|clone3?)\(' "$BATS_TEST_TMPDIR/trace")" -le 1 ]
}

@test "a directory in the place of a document of ours does not stop us" {
  mkdir -p "$S/status.json/x" "$S/doorbell"
  start_agent
  assert [ -f "$S/status.json" ]
}

@test "what a killed agent left in the temporary directory, the next one clears up" {
  start_agent
  kill -KILL "$(agent_pid)" "$entry"
  assert [ -n "$(ls -A "$TMPDIR")" ]
  # At its own end, or after half a minute: a supervisor may still have to read the words of its command there.
  start_agent
  publish "$(signal_entry x shutdown)"
  until_true 8 ended "$entry"
  assert_equal "$(ls -A "$TMPDIR")" ''
}

@test "an agent leaves no file for temporary use behind" {
  start_agent
  publish "$(exec_entry a 'cat' '"stdin":"x"'),$(signal_entry x shutdown)"
  until_true 8 ended "$entry"
  assert_equal "$(ls -A "$TMPDIR")" ''
  assert_equal "$(find "$S" -name '.*.json.*' | wc -l)" 0
}

@test "what is kept is weighed a few times, not once for each command" {
  config '"poll_interval_seconds":0.1,"heartbeat_interval_seconds":0.2,"retention":{"max_commands":12}'
  mkdir "$BATS_TEST_TMPDIR/counting"
  printf '#!/bin/sh\necho >>"%s"\nexec %s "$@"\n' "$BATS_TEST_TMPDIR/weighed" "$(command -v du)" >"$BATS_TEST_TMPDIR/counting/du"
  chmod +x "$BATS_TEST_TMPDIR/counting/du"
  PATH="$BATS_TEST_TMPDIR/counting:$PATH" start_agent
  ids=
  for n in 1 2 3 4 5 6 7 8 9 10 11 12 13; do ids="$ids,\"c$n\"" entries="${entries-}${entries:+,}$(exec_entry c$n :)"; done
  publish "$entries"
  for n in 1 2 3 4 5 6 7 8 9 10 11 12 13; do wait_for_state c$n succeeded; done
  publish '' "${ids#,}"
  sleep 0.5
  : >"$BATS_TEST_TMPDIR/weighed"
  publish '' ''
  until_true 5 eval '[ "$(ls "$S/logs/commands" | wc -l)" = 12 ]'
  sleep 0.5
  assert [ "$(wc -l <"$BATS_TEST_TMPDIR/weighed")" -lt 6 ]
}
