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
  elif [ "$p_queue_is" = read ] && [ "$p_queue" -ef /proc/self/fd/4 ] &&
    { [ "$p_tick" = 0 ] || [ "$p_private/read" -nt "$p_queue" ]; }; then
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
# Reads commands.json: awk checks it and answers with a plan, one line an entry, in words without blanks; what a command needs as text
# it has put into files of our own. All new claims are made at once.
p_read_queue() {
  { true <"$p_queue"; } 2>/dev/null || {
    [ ! -e "$p_queue" ] || p_refuse_queue unsafe_file 'commands.json cannot be read'
    return
  }
  exec 4<"$p_queue"
  # Until all is done that it asks for: a round may end in between.
  p_queue_is='reading'
  { true >"$p_private/read"; } 2>/dev/null || {
    p_queue_is=
    return
  }
  # Without its last line the plan is not whole: no memory or no processes, most likely. The rest comes with the next tick.
  p_ask_planner || p_queue_is=
  p_clock
  p_claim_all
  p_ifs=$IFS
  IFS=$p_nl
  # shellcheck disable=SC2086
  set -- $p_plan
  IFS=$p_ifs
  for p_line in "$@"; do
    # shellcheck disable=SC2086
    p_follow $p_line
  done
  if [ "$p_queue_is" = reading ]; then p_queue_is='read'; fi
  p_obey_all
}

# usage: p_obey_all
#
# Each signal leaves the list before it is obeyed, and what a round could not finish the next one does.
p_obey_all() {
  while [ -n "$p_signals" ]; do
    p_entry=${p_signals# } p_signals=
    case $p_entry in *' '*) p_signals=" ${p_entry#* }" p_entry=${p_entry%% *} ;; esac
    p_obey "$p_entry"
  done
}

# usage: p_follow WORD...
#
# Follows one line of the plan.
p_follow() {
  p_word=$1
  shift
  case $p_word in
    sequence) p_keep_sequence "$1" ;;
    processed) p_forget "$@" ;;
    exec) if p_claim "$1"; then p_enqueue "$@"; fi ;;
    signal) if p_claim "$1"; then p_signals="$p_signals $1:$2:$3:$4:$5"; else p_stop_unclaimed "$@"; fi ;;
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

# usage: p_claim_all
#
# Claims every command of p_new by creating its directory, all in one `mkdir`; sets p_mine to those that are ours by it. What was there
# before is not, and awk need not look at it again.
p_claim_all() {
  p_mine=
  if [ -z "$p_new" ]; then return; fi
  set --
  for p_id in $p_new; do
    if [ -d "$p_claims/$p_id" ]; then p_taken="$p_taken $p_id"; else set -- "$@" "$p_claims/$p_id"; fi
  done
  if [ $# = 0 ]; then return; fi
  p_said=
  if ! p_make_claims "$@"; then
    # It made what it could, and names what it could not.
    while read -r p_line; do p_said="$p_said $p_line "; done <"$p_private/said" 2>/dev/null
  fi
  for p_claim in "$@"; do
    p_id=${p_claim##*/}
    if [ ! -d "$p_claim" ]; then
      # Not taken, and the disk refuses: it stays in the queue, and is tried with the next tick.
      p_queue_is=
      p_failed_write logs/commands
      continue
    fi
    case $p_said in
      *"/$p_id"[!A-Za-z0-9._-]*) p_taken="$p_taken $p_id" ;;
      *) p_mine="$p_mine $p_id" ;;
    esac
  done
  if [ -n "$p_queue_is" ]; then p_made_write logs/commands; fi
  if [ "${#p_taken}" -gt 16000 ]; then p_taken=; fi
  if [ -n "$p_mine" ]; then p_record_each claim "$p_mine" " $p_pid $p_start"; fi
}

# usage: p_make_claims DIRECTORY...
#
# Makes the directories, and, where a command may start, has their names synced while we go on (`p_sync_claims`). Returns 1 where not all
# were made.
#
# One process does both. It says by a line in a FIFO that they are made; its end ends our reading too.
p_make_claims() {
  if [ -z "$p_starts" ]; then
    p_try mkdir "$@" 2>"$p_private/said"
    return
  fi
  p_forget_syncing
  p_durable='' p_made=
  exec 6<>"$p_private/made"
  if command eval '(p_claimer "$@") 2>"$p_private/said" &' 2>/dev/null; then p_syncing=$!; fi
  p_end_stray agent
  exec 9<"$p_private/made" 6<&-
  read -r p_made <&9
  # A signal ends the reading as well. What it may still make would be nobody's.
  while [ -z "$p_made" ] && [ -n "$p_syncing" ] && p_look "$p_syncing" && [ "$p_seen_state" != Z ]; do read -r p_made <&9; done
  exec 9<&-
  [ "$p_made" = 0 ]
}

# usage: p_claimer DIRECTORY...
p_claimer() {
  p_leave
  p_role=claimer
  exec 3<&-
  p_try mkdir "$@"
  p_put "$?" >&6
  exec 6<&-
  exec sync "$p_claims" 2>/dev/null
}

# usage: p_sync_claims
#
# Sets p_durable where every claim made so far outlives a power cut; else each supervisor has to see to it.
p_sync_claims() {
  if [ -z "$p_syncing" ]; then return; fi
  if wait "$p_syncing" 2>/dev/null; then
    p_durable=1 p_syncing=
  else
    p_forget_syncing
  fi
}

# usage: p_forget_syncing
p_forget_syncing() {
  if [ -n "$p_syncing" ]; then p_reap="$p_reap $p_syncing"; fi
  p_syncing=
}

# usage: p_claim ID
#
# Lists a command that is ours. Returns 1 where it is not.
p_claim() {
  case "$p_mine " in *" $1 "*) ;; *) return 1 ;; esac
  p_list "$1" '"state":"accepted"'
  p_log info command.claimed "$1"
}

# usage: p_stop_unclaimed ID SIGNAL TARGET TIMEOUT EXPIRES
#
# Stops what runs, as a signal says whose claim could not be made: it may be that very command that leaves no process for a claim. The signal
# itself stays in the queue, and is answered once it is claimed.
p_stop_unclaimed() {
  if [ -d "$p_claims/$1" ] || [ -z "$p_running" ]; then return; fi
  if [ "$5" != - ] && [ "$p_epoch" -ge "$5" ]; then return; fi
  case $2 in
    cancel) p_stop_running "$3" cancelled ;;
    shutdown) p_begin_shutdown "$4" ;;
  esac
}

# usage: p_forget ID...
#
# The host has the results: the commands leave the status, and their directories are retention's from here on. What left may not come
# back after a restart (docs/protocol.md#processed): where the disk does not remember it, the next tick reads the queue again.
p_forget() {
  if ! p_record_each 'done' "$*" ' .'; then
    p_queue_is=
    return
  fi
  for p_id in "$@"; do
    case "$p_kept " in *" $p_id "*) continue ;; esac
    p_unlist "$p_id"
    p_kept="$p_kept $p_id"
    p_kept_count=$((p_kept_count + 1))
  done
}

# usage: p_keep_sequence NUMBER
#
# Remembers the highest `sequence` acted on, across restarts.
p_keep_sequence() {
  if [ "$1" = "$p_queue_sequence" ]; then return; fi
  p_queue_sequence=$1
  p_record "sequence $1"
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
