#!/bin/sh
# Stands for a build: takes steps, prints what it does, and reports its progress with para-report.
set -eu

# usage: report FLAG…
#
# The workspace of the demo is this repository, so that its para-report is at hand in any image and with any agent. Elsewhere
# the shell agent's lies at /para/agent/para-report.sh.
report() {
  sh packages/agent-sh/dist/para-report.sh "$@"
}

main() {
  step=0
  for part in protocol agents host "command line" monitor; do
    report --phase building --progress "$step/5" --message "Building the $part" --service "builder=running"
    echo "building the $part …"
    sleep 0.5 2>/dev/null || sleep 1
    step=$((step + 1))
  done
  echo "one thing to look at" >&2
  report --phase built --progress "5/5" --message "All is built" --service "builder=stopped" --warning "One thing to look at"
}

main "$@"
