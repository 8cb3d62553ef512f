#!/usr/bin/env python3
"""A para agent in Python's standard library, written from docs/protocol.md and the schemas alone.

usage: python3 para_agent.py            runs the agent; its environment: docs/protocol.md#environment
"""

import contextlib
import glob
import json
import os
import select
import shutil
import signal
import stat
import sys
import time
import uuid
from datetime import datetime, timezone

import documents
import measurements
import supervisor
from documents import Fault

TERMINAL = {"succeeded", "failed", "timed_out", "cancelled", "rejected", "expired", "lost"}
PRIORITIES = {"high": 0, "normal": 1, "low": 2}
GUARDED = {"PATH", "IFS", "ENV", "BASH_ENV", "NODE_OPTIONS"}
STATUS_LIMIT = 262_144
NOTICES = 50
DEFAULTS = {
    "heartbeat_interval_seconds": 5,
    "poll_interval_seconds": 1,
    "metrics_interval_seconds": 10,
    "max_concurrency": 4,
    "kill_grace_seconds": 10,
    "max_output_bytes": 16_777_216,
}


def now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def seconds_since_epoch(timestamp):
    text = timestamp.replace("Z", "+00:00")
    if "." in text:  # fromisoformat of older Pythons takes six digits, no more and no fewer
        head, _, rest = text.partition(".")
        digits = rest[: len(rest) - 6]
        text = f"{head}.{digits[:6].ljust(6, '0')}{rest[-6:]}"
    return datetime.fromisoformat(text).timestamp()


def status_directory():
    if os.environ.get("PARA_STATUS_DIR"):
        return os.environ["PARA_STATUS_DIR"]
    if os.path.isdir("/para/status"):
        return "/para/status"
    name = os.environ.get("PARA_SESSION_NAME", "")
    if not documents.SESSION.fullmatch(name):
        sys.exit("para_agent: PARA_STATUS_DIR or a valid PARA_SESSION_NAME is needed")
    return f"/workspace/.para/state/docker/{name}"


def publish(path, value):
    """Replaces a document in one step; tries again, with growing pauses, where the disk refuses."""
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{os.getpid()}")
    for attempt in range(5):
        try:
            with open(temporary, "w", encoding="utf-8") as file:
                json.dump(value, file, ensure_ascii=False)
            os.rename(temporary, path)
            return True
        except OSError:
            time.sleep(0.02 * 2**attempt)
    return False


