# Commands that wait, and those that run: order, concurrency, time to live, timeouts (docs/protocol.md#order).
#
# A waiting command is a word `ID:EXPIRES:TIMEOUT:GRACE:CAP:MODE` in the list of its priority; a running one a word
# `ID:WATCH:DEADLINE:GRACE:CAP:STOPPING` in p_running, WATCH being whoever will write its result (`p_watched`), STOPPING 0, 1 once it is
# being stopped, or when its result is overdue (`p_hurry`). An id has no colon.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_enqueue ID PRIORITY EXPIRES TIMEOUT GRACE CAP MODE
p_enqueue() {
  p_entry="$1:$3:$4:$5:$6:$7"
  if [ "$3" != - ] && { [ -z "$p_next_expiry" ] || [ "$3" -lt "$p_next_expiry" ]; }; then p_next_expiry=$3; fi
  case $2 in
    high) p_high="$p_high $p_entry" ;;
    low) p_low="$p_low $p_entry" ;;
    *) p_normal="$p_normal $p_entry" ;;
  esac
}

# usage: p_start_waiting
#
# Starts what may start.
p_start_waiting() {
  if [ "$p_lifecycle" != running ]; then return; fi
  while [ "$p_running_count" -lt "$p_max_concurrency" ]; do
    if [ -n "$p_high" ]; then
      p_entry=${p_high# } p_high=
      case $p_entry in *' '*) p_high=" ${p_entry#* }" p_entry=${p_entry%% *} ;; esac
    elif [ -n "$p_normal" ]; then
      p_entry=${p_normal# } p_normal=
      case $p_entry in *' '*) p_normal=" ${p_entry#* }" p_entry=${p_entry%% *} ;; esac
    elif [ -n "$p_low" ]; then
      p_entry=${p_low# } p_low=
      case $p_entry in *' '*) p_low=" ${p_entry#* }" p_entry=${p_entry%% *} ;; esac
    else
      return
    fi
    p_split "$p_entry"
    if [ "$p_2" != - ] && [ "$p_epoch" -ge "$p_2" ]; then
      p_expire "$p_1"
    else
      p_launching=$p_entry
      p_launch "$p_1" "$p_3" "$p_4" "$p_5" "$p_6" "$p_private/specs/$p_1"
    fi
  done
}

# usage: p_split WORD
#
# Sets p_1 ... p_6 to the parts of a word.
p_split() {
  p_ifs=$IFS
  IFS=:
  # shellcheck disable=SC2086
  set -- $1
  IFS=$p_ifs
  p_1=$1 p_2=${2-} p_3=${3-} p_4=${4-} p_5=${5-} p_6=${6-}
}

# usage: p_launch ID TIMEOUT GRACE CAP MODE SPEC
#
# Starts a command's supervisor.
p_launch() {
  p_id=$1 p_claim=$p_claims/$1 p_timeout=$2 p_grace=$3 p_cap=$4 p_mode=$5 p_spec=$6
  if [ "$p_grace" = - ]; then p_grace=$p_kill_grace; fi
  if [ "$p_cap" = - ]; then p_cap=$p_max_output; fi
  p_sync_claims
  (p_supervise) &
  p_child=$! p_launching='' p_launched=1
  p_deadline=-
  if [ "$p_timeout" != - ]; then p_deadline=$((p_now + p_timeout * 100)); fi
  p_running="$p_running $p_id:s$p_child:$p_deadline:$p_grace:$p_cap:0"
  p_running_count=$((p_running_count + 1))
  p_relist "$p_id" '"state":"running"'
  p_log info command.started "$p_id"
}

# usage: p_expire ID
p_expire() {
  p_end_here "$1" '"state":"expired","code":"expired"'
  p_log info command.expired "$1" expired
}

# usage: p_expire_waiting
#
# Ends what has waited too long, also while all places are taken.
p_expire_waiting() {
  if [ -z "$p_next_expiry" ] || [ "$p_epoch" -lt "$p_next_expiry" ]; then return; fi
  p_next_expiry=
  p_expire_list "$p_high"
  p_high=$p_kept_list
  p_expire_list "$p_normal"
  p_normal=$p_kept_list
  p_expire_list "$p_low"
  p_low=$p_kept_list
}

