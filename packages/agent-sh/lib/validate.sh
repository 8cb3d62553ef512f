# `validate KIND`: judges a document on standard input, as the agent would.

# usage: p_validate KIND
#
# Returns 0 where it is accepted; 1, with one line of JSON on standard output, where not; 2 for a kind that is none.
p_validate() {
  p_awk=${PARA_AWK:-awk}
  p_look self || p_seen_start=0
  p_make_home || return 2
  p_unpack_awk "$p_home" || return 2
  tr '\000\001' '\002\002' | P_KIND=$1 LC_ALL=C "$p_awk" -f "$p_home/json.awk" -f "$p_home/validate.awk" -f "$p_home/validate-main.awk"
  p_exit=$?
  rm -rf "$p_home"
  return "$p_exit"
}
