# What the tests of the awk library need: every awk of this machine, and the library's files.

bats_require_minimum_version 1.5.0
modules=$BATS_TEST_DIRNAME/../../../node_modules
load "$modules/bats-support/load.bash"
load "$modules/bats-assert/load.bash"
lib=$BATS_TEST_DIRNAME/../lib
rules=$BATS_TEST_DIRNAME/../generated/validate.awk
export LC_ALL=C

# usage: in_each_awk FUNCTION [ARGUMENT…]
#
# Runs FUNCTION once for each awk that is here, with its words in `awk`. The name goes to the output, which a failed test shows. Nothing
# here may be a condition (`if`, `||`): in one, the shell goes on after a failed assertion.
in_each_awk() {
  local name seen=
  for name in mawk gawk original-awk busybox; do
    command -v "$name" >/dev/null || continue
    seen=1
    awk=("$name")
    if [ "$name" = busybox ]; then awk=(busybox awk); fi
    echo "with ${awk[*]}"
    "$@"
  done
  if [ -z "$seen" ]; then
    awk=(awk)
    "$@"
  fi
}

# usage: json PROGRAM [ARGUMENT…] <text      runs PROGRAM with the library
json() {
  local program=$1
  shift
  timeout 60 "${awk[@]}" -f "$lib/json.awk" -f <(printf '%s\n' "$program") "$@"
}

clean() {
  tr '\000\001' '\002\002'
}

# usage: read_again      what standard input comes to when it is read and written
read_again() {
  clean | json 'BEGIN { if (json_load("-", 5000000) && json_parse()) print json_write(""); else print J_CODE }'
}

# usage: reads TEXT RESULT
reads() {
  assert_equal "$(printf '%b' "$1" | read_again)" "$2"
}
