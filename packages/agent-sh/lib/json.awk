# Reads JSON into flat tables, and writes it: POSIX awk alone, time linear in the input whatever its layout.
#
# Run awk with LC_ALL=C: bytes count, not characters. Alike on mawk 1.3.4, gawk, original-awk and busybox awk.
#
#   json_load("-", LIMIT)   reads standard input as J_TEXT: 1, or 0 with J_CODE `missing`, `oversize` or `invalid_utf8`. The caller
#                           bounds it, and takes out what no awk sees and what no awk may see, with no operands for awk:
#                             head -c $((LIMIT + 1)) FILE | tr '\000\001' '\002\002' | LC_ALL=C awk …
#   json_load(FILE, LIMIT, "clean")  the same of a file that was cleaned so.
#   json_load(FILE, LIMIT, "cut")  the same of a file that was cut but not cleaned, which is looked into again for bytes that awk hid.
#                           Not for an awk that drops what follows a NUL; this is one that does not:
#                             printf 'a\000b' | LC_ALL=C awk 'BEGIN { RS = "\001" } { n += length($0) } END { exit NR + n != 4 }'
#   json_load(FILE, LIMIT)  the same of a file; runs the pipeline itself.
#   json_text(TEXT, LIMIT)  the same for text that the caller has, without the bytes \000 and \001.
#   json_parse()            parses J_TEXT: 1, or 0 with J_CODE `invalid_json` or `too_deep`, J_OFFSET (bytes before the string, or
#                           the run between two strings, that has the fault) and J_MESSAGE.
#   json_quote(S)           S as a JSON string, quotes and all.
#   json_write(PATH)        the value at PATH as JSON text on one line; numbers as they were written.
#   json_forget(PATH)       takes the value at PATH, and all below it, out of the tables (its key stays in J_KEY).
#   json_length(S)          length of S in code points.
#   json_number(TOKEN)      the number, to be compared; one so small that some awk takes it for 0 is some other small number.
#
# Tables, by JSON pointer ("" is the whole, "/commands/0/id" a field; in a key "~" is "~0" and "/" is "~1"):
#   J_TYPE[path]    o a s n b z: object, array, string, number, boolean, null. Ask `path in J_TYPE` first: in awk, looking at
#                   what is not there makes it, and to `validate` it would be there
#   J_VAL[path]     string: decoded, UTF-8; number: as written (compare json_number of it); boolean: true or false
#   J_LEN[path]     object: number of distinct keys; array: number of items
#   J_KEY[path, i]  i-th key of an object, from 0, by first appearance; decoded, not escaped
# Of a repeated key the last value counts. `__proto__` as a key is read, and not recorded.
#
# An escaped NUL (\u0000) is kept as the two bytes \300\200, which UTF-8 never has: it counts as one character, and json_quote
# writes it back as \u0000. What reaches a program's arguments must be refused while it holds J_NUL.
#
# Globals begin with J_, functions with json_ (public) or j_ (not).

BEGIN {
  J_NUL = "\300\200"
  J_DEPTH = 32
  J_TOO_LARGE = "1797693134862315807937289714053034150799341327100378269361737789804449682927647509466490179775872070"
  J_TOO_LARGE = J_TOO_LARGE "9633028641669288791094655554785194040263065748867150582068190890200070838367627385484581771153176447"
  J_TOO_LARGE = J_TOO_LARGE "5730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904"
  J_TOO_LARGE = J_TOO_LARGE "174497792"
  # original-awk cuts at line ends too where the separator is one character.
  J_QUOTE = split("\n\"", J_PIECE, "\"") == 2 ? "\"" : "[\"]"
}

function j_fault(code, message) {
  J_CODE = code
  J_MESSAGE = message
  return 0
}

function json_load(file, limit, state,   rs, text, got, more) {
  rs = RS
  RS = "\001"
  J_TEXT = ""
  if (file == "-") got = (getline J_TEXT)
  else if (!state) got = j_clean(file, limit)
  else {
    got = (getline text < file)
    more = state == "cut" && got > 0 && length(text) <= limit && (getline J_TEXT < file) > 0
    close(file)
    J_TEXT = text
    if (state == "cut" && got > 0 && length(text) <= limit && (more || j_hides(file, text))) got = j_clean(file, limit)
  }
  RS = rs
  return json_text(got > 0 ? J_TEXT : "", limit)
}