class Agent:
    """One run of the agent: what it knows, and the loop that looks, acts and tells."""

    def __init__(self):
        self.directory = status_directory()
        self.workspace = os.environ.get("PARA_WORKSPACE", "/workspace")
        self.claims = os.path.join(self.directory, "logs", "commands")
        self.doorbell = os.path.join(self.directory, "doorbell")
        self.config_path = os.environ.get("PARA_AGENT_CONFIG", "/para/agent.json")
        self.config = dict(DEFAULTS)
        self.boot_id = uuid.uuid4().hex
        self.sequence = 0
        self.highest = -1
        self.status = "starting"
        self.report = {"errors": [], "warnings": []}
        self.results = {}
        self.entries = {}
        self.deadlines = {}
        self.stopping = {}
        self.paused = False
        self.shutdown_at = None
        self.seen_faults = {}
        self.probes = {}
        self.children = set()
        self.processed = set()
        self.retired = []
        self.started = time.monotonic()
        self.measured_at = None
        self.changed = True

    # ── telling ──────────────────────────────────────────────────────────────────────────────────────────────

    def log(self, level, event, **fields):
        path = os.path.join(self.directory, "logs", "agent.jsonl")
        try:
            if os.path.exists(path) and os.path.getsize(path) > 4 * 1024 * 1024:
                os.rename(path, f"{path}.1")
            with open(path, "a", encoding="utf-8") as file:
                file.write(json.dumps({"timestamp": now(), "level": level, "event": event, **fields}) + "\n")
        except OSError:
            pass

    def notice(self, kind, code, message, source=None):
        entry = {"timestamp": now(), "message": message[:2048], "code": code}
        if source:
            entry["source"] = source
        self.report[kind] = (self.report[kind] + [entry])[-NOTICES:]
        self.changed = True

    def fault(self, source, fault, content=b""):
        """Tells of a bad file, once per content."""
        mark = (fault.code, content)
        if self.seen_faults.get(source) == mark:
            return
        self.seen_faults[source] = mark
        self.notice("errors", fault.code, str(fault), source)
        self.log("error", "file.rejected", code=fault.code, message=str(fault))

    def write_status(self):
        self.sequence += 1
        document = {
            "protocol_version": "1.0",
            "timestamp": now(),
            "status": self.status,
            "boot_id": self.boot_id,
            "sequence": self.sequence,
            "heartbeat_interval_seconds": self.config["heartbeat_interval_seconds"],
            "agent": {"name": "para-agent-python", "version": "1.0.0", "runtime": f"python {sys.version.split()[0]}"},
            **self.report,
            "results": list(self.results.values()),
        }
        dropped = False
        while len(json.dumps(document, ensure_ascii=False).encode()) > STATUS_LIMIT - 512:
            dropped = True
            if document["warnings"]:
                document["warnings"] = document["warnings"][1:]
            elif document["errors"]:
                document["errors"] = document["errors"][1:]
            elif not document.pop("custom", None):
                break
        if dropped:
            note = {"timestamp": now(), "code": "oversize", "message": "the status was too large; the oldest was left out"}
            document["warnings"] = document["warnings"][1 - NOTICES :] + [note]
        publish(os.path.join(self.directory, "status.json"), document)
        self.changed = False

    # ── commands ─────────────────────────────────────────────────────────────────────────────────────────────

    def claim(self, command_id):
        """True if the command is ours to act on: the directory was not there, and is now, durably."""
        path = os.path.join(self.claims, command_id)
        try:
            os.mkdir(path, 0o770)
        except FileExistsError:
            return False
        parent = os.open(self.claims, os.O_RDONLY)
        os.fsync(parent)
        os.close(parent)
        return True

    def end(self, command_id, state, **fields):
        """Writes the one terminal result, then shows it."""
        path = os.path.join(self.claims, command_id)
        if self.results.get(command_id, {}).get("state") in TERMINAL:
            return
        result = {"protocol_version": "1.0", "id": command_id, "state": state, "finished_at": now(), **fields}
        for stream in ("stdout", "stderr"):
            if stream in result:
                result[stream]["path"] = f"logs/commands/{command_id}/{stream}"
        publish(os.path.join(path, "result.json"), result)
        self.results[command_id] = {key: result[key] for key in ("id", "state", "exit_code", "signal", "code") if key in result}
        self.entries.pop(command_id, None)
        self.deadlines.pop(command_id, None)
        self.stopping.pop(command_id, None)
        self.changed = True
        self.log("info", "command.ended", command_id=command_id, message=state)

    def look(self):
        """Reads `commands.json` and acts on what is new."""
        content = b""
        try:
            content = documents.read_bytes(os.path.join(self.directory, "commands.json"), documents.LIMITS["commands"])
            queue = documents.parse("commands", content, documents.check_envelope)
            if queue is None:
                return
            sequence = queue.get("sequence")
            if sequence is not None:
                if sequence < self.highest:
                    raise Fault("stale_document", f"sequence {sequence} after {self.highest}")
                if sequence > self.highest:
                    self.highest = sequence
                    publish(os.path.join(self.claims, ".sequence"), sequence)
        except Fault as fault:
            self.fault("commands.json", fault, content)
            return
        processed = set(queue.get("processed", []))
        for command_id in processed:
            if self.results.get(command_id, {}).get("state") in TERMINAL:
                del self.results[command_id]
                supervisor.record(os.path.join(self.claims, command_id), "processed", True)
                self.changed = True
        self.retain(processed)
        fresh = self.take(queue["commands"], processed)
        for entry in fresh:
            if entry["type"] == "signal":
                self.signal(entry)

    def retain(self, processed):
        """Removes the directories of commands that nobody needs any more, the oldest first."""
        self.retired += sorted(self.processed - processed)
        self.processed = processed
        keep = self.config.get("retention", {})
        most, most_bytes = keep.get("max_commands", 100), keep.get("max_bytes", 268_435_456)
        sizes = {command_id: self.size(command_id) for command_id in self.retired} if self.retired else {}
        while self.retired and (len(self.retired) > most or sum(sizes.values()) > most_bytes):
            command_id = self.retired.pop(0)
            sizes.pop(command_id, None)
            shutil.rmtree(os.path.join(self.claims, command_id), ignore_errors=True)

    def size(self, command_id):
        try:
            with os.scandir(os.path.join(self.claims, command_id)) as files:
                return sum(file.stat(follow_symlinks=False).st_size for file in files)
        except OSError:
            return 0

    def take(self, entries, processed):
        """Claims what is new; returns the sound new entries, those of `exec` waiting already."""
        fresh, seen = [], set()
        for index, entry in enumerate(entries):
            command_id = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(command_id, str) or not documents.COMMAND_ID.fullmatch(command_id):
                self.fault(f"commands/{index}", Fault("invalid_id", "an entry has no usable id"), repr(command_id).encode())
                continue
            if command_id in seen:
                self.fault(f"commands/{command_id}", Fault("duplicate_id", f"{command_id} stands twice"))
                continue
            seen.add(command_id)
            if command_id in self.results or command_id in processed or self.shutdown_at or not self.claim(command_id):
                continue
            self.results[command_id] = {"id": command_id, "state": "accepted"}
            self.changed = True
            try:
                self.check(entry)
            except Fault as fault:
                self.end(command_id, "rejected", code=fault.code, message=str(fault)[:2048])
                continue
            fresh.append(entry)
            if entry["type"] == "exec":
                self.entries[command_id] = entry
        return fresh

    def check(self, entry):
        kind = entry.get("type")
        if kind not in ("exec", "signal"):
            raise Fault("unsupported_command", "no command of this type")
        (documents.check_exec if kind == "exec" else documents.check_signal)(entry)
        if kind == "signal" and entry["signal"] == "cancel" and "target" not in entry:
            raise Fault("invalid_schema", "/target: a cancel needs one")
        allowed = self.config.get("allow_env", [])
        for name in entry.get("env", {}):
            if (name in GUARDED or name.startswith("LD_")) and name not in allowed:
                raise Fault("denied_by_policy", f"{name} may not be set")

    def start_waiting(self):
        for command_id, entry in list(self.entries.items()):
            ttl = entry.get("queue_ttl_seconds")
            if self.results[command_id]["state"] == "accepted" and ttl is not None:
                if time.time() > seconds_since_epoch(entry["timestamp"]) + ttl:
                    self.end(command_id, "expired", code="expired", message="it was not started within its time")
        if self.paused:
            return
        waiting = [entry for key, entry in self.entries.items() if self.results[key]["state"] == "accepted"]
        waiting.sort(key=lambda entry: PRIORITIES[entry.get("priority", "normal")])
        running = sum(1 for key in self.results if self.results[key]["state"] == "running")
        for entry in waiting[: max(0, self.config["max_concurrency"] - running)]:
            self.start(entry)

    def start(self, entry):
        command_id = entry["id"]
        cwd = entry.get("working_dir") or (self.workspace if os.path.isdir(self.workspace) else "/")
        if not cwd.startswith("/") or ".." in cwd.split("/") or not os.path.isdir(cwd) or not os.access(cwd, os.X_OK):
            self.end(command_id, "rejected", code="invalid_working_dir", message="not an absolute path of a directory")
            return
        args = entry.get("args", [])
        if entry.get("shell", True):
            line = f'{entry["command"]} "$@"' if args else entry["command"]
            argv = ["/bin/sh", "-c", line, "sh", *args]
        else:
            argv = [entry["command"], *args]
        env = {**os.environ, **entry.get("env", {}), "PARA_COMMAND_ID": command_id, "PARA_STATUS_DIR": self.directory}
        limit = entry.get("max_output_bytes", self.config["max_output_bytes"])
        directory = os.path.join(self.claims, command_id)
        # The start is told before it happens, so that a crash in between is reported as lost, never started again.
        timeout = entry.get("timeout_seconds")
        grace = entry.get("kill_grace_seconds", self.config["kill_grace_seconds"])
        told = {"at": now(), "grace": grace, "until": None if timeout is None else time.time() + timeout}
        supervisor.record(directory, "started", told)
        self.results[command_id]["state"] = "running"
        self.changed = True
        stdin = entry.get("stdin", "")
        self.children.add(supervisor.supervise(directory, argv, env, cwd, stdin, limit, self.doorbell))
        if timeout is not None:
            self.deadlines[command_id] = time.monotonic() + timeout
        self.log("info", "command.started", command_id=command_id)

    def read_private(self, command_id, name):
        try:
            with open(os.path.join(self.claims, command_id, f".{name}"), encoding="utf-8") as file:
                return json.load(file)
        except (OSError, ValueError):
            return None

    def reap(self):
        """Reports commands that ended, and moves along those that are being stopped."""
        for supervisor_pid in list(self.children):
            try:
                if os.waitpid(supervisor_pid, os.WNOHANG)[0] == supervisor_pid:
                    self.children.discard(supervisor_pid)
            except ChildProcessError:
                self.children.discard(supervisor_pid)
        for command_id, summary in list(self.results.items()):
            if summary["state"] != "running":
                continue
            deadline = self.deadlines.get(command_id)
            if deadline and time.monotonic() >= deadline and command_id not in self.stopping:
                self.stop(command_id, "timed_out")
            ended = self.read_private(command_id, "exit")
            if ended is not None:
                self.report_end(command_id, ended)
            elif command_id in self.stopping:
                self.press(command_id)
            elif not self.alive(command_id):
                # It may have recorded its end between the look above and its own.
                ended = self.read_private(command_id, "exit")
                if ended is None:
                    self.end(command_id, "lost", message="its supervisor ended without a record")
                else:
                    self.report_end(command_id, ended)

    def alive(self, command_id):
        process = self.read_private(command_id, "process")
        if process is None:  # between fork and record; the agent that forked is this one, or the command is lost
            return command_id in self.entries
        return supervisor.start_time(process["pid"]) == process["start"] or supervisor.start_time(process["supervisor"]) is not None

    def report_end(self, command_id, ended):
        fields = {"started_at": (self.read_private(command_id, "started") or {}).get("at", now())}
        if "spawn_failed" in ended:
            self.end(command_id, "rejected", code="spawn_failed", message=f"it could not be started: {ended['spawn_failed']}")
            return
        fields["stdout"], fields["stderr"] = ended["stdout"], ended["stderr"]
        if "signal" in ended:
            fields["signal"] = ended["signal"]
        else:
            fields["exit_code"] = ended["code"]
        state = self.stopping.get(command_id, {}).get("state")
        if state:
            self.sweep(command_id)
        self.end(command_id, state or ("succeeded" if ended.get("code") == 0 else "failed"), **fields)

    def stop(self, command_id, state):
        """TERM now; `press` follows with KILL after the grace."""
        grace = (self.read_private(command_id, "started") or {}).get("grace", self.config["kill_grace_seconds"])
        self.stopping[command_id] = {"state": state, "kill_at": time.monotonic() + grace, "told": False}
        self.press(command_id)

    def press(self, command_id):
        process = self.read_private(command_id, "process")
        ladder = self.stopping[command_id]
        if process is None or supervisor.start_time(process["pid"]) != process["start"]:
            return
        killing = time.monotonic() >= ladder["kill_at"]
        if killing or not ladder["told"]:
            ladder["told"] = True
            try:
                os.killpg(process["pid"], signal.SIGKILL if killing else signal.SIGTERM)
            except OSError:
                pass

    def sweep(self, command_id):
        """Kills what left the process group, by the marks in its environment, until none is left."""
        marks = {f"PARA_COMMAND_ID={command_id}".encode(), f"PARA_STATUS_DIR={self.directory}".encode()}
        for _ in range(50):
            found = 0
            for path in glob.glob("/proc/[0-9]*/environ"):
                try:
                    with open(path, "rb") as file:
                        if marks <= set(file.read().split(b"\0")):
                            os.kill(int(path.split("/")[2]), signal.SIGKILL)
                            found += 1
                except OSError:
                    continue
            if not found:
                return
            time.sleep(0.01)

    # ── signals ──────────────────────────────────────────────────────────────────────────────────────────────

    def signal(self, entry):
        command_id, name = entry["id"], entry["signal"]
        if name == "ping":
            pass
        elif name in ("pause", "resume"):
            self.paused = name == "pause"
            self.status = "paused" if self.paused else "running"
        elif name == "reload_config":
            try:
                self.load_config()
            except Fault as fault:
                self.end(command_id, "failed", code=fault.code, message=str(fault))
                return
        elif name == "cancel":
            target = entry["target"]
            if target not in self.results and not os.path.isdir(os.path.join(self.claims, target)):
                self.end(command_id, "failed", code="unknown_target", message="no such command was seen")
                return
            self.cancel(target)
        elif name == "shutdown":
            self.begin_shutdown(entry.get("timeout_seconds", 30))
        else:
            hook = self.config.get("signals", {}).get(name)
            if hook is None:
                self.end(command_id, "rejected", code="unsupported_signal", message=f"no hook for {name}")
                return
            # A hook runs at once, beside the queue.
            run = {"id": command_id, "command": hook["command"], "timeout_seconds": hook.get("timeout_seconds", 30)}
            self.entries[command_id] = run
            self.start(run)
            return
        self.end(command_id, "succeeded")

    def cancel(self, target):
        state = self.results.get(target, {}).get("state")
        if state == "accepted":
            self.end(target, "cancelled")
        elif state == "running" and target not in self.stopping:
            self.stop(target, "cancelled")

    def begin_shutdown(self, timeout):
        if self.shutdown_at is None:
            self.shutdown_at = time.monotonic() + timeout
            self.status = "stopping"
            self.changed = True
            for command_id in list(self.entries):
                if self.results[command_id]["state"] == "accepted":
                    self.end(command_id, "cancelled")

    # ── configuration and reports ────────────────────────────────────────────────────────────────────────────

    def load_config(self):
        data = documents.read_bytes(self.config_path, documents.LIMITS["agent-config"])
        self.config = {**DEFAULTS, **(documents.parse("agent-config", data, documents.check_config) or {})}
        where = self.workspace if os.path.isdir(self.workspace) else "/"
        self.probes = {
            name: measurements.Probe(probe, "running", "error", dict(os.environ), where)
            for name, probe in self.config.get("services", {}).items()
        }
        if "health" in self.config:
            self.probes[None] = measurements.Probe(self.config["health"], "healthy", "unhealthy", dict(os.environ), where)
        self.show_probes()

    def show_probes(self):
        for name, probe in self.probes.items():
            if name is None:
                self.report["health"] = probe.verdict
            else:
                self.report["services"] = {**self.report.get("services", {}), name: probe.verdict}
        self.changed = True

    def measure(self):
        interval = self.config["metrics_interval_seconds"]
        if interval == 0 or (self.measured_at is not None and time.monotonic() < self.measured_at + interval):
            return
        self.measured_at = time.monotonic()
        fields = measurements.measure(self.workspace if os.path.isdir(self.workspace) else "/")
        uptime = round(self.measured_at - self.started, 3)
        head = {"protocol_version": "1.0", "timestamp": now(), "boot_id": self.boot_id, "uptime_seconds": uptime}
        publish(os.path.join(self.directory, "metrics.json"), {**head, **fields})

    def take_reports(self):
        directory = os.path.join(self.directory, "reports")
        try:
            names = sorted(name for name in os.listdir(directory) if name.endswith(".json") and not name.startswith("."))
        except OSError:
            return
        for name in names[:100]:
            path = os.path.join(directory, name)
            try:
                report = documents.parse("report", documents.read_bytes(path, documents.LIMITS["report"]), documents.check_report)
                self.merge(report or {})
            except Fault as fault:
                self.notice("errors", fault.code, str(fault), "report")
            self.changed = True
            if stat.S_ISDIR(os.lstat(path).st_mode):
                shutil.rmtree(path, ignore_errors=True)
            else:
                os.unlink(path)

    def merge(self, report):
        if report.get("clear_notices"):
            self.report["errors"], self.report["warnings"] = [], []
        for name in ("phase", "progress", "health", "attention"):
            if name in report:
                self.report[name] = report[name]
                if report[name] is None:
                    del self.report[name]
        for name in ("services", "custom"):
            if name in report:
                merged = {**self.report.get(name, {}), **report[name]}
                self.report[name] = {key: value for key, value in merged.items() if value is not None}
        for name in ("errors", "warnings"):
            added = [{**notice, "timestamp": now()} for notice in report.get(name, [])]
            self.report[name] = (self.report[name] + added)[-NOTICES:]

    # ── the loop ─────────────────────────────────────────────────────────────────────────────────────────────

    def prepare(self):
        os.makedirs(self.claims, exist_ok=True)
        os.makedirs(os.path.join(self.directory, "reports"), exist_ok=True)
        try:
            self.load_config()
        except Fault as fault:
            self.fault("configuration", fault)
        try:
            with open(os.path.join(self.claims, ".sequence"), encoding="ascii") as file:
                self.highest = int(file.read())
        except (OSError, ValueError):
            pass
        for command_id in sorted(os.listdir(self.claims)):
            if documents.COMMAND_ID.fullmatch(command_id):
                self.recover(command_id)

    def recover(self, command_id):
        """Takes a claim of an earlier run up again: its result, its running process, or `lost`."""
        path = os.path.join(self.claims, command_id, "result.json")
        if self.read_private(command_id, "processed"):
            self.retired.append(command_id)
            return
        try:
            with open(path, encoding="utf-8") as file:
                result = json.load(file)
            self.results[command_id] = {key: result[key] for key in ("id", "state", "exit_code", "signal", "code") if key in result}
        except (OSError, ValueError):
            self.results[command_id] = {"id": command_id, "state": "running"}
            until = (self.read_private(command_id, "started") or {}).get("until")
            if until is not None:
                self.deadlines[command_id] = time.monotonic() + until - time.time()

    def open_doorbell(self):
        if os.environ.get("PARA_DOORBELL") == "off":
            return None
        try:
            if os.path.lexists(self.doorbell) and not stat.S_ISFIFO(os.lstat(self.doorbell).st_mode):
                os.unlink(self.doorbell)
            if not os.path.lexists(self.doorbell):
                os.mkfifo(self.doorbell, 0o660)
            return os.open(self.doorbell, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW)
        except OSError:
            return None

    def run(self):
        wake_read, wake_write = os.pipe()
        os.set_blocking(wake_read, False)
        os.set_blocking(wake_write, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, lambda *_: self.begin_shutdown(5))
        signal.signal(signal.SIGINT, lambda *_: self.begin_shutdown(5))
        self.prepare()
        bell = self.open_doorbell()
        self.status = "running"
        beat_at = 0
        while True:
            self.reap()
            self.take_reports()
            self.look()
            self.start_waiting()
            self.measure()
            if any([probe.step() for probe in self.probes.values()]):
                self.show_probes()
            if self.shutdown_at is not None and self.drained():
                break
            if self.changed or time.monotonic() >= beat_at:
                self.write_status()
                beat_at = time.monotonic() + self.config["heartbeat_interval_seconds"]
            probing = any(probe.process for probe in self.probes.values())
            busy = self.stopping or self.deadlines or probing or self.shutdown_at is not None
            limit = 0.05 if busy else self.config["poll_interval_seconds"]
            ready = [wake_read] if bell is None else [wake_read, bell]
            for descriptor in select.select(ready, [], [], max(0, min(limit, beat_at - time.monotonic())))[0]:
                with contextlib.suppress(BlockingIOError):  # another agent of this directory has heard it first
                    os.read(descriptor, 65536)
        self.status = "stopped"
        self.write_status()
        self.log("info", "agent.stopped")

    def drained(self):
        """Whether nothing runs any more; past the time of the shutdown, what runs is stopped."""
        running = [key for key, value in self.results.items() if value["state"] == "running"]
        if time.monotonic() >= self.shutdown_at:
            for command_id in running:
                if command_id not in self.stopping:
                    self.stop(command_id, "cancelled")
        return not running


if __name__ == "__main__":
    Agent().run()
