# Judges documents: awk -f json.awk -f validate.awk -f validate-main.awk
#
# One document of kind P_KIND on standard input, bounded and cleaned as for json_load("-"): no output and exit 0 where it is good, one
# line of JSON and exit 1 where not, exit 2 for a kind that is none:
#   head -c 4194305 | tr '\000\001' '\002\002' | P_KIND=status LC_ALL=C awk -f …
#
# Many documents, with P_KIND empty or not set: standard input is KIND, a line end, the document, a byte \001, and so on. The document's own
# bytes \000 and \001 must be \002 by then, as `tr` makes them: a verdict does not change by it. One line a document: `ok`, or its code
# and, where the shape is wrong, its pointer as a JSON string. So one process judges thousands:
#   LC_ALL=C awk -f … < STREAM
BEGIN {
  if (ENVIRON["P_KIND"] == "") {
    RS = "\001"
    V_LIMIT["commands-envelope"] = V_LIMIT["exec-command"] = V_LIMIT["signal-command"] = V_LIMIT["commands"]
  } else {
    if (!(ENVIRON["P_KIND"] in V_LIMIT)) {
      print "no kind of document is called " ENVIRON["P_KIND"] | "cat 1>&2"
      exit 2
    }
    if (json_load("-", V_LIMIT[ENVIRON["P_KIND"]]) && json_parse() && validate(ENVIRON["P_KIND"], "")) exit 0
    if (J_CODE != "") {
      V_CODE = J_CODE
      V_MESSAGE = J_MESSAGE
    }
    print "{\"code\":" json_quote(V_CODE) ",\"pointer\":" json_quote(V_POINTER) ",\"message\":" json_quote(V_MESSAGE) "}"
    exit 1
  }
}

{
  kind = substr($0, 1, index($0, "\n") - 1)
  if (!json_text(substr($0, length(kind) + 2), V_LIMIT[kind]) || !json_parse()) print J_CODE
  else print validate(kind, "") ? "ok" : V_CODE " " json_quote(V_POINTER)
}
