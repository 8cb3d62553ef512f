# The command line.
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_help
p_help() {
  p_put "usage: para-agent.sh [run [-- COMMAND...]]   serve the status directory; beside COMMAND, whose exit code is then ours
       para-agent.sh validate KIND          judge a document on standard input: 0 accepted, 1 refused
       para-agent.sh --version | --help
environment: PARA_STATUS_DIR PARA_SESSION_NAME PARA_WORKSPACE PARA_AGENT_CONFIG PARA_DOORBELL=off PARA_AWK"
}

# usage: main ARGUMENT...
main() {
  set -f
  p_try_shell
  case ${1-run} in
    run)
      if [ $# -gt 0 ]; then shift; fi
      p_run "$@"
      ;;
    --) p_run "$@" ;;
    validate) p_validate "${2-}" ;;
    --version) p_put "para-agent-sh $p_version (protocol $p_protocol)" ;;
    --help | -h) p_help ;;
    *)
      p_help >&2
      return 2
      ;;
  esac
}