# Reads FILE as J_TEXT through a pipe that turns the bytes no JSON has, and some awk does not see, into one that every awk sees.
function j_clean(file, limit,   command, got) {
  gsub(/'/, "'\\''", file)
  command = "head -c " (limit + 1) " < '" file "' | tr '\\000\\001' '\\002\\002'"
  got = (command | getline J_TEXT)
  close(command)
  return got
}

# Whether FILE is not what TEXT says. Where awk sees NULs there may be one in TEXT. Else FILE may hold more: with TEXT's last byte as the
# separator, a NUL or a \001 at its end makes one record more.
function j_hides(file, text,   record, size) {
  if (length("\000") && index(text, "\000")) return 1
  RS = substr(text, length(text))
  size = 0
  while ((getline record < file) > 0) size += length(record) + 1
  close(file)
  RS = "\001"
  return size != length(text)
}

function json_text(text, limit,   size) {
  J_TEXT = text
  J_CODE = J_MESSAGE = ""
  size = length(text)
  if (size == 0) return j_fault("missing", "there is nothing to read")
  if (size > limit) return j_fault("oversize", "more than " limit " bytes")
  if (text ~ /[\200-\377]/ && !j_utf8(text, size)) return j_fault("invalid_utf8", "not UTF-8 without a byte order mark")
  return 1
}

# Windows, because regex functions of some awks cost as much as the whole rest of the text, each time.
function j_utf8(text, size,   i, window, carry) {
  if (substr(text, 1, 3) == "\357\273\277") return 0
  carry = ""
  for (i = 1; i <= size; i += 1024) {
    window = carry substr(text, i, 1024)
    carry = ""
    if (i + 1024 <= size && match(window, /[\300-\377][\200-\277]?[\200-\277]?$/)) {
      carry = substr(window, RSTART)
      window = substr(window, 1, RSTART - 1)
    }
    if (window !~ /^([\001-\177]|[\302-\337][\200-\277]|\340[\240-\277][\200-\277]|[\341-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]|\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]|\364[\200-\217][\200-\277][\200-\277])*$/) return 0
  }
  return 1
}

# What may come next (J_E): 1 a value; 2 a value or "]"; 3 a key; 4 a key or "}"; 5 ":"; 6 "," or an end; 7 nothing more.
# Of the innermost open container: J_OBJ (1 for an object), J_AT (its path), J_N (its members so far); of those around it the same
# in arrays by depth. J_D is the depth, J_HERE the path of the value of the key just read, J_MUTE the depth of the object whose
# `__proto__` is being read, else 0.
#
# The text is cut at its quotes: odd pieces lie between strings, even ones are strings, or parts of one where a quote is escaped.
function json_parse(   count, piece, at) {
  split("", J_TYPE); split("", J_VAL); split("", J_LEN); split("", J_KEY)
  split("", J_RUN); split("", J_STEP)
  J_CODE = J_MESSAGE = J_HERE = ""
  J_D = J_MUTE = J_OBJ = 0
  J_E = 1
  count = J_COUNT = split(J_TEXT, J_PIECE, J_QUOTE)
  for (J_I = 1; J_I <= count; J_I++) {
    piece = J_PIECE[J_I]
    if (piece == ":" && J_E == 5) J_E = 1
    else if (piece == "," && J_E == 6) J_E = J_OBJ ? 3 : 1
    else if (piece != "" && !j_run(piece)) return j_where()
    if (J_I == count) break
    piece = J_PIECE[++J_I]
    if (J_I == count) {
      j_unexpected("the text ends within a string")
      return j_where()
    }
    if (piece ~ /[\001-\037\\]/) {
      if (!j_decode(piece)) return j_where()
      piece = J_STRING
    }
    if (J_E < 3) {
      if (!J_MUTE) {
        at = J_OBJ ? J_HERE : J_D ? J_AT "/" J_N++ : ""
        J_TYPE[at] = "s"
        J_VAL[at] = piece
      }
      J_E = J_D ? 6 : 7
    } else if (J_E < 5) {
      if (J_MUTE == J_D) J_MUTE = 0
      if (!J_MUTE) {
        if (piece == "__proto__") {
          J_MUTE = J_D
        } else {
          if (!(piece in J_STEP)) J_STEP[piece] = "/" j_escape(piece)
          J_HERE = J_AT J_STEP[piece]
          if (J_HERE in J_TYPE) json_forget(J_HERE)
          else J_KEY[J_AT, J_N++] = piece
        }
      }
      J_E = 5
    } else {
      j_unexpected("a string where none can be")
      return j_where()
    }
  }
  if (J_E == 7) return 1
  j_unexpected("the text ends too early")
  return j_where()
}

