# logs/agent.jsonl: what the agent did, one record a line, begun anew at 4 MiB (docs/protocol.md#logs).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

p_log_limit=4194304

# usage: p_open_log
p_open_log() {
  p_log_file=$p_dir/logs/agent.jsonl
  p_log_size=0 p_records=
  if [ -d "$p_log_file" ] || [ -L "$p_log_file" ] || [ -p "$p_log_file" ]; then
    rm -rf "$p_log_file" 2>/dev/null
  elif [ -s "$p_log_file" ]; then
    p_size "$p_log_file"
    p_log_size=$p_bytes
  fi
}

# usage: p_log LEVEL EVENT [COMMAND_ID [CODE [MESSAGE]]]
#
# Adds a record, to be written at the end of the round. MESSAGE is prose of ours, without quotes or backslashes; never a command line,
# an argument, a value or output.
p_log() {
  p_stamp
  p_record="{\"timestamp\":\"$p_timestamp\",\"level\":\"$1\",\"event\":\"$2\""
  if [ -n "${3-}" ]; then p_record="$p_record,\"command_id\":\"$3\""; fi
  if [ -n "${4-}" ]; then p_record="$p_record,\"code\":\"$4\""; fi
  if [ -n "${5-}" ]; then p_record="$p_record,\"message\":\"$5\""; fi
  p_records="$p_records${p_records:+$p_nl}$p_record}"
}

# usage: p_write_log
#
# Writes what was added. A disk that refuses costs these records.
p_write_log() {
  if [ -z "$p_records" ]; then return; fi
  p_log_size=$((p_log_size + ${#p_records} + 1))
  if [ "$p_log_size" -gt "$p_log_limit" ]; then
    mv -f "$p_log_file" "$p_log_file.1" 2>/dev/null
    p_log_size=$((${#p_records} + 1))
  fi
  { p_put "$p_records" >>"$p_log_file"; } 2>/dev/null || true
  p_records=
}
