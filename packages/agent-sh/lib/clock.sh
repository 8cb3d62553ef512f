# Time without a fork: /proc/uptime is read by the shell itself, and turned into the container's time of day.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_clock
#
# Sets p_now, hundredths of a second since the agent started, and p_epoch with p_epoch_part, the time of day in seconds
# since 1970 and hundredths. Numbers stay below 2^31, which is where mksh ends: 248 days of one agent.
p_clock() {
  if [ -z "$p_has_uptime" ]; then
    p_up=$(date +%s)
    p_up_part=0
  elif read -r p_uptime p_idle </proc/uptime; then
    # A reading that failed would be another clock: then it is as late as it was.
    p_up=${p_uptime%.*}
    p_up_part=$((1${p_uptime#*.} - 100))
  fi
  p_now=$(((p_up - p_up_first) * 100 + p_up_part))
  p_epoch=$((p_up + p_offset))
  p_epoch_part=$((p_up_part + p_offset_part))
  if [ "$p_epoch_part" -ge 100 ]; then
    p_epoch_part=$((p_epoch_part - 100))
    p_epoch=$((p_epoch + 1))
  fi
}

# usage: p_set_clock
#
# Takes the time of day from `date`: at the start, and now and then, so that a clock that was set is followed.
p_set_clock() {
  p_offset=0 p_offset_part=0
  p_date=$(date -u +%s.%N 2>/dev/null)
  p_clock
  p_date_part=${p_date#*.}
  p_date=${p_date%%.*}
  # Where `date` knows no parts of a second, the middle is at most half a second off.
  case $p_date_part in
    [0-9][0-9][0-9]*) p_date_part=${p_date_part%"${p_date_part#??}"} ;;
    *) p_date_part=50 ;;
  esac
  p_offset=$((p_date - p_up))
  p_offset_part=$((1$p_date_part - 100 - p_up_part))
  if [ "$p_offset_part" -lt 0 ]; then
    p_offset_part=$((p_offset_part + 100))
    p_offset=$((p_offset - 1))
  fi
  p_clock
}

# usage: p_start_clock
p_start_clock() {
  p_has_uptime=
  if { read -r p_uptime p_idle </proc/uptime; } 2>/dev/null; then p_has_uptime=1; fi
  p_up_first=0 p_offset=0 p_offset_part=0 p_day='' p_stamped=
  p_clock
  p_up_first=$p_up
  p_set_clock
}

# usage: p_stamp
#
# Sets p_timestamp to the moment of the last `p_clock`, as the protocol writes it. The calendar is worked out once a day
# (days to date after Howard Hinnant's civil_from_days).
p_stamp() {
  if [ "$p_epoch.$p_epoch_part" = "$p_stamped" ]; then return; fi
  p_stamped=$p_epoch.$p_epoch_part
  p_second=$((p_epoch % 86400))
  if [ "$p_day" != $((p_epoch / 86400)) ]; then
    p_day=$((p_epoch / 86400))
    p_z=$((p_day + 719468))
    p_era=$((p_z / 146097))
    p_doe=$((p_z - p_era * 146097))
    p_yoe=$(((p_doe - p_doe / 1460 + p_doe / 36524 - p_doe / 146096) / 365))
    p_doy=$((p_doe - (365 * p_yoe + p_yoe / 4 - p_yoe / 100)))
    p_mp=$(((5 * p_doy + 2) / 153))
    p_dd=$((p_doy - (153 * p_mp + 2) / 5 + 101))
    p_mm=$((p_mp < 10 ? p_mp + 103 : p_mp + 91))
    p_yy=$((p_yoe + p_era * 400 + (p_mm < 103)))
    p_date=$p_yy-${p_mm#1}-${p_dd#1}
  fi
  p_hh=$((p_second / 3600 + 100))
  p_mi=$((p_second / 60 % 60 + 100))
  p_ss=$((p_second % 60 + 100))
  p_cc=$((p_epoch_part + 100))
  p_timestamp=${p_date}T${p_hh#1}:${p_mi#1}:${p_ss#1}.${p_cc#1}Z
}
