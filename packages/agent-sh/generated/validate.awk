# Generated from the JSON Schemas by `pnpm generate`. Do not edit.
BEGIN {
  V_MAJOR = 1
  V_LIMIT["status"] = 262144
  V_LIMIT["commands"] = 1048576
  V_LIMIT["result"] = 65536
  V_LIMIT["metrics"] = 65536
  V_LIMIT["registry"] = 4194304
  V_LIMIT["container"] = 262144
  V_LIMIT["session-state"] = 262144
  V_LIMIT["log-record"] = 16384
  V_LIMIT["report"] = 65536
  V_LIMIT["agent-config"] = 65536
  V_VERSIONED["status"]
  V_VERSIONED["commands"]
  V_VERSIONED["commands-envelope"]
  V_VERSIONED["result"]
  V_VERSIONED["metrics"]
  V_VERSIONED["registry"]
  V_VERSIONED["container"]
  V_VERSIONED["report"]
  V_VERSIONED["agent-config"]
  V_TYPE["s"] = "a string"
  V_TYPE["n"] = "a number"
  V_TYPE["b"] = "a boolean"
  V_TYPE["z"] = "null"
  V_TYPE["a"] = "an array"
  V_TYPE["o"] = "an object"
}

# validate(KIND, PATH): judges the value at PATH of the parsed tables (lib/json.awk) by version and shape. 1; or 0 with V_CODE,
# V_POINTER (the place) and V_MESSAGE. KIND is a kind of document (V_LIMIT[KIND]: its limit in bytes), commands-envelope, exec-command
# or signal-command. "commands" judges all entries too, and the first bad one is the fault.
function validate(kind, path,   version) {
  version = path "/protocol_version"
  if (kind in V_VERSIONED && J_TYPE[path] == "o" && (version in J_TYPE) && v_is_newer(version)) {
    V_CODE = "unsupported_version"
    V_POINTER = version
    V_MESSAGE = "only major version " V_MAJOR " is read here"
    return 0
  }
  if (!v_judge(kind, path)) return 0
  V_CODE = V_POINTER = V_MESSAGE = ""
  return 1
}

function v_is_newer(path) {
  return J_TYPE[path] == "s" && J_VAL[path] ~ /^[0-9][0-9]?[0-9]?[0-9]?[.][0-9][0-9]?[0-9]?[0-9]?$/ && J_VAL[path] + 0 >= V_MAJOR + 1
}

# The queue by docs/protocol.md#entries: the id, whether it stood before, the type, the shape.
function v_commands(path,   i, at, id, type, seen) {
  if (!v_judge("commands-envelope", path)) return 0
  for (i = 0; i < J_LEN[path "/commands"]; i++) {
    at = path "/commands/" i
    id = at "/id"
    if (!(id in J_TYPE)) return v_fault("invalid_id", at, "the entry has no id")
    if (!v_command_id(id)) return v_fault("invalid_id", id, "the entry's id is no command id")
    if (J_VAL[id] in seen) return v_fault("duplicate_id", id, "the id stood before")
    seen[J_VAL[id]] = 1
    type = at "/type"
    if (!(type in J_TYPE)) return v_fault("unsupported_command", at, "the entry has no type")
    if (J_TYPE[type] != "s" || J_VAL[type] !~ /^(exec|signal)$/) return v_fault("unsupported_command", type, "no command has this type")
    if (!v_judge(J_VAL[type] "-command", at)) return 0
  }
  return 1
}

function v_fault(code, pointer, message) {
  V_CODE = code
  V_POINTER = pointer
  V_MESSAGE = message
  return 0
}

function v_no(path, message) {
  return v_fault("invalid_schema", path, message)
}

function v_type(path, type) {
  return !(path in J_TYPE) || J_TYPE[path] == type || v_no(path, "not " V_TYPE[type])
}

function v_null(path) {
  return (path in J_TYPE) && J_TYPE[path] == "z"
}

function v_is(path, word) {
  return (path in J_TYPE) && J_TYPE[path] == "s" && J_VAL[path] == word
}

