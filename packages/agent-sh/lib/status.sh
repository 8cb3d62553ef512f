# status.json: written at the start, at each change and at each heartbeat, always whole (docs/protocol.md#status).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_start_status
p_start_status() {
  p_sequence=0
  p_lifecycle=starting p_health=unknown
  p_phase='' p_progress='' p_services='' p_custom='' p_attention=''
  p_errors='' p_warnings='' p_error_count=0 p_warning_count=0
  p_changed=1
  p_status_retry=0 p_status_pause=0 p_write_at=0
  p_agent="{\"name\":\"para-agent-sh\",\"version\":\"$p_version\",\"runtime\":\"$p_shell\"}"
}

# usage: p_compose_status
#
# Sets p_document to the status as it is now. `p_errors` and `p_warnings` hold one notice a line.
p_compose_status() {
  p_stamp
  p_document="{\"protocol_version\":\"$p_protocol\",\"timestamp\":\"$p_timestamp\",\"status\":\"$p_lifecycle\""
  p_document="$p_document,\"health\":\"$p_health\",\"boot_id\":\"$p_boot\",\"sequence\":$((p_sequence + 1))"
  p_document="$p_document,\"heartbeat_interval_seconds\":$p_heartbeat_seconds,\"agent\":$p_agent"
  if [ -n "$p_phase" ]; then p_document="$p_document,\"phase\":$p_phase"; fi
  if [ -n "$p_progress" ]; then p_document="$p_document,\"progress\":$p_progress"; fi
  if [ -n "$p_services" ]; then p_document="$p_document,\"services\":$p_services"; fi
  if [ -n "$p_attention" ]; then p_document="$p_document,\"attention\":$p_attention"; fi
  if [ -n "$p_custom" ]; then p_document="$p_document,\"custom\":$p_custom"; fi
  p_join_lines "$p_errors"
  p_document="$p_document,\"errors\":[$p_joined]"
  p_join_lines "$p_warnings"
  eval "p_list_of_results=\"$p_items\""
  p_document="$p_document,\"warnings\":[$p_joined],\"results\":[${p_list_of_results#,}]}"
}

# usage: p_join_lines LINES
p_join_lines() {
  p_joined=
  if [ -z "$1" ]; then return; fi
  p_ifs=$IFS
  IFS=$p_nl
  # shellcheck disable=SC2086
  set -- $1
  IFS=,
  p_joined=$*
  IFS=$p_ifs
}

# usage: p_write_status
#
# Writes it. Where the disk refuses, the next try comes after a pause that doubles up to five seconds; the old document
# stays whole.
p_write_status() {
  if [ "$p_status_retry" -gt "$p_now" ]; then return 1; fi
  p_compose_status
  # A character has at most four bytes; only a document that may be too large is measured.
  if [ "${#p_document}" -gt 65000 ]; then p_bound_status; fi
  if p_publish "$p_dir/status.json"; then
    p_sequence=$((p_sequence + 1))
    p_changed='' p_status_pause=0 p_write_at=0
    p_next_heartbeat=$((p_now + p_heartbeat))
    p_made_write status.json
    return 0
  fi
  p_status_pause=$((p_status_pause * 2))
  if [ "$p_status_pause" = 0 ]; then p_status_pause=10; fi
  if [ "$p_status_pause" -gt 500 ]; then p_status_pause=500; fi
  p_status_retry=$((p_now + p_status_pause))
  p_failed_write status.json
  return 1
}

# usage: p_bound_status
#
# Drops the oldest warnings, then the oldest errors, then `custom`, until the document is within its limit, and says so
# (docs/protocol.md#bounded).
p_bound_status() {
  # One moment for the whole of it: a notice that changed with the clock would not be known again, and be dropped for the next for ever.
  p_dropped="{\"timestamp\":\"$p_timestamp\",\"code\":\"oversize\",\"message\":\"the status was too large: the oldest notices or custom were dropped\"}"
  while [ "$(p_put "$p_document" | wc -c)" -gt 262144 ]; do
    p_warnings=${p_warnings%"$p_dropped"}
    p_warnings=${p_warnings%"$p_nl"}
    if [ -n "$p_warnings" ]; then
      case $p_warnings in
        *"$p_nl"*) p_warnings=${p_warnings#*"$p_nl"} p_warning_count=$((p_warning_count - 1)) ;;
        *) p_warnings='' p_warning_count=0 ;;
      esac
    elif [ -n "$p_errors" ]; then
      case $p_errors in
        *"$p_nl"*) p_errors=${p_errors#*"$p_nl"} p_error_count=$((p_error_count - 1)) ;;
        *) p_errors='' p_error_count=0 ;;
      esac
    else
      p_custom=
    fi
    p_warnings=${p_warnings:+$p_warnings$p_nl}$p_dropped
    p_compose_status
  done
}

# usage: p_add_error CODE MESSAGE [COMMAND_ID]
#
# Adds an error of the agent's own to the status. MESSAGE is prose of ours, without quotes or backslashes.
p_add_error() {
  p_stamp
  p_notice="{\"timestamp\":\"$p_timestamp\",\"code\":\"$1\",\"message\":\"$2\",\"source\":\"agent\""
  if [ -n "${3-}" ]; then p_notice="$p_notice,\"command_id\":\"$3\""; fi
  p_notice="$p_notice}"
  p_errors=${p_errors:+$p_errors$p_nl}$p_notice
  p_error_count=$((p_error_count + 1))
  while [ "$p_error_count" -gt 50 ]; do
    p_errors=${p_errors#*"$p_nl"}
    p_error_count=$((p_error_count - 1))
  done
  p_changed=1
}

# usage: p_failed_write NAME
#
# Tells that the disk refused a write: once, until one of that name is made again (`p_made_write`).
p_failed_write() {
  case $p_refused in *" $1 "*) return ;; esac
  p_refused="$p_refused $1 "
  p_add_error write_failed "the disk refused a write of $1"
  p_log error write.failed '' write_failed "$1"
}

# usage: p_made_write NAME
p_made_write() {
  case $p_refused in *" $1 "*) p_refused=${p_refused%%" $1 "*}${p_refused#*" $1 "} ;; esac
}
