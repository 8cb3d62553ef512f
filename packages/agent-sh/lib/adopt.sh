# After a restart: what an earlier agent has claimed and not ended (docs/protocol.md#restart).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_recover
#
# Lists every claim that the host has not processed, in the order of the claims, and picks up what still runs.
p_recover() {
  p_seen_claims=
  # What the journal does not know is older than it.
  p_unknown=
  set +f
  for p_claim in "$p_claims"/*; do
    p_id=${p_claim##*/}
    case $p_id in '*' | *[!A-Za-z0-9._-]* | [!A-Za-z0-9]*) continue ;; esac
    if [ ! -d "$p_claim" ]; then continue; fi
    case "$p_journal_claims" in *" $p_id:"*) ;; *) p_unknown="$p_unknown $p_id::" ;; esac
  done
  set -f
  for p_entry in $p_unknown $p_journal_claims; do
    p_id=${p_entry%%:*}
    case "$p_seen_claims " in *" $p_id "*) continue ;; esac
    p_seen_claims="$p_seen_claims $p_id"
    if [ ! -d "$p_claims/$p_id" ]; then continue; fi
    case "$p_journal_done " in
      *" $p_id "*)
        p_kept="$p_kept $p_id"
        p_kept_count=$((p_kept_count + 1))
        ;;
      *) p_recover_claim "$p_id" "${p_entry#*:}" ;;
    esac
  done
  p_journal_claims='' p_journal_done='' p_seen_claims=
}

# usage: p_recover_claim ID PID:START
p_recover_claim() {
  p_list "$1" '"state":"accepted"'
  if [ -f "$p_claims/$1/result.json" ]; then
    p_note_end "$1" ''
  elif p_adopt "$1" "$2"; then
    p_find_limits "$1"
    p_resumed=0
    if p_resume_stop; then p_resumed=1; fi
    p_running="$p_running $1:$p_watch:$p_deadline:$p_grace:$p_cap:$p_resumed"
    p_running_count=$((p_running_count + 1))
  fi
}

# usage: p_resume_stop
#
# Goes on with a stop of p_claim that an agent has decided and may not have carried out. Returns 1 where none was decided.
p_resume_stop() {
  p_word=
  { read -r p_word <"$p_claim/.verdict"; } 2>/dev/null
  case $p_word in timed_out | cancelled) ;; *) return 1 ;; esac
  if [ ! -f "$p_claim/.swept" ]; then
    (p_stop "$((p_now + p_grace * 100))") &
    p_reap="$p_reap $!"
  fi
}

# usage: p_find_limits ID
#
# Sets p_deadline and p_grace to what the supervisor wrote down at the start; p_deadline to `later` where it has yet to do so.
p_find_limits() {
  p_deadline=later p_grace=$p_kill_grace p_cap=$p_max_output
  p_read_identity "$p_claims/$1/.process" && p_take_limits
  case $p_deadline in later | -) ;; *) p_deadline=$(((p_deadline - p_up_first) * 100)) ;; esac
}

# usage: p_take_limits
#
# Sets p_started_at, p_mode, p_cap, p_grace and p_deadline from what `p_read_identity` has read, where it is whole.
p_take_limits() {
  # shellcheck disable=SC2086
  set -- $p_limits
  if [ $# != 5 ]; then return; fi
  # A command can write there what it likes; nothing but a number may come to be calculated with.
  case $3$4 in *[!0-9]*) return ;; esac
  case $5 in -) ;; *[!0-9]*) return ;; esac
  p_started_at=$1 p_mode=$2 p_cap=$3 p_grace=$4 p_deadline=$5
}

# usage: p_adopt ID [PID:START]
#
# Looks after a claim whose result nobody is known to write; PID is the agent that made it. Sets p_watch to the process to watch as PID:START, and lists
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
  p_owner=${2-}
  case $p_owner in
    [0-9]*:[0-9]*)
      if [ "$p_owner" != "$p_pid:$p_start" ] && [ ! -e "$p_claim/stdout" ] && p_lives "${p_owner%:*}" "${p_owner#*:}"; then
        # Another agent of this directory has it, and will start it.
        p_watch=p${p_owner%:*}-${p_owner#*:}
        return 0
      fi
      ;;
  esac
  # From here on nobody starts it: whoever would, needs the same decision.
  if ! p_decide "$p_claim/stdout" && [ ! -e "$p_claim/stdout" ]; then
    # The disk refuses: at the next tick nobody watches it, and this is tried again.
    p_watch=p0-0
    return 0
  fi
  (p_settle) &
  p_watch=$!
  p_look "$p_watch" || p_seen_start=0
  p_watch=p$p_watch-$p_seen_start
}

# usage: p_find_supervisor
#
# Sets p_pid_found to the supervisor of p_claim. Returns 1 where it has none.
p_find_supervisor() {
  if [ ! -e "$p_claim/stdout" ]; then return 1; fi
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
  p_leave
  p_role=settler
  if [ -f "$p_claim/result.json" ]; then exit 0; fi
  p_mode=shell p_cap=$p_max_output p_started_at='' p_grace=0
  p_read_identity "$p_claim/.process" && p_take_limits
  p_state='' p_exit='' p_signal=''
  p_decide "$p_claim/.verdict" lost
  if [ -f "$p_claim/result.json" ]; then exit 0; fi
  { read -r p_state <"$p_claim/.verdict"; } 2>/dev/null
  case $p_state in
    '{"state":"'*'",' | '{"state":"'*'"exit_code":'*,)
      p_ending=${p_state#?}
      p_ending=${p_ending%,}
      ;;
    timed_out | cancelled)
      if [ ! -f "$p_claim/.swept" ]; then
        p_clock
        p_sweep "$((p_now + p_grace * 100))"
      fi
      p_ending="\"state\":\"$p_state\""
      ;;
    *) p_ending='"state":"lost"' ;;
  esac
  p_conclude
  p_ring
}
