# The entry point: starts the agent, starts it again when it dies, passes signals on, and runs the image's own main
# command beside it.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_run [-- COMMAND…]
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
  "$@" <&5 5<&- &
  p_main=$!
  exec 5<&-
  p_keep_agent_beside &
  p_keeper=$!
  for p_name in HUP QUIT USR1 USR2; do
    # shellcheck disable=SC2064
    trap "kill -s $p_name $p_main 2>/dev/null" "$p_name"
  done
  trap 'kill -s TERM "$p_main" "$p_keeper" 2>/dev/null' TERM
  trap 'kill -s INT "$p_main" 2>/dev/null; kill -s TERM "$p_keeper" 2>/dev/null' INT
  p_await "$p_main"
  p_code=$p_exit
  kill -s TERM "$p_keeper" 2>/dev/null
  p_await "$p_keeper"
  return "$p_code"
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
# Waits for a child, through any number of signals; sets p_exit.
p_await() {
  while :; do
    wait "$1" 2>/dev/null
    p_exit=$?
    if [ "$p_exit" -le 128 ] || ! p_look "$1"; then return; fi
    case $p_seen_state in [ZX]) wait "$1" 2>/dev/null; return ;; esac
  done
}

# usage: p_prepare_run
#
# Finds the directory and the programs; all that would fail the same way at every try fails here, with one line.
p_prepare_run() {
  exec 5<&0 </dev/null
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
  if ! mkdir -p "$p_dir" 2>/dev/null || ! p_dir=$(cd "$p_dir" && pwd -P); then
    p_put "para-agent: cannot use the status directory $p_dir" >&2
    return 1
  fi
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
  p_timed=1
  (read -r -t 0.01 p_byte </dev/null) 2>/dev/null
  if [ $? = 2 ]; then p_timed=; fi
  p_make_home || return 1
  # Written out once, and then forgotten: they are the larger part of this file.
  for p_name in plan config state; do
    { "p_awk_$p_name" >"$p_home/$p_name.awk"; } || return 1
  done
  unset -f p_awk_plan p_awk_config p_awk_state p_awk_validate
}

# usage: p_make_home
#
# Makes a directory that only this user can read, for what commands get as text: in a temporary directory, else beside the
# documents.
p_make_home() {
  p_look self || p_seen_start=0
  p_parent_start=$p_seen_start
  for p_home in "${TMPDIR:-/tmp}" /dev/shm "$p_dir"; do
    if [ ! -d "$p_home" ]; then continue; fi
    p_home=$p_home/.para-agent.$p_seen_pid.$p_seen_start
    if (umask 077 && mkdir "$p_home") 2>/dev/null; then return 0; fi
  done
  p_put 'para-agent: no directory for temporary files: neither TMPDIR, /tmp nor the status directory can be written' >&2
  return 1
}

# usage: p_keep_agent
#
# Runs the agent until it ends by itself; starts it again when it dies, with pauses that double from 0.1 to 10 seconds.
p_keep_agent() {
  p_look self || p_seen_start=0
  p_parent_start=$p_seen_start
  { true >"$p_home/alive"; } 2>/dev/null && exec 7>"$p_home/alive"
  p_open_bell || return 1
  p_deaths=0 p_back_off=1
  trap 'kill -s TERM "$p_child" 2>/dev/null' TERM INT HUP
  while :; do
    p_age=0
    if [ ! -p "$p_bell" ]; then p_open_bell; fi
    (p_agent) &
    p_child=$!
    p_watch_agent
    if [ "$p_exit" = 0 ] || [ "$p_exit" = 3 ]; then break; fi
    p_deaths=$((p_deaths + 1))
    if [ "$p_age" -gt 60 ]; then p_back_off=1; fi
    p_nap "$((p_back_off / 10)).$((p_back_off % 10))"
    p_back_off=$((p_back_off * 2))
    if [ "$p_back_off" -gt 100 ]; then p_back_off=100; fi
  done
  rm -rf "$p_home" 2>/dev/null
  return 0
}

# usage: p_watch_agent
#
# Waits until the agent in p_child has ended; sets p_exit, and p_age to the seconds it lived. Where `read` cannot wait with
# a limit, rings at each poll interval meanwhile: nothing else could wake the agent.
p_watch_agent() {
  read -r p_uptime p_idle </proc/uptime
  p_born=${p_uptime%.*}
  if [ -z "$p_timed" ]; then
    p_look "$p_child" || p_seen_start=0
    p_child_start=$p_seen_start
    while p_lives "$p_child" "$p_child_start"; do
      p_interval=1
      { read -r p_interval <"$p_home/poll"; } 2>/dev/null
      sleep "$p_interval" 6<&- 7>&- &
      wait "$!"
      p_ring_tick
    done 2>/dev/null
  fi
  p_await "$p_child"
  read -r p_uptime p_idle </proc/uptime
  p_age=$((${p_uptime%.*} - p_born))
}
