# The entry point: starts the agent, starts it again when it dies, passes signals on, and runs the image's own main
# command beside it.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_run [-- COMMAND...]
p_run() {
  if [ "${1-}" = -- ]; then shift; fi
  p_prepare_run || return "$?"
  if [ $# = 0 ]; then
    exec 5<&-
    p_keep_agent
    return
  fi
  # In the background a shell has its children ignore INT and QUIT: `env` undoes that where it can.
  if [ -n "$p_env_signals" ]; then set -- "$p_env" "$p_env_signals" "$@"; fi
  # A signal that comes before both are there is passed on once they are.
  p_early=
  trap 'p_early=TERM' TERM
  trap 'p_early=INT' INT
  # A command with redirections is two processes to yash, of which this must be the last.
  (
    exec <&5 5<&-
    exec "$@"
  ) &
  p_main=$!
  exec 5<&-
  p_keep_agent_beside &
  p_keeper=$!
  for p_name in HUP QUIT USR1 USR2; do
    # shellcheck disable=SC2064
    trap "p_woken=1; kill -s $p_name $p_main 2>/dev/null" "$p_name"
  done
  trap 'kill -s TERM "$p_main" 2>/dev/null; p_tell_end "$p_keeper"' TERM
  trap 'kill -s INT "$p_main" 2>/dev/null; p_tell_end "$p_keeper"' INT
  if [ -n "$p_early" ]; then kill -s "$p_early" "$p_main" 2>/dev/null; p_tell_end "$p_keeper"; fi
  p_await "$p_main"
  p_code=$p_exit
  p_tell_end "$p_keeper"
  p_await "$p_keeper"
  # It may have ended by that signal before it could listen; the agent's last word is missing then.
  if [ -d "$p_home" ]; then p_keep_agent; fi
  return "$p_code"
}

# usage: p_tell_end PID
#
# Tells a child of ours to end. What a shell gets between making a process and that process's own traps may be lost, so the word stands in
# a file too: `alive` is empty from then on, which takes no room on a disk.
p_tell_end() {
  p_woken=1
  { true >"$p_home/alive"; } 2>/dev/null
  if [ -n "$1" ]; then kill -s TERM "$1" 2>/dev/null; fi
}

# usage: p_keep_agent_beside
#
# Beside a main command: where the agent was told to shut down, so is the main command.
p_keep_agent_beside() {
  p_keep_agent
  kill -s TERM "$p_main" 2>/dev/null || exit 0
  p_tries=0
  while p_look "$p_main" && [ "$p_tries" -lt 100 ]; do
    p_tries=$((p_tries + 1))
    p_nap 0.1
  done
  kill -s KILL "$p_main" 2>/dev/null
  exit 0
}

# usage: p_await PID
#
# Waits for a child, through any number of signals, whose traps set p_woken; sets p_exit. What `wait` says when a trap ended it differs
# from shell to shell. A child that was waited for is not known any more (127): then what was said first holds.
p_await() {
  p_exit=
  while :; do
    p_woken=
    wait "$1" 2>/dev/null
    p_result=$?
    if [ "$p_result" != 127 ] || [ -z "$p_exit" ]; then p_exit=$p_result; fi
    if [ -z "$p_woken" ]; then return; fi
  done
}

# usage: p_prepare_run
#
# Finds the directory and the programs; all that would fail the same way at every try fails here, with one line.
p_prepare_run() {
  exec 5<&0 </dev/null
  # busybox, bash, mksh and ksh can read a number of bytes.
  p_brief='' p_byte=
  { read -r -n 3 p_byte </proc/self/stat; } 2>/dev/null
  if [ "${#p_byte}" = 3 ]; then p_brief='-n 110'; fi
  if [ -n "${PARA_STATUS_DIR-}" ]; then
    p_dir=$PARA_STATUS_DIR
  elif [ -d /para/status ]; then
    p_dir=/para/status
  elif [ -n "${PARA_SESSION_NAME-}" ]; then
    case $PARA_SESSION_NAME in
      shared | [!A-Za-z0-9]* | *[!A-Za-z0-9_-]* | ???????????????????????????????????????????????????*)
        p_put 'para-agent: PARA_SESSION_NAME is no name of a session' >&2
        return 2
        ;;
    esac
    p_dir=${PARA_WORKSPACE:-/workspace}/.para/state/docker/$PARA_SESSION_NAME
  else
    p_put 'para-agent: no status directory: set PARA_STATUS_DIR or PARA_SESSION_NAME, or mount /para/status' >&2
    return 2
  fi
  p_tries=0
  until mkdir -p "$p_dir" 2>/dev/null && p_found=$(cd "$p_dir" && pwd -P); do
    # Whoever did it may have been killed.
    p_tries=$((p_tries + 1))
    if [ "$p_tries" = 3 ]; then
      p_put "para-agent: cannot use the status directory $p_dir" >&2
      return 1
    fi
  done
  p_dir=$p_found
  p_workspace=${PARA_WORKSPACE:-/workspace}
  p_awk=${PARA_AWK:-awk}
  p_try_awk
  p_find_program setsid
  p_setsid=$p_found
  p_find_program env
  p_env=$p_found
  p_env_signals=
  if [ -n "$p_env" ] && "$p_env" --default-signal=INT,QUIT true 2>/dev/null; then p_env_signals=--default-signal=INT,QUIT; fi
  # dash and yash have no `read -t`: there the entry point rings at every tick.
  p_timed=1 p_tail=
  (read -r -t 0.01 p_byte </dev/null) 2>/dev/null
  if [ $? = 2 ]; then
    p_timed=
    p_find_tail
  fi
  p_make_home || return 1
  p_put . >"$p_home/alive" && true >"$p_home/ticks" || return 1
  p_end_orphan
  # One that was killed could not clear up behind it. A supervisor of its time may still have to read the words of its command there.
  p_old_home=
  if { read -r p_old p_old_start p_left <"$p_dir/.agent/home"; } 2>/dev/null && ! p_lives "$p_old" "$p_old_start"; then
    case $p_left in */.para-agent."$p_old.$p_old_start") p_old_home=$p_left ;; esac
  fi
  p_start=${p_home##*.}
  p_pid=${p_home%.*}
  { mkdir -p "$p_dir/.agent" && p_put "${p_pid##*.} $p_start $p_home" >"$p_dir/.agent/home"; } 2>/dev/null
  # Written out once, and then forgotten: they are the larger part of this file.
  for p_name in plan config state; do
    { "p_awk_$p_name" >"$p_home/$p_name.awk"; } || return 1
  done
  unset -f p_awk_plan p_awk_config p_awk_state p_awk_validate
}

