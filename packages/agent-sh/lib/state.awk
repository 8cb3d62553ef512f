# Merges reports into what the status says of the workload (docs/protocol.md#reports).
#
# In: lines `KEY JSON` on standard input, what is known so far; P_NAMES, names of report files in the working directory, in the
# order to take them; P_TIME, now. Out: lines `KEY JSON`, what is known from then on; `bad CODE` for each report refused; `end`.
# KEY is phase, health, progress, attention, services, custom, error or warning; of the last two as many lines as there are notices.

# With P_RESTORE, the name of a status, that is read instead, unless it says `stopped`.

BEGIN {
  if (ENVIRON["P_RESTORE"] != "") {
    if (read_file(ENVIRON["P_RESTORE"], 262144) && valid_document("status") && J_VAL["/status"] != "stopped") {
      restore()
      tell()
    }
    exit 0
  }
  RS = "\n"
  while ((getline line) > 0) remember(line)
  count = split(ENVIRON["P_NAMES"], names, " ")
  for (i = 1; i <= count; i++) merge(names[i])
  tell()
}

function restore(    i) {
  for (i = split("phase attention progress", FIELD, " "); i > 0; i--)
    if (("/" FIELD[i]) in J_TYPE) STATE[FIELD[i]] = json_write("/" FIELD[i])
  STATE["health"] = ("/health" in J_TYPE) ? json_write("/health") : "\"unknown\""
  take_keys("services", "/services")
  take_keys("custom", "/custom")
  for (i = 0; i < J_LEN["/errors"]; i++) ERROR[++ERRORS] = json_write("/errors/" i)
  for (i = 0; i < J_LEN["/warnings"]; i++) WARNING[++WARNINGS] = json_write("/warnings/" i)
}

function remember(line,    key, value) {
  key = substr(line, 1, index(line, " ") - 1)
  value = substr(line, index(line, " ") + 1)
  if (key == "error") ERROR[++ERRORS] = value
  else if (key == "warning") WARNING[++WARNINGS] = value
  else if (key == "services" || key == "custom") {
    # Our own text, read back to set single keys in it.
    if (json_text(value, 1048576) && json_parse()) take_keys(key, "")
  } else STATE[key] = value
}

# Takes the members of the object at AT into the map NAME, a null removing its key; the oldest keys go where there are more than 64.
function take_keys(name, at,    i, key, value) {
  for (i = 0; i < J_LEN[at]; i++) {
    key = J_KEY[at, i]
    value = at "/" pointer(key)
    if (!((name, key) in MAP)) {
      if (J_TYPE[value] == "z") continue
      KEY[name, ++KEYS[name]] = key
      MAPPED[name]++
    }
    if (J_TYPE[value] == "z") {
      delete MAP[name, key]
      MAPPED[name]--
    } else MAP[name, key] = json_write(value)
  }
  for (i = 1; MAPPED[name] > 64; i++) {
    if (!((name, KEY[name, i]) in MAP)) continue
    delete MAP[name, KEY[name, i]]
    MAPPED[name]--
  }
}

function merge(name,    i) {
  if (!read_file(name, 65536) || !valid_document("report")) {
    if (D_CODE != "missing") print "bad", D_CODE
    return
  }
  if (J_VAL["/clear_notices"] == "true") ERRORS = WARNINGS = 0
  for (i = split("phase health attention progress", FIELD, " "); i > 0; i--) {
    if (!(("/" FIELD[i]) in J_TYPE)) continue
    if (J_TYPE["/" FIELD[i]] == "z") delete STATE[FIELD[i]]
    else STATE[FIELD[i]] = json_write("/" FIELD[i])
  }
  take_keys("services", "/services")
  take_keys("custom", "/custom")
  for (i = 0; i < J_LEN["/errors"]; i++) ERROR[++ERRORS] = notice("/errors/" i)
  for (i = 0; i < J_LEN["/warnings"]; i++) WARNING[++WARNINGS] = notice("/warnings/" i)
}

function notice(at,    text) {
  text = "{\"timestamp\":" json_quote(ENVIRON["P_TIME"]) ",\"message\":" json_write(at "/message")
  if ((at "/code") in J_TYPE) text = text ",\"code\":" json_write(at "/code")
  if ((at "/source") in J_TYPE) text = text ",\"source\":" json_write(at "/source")
  return text "}"
}

function pointer(key) { gsub(/~/, "~0", key); gsub(/\//, "~1", key); return key }

function tell(    name, i) {
  for (name in STATE) print name, STATE[name]
  tell_map("services")
  tell_map("custom")
  for (i = ERRORS > 50 ? ERRORS - 49 : 1; i <= ERRORS; i++) print "error", ERROR[i]
  for (i = WARNINGS > 50 ? WARNINGS - 49 : 1; i <= WARNINGS; i++) print "warning", WARNING[i]
  print "end"
}

function tell_map(name,    i, text) {
  for (i = 1; i <= KEYS[name]; i++) {
    if (!((name, KEY[name, i]) in MAP)) continue
    text = text "," json_quote(KEY[name, i]) ":" MAP[name, KEY[name, i]]
    # A key that was removed and came again stands twice in the list.
    delete MAP[name, KEY[name, i]]
  }
  if (text != "") print name, "{" substr(text, 2) "}"
}
