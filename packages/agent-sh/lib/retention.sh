# Directories of commands that the host has the results of: the oldest go (docs/protocol.md#logs).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_check_retention
#
# On ticks. What is still in `processed` must stay, so awk is asked for that list with the next reading, which is made now.
p_check_retention() {
  if [ "$p_kept_count" -gt "$p_keep_commands" ] || { [ "$p_kept" != "$p_weighed" ] && p_weigh; }; then
    p_retain=1
    p_queue_is=
  fi
}

# usage: p_weigh
#
# Whether the directories of commands hold more than they may; asked once for each set of them.
p_weigh() {
  p_weighed=$p_kept
  if [ -z "$p_kept" ]; then return 1; fi
  p_weight=$(du -sk "$p_claims" 2>/dev/null)
  p_weight=${p_weight%%[!0-9]*}
  p_calculate "$p_keep_bytes - ${p_weight:-0} * 1024"
  case $p_value in -*) ;; *) return 1 ;; esac
}

# usage: p_retire LISTED-ID…
#
# Deletes the oldest directories until what is left is within the limits, but none of LISTED-ID.
p_retire() {
  p_retain=
  p_listed=" $* "
  p_kept_list=''
  for p_id in $p_kept; do
    case $p_listed in
      *" $p_id "*) p_kept_list="$p_kept_list $p_id" ;;
      *)
        if [ "$p_kept_count" -gt "$p_keep_commands" ] || p_weigh; then
          rm -rf "${p_claims:?}/$p_id" 2>/dev/null
          p_kept_count=$((p_kept_count - 1))
        else
          p_kept_list="$p_kept_list $p_id"
        fi
        ;;
    esac
  done
  p_kept=$p_kept_list p_weighed=$p_kept_list
}