function v_needs(path, name) {
  return ((path "/" name) in J_TYPE) || v_no(path, name " is missing")
}

# A text of LEAST to MOST characters. No text has more characters than bytes.
function v_length(s, least, most, path) {
  if (length(s) > most && json_length(s) > most) return v_no(path, "more than " most " characters")
  return length(s) >= least && (least < 2 || json_length(s) >= least) || v_no(path, "fewer than " least " characters")
}

function v_text(path, least, most) {
  return !(path in J_TYPE) || v_type(path, "s") && v_length(J_VAL[path], least, most, path)
}

function v_no_nul(path) {
  return !(path in J_TYPE) || !index(J_VAL[path], J_NUL) || v_no(path, "a NUL")
}

function v_number(path, least, most,   value) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "n")) return 0
  value = json_number(J_VAL[path])
  return value >= least && value <= most || v_no(path, "not a number from " least " to " most)
}

function v_integer(path, least, most,   value) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "n")) return 0
  value = json_number(J_VAL[path])
  if (!(value >= least && value <= most)) return v_no(path, "not an integer from " least " to " most)
  return value == int(value) || v_no(path, "not an integer")
}

# One of WORDS, each between bars.
function v_word(path, words) {
  if (!(path in J_TYPE)) return 1
  return v_type(path, "s") && (J_VAL[path] !~ /[|]/ && index(words, "|" J_VAL[path] "|") || v_no(path, "not one of " words))
}

function v_items(path, least, most) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "a")) return 0
  return J_LEN[path] >= least && J_LEN[path] <= most || v_no(path, "not " least " to " most " items")
}

function v_keys(path, most) {
  return !(path in J_TYPE) || v_type(path, "o") && (J_LEN[path] <= most || v_no(path, "more than " most " keys"))
}

function v_judge(kind, path) {
  if (!(path in J_TYPE)) return v_no(path, "not there")
  if (kind == "status") return v_container_status(path)
  if (kind == "commands") return v_commands(path)
  if (kind == "commands-envelope") return v_command_queue_envelope(path)
  if (kind == "exec-command") return v_exec_command(path)
  if (kind == "signal-command") return v_signal_command(path)
  if (kind == "result") return v_command_result(path)
  if (kind == "metrics") return v_container_metrics(path)
  if (kind == "registry") return v_container_registry(path)
  if (kind == "container") return v_container_metadata(path)
  if (kind == "session-state") return v_session_state(path)
  if (kind == "log-record") return v_log_record(path)
  if (kind == "report") return v_report(path)
  if (kind == "agent-config") return v_agent_config(path)
  return v_no(path, "no kind is called " kind)
}

function v_is_timestamp(s) {
  return s ~ /^([0-9][0-9][0-9][0-9]-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?[0-9]?[0-9]?[0-9]?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/
}

function v_timestamp(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_timestamp(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_progress(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "current") && v_needs(path, "total"))) return 0
  return v_number(path "/current", 0, 9007199254740991) && \
    v_number(path "/total", 0, 9007199254740991) && \
    v_text(path "/message", 0, 1024)
}

function v_map_1(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!(v_length(key, 1, 64, path))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_text(key, 1, 64))) return 0
  }
  return 1
}

function v_is_command_id(s) {
  return length(s) >= 1 && length(s) <= 64 && s ~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/
}

function v_command_id(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_command_id(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_notice(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "message") && v_needs(path, "timestamp"))) return 0
  return v_timestamp(path "/timestamp") && \
    v_text(path "/message", 1, 2048) && \
    v_text(path "/code", 1, 64) && \
    v_text(path "/source", 1, 128) && \
    v_command_id(path "/command_id")
}

function v_list_3(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 50)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_notice(item))) return 0
  }
  return 1
}

function v_map_4(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!(v_length(key, 1, 64, path))) return 0
  }
  return 1
}

function v_attention(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "required"))) return 0
  return v_type(path "/required", "b") && \
    v_text(path "/reason", 0, 1024) && \
    v_timestamp(path "/since")
}

