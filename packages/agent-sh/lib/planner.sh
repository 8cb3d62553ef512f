# The planner: one awk that reads commands.json whenever it changes, kept until no command has come for half a minute, because reading its own
# program takes it longer than any queue of usual size. A ring in the FIFO `ask` starts it on the file `queue`; its standard
# output is the FIFO `plan`. Both are ours alone: descriptor 7 asks, and 8 hears; processes of commands have neither.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_start_planner [whole]
#
# Without `whole` it may use no more memory than a queue of the largest size takes it: then it may read a file that nobody has cut.
p_start_planner() {
  if [ ! -p "$p_private/made" ]; then mkfifo "$p_private/ask" "$p_private/plan" "$p_private/made" || return 1; fi
  # Opened for reading and writing first, a FIFO makes nobody wait for the other side.
  exec 7<>"$p_private/ask" 9<>"$p_private/plan"
  exec 5<"$p_private/ask" 8<"$p_private/plan"
  # It alone writes to `plan` from here on, so that its end ends our reading; and when we end, so does its reading.
  (
    exec <&5 >&9 2>/dev/null
    exec 3<&- 4<&- 5<&- 7<&- 8<&- 9<&-
    if [ $# = 0 ]; then p_bound_awk; fi
    P_SPECS=$p_private/specs P_QUEUE=/proc/$p_pid/fd/4 P_COPY=$p_private/queue P_QUESTION=$p_private/question P_CLEAN=$p_clean LC_ALL=C
    export P_SPECS P_QUEUE P_COPY P_QUESTION P_CLEAN LC_ALL
    exec "$p_awk" -f "$p_home/plan.awk"
  ) &
  p_planner=$!
  exec 5<&- 9<&-
}

# usage: p_prepare_planner
#
# Where each serves one question only, starts the next one ahead of it: a command that was just started may leave no process for it.
p_prepare_planner() {
  if [ "$p_once" = 1 ] && [ -z "$p_planner" ] && [ $((p_now - p_asked)) -lt 3000 ]; then p_start_planner; fi
}

# usage: p_stop_planner
p_stop_planner() {
  if [ -z "$p_planner" ]; then return; fi
  exec 7<&- 8<&-
  p_reap="$p_reap $p_planner"
  p_planner=
}

# usage: p_ask_planner
#
# Reads what descriptor 4 is open on. Sets p_plan to the lines of the plan, p_new to the ids in it that are to be claimed, and p_starts where one
# of them is a command that may start. Returns 1 where the plan is not whole.
#
# A copy, cut at the limit, costs a process. An awk that sees all bytes, or sees that some are hidden, reads the file itself; should that be
# too large for its memory, it ends, and the next one gets the copy.
p_ask_planner() {
  if [ "$p_clean" = 0 ] && p_ask 0; then return; fi
  p_copied=1
  command eval 'p_clip <&4 >"$p_private/queue"' 2>/dev/null || p_copied=0
  if [ "$p_clean" = 0 ]; then
    p_stop_planner
    p_start_planner whole || return 1
  fi
  p_ask "$p_copied" || return 1
  if [ "$p_clean" = 0 ]; then p_stop_planner; fi
}

# usage: p_ask COPIED
#
# Puts the question: about the copy where COPIED is 1, or about the file itself. Without a process to copy it that is all there is: it may ask
# to stop what leaves none.
p_ask() {
  p_plan='' p_new='' p_starts='' p_line=''
  eval "p_known=\"$p_ids\""
  { p_put "$p_queue_sequence $p_stopping ${p_retain:-0} $1$p_nl$p_allow_env$p_nl$p_known$p_taken" >"$p_private/question"; } 2>/dev/null || return 1
  if [ -z "$p_planner" ]; then p_start_planner || return 1; fi
  p_asked=$p_now
  p_put '' >&7
  # Its question ends where nobody can write any more.
  if [ "$p_once" = 1 ]; then exec 7</dev/null; fi
  while read -r p_line; do
    case $p_line in
      end)
        if [ "$p_once" = 1 ]; then p_stop_planner; fi
        return 0
        ;;
      'exec '* | 'signal '* | 'rejected '*)
        p_id=${p_line#* }
        p_new="$p_new ${p_id%% *}"
        case $p_line in exec*) p_starts=1 ;; esac
        ;;
    esac
    p_plan="$p_plan$p_line$p_nl"
  done <&8
  p_stop_planner
  return 1
}
