# The agent's configuration: defaults, and what the file sets (docs/protocol.md#reload).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_load_config
#
# Reads PARA_AGENT_CONFIG, else /para/agent.json. Sets p_code and returns 1, with everything as it was, where the file is
# there and no valid configuration; without a file, sets the defaults.
p_load_config() {
  p_config_file=${PARA_AGENT_CONFIG:-/para/agent.json}
  p_config_number=$((p_config_number + 1))
  p_new_config=$p_private/config.$p_config_number
  p_code=write_failed
  mkdir "$p_new_config" 2>/dev/null || return 1
  p_code=unsafe_file
  p_settings=
  if [ -L "$p_config_file" ] || { [ -e "$p_config_file" ] && [ ! -f "$p_config_file" ]; }; then
    return 1
  elif [ -s "$p_config_file" ]; then
    p_settings=$(P_FILE=$p_config_file P_CONFIG=$p_new_config LC_ALL=C "$p_awk" -f "$p_home/config.awk" 2>/dev/null)
    case $p_settings in
      *"$p_nl"end | end) ;;
      'fault '*)
        p_code=${p_settings#fault }
        return 1
        ;;
      *) return 1 ;;
    esac
  fi
  p_heartbeat=500 p_heartbeat_seconds=5 p_poll=100 p_poll_seconds=1 p_metrics_interval=1000
  p_max_concurrency=4 p_kill_grace=10 p_max_output=16777216
  p_keep_commands=100 p_keep_bytes=268435456
  p_allow_env='' p_probes=''
  p_ifs=$IFS
  IFS=$p_nl
  # shellcheck disable=SC2086
  for p_line in $p_settings; do
    IFS=$p_ifs
    # shellcheck disable=SC2086
    p_set $p_line
  done
  IFS=$p_ifs
  if [ -n "$p_config" ]; then rm -rf "$p_config" 2>/dev/null; fi
  p_config=$p_new_config
  if [ "$p_poll_seconds" != "$p_told_poll" ] && { p_put "$p_poll_seconds" >"$p_home/poll"; } 2>/dev/null; then
    p_told_poll=$p_poll_seconds
    p_call_entry
  fi
  p_start_probes
  p_next_heartbeat=0 p_next_metrics=0 p_next_tick=0
  p_log info config.loaded
}

# usage: p_set NAME VALUE...
#
# Takes one setting as awk wrote it: times in hundredths of a second.
p_set() {
  case $1 in
    heartbeat) p_heartbeat=$2 p_heartbeat_seconds=$3 ;;
    poll) p_poll=$2 p_poll_seconds=$3 ;;
    metrics) p_metrics_interval=$2 ;;
    max_concurrency) p_max_concurrency=$2 ;;
    kill_grace) p_kill_grace=$2 ;;
    max_output) p_max_output=$2 ;;
    keep_commands) p_keep_commands=$2 ;;
    keep_bytes) p_keep_bytes=$2 ;;
    allow_env) p_allow_env="$p_allow_env $2" ;;
    probe)
      shift
      p_probes="$p_probes $*"
      ;;
  esac
}
