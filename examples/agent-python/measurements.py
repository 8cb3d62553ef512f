"""What the container uses (docs/protocol.md#metrics), and probes of what runs in it (docs/protocol.md#probes)."""

import os
import subprocess
import time

UNLIMITED = 1 << 60


def read(path):
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            return file.read()
    except OSError:
        return None


def integer(path):
    text = read(path)
    return int(text) if text and text.strip().isdigit() else None


def without_none(fields):
    return {key: value for key, value in fields.items() if value is not None}


def limit(value):
    return value if value is not None and value < UNLIMITED else None


def field(text, name):
    for line in (text or "").splitlines():
        key, _, value = line.partition(" ")
        if key == name:
            return int(value)
    return None


def cpu(root):
    used = field(read(f"{root}/cpu.stat"), "usage_usec")
    if used is not None:
        quota = (read(f"{root}/cpu.max") or "max 1").split()
        cores = None if quota[0] == "max" else int(quota[0]) / int(quota[1])
        return without_none({"usage_seconds": used / 1e6, "limit_cores": cores})
    used = integer(f"{root}/cpuacct/cpuacct.usage")
    if used is None:
        return None
    quota, period = read(f"{root}/cpu/cpu.cfs_quota_us"), integer(f"{root}/cpu/cpu.cfs_period_us")
    cores = int(quota) / period if quota and int(quota) > 0 and period else None
    return without_none({"usage_seconds": used / 1e9, "limit_cores": cores})


def memory(root):
    used, most = integer(f"{root}/memory.current"), integer(f"{root}/memory.max")
    cache = field(read(f"{root}/memory.stat"), "inactive_file")
    if used is None:
        used, most = integer(f"{root}/memory/memory.usage_in_bytes"), integer(f"{root}/memory/memory.limit_in_bytes")
        cache = field(read(f"{root}/memory/memory.stat"), "total_inactive_file")
    if used is None:
        return None
    return without_none({"used_bytes": max(0, used - (cache or 0)), "limit_bytes": limit(most)})


def pids(root):
    for directory in (root, f"{root}/pids"):
        current = integer(f"{directory}/pids.current")
        if current is not None:
            return without_none({"current": current, "limit": integer(f"{directory}/pids.max")})
    return None


def disk(path):
    try:
        figures = os.statvfs(path)
    except OSError:
        return None
    return {"used_bytes": (figures.f_blocks - figures.f_bfree) * figures.f_frsize, "total_bytes": figures.f_blocks * figures.f_frsize}


def network():
    text = read("/proc/self/net/dev")
    if text is None:
        return None
    rows = [line.split(":") for line in text.splitlines() if ":" in line]
    figures = [row[1].split() for row in rows if row[0].strip() != "lo"]
    return {"rx_bytes": sum(int(row[0]) for row in figures), "tx_bytes": sum(int(row[8]) for row in figures)}


def measure(workspace, root="/sys/fs/cgroup"):
    """The fields of `metrics.json` that can be read here."""
    parts = {"cpu": cpu(root), "memory": memory(root), "pids": pids(root), "disk": disk(workspace), "network": network()}
    return without_none(parts)


class Probe:
    """One probe: started when due, never waited for, its verdict after `retries` failures."""

    def __init__(self, config, good, bad, env, cwd):
        self.config, self.good, self.bad, self.env, self.cwd = config, good, bad, env, cwd
        self.verdict = "starting"
        self.began = time.monotonic()
        self.due = self.began
        self.failures = 0
        self.process = None

    def step(self):
        """Moves the probe along; True if its verdict changed."""
        moment, before = time.monotonic(), self.verdict
        if self.process is None and moment >= self.due:
            argv = ["/bin/sh", "-c", self.config["command"]]
            quiet = subprocess.DEVNULL
            self.process = subprocess.Popen(
                argv, stdin=quiet, stdout=quiet, stderr=quiet, env=self.env, cwd=self.cwd, start_new_session=True
            )
            self.due = moment + self.config.get("interval_seconds", 30)
            self.overdue = moment + self.config.get("timeout_seconds", 30)
        elif self.process is not None:
            code = self.process.poll()
            if code is None and moment >= self.overdue:
                os.killpg(self.process.pid, 9)
                code = self.process.wait()
            if code is not None:
                self.process = None
                self.judge(code == 0, moment)
        return self.verdict != before

    def judge(self, success, moment):
        if success:
            self.failures, self.verdict = 0, self.good
        elif moment - self.began >= self.config.get("start_period_seconds", 0):
            self.failures += 1
            if self.failures >= self.config.get("retries", 3):
                self.verdict = self.bad