function j_unexpected(what) {
  return j_fault("invalid_json", what)
}

# Where a fault lies: the bytes before its piece.
function j_where(   i) {
  J_OFFSET = 0
  for (i = 1; i < J_I && i <= J_COUNT; i++) J_OFFSET += length(J_PIECE[i]) + 1
  J_MESSAGE = J_MESSAGE ", at or after byte " J_OFFSET
  return 0
}

# One piece between strings. Short ones repeat, so what they come to is kept.
function j_run(piece,   tokens, count, i, list) {
  if (length(piece) > 256) return j_long_run(piece)
  if (piece in J_RUN) tokens = J_RUN[piece]
  else tokens = J_RUN[piece] = j_tokens(piece)
  if (tokens == "," || tokens == ":") return j_token(tokens)
  count = split(tokens, list, " ")
  for (i = 1; i <= count; i++) if (!j_token(list[i])) return 0
  return 1
}

# Tokens of a piece, with a blank between any two; a character that no token has becomes "?".
function j_tokens(piece) {
  if (piece ~ /[^][{}:, \t\r\n+.0-9A-Za-z-]/) gsub(/[^][{}:, \t\r\n+.0-9A-Za-z-]/, "?", piece)
  gsub(/[ \t\r\n]+/, " ", piece)
  gsub(/[][{}:,]/, " & ", piece)
  sub(/^ +/, "", piece)
  sub(/ +$/, "", piece)
  return piece
}

# A long piece, window by window. A word (number, true, …) that a window cuts is put together before it is looked at, in two steps
# as in j_decode.
function j_long_run(piece,   size, i, window, word, some, open, cut, count, k, list) {
  size = length(piece)
  word = some = ""
  open = 0
  for (i = 1; i <= size; i += 256) {
    window = substr(piece, i, 256)
    if (open) {
      cut = match(window, /[][{}:, \t\r\n]/)
      if (!cut) {
        some = some window
        if (length(some) > 8192) {
          word = word some
          some = ""
        }
        continue
      }
      if (!j_token(word some substr(window, 1, cut - 1))) return 0
      window = substr(window, cut)
      word = some = ""
      open = 0
    }
    if (i + 256 <= size && match(window, /[^][{}:, \t\r\n]+$/)) {
      some = substr(window, RSTART)
      window = substr(window, 1, RSTART - 1)
      open = 1
    }
    count = split(j_tokens(window), list, " ")
    for (k = 1; k <= count; k++) if (!j_token(list[k])) return 0
  }
  return open ? j_token(word some) : 1
}

# One token that is no string.
function j_token(token,   at) {
  if (token == ",") {
    if (J_E != 6) return j_unexpected("a comma where none can be")
    J_E = J_OBJ ? 3 : 1
    return 1
  }
  if (token == ":") {
    if (J_E != 5) return j_unexpected("a colon where none can be")
    J_E = 1
    return 1
  }
  if (token == "}" || token == "]") {
    if (token == "}" ? !(J_E == 4 || J_E == 6 && J_OBJ) : !(J_E == 2 || J_E == 6 && !J_OBJ))
      return j_unexpected("a closing bracket where none can be")
    if (J_MUTE == J_D) J_MUTE = 0
    if (!J_MUTE) J_LEN[J_AT] = J_N
    J_D--
    J_OBJ = J_OUTER_OBJ[J_D]
    J_AT = J_OUTER_AT[J_D]
    J_N = J_OUTER_N[J_D]
    J_E = J_D ? 6 : 7
    return 1
  }
  if (J_E > 2) return j_unexpected("a value where none can be")
  at = J_OBJ ? J_HERE : J_D ? J_AT "/" J_N++ : ""
  if (token == "{" || token == "[") {
    if (J_D == J_DEPTH) return j_fault("too_deep", "nested deeper than " J_DEPTH)
    J_OUTER_OBJ[J_D] = J_OBJ
    J_OUTER_AT[J_D] = J_AT
    J_OUTER_N[J_D] = J_N
    J_D++
    J_AT = at
    J_N = 0
    J_OBJ = token == "{"
    J_E = J_OBJ ? 4 : 2
    if (!J_MUTE) J_TYPE[at] = J_OBJ ? "o" : "a"
    return 1
  }
  J_E = J_D ? 6 : 7
  if (token == "true" || token == "false") {
    if (J_MUTE) return 1
    J_TYPE[at] = "b"
  } else if (token == "null") {
    if (J_MUTE) return 1
    J_TYPE[at] = "z"
  } else {
    if (token !~ /^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$/) return j_unexpected("a word that is no value")
    if ((token ~ /[eE]/ || length(token) > 300) && j_overflows(token)) return j_unexpected("a number beyond a double")
    if (J_MUTE) return 1
    J_TYPE[at] = "n"
  }
  J_VAL[at] = token
  return 1
}

