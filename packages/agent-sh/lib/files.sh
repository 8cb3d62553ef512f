# Documents on disk: replaced in one step, tried again when the disk refuses.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_try COMMAND...
#
# Runs a program. Without a process to spare, dash and busybox end where they cannot fork; what `command eval` runs only fails.
p_try() {
  command eval '"$@"'
}

# usage: p_rest SECONDS
#
# Sleeps; without a process to spare it passes a moment by looking at itself.
p_rest() {
  if p_try p_nap "$1" 2>/dev/null; then return; fi
  p_turn=0
  while [ "$p_turn" -lt 20 ]; do
    p_turn=$((p_turn + 1))
    p_look self
  done
}

# usage: p_publish FILE
#
# Replaces FILE with p_document in one step. The temporary file lies beside FILE because rename is atomic only within one
# file system; its name starts with a dot so that no reader takes it for a document, and holds this start of the agent so
# that two agents never write the same one.
#
# Returns 0, or 1 with FILE as it was. A failed redirection of a plain builtin costs a status; that of a special one (`:`)
# would end the shell.
p_publish() {
  p_temporary=${1%/*}/.${1##*/}.$p_mark
  if { p_put "$p_document" >"$p_temporary"; } 2>/dev/null; then
    # `mv` onto a directory would move into it.
    if [ -d "$1" ]; then rm -rf "$1" 2>/dev/null; fi
    # A signal to all of a group ends `mv` too, and says nothing of the disk.
    for p_turn in 1 2 3; do
      p_try mv -f "$p_temporary" "$1" 2>/dev/null
      p_moved=$?
      if [ "$p_moved" = 0 ]; then return 0; fi
      if [ "$p_moved" -le 128 ]; then break; fi
    done
  fi
  p_try rm -f "$p_temporary" 2>/dev/null
  return 1
}

# usage: p_size FILE
#
# Sets p_bytes to the length of FILE. `wc -c` would do, but the one of busybox reads the whole file, byte by byte.
p_size() {
  p_bytes=$(ls -ln "$1" 2>/dev/null)
  # shellcheck disable=SC2086
  set -- $p_bytes
  p_bytes=${5:-0}
}

# usage: p_nap SECONDS
#
# Sleeps; where `sleep` takes no parts of a second, for a whole one.
p_nap() {
  sleep "$1" 2>/dev/null || sleep 1
}

# usage: p_sync_directory DIRECTORY
#
# Makes what was created in DIRECTORY durable. An older `sync` takes no file: then everything is synced.
p_sync_directory() {
  sync "$1" 2>/dev/null || sync
}

# usage: p_bound_awk
#
# Bounds the memory of this process, in KiB, to what a queue of the largest size takes any awk, or nearly.
p_bound_awk() {
  ulimit -v 32768
}

# usage: p_try_awk
#
# Defines p_clip, which bounds a queue for awk. Some awks drop what follows a NUL: for them `tr` takes it out, one process more, and
# p_clean is 1. The others can look for what they hide. p_once is 1 for mawk, which reads a FIFO until a buffer is full or
# the FIFO ends.
p_try_awk() {
  p_clean=0 p_once=0
  p_clip() {
    head -c 1048577
  }
  # `cat` makes the awk a process of its own in every shell, so that the bound is its alone.
  # shellcheck disable=SC2016
  case $(printf 'a\000b' | (p_bound_awk && LC_ALL=C exec "$p_awk" 'BEGIN { RS = "\001" } { n += length($0) } END { print NR + n }') 2>/dev/null | cat) in
    4) ;;
    *)
      p_clean=1
      p_clip() {
        head -c 1048577 | tr '\000\001' '\002\002'
      }
      ;;
  esac
  case $("$p_awk" -W interactive 'BEGIN { print "x" }' 2>&1 </dev/null) in x) p_once=1 ;; esac
}
