# Stopping a command with all it started: TERM, grace, KILL, and a sweep for what left its group (docs/protocol.md#timeout).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_stop_running ID|all WHY
#
# Begins to stop a running command, or all. Returns 1 where no such command runs.
p_stop_running() {
  p_still='' p_stopped=1
  for p_entry in $p_running; do
    case $p_entry in
      *:0) if [ "$1" = all ] || [ "${p_entry%%:*}" = "$1" ]; then
        p_split "$p_entry"
        p_begin_stop "$p_1" "$2" "$p_4"
        p_entry=${p_entry%:0}:1
        p_stopped=0
      fi ;;
      "$1":*) p_stopped=0 ;;
    esac
    p_still="$p_still $p_entry"
  done
  p_running=$p_still
  return "$p_stopped"
}

# usage: p_begin_stop ID WHY GRACE
p_begin_stop() {
  p_id=$1 p_claim=$p_claims/$1
  if [ -f "$p_claim/result.json" ]; then return; fi
  if ! p_decide "$p_claim/.verdict" "$2"; then
    if [ ! -e "$p_claim/.verdict" ]; then
      # The disk refuses. Where it is a result instead, the next try sees that.
      p_unstopped="$p_unstopped $1:$2:$3"
      return
    fi
    # Else it ended by itself.
    return
  fi
  # A verdict is there until it becomes the result.
  if [ -f "$p_claim/result.json" ]; then return; fi
  p_log info command.stopping "$1" "" "$2"
  p_told=
  if p_signal_group TERM; then p_told=told; fi
  p_signal_group CONT
  p_unswept="$p_unswept $1:$((p_now + $3 * 100)):$p_told"
  p_start_sweeps
}

# usage: p_signal_group SIGNAL
#
# Sends SIGNAL to the group of p_claim's command without a process to help. Returns 1 where there is none.
p_signal_group() {
  p_read_identity "$p_claim/.process" || return
  p_lives "$p_id_pid" "$p_id_start" && [ "$p_seen_group" != "$p_id_pid" ] && return 1
  # busybox sends it, and says that it failed.
  kill -s "$1" -- "-$p_id_pid" 2>/dev/null
  return 0
}

# usage: p_stop_unstopped
#
# On ticks: begins again what a full disk has kept from being decided.
p_stop_unstopped() {
  p_old_unstopped=$p_unstopped p_unstopped=
  for p_entry in $p_old_unstopped; do
    p_split "$p_entry"
    p_begin_stop "$p_1" "$p_2" "$p_3"
  done
}

