# The ticker: wakes an agent at each poll interval where `read` cannot wait with a limit (dash, yash).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_find_tail
#
# Sets p_tail where there is a `tail` that waits between two looks at a file, and ends with a process.
p_find_tail() {
  if tail ---disable-inotify --pid="$$" -n 1 /dev/null >/dev/null 2>&1; then p_tail=1; fi
}

# usage: p_keep_ticking
#
# The entry point's part, until the agent in p_child has ended. `tail` wakes it without a process for each tick: once an interval it looks at
# a file into which the agent writes a line at each tick, and writes that into the doorbell. Since somebody else may have read it there,
# `sleep` rings now and then; and at each interval where `tail` does not do.
p_keep_ticking() {
  p_look "$p_child" || p_seen_start=0
  p_child_start=$p_seen_start p_interval=1 p_ticker='' p_ticker_interval='' p_napper=''
  trap 'p_called=1' CHLD
  while p_lives "$p_child" "$p_child_start"; do
    p_called=
    # Heard also where the doorbell was taken away, through the one that both still hold.
    if [ -p "$p_bell" ] && ! [ "$p_bell" -ef /proc/self/fd/6 ]; then
      command exec 6<>"$p_bell" && p_ticker_interval=
    fi
    # The agent may be just writing it; an empty number would end some shells.
    p_line=
    { read -r p_line <"$p_home/poll"; } 2>/dev/null
    case $p_line in [0-9]*) p_interval=$p_line ;; esac
    if [ -z "$p_napper" ] || ! p_look "$p_napper"; then
      p_nap_seconds=$p_interval
      if [ -n "$p_tail" ]; then
        p_nap_seconds=$((${p_interval%.*} * 20 + 2))
        if [ -n "$p_ticker" ] && ! p_look "$p_ticker"; then p_ticker='' p_ticker_interval=''; fi
      fi
      p_napper=
      command eval '(exec sleep "$p_nap_seconds" 6<&- 7<&-) & p_napper=$!' || p_rest 0.5
      p_put '' >&6
    fi
    if [ -n "$p_tail" ] && [ "$p_interval" != "$p_ticker_interval" ]; then p_start_ticker; fi
    if [ -z "$p_called" ] && [ -n "$p_napper" ]; then wait "$p_napper"; fi
  done 2>/dev/null
  trap - CHLD
  for p_old in $p_napper $p_ticker; do kill -s KILL "$p_old"; done 2>/dev/null
}

# usage: p_start_ticker
p_start_ticker() {
  if [ -n "$p_ticker" ]; then kill -s KILL "$p_ticker"; fi
  p_ticker='' p_ticker_interval=$p_interval
  command eval '(exec tail -f ---disable-inotify -s "$p_interval" --pid="$p_child" -n 1 "$p_home/ticks" >&6 6<&- 7<&-) & p_ticker=$!'
}

# usage: p_ask_for_tick
#
# The agent's part. A line has the agent's pid and a number, so that one that comes twice is a tick once; it is read byte by byte.
p_ask_for_tick() {
  p_ticks=$((p_ticks + 1)) p_tick_asked=$p_now
  if [ $((p_ticks % 4096)) != 0 ]; then
    p_put "t$p_pid.$p_ticks" >>"$p_home/ticks"
  else
    p_put "t$p_pid.$p_ticks" >"$p_home/ticks"
  fi
} 2>/dev/null

# usage: p_hear BYTES
#
# What was read from the doorbell: asks for the next tick where it was one, be it another agent's, which then hears ours; and where one did not come.
p_hear() {
  case $1 in
    *"t$p_pid.$p_ticks") p_next_tick=$p_now ;;
    *"t$p_pid."*) return ;;
    *t*.*) ;;
    *) if [ $((p_now - p_tick_asked)) -lt $((p_poll * 2)) ]; then return; fi ;;
  esac
  p_ask_for_tick
}

# usage: p_call_entry
#
# Has the entry point look again: the interval is another, or the doorbell. Only one that ticks: ksh waits for ever after a CHLD of no child.
p_call_entry() {
  if [ -n "$p_tail" ]; then kill -s CHLD "$p_parent" 2>/dev/null; fi
}
