# .agent/journal: what must outlive the agent and is told nowhere else, one line each; a line is written in one step, which no crash
# tears. `claim ID PID START` is a claim and the agent that made it, in the order of the claims; `done ID .` one that the host has
# processed, and a line of it that a full disk has cut is none; `sequence NUMBER` the highest of commands.json acted on.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_record LINES
#
# Adds to the journal. Returns 1 where the disk refuses. For claims that costs no more than order: their directories are what counts.
p_record() {
  p_journal_lines=$((p_journal_lines + 1))
  # A part of a line may be there.
  if { p_put "${p_journal_torn:+$p_nl}$1" >>"$p_journal"; } 2>/dev/null; then
    p_journal_torn=
  else
    p_journal_torn=1
    return 1
  fi
}

# usage: p_record_each WORD IDS [MORE]
p_record_each() {
  p_lines=
  for p_entry in $2; do p_lines="$p_lines${p_lines:+$p_nl}$1 $p_entry${3-}"; done
  p_record "$p_lines"
}

# usage: p_read_journal
#
# Sets p_journal_claims to words `ID:PID:START` in the order of the claims, p_journal_done to ids, and p_queue_sequence.
p_read_journal() {
  p_journal=$p_dir/.agent/journal
  p_journal_claims='' p_journal_done='' p_journal_lines=0 p_journal_torn=
  if [ -L "$p_journal" ] || { [ -e "$p_journal" ] && [ ! -f "$p_journal" ]; }; then rm -rf "$p_journal" 2>/dev/null; fi
  if [ ! -f "$p_journal" ]; then return; fi
  while read -r p_word p_id p_old p_old_start; do
    p_journal_lines=$((p_journal_lines + 1))
    case $p_word:$p_id in
      *:*[!A-Za-z0-9._-]* | *:) ;;
      claim:*) p_journal_claims="$p_journal_claims $p_id:$p_old:$p_old_start" ;;
      done:*) if [ "$p_old" = . ]; then p_journal_done="$p_journal_done $p_id"; fi ;;
      sequence:*[!0-9]*) ;;
      sequence:*) p_queue_sequence=$p_id ;;
    esac
  done <"$p_journal"
}

# usage: p_shorten_journal
#
# At heartbeats: writes a journal that has grown long anew, with what is still there.
p_shorten_journal() {
  if [ "$p_journal_lines" -lt 2000 ]; then return; fi
  p_document=
  if [ "$p_queue_sequence" != - ]; then p_document="sequence $p_queue_sequence"; fi
  eval "p_known=\"$p_ids\""
  for p_entry in $p_kept $p_known; do p_document="$p_document${p_document:+$p_nl}claim $p_entry $p_pid $p_start"; done
  for p_entry in $p_kept; do p_document="$p_document${p_document:+$p_nl}done $p_entry ."; done
  if p_publish "$p_journal"; then p_journal_lines=0; fi
}
