# How a command ended: an exit code or a signal, the size of its output, and the result made of both.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_wait_for PID
#
# Waits for a child and sets p_exit, and p_signal to the name of the signal that ended it, if one did. A shell folds both
# into one number, 128 + N for a signal in most, and what tells them apart differs: ksh and yash use larger numbers, dash
# and busybox list a finished job as `Done(137)` or as `Killed`, bash and mksh print a line about most signals. zsh tells nothing.
p_wait_for() {
  p_exit=
  while :; do
    p_interrupted=
    case $p_shell in
      bash* | ksh*)
        if { true >"$p_claim/.note"; } 2>/dev/null; then p_note=$p_claim/.note; else p_note=/dev/null; fi
        { wait "$1"; } 2>"$p_note"
        ;;
      *) wait "$1" 2>/dev/null ;;
    esac
    p_result=$?
    case $p_shell in zsh*) p_pass_stops "$1" ;; esac
    # As in p_await.
    if [ "$p_result" != 127 ] || [ -z "$p_exit" ]; then p_exit=$p_result; fi
    if [ -z "$p_interrupted" ]; then break; fi
  done
  p_signal=
  if [ "$p_exit" -le 128 ]; then return; fi
  if [ "$p_exit" -gt 384 ]; then
    p_name_signal $((p_exit - 384))
  elif [ "$p_exit" -gt 256 ]; then
    p_name_signal $((p_exit - 256))
  elif [ "$p_exit" -lt 193 ]; then
    case $p_shell in
      yash*) ;;
      zsh*) p_name_signal $((p_exit - 128)) ;;
      bash* | ksh*)
        # INT, PIPE and TERM they pass over in silence.
        case $p_exit in 130 | 141 | 143) p_name_signal $((p_exit - 128)) ;; esac
        if [ -s "$p_claim/.note" ]; then p_name_signal $((p_exit - 128)); fi
        ;;
      *)
        { jobs >"$p_claim/.note"; } 2>/dev/null
        { read -r p_note <"$p_claim/.note"; } 2>/dev/null || p_note=
        case $p_note in *'Done('*) ;; *) p_name_signal $((p_exit - 128)) ;; esac
        ;;
    esac
  fi
}

# usage: p_pass_stops PID
#
# zsh tells of a child's end last: before it, one `wait` after the other, of each signal that stopped it, and by 255 that it went on.
p_pass_stops() {
  while :; do
    case $p_result in 147 | 148 | 149 | 150) ;; *) return ;; esac
    p_stop_told=$p_result
    wait "$1" 2>/dev/null
    p_result=$?
    if [ "$p_result" = 127 ]; then p_result=$p_stop_told; fi
    if [ "$p_result" != 255 ]; then return; fi
    wait "$1" 2>/dev/null
    p_result=$?
  done
}

# usage: p_name_signal NUMBER
p_name_signal() {
  # Without a process; on a full disk with one.
  { kill -l "$1" >"$p_claim/.note" && read -r p_signal <"$p_claim/.note"; } 2>/dev/null || p_signal=$(kill -l "$1" 2>/dev/null)
  p_signal=SIG${p_signal#SIG}
  case $p_signal in SIG | SIG*[!A-Z0-9+-]*) p_signal=SIG$1 ;; esac
}

# usage: p_finish_command
#
# Decides how the command ended, and writes its result; where it is being stopped, once nothing of it is left.
p_finish_command() {
  p_state=failed
  if [ "$p_exit" = 0 ]; then p_state=succeeded; fi
  p_describe_end
  until p_decide "$p_claim/.verdict" "{$p_ending,"; do
    if [ -e "$p_claim/.verdict" ]; then
      p_finish_stopped
      return
    fi
    if [ ! -d "$p_claim" ]; then exit 0; fi
    # A disk that refuses has decided nothing.
    p_rest 0.5
  done
  p_describe_more
  p_clock
  p_stamp
  p_compose_result "$p_ending" "$p_more"
  if [ -n "$p_noted" ] && { p_put "${p_document#*"$p_nl"}" >>"$p_claim/.verdict"; } 2>/dev/null &&
    p_try mv -f "$p_claim/.verdict" "$p_claim/result.json" 2>/dev/null; then return; fi
  p_insist_result "$p_ending" "$p_more"
}

