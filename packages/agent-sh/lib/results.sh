# What the status says of each command, and the result.json that ends it.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_start_results
p_start_results() {
  p_last=0 p_dropped=0
  p_items='' p_ids='' p_list_of_results='' p_known='' p_each=''
  mkdir "$p_private/numbers"
}

# usage: p_list ID FRAGMENT
#
# Adds a claimed command to the status, at the end: the order of `results` is that of the claims. Each stands in variables of its
# own, p_item_N and p_id_N: looking for one in a long string, and cutting it in two, takes a shell milliseconds.
p_list() {
  p_last=$((p_last + 1))
  { p_put "$p_last" >"$p_private/numbers/$1"; } 2>/dev/null
  eval "p_item_$p_last=\",{\\\"id\\\":\\\"\$1\\\",\$2}\" p_id_$p_last=\$1"
  p_items="$p_items\$p_item_$p_last"
  p_ids="$p_ids \$p_id_$p_last"
  p_changed=1
}

# usage: p_find ID
#
# Sets p_number to the place of a command in the status. Returns 1 where it has none: the host has its result already.
p_find() {
  if { read -r p_number <"$p_private/numbers/$1"; } 2>/dev/null; then
    # The number of one that has left is there until the next heartbeat, and what has left does not come back.
    case $p_number in
      '' | *[!0-9]*) ;;
      *)
        eval "p_each=\${p_id_$p_number-}"
        if [ "$p_each" = "$1" ]; then return 0; fi
        ;;
    esac
  fi
  # The disk may have refused the number.
  p_number=0
  while [ "$p_number" -lt "$p_last" ]; do
    p_number=$((p_number + 1))
    eval "p_each=\${p_id_$p_number-}"
    if [ "$p_each" = "$1" ]; then return 0; fi
  done
  return 1
}

# usage: p_relist ID FRAGMENT
#
# Replaces what the status says of a command.
p_relist() {
  p_find "$1" || return 0
  eval "p_item_$p_number=\",{\\\"id\\\":\\\"\$1\\\",\$2}\""
  p_changed=1
}

# usage: p_unlist ID
p_unlist() {
  p_find "$1" || return 0
  p_litter="$p_litter numbers/$1"
  unset "p_item_$p_number" "p_id_$p_number"
  p_changed=1
  p_dropped=$((p_dropped + 1))
  if [ "$p_dropped" -ge 100 ]; then
    p_dropped=0
    # shellcheck disable=SC2086
    eval "p_compact $p_ids"
  fi
}

# usage: p_compact ID...
#
# Forgets the places of commands that have gone.
p_compact() {
  p_items='' p_ids=''
  for p_entry in "$@"; do
    p_find "$p_entry" || continue
    p_items="$p_items\$p_item_$p_number"
    p_ids="$p_ids \$p_id_$p_number"
  done
}

# usage: p_compose_result FRAGMENT [MORE]
#
# Sets p_document to the result of the command in p_id. FRAGMENT, which is what the status shows of it, has the first line for itself.
p_compose_result() {
  p_document="{$1,$p_nl\"protocol_version\":\"$p_protocol\",\"id\":\"$p_id\"${2-},\"finished_at\":\"$p_timestamp\"}"
}

# usage: p_read_summary RESULT
#
# Sets p_summary to the first line of a result, or, where another agent wrote it, to its state.
p_read_summary() {
  p_summary=
  { IFS= read -r p_summary <"$1"; } 2>/dev/null
  case $p_summary in
    '{"state":"'*'",' | '{"state":"'*'"exit_code":'*,) p_summary=${p_summary#?} p_summary=${p_summary%,} ;;
    *'"state":"'*)
      p_summary=${p_summary#*'"state":"'}
      p_summary=${p_summary%%'"'*}
      ;;
    *) p_summary=lost ;;
  esac
  case $p_summary in
    '' | *[!a-z_]*) case $p_summary in '"state":"'*) ;; *) p_summary='"state":"lost"' ;; esac ;;
    *) p_summary="\"state\":\"$p_summary\"" ;;
  esac
}

# usage: p_write_result FRAGMENT [MORE]
#
# Writes the result.json of the command in p_id with MORE members. Returns 1 where the disk refuses.
p_write_result() {
  p_clock
  p_stamp
  p_compose_result "$@"
  p_publish "$p_claim/result.json"
}

# usage: p_write_only_result FRAGMENT [MORE]
#
# The same where there is none yet: after the agent's death several may come to end one command, and the first result holds. A link is
# made only where nothing has its name; where the file system has no links, the last look must do.
p_write_only_result() {
  p_clock
  p_stamp
  p_compose_result "$@"
  p_look self || p_seen_pid=
  p_temporary=$p_claim/.result.json.$p_mark.$p_seen_pid
  if { p_put "$p_document" >"$p_temporary"; } 2>/dev/null; then
    p_try ln "$p_temporary" "$p_claim/result.json" 2>/dev/null
    if [ -f "$p_claim/result.json" ]; then
      p_try rm -f "$p_temporary" 2>/dev/null
      return 0
    fi
  fi
  p_try rm -f "$p_temporary" 2>/dev/null
  p_publish "$p_claim/result.json"
}

# usage: p_insist_result FRAGMENT [MORE]
#
# The same, asking a disk that refuses again, with growing pauses, for as long as it takes.
p_insist_result() {
  p_pause=1
  until p_write_only_result "$@"; do
    p_rest "$p_pause"
    if [ "$p_pause" -lt 8 ]; then p_pause=$((p_pause * 2)); fi
  done
}

# usage: p_end_here ID FRAGMENT [MORE]
#
# Ends a command that has no supervisor. The agent itself never waits for the disk: what it refused is kept for later.
p_end_here() {
  p_id=$1 p_claim=$p_claims/$1
  if ! p_write_result "$2" "${3-}"; then
    p_failed_write result.json
    p_unwritten="$p_unwritten $1|$2"
    return
  fi
  p_relist "$1" "$2"
}

# usage: p_write_unwritten
#
# On ticks: tries the results again that could not be written. The status shows no end before its result is there.
p_write_unwritten() {
  p_old_unwritten=$p_unwritten p_unwritten=
  for p_entry in $p_old_unwritten; do
    p_end_here "${p_entry%%|*}" "${p_entry#*|}"
  done
  if [ -z "$p_unwritten" ]; then p_made_write result.json; fi
}
