# What every test needs: an agent on the shell and awk under test, a queue to fill, documents to look into.
#
# PARA_TEST_SHELL (dash, bash, mksh, yash, ksh, zsh, busybox) and PARA_TEST_AWK (mawk, gawk, original-awk, busybox) choose; without
# them, dash and mawk, or the machine's sh and awk.

bats_require_minimum_version 1.5.0
modules=$BATS_TEST_DIRNAME/../../../node_modules
load "$modules/bats-support/load.bash"
load "$modules/bats-assert/load.bash"
agent=$BATS_TEST_DIRNAME/../dist/para-agent.sh
report=$BATS_TEST_DIRNAME/../dist/para-report.sh

setup() {
  choose_shell
  choose_awk
  S=$BATS_TEST_TMPDIR/status
  W=$BATS_TEST_TMPDIR/workspace
  mkdir -p "$S" "$W"
  export TMPDIR=$BATS_TEST_TMPDIR/tmp
  mkdir -p "$TMPDIR"
  export PARA_STATUS_DIR=$S PARA_WORKSPACE=$W PARA_AGENT_CONFIG=$BATS_TEST_TMPDIR/agent.json
  config '"heartbeat_interval_seconds":0.5,"poll_interval_seconds":0.2'
  sequence=0
  agents=()
}

teardown() {
  for pid in "${agents[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
  sweep
}

# Whatever a test leaves behind carries its directory in its environment.
sweep() {
  local file
  for file in $(grep -lsF "PARA_STATUS_DIR=$BATS_TEST_TMPDIR/" /proc/[0-9]*/environ); do
    file=${file%/environ}
    [ "${file#/proc/}" = "$$" ] || [ "${file#/proc/}" = "$BASHPID" ] || kill -KILL "${file#/proc/}" 2>/dev/null || true
  done
}

choose_shell() {
  local name=${PARA_TEST_SHELL:-dash}
  case $name in
    busybox) under_test=(busybox sh) ;;
    zsh) under_test=(zsh --emulate sh) ;;
    yash)
      under_test=(yash)
      # It takes characters and no bytes.
      export LC_ALL=C.UTF-8
      ;;
    *) under_test=("$name") ;;
  esac
  if ! command -v "${under_test[0]}" >/dev/null; then
    [ -z "${PARA_TEST_SHELL-}" ] || skip "there is no $name here"
    under_test=(sh)
  fi
}

choose_awk() {
  local name=${PARA_TEST_AWK:-mawk}
  if ! command -v "$name" >/dev/null; then
    [ -z "${PARA_TEST_AWK-}" ] || skip "there is no $name here"
    name=awk
  fi
  PARA_AWK=$(command -v "$name")
  if [ "$name" = busybox ]; then
    mkdir -p "$BATS_TEST_TMPDIR/bin"
    ln -s "$PARA_AWK" "$BATS_TEST_TMPDIR/bin/awk"
    PARA_AWK=$BATS_TEST_TMPDIR/bin/awk
  fi
  export PARA_AWK
}

# usage: config MEMBERS
config() {
  printf '{%s}' "$1" >"$BATS_TEST_TMPDIR/agent.json"
}

# usage: start_agent [ARGUMENT…]      sets $entry, the pid of the entry point
start_agent() {
  "${under_test[@]}" "$agent" run "$@" </dev/null 3>&- 4>&- >>"$BATS_TEST_TMPDIR/agent.out" 2>&1 &
  entry=$!
  agents+=("$entry")
  disown "$entry"
  until_true 10 running_since
}

# usage: start_agent_without_powers     root without its capabilities: modes hold
start_agent_without_powers() {
  [ "$(id -u)" != 0 ] || under_test=(setpriv --bounding-set=-all --inh-caps=-all -- "${under_test[@]}")
  start_agent
}

running_since() {
  local text
  [ -f "$S/status.json" ] && text=$(<"$S/status.json") && [[ $text == *'"status":"running"'* ]] && agent_lives
}

