"""Runs one command and records how it ended, whatever becomes of the agent (docs/protocol.md#restart)."""

import json
import os
import selectors
import signal


class CappedFile:
    """A stream on disk: its head as it comes, its tail kept back until the end where something had to be left out."""

    def __init__(self, path, limit):
        self.file = open(path, "wb", buffering=0)
        self.limit = limit
        self.keep = limit // 2
        self.bytes = 0
        self.tail = bytearray()

    def write(self, data):
        before = self.bytes
        self.bytes += len(data)
        if self.bytes <= self.limit:
            self.file.write(data)
        elif before < self.limit - self.keep:
            self.file.write(data[: self.limit - self.keep - before])
        self.tail += data[max(0, self.limit - self.keep - before) :]
        del self.tail[: max(0, len(self.tail) - self.keep)]

    def close(self):
        truncated = self.bytes > self.limit
        if truncated:
            head = self.limit - self.keep
            self.file.truncate(head)
            self.file.seek(head)
            self.file.write(b"\n[%d bytes left out]\n" % (self.bytes - head - len(self.tail)))
            self.file.write(self.tail)
        self.file.close()
        return {"bytes": self.bytes, "truncated": truncated}


def start_time(pid):
    """When a process started, in clock ticks: with the pid, its identity. None where it is gone or a zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields[19]


def record(directory, name, value):
    """Writes a private file of a claim in one step."""
    temporary = os.path.join(directory, f".{name}.new")
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(value, file)
    os.rename(temporary, os.path.join(directory, f".{name}"))


def supervise(directory, argv, env, cwd, stdin, limit, doorbell):
    """Forks a supervisor for `argv` and returns its pid; it leaves `.process` and at last `.exit` in `directory`."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setsid()
        run(directory, argv, env, cwd, stdin, limit, doorbell)
        code = 0
    finally:
        os._exit(code)


def run(directory, argv, env, cwd, stdin, limit, doorbell):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    with open(os.path.join(directory, ".stdin"), "wb") as file:
        file.write(stdin.encode())
    source = os.open(os.path.join(directory, ".stdin"), os.O_RDONLY)
    os.unlink(os.path.join(directory, ".stdin"))
    out_read, out_write = os.pipe()
    err_read, err_write = os.pipe()
    failed_read, failed_write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setpgid(0, 0)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
                signal.signal(number, signal.SIG_DFL)
            os.chdir(cwd)
            os.dup2(source, 0)
            os.dup2(out_write, 1)
            os.dup2(err_write, 2)
            os.execvpe(argv[0], argv, env)
        except OSError as error:
            os.write(failed_write, error.strerror.encode())
        os._exit(127)
    for descriptor in (source, out_write, err_write, failed_write):
        os.close(descriptor)
    failure = os.read(failed_read, 1024).decode()
    if failure:
        os.waitpid(child, 0)
        finish(directory, {"spawn_failed": failure}, doorbell)
        return
    record(directory, "process", {"pid": child, "start": start_time(child), "supervisor": os.getpid()})
    streams = {
        out_read: CappedFile(os.path.join(directory, "stdout"), limit),
        err_read: CappedFile(os.path.join(directory, "stderr"), limit),
    }
    status = pump(child, streams)
    ended = {"signal": signal.Signals(os.WTERMSIG(status)).name} if os.WIFSIGNALED(status) else {"code": os.WEXITSTATUS(status)}
    ended["stdout"], ended["stderr"] = (streams[fd].close() for fd in (out_read, err_read))
    finish(directory, ended, doorbell)


def pump(child, streams):
    """Copies output until the command itself has ended; children of its that hold the pipes do not hold us."""
    selector = selectors.DefaultSelector()
    for descriptor in streams:
        os.set_blocking(descriptor, False)
        selector.register(descriptor, selectors.EVENT_READ)
    exited = os.pidfd_open(child)
    selector.register(exited, selectors.EVENT_READ)
    status = None
    while status is None or selector.get_map():
        events = selector.select(0 if status is not None else None)
        if status is not None and not events:
            break
        for key, _ in events:
            if key.fd == exited:
                _, status = os.waitpid(child, 0)
                selector.unregister(exited)
                continue
            data = os.read(key.fd, 65536)
            if data:
                streams[key.fd].write(data)
            else:
                selector.unregister(key.fd)
    return status


def finish(directory, ended, doorbell):
    record(directory, "exit", ended)
    ring(doorbell)


def ring(doorbell):
    """A hint to the agent; every error is ignored."""
    try:
        descriptor = os.open(doorbell, os.O_WRONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        os.write(descriptor, b"!")
        os.close(descriptor)
    except OSError:
        pass