# usage: p_end_orphan
#
# An agent whose entry point was killed ends at its next look; until then it must not work beside the one that comes after it.
p_end_orphan() {
  { read -r p_old p_old_start p_left p_left_start <"$p_dir/.agent/agent"; } 2>/dev/null || return 0
  if ! p_lives "$p_old" "$p_old_start" || p_lives "$p_left" "$p_left_start"; then return 0; fi
  kill -s KILL "$p_old" 2>/dev/null
  p_tries=0
  while p_lives "$p_old" "$p_old_start" && [ "$p_tries" -lt 100 ]; do p_tries=$((p_tries + 1)); done
}

# usage: p_make_home
#
# Makes a directory that only this user can read, for what commands get as text: in memory, which no disk makes wait, or where TMPDIR
# says, else in a temporary directory, else beside the documents.
p_make_home() {
  p_look self || p_seen_start=0
  for p_home in "${TMPDIR:-/dev/shm}" /dev/shm /tmp "$p_dir"; do
    if [ ! -d "$p_home" ]; then continue; fi
    p_home=$p_home/.para-agent.$p_seen_pid.$p_seen_start
    if (umask 077 && mkdir "$p_home") 2>/dev/null; then return 0; fi
  done
  p_put 'para-agent: no directory for temporary files: neither TMPDIR, /dev/shm, /tmp nor the status directory can be written' >&2
  return 1
}

# usage: p_keep_agent
#
# Runs the agent until it ends by itself; starts it again when it dies, with pauses that double from 0.1 to 10 seconds. Told to end, it
# still starts one that says so where the last has died.
p_keep_agent() {
  p_role=keeper p_child='' p_last='' p_deaths=0 p_back_off=1
  # A ring too, because the signal may come right before the agent begins to wait for one.
  trap 'p_tell_end "$p_child"; { p_put "" >&6; } 2>/dev/null' TERM INT HUP
  p_look self || p_seen_start=0
  p_parent_start=$p_seen_start
  exec 7<"$p_home/alive"
  p_open_bell || return 1
  while :; do
    p_age=0
    p_child='' p_exit=1
    if command eval p_start_agent 2>/dev/null; then p_watch_agent; fi
    p_end_stray keeper
    if [ "$p_exit" = 0 ] || [ "$p_exit" = 3 ] || [ -n "$p_last" ]; then break; fi
    if [ ! -s /proc/self/fd/7 ]; then
      p_last=1
      continue
    fi
    p_deaths=$((p_deaths + 1))
    if [ "$p_age" -gt 60 ]; then p_back_off=1; fi
    p_rest "$((p_back_off / 10)).$((p_back_off % 10))"
    p_back_off=$((p_back_off * 2))
    if [ "$p_back_off" -gt 100 ]; then p_back_off=100; fi
  done
  rm -rf "$p_home" ${p_old_home:+"$p_old_home"} 2>/dev/null
  return 0
}

# usage: p_start_agent
p_start_agent() {
  if [ ! -p "$p_bell" ]; then p_open_bell; fi
  # An agent looks by itself whether it is to end; only what comes after that look, and before we know whom to tell, is for us to pass on.
  p_told=
  if [ ! -s /proc/self/fd/7 ]; then p_told=1; fi
  (p_agent) &
  p_child=$!
  if [ -z "$p_told" ] && [ ! -s /proc/self/fd/7 ]; then kill -s TERM "$p_child" 2>/dev/null; fi
  return 0
}

# usage: p_watch_agent
#
# Waits until the agent in p_child has ended; sets p_exit, and p_age to the seconds it lived.
p_watch_agent() {
  read -r p_uptime p_idle </proc/uptime
  p_born=${p_uptime%.*}
  if [ -z "$p_timed" ]; then p_keep_ticking; fi
  p_await "$p_child"
  read -r p_uptime p_idle </proc/uptime
  p_age=$((${p_uptime%.*} - p_born))
}
