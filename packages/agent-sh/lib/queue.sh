# commands.json: noticed without a fork, read by one awk, claimed one by one (docs/protocol.md#reading, #claim).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_queue_changed
#
# Whether commands.json should be read. The last one read stays open: as long as the name leads to the very same file,
# nothing was published. For a writer that does not replace the file, its time is looked at too, on ticks: a time not
# clearly before the last reading may hide a change.
p_queue_changed() {
  if [ -L "$p_queue" ]; then
    p_refuse_queue unsafe_file 'commands.json is a link'
    return 1
  elif [ ! -e "$p_queue" ]; then
    p_queue_is=
    return 1
  elif [ ! -f "$p_queue" ]; then
    p_refuse_queue unsafe_file 'commands.json is no regular file'
    return 1
  elif [ ! -s "$p_queue" ]; then
    p_queue_is=
    return 1
  fi
  [ "$p_queue_is" != read ] || ! [ "$p_queue" -ef /proc/self/fd/4 ] ||
    { [ "$p_tick" = 1 ] && ! [ "$p_private/read" -nt "$p_queue" ]; }
}

# usage: p_refuse_queue CODE MESSAGE
#
# Counts something that is no document, once as long as it stays there.
p_refuse_queue() {
  if [ "$p_queue_is" = "$1 $2" ]; then return; fi
  p_queue_is="$1 $2"
  p_add_error "$1" "$2"
  p_log error file.rejected '' "$1" "$2"
}

# usage: p_read_queue
#
# Reads commands.json: one awk checks it and answers with a plan, one line an entry, in words without blanks; what a
# command needs as text it has put into files of our own.
p_read_queue() {
  { true <"$p_queue"; } 2>/dev/null || return
  exec 4<"$p_queue"
  p_queue_is='read'
  { true >"$p_private/read" && true >"$p_private/plan"; } 2>/dev/null || {
    p_queue_is=
    return
  }
  eval "p_known=\"$p_ids\""
  p_clip <&4 | P_KNOWN=$p_known$p_taken P_SEQUENCE=$p_queue_sequence P_ALLOW=$p_allow_env P_SPECS=$p_private/specs \
    P_STOPPING=$p_stopping P_FILE=$p_reread P_RETAIN=$p_retain LC_ALL=C "$p_awk" -f "$p_home/plan.awk" >"$p_private/plan" 2>/dev/null 4<&4
  p_clock
  p_signals='' p_word=
  while read -r p_line; do
    # shellcheck disable=SC2086
    p_follow $p_line
  done <"$p_private/plan"
  # Without its last line, the plan is not whole: no memory or no processes, most likely. The rest comes with the next tick.
  if [ "$p_word" != end ]; then p_queue_is=; fi
  for p_entry in $p_signals; do
    p_obey "$p_entry"
  done
}

# usage: p_follow WORD…
#
# Follows one line of the plan.
p_follow() {
  p_word=$1
  shift
  case $p_word in
    sequence) p_keep_sequence "$1" ;;
    processed) for p_id in "$@"; do p_forget "$p_id"; done ;;
    exec) if p_claim "$1"; then p_enqueue "$@"; fi ;;
    signal) if p_claim "$1"; then p_signals="$p_signals $1:$2:$3:$4:$5"; fi ;;
    rejected)
      if p_claim "$1"; then
        IFS= read -r p_text <"$p_private/specs/$1.why" || p_text='""'
        p_end_here "$1" "\"state\":\"rejected\",\"code\":\"$2\"" ",\"message\":$p_text"
        p_log warn command.rejected "$1" "$2"
      fi
      ;;
    bad_entry) p_count_bad_entry "$1" "$2" ;;
    bad_document) p_count_bad_document "$1" ;;
    listed) p_retire "$@" ;;
  esac
}

# usage: p_claim ID
#
# Claims a command by creating its directory. Whatever the outcome, awk need not look at it again.
p_claim() {
  if [ -d "$p_claims/$1" ]; then
    p_taken="$p_taken $1"
    return 1
  fi
  if ! mkdir "$p_claims/$1" 2>/dev/null; then
    if [ ! -d "$p_claims/$1" ]; then
      # Not taken, and the disk refuses: it stays in the queue, and is tried with the next tick.
      p_queue_is=
      p_failed_write "$1"
    fi
    return 1
  fi
  p_order=$((p_order + 1))
  { p_put "$p_order $p_pid $p_start" >"$p_claims/$1/.claim"; } 2>/dev/null
  p_list "$1" '"state":"accepted"'
  p_log info command.claimed "$1"
}

# usage: p_forget ID
#
# The host has the result: the command leaves the status, and its directory is retention's from here on.
p_forget() {
  { true >"$p_claims/$1/.processed"; } 2>/dev/null
  p_unlist "$1"
  p_kept="$p_kept $1"
  p_kept_count=$((p_kept_count + 1))
}

# usage: p_keep_sequence NUMBER
#
# Remembers the highest `sequence` acted on, across restarts: one line more in a file, which a crash cannot tear.
p_keep_sequence() {
  if [ "$1" = "$p_queue_sequence" ]; then return; fi
  p_queue_sequence=$1
  p_sequence_lines=$((p_sequence_lines + 1))
  if [ "$p_sequence_lines" -gt 1000 ]; then
    p_document=$1
    if p_publish "$p_dir/.agent/sequence"; then p_sequence_lines=1; fi
  else
    { p_put "$1" >>"$p_dir/.agent/sequence"; } 2>/dev/null || true
  fi
}

# usage: p_count_bad_entry CODE SIGNATURE
#
# An entry that cannot be answered to, counted once for what it says.
p_count_bad_entry() {
  case $p_bad_seen in *" $1:$2 "*) return ;; esac
  if [ "${#p_bad_seen}" -gt 4000 ]; then p_bad_seen=; fi
  p_bad_seen="$p_bad_seen $1:$2 "
  p_add_error "$1" 'an entry of commands.json was ignored'
  p_log warn entry.ignored '' "$1"
}

# usage: p_count_bad_document CODE
#
# A document that was refused, counted once for its content. The last good one stays in force.
p_count_bad_document() {
  p_sum=$(head -c 1048577 "$p_queue" 2>/dev/null | cksum 2>/dev/null)
  if [ "$p_bad_document" = "$1 $p_sum" ]; then return; fi
  p_bad_document="$1 $p_sum"
  p_add_error "$1" 'commands.json was refused'
  p_log error file.rejected '' "$1" 'commands.json'
}