# usage: agent_pid    the pid of the agent itself, below the entry point
agent_pid() {
  local pid rest
  read -r pid rest <"$S/.agent/agent"
  echo "$pid"
}

agent_lives() {
  local pid
  [ -f "$S/.agent/agent" ] && pid=$(agent_pid) && [ -d "/proc/$pid" ]
}

# usage: ended PID    whether a process has ended
ended() {
  ! [ -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# usage: wait_for_end PID [SECONDS]     sets $code to what that child of the test ended with
wait_for_end() {
  until_true "${2:-15}" ended "$1"
  code=0
  wait "$1" || code=$?
}

# usage: until_true SECONDS COMMAND…
#
# SECONDS on a machine that does nothing else; a busy one gets four times as many.
until_true() {
  local end=$((SECONDS + 4 * $1 + 1))
  shift
  until "$@" 2>/dev/null; do
    if [ "$SECONDS" -ge "$end" ]; then
      echo "not true in time: $*" >&2
      cat "$S/status.json" "$BATS_TEST_TMPDIR/agent.out" >&2
      return 1
    fi
    sleep 0.03
  done
}

# usage: publish ENTRIES [PROCESSED]    ENTRIES: JSON objects with commas between; a timestamp is put into each that begins {"id"
publish() {
  local entries=${1//\{\"id\"/\{\"timestamp\":\"2026-01-01T00:00:00Z\",\"id\"}
  sequence=$((sequence + 1))
  printf '{"protocol_version":"1.0","sequence":%d,"commands":[%s],"processed":[%s]}' "$sequence" "$entries" "${2-}" >"$S/.commands.tmp"
  mv "$S/.commands.tmp" "$S/commands.json"
  ring
}

ring() {
  if [ -p "$S/doorbell" ]; then echo 1<>"$S/doorbell"; fi
}

# usage: exec_entry ID COMMAND [MEMBERS]     COMMAND as the inside of a JSON string
exec_entry() {
  printf '{"id":"%s","type":"exec","command":"%s"%s}' "$1" "$2" "${3:+,$3}"
}

# usage: gated_entry ID [COMMAND]     runs until the test touches $W/go, then COMMAND, and so never ends before the test looked
gated_entry() {
  exec_entry "$1" "until [ -e go ]; do sleep 0.05; done${2:+; $2}"
}

# usage: signal_entry ID SIGNAL [MEMBERS]
signal_entry() {
  printf '{"id":"%s","type":"signal","signal":"%s"%s}' "$1" "$2" "${3:+,$3}"
}

claim() {
  echo "$S/logs/commands/$1"
}

# usage: wait_for_result ID [SECONDS]
wait_for_result() {
  until_true "${2:-10}" [ -f "$S/logs/commands/$1/result.json" ]
}

# usage: wait_for_state ID STATE [SECONDS]     in the status
wait_for_state() {
  until_true "${3:-10}" state_is "$1" "$2"
}

state_is() {
  local text
  text=$(<"$S/status.json") && [[ $text == *"{\"id\":\"$1\",\"state\":\"$2\""* ]]
}

# usage: wait_for_status TEXT [SECONDS]       until the status holds TEXT
wait_for_status() {
  until_true "${2:-10}" status_holds "$1"
}

status_holds() {
  local text
  text=$(<"$S/status.json") && [[ $text == *"$1"* ]]
}

# usage: json FILE EXPRESSION       prints a JavaScript expression of the document d
json() {
  node -e 'const d = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); const v = eval(process.argv[2]); console.log(typeof v === "object" ? JSON.stringify(v) : String(v))' "$1" "$2"
}

# usage: result ID EXPRESSION
result() {
  json "$S/logs/commands/$1/result.json" "$2"
}

# usage: status EXPRESSION
status() {
  json "$S/status.json" "$1"
}
