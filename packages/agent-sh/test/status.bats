# status.json: heartbeats, what reports and probes put into it, and its bounds (docs/protocol.md#status).
load helper

tell() {
  "${under_test[@]}" "$report" "$@"
}

@test "a status is written at the start, and at each heartbeat with the next sequence and the same boot_id" {
  start_agent
  local first
  first=$(status '[d.boot_id,d.sequence]')
  until_true 3 eval '[ "$(status d.sequence)" -ge 5 ]'
  assert_equal "$(status d.boot_id)" "$(node -p "($first)[0]")"
  assert_equal "$(status '[d.protocol_version,d.status,d.heartbeat_interval_seconds,d.agent.name]')" '["1.0","running",0.5,"para-agent-sh"]'
}

@test "the timestamp is the time of day" {
  start_agent
  assert_equal "$(status 'Math.abs(Date.now()-Date.parse(d.timestamp))<3000')" true
}

@test "a heartbeat wipes nothing that was reported" {
  start_agent
  tell --phase building --progress 45/100 --message 'Compiling "x"' --service api=running --warning low --custom k=v --attention 'look here'
  wait_for_status '"phase":"building"'
  local before
  before=$(status d.sequence)
  until_true 3 eval '[ "$(status d.sequence)" -ge '$((before + 2))' ]'
  assert_equal "$(status '[d.phase,d.progress,d.services,d.warnings[0].message,d.custom,d.attention]')" \
    '["building",{"current":45,"total":100,"message":"Compiling \"x\""},{"api":"running"},"low",{"k":"v"},{"required":true,"reason":"look here"}]'
}

@test "reports replace fields whole, services and custom key by key" {
  start_agent
  tell --phase a --progress 1/2 --service api=running --service db=starting --custom x=1 --custom y=2
  wait_for_status '"phase":"a"'
  tell --phase b --no-progress --service db=running --custom-json 'x=null' --custom-json 'z={"deep":[1,2.50,"é"]}' --no-attention
  wait_for_status '"phase":"b"'
  assert_equal "$(status '[d.progress,d.services,d.custom,d.attention]')" '[null,{"api":"running","db":"running"},{"y":"2","z":{"deep":[1,2.5,"é"]}},{"required":false}]'
}

@test "errors and warnings are added, up to fifty, and cleared when told" {
  start_agent
  local n
  for n in $(seq 1 12); do echo "{\"errors\":[$(printf '{"message":"e%d"},' $n $n $n $n)$(printf '{"message":"e%d"}' $n)]}" >"$S/reports/.$n" && mv "$S/reports/.$n" "$S/reports/r$n.json"; done
  ring
  # The agent may well have looked between two of them, so no one message tells that it has taken all.
  until_true 5 eval '[ -z "$(ls "$S/reports")" ]'
  until_true 5 eval '[ "$(status d.errors.length)" = 50 ]'
  tell --clear-notices --error last --code boom --source test
  until_true 5 eval '[ "$(status d.errors.length)" = 1 ]'
  assert_equal "$(status '[d.errors[0].message,d.errors[0].code,d.errors[0].source]')" '["last","boom","test"]'
}

@test "an invalid report is removed and counted, a good one beside it is taken" {
  start_agent
  echo '{"phase":7}' >"$S/reports/.a" && mv "$S/reports/.a" "$S/reports/a.json"
  echo 'no json' >"$S/reports/.b" && mv "$S/reports/.b" "$S/reports/b.json"
  echo '{"phase":"good"}' >"$S/reports/.c" && mv "$S/reports/.c" "$S/reports/c.json"
  mkdir "$S/reports/d.json"
  ln -s /etc/passwd "$S/reports/e.json"
  head -c 70000 /dev/zero | tr '\0' ' ' >"$S/reports/.f" && mv "$S/reports/.f" "$S/reports/f.json"
  echo '{"phase":"bad name"}' >"$S/reports/.z" && mv "$S/reports/.z" "$S/reports/zz z.json"
  ring
  wait_for_status '"phase":"good"'
  until_true 5 eval '[ -z "$(ls "$S/reports")" ]'
  until_true 5 eval '[ "$(status "d.errors.map((e)=>e.code).sort()")" = "[\"invalid_json\",\"invalid_schema\",\"oversize\",\"unsafe_file\",\"unsafe_file\",\"unsafe_file\"]" ]'
}

