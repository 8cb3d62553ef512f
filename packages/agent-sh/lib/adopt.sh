# After a restart: what an earlier agent has claimed and not ended (docs/protocol.md#restart).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

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
    p_kind=open
    if [ -f "$p_claim/.processed" ]; then p_kind=processed; fi
    p_found_claims="$p_found_claims$p_number $p_id $p_kind$p_nl"
  done
  set -f
  if [ -z "$p_found_claims" ]; then return; fi
  p_found_claims=$(p_put "${p_found_claims%"$p_nl"}" | sort -n)
  # shellcheck disable=SC2086
  set -- $p_found_claims
  while [ $# -gt 2 ]; do
    if [ "$3" = processed ]; then
      p_kept="$p_kept $2"
      p_kept_count=$((p_kept_count + 1))
      shift 3
      continue
    fi
    p_list "$2" '"state":"accepted"'
    if [ -f "$p_claims/$2/result.json" ]; then
      p_note_end "$2" ''
    elif p_adopt "$2"; then
      p_find_limits "$2"
      p_running="$p_running $2:$p_watch:$p_deadline:$p_grace:$p_cap:0"
      p_running_count=$((p_running_count + 1))
    fi
    shift 3
  done
}

# usage: p_find_limits ID
#
# Sets p_deadline and p_grace to what the supervisor wrote down at the start.
p_find_limits() {
  p_deadline=- p_grace=$p_kill_grace p_cap=$p_max_output
  { read -r p_started_at p_mode p_cap p_grace p_deadline <"$p_claims/$1/.started"; } 2>/dev/null || return 0
  if [ "$p_deadline" != - ]; then p_deadline=$(((p_deadline - p_up_first) * 100)); fi
}

# usage: p_adopt ID
#
# Looks after a claim whose result nobody is known to write. Sets p_watch to the process to watch as PID:START, and lists
# the command as running; or returns 1 where the command has its end.
p_adopt() {
  p_id=$1 p_claim=$p_claims/$1
  if p_find_supervisor; then
    p_watch=s$p_pid_found
    p_relist "$1" '"state":"running"'
    return 0
  fi
  if p_read_identity "$p_claim/.process" && p_lives "$p_id_pid" "$p_id_start"; then
    p_watch=p$p_id_pid-$p_id_start
    p_relist "$1" '"state":"running"'
    return 0
  fi
  if { read -r p_number p_id_pid p_id_start <"$p_claim/.claim"; } 2>/dev/null &&
    [ "$p_id_pid:$p_id_start" != "$p_pid:$p_start" ] && [ ! -f "$p_claim/.go" ] && p_lives "$p_id_pid" "$p_id_start"; then
    # Another agent of this directory has it, and will start it.
    p_watch=p$p_id_pid-$p_id_start
    return 0
  fi
  # From here on nobody starts it: whoever would, needs the same decision.
  p_decide "$p_claim/.go" lost
  (p_settle) &
  p_watch=$!
  p_look "$p_watch" || p_seen_start=0
  p_watch=p$p_watch-$p_seen_start
}

# usage: p_find_supervisor
#
# Sets p_pid_found to the supervisor of p_claim. Returns 1 where it has none.
p_find_supervisor() {
  if [ ! -e "$p_claim/.supervisor" ]; then return 1; fi
  set +f
  for p_file in /proc/[0-9]*; do
    p_pid_found=${p_file#/proc/}
    if p_supervises "$p_pid_found" "$p_claim"; then
      set -f
      return 0
    fi
  done
  set -f
  return 1
}

# usage: p_watched WORD CLAIM
#
# Whether the process that will write a result lives: `sPID`, a supervisor; `pPID-START`, any other.
p_watched() {
  case $1 in
    s*) p_supervises "${1#s}" "$2" || { p_look "${1#s}" && [ "$p_seen_parent" = "$p_pid" ] && [ "$p_seen_state" != Z ]; } ;;
    *)
      p_start_seen=${1#p}
      p_lives "${p_start_seen%-*}" "${p_start_seen#*-}"
      ;;
  esac
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
  p_ring
}