function v_list_6(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 32)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_text(item, 1, 64))) return 0
  }
  return 1
}

function v_agent_info(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "name") && v_needs(path, "version"))) return 0
  return v_text(path "/name", 1, 64) && \
    v_text(path "/version", 1, 64) && \
    v_text(path "/runtime", 0, 128) && \
    v_list_6(path "/capabilities")
}

function v_result_summary(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "id") && v_needs(path, "state"))) return 0
  return v_command_id(path "/id") && \
    v_text(path "/state", 1, 64) && \
    v_integer(path "/exit_code", 0, 255) && \
    v_text(path "/signal", 1, 32) && \
    v_text(path "/code", 1, 64)
}

function v_list_9(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 512)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_result_summary(item))) return 0
  }
  return 1
}

function v_is_protocol_version(s) {
  return s ~ /^[0-9][0-9]?[0-9]?[0-9]?\.[0-9][0-9]?[0-9]?[0-9]?$/
}

function v_protocol_version(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_protocol_version(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_container_status(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "status") && v_needs(path, "timestamp"))) return 0
  return v_timestamp(path "/timestamp") && \
    v_text(path "/status", 1, 64) && \
    v_text(path "/health", 1, 64) && \
    v_text(path "/phase", 0, 128) && \
    v_progress(path "/progress") && \
    v_map_1(path "/services") && \
    v_list_3(path "/errors") && \
    v_list_3(path "/warnings") && \
    v_map_4(path "/custom") && \
    v_attention(path "/attention") && \
    v_text(path "/boot_id", 1, 64) && \
    v_integer(path "/sequence", 0, 9007199254740991) && \
    v_number(path "/heartbeat_interval_seconds", 0.05, 3600) && \
    v_agent_info(path "/agent") && \
    v_list_9(path "/results") && \
    v_protocol_version(path "/protocol_version")
}

function v_list_11(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 512)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_command_id(item))) return 0
  }
  return 1
}

function v_command_queue_envelope(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "commands"))) return 0
  return v_integer(path "/sequence", 0, 9007199254740991) && \
    v_timestamp(path "/timestamp") && \
    v_items(path "/commands", 0, 288) && \
    v_list_11(path "/processed") && \
    v_protocol_version(path "/protocol_version")
}

function v_list_13(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 256)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(J_TYPE[item] == "s" && length(J_VAL[item]) <= 32768 && !index(J_VAL[item], J_NUL) || v_text(item, 0, 32768) && v_no_nul(item))) return 0
  }
  return 1
}

function v_is_env_name(s) {
  return length(s) >= 1 && length(s) <= 128 && s ~ /^[A-Za-z_][A-Za-z0-9_]*$/
}

function v_map_14(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 128)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!((v_is_env_name(key) || v_no(path, "a key that is not allowed")))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_text(key, 0, 32768) && v_no_nul(key))) return 0
  }
  return 1
}

function v_env_name(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_env_name(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_list_15(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_env_name(item))) return 0
  }
  return 1
}

function v_exec_command(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "command") && v_needs(path, "id") && v_needs(path, "timestamp") && v_needs(path, "type"))) return 0
  return v_word(path "/type", "|exec|") && \
    v_text(path "/command", 1, 32768) && v_no_nul(path "/command") && \
    v_list_13(path "/args") && \
    v_map_14(path "/env") && \
    v_list_15(path "/env_from") && \
    v_text(path "/working_dir", 1, 4096) && v_no_nul(path "/working_dir") && \
    v_integer(path "/timeout_seconds", 1, 604800) && \
    v_integer(path "/kill_grace_seconds", 0, 3600) && \
    v_text(path "/stdin", 0, 262144) && v_no_nul(path "/stdin") && \
    v_type(path "/shell", "b") && \
    v_integer(path "/max_output_bytes", 0, 1073741824) && \
    v_command_id(path "/id") && \
    v_timestamp(path "/timestamp") && \
    v_word(path "/priority", "|high|low|normal|") && \
    v_integer(path "/queue_ttl_seconds", 1, 604800)
}

