# The agent's configuration in the file P_FILE, settings for the shell on standard output, one a line, and `end`; or `fault CODE`.
# Commands go into files of the directory P_CONFIG: `hook.SIGNAL` as a command's words, `probe.N` likewise.

BEGIN {
  if (!read_file(ENVIRON["P_FILE"], 65536) || !valid_document("agent-config")) {
    print "fault", D_CODE
    exit 0
  }
  seconds("heartbeat", "/heartbeat_interval_seconds")
  seconds("poll", "/poll_interval_seconds")
  seconds("metrics", "/metrics_interval_seconds")
  setting("max_concurrency", "/max_concurrency")
  setting("kill_grace", "/kill_grace_seconds")
  setting("max_output", "/max_output_bytes")
  setting("keep_commands", "/retention/max_commands")
  setting("keep_bytes", "/retention/max_bytes")
  for (i = 0; i < J_LEN["/allow_env"]; i++) print "allow_env", J_VAL["/allow_env/" i]
  for (i = 0; i < J_LEN["/signals"]; i++) hook(J_KEY["/signals", i])
  if ("/health" in J_TYPE) probe("/health", "")
  for (i = 0; i < J_LEN["/services"]; i++) probe("/services/" pointer(J_KEY["/services", i]), J_KEY["/services", i])
  print "end"
}

# Hundredths of a second, and the number as it stood.
function seconds(name, at) {
  if (at in J_TYPE) print name, sprintf("%.0f", J_VAL[at] * 100), decimal(J_VAL[at])
}

# 5e-1 is a number of JSON, but not of `sleep`.
function decimal(text) { return text ~ /[eE]/ ? sprintf("%.3f", text) : text }

function setting(name, at) { if (at in J_TYPE) print name, whole(J_VAL[at]) }

function pointer(key) { gsub(/~/, "~0", key); gsub(/\//, "~1", key); return key }

function or_default(at, otherwise) { return (at in J_TYPE) ? whole(J_VAL[at]) : otherwise }

function hook(name,    file) {
  file = ENVIRON["P_CONFIG"] "/hook." name
  write_command(file, J_VAL["/signals/" name "/command"])
  print or_default("/signals/" name "/timeout_seconds", 30) > (file ".timeout")
  close(file ".timeout")
}

function probe(at, name,    file) {
  PROBES++
  file = ENVIRON["P_CONFIG"] "/probe." PROBES
  write_command(file, J_VAL[at "/command"])
  if (name != "") { print json_quote(name) > (file ".name"); close(file ".name") }
  print "probe", PROBES ":" or_default(at "/interval_seconds", 30) ":" or_default(at "/timeout_seconds", 30) ":" \
    or_default(at "/retries", 3) ":" or_default(at "/start_period_seconds", 0)
}

# As `write_spec` in plan.awk: no directory of its own, the command, no args, no variables.
function write_command(file, command,    lines) {
  print "1\n" > file
  print split(command "\nx", lines, "\n") - 1 > file
  print command > file
  print "0\n0" > file
  close(file)
}
