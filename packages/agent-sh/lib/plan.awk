# Answers each line on standard input with a plan for the shell on standard output: one line an entry, in words without blanks, and
# `end`. Texts go into files of their own: P_SPECS/ID for a command, P_SPECS/ID.why for a refusal.
#
# P_QUEUE is the file of the queue, P_COPY a copy, cut at its limit and one byte, and cleaned if P_CLEAN is 1. P_QUESTION is a file of three
# lines: the highest sequence acted on, or -, then 1 where no exec is taken any more, 1 for a line of all ids in `processed`, and 1 where there is
# a copy; the guarded variables that may be set; ids that need no looking at.

BEGIN {
  while ((getline line) > 0) {
    ask()
    plan()
    fflush()
  }
}

function ask(    names, i, file) {
  file = ENVIRON["P_QUESTION"]
  split("", KNOWN); split("", ALLOWED); split("", PROCESSED); split("", SEEN)
  getline line < file
  split(line, names, " ")
  SEQUENCE = names[1]; STOPPING = names[2]; RETAIN = names[3]; COPIED = names[4]
  getline line < file
  for (i = split(line, names, " "); i > 0; i--) ALLOWED[names[i]]
  getline line < file
  for (i = split(line, names, " "); i > 0; i--) KNOWN[names[i]]
  close(file)
}

function plan(    count, i) {
  if (!(COPIED == 1 ? read_cut_file(ENVIRON["P_COPY"], 1048576, ENVIRON["P_CLEAN"] == 1) : read_cut_file(ENVIRON["P_QUEUE"], 1048576)) || !valid_document("commands-envelope")) {
    # An empty file is the default state.
    if (D_CODE != "missing") print "bad_document", D_CODE
    print "end"
    return
  }
  if (("/sequence" in J_TYPE) && SEQUENCE != "-" && number_below(J_VAL["/sequence"], SEQUENCE)) {
    print "bad_document stale_document"
    print "end"
    return
  }
  count = J_LEN["/processed"]
  for (i = 0; i < count; i++) PROCESSED[J_VAL["/processed/" i]]
  count = J_LEN["/commands"]
  for (i = 0; i < count; i++) plan_entry("/commands/" i)
  plan_processed()
  if ("/sequence" in J_TYPE) print "sequence", whole(J_VAL["/sequence"])
  print "end"
}

# What the host has the result of: the ids that we list, in the order of the document.
function plan_processed(    i, id, line) {
  for (i = 0; i < J_LEN["/processed"]; i++) {
    id = J_VAL["/processed/" i]
    if (!(id in KNOWN)) continue
    line = line " " id
    delete KNOWN[id]
  }
  if (line != "") print "processed" line
  if (RETAIN != 1) return
  line = "listed"
  for (id in PROCESSED) line = line " " id
  print line
}

function plan_entry(at,    id) {
  id = J_VAL[at "/id"]
  if (J_TYPE[at] != "o" || J_TYPE[at "/id"] != "s" || !is_command_id(id)) {
    print "bad_entry invalid_id", signature(J_TYPE[at] J_TYPE[at "/id"] id J_VAL[at "/timestamp"])
    return
  }
  if (id in SEEN) { print "bad_entry duplicate_id", signature(id); return }
  SEEN[id] = 1
  if (id in KNOWN || id in PROCESSED) return
  if (J_TYPE[at "/type"] == "s" && J_VAL[at "/type"] == "exec") plan_exec(at, id)
  else if (J_TYPE[at "/type"] == "s" && J_VAL[at "/type"] == "signal") plan_signal(at, id)
  else reject(id, "unsupported_command", "no command has this type")
}

