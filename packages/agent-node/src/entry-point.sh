# The entry point of a container: keeps an agent running, beside the image's own main process where there is one.
#
# It is the shell's part of the bundled file, and a comment to Node, which is started with the same file as the agent: as a second Node
# process it would cost as much memory as the agent itself.
# shellcheck shell=sh

# Keeps the agent's memory near that of an empty Node, also after thousands of commands: a small nursery, and no compiler before something
# is really hot.
flags='--max-semi-space-size=1 --interrupt-budget=3000000'

# usage: await PID
#
# Waits for a child, through any number of signals; sets code. A trap must set woken.
await() {
  code=
  while :; do
    woken=
    wait "$1" 2>/dev/null
    result=$?
    # A child that was waited for is not known any more: what was told first holds.
    if [ "$result" != 127 ] || [ -z "$code" ]; then code=$result; fi
    if [ -z "$woken" ]; then break; fi
  done
  # ksh and yash have numbers of their own for signals.
  if [ "$code" -gt 255 ]; then code=$((code % 128 + 128)); fi
}

# usage: nap SECONDS
#
# Sleeps until then, or until a signal comes. Not every sleep knows fractions.
nap() {
  for seconds in "$1" 1; do
    sleep "$seconds" >/dev/null 2>&1 &
    napper=$!
    wait "$napper"
    result=$?
    kill "$napper" 2>/dev/null
    if [ "$result" != 1 ]; then break; fi
  done
}

# usage: stop_agent
#
# Tells the agent to end; once more after a second, for what a shell gets between making a process and starting the program in it is lost.
stop_agent() {
  woken=1 stopping=1
  if [ -z "$agent" ]; then return; fi
  kill -s TERM "$agent" 2>/dev/null
  if [ -n "$again" ]; then return; fi
  { sleep 1 && kill -s TERM "$agent"; } >/dev/null 2>&1 &
  again=$!
}

# usage: keep_agent
#
# Runs the agent until it ends by itself or is told to; starts it again when it dies, with pauses that double from 0.1 to 30 seconds.
# Sets code to what it ended with, and stopping where it was told to.
keep_agent() {
  agent='' stopping='' again='' last='' deaths=0 pause=1
  trap stop_agent TERM INT QUIT HUP
  while :; do
    read -r now _ </proc/uptime
    # shellcheck disable=SC2086 # several words
    "$node" $flags "$0" agent "--under=$under" "--deaths=$deaths" "--last=$last" </dev/null &
    agent=$!
    if [ -n "$stopping" ]; then stop_agent; fi
    await "$agent"
    agent=''
    if [ -n "$again" ]; then kill "$again" 2>/dev/null; fi
    again=''
    # 2: it was started wrongly; 3: whoever started us has died.
    case $code in 0 | 2 | 3) break ;; esac
    if [ -n "$stopping" ]; then
      # So early that it had not learned to listen to TERM, and had nothing to end.
      if [ "$code" = 143 ]; then code=0; fi
      break
    fi
    # A Node that does not know one of the flags says 9.
    if [ "$code" = 9 ] && [ -n "$flags" ]; then
      flags=
      continue
    fi
    deaths=$((deaths + 1))
    last="exit code $code"
    if [ "$code" -gt 128 ]; then last=SIG$(kill -l "$((code - 128))" 2>/dev/null); fi
    born=${now%.*}
    read -r now _ </proc/uptime
    if [ "$((${now%.*} - born))" -gt 60 ]; then pause=1; fi
    nap "$((pause / 10)).$((pause % 10))"
    if [ -n "$stopping" ]; then
      code=0
      break
    fi
    pause=$((pause * 2))
    if [ "$pause" -gt 300 ]; then pause=300; fi
  done
}

# usage: keep_agent_beside
#
# The same beside a main process: where the agent was told to shut down, the main process has ten seconds to end too.
keep_agent_beside() {
  keep_agent
  if [ -n "$stopping" ] || ! kill -s TERM "$main" 2>/dev/null; then return; fi
  tries=0
  while [ -z "$stopping" ] && [ "$tries" -lt 10 ]; do
    tries=$((tries + 1))
    nap 1
  done
  if [ -z "$stopping" ]; then kill -s KILL "$main" 2>/dev/null; fi
}

# usage: ignores PID INT|QUIT
#
# Whether a process ignores the signal: in the background a shell has its children do so.
ignores() {
  while read -r name mask; do
    if [ "$name" != SigIgn: ]; then continue; fi
    case $2$mask in INT*[2367abef] | QUIT*[4567cdef]) return 0 ;; esac
  done <"/proc/$1/status"
  return 1
}

# usage: pass SIGNAL
#
# Ends the main process by the signal, or by TERM where it would not hear it, and the agent.
pass() {
  woken=1
  if [ "$1" != TERM ] && ignores "$main" "$1"; then set -- TERM; fi
  kill -s "$1" "$main" 2>/dev/null
  kill -s TERM "$keeper" 2>/dev/null
}

# usage: run_beside COMMAND...
#
# Runs the main process and an agent beside it; returns the main process's exit code.
run_beside() {
  exec 5<&0
  if env --default-signal=INT,QUIT true 2>/dev/null; then set -- env --default-signal=INT,QUIT "$@"; fi
  (exec "$@") <&5 5<&- &
  main=$!
  exec 5<&-
  keep_agent_beside &
  keeper=$!
  for name in TERM INT QUIT; do
    # shellcheck disable=SC2064 # the name of now
    trap "pass $name" "$name"
  done
  for name in HUP USR1 USR2 WINCH CONT; do
    # shellcheck disable=SC2064
    trap "woken=1; kill -s $name $main 2>/dev/null" "$name"
  done
  await "$main"
  ended=$code
  kill -s TERM "$keeper" 2>/dev/null
  await "$keeper"
  return "$ended"
}

# usage: main [--node=PROGRAM] [--under=PID] [run] [-- COMMAND...]
#
# PROGRAM: Node itself. PID: a process whose end is ours too. All other verbs are Node's.
main() {
  node=node under=$$
  while :; do
    case ${1-} in
      --node=*) node=${1#*=} ;;
      --under=*) under=$under,${1#*=} ;;
      *) break ;;
    esac
    shift
  done
  if ! command -v "$node" >/dev/null 2>&1; then
    echo "para-agent: there is no $node in this image" >&2
    return 127
  fi
  case ${1-} in
    run) shift ;;
    '' | --) ;;
    *) exec "$node" "$0" "$@" ;;
  esac
  # What would fail the same way at every try fails here, with what Node says of it.
  if [ -z "${PARA_STATUS_DIR-}${PARA_SESSION_NAME-}" ] && [ ! -d /para/status ]; then exec "$node" "$0" agent; fi
  if [ $# = 0 ]; then
    keep_agent
    return "$code"
  fi
  if [ "$1" != -- ] || [ $# = 1 ]; then exec "$node" "$0" run "$@"; fi
  shift
  run_beside "$@"
}

main "$@"
