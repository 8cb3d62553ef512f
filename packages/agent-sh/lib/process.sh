# Who a process is: its pid and its start time, so that a later process with the same pid is not taken for it.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_look PID|self
#
# Reads /proc/PID/stat into p_seen_pid, p_seen_state, p_seen_parent, p_seen_group, p_seen_start. Returns 1 where there is
# no such process.
#
# A shell reads byte by byte: where it can stop early (`p_brief`), it reads no more than these mostly take, a third of the line.
p_look() {
  # shellcheck disable=SC2086,SC2229
  { read -r $p_brief p_stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  p_seen_pid=${p_stat%% *} p_looked=$1
  # The name of the program stands in brackets and may hold anything, brackets and blanks too.
  # shellcheck disable=SC2086
  set -- ${p_stat##*') '}
  if [ $# -lt 21 ]; then
    { read -r p_stat <"/proc/$p_looked/stat"; } 2>/dev/null || return 1
    # shellcheck disable=SC2086
    set -- ${p_stat##*') '}
  fi
  p_seen_state=$1 p_seen_parent=$2 p_seen_group=$3 p_seen_start=${20}
}

# usage: p_supervises PID CLAIM
#
# Whether PID is the supervisor of a claim: it holds its directory open. That names it as surely as a start time, and costs a look at two
# files instead of a long line read byte by byte.
p_supervises() {
  [ "/proc/$1/fd/7" -ef "$2" ]
}

# usage: p_lives PID START
#
# Whether that very process runs: one that has ended and waits to be reaped does not.
p_lives() {
  if ! p_look "$1" || [ "$p_seen_start" != "$2" ]; then return 1; fi
  case $p_seen_state in [ZX]) return 1 ;; esac
}

# usage: p_end_stray ROLE
#
# Ends this process unless it has that role. A shell that cannot fork, or cannot open what `exec` is to open, goes back to the last `command
# eval`; in a child too, which would go on as a second of its parent.
p_end_stray() {
  if [ "$p_role" != "$1" ]; then exit 1; fi
}

# usage: p_read_identity FILE
#
# Reads "PID START LIMITS..." as a command's directory keeps it into p_id_pid, p_id_start and p_limits. Returns 1 where there is none.
p_read_identity() {
  { read -r p_id_pid p_id_start p_limits <"$1"; } 2>/dev/null || return 1
  case $p_id_pid in '' | *[!0-9]*) return 1 ;; esac
}

# usage: p_find_program NAME
#
# Sets p_found to the absolute path of a program on PATH. `command -v` would answer with a bare name for what the shell
# runs by itself, and a name is looked up again with the PATH of a command.
p_find_program() {
  p_rest=$PATH:
  while [ -n "$p_rest" ]; do
    p_found=${p_rest%%:*}
    p_rest=${p_rest#*:}
    p_found=${p_found:-.}/$1
    if [ -f "$p_found" ] && [ -x "$p_found" ]; then return 0; fi
  done
  p_found=
  return 1
}
