# Reports of programs in the container: taken, merged into the status, removed (docs/protocol.md#reports).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_check_reports
#
# Looks for reports without a fork, and merges those that are there in one awk.
p_check_reports() {
  set +f
  set -- "$p_dir"/reports/*.json
  set -f
  if [ "$1" = "$p_dir/reports/*.json" ] && [ ! -e "$1" ] && [ ! -L "$1" ]; then return; fi
  p_taking=$p_dir/reports/.taken
  if [ ! -d "$p_taking" ]; then mkdir "$p_taking" 2>/dev/null || return 0; fi
  p_unsafe=
  # Only what was looked at is taken: more may have come since.
  for p_file in "$@"; do
    shift
    p_name=${p_file##*/}
    p_name=${p_name%.json}
    case $p_name in
      '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]* | ?????????????????????????????????????????????????????????????????*) p_unsafe=1 ;;
      *) if [ -f "$p_file" ] && [ ! -L "$p_file" ]; then set -- "$@" "$p_file"; else p_unsafe=1; fi ;;
    esac
    if [ -n "$p_unsafe" ]; then
      p_unsafe=
      rm -rf "$p_file" 2>/dev/null
      p_refuse_report unsafe_file
    fi
  done
  # Moved first: a program that reports again under the same name meanwhile is heard too.
  if [ $# = 0 ]; then return; fi
  mv -f "$@" "$p_taking" 2>/dev/null
  p_merge_taken
}

# usage: p_merge_taken
#
# Merges what lies in reports/.taken; at the start that is what a killed agent had taken.
p_merge_taken() {
  p_taking=$p_dir/reports/.taken
  set +f
  p_names=
  for p_file in "$p_taking"/*.json; do
    if [ -f "$p_file" ] && [ ! -L "$p_file" ]; then
      p_names="$p_names ${p_file##*/}"
    elif [ -e "$p_file" ] || [ -L "$p_file" ]; then
      rm -rf "$p_file" 2>/dev/null
      p_refuse_report unsafe_file
    fi
  done
  set -f
  if [ -z "$p_names" ]; then return; fi
  p_stamp
  p_state=$(cd "$p_taking" && p_tell_state | P_NAMES=$p_names P_TIME=$p_timestamp LC_ALL=C "$p_awk" -f "$p_home/state.awk" 2>/dev/null)
  case $p_state in
    *"$p_nl"end | end)
      p_take_state "$p_state"
      rm -rf "$p_taking" 2>/dev/null
      ;;
  esac
}

# usage: p_restore_state
#
# After a death, takes up what the last status said of the workload. One that says `stopped` was the last word of its agent.
p_restore_state() {
  if [ ! -s "$p_dir/status.json" ] || [ ! -f "$p_dir/status.json" ] || [ -L "$p_dir/status.json" ]; then return; fi
  p_state=$(P_RESTORE=$p_dir/status.json LC_ALL=C "$p_awk" -f "$p_home/state.awk" 2>/dev/null </dev/null)
  case $p_state in
    *"$p_nl"end) p_take_state "$p_state" ;;
  esac
}

# usage: p_tell_state
#
# Prints what the status says of the workload, one line a field, as awk reads it.
p_tell_state() {
  p_put "health \"$p_health\""
  if [ -n "$p_phase" ]; then p_put "phase $p_phase"; fi
  if [ -n "$p_progress" ]; then p_put "progress $p_progress"; fi
  if [ -n "$p_attention" ]; then p_put "attention $p_attention"; fi
  if [ -n "$p_services" ]; then p_put "services $p_services"; fi
  if [ -n "$p_custom" ]; then p_put "custom $p_custom"; fi
  p_ifs=$IFS
  IFS=$p_nl
  for p_line in $p_errors; do p_put "error $p_line"; done
  for p_line in $p_warnings; do p_put "warning $p_line"; done
  IFS=$p_ifs
}

# usage: p_take_state LINES
#
# Takes what awk made of it.
p_take_state() {
  p_phase='' p_progress='' p_attention='' p_services='' p_custom=''
  p_errors='' p_warnings='' p_error_count=0 p_warning_count=0
  p_refused=
  p_ifs=$IFS
  IFS=$p_nl
  for p_line in $1; do
    p_value=${p_line#* }
    case $p_line in
      'health '*) p_health=${p_value#\"} p_health=${p_health%\"} ;;
      'phase '*) p_phase=$p_value ;;
      'progress '*) p_progress=$p_value ;;
      'attention '*) p_attention=$p_value ;;
      'services '*) p_services=$p_value ;;
      'custom '*) p_custom=$p_value ;;
      'error '*) p_errors=${p_errors:+$p_errors$p_nl}$p_value p_error_count=$((p_error_count + 1)) ;;
      'warning '*) p_warnings=${p_warnings:+$p_warnings$p_nl}$p_value p_warning_count=$((p_warning_count + 1)) ;;
      'bad '*) p_refused="$p_refused$p_nl$p_value" ;;
    esac
  done
  for p_line in $p_refused; do
    IFS=$p_ifs
    p_refuse_report "$p_line"
  done
  IFS=$p_ifs
  p_changed=1
}

# usage: p_refuse_report CODE
p_refuse_report() {
  p_add_error "$1" 'a report was refused'
  p_log warn report.refused '' "$1"
}
