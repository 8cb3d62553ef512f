# Signals: what the host asks of the agent itself (docs/protocol.md#signals). They bypass the queue.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_obey ID:SIGNAL:TARGET:TIMEOUT:EXPIRES
p_obey() {
  p_split "$1"
  p_signal_id=$p_1
  if [ "$p_5" != - ] && [ "$p_epoch" -ge "$p_5" ]; then
    p_expire "$p_1"
    return
  fi
  case $p_2 in
    ping) p_succeed "$p_1" ;;
    pause)
      if [ "$p_lifecycle" = running ]; then p_lifecycle=paused; fi
      p_succeed "$p_1"
      ;;
    resume)
      if [ "$p_lifecycle" = paused ]; then p_lifecycle=running; fi
      p_succeed "$p_1"
      ;;
    cancel) p_cancel "$p_1" "$p_3" ;;
    reload_config)
      if p_load_config; then
        p_succeed "$p_signal_id"
      else
        p_end_here "$p_signal_id" "\"state\":\"failed\",\"code\":\"$p_code\""
      fi
      ;;
    shutdown)
      p_shutdowns="$p_shutdowns $p_1"
      p_relist "$p_1" '"state":"running"'
      p_begin_shutdown "$p_4"
      ;;
    *) p_call_hook "$p_1" "$p_2" "$p_4" ;;
  esac
}

# usage: p_succeed ID
p_succeed() {
  p_end_here "$1" '"state":"succeeded"'
}

# usage: p_cancel ID TARGET
#
# Cancels a command at whatever stage it is.
p_cancel() {
  if p_take_from_waiting "$2"; then
    p_end_here "$2" '"state":"cancelled"'
    p_log info command.cancelled "$2"
  elif p_stop_running "$2" cancelled; then
    :
  elif [ ! -d "$p_claims/$2" ]; then
    p_end_here "$1" '"state":"failed","code":"unknown_target"'
    return
  fi
  p_succeed "$1"
}

# usage: p_call_hook ID SIGNAL TIMEOUT
#
# Runs the command that the configuration gives to a signal of its own, at once, whatever waits or runs.
p_call_hook() {
  if [ ! -f "$p_config/hook.$2" ]; then
    p_end_here "$1" '"state":"rejected","code":"unsupported_signal"' ',"message":"the configuration has no hook for it"'
    return
  fi
  p_hook_timeout=$3
  if [ "$p_hook_timeout" = - ]; then read -r p_hook_timeout <"$p_config/hook.$2.timeout"; fi
  p_launch "$1" "$p_hook_timeout" - - shell "$p_config/hook.$2"
}

# usage: p_begin_shutdown SECONDS|-
#
# Takes no commands any more. What runs may end by itself for SECONDS, 30 if none are given; a later signal may only make that shorter.
p_begin_shutdown() {
  p_clock
  p_left=$1
  if [ "$1" = - ]; then p_left=30; fi
  p_until_stop=$((p_now + p_left * 100))
  if [ "$p_stopping" = 1 ]; then
    if [ "$p_until_stop" -lt "$p_stop_at" ]; then p_stop_at=$p_until_stop; fi
    return
  fi
  p_stopping=1 p_stop_at=$p_until_stop p_lifecycle=stopping p_changed=1
  p_log info agent.stopping
  p_cancel_waiting
}

# usage: p_check_shutdown
#
# Ends the agent once nothing runs any more.
p_check_shutdown() {
  if [ "$p_stopping" != 1 ] || [ -n "$p_running" ]; then return; fi
  for p_id in $p_shutdowns; do
    p_succeed "$p_id"
  done
  p_lifecycle=stopped
  p_tries=0
  p_status_retry=0
  until p_write_status || [ "$p_tries" -gt 20 ]; do
    p_tries=$((p_tries + 1))
    p_nap 0.2
    p_clock
  done
  p_log info agent.stopped
  p_write_log
  exit 0
}