# usage: p_finish_stopped
#
# Somebody else has decided that it is stopped: the result waits until nothing is left of it.
p_finish_stopped() {
  p_clock
  p_until=$((p_now + (p_grace + 20) * 100))
  while [ ! -f "$p_claim/.swept" ]; do
    p_rest 0.05
    p_clock
    # Whoever stops it may have been killed.
    if [ "$p_now" -ge "$p_until" ]; then p_sweep "$p_now"; fi
  done
  read -r p_state <"$p_claim/.verdict" || p_state=cancelled
  p_describe_end
  p_conclude
}

# usage: p_conclude
#
# Writes the result of p_id from p_ending, p_started_at and the files of its output.
p_conclude() {
  p_describe_more
  p_insist_result "$p_ending" "$p_more"
}

# usage: p_describe_end
#
# Sets p_ending to what a result says of p_state, p_exit and p_signal.
p_describe_end() {
  p_ending="\"state\":\"$p_state\""
  if [ -n "$p_signal" ]; then
    p_ending="$p_ending,\"signal\":\"$p_signal\""
  elif [ -n "$p_exit" ]; then
    p_ending="$p_ending,\"exit_code\":$p_exit"
    # Only a program that could not be started leaves these two, and a line of the one that was to start it.
    if [ "$p_mode" = direct ] && [ "$p_state" = failed ]; then p_look_for_spawn_failure; fi
  fi
}

# usage: p_describe_more
#
# Sets p_more to what it says besides of a process that was started; nothing where none was.
p_describe_more() {
  p_more=
  if [ -z "$p_started_at" ]; then return; fi
  p_measure_output
  p_more=",\"started_at\":\"$p_started_at\",\"stdout\":$p_info_stdout,\"stderr\":$p_info_stderr"
}

# usage: p_look_for_spawn_failure
p_look_for_spawn_failure() {
  case $p_exit in 126 | 127) ;; *) return ;; esac
  if [ -s "$p_claim/stdout" ]; then return; fi
  read -r p_note <"$p_claim/stderr" || return
  case $p_note in
    "${p_setsid##*/}: "* | "${p_env##*/}: "*)
      p_ending='"state":"rejected","code":"spawn_failed"'
      p_started_at=
      true >"$p_claim/stderr"
      ;;
  esac
}

# usage: p_measure_output
#
# Sets p_info_stdout and p_info_stderr, and cuts what is longer than p_cap. An empty file costs no fork.
p_measure_output() {
  p_tries=0
  while [ -d "$p_claim/.trimming" ] && [ "$p_tries" -lt 100 ]; do
    p_tries=$((p_tries + 1))
    p_nap 0.05
  done
  p_stdout_bytes=0 p_stderr_bytes=0
  if [ -s "$p_claim/stdout" ]; then p_size "$p_claim/stdout" && p_stdout_bytes=$p_bytes; fi
  if [ -s "$p_claim/stderr" ]; then p_size "$p_claim/stderr" && p_stderr_bytes=$p_bytes; fi
  p_describe_output stdout "$p_stdout_bytes"
  p_info_stdout=$p_info
  p_describe_output stderr "$p_stderr_bytes"
  p_info_stderr=$p_info
}

# usage: p_describe_output NAME BYTES
p_describe_output() {
  p_truncated=false
  if [ "$2" -gt "$p_cap" ]; then
    p_cut "$p_claim/$1" "$2" && p_truncated=true
  fi
  p_info="{\"bytes\":$2,\"truncated\":$p_truncated,\"path\":\"logs/commands/$p_id/$1\"}"
}

# usage: p_cut FILE BYTES
#
# Leaves the head and the tail of FILE, p_cap bytes with the line between; that line alone may exceed a very small cap.
p_cut() {
  p_room=$((p_cap > 200 ? p_cap - 100 : p_cap))
  p_tail_bytes=$((p_room / 2))
  p_head_bytes=$((p_room - p_tail_bytes))
  p_short=${1%/*}/.${1##*/}.short
  {
    head -c "$p_head_bytes" "$1" &&
      p_put "${p_nl}[... $(($2 - p_room)) bytes left out ...]" &&
      tail -c "$p_tail_bytes" "$1"
  } >"$p_short" 2>/dev/null && mv -f "$p_short" "$1" 2>/dev/null && return 0
  rm -f "$p_short" 2>/dev/null
  return 1
}