function v_is_signal_name(s) {
  return length(s) >= 1 && length(s) <= 64 && s ~ /^[a-z][a-z0-9_-]*$/
}

function v_signal_name(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_signal_name(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_signal_command(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (v_is(path "/signal", "cancel") && !v_needs(path, "target")) return 0
  if (!(v_needs(path, "id") && v_needs(path, "signal") && v_needs(path, "timestamp") && v_needs(path, "type"))) return 0
  return v_word(path "/type", "|signal|") && \
    v_signal_name(path "/signal") && \
    v_command_id(path "/target") && \
    v_integer(path "/timeout_seconds", 0, 86400) && \
    v_command_id(path "/id") && \
    v_timestamp(path "/timestamp") && \
    v_word(path "/priority", "|high|low|normal|") && \
    v_integer(path "/queue_ttl_seconds", 1, 604800)
}

function v_output_info(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "bytes") && v_needs(path, "truncated"))) return 0
  return v_integer(path "/bytes", 0, 9007199254740991) && \
    v_type(path "/truncated", "b") && \
    v_text(path "/path", 0, 256)
}

function v_command_result(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "id") && v_needs(path, "state"))) return 0
  return v_command_id(path "/id") && \
    v_word(path "/state", "|accepted|cancelled|expired|failed|lost|rejected|running|succeeded|timed_out|") && \
    v_integer(path "/exit_code", 0, 255) && \
    v_text(path "/signal", 1, 32) && \
    v_text(path "/code", 1, 64) && \
    v_text(path "/message", 0, 2048) && \
    v_timestamp(path "/started_at") && \
    v_timestamp(path "/finished_at") && \
    v_output_info(path "/stdout") && \
    v_output_info(path "/stderr") && \
    v_protocol_version(path "/protocol_version")
}

function v_cpu_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "usage_seconds"))) return 0
  return v_number(path "/usage_seconds", 0, 9007199254740991) && \
    v_number(path "/percent", 0, 1000000) && \
    v_number(path "/limit_cores", 0, 100000)
}

function v_memory_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "used_bytes"))) return 0
  return v_integer(path "/used_bytes", 0, 9007199254740991) && \
    v_integer(path "/limit_bytes", 0, 9007199254740991)
}

function v_pids_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "current"))) return 0
  return v_integer(path "/current", 0, 9007199254740991) && \
    v_integer(path "/limit", 0, 9007199254740991)
}

function v_disk_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "total_bytes") && v_needs(path, "used_bytes"))) return 0
  return v_integer(path "/used_bytes", 0, 9007199254740991) && \
    v_integer(path "/total_bytes", 0, 9007199254740991)
}

function v_network_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "rx_bytes") && v_needs(path, "tx_bytes"))) return 0
  return v_integer(path "/rx_bytes", 0, 9007199254740991) && \
    v_integer(path "/tx_bytes", 0, 9007199254740991)
}

function v_container_metrics(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "timestamp"))) return 0
  return v_timestamp(path "/timestamp") && \
    v_text(path "/boot_id", 1, 64) && \
    v_number(path "/uptime_seconds", 0, 9007199254740991) && \
    v_cpu_metrics(path "/cpu") && \
    v_memory_metrics(path "/memory") && \
    v_pids_metrics(path "/pids") && \
    v_disk_metrics(path "/disk") && \
    v_network_metrics(path "/network") && \
    v_protocol_version(path "/protocol_version")
}

function v_is_session_name(s) {
  return length(s) >= 1 && length(s) <= 50 && s ~ /^[A-Za-z0-9][A-Za-z0-9_-]*$/
}

function v_session_name(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_session_name(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_is_container_port(s) {
  return s ~ /^[0-9][0-9]?[0-9]?[0-9]?[0-9]?(\/(tcp|udp|sctp))?$/
}

function v_is_host_port(s) {
  return s ~ /^[0-9][0-9]?[0-9]?[0-9]?[0-9]?$/
}

function v_host_port(path) {
  return !(path in J_TYPE) || v_type(path, "s") && (v_is_host_port(J_VAL[path]) || v_no(path, "not of the form it must have"))
}

function v_map_26(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 128)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!((v_is_container_port(key) || v_no(path, "a key that is not allowed")))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_host_port(key))) return 0
  }
  return 1
}