# usage: p_expire_list LIST
p_expire_list() {
  p_kept_list=
  for p_entry in $1; do
    p_split "$p_entry"
    if [ "$p_2" != - ] && [ "$p_epoch" -ge "$p_2" ]; then
      p_expire "$p_1"
    else
      if [ "$p_2" != - ] && { [ -z "$p_next_expiry" ] || [ "$p_2" -lt "$p_next_expiry" ]; }; then p_next_expiry=$p_2; fi
      p_kept_list="$p_kept_list $p_entry"
    fi
  done
}

# usage: p_take_from_waiting ID
#
# Takes a waiting command out. Returns 1 where it does not wait.
p_take_from_waiting() {
  case " $p_high" in *" $1:"*) p_take_from "$p_high" "$1" && p_high=$p_kept_list && return ;; esac
  case " $p_normal" in *" $1:"*) p_take_from "$p_normal" "$1" && p_normal=$p_kept_list && return ;; esac
  case " $p_low" in *" $1:"*) p_take_from "$p_low" "$1" && p_low=$p_kept_list && return ;; esac
  return 1
}

# usage: p_take_from LIST ID
p_take_from() {
  p_kept_list=
  for p_entry in $1; do
    case $p_entry in "$2":*) ;; *) p_kept_list="$p_kept_list $p_entry" ;; esac
  done
}

# usage: p_cancel_waiting
#
# Ends all that wait: the agent stops.
p_cancel_waiting() {
  for p_entry in $p_high $p_normal $p_low; do
    p_end_here "${p_entry%%:*}" '"state":"cancelled"'
  done
  p_high='' p_normal='' p_low=''
}

# usage: p_check_running
#
# Takes note of commands that have ended, and on ticks of timeouts and of supervisors that are gone.
p_check_running() {
  if [ -z "$p_running" ]; then return; fi
  p_still='' p_count_still=0
  for p_entry in $p_running; do
    p_split "$p_entry"
    if [ -f "$p_claims/$p_1/result.json" ]; then
      p_note_end "$p_1" "$p_2"
      continue
    fi
    if [ "$p_tick" = 1 ] && ! p_watched "$p_2" "$p_claims/$p_1"; then
      # Looked at first, its result may have come meanwhile.
      if [ -f "$p_claims/$p_1/result.json" ]; then
        p_note_end "$p_1" "$p_2"
        continue
      fi
      p_adopt "$p_1" || continue
      p_entry="$p_1:$p_watch:$p_3:$p_4:$p_5:$p_6"
    fi
    if [ "$p_tick" = 1 ] && [ "$p_6" != 0 ]; then p_hurry; fi
    if [ "$p_3" = later ] && [ "$p_tick" = 1 ]; then
      p_find_limits "$p_1"
      p_3=$p_deadline p_4=$p_grace
      p_entry="${p_entry%%:later:*}:$p_deadline:$p_grace:$p_cap:$p_6"
    fi
    if [ "$p_3" != - ] && [ "$p_3" != later ] && [ "$p_6" = 0 ] && [ "$p_now" -ge "$p_3" ]; then
      p_begin_stop "$p_1" timed_out "$p_4"
      p_entry=${p_entry%:0}:1
    fi
    p_still="$p_still $p_entry"
    p_count_still=$((p_count_still + 1))
  done
  p_running=$p_still p_running_count=$p_count_still
}

# usage: p_hurry
#
# On ticks, of a command that is being stopped: three seconds after nothing is left of it, whoever is to write its result and has not is
# killed, and the next tick writes it. (zsh 5.9 may turn in circles when a child that was stopped by a signal goes on.)
p_hurry() {
  if [ "$p_6" = 1 ]; then
    if [ ! -f "$p_claims/$p_1/.swept" ]; then return; fi
    p_6=$((p_now + 300))
    p_entry="${p_entry%:*}:$p_6"
  elif [ "$p_now" -ge "$p_6" ]; then
    case $p_2 in s*) kill -s KILL "${p_2#s}" 2>/dev/null ;; esac
  fi
}

# usage: p_note_end ID PID
p_note_end() {
  p_read_summary "$p_claims/$1/result.json"
  p_relist "$1" "$p_summary"
  p_log info command.ended "$1"
  p_litter="$p_litter specs/$1 specs/$1.stdin"
  case $2 in s*) p_reap="$p_reap ${2#s}" ;; esac
}

# usage: p_recover_round
#
# After a round that found no process to spare: what was taken from a list and not started goes back.
p_recover_round() {
  p_end_stray agent
  p_clock
  if [ -n "$p_launching" ]; then
    p_high=" $p_launching$p_high"
    p_launching=
  fi
  p_tick=1
  p_rest 0.2
}
