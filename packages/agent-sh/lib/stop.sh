# Stopping a command with all it started: TERM, grace, KILL, and a sweep for what left its group (docs/protocol.md#timeout).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_stop WHY GRACE
#
# Stops p_id, whose claim is p_claim. WHY is the state it will end in. To be called in a subshell of its own, so that
# nobody waits for a grace. Where the command has ended by itself meanwhile, or is being stopped already, nothing is done.
p_stop() {
  exec 4<&-
  trap '' TERM INT HUP
  p_decide "$p_claim/.verdict" "$1" || exit 0
  # Just started, it may not be found yet.
  p_tries=0
  while [ ! -s "$p_claim/.process" ] && [ "$p_tries" -lt 50 ]; do
    p_tries=$((p_tries + 1))
    p_nap 0.02
  done
  p_sweep "$2"
}

# usage: p_sweep GRACE
#
# The ladder itself. A stopped process is continued so that it can hear TERM.
p_sweep() {
  p_clock
  p_until=$((p_now + $1 * 100))
  p_tell TERM
  p_tell CONT
  while p_find_left; do
    p_clock
    if [ "$p_now" -ge "$p_until" ]; then break; fi
    p_nap 0.1
  done
  # What forks faster than one pass looks is caught by the next; a process that cannot be killed must not hold the result.
  p_passes=0
  while p_find_left && [ "$p_passes" -lt 200 ]; do
    p_tell KILL
    p_passes=$((p_passes + 1))
    p_nap 0.05
  done
  until { true >"$p_claim/.swept"; } 2>/dev/null; do p_nap 1; done
  p_ring
}

# usage: p_tell SIGNAL
#
# Sends SIGNAL to the command's group and to whatever carries its mark elsewhere.
p_tell() {
  p_find_left
  if [ -n "$p_group" ]; then kill -s "$1" -- "-$p_group" 2>/dev/null; fi
  for p_pid in $p_left; do
    kill -s "$1" "$p_pid" 2>/dev/null
  done
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
# Sets p_left to the living processes of p_id: its first process, its group, and all that have its id and this session's directory
# in their environment (another session may have a command of the same id); and p_group to its process group, if it has one of its
# own. Returns 1 where nothing is left.
p_find_left() {
  p_left='' p_group=''
  if p_read_identity "$p_claim/.process" && p_lives "$p_id_pid" "$p_id_start"; then
    p_left=$p_id_pid
    if [ "$p_seen_group" = "$p_id_pid" ]; then p_group=$p_id_pid; fi
  fi
  set +f
  # A group lives on without its first process; its number cannot be given to another process until it is empty.
  for p_file in /proc/[0-9]*; do
    p_pid=${p_file#/proc/}
    if [ "$p_pid" != "$p_id_pid" ] && p_look "$p_pid" && [ "$p_seen_group" = "$p_id_pid" ]; then
      case $p_seen_state in
        [ZX]) ;;
        *) p_left="$p_left $p_pid" p_group=$p_id_pid ;;
      esac
    fi
  done
  # Every environment in one pipeline, each below a line with its name. A text in one may look like such a line, so what is found
  # is looked at once more by itself.
  p_found_pids=$(head -c 2200000 /proc/[0-9]*/environ 2>/dev/null | p_pick_marked)
  for p_pid in $p_found_pids; do
    case " $p_left " in *" $p_pid "*) continue ;; esac
    if p_look "$p_pid" && p_is_marked "/proc/$p_pid/environ"; then
      case $p_seen_state in [ZX]) ;; *) p_left="$p_left $p_pid" ;; esac
    fi
  done
  set -f
  [ -n "$p_left" ]
}

# usage: p_pick_marked <ENVIRONMENTS
#
# Prints the numbers of processes that have both marks of p_id.
p_pick_marked() {
  # shellcheck disable=SC2016
  tr '\0' '\n' | P_MARK="PARA_COMMAND_ID=$p_id" P_PLACE="PARA_STATUS_DIR=$p_dir" LC_ALL=C "$p_awk" '
    function tell() { if (marked && placed) print pid; marked = placed = 0 }
    /^==> \/proc\/[0-9]+\/environ <==$/ { tell(); split($2, part, "/"); pid = part[3] }
    $0 == ENVIRON["P_MARK"] { marked = 1 }
    $0 == ENVIRON["P_PLACE"] { placed = 1 }
    END { tell() }'
}
