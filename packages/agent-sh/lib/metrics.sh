# metrics.json: what the cgroup (v2 or v1), /sys and /proc say, read by the shell itself (docs/protocol.md#metrics). Some shells read byte by
# byte: what is long is read as seldom as does.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_start_metrics
#
# Finds the directories of this container's cgroup. In a container its own cgroup is mounted as the root; elsewhere
# /proc/self/cgroup names the place below it.
p_start_metrics() {
  p_cpu_before='' p_memory_at=-6000 p_memory_seen=0 p_disk='' p_disk_at='' p_interfaces='' p_counters='' p_cgroup2='' p_cg_memory='' p_cg_cpu='' p_cg_cpuacct='' p_cg_pids=''
  p_narrow=
  if [ $((2147483647 + 1)) -lt 0 ]; then p_narrow=1; fi
  if [ ! -f /proc/self/cgroup ]; then return; fi
  while IFS=: read -r p_number p_controllers p_path; do
    if [ "$p_path" = / ]; then p_path=; fi
    case ,$p_controllers, in
      ,,)
        for p_file in "/sys/fs/cgroup$p_path" /sys/fs/cgroup; do
          if [ -z "$p_cgroup2" ] && [ -f "$p_file/cpu.stat" ] && [ -f "$p_file/memory.current" ]; then p_cgroup2=$p_file; fi
        done
        ;;
      *,memory,*) p_find_cgroup memory && p_cg_memory=$p_file ;;
      *,pids,*) p_find_cgroup pids && p_cg_pids=$p_file ;;
    esac
    case ,$p_controllers, in *,cpu,*) p_find_cgroup cpu && p_cg_cpu=$p_file ;; esac
    case ,$p_controllers, in *,cpuacct,*) p_find_cgroup cpuacct && p_cg_cpuacct=$p_file ;; esac
  done </proc/self/cgroup
}

# usage: p_find_cgroup CONTROLLER
p_find_cgroup() {
  for p_file in "/sys/fs/cgroup/$1$p_path" "/sys/fs/cgroup/$p_controllers$p_path" "/sys/fs/cgroup/$1" "/sys/fs/cgroup/$p_controllers"; do
    if [ -f "$p_file/cgroup.procs" ]; then return 0; fi
  done
  return 1
}

# usage: p_read_number FILE
#
# Reads a whole number into p_value. Returns 1 where there is none (`max` is none).
p_read_number() {
  p_value=
  { read -r p_value p_rest <"$1"; } 2>/dev/null || return 1
  case $p_value in '' | *[!0-9]*) return 1 ;; esac
}

# usage: p_read_field FILE NAME
#
# Reads the number of a line `NAME NUMBER`.
p_read_field() {
  if [ ! -f "$1" ]; then return 1; fi
  while read -r p_name p_value; do
    if [ "$p_name" = "$2" ]; then return 0; fi
  done <"$1" 2>/dev/null
  return 1
}

# usage: p_calculate EXPRESSION
#
# Sets p_value. Where the shell's numbers end at 2^31, awk calculates; EXPRESSION holds nothing but numbers and + - *.
p_calculate() {
  if [ -n "$p_narrow" ]; then
    p_value=$("$p_awk" "BEGIN { printf \"%.0f\", $1 }")
  else
    p_value=$(($1))
  fi
}

# usage: p_write_metrics
p_write_metrics() {
  p_stamp
  p_metrics="{\"protocol_version\":\"$p_protocol\",\"timestamp\":\"$p_timestamp\",\"boot_id\":\"$p_boot\""
  p_metrics="$p_metrics,\"uptime_seconds\":$((p_now / 100))"
  p_measure_cpu
  p_measure_memory
  p_measure_pids
  p_measure_disk
  p_measure_network
  p_document="$p_metrics}"
  if p_publish "$p_dir/metrics.json"; then p_made_write metrics.json; else p_failed_write metrics.json; fi
}

