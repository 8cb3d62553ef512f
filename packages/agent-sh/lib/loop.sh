# The agent's loop: waits for a ring, a tick or a signal, and does what is due.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_agent
#
# The agent itself, in a process of its own below the entry point, which starts it again should it die.
p_agent() {
  p_look self || p_seen_start=0
  exec 6<&- 7>&-
  p_pid=$p_seen_pid p_start=$p_seen_start p_parent=$p_seen_parent
  p_term=
  trap 'p_term=1' TERM INT HUP
  trap ':' PIPE
  read -r p_boot </proc/sys/kernel/random/uuid 2>/dev/null || p_boot=$p_pid-$p_start
  p_mark=${p_boot%%-*}
  p_stopping=0 p_write_fault='' p_config='' p_config_number=$((p_deaths * 1000))
  p_high='' p_normal='' p_low='' p_next_expiry='' p_running='' p_running_count=0
  p_reap='' p_litter='' p_kept='' p_kept_count=0 p_taken='' p_shutdowns='' p_signals=''
  p_later='' p_done='' p_retain='' p_weighed='' p_trimmed='' p_probes=''
  p_queue=$p_dir/commands.json p_queue_is='' p_queue_sequence=- p_sequence_lines=0 p_bad_seen='' p_bad_document=''
  p_claims=$p_dir/logs/commands
  p_start_clock
  p_start_metrics
  p_start_status
  p_make_directories || exit 1
  p_start_results
  p_restore_state
  p_open_log
  if ! p_load_config; then
    p_bad_config=$p_code
    PARA_AGENT_CONFIG=/dev/null/none p_load_config
    p_add_error "$p_bad_config" 'the configuration was refused: the defaults hold'
    p_log error config.refused '' "$p_bad_config"
  fi
  p_replace_orphan
  exec 3<"$p_bell" || exit 1
  p_log info agent.started
  if [ "$p_deaths" -gt 0 ]; then p_add_error agent_died "the agent died and was started again, $p_deaths times so far"; fi
  p_clock
  p_write_status
  p_read_sequence
  p_recover
  p_merge_taken
  p_lifecycle=running p_changed=1 p_tick=1
  while :; do
    # A shell that cannot fork ends, unless what could not be done was run by `command eval`.
    command eval 'p_round'
    if [ -n "$p_done" ]; then exit 0; fi
  done
}

# usage: p_make_directories
p_make_directories() {
  for p_made in "$p_dir/logs/commands" "$p_dir/reports" "$p_dir/.agent"; do
    if [ ! -d "$p_made" ]; then mkdir -p "$p_made" || return 1; fi
  done
  p_private=$p_home/$p_mark
  mkdir "$p_private" "$p_private/specs" || return 1
}

# usage: p_replace_orphan
#
# An agent whose entry point was killed ends at its next look; until then it must not write beside this one.
p_replace_orphan() {
  if { read -r p_old p_old_start p_old_parent p_old_parent_start <"$p_dir/.agent/agent"; } 2>/dev/null &&
    p_lives "$p_old" "$p_old_start" && ! p_lives "$p_old_parent" "$p_old_parent_start"; then
    kill -s KILL "$p_old" 2>/dev/null
  fi
  p_document="$p_pid $p_start $p_parent $p_parent_start"
  p_publish "$p_dir/.agent/agent" || true
}

# usage: p_read_sequence
p_read_sequence() {
  if [ ! -f "$p_dir/.agent/sequence" ]; then return; fi
  while read -r p_line; do
    case $p_line in
      '' | *[!0-9]*) ;;
      *) p_queue_sequence=$p_line p_sequence_lines=$((p_sequence_lines + 1)) ;;
    esac
  done <"$p_dir/.agent/sequence"
}

# usage: p_wait_for_ring
#
# Waits until somebody rings, but no longer than until the next thing is due. Sets p_tick to 1 where nobody rang.
p_wait_for_ring() {
  p_tick=0
  if [ -n "$p_changed" ] && [ "$p_status_pause" = 0 ]; then return; fi
  if [ -n "$p_timed" ]; then
    p_left=$((p_next_tick - p_now))
    if [ "$p_left" -lt 1 ]; then p_left=1; fi
    p_part=$((p_left % 100 + 100))
    read -r -t "$((p_left / 100)).${p_part#1}" p_byte <&3
  else
    read -r p_byte <&3
  fi
  p_clock
  if [ "$p_now" -ge "$p_next_tick" ]; then
    p_tick=1
    p_next_tick=$((p_now + p_poll))
  fi
}

# usage: p_round
#
# One round of the loop. What a host waits for comes first.
p_round() {
  p_done=
  if [ -n "$p_term" ]; then
    p_term=
    p_begin_shutdown 5
  fi
  p_check_running
  if p_queue_changed; then p_read_queue; fi
  p_start_waiting
  p_check_reports
  p_check_probes
  p_check_bell
  if [ "$p_now" -ge "$p_next_heartbeat" ]; then
    p_changed=1
    p_tidy
  fi
  if [ -n "$p_changed" ]; then p_write_status; fi
  p_check_shutdown
  if [ "$p_tick" = 1 ]; then
    p_expire_waiting
    p_check_outputs
    p_check_retention
    if [ "$p_metrics_interval" != 0 ] && [ "$p_now" -ge "$p_next_metrics" ]; then
      p_next_metrics=$((p_now + p_metrics_interval))
      p_write_metrics
    fi
  fi
  if [ -z "$p_term" ]; then p_wait_for_ring; fi
  # Killed with -9, the entry point cannot tell; whoever started it starts another, and one agent is enough.
  if ! [ "/proc/$p_parent/fd/7" -ef "$p_home/alive" ]; then exit 9; fi
}

# usage: p_tidy
#
# At heartbeats: collects processes that have ended, and takes files away that nobody reads any more.
p_tidy() {
  p_later=
  for p_entry in $p_reap; do
    if p_look "$p_entry" && [ "$p_seen_parent" = "$p_pid" ]; then
      case $p_seen_state in
        Z) wait "$p_entry" 2>/dev/null ;;
        *) p_later="$p_later $p_entry" ;;
      esac
    fi
  done
  p_reap=$p_later
  if [ -n "$p_litter" ]; then
    # shellcheck disable=SC2086
    (cd "$p_private" && rm -f $p_litter) 2>/dev/null
    p_litter=
  fi
}
