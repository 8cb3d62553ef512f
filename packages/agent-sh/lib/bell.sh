# The doorbell: a FIFO on which the agent waits (docs/protocol.md#doorbell).
# shellcheck shell=sh disable=SC2034,SC2154,SC2317,SC3013,SC3045 # see build.mjs

# usage: p_open_bell
#
# Makes the FIFO and opens it for reading and writing. The entry point holds it so, and the agent reads: should the entry point be
# killed, the agent's reading ends, and with it the agent. Without a doorbell, a FIFO of our own serves ticker and supervisors.
p_open_bell() {
  p_bell=$p_dir/doorbell
  if [ "${PARA_DOORBELL-}" = off ]; then p_bell=$p_home/bell; fi
  if [ ! -p "$p_bell" ] || [ -L "$p_bell" ]; then
    rm -rf "$p_bell" 2>/dev/null
    # Some mounts have no FIFOs.
    mkfifo "$p_bell" 2>/dev/null || p_bell=$p_home/bell
  fi
  if [ ! -p "$p_bell" ]; then mkfifo "$p_bell" || return 1; fi
  exec 6<>"$p_bell"
}

# usage: p_ring
#
# Opened for reading too, a FIFO never blocks whoever opens it.
p_ring() {
  if [ -p "$p_bell" ]; then { p_put '' 1<>"$p_bell"; } 2>/dev/null; fi
}

# usage: p_check_bell
#
# Somebody may have taken the doorbell away, or put something else in its place.
p_check_bell() {
  if [ "$p_bell" -ef /proc/self/fd/3 ]; then return; fi
  if [ ! -p "$p_bell" ] || [ -L "$p_bell" ]; then
    rm -rf "$p_bell" 2>/dev/null
    mkfifo "$p_bell" 2>/dev/null || return 0
  fi
  exec 3<>"$p_bell"
  p_call_entry
}
