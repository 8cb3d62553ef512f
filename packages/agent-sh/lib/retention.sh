# Directories of commands that the host has the results of: the oldest go (docs/protocol.md#logs).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_check_retention
#
# At heartbeats. What is still in `processed` must stay, so awk is asked for that list with the next reading: now, and where that did
# not suffice with the next document.
p_check_retention() {
  if [ -n "$p_retain" ] || [ "$p_kept" = "$p_weighed" ]; then return; fi
  if [ "$p_kept_count" -gt "$p_keep_commands" ] || p_weigh; then
    p_retain=1
    p_queue_is=
  fi
}

# usage: p_weigh
#
# Whether the directories of commands hold more than they may; where not, it is asked again when there are others.
p_weigh() {
  p_weighed=$p_kept
  if [ -z "$p_kept" ]; then return 1; fi
  p_weight=$(du -sk "$p_claims" 2>/dev/null)
  p_weight=${p_weight%%[!0-9]*}
  p_calculate "$p_keep_bytes - ${p_weight:-0} * 1024"
  case $p_value in -*) ;; *) return 1 ;; esac
}

# usage: p_retire LISTED-ID...
#
# Deletes the oldest directories until what is left is within the limits, but none of LISTED-ID. Weighing takes a process, so it ends
# with the first weight that is light enough.
p_retire() {
  p_listed=" $* "
  p_kept_list='' p_gone='' p_heavy=1
  for p_id in $p_kept; do
    case $p_listed in
      *" $p_id "*) p_kept_list="$p_kept_list $p_id" ;;
      *)
        if [ "$p_kept_count" -gt "$p_keep_commands" ]; then
          p_gone="$p_gone $p_id"
          p_kept_count=$((p_kept_count - 1))
        elif [ -n "$p_heavy" ] && p_clear_gone && p_weigh; then
          rm -rf "${p_claims:?}/$p_id" 2>/dev/null
          p_kept_count=$((p_kept_count - 1))
        else
          p_heavy=''
          p_kept_list="$p_kept_list $p_id"
        fi
        ;;
    esac
  done
  p_clear_gone
  p_kept=$p_kept_list p_weighed=$p_kept_list
  if [ "$p_kept_count" -le "$p_keep_commands" ] && { [ -z "$p_heavy" ] || ! p_weigh; }; then p_retain=; fi
}

# usage: p_clear_gone
#
# Deletes the directories that were chosen so far, in one go.
p_clear_gone() {
  # shellcheck disable=SC2086
  if [ -n "$p_gone" ]; then (cd "$p_claims" && rm -rf $p_gone) 2>/dev/null; fi
  p_gone=
  return 0
}