# usage: p_measure_cpu
p_measure_cpu() {
  p_limit=
  if [ -n "$p_cgroup2" ]; then
    p_read_field "$p_cgroup2/cpu.stat" usage_usec || return 0
    p_used=${p_value}000
    if { read -r p_quota p_period <"$p_cgroup2/cpu.max"; } 2>/dev/null && [ "$p_quota" != max ]; then p_limit=$p_quota/$p_period; fi
  else
    p_read_number "$p_cg_cpuacct/cpuacct.usage" || return 0
    p_used=$p_value
    if { read -r p_quota <"$p_cg_cpu/cpu.cfs_quota_us"; } 2>/dev/null && { read -r p_period <"$p_cg_cpu/cpu.cfs_period_us"; } 2>/dev/null; then
      case $p_quota in -*) ;; *) p_limit=$p_quota/$p_period ;; esac
    fi
  fi
  # Nanoseconds, cut as text to hundredths and whole seconds: the number may be longer than the shell's.
  p_used=00000000$p_used
  p_used=${p_used%???????}
  p_part=${p_used#"${p_used%??}"}
  p_whole=${p_used%??}
  while :; do case $p_whole in 0?*) p_whole=${p_whole#0} ;; *) break ;; esac; done
  p_metrics="$p_metrics,\"cpu\":{\"usage_seconds\":${p_whole:-0}.$p_part"
  # Hundredths of a second of this measurement and the last: the difference is small whatever the numbers.
  p_cpu=$(((${p_whole:-0} % 100000) * 100 + 1$p_part - 100))
  if [ -n "$p_cpu_before" ] && [ "$p_now" -gt "$p_cpu_at" ] && [ "$p_cpu" -ge "$p_cpu_before" ]; then
    p_percent=$(((p_cpu - p_cpu_before) * 10000 / (p_now - p_cpu_at)))
    p_part=$((p_percent % 100 + 100))
    p_metrics="$p_metrics,\"percent\":$((p_percent / 100)).${p_part#1}"
  fi
  p_cpu_before=$p_cpu p_cpu_at=$p_now
  if [ -n "$p_limit" ]; then
    p_period=${p_limit#*/} p_quota=${p_limit%/*}
    if [ "$p_period" -ge 1000 ]; then
      p_part=$((p_quota / (p_period / 1000) % 1000 + 1000))
      p_metrics="$p_metrics,\"limit_cores\":$((p_quota / (p_period / 1000) / 1000)).${p_part#1}"
    fi
  fi
  p_metrics="$p_metrics}"
}

# usage: p_measure_memory
#
# What may be given back at any time, the cache of files not used lately, is not counted. It stands far down in a long file, and is looked up again
# where the whole has changed by megabytes, or after a minute.
p_measure_memory() {
  if [ -n "$p_cgroup2" ]; then
    p_read_number "$p_cgroup2/memory.current" || return 0
    p_limit=$p_cgroup2/memory.max
  else
    p_read_number "$p_cg_memory/memory.usage_in_bytes" || return 0
    p_limit=$p_cg_memory/memory.limit_in_bytes
  fi
  p_used=$p_value
  # Megabytes, cut as text: a number of bytes may be longer than the shell's.
  p_value=${p_used%??????}
  p_part=$((${p_value:-0} - p_memory_seen))
  if [ "${p_part#-}" -gt 1 ] || [ $((p_now - p_memory_at)) -ge 6000 ]; then
    p_memory_at=$p_now p_memory_seen=${p_value:-0}
    if [ -n "$p_cgroup2" ]; then
      p_read_field "$p_cgroup2/memory.stat" inactive_file || p_value=0
    else
      p_read_field "$p_cg_memory/memory.stat" total_inactive_file || p_value=0
    fi
    p_cache=$p_value
  fi
  p_calculate "$p_used - $p_cache"
  # Read at two moments, the one may be less than the other.
  case $p_value in -*) p_value=0 ;; esac
  p_metrics="$p_metrics,\"memory\":{\"used_bytes\":$p_value"
  # v1 says `no limit` with a number of 19 digits.
  if p_read_number "$p_limit" && [ "${#p_value}" -lt 16 ]; then p_metrics="$p_metrics,\"limit_bytes\":$p_value"; fi
  p_metrics="$p_metrics}"
}

