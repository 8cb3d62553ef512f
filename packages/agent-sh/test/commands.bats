# exec: how words reach a command, and what its end is called (docs/protocol.md#exec).
load helper

@test "a command's exit code, stdout and stderr are what it gave" {
  start_agent
  publish "$(exec_entry a 'echo out; echo err >&2; exit 7')"
  wait_for_result a
  assert_equal "$(result a '[d.state,d.exit_code,d.stdout.bytes,d.stderr.bytes,d.stdout.truncated]')" '["failed",7,4,4,false]'
  assert_equal "$(cat "$(claim a)/stdout")" out
  assert_equal "$(cat "$(claim a)/stderr")" err
  wait_for_state a failed
}

@test "a command that exits 0 succeeded, and says when it began and ended" {
  start_agent
  publish "$(exec_entry a :)"
  wait_for_result a
  assert_equal "$(result a '[d.id,d.state,d.exit_code,Date.parse(d.started_at)<=Date.parse(d.finished_at),Math.abs(Date.now()-Date.parse(d.finished_at))<5000]')" '["a","succeeded",0,true,true]'
}

@test "a signal that ends a command is not mistaken for an exit code above 128" {
  start_agent
  publish "$(exec_entry k 'kill -9 $$'),$(exec_entry t 'kill -TERM $$'),$(exec_entry e 'exit 137'),$(exec_entry f 'exit 255')"
  wait_for_result k
  wait_for_result t
  wait_for_result e
  wait_for_result f
  assert_equal "$(result k '[d.state,d.exit_code,d.signal]')" '["failed",null,"SIGKILL"]'
  assert_equal "$(result t '[d.state,d.exit_code,d.signal]')" '["failed",null,"SIGTERM"]'
  if [ "${PARA_TEST_SHELL-}" != zsh ]; then
    assert_equal "$(result e '[d.state,d.exit_code,d.signal]')" '["failed",137,null]'
  fi
  assert_equal "$(result f '[d.state,d.exit_code,d.signal]')" '["failed",255,null]'
}

@test "args are words of their own and never evaluated" {
  start_agent
  publish "$(exec_entry a "printf '<%s>'" '"args":["$(touch pwned)","a  b","c\nd\n","`id`","; ls","*","\\","é","","--","-n"]')"
  wait_for_result a
  assert_equal "$(cat "$(claim a)/stdout"; echo .)" "$(printf '<%s>' '$(touch pwned)' 'a  b' 'c
d
' '`id`' '; ls' '*' '\' 'é' '' -- -n; echo .)"
  refute [ -e "$W/pwned" ]
}

@test "bytes of every kind pass through args, env and working_dir unchanged" {
  node "$BATS_TEST_DIRNAME/hostile.mjs" make "$BATS_TEST_TMPDIR" >"$BATS_TEST_TMPDIR/entries"
  config '"max_concurrency":8,"poll_interval_seconds":0.2'
  start_agent
  publish "$(cat "$BATS_TEST_TMPDIR/entries")"
  until_true 60 node "$BATS_TEST_DIRNAME/hostile.mjs" done "$BATS_TEST_TMPDIR"
  run node "$BATS_TEST_DIRNAME/hostile.mjs" check "$BATS_TEST_TMPDIR"
  assert_output 'all as sent'
}

@test "env adds to the agent's environment, and PARA_COMMAND_ID names the command" {
  export KEPT=kept CHANGED=before id=mine
  start_agent
  publish "$(exec_entry a 'echo $KEPT.$CHANGED.$ADDED.$UID_X.$PARA_COMMAND_ID.$id.$PARA_STATUS_DIR' '"env":{"CHANGED":"after","ADDED":"x y"}')"
  wait_for_result a
  assert_equal "$(cat "$(claim a)/stdout")" "kept.after.x y..a.mine.$S"
}

@test "variables that mean something to a shell can be set too" {
  start_agent
  publish "$(exec_entry a '/usr/bin/env' '"shell":false,"env":{"OPTIND":"abc","PPID":"7","UID":"x","RANDOM":"r","SECONDS":"s","LINENO":"l","PS4":"$(id)","p_id":"q","HOME":"/h"}')"
  wait_for_result a
  run grep -E '^(OPTIND|PPID|UID|RANDOM|SECONDS|LINENO|PS4|p_id|HOME)=' "$(claim a)/stdout"
  assert_line OPTIND=abc
  assert_line PPID=7
  assert_line UID=x
  assert_line RANDOM=r
  assert_line SECONDS=s
  assert_line LINENO=l
  assert_line 'PS4=$(id)'
  assert_line p_id=q
  assert_line HOME=/h
}

@test "a guarded variable is denied_by_policy unless the configuration allows it" {
  config '"allow_env":["LD_PRELOAD"],"poll_interval_seconds":0.2'
  start_agent
  publish "$(exec_entry a : '"env":{"PATH":"/x"}'),$(exec_entry b : '"env":{"LD_LIBRARY_PATH":"/x"}'),$(exec_entry c : '"env":{"IFS":"x"}'),$(exec_entry d 'echo $LD_PRELOAD' '"env":{"LD_PRELOAD":""}')"
  wait_for_result d
  for id in a b c; do assert_equal "$(result $id '[d.state,d.code]')" '["rejected","denied_by_policy"]'; done
  assert_equal "$(result d d.state)" succeeded
}