@test "reports are taken in the order of their names, and removed" {
  start_agent
  for n in b a c; do echo "{\"phase\":\"$n\"}" >"$S/reports/.$n" && mv "$S/reports/.$n" "$S/reports/$n.json"; done
  ring
  wait_for_status '"phase":"c"'
  assert_equal "$(ls "$S/reports")" ''
}

@test "an agent that died takes up what its status said" {
  start_agent
  tell --phase building --service api=running --warning low
  wait_for_status '"phase":"building"'
  local pid
  pid=$(agent_pid)
  kill -KILL "$pid"
  until_true 5 eval '[ "$(agent_pid)" != '"$pid"' ] && running_since'
  assert_equal "$(status '[d.phase,d.services,d.warnings[0].message]')" '["building",{"api":"running"},"low"]'
}

@test "probes give health and services their states" {
  config '"poll_interval_seconds":0.1,"heartbeat_interval_seconds":0.5,"health":{"command":"test -e well","interval_seconds":1,"retries":1},"services":{"a\"b":{"command":"test -e up","interval_seconds":1,"retries":1},"slow":{"command":"sleep 30","timeout_seconds":1,"retries":1}}'
  touch "$W/well"
  start_agent
  wait_for_status '"health":"healthy"'
  wait_for_status '"a\"b":"error"'
  wait_for_status '"slow":"error"' 5
  rm "$W/well"
  touch "$W/up"
  wait_for_status '"health":"unhealthy"'
  wait_for_status '"a\"b":"running"'
}

@test "failures count only after start_period_seconds, and only as many as retries in a row" {
  config '"poll_interval_seconds":0.1,"heartbeat_interval_seconds":0.5,"health":{"command":"echo x >>tries; false","interval_seconds":1,"retries":2,"start_period_seconds":2}'
  start_agent
  assert_equal "$(status d.health)" starting
  wait_for_status '"health":"unhealthy"' 8
  assert [ "$(wc -l <"$W/tries")" -ge 3 ]
}

@test "an oversize status drops its oldest warnings, then errors, then custom, and says so" {
  start_agent
  local big n
  big=$(head -c 2000 /dev/zero | tr '\0' 'x')
  for n in 1 2 3 4 5 6 7; do
    node -e 'const [,n,f]=process.argv;const long="\u0001".repeat(2000);const custom={};for(let i=0;i<4;i++)custom["k"+n+i]="x".repeat(7000);require("fs").writeFileSync(f,JSON.stringify({custom,warnings:[{message:n+long}],errors:[{message:n+long}]}))' "$n" "$S/reports/.$n"
    mv "$S/reports/.$n" "$S/reports/r$n.json"
    ring
    # ksh takes seconds over a text of this length in a UTF-8 locale.
    until_true 60 eval '[ -z "$(ls "$S/reports")" ]'
  done
  wait_for_status '"code":"oversize"' 20
  assert [ "$(wc -c <"$S/status.json")" -le 262144 ]
  assert_equal "$(status 'd.warnings.at(-1).code')" oversize
}

@test "no secret of the environment and no word of a command reaches a file of the agent" {
  export TOKEN=s3cr3t-token
  start_agent
  publish "$(exec_entry a 'test -n \"$TOKEN\" && : w0rd' '"args":["arg-w0rd"],"env":{"V":"val-w0rd"},"env_from":["TOKEN","UNSET"]')"
  wait_for_result a
  assert_equal "$(result a d.state)" succeeded
  run grep -rlE 's3cr3t|w0rd' "$S" --exclude=commands.json
  assert_output ''
}