# Awks do not agree on a number that is too large or too small for a double, so it is told by its digits. This gives the exponent of
# the first digit that is not 0 (0.05: -2), with J_DIGITS the digits from there on; none for zero.
function j_exponent(token,   at, exponent, point) {
  exponent = 0
  at = match(token, /[eE]/)
  if (at) {
    exponent = substr(token, at + 1)
    token = substr(token, 1, at - 1)
    at = exponent ~ /^-/ ? -1 : 1
    sub(/^[-+]?0*/, "", exponent)
    exponent = at * (length(exponent) > 9 ? 999999999 : exponent)
  }
  sub(/^-/, "", token)
  point = index(token, ".")
  if (!point) point = length(token) + 1
  sub(/[.]/, "", token)
  at = match(token, /[1-9]/)
  J_DIGITS = at ? substr(token, at) : ""
  return at ? point - 1 - at + exponent : 0
}

# Whether it rounds to more than the largest double: from 2^1024 - 2^970 on.
function j_overflows(token,   exponent) {
  exponent = j_exponent(token)
  return exponent > 308 || exponent == 308 && ("x" J_DIGITS) >= ("x" J_TOO_LARGE)
}

function json_number(token,   number, exponent) {
  number = token + 0
  if (number != 0 || token !~ /[eE]-/ && length(token) < 300) return number
  exponent = j_exponent(token)
  if (J_DIGITS == "" || exponent < -324 || exponent == -324 && ("x" J_DIGITS) <= "x24703282292062327208") return 0
  return token ~ /^-/ ? -1e-300 : 1e-300
}

# The string that begins with PIECE, which is piece J_I and has backslashes or a fault, as J_STRING; J_I is then its last piece.
# Text is gathered in two steps: appending each little bit to a long string would cost its whole length each time.
function j_decode(piece,   done, some, bits, count, i, part, letter, code, open) {
  done = some = ""
  bits = 0
  for (;;) {
    if (piece ~ /[\001-\037]/) return j_unexpected("a control character in a string")
    # Most are simple: without a backslash, or with one before the quote that ends them.
    count = 0
    i = index(piece, "\\")
    open = i && i == length(piece)
    if (!i) {
      some = some piece
    } else if (open) {
      some = some substr(piece, 1, i - 1) "\""
    } else {
      count = split(piece, J_PART, "\\")
      some = some J_PART[1]
    }
    for (i = 2; i <= count; i++) {
      part = J_PART[i]
      letter = substr(part, 1, 1)
      if (letter in J_ESCAPED) {
        some = some J_ESCAPED[letter] substr(part, 2)
      } else if (letter == "u") {
        code = j_hex(part)
        if (code < 0) return j_unexpected("a \\u escape without four hexadecimal digits")
        if (code >= 55296 && code <= 57343) {
          if (code >= 56320 || length(part) > 5 || i == count) return j_unexpected("a lone surrogate")
          part = J_PART[++i]
          letter = j_hex(part)
          if (letter < 56320 || letter > 57343) return j_unexpected("a lone surrogate")
          code = 65536 + (code - 55296) * 1024 + letter - 56320
        }
        some = some j_utf8_of(code) substr(part, 6)
      } else if (letter != "") {
        return j_unexpected("an escape that JSON does not have")
      } else if (i < count) {
        some = some "\\" J_PART[++i]
      } else {
        some = some "\""
        open = 1
      }
      if (++bits > 512) {
        done = done some
        some = ""
        bits = 0
      }
    }
    if (!open) break
    if (++bits > 512) {
      done = done some
      some = ""
      bits = 0
    }
    if (++J_I >= J_COUNT) return j_unexpected("the text ends within a string")
    piece = J_PIECE[J_I]
  }
  J_STRING = done some
  return 1
}