function v_registry_entry(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "container_id") && v_needs(path, "session_name") && v_needs(path, "status"))) return 0
  return v_session_name(path "/session_name") && \
    v_text(path "/container_id", 1, 128) && \
    v_text(path "/status", 1, 64) && \
    v_timestamp(path "/started_at") && \
    v_map_26(path "/host_port_mappings") && \
    v_text(path "/health_endpoint", 0, 2048) && \
    v_text(path "/image", 0, 512)
}

function v_list_28(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 10000)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_registry_entry(item))) return 0
  }
  return 1
}

function v_container_registry(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "containers") && v_needs(path, "last_updated"))) return 0
  return v_list_28(path "/containers") && \
    v_timestamp(path "/last_updated") && \
    v_protocol_version(path "/protocol_version")
}

function v_mount_info(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "read_only") && v_needs(path, "source") && v_needs(path, "target"))) return 0
  return v_text(path "/source", 1, 4096) && \
    v_text(path "/target", 1, 4096) && \
    v_type(path "/read_only", "b")
}

function v_list_31(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_mount_info(item))) return 0
  }
  return 1
}

function v_map_32(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 128)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!(v_length(key, 1, 256, path))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_text(key, 0, 4096))) return 0
  }
  return 1
}

function v_process_identity(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "pid"))) return 0
  return v_integer(path "/pid", 1, 4194304) && \
    v_text(path "/start_time", 0, 32) && \
    v_text(path "/machine_boot_id", 0, 64)
}

function v_container_metadata(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "agent") && v_needs(path, "container_id") && v_needs(path, "created_at") && v_needs(path, "runtime") && v_needs(path, "session_name") && v_needs(path, "workspace"))) return 0
  return v_session_name(path "/session_name") && \
    v_word(path "/runtime", "|docker|local|") && \
    v_word(path "/agent", "|node|other|sh|") && \
    v_text(path "/container_id", 1, 128) && \
    v_text(path "/image", 1, 512) && \
    v_text(path "/workspace", 1, 4096) && \
    v_list_31(path "/mounts") && \
    v_map_26(path "/ports") && \
    v_map_32(path "/labels") && \
    v_timestamp(path "/created_at") && \
    v_timestamp(path "/started_at") && \
    v_timestamp(path "/finished_at") && \
    v_process_identity(path "/process") && \
    v_protocol_version(path "/protocol_version")
}

function v_git_stats(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "files_changed") && v_needs(path, "lines_added") && v_needs(path, "lines_removed"))) return 0
  return v_integer(path "/files_changed", 0, 9007199254740991) && \
    v_integer(path "/lines_added", 0, 9007199254740991) && \
    v_integer(path "/lines_removed", 0, 9007199254740991)
}

function v_shape_36(path) {
  return v_git_stats(path) || v_type(path, "z") || v_no(path, "of none of the shapes it may have")
}

function v_container_reference(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  return (v_null(path "/container_id") || v_text(path "/container_id", 0, 128))
}

function v_container_session_type(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "Container"))) return 0
  return v_container_reference(path "/Container")
}

function v_session_type(path) {
  return v_container_session_type(path) || v_word(path, "|Worktree|") || v_no(path, "of none of the shapes it may have")
}

function v_session_state(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "branch") && v_needs(path, "created_at") && v_needs(path, "name") && v_needs(path, "status") && v_needs(path, "worktree_path"))) return 0
  return v_text(path "/name", 1, 256) && \
    v_text(path "/branch", 0, 1024) && \
    v_text(path "/worktree_path", 0, 4096) && \
    v_timestamp(path "/created_at") && \
    v_word(path "/status", "|Active|Cancelled|Finished|Review|") && \
    (v_null(path "/task_description") || v_text(path "/task_description", 0, 65536)) && \
    (v_null(path "/last_activity") || v_text(path "/last_activity", 0, 64)) && \
    v_shape_36(path "/git_stats") && \
    v_session_type(path "/session_type") && \
    (v_null(path "/parent_branch") || v_text(path "/parent_branch", 0, 1024))
}

