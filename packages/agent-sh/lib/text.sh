# Printing, and what differs from shell to shell: tried once at the start, then used by name.
#
# Every variable of the agent begins with `p_`: a shell exports whatever came with its environment, so a plain name
# such as `state` would change the variable of that name for every command.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

p_version='@version@'
p_protocol='1.0'
p_nl='
'

# usage: p_put TEXT
#
# Writes TEXT and a line end, without reading any escape in it. `echo` would.
p_put() {
  printf '%s\n' "$1"
}

# usage: p_try_shell
#
# mksh has no printf of its own, and one argument of a program ends at 128 KiB: its `print` takes any length.
p_try_shell() {
  case $(command -v printf) in
    /*)
      if [ "$(command -v print)" = print ]; then
        # shellcheck disable=SC3037
        p_put() { print -r -- "$1"; }
      fi
      ;;
  esac
  p_shell='sh'
  if [ -n "${BASH_VERSION-}" ]; then
    p_shell="bash $BASH_VERSION"
  elif [ -n "${ZSH_VERSION-}" ]; then
    p_shell="zsh $ZSH_VERSION"
  elif [ -n "${YASH_VERSION-}" ]; then
    p_shell="yash $YASH_VERSION"
    # Else what a `for` in a function sets is forgotten after it.
    command set +o forlocal 2>/dev/null
  elif [ -n "${KSH_VERSION-}" ]; then
    p_shell="ksh ${KSH_VERSION#@(#)}"
  fi
  # Text for a JSON string: these versions hold nothing that would need an escape, and this makes it sure.
  case $p_shell in *[\"\\]*) p_shell='sh' ;; esac
}

# usage: p_read_text <stream
#
# Reads a text that awk wrote as a number of lines and then the lines, into p_text, byte for byte: line ends inside and
# at the end included.
p_read_text() {
  read -r p_count || return 1
  p_text=
  IFS= read -r p_text || return 1
  while [ "$p_count" -gt 1 ]; do
    IFS= read -r p_line || return 1
    p_text=$p_text$p_nl$p_line
    p_count=$((p_count - 1))
  done
}
