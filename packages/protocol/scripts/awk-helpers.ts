// The fixed part of the awk validator: what the generated rules call. Its library is packages/agent-sh/lib/json.awk.

/** Functions of the validator. Each returns 1, also for a value that is not there, or 0 with the fault told. */
export const AWK_HELPERS = `
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
`;
