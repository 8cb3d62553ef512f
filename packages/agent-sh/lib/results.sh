# What the status says of each command, and the result.json that ends it.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_list ID FRAGMENT
#
# Adds a claimed command to the status, at the end: the order of `results` is that of the claims.
p_list() {
  p_results="$p_results,{\"id\":\"$1\",$2}"
  p_known="$p_known$1 "
  p_changed=1
}

# usage: p_relist ID FRAGMENT
#
# Replaces what the status says of a command; nothing where the host has it already in `processed`.
p_relist() {
  p_needle="{\"id\":\"$1\","
  p_head=${p_results%%"$p_needle"*}
  if [ "$p_head" = "$p_results" ]; then return; fi
  p_tail=${p_results#"$p_head"}
  p_results="$p_head$p_needle$2}${p_tail#*\}}"
  p_changed=1
}

# usage: p_unlist ID
p_unlist() {
  p_needle=",{\"id\":\"$1\","
  p_head=${p_results%%"$p_needle"*}
  if [ "$p_head" = "$p_results" ]; then return; fi
  p_tail=${p_results#"$p_head"}
  p_results=$p_head${p_tail#*\}}
  p_known="${p_known%%" $1 "*} ${p_known#*" $1 "}"
  p_changed=1
}

# usage: p_write_result FRAGMENT [MORE]
#
# Writes the summary of the command in p_id, which is what the status shows, and its result.json with MORE members.
# Returns 1 where the disk refuses.
p_write_result() {
  p_clock
  p_stamp
  p_document="{\"protocol_version\":\"$p_protocol\",\"id\":\"$p_id\",$1${2-},\"finished_at\":\"$p_timestamp\"}"
  { p_put "$1" >"$p_claim/.summary"; } 2>/dev/null && p_publish "$p_claim/result.json"
}

# usage: p_insist_result FRAGMENT [MORE]
#
# The same, asking a disk that refuses again, with growing pauses, for as long as it takes.
p_insist_result() {
  p_pause=1
  until p_write_result "$@"; do
    p_nap "$p_pause"
    if [ "$p_pause" -lt 8 ]; then p_pause=$((p_pause * 2)); fi
  done
}

# usage: p_end_here ID FRAGMENT [MORE]
#
# Ends a command that has no supervisor. The agent itself never waits for the disk: a process of its own does.
p_end_here() {
  p_id=$1 p_claim=$p_claims/$1
  if ! p_write_result "$2" "${3-}"; then
    p_failed_write "$p_claim/result.json"
    (p_insist_result "$2" "${3-}") &
  fi
  p_relist "$1" "$2"
}