BEGIN {
  J_ESCAPED["\""] = "\""; J_ESCAPED["/"] = "/"; J_ESCAPED["b"] = "\b"; J_ESCAPED["f"] = "\f"
  J_ESCAPED["n"] = "\n"; J_ESCAPED["r"] = "\r"; J_ESCAPED["t"] = "\t"
}

# The number of "u" and four hexadecimal digits, at the start of S; else -1.
function j_hex(s,   i, value) {
  if (s !~ /^u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]/) return -1
  s = tolower(substr(s, 2, 4))
  value = 0
  for (i = 1; i <= 4; i++) value = value * 16 + index("123456789abcdef", substr(s, i, 1))
  return value
}

function j_utf8_of(n) {
  if (n == 0) return J_NUL
  if (n < 128) return sprintf("%c", n)
  if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
  if (n < 65536) return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
  return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64, 128 + int(n / 64) % 64, 128 + n % 64)
}

function j_escape(key) {
  if (key ~ /[~\/]/) {
    gsub(/~/, "~0", key)
    gsub(/\//, "~1", key)
  }
  return key
}

function json_forget(path,   i, type) {
  type = J_TYPE[path]
  if (type == "o") {
    for (i = 0; i < J_LEN[path]; i++) {
      json_forget(path "/" j_escape(J_KEY[path, i]))
      delete J_KEY[path, i]
    }
  } else if (type == "a") {
    for (i = 0; i < J_LEN[path]; i++) json_forget(path "/" i)
  }
  delete J_TYPE[path]
  delete J_VAL[path]
  delete J_LEN[path]
}

function json_length(s,   size, i, window, count) {
  size = length(s)
  if (s !~ /[\200-\377]/) return size
  count = 0
  for (i = 1; i <= size; i += 1024) {
    window = substr(s, i, 1024)
    count += length(window) - gsub(/[\200-\277]/, "", window)
  }
  return count
}

# Windows again; and a NUL's second byte may lie in the next one.
function json_quote(s,   size, i, window, out, some, c) {
  if (s !~ /[\001-\037"\\\300]/) return "\"" s "\""
  if (!("\n" in J_QUOTED)) {
    for (i = 1; i < 32; i++) J_QUOTED[sprintf("%c", i)] = sprintf("\\u%04x", i)
    J_QUOTED["\n"] = "\\n"; J_QUOTED["\r"] = "\\r"; J_QUOTED["\t"] = "\\t"; J_QUOTED["\\"] = "\\\\"
    J_QUOTED["\""] = "\\\""; J_QUOTED["\300"] = "\\u0000"
  }
  size = length(s)
  out = "\""
  for (i = 1; i <= size; i += 256) {
    window = substr(s, i, 256)
    if (c == "\300" && window ~ /^\200/) window = substr(window, 2)
    some = c = ""
    while (match(window, /[\001-\037"\\\300]/)) {
      c = substr(window, RSTART, 1)
      some = some substr(window, 1, RSTART - 1) J_QUOTED[c]
      window = substr(window, RSTART + 1)
      if (c == "\300" && window ~ /^\200/) window = substr(window, 2)
      if (window != "") c = ""
    }
    out = out some window
  }
  return out "\""
}

function json_write(path,   type, i, key, out) {
  type = J_TYPE[path]
  if (type == "s") return json_quote(J_VAL[path])
  if (type == "o") {
    for (i = 0; i < J_LEN[path]; i++) {
      key = J_KEY[path, i]
      out = out (i ? "," : "") json_quote(key) ":" json_write(path "/" j_escape(key))
    }
    return "{" out "}"
  }
  if (type == "a") {
    for (i = 0; i < J_LEN[path]; i++) out = out (i ? "," : "") json_write(path "/" i)
    return "[" out "]"
  }
  return type == "z" ? "null" : J_VAL[path]
}