@test "stdin is the string given, else empty" {
  start_agent
  publish "$(exec_entry a 'cat; echo end' '"stdin":"one\ntwo"'),$(exec_entry b 'cat; echo end')"
  wait_for_result a
  wait_for_result b
  assert_equal "$(cat "$(claim a)/stdout")" $'one\ntwoend'
  assert_equal "$(cat "$(claim b)/stdout")" end
}

@test "a command runs in working_dir, else in the workspace" {
  mkdir "$W/a b"
  start_agent
  publish "$(exec_entry a pwd "\"working_dir\":\"$W/a b\""),$(exec_entry b pwd)"
  wait_for_result a
  wait_for_result b
  assert_equal "$(cat "$(claim a)/stdout")" "$W/a b"
  assert_equal "$(cat "$(claim b)/stdout")" "$W"
}

@test "a working_dir that is relative, has .. or is not there is rejected" {
  touch "$W/file"
  start_agent
  publish "$(exec_entry a : '"working_dir":"relative"'),$(exec_entry b : '"working_dir":"/tmp/../etc"'),$(exec_entry c : '"working_dir":"/nonexistent"'),$(exec_entry d : "\"working_dir\":\"$W/file\""),$(exec_entry e : '"working_dir":"-"')"
  for id in a b c d e; do
    wait_for_result $id
    assert_equal "$(result $id '[d.state,d.code]')" '["rejected","invalid_working_dir"]'
  done
}

@test "with shell false the program itself is started" {
  start_agent
  publish "$(exec_entry a printf '"shell":false,"args":["%s|","$HOME","a b"]')"
  wait_for_result a
  assert_equal "$(cat "$(claim a)/stdout")" '$HOME|a b|'
}

@test "a program that is not there or cannot be started is rejected as spawn_failed" {
  printf '#!/nonexistent/interpreter\n' >"$W/broken"
  chmod +x "$W/broken"
  touch "$W/plain"
  start_agent
  publish "$(exec_entry a nonesuch '"shell":false'),$(exec_entry b ./broken '"shell":false'),$(exec_entry c ./plain '"shell":false'),$(exec_entry d /tmp '"shell":false')"
  for id in a b c d; do
    wait_for_result $id
    assert_equal "$(result $id '[d.state,d.code]')" '["rejected","spawn_failed"]'
  done
}

@test "with a shell, the shell's own 126 or 127 stands" {
  start_agent
  publish "$(exec_entry a nonesuch),$(exec_entry b /tmp)"
  wait_for_result a
  wait_for_result b
  assert_equal "$(result a '[d.state,d.exit_code]')" '["failed",127]'
  assert_equal "$(result b '[d.state,d.exit_code]')" '["failed",126]'
}

@test "a command hears INT where the image can give it back" {
  [ "$(env --default-signal=INT true 2>/dev/null && echo yes)" = yes ] || skip "env has no --default-signal here"
  start_agent
  publish "$(exec_entry a 'kill -INT $$; echo deaf')"
  wait_for_result a
  refute [ -s "$(claim a)/stdout" ]
}

@test "high starts before normal before low, and each in the order of the queue" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  local log="$W/order"
  publish "$(exec_entry z "sleep 0.3; echo z >>$log"),$(exec_entry l1 "echo l1 >>$log" '"priority":"low"'),$(exec_entry n1 "echo n1 >>$log"),$(exec_entry n2 "echo n2 >>$log" '"priority":"normal"'),$(exec_entry h1 "echo h1 >>$log" '"priority":"high"'),$(exec_entry h2 "echo h2 >>$log" '"priority":"high"')"
  wait_for_result l1
  assert_equal "$(tr '\n' ' ' <"$log")" 'h1 h2 z n1 n2 l1 '
}

@test "no more than max_concurrency run at once; the others are accepted" {
  config '"max_concurrency":2,"poll_interval_seconds":0.2'
  start_agent
  publish "$(gated_entry a),$(gated_entry b),$(exec_entry c :)"
  wait_for_state c accepted
  assert_equal "$(status 'd.results.map((r)=>r.id+r.state)')" '["arunning","brunning","caccepted"]'
  touch "$W/go"
  wait_for_state c succeeded
}

@test "a command that waited past queue_ttl_seconds has expired" {
  start_agent
  publish "$(exec_entry a 'touch ran' '"queue_ttl_seconds":1')"
  wait_for_result a
  assert_equal "$(result a '[d.state,d.code,d.started_at]')" '["expired","expired",null]'
  refute [ -e "$W/ran" ]
}

@test "a waiting command expires also while every place is taken" {
  config '"max_concurrency":1,"poll_interval_seconds":0.2'
  start_agent
  sequence=1
  printf '{"sequence":1,"commands":[{"id":"a","type":"exec","timestamp":"2026-01-01T00:00:00Z","command":"sleep 60"},{"id":"b","type":"exec","timestamp":"%s","queue_ttl_seconds":2,"command":":"}]}' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >"$S/.c"
  mv "$S/.c" "$S/commands.json"
  ring
  wait_for_state b accepted
  wait_for_result b 5
  assert_equal "$(result b d.state)" expired
  refute [ -e "$(claim a)/result.json" ]
}
