# The output of a command that runs and has written more than it may keep: the middle goes while it runs.
#
# A command writes straight into its files: nothing stands between, so nothing slows it, and nothing it leaves behind holds
# its result back. Only one that has written more than its cap is looked after, by one process of its own.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_check_outputs
#
# On ticks. The supervisor shares the file positions of the command, so no program is needed to see how much was written.
p_check_outputs() {
  for p_entry in $p_running; do
    p_split "$p_entry"
    case $p_2 in s*) ;; *) continue ;; esac
    case " $p_trimmed " in *" $p_1 "*) continue ;; esac
    for p_file in 5 6; do
      { read -r p_word p_position <"/proc/${p_2#s}/fdinfo/$p_file"; } 2>/dev/null || continue
      # 2^31 is where the numbers of mksh end, and more than most caps.
      if [ "${#p_position}" -gt 9 ] || [ "$p_position" -gt "$p_5" ]; then
        p_trimmed="$p_trimmed $p_1"
        p_id=$p_1 p_claim=$p_claims/$p_1 p_cap=$p_5
        (p_trim) &
        p_reap="$p_reap $!"
        break
      fi
    done
  done
}

# usage: p_trim
#
# Takes the middle out of both outputs of p_id, again and again, until the command has ended. Lengths stay as they are, so
# whoever follows an output by its offset is not thrown off; only the blocks go.
p_trim() {
  p_leave
  trap '' TERM INT HUP
  while p_goes_on; do
    # The supervisor waits for this directory to go before it measures.
    mkdir "$p_claim/.trimming" 2>/dev/null || exit 0
    if p_goes_on; then
      p_trim_file "$p_claim/stdout"
      p_trim_file "$p_claim/stderr"
    fi
    rmdir "$p_claim/.trimming" 2>/dev/null
    p_nap 0.1
  done
}

# usage: p_goes_on
#
# Whether there is no verdict yet, nor the result that it becomes.
p_goes_on() {
  [ ! -e "$p_claim/.verdict" ] && [ ! -e "$p_claim/result.json" ]
}

# usage: p_trim_file FILE
p_trim_file() {
  p_size "$1"
  p_block=65536
  p_head_blocks=$(((p_cap / 2 + p_block - 1) / p_block))
  p_tail_block=$(((p_bytes - p_cap) / p_block))
  if [ "$p_tail_block" -le $((p_head_blocks + 16)) ]; then return; fi
  p_skip=$((p_head_blocks * p_block))
  if fallocate -p -o "$p_skip" -l $((p_tail_block * p_block - p_skip)) "$1" 2>/dev/null; then return; fi
  # Without holes punched in place, the file is emptied and its two ends are put back, while the command stands still.
  p_find_left
  p_tell STOP
  p_size "$1"
  p_tail_block=$(((p_bytes - p_cap) / p_block))
  if dd if="$1" of="$1.head" bs=$p_block count="$p_head_blocks" 2>/dev/null &&
    dd if="$1" of="$1.tail" bs=$p_block skip="$p_tail_block" 2>/dev/null &&
    true >"$1" && truncate -s "$p_bytes" "$1"; then
    dd if="$1.head" of="$1" bs=$p_block conv=notrunc 2>/dev/null
    dd if="$1.tail" of="$1" bs=$p_block seek="$p_tail_block" conv=notrunc 2>/dev/null
  fi
  p_tell CONT
  rm -f "$1.head" "$1.tail"
}
