#!/bin/sh
# para-report: tells the agent of this container what its workload does. Works with every agent, and needs a POSIX shell and awk.
#
# Writes one report for the agent to merge into the status, and rings (docs/protocol.md#reports).

# usage: p_help
p_help() {
  cat <<'END'
usage: para-report [--phase NAME] [--progress CURRENT/TOTAL] [--message TEXT] [--no-progress] [--health WORD]
                   [--service NAME=STATE]... [--warning TEXT]... [--error TEXT]... [--code CODE] [--source NAME] [--clear-notices]
                   [--attention TEXT | --no-attention] [--custom KEY=TEXT | --custom-json KEY=JSON]...
Tells the agent of this container what its workload does; fields not named stay as they are.
  --progress 45/100   units done and in all; a total of 0: not known. --message says what is being done right now.
  --code, --source    of every --warning and --error of this call.
Exit code: 0 written, 1 it could not be written, 2 not understood.
END
}

# usage: p_fail CODE TEXT
p_fail() {
  printf 'para-report: %s\n' "$2" >&2
  exit "$1"
}

# usage: p_find_directory
p_find_directory() {
  if [ -n "${PARA_STATUS_DIR-}" ]; then
    p_dir=$PARA_STATUS_DIR
  elif [ -d /para/status ]; then
    p_dir=/para/status
  elif [ -n "${PARA_SESSION_NAME-}" ]; then
    p_dir=${PARA_WORKSPACE:-/workspace}/.para/state/docker/$PARA_SESSION_NAME
  else
    p_fail 2 'no status directory: set PARA_STATUS_DIR or PARA_SESSION_NAME'
  fi
  if [ ! -d "$p_dir" ]; then p_fail 1 "there is no directory $p_dir"; fi
}

# usage: p_compose OPTION...
#
# The report as JSON. Texts reach awk as arguments of its own, which no shell and no awk reads escapes in.
p_compose() {
  LC_ALL=C awk -- '
    function quote(s,    i, c, out) {
      for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (c == "\"" || c == "\\") out = out "\\" c
        else if (c in CONTROL) out = out CONTROL[c]
        else out = out c
      }
      return "\"" out "\""
    }
    function fail(text) { print text > "/dev/stderr"; exit 2 }
    function member(text) { OUT = OUT (OUT == "" ? "" : ",") text }
    function pair(text, name, at) {
      at = index(text, "=")
      if (at < 2) fail(name " takes NAME=VALUE")
      KEY = quote(substr(text, 1, at - 1))
      VALUE = substr(text, at + 1)
    }
    function amount(text) {
      if (text !~ /^(0|[1-9][0-9]*)([.][0-9]+)?$/) fail("--progress takes CURRENT/TOTAL")
      return text
    }
    BEGIN {
      for (i = 1; i < 32; i++) CONTROL[sprintf("%c", i)] = sprintf("\\u%04x", i)
      for (i = 1; i < ARGC; i++) {
        option = ARGV[i]
        if (option == "--clear-notices") { member("\"clear_notices\":true"); continue }
        if (option == "--no-progress") { member("\"progress\":null"); continue }
        if (option == "--no-attention") { member("\"attention\":{\"required\":false}"); continue }
        if (++i >= ARGC) fail(option " is unknown, or takes a value")
        value = ARGV[i]
        if (option == "--phase") member("\"phase\":" quote(value))
        else if (option == "--health") member("\"health\":" quote(value))
        else if (option == "--attention") member("\"attention\":{\"required\":true,\"reason\":" quote(value) "}")
        else if (option == "--progress") {
          if (split(value, part, "/") != 2) fail("--progress takes CURRENT/TOTAL")
          progress = "\"current\":" amount(part[1]) ",\"total\":" amount(part[2])
        } else if (option == "--message") message = value
        else if (option == "--service") { pair(value, option); services = services "," KEY ":" quote(VALUE) }
        else if (option == "--custom") { pair(value, option); custom = custom "," KEY ":" quote(VALUE) }
        else if (option == "--custom-json") { pair(value, option); custom = custom "," KEY ":" VALUE }
        else if (option == "--warning") WARNING[++warnings] = value
        else if (option == "--error") ERROR[++errors] = value
        else if (option == "--code") code = ",\"code\":" quote(value)
        else if (option == "--source") source = ",\"source\":" quote(value)
        else fail(option " is no option")
      }
      if (progress != "") member("\"progress\":{" progress (message == "" ? "" : ",\"message\":" quote(message)) "}")
      else if (message != "") fail("--message needs --progress")
      if (services != "") member("\"services\":{" substr(services, 2) "}")
      if (custom != "") member("\"custom\":{" substr(custom, 2) "}")
      for (i = 1; i <= warnings; i++) list = list ",{\"message\":" quote(WARNING[i]) code source "}"
      if (warnings) member("\"warnings\":[" substr(list, 2) "]")
      list = ""
      for (i = 1; i <= errors; i++) list = list ",{\"message\":" quote(ERROR[i]) code source "}"
      if (errors) member("\"errors\":[" substr(list, 2) "]")
      print "{" OUT "}"
      exit 0
    }' "$@"
}

# usage: main OPTION...
main() {
  case ${1-} in
    '' | --help | -h)
      p_help
      [ $# -gt 0 ]
      exit $((! $# * 2))
      ;;
    --version)
      printf 'para-report @version@\n'
      exit 0
      ;;
  esac
  p_report=$(p_compose "$@") || exit 2
  p_find_directory
  # One name for each process: reports of several programs never replace each other, and sort by their time.
  p_name=$(date +%s)-$$
  if [ ! -d "$p_dir/reports" ]; then mkdir -p "$p_dir/reports" 2>/dev/null; fi
  if ! { printf '%s\n' "$p_report" >"$p_dir/reports/.$p_name.tmp"; } 2>/dev/null ||
    ! mv -f "$p_dir/reports/.$p_name.tmp" "$p_dir/reports/$p_name.json" 2>/dev/null; then
    p_fail 1 "cannot write to $p_dir/reports"
  fi
  # Opened for reading too, a FIFO never blocks whoever opens it.
  if [ -p "$p_dir/doorbell" ]; then { printf '\n' 1<>"$p_dir/doorbell"; } 2>/dev/null; fi
  exit 0
}

main "$@"
