# The agent's loop: waits for a ring, a tick or a signal, and does what is due.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_agent
#
# The agent itself, in a process of its own below the entry point, which starts it again should it die.
p_agent() {
  p_role=agent
  p_look self || p_seen_start=0
  p_pid=$p_seen_pid p_start=$p_seen_start p_parent=$p_seen_parent
  p_term=
  trap 'p_term=1' TERM INT HUP
  exec 6<&- 7<&-
  trap ':' PIPE
  read -r p_boot </proc/sys/kernel/random/uuid 2>/dev/null || p_boot=$p_pid-$p_start
  p_mark=${p_boot%%-*}
  p_stopping=0 p_refused='' p_config='' p_config_number=$((p_deaths * 1000))
  p_high='' p_normal='' p_low='' p_next_expiry='' p_running='' p_running_count=0
  p_ticks=0 p_told_poll=''
  p_reap='' p_litter='' p_kept='' p_kept_count=0 p_taken='' p_shutdowns='' p_signals=''
  p_unwritten='' p_unstopped='' p_unswept='' p_launching='' p_launched='' p_gave_way='' p_syncing='' p_durable=''
  p_later='' p_done='' p_retain='' p_weighed='' p_trimmed='' p_probes=''
  p_queue=$p_dir/commands.json p_queue_is='' p_queue_sequence=- p_bad_seen='' p_bad_document='' p_planner='' p_asked=-3000
  p_claims=$p_dir/logs/commands
  p_start_clock
  p_start_metrics
  p_start_status
  p_make_directories || exit 1
  p_tell_who
  p_start_results
  p_restore_state
  p_open_log
  if ! p_load_config; then
    p_bad_config=$p_code
    PARA_AGENT_CONFIG=/dev/null/none p_load_config || exit 1
    p_add_error "$p_bad_config" 'the configuration was refused: the defaults hold'
    p_log error config.refused '' "$p_bad_config"
  fi
  exec 3<"$p_bell" || exit 1
  if [ -n "$p_tail" ]; then p_ask_for_tick; fi
  p_log info agent.started
  if [ "$p_deaths" -gt 0 ]; then p_add_error agent_died "the agent died and was started again, $p_deaths times so far"; fi
  p_clock
  p_read_journal
  p_recover
  p_merge_taken
  # Not before the claims are known: a result that no status lists is one that the host has had and may forget.
  p_write_status
  p_lifecycle=running p_changed=1 p_tick=1
  while :; do
    # A shell that cannot fork ends, unless what could not be done was run by `command eval`.
    if ! command eval 'p_round'; then p_recover_round; fi
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

# usage: p_tell_who
#
# Names this agent and its entry point to those that come after it.
p_tell_who() {
  p_document="$p_pid $p_start $p_parent $p_parent_start"
  p_publish "$p_dir/.agent/agent" || true
}

# usage: p_wait_for_ring
#
# Waits until somebody rings, but no longer than until the next thing is due. Sets p_tick to 1 where nobody rang.
p_wait_for_ring() {
  p_tick=0 p_byte=
  if [ -n "$p_unswept" ]; then
    p_rest 0.1
  elif [ -n "$p_timed" ]; then
    p_left=$((p_next_tick - p_now))
    if [ -n "$p_changed" ] && [ "$p_status_pause" = 0 ] && [ "$p_left" -gt $((p_write_at - p_now)) ]; then p_left=$((p_write_at - p_now)); fi
    if [ "$p_left" -lt 1 ]; then p_left=1; fi
    p_part=$((p_left % 100 + 100))
    read -r -t "$((p_left / 100)).${p_part#1}" p_byte <&3
  elif [ -n "$p_changed" ] && [ "$p_status_pause" = 0 ] && [ -z "$p_gave_way" ]; then
    return
  else
    read -r p_byte <&3
  fi
  p_clock
  if [ -n "$p_tail" ]; then p_hear "$p_byte"; fi
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
  if [ -n "$p_unswept" ]; then p_start_sweeps; fi
  if [ -n "$p_signals" ]; then p_obey_all; fi
  # What the entry point was told stands in its file too, should the signal be lost on the way, as it was once under ksh.
  if [ -n "$p_term" ] || { [ -e "$p_home/alive" ] && [ ! -s "$p_home/alive" ]; }; then
    p_term=
    p_begin_shutdown 5
  fi
  p_check_running
  if p_queue_changed; then p_read_queue; fi
  if [ "$p_stopping" = 1 ] && [ "$p_now" -ge "$p_stop_at" ]; then p_stop_running all cancelled; fi
  p_start_waiting
  p_prepare_planner
  if ! p_gives_way; then p_do_the_rest; fi
  if [ -z "$p_term" ]; then p_wait_for_ring; fi
  # Killed with -9, the entry point cannot tell; whoever started it starts another, and one agent is enough.
  if ! [ "/proc/$p_parent/fd/7" -ef "$p_home/alive" ]; then exit 9; fi
  return 0
}

# usage: p_gives_way
#
# Whether what a command does not wait for is put off until the next ring, or three hundredths of a second: where a command was just started,
# its supervisor does not run before the agent rests, because a new process begins on its parent's processor. Never twice in a row.
p_gives_way() {
  if [ -z "$p_launched" ] || [ -n "$p_gave_way" ] || [ "$p_tick" = 1 ]; then
    p_launched='' p_gave_way=
    return 1
  fi
  p_launched='' p_gave_way=1
  if [ "$p_write_at" = 0 ]; then p_write_at=$((p_now + 3)); fi
}

# usage: p_do_the_rest
p_do_the_rest() {
  p_check_reports
  p_check_probes
  p_check_bell
  if [ "$p_now" -ge "$p_next_heartbeat" ]; then
    p_changed=1
    p_tidy
    p_check_retention
    p_shorten_journal
    if [ -n "$p_planner" ] && [ $((p_now - p_asked)) -gt 3000 ]; then p_stop_planner; fi
  fi
  if [ -n "$p_changed" ] && p_status_is_due; then p_write_status; fi
  p_write_log
  p_check_shutdown
  if [ "$p_tick" = 1 ]; then
    if [ -n "$p_unwritten" ]; then p_write_unwritten; fi
    if [ -n "$p_unstopped" ]; then p_stop_unstopped; fi
    p_expire_waiting
    p_check_outputs
    if [ "$p_metrics_interval" != 0 ] && [ "$p_now" -ge "$p_next_metrics" ]; then
      p_next_metrics=$((p_now + p_metrics_interval))
      p_write_metrics
    fi
  fi
}

# usage: p_status_is_due
#
# Changes that come within three hundredths of a second are told in one: a short command starts and ends in that time. Where `read`
# cannot wait with a limit, each is told at once.
p_status_is_due() {
  if [ -z "$p_timed" ] || [ "$p_tick" = 1 ] || [ "$p_now" -ge "$p_next_heartbeat" ]; then return 0; fi
  if [ "$p_write_at" = 0 ]; then p_write_at=$((p_now + 3)); fi
  [ "$p_now" -ge "$p_write_at" ]
}

# usage: p_tidy
#
# At heartbeats: collects processes that have ended, and takes files away that nobody reads any more.
p_tidy() {
  if [ -n "$p_old_home" ] && [ "$p_now" -gt 3000 ]; then
    rm -rf "$p_old_home" 2>/dev/null
    p_old_home=
  fi
  p_forget_syncing
  p_later=
  for p_entry in $p_reap; do
    # One that the shell has collected by itself is still in its list, until it is waited for.
    if p_look "$p_entry"; then
      if [ "$p_seen_parent" != "$p_pid" ]; then continue; fi
      case $p_seen_state in
        [ZX]) ;;
        *)
          p_later="$p_later $p_entry"
          continue
          ;;
      esac
    fi
    wait "$p_entry" 2>/dev/null
  done
  p_reap=$p_later
  if [ -n "$p_litter" ]; then
    # shellcheck disable=SC2086
    (cd "$p_private" && rm -f $p_litter) 2>/dev/null
    p_litter=
  fi
}