# usage: p_measure_pids
p_measure_pids() {
  p_read_number "${p_cgroup2:-$p_cg_pids}/pids.current" || return 0
  p_metrics="$p_metrics,\"pids\":{\"current\":$p_value"
  if p_read_number "${p_cgroup2:-$p_cg_pids}/pids.max"; then p_metrics="$p_metrics,\"limit\":$p_value"; fi
  p_metrics="$p_metrics}"
}

# usage: p_measure_disk
#
# The one measurement that needs a program: no file says how full a file system is. It is half a minute old at most.
p_measure_disk() {
  if [ -z "$p_disk_at" ] || [ $((p_now - p_disk_at)) -ge 2900 ]; then
    p_disk='' p_disk_at=$p_now
    p_look_at_disk
  fi
  p_metrics=$p_metrics$p_disk
}

# usage: p_look_at_disk
p_look_at_disk() {
  p_path=$p_workspace
  if [ ! -d "$p_path" ]; then p_path=/; fi
  { df -kP "$p_path" >"$p_private/df"; } 2>/dev/null || return 0
  {
    read -r p_rest
    read -r p_rest p_total p_used p_rest
  } <"$p_private/df" || return 0
  case $p_total$p_used in '' | *[!0-9]*) return 0 ;; esac
  p_calculate "$p_used * 1024"
  p_used=$p_value
  p_calculate "$p_total * 1024"
  p_disk=",\"disk\":{\"used_bytes\":$p_used,\"total_bytes\":$p_value}"
}

# usage: p_measure_network
p_measure_network() {
  set +f
  set -- /sys/class/net/*
  set -f
  if [ "$*" != "$p_interfaces" ]; then p_choose_counters "$@"; fi
  p_received=0 p_sent=0
  case $p_counters in
    sys) p_count_by_sys "$@" ;;
    proc) p_count_by_proc ;;
    *) return 0 ;;
  esac
  p_calculate "$p_received"
  p_received=$p_value
  p_calculate "$p_sent"
  p_metrics="$p_metrics,\"network\":{\"rx_bytes\":$p_received,\"tx_bytes\":$p_value}"
}

# usage: p_choose_counters PATH...
#
# PATHs are the interfaces that /sys shows. Mounted from outside it is that of another network; /proc is always ours, but longer.
p_choose_counters() {
  p_interfaces=$* p_counters=''
  if [ ! -f /proc/net/dev ]; then return 0; fi
  p_counters=proc p_count=0
  while read -r p_line; do
    case $p_line in
      *:*)
        if [ ! -d "/sys/class/net/${p_line%%:*}" ]; then return 0; fi
        p_count=$((p_count + 1))
        ;;
    esac
  done </proc/net/dev
  if [ "$p_count" = $# ]; then p_counters=sys; fi
}

# usage: p_count_by_sys PATH...
#
# Sets p_received and p_sent to the sums over all interfaces but the one to itself.
p_count_by_sys() {
  for p_path in "$@"; do
    if [ "${p_path##*/}" = lo ]; then continue; fi
    p_read_number "$p_path/statistics/rx_bytes" && p_received="$p_received + $p_value"
    p_read_number "$p_path/statistics/tx_bytes" && p_sent="$p_sent + $p_value"
  done
}

# usage: p_count_by_proc
p_count_by_proc() {
  while read -r p_line; do
    case $p_line in
      lo:*) ;;
      *:*)
        # shellcheck disable=SC2086
        set -- ${p_line#*:}
        p_received="$p_received + $1" p_sent="$p_sent + $9"
        ;;
    esac
  done </proc/net/dev
}
