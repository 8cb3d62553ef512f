# `validate KIND`: judges a document on standard input, as the agent would.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_validate KIND
#
# Returns 0 where it is accepted; 1, with one line of JSON on standard output, where not; 2 for a kind that is none.
p_validate() {
  if [ -z "$1" ]; then
    p_help >&2
    return 2
  fi
  p_awk=${PARA_AWK:-awk} p_dir=/
  p_make_home || return 2
  p_awk_validate >"$p_home/validate.awk"
  # The largest limit of any document, and one byte more.
  head -c 4194305 | tr '\000\001' '\002\002' | P_KIND=$1 LC_ALL=C "$p_awk" -f "$p_home/validate.awk"
  p_exit=$?
  rm -rf "$p_home"
  return "$p_exit"
}