function plan_exec(at, id,    i, name) {
  if (STOPPING == 1) return
  if (!validate("exec-command", at)) { reject(id, V_CODE, V_MESSAGE); return }
  for (i = 0; i < J_LEN[at "/env"]; i++) {
    name = J_KEY[at "/env", i]
    if (name ~ /^(PATH|IFS|ENV|BASH_ENV|NODE_OPTIONS|LD_.*)$/ && !(name in ALLOWED)) {
      reject(id, "denied_by_policy", "a guarded variable is set")
      return
    }
  }
  if ((at "/working_dir") in J_TYPE && ("/" J_VAL[at "/working_dir"] "/" ~ /\/\.\.\// || J_VAL[at "/working_dir"] !~ /^\//)) {
    reject(id, "invalid_working_dir", "not an absolute path without ..")
    return
  }
  write_spec(at, ENVIRON["P_SPECS"] "/" id)
  print "exec", id, word(at "/priority", "normal"), expires(at), number(at "/timeout_seconds"), \
    number(at "/kill_grace_seconds"), number(at "/max_output_bytes"), (J_VAL[at "/shell"] == "false" ? "direct" : "shell")
}

function plan_signal(at, id) {
  if (!validate("signal-command", at)) { reject(id, V_CODE, V_MESSAGE); return }
  print "signal", id, J_VAL[at "/signal"], word(at "/target", "-"), number(at "/timeout_seconds"), expires(at)
}

function reject(id, code, message,    file) {
  file = ENVIRON["P_SPECS"] "/" id ".why"
  print json_quote(message) > file
  close(file)
  print "rejected", id, code
}

function word(at, otherwise) { return (at in J_TYPE) ? J_VAL[at] : otherwise }
function number(at) { return (at in J_TYPE) ? whole(J_VAL[at]) : "-" }

# Whether a is less than b, both whole numbers of up to 16 digits: beyond the integers of some awks, exact as doubles.
function number_below(a, b) { return a + 0 < b + 0 }

# The words of a command, each text as a number of lines and the lines.
function write_spec(at, file,    i, name) {
  # More than one writer at once would be needed for a link to be here: the directory is private.
  printf "" > file
  write_text(file, J_VAL[at "/working_dir"])
  write_text(file, J_VAL[at "/command"])
  print J_LEN[at "/args"] + 0 > file
  for (i = 0; i < J_LEN[at "/args"]; i++) write_text(file, J_VAL[at "/args/" i])
  print J_LEN[at "/env"] + 0 > file
  for (i = 0; i < J_LEN[at "/env"]; i++) {
    name = J_KEY[at "/env", i]
    write_text(file, name "=" J_VAL[at "/env/" name])
  }
  close(file)
  if ((at "/stdin") in J_TYPE && J_VAL[at "/stdin"] != "") {
    printf "%s", J_VAL[at "/stdin"] > (file ".stdin")
    close(file ".stdin")
  }
}

function write_text(file, text,    lines) {
  print split(text "\nx", lines, "\n") - 1 > file
  print text > file
}

# A number that is the same for the same text, and a word: for counting a fault once.
function signature(text,    i, sum) {
  sum = length(text)
  for (i = 1; i <= length(text) && i <= 200; i++) sum = (sum * 31 + ordinal(substr(text, i, 1))) % 1000003
  return sum
}

function ordinal(character) { return index("-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", character) }

# The second, since 1970, from which on a command is not started any more; - where it waits for ever.
function expires(at,    time) {
  if (!((at "/queue_ttl_seconds") in J_TYPE)) return "-"
  time = J_VAL[at "/timestamp"]
  return sprintf("%.0f", epoch(time) + J_VAL[at "/queue_ttl_seconds"])
}

# Days to a date after Howard Hinnant's days_from_civil; the timestamp is valid already.
function epoch(time,    y, m, d, era, yoe, doy, zone, seconds) {
  y = substr(time, 1, 4) + 0; m = substr(time, 6, 2) + 0; d = substr(time, 9, 2) + 0
  if (m <= 2) y--
  era = int((y >= 0 ? y : y - 399) / 400)
  yoe = y - era * 400
  doy = int((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1
  seconds = (era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy - 719468) * 86400
  seconds += substr(time, 12, 2) * 3600 + substr(time, 15, 2) * 60 + substr(time, 18, 2)
  zone = substr(time, length(time) - 5)
  if (zone ~ /^[+-]/) seconds += (zone ~ /^-/ ? 1 : -1) * (substr(zone, 2, 2) * 3600 + substr(zone, 5, 2) * 60)
  return seconds
}
