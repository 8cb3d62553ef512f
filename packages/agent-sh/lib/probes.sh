# Probes: commands of the configuration that say whether the workload and its services work (docs/protocol.md#probes).
#
# A word of p_probes is `NUMBER:INTERVAL:TIMEOUT:RETRIES:START_PERIOD:DUE:FAILURES:PID:STATE`, DUE in hundredths of a second:
# of the next try, or while one runs of its timeout.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_start_probes
#
# Begins anew, after the configuration was read.
p_start_probes() {
  p_old_probes=$p_probes p_probes=
  for p_entry in $p_old_probes; do
    p_probe_number=${p_entry%%:*}
    p_tell_probe "$p_probe_number" starting
    p_probes="$p_probes $p_entry:0:0:0:starting"
  done
}

# usage: p_check_probes
#
# On ticks and rings: takes the verdicts of tries that have ended, stops those that take too long, starts those that are due.
p_check_probes() {
  if [ -z "$p_probes" ]; then return; fi
  p_old_probes=$p_probes p_probes=
  p_ifs=$IFS
  for p_entry in $p_old_probes; do
    IFS=:
    # shellcheck disable=SC2086
    set -- $p_entry
    IFS=$p_ifs
    p_probe_number=$1 p_due=$6 p_failures=$7 p_probe_pid=$8 p_probe_state=$9
    if [ "$p_probe_pid" != 0 ]; then
      p_take_verdict "$@"
    elif [ "$p_now" -ge "$p_due" ]; then
      rm -f "$p_config/probe.$1.exit" 2>/dev/null
      (p_probe "$1") &
      p_probe_pid=$! p_due=$((p_now + $3 * 100))
    fi
    p_probes="$p_probes $1:$2:$3:$4:$5:$p_due:$p_failures:$p_probe_pid:$p_probe_state"
  done
}

# usage: p_take_verdict NUMBER INTERVAL TIMEOUT RETRIES START_PERIOD
p_take_verdict() {
  p_verdict=
  { read -r p_verdict <"$p_config/probe.$1.exit"; } 2>/dev/null
  if [ -z "$p_verdict" ]; then
    if [ "$p_now" -lt "$p_due" ] && p_look "$p_probe_pid" && [ "$p_seen_state" != Z ]; then return; fi
    p_read_identity "$p_config/probe.$1.process" && kill -s KILL -- "-$p_id_pid" 2>/dev/null
    kill -s KILL "$p_probe_pid" 2>/dev/null
    p_verdict=timeout
  fi
  p_reap="$p_reap $p_probe_pid"
  p_probe_pid=0 p_due=$((p_now + $2 * 100))
  if [ "$p_verdict" = 0 ]; then
    p_failures=0
    p_set_probe "$1" well
  elif [ "$p_now" -ge $(($5 * 100)) ] || [ "$p_probe_state" != starting ]; then
    p_failures=$((p_failures + 1))
    if [ "$p_failures" -ge "$4" ]; then p_set_probe "$1" ill; fi
  fi
}

# usage: p_set_probe NUMBER STATE
p_set_probe() {
  if [ "$p_probe_state" = "$2" ]; then return; fi
  p_probe_state=$2
  p_tell_probe "$1" "$2"
}

# usage: p_tell_probe NUMBER starting|well|ill
#
# Puts a verdict into the status: of the workload as `health`, of a service by its name, which only awk can place.
p_tell_probe() {
  p_changed=1
  if [ ! -f "$p_config/probe.$1.name" ]; then
    case $2 in
      well) p_health=healthy ;;
      ill) p_health=unhealthy ;;
      *) p_health=starting ;;
    esac
    p_log info health.changed '' '' "$p_health"
    return
  fi
  IFS= read -r p_name <"$p_config/probe.$1.name"
  case $2 in
    well) p_word=running ;;
    ill) p_word=error ;;
    *) p_word=starting ;;
  esac
  p_taking=$p_dir/reports/.taken
  mkdir -p "$p_taking" 2>/dev/null
  { p_put "{\"services\":{$p_name:\"$p_word\"}}" >"$p_taking/probe.$1.json"; } 2>/dev/null && p_merge_taken
}

# usage: p_probe NUMBER
#
# One try, in a process of its own.
p_probe() {
  p_leave
  {
    p_read_text
    p_read_text
    p_command=$p_text
  } <"$p_config/probe.$1"
  if [ -d "$p_workspace" ]; then cd "$p_workspace" || exit 0; else cd / || exit 0; fi
  if [ -n "$p_setsid" ]; then
    "$p_setsid" -- /bin/sh -c "$p_command" 3>&- >/dev/null 2>&1 &
  else
    /bin/sh -c "$p_command" 3>&- >/dev/null 2>&1 &
  fi
  { p_put "$! 0" >"$p_config/probe.$1.process"; } 2>/dev/null
  wait "$!"
  p_exit=$?
  { p_put "$p_exit" >"$p_config/probe.$1.exit"; } 2>/dev/null
  p_ring
}