# usage: p_start_sweeps
#
# Starts a process for each stop that has none yet. Where there is none to spare, what is past its grace is killed from here, which makes room.
p_start_sweeps() {
  p_old_unswept=$p_unswept p_unswept=
  for p_order in $p_old_unswept; do
    p_id=${p_order%%:*} p_told=${p_order##*:} p_left=${p_order#*:}
    p_claim=$p_claims/$p_id p_due=${p_left%%:*}
    if command eval '(p_stop "$p_due" "$p_told") &' 2>/dev/null; then
      p_reap="$p_reap $!"
    else
      p_end_stray agent
      p_unswept="$p_unswept $p_order"
      if [ "$p_now" -ge "$p_due" ]; then p_signal_group KILL; fi
    fi
  done
}

# usage: p_stop DUE [told]
#
# Stops p_id, whose claim is p_claim; the verdict is written. To be called in a subshell of its own, so that nobody waits for a grace.
p_stop() {
  p_leave
  trap '' TERM INT HUP
  p_role=sweeper
  # Just started, it may not be found yet.
  p_tries=0
  while [ ! -s "$p_claim/.process" ] && [ "$p_tries" -lt 50 ]; do
    p_tries=$((p_tries + 1))
    p_rest 0.02
  done
  p_sweep "$@"
}

# usage: p_sweep DUE [told]
#
# The ladder itself; DUE, a moment like p_now, is when KILL may come. A stopped process is continued so that it can hear TERM. A group that was told to end is not told twice.
p_sweep() {
  if p_find_left; then
    if [ "${2-}" = told ]; then p_group=; fi
    p_tell TERM
    p_tell CONT
  fi
  while p_find_left; do
    p_clock
    if [ "$p_now" -ge "$1" ]; then break; fi
    p_rest 0.1
  done
  # What forks faster than one pass looks is caught by the next; a process that cannot be killed must not hold the result.
  p_passes=0
  while p_find_left && [ "$p_passes" -lt 200 ]; do
    p_tell KILL
    p_passes=$((p_passes + 1))
    p_rest 0.02
  done
  until { true >"$p_claim/.swept"; } 2>/dev/null; do p_rest 1; done
  p_ring
}

# usage: p_tell SIGNAL
#
# Sends SIGNAL to the group and the processes that `p_find_left` has found.
p_tell() {
  if [ -n "$p_group" ]; then kill -s "$1" -- "-$p_group" 2>/dev/null; fi
  # shellcheck disable=SC2086
  if [ -n "$p_left" ]; then kill -s "$1" $p_left 2>/dev/null; fi
}

# usage: p_is_marked ENVIRON
#
# Whether a process's environment has both marks of p_id: the command's and the session's.
p_is_marked() {
  p_marks=$({ tr '\0' '\n' <"$1" | grep -cxF -e "PARA_COMMAND_ID=$p_id" -e "PARA_STATUS_DIR=$p_dir"; } 2>/dev/null)
  [ "${p_marks:-0}" -ge 2 ]
}

# usage: p_find_left
#
# Sets p_group to the process group of p_id, if it has one of its own and anybody in it lives; and p_left to its living processes
# outside: all that have its id and this session's directory in their environment (another session may have a command of the same
# id). Returns 1 where nothing is left; 0 too where there is no process to look with: p_group is right then all the same.
p_find_left() {
  p_left='' p_group='' p_members='' p_looker=$p_role
  if p_read_identity "$p_claim/.process" && p_lives "$p_id_pid" "$p_id_start"; then
    if [ "$p_seen_group" = "$p_id_pid" ]; then
      p_group=$p_id_pid p_members=$p_id_pid
    else
      p_left=$p_id_pid
    fi
  fi
  set +f
  # A group lives on without its first process; its number cannot be given to another process until it is empty.
  for p_file in /proc/[0-9]*; do
    p_pid=${p_file#/proc/}
    if [ "$p_pid" != "$p_id_pid" ] && p_look "$p_pid" && [ "$p_seen_group" = "$p_id_pid" ]; then
      case $p_seen_state in
        [ZX]) ;;
        *) p_members="$p_members $p_pid" p_group=$p_id_pid ;;
      esac
    fi
  done
  p_found_pids=
  command eval p_find_marked 2>/dev/null
  p_end_stray "$p_looker"
  set -f
  case $p_found_pids in
    *end) p_found_pids=${p_found_pids%end} ;;
    *) return 0 ;;
  esac
  for p_pid in $p_found_pids; do
    case $p_pid in
      *'?')
        p_pid=${p_pid%'?'}
        p_is_marked "/proc/$p_pid/environ" || continue
        ;;
    esac
    case " $p_left $p_members " in *" $p_pid "*) continue ;; esac
    # One that waits to be reaped has no environment, so these live.
    p_left="$p_left $p_pid"
  done
  [ -n "$p_left$p_group" ]
}

# usage: p_find_marked
#
# Sets p_found_pids to the numbers of processes that have both marks of p_id, with a question mark where there is doubt whose they are; and then
# `end`, if there were processes enough to look at all.
#
# Every environment in one pipeline, each below a line with its name. Texts in one may look like such a line; then the name stands
# there twice, and that process is looked at by itself.
p_find_marked() {
  p_found_pids=$(
    p_role=stray
    head -c 2200000 /proc/[0-9]*/environ 2>/dev/null | p_pick_marked
  )
}

# usage: p_pick_marked <ENVIRONMENTS
p_pick_marked() {
  # shellcheck disable=SC2016
  tr '\0' '\n' | P_MARK="PARA_COMMAND_ID=$p_id" P_PLACE="PARA_STATUS_DIR=$p_dir" LC_ALL=C "$p_awk" '
    function next_one() { if (marked && placed) found[pid]; marked = placed = 0 }
    /^==> \/proc\/[0-9]+\/environ <==$/ { next_one(); split($2, part, "/"); pid = part[3]; named[pid]++ }
    $0 == ENVIRON["P_MARK"] { marked = 1 }
    $0 == ENVIRON["P_PLACE"] { placed = 1 }
    END { next_one(); for (pid in found) print pid (named[pid] > 1 ? "?" : ""); print "end" }'
}