function v_log_record(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "event") && v_needs(path, "level") && v_needs(path, "timestamp"))) return 0
  return v_timestamp(path "/timestamp") && \
    v_word(path "/level", "|debug|error|info|warn|") && \
    v_text(path "/event", 1, 64) && \
    v_command_id(path "/command_id") && \
    v_text(path "/code", 1, 64) && \
    v_text(path "/message", 0, 2048)
}

function v_shape_42(path) {
  return v_progress(path) || v_type(path, "z") || v_no(path, "of none of the shapes it may have")
}

function v_map_43(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!(v_length(key, 1, 64, path))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!((v_null(key) || v_text(key, 1, 64)))) return 0
  }
  return 1
}

function v_report_notice(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "message"))) return 0
  return v_text(path "/message", 1, 2048) && \
    v_text(path "/code", 1, 64) && \
    v_text(path "/source", 1, 128)
}

function v_list_45(path,   i, item) {
  if (!(path in J_TYPE)) return 1
  if (!v_items(path, 0, 50)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    item = path "/" i
    if (!(v_report_notice(item))) return 0
  }
  return 1
}

function v_report(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  return v_text(path "/phase", 0, 128) && \
    v_shape_42(path "/progress") && \
    v_text(path "/health", 1, 64) && \
    v_map_43(path "/services") && \
    v_list_45(path "/warnings") && \
    v_list_45(path "/errors") && \
    v_type(path "/clear_notices", "b") && \
    v_attention(path "/attention") && \
    v_map_4(path "/custom") && \
    v_protocol_version(path "/protocol_version")
}

function v_retention(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  return v_integer(path "/max_commands", 0, 10000) && \
    v_integer(path "/max_bytes", 0, 9007199254740991)
}

function v_probe(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "command"))) return 0
  return v_text(path "/command", 1, 4096) && v_no_nul(path "/command") && \
    v_integer(path "/interval_seconds", 1, 86400) && \
    v_integer(path "/timeout_seconds", 1, 3600) && \
    v_integer(path "/retries", 1, 100) && \
    v_integer(path "/start_period_seconds", 0, 86400)
}

function v_map_49(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 64)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!(v_length(key, 1, 64, path))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_probe(key))) return 0
  }
  return 1
}

function v_signal_hook(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!(v_needs(path, "command"))) return 0
  return v_text(path "/command", 1, 4096) && v_no_nul(path "/command") && \
    v_integer(path "/timeout_seconds", 1, 86400)
}

function v_map_51(path,   i, key) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  if (!v_keys(path, 32)) return 0
  for (i = 0; i < J_LEN[path]; i++) {
    key = J_KEY[path, i]
    if (!((v_is_signal_name(key) || v_no(path, "a key that is not allowed")))) return 0
  }
  for (i = 0; i < J_LEN[path]; i++) {
    key = path "/" j_escape(J_KEY[path, i])
    if (!(v_signal_hook(key))) return 0
  }
  return 1
}

function v_agent_config(path) {
  if (!(path in J_TYPE)) return 1
  if (!v_type(path, "o")) return 0
  return v_number(path "/heartbeat_interval_seconds", 0.05, 3600) && \
    v_number(path "/poll_interval_seconds", 0.05, 60) && \
    v_number(path "/metrics_interval_seconds", 0, 3600) && \
    v_integer(path "/max_concurrency", 1, 64) && \
    v_integer(path "/kill_grace_seconds", 0, 3600) && \
    v_integer(path "/max_output_bytes", 0, 1073741824) && \
    v_retention(path "/retention") && \
    v_list_15(path "/allow_env") && \
    v_list_15(path "/secret_env") && \
    v_probe(path "/health") && \
    v_map_49(path "/services") && \
    v_map_51(path "/signals") && \
    v_protocol_version(path "/protocol_version")
}
