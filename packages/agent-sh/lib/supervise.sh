# One command's supervisor: a process of its own that starts the command, waits, and records the end by itself, so that
# killing the agent loses no exit code.
#
# Its supervisor holds the claim's directory open, which tells who it is. Files in it: `stdout` is made by whoever decides first whether the
# command is started at all; `.process` names the command's first process, and its limits; `.verdict` is made by whoever decides first how it ended: by the
# supervisor as the first line of the result, which it becomes, by anybody else with a word; `.swept` tells that nothing is left of a
# command that was stopped. Both decisions are an exclusive creation (`set -C`), which the shell does without a fork. There are no
# other files, because making one costs more than anything else here.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_decide FILE [TEXT]
#
# Creates FILE with TEXT; sets p_noted where the text is in it, which a full disk may refuse: the decision stands all the same. Returns 1 where it
# was there: somebody else has decided; or where the disk refuses it, and then it is not there.
p_decide() {
  p_noted='' p_decided=1
  set -C
  {
    {
      p_decided=0
      if [ $# -gt 1 ]; then p_put "$2" && p_noted=1; fi
    } >"$1"
  } 2>/dev/null
  set +C
  return "$p_decided"
}

# usage: p_leave
#
# In a process of its own: closes what belongs to the agent.
p_leave() {
  p_role=
  exec 4<&-
  if [ -n "$p_planner" ]; then exec 7<&- 8<&-; fi
}

# usage: p_supervise
#
# Runs p_id, whose claim is p_claim and whose words awk wrote to p_spec. To be called in a subshell of its own.
p_supervise() {
  p_leave
  p_role=supervisor p_interrupted=
  trap 'p_interrupted=1' TERM INT HUP
  # Before the decision: from then on it must be known that there is somebody to carry it out.
  exec 7<"$p_claim"
  until p_decide "$p_claim/stdout"; do
    if [ -e "$p_claim/stdout" ]; then exit 0; fi
    # A full disk has room again some time.
    p_rest 0.5
  done
  until { true >>"$p_claim/stderr"; } 2>/dev/null; do p_rest 0.5; done
  # Held open here too, so that the position, which both share, tells how much was written.
  exec 5>>"$p_claim/stdout" 6>>"$p_claim/stderr"
  if ! p_prepare; then
    p_insist_result "\"state\":\"rejected\",\"code\":\"$p_code\"" ",\"message\":\"$p_reason\""
    p_ring
    exit 0
  fi
  if [ -z "$p_durable" ]; then
    until p_try p_sync_directory "$p_claims" 2>/dev/null; do p_rest 0.5; done
  fi
  p_clock
  p_stamp
  p_started_at=$p_timestamp
  if [ "$p_timeout" = - ]; then p_until=-; else p_until=$((p_up + p_timeout)); fi
  p_child=
  # The start itself: tried until there is a process for it, and never again.
  until [ -n "$p_child" ]; do
    command eval p_run_command 2>/dev/null || [ -n "$p_child" ] || p_rest 0.5
    p_end_stray supervisor
  done
  # The agent cannot wait with a limit there, and has not told of this command yet.
  if [ -z "$p_timed" ]; then p_ring; fi
  p_wait_for "$p_child"
  p_finish_command
  p_ring
}

# usage: p_prepare
#
# Reads the words of the command, checks where it is to run and whether it can; sets p_code and p_reason where not.
# Leaves the directory changed.
p_prepare() {
  # Held open from here on: the place of an agent that was killed is cleared up after a while.
  p_code=spawn_failed p_reason='its words were taken away'
  { true <"$p_spec"; } 2>/dev/null || return 1
  exec 9<"$p_spec"
  p_input=/dev/null
  if [ -f "$p_spec.stdin" ]; then
    exec 8<"$p_spec.stdin"
    p_input=/proc/self/fd/8
  fi
  p_code=invalid_working_dir p_reason='the working directory is not there or cannot be entered'
  {
    p_read_text
    if [ -z "$p_text" ]; then
      if [ -d "$p_workspace" ]; then p_text=$p_workspace; else p_text=/; fi
    fi
    # Never relative, never `-`: the checks before let absolute paths through alone.
    cd "$p_text" 2>/dev/null || return 1
    p_read_text
    p_command=$p_text
  } </proc/self/fd/9
  if [ "$p_mode" = direct ]; then
    p_code=spawn_failed p_reason='there is no such program'
    case $p_command in
      */*) [ -f "$p_command" ] && [ -x "$p_command" ] ;;
      *) p_find_program "$p_command" ;;
    esac || return 1
  fi
}

# usage: p_run_command
#
# Starts the command in a session of its own; sets p_child.
p_run_command() {
  (
    p_role=
    trap - TERM INT HUP
    # Inside: a subshell with redirections is two processes to some shells.
    exec <"$p_input" >&5 2>&6 3>&- 5>&- 6>&- 7<&- 8<&-
    p_become_command
  ) &
  p_child=$!
  # By then the command may have ended, but its number is its own until we wait for it.
  p_look "$p_child" || p_seen_start=0
  { p_put "$p_child $p_seen_start $p_started_at $p_mode $p_cap $p_grace $p_until" >"$p_claim/.process"; } 2>/dev/null
  return 0
}

# usage: p_become_command
#
# Turns this process into the command: the words become positional parameters one by one and are never read as code.
p_become_command() {
  {
    p_read_text
    p_read_text
    read -r p_left
    set --
    if [ "$p_mode" = direct ]; then
      set -- "$p_command"
    elif [ "$p_left" = 0 ]; then
      set -- /bin/sh -c "$p_command"
    else
      set -- /bin/sh -c "$p_command \"\$@\"" sh
    fi
    while [ "$p_left" -gt 0 ]; do
      p_read_text
      set -- "$@" "$p_text"
      p_left=$((p_left - 1))
    done
    if [ -n "$p_setsid" ]; then set -- "$p_setsid" -- "$@"; fi
    read -r p_left
    # `env` sets the variables, not the shell: it has names of its own that it would not let go, and others that mean
    # something to it.
    if [ "$p_left" -gt 0 ] || [ -n "$p_env_signals" ]; then
      set -- "PARA_COMMAND_ID=$p_id" "PARA_STATUS_DIR=$p_dir" "$@"
      while [ "$p_left" -gt 0 ]; do
        p_read_text
        set -- "$p_text" "$@"
        p_left=$((p_left - 1))
      done
      if [ -n "$p_env_signals" ]; then set -- "$p_env_signals" "$@"; fi
      set -- "$p_env" "$@"
    else
      PARA_COMMAND_ID=$p_id PARA_STATUS_DIR=$p_dir
      export PARA_COMMAND_ID PARA_STATUS_DIR
    fi
  } </proc/self/fd/9
  exec 9<&-
  exec "$@"
}
