# After a restart: what an earlier agent has claimed and not ended (docs/protocol.md#restart).

# usage: p_recover
#
# Lists every claim that the host has not processed, in the order of the claims, and picks up what still runs.
p_recover() {
  p_order=0
  p_found_claims=
  set +f
  for p_claim in "$p_claims"/*; do
    p_id=${p_claim##*/}
    case $p_id in '*' | *[!A-Za-z0-9._-]* | [!A-Za-z0-9]*) continue ;; esac
    p_number=0
    { read -r p_number p_rest <"$p_claim/.claim"; } 2>/dev/null
    case $p_number in '' | *[!0-9]*) p_number=0 ;; esac
    if [ "$p_number" -gt "$p_order" ]; then p_order=$p_number; fi
    if [ -f "$p_claim/.processed" ]; then
      p_kept="$p_kept $p_id"
    else
      p_found_claims="$p_found_claims$p_number $p_id$p_nl"
    fi
  done
  set -f
  if [ -z "$p_found_claims" ]; then return; fi
  p_found_claims=$(p_put "${p_found_claims%"$p_nl"}" | sort -n)
  set -- $p_found_claims
  while [ $# -gt 1 ]; do
    p_list "$2" '"state":"accepted"'
    p_adopted=$2
    if [ -f "$p_claims/$2/result.json" ]; then
      p_note_end "$2" ''
    elif p_adopt "$2"; then
      p_find_limits "$2"
      p_running="$p_running $2:$p_watch:$p_deadline:$p_grace:0"
      p_running_count=$((p_running_count + 1))
    fi
    shift 2
  done
}

# usage: p_find_limits ID
#
# Sets p_deadline and p_grace to what the supervisor wrote down at the start.
p_find_limits() {
  p_deadline=- p_grace=$p_kill_grace
  { read -r p_started_at p_mode p_cap p_grace p_deadline <"$p_claims/$1/.started"; } 2>/dev/null || return 0
  if [ "$p_deadline" != - ]; then p_deadline=$(((p_deadline - p_up_first) * 100)); fi
}

# usage: p_adopt ID
#
# Looks after a claim whose result nobody is known to write. Sets p_watch to the process to watch as PID:START, and lists
# the command as running; or returns 1 where the command has its end.
p_adopt() {
  p_id=$1 p_claim=$p_claims/$1
  if p_read_identity "$p_claim/.supervisor" && p_lives "$p_id_pid" "$p_id_start"; then
    p_watch=$p_id_pid:$p_id_start
    p_relist "$1" '"state":"running"'
    return 0
  fi
  if p_read_identity "$p_claim/.process" && p_lives "$p_id_pid" "$p_id_start"; then
    p_watch=$p_id_pid:$p_id_start
    p_relist "$1" '"state":"running"'
    return 0
  fi
  if { read -r p_number p_id_pid p_id_start <"$p_claim/.claim"; } 2>/dev/null &&
    [ "$p_id_pid:$p_id_start" != "$p_pid:$p_start" ] && [ ! -f "$p_claim/.go" ] && p_lives "$p_id_pid" "$p_id_start"; then
    # Another agent of this directory has it, and will start it.
    p_watch=$p_id_pid:$p_id_start
    return 0
  fi
  # From here on nobody starts it: whoever would, needs the same decision.
  p_decide "$p_claim/.go" lost
  (p_settle) &
  p_watch=$!
  p_look "$p_watch" || p_seen_start=0
  p_watch=$p_watch:$p_seen_start
}

# usage: p_settle
#
# Ends a command whose supervisor is gone: as its record says, if it left one; else it is lost.
p_settle() {
  exec 4<&-
  if [ -f "$p_claim/result.json" ]; then exit 0; fi
  p_mode=shell p_cap=$p_max_output p_started_at='' p_grace=0
  { read -r p_started_at p_mode p_cap p_grace p_deadline <"$p_claim/.started"; } 2>/dev/null
  p_state='' p_exit='' p_signal=''
  p_decide "$p_claim/.verdict" lost
  { read -r p_state p_exit p_signal <"$p_claim/.verdict"; } 2>/dev/null
  case $p_state in
    succeeded | failed) ;;
    timed_out | cancelled) if [ ! -f "$p_claim/.swept" ]; then p_sweep "$p_grace"; fi ;;
    *) p_state=lost p_exit='' p_signal='' ;;
  esac
  p_conclude
  p_put '' >&3
}
