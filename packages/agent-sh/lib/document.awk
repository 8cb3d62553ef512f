# Reads a document by the stages of docs/protocol.md#reading: size, encoding, JSON here, then its shape by `validate`. Each
# returns 1, or 0 with D_CODE.

# A file that was cut at LIMIT + 1 bytes; with CLEAN, it was also cleaned as json_load says.
function read_cut_file(file, limit, clean) { return read_as(json_load(file, limit, clean ? "clean" : "cut")) }

function read_file(file, limit) { return read_as(json_load(file, limit)) }

function read_as(loaded) {
  if (loaded && json_parse()) return 1
  D_CODE = J_CODE
  return 0
}

function valid_document(kind) {
  if (validate(kind, "")) return 1
  D_CODE = V_CODE
  return 0
}

function is_command_id(id) { return length(id) <= 64 && id ~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/ }

# A whole number as digits: it may stand as 3e2 or 300.0.
function whole(text) { return text ~ /^[0-9]+$/ ? text : sprintf("%.0f", text + 0) }
