"""Reading documents: bytes to checked values, in the order and with the codes of docs/protocol.md#reading."""

import json
import math
import os
import re
import stat

LIMITS = {"commands": 1_048_576, "report": 65_536, "agent-config": 65_536}
MAX_DEPTH = 32

SESSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,49}")
COMMAND_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
SIGNAL = re.compile(r"[a-z][a-z0-9_-]{0,63}")
ENV_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,127}")
VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}")
TIMESTAMP = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
SURROGATE = re.compile("[\ud800-\udfff]")


class Fault(Exception):
    """A document, or an entry of one, that cannot be used: one of the protocol's codes."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def read_bytes(path, limit):
    """The file's bytes, or b"" where it is missing; never follows a link, never opens anything but a regular file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Fault("unsafe_file", f"{os.path.basename(path)} cannot be opened as a file") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Fault("unsafe_file", f"{os.path.basename(path)} is not a regular file")
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Fault("oversize", f"{os.path.basename(path)} is larger than {limit} bytes")
    return data


def decode(data):
    """JSON as the protocol means it: strict UTF-8, bounded depth, no lone surrogates, no number beyond a double."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Fault("invalid_utf8", "the bytes are not UTF-8") from error
    if text.startswith("\ufeff"):
        raise Fault("invalid_utf8", "the text begins with a byte order mark")
    depth = 0
    too_deep = None
    for token in STRING_OR_BRACKET.finditer(text):
        if token.group() in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                too_deep = token.start()
                break
        elif token.group() in "]}":
            depth -= 1
    try:
        value = json.loads(text if too_deep is None else text[:too_deep], parse_constant=refuse, parse_float=finite)
    except json.JSONDecodeError as error:
        # A text cut off right where it became too deep was sound as far as it went.
        if too_deep is not None and error.pos >= len(text[:too_deep].rstrip()):
            raise Fault("too_deep", f"nested deeper than {MAX_DEPTH}") from error
        raise Fault("invalid_json", f"not JSON: {error.msg} at character {error.pos}") from error
    except ValueError as error:
        raise Fault("invalid_json", str(error)) from error
    check_surrogates(value)
    return value


def refuse(word):
    raise ValueError(f"{word} is not JSON")


def finite(text):
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text[:32]} is beyond a double")
    return number


def check_surrogates(value):
    """Refuses what a `\\u` escape left alone; bounded, because the depth is."""
    if isinstance(value, str):
        if SURROGATE.search(value):
            raise Fault("invalid_json", "a lone surrogate")
    elif isinstance(value, list):
        for item in value:
            check_surrogates(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            check_surrogates(key)
            check_surrogates(item)


# ── shapes: each check raises Fault("invalid_schema") ────────────────────────────────────────────────────────────


def bad(pointer, what):
    return Fault("invalid_schema", f"{pointer}: {what}")


def text(maximum, minimum=0, pattern=None, nul=True):
    def check(value, pointer):
        if not isinstance(value, str) or not minimum <= len(value) <= maximum:
            raise bad(pointer, f"a string of {minimum} to {maximum} characters is needed")
        if pattern and not pattern.fullmatch(value):
            raise bad(pointer, "not of the right form")
        if not nul and "\0" in value:
            raise bad(pointer, "holds a NUL")

    return check


def number(minimum, maximum, integer=True):
    def check(value, pointer):
        sound = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not sound or not minimum <= value <= maximum or (integer and value != int(value)):
            raise bad(pointer, f"a number from {minimum} to {maximum} is needed")

    return check


def word(*words):
    def check(value, pointer):
        if value not in words or not isinstance(value, str):
            raise bad(pointer, f"one of {', '.join(words)} is needed")

    return check


def boolean(value, pointer):
    if not isinstance(value, bool):
        raise bad(pointer, "true or false is needed")


def items(check_item, maximum):
    def check(value, pointer):
        if not isinstance(value, list) or len(value) > maximum:
            raise bad(pointer, f"a list of at most {maximum} is needed")
        for index, item in enumerate(value):
            check_item(item, f"{pointer}/{index}")

    return check


def mapping(check_key, check_value, maximum):
    def check(value, pointer):
        if not isinstance(value, dict) or len(value) > maximum:
            raise bad(pointer, f"an object of at most {maximum} keys is needed")
        for key, item in value.items():
            check_key(key, pointer)
            check_value(item, f"{pointer}/{key}")

    return check


def anything(_value, _pointer):
    return None


def optional_null(check_value):
    return lambda value, pointer: None if value is None else check_value(value, pointer)


def timestamp(value, pointer):
    match = TIMESTAMP.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise bad(pointer, "an RFC 3339 time is needed")
    year, month, day = (int(part) for part in match.group(1, 2, 3))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not (1 <= month <= 12 and 1 <= day <= days[month - 1]):
        raise bad(pointer, "no calendar has this day")


def shape(required, optional):
    """An object with these fields; others are ignored."""

    def check(value, pointer=""):
        if not isinstance(value, dict):
            raise bad(pointer, "an object is needed")
        for name in required:
            if name not in value:
                raise bad(pointer, f"{name} is missing")
        for name, check_field in {**required, **optional}.items():
            if name in value:
                check_field(value[name], f"{pointer}/{name}")

    return check


INTEGER_MAX = 9007199254740991
COMMON = {"priority": word("high", "normal", "low"), "queue_ttl_seconds": number(1, 604800)}
BASE = {"id": text(64, 1, COMMAND_ID), "timestamp": timestamp}

check_envelope = shape(
    {"commands": items(anything, 288)},
    {
        "protocol_version": text(9, 0, VERSION),
        "sequence": number(0, INTEGER_MAX),
        "timestamp": timestamp,
        "processed": items(text(64, 1, COMMAND_ID), 512),
    },
)
check_exec = shape(
    {**BASE, "type": word("exec"), "command": text(32768, 1, nul=False)},
    {
        **COMMON,
        "args": items(text(32768, nul=False), 256),
        "env": mapping(text(128, 0, ENV_NAME), text(32768, nul=False), 128),
        "env_from": items(text(128, 0, ENV_NAME), 64),
        # A working directory that is no absolute path is refused when the command starts, with a code of its own.
        "working_dir": text(4096, 1, nul=False),
        "timeout_seconds": number(1, 604800),
        "kill_grace_seconds": number(0, 3600),
        "stdin": text(262144, nul=False),
        "shell": boolean,
        "max_output_bytes": number(0, 1073741824),
    },
)
check_signal = shape(
    {**BASE, "type": word("signal"), "signal": text(64, 1, SIGNAL)},
    {**COMMON, "target": text(64, 1, COMMAND_ID), "timeout_seconds": number(0, 86400)},
)
NOTICE = shape({"message": text(2048, 1)}, {"code": text(64, 1), "source": text(128, 1)})
check_report = shape(
    {},
    {
        "phase": text(128),
        "progress": optional_null(
            shape(
                {"current": number(0, INTEGER_MAX, False), "total": number(0, INTEGER_MAX, False)},
                {"message": text(1024)},
            )
        ),
        "health": text(64, 1),
        "services": mapping(text(64, 1), text(64, 1), 64),
        "warnings": items(NOTICE, 50),
        "errors": items(NOTICE, 50),
        "clear_notices": boolean,
        "attention": shape({"required": boolean}, {"reason": text(1024), "since": timestamp}),
        "custom": mapping(text(64, 1), anything, 64),
    },
)
PROBE = shape(
    {"command": text(4096, 1, nul=False)},
    {
        "interval_seconds": number(1, 86400),
        "timeout_seconds": number(1, 3600),
        "retries": number(1, 100),
        "start_period_seconds": number(0, 86400),
    },
)
check_config = shape(
    {},
    {
        "heartbeat_interval_seconds": number(0.05, 3600, False),
        "poll_interval_seconds": number(0.05, 60, False),
        "metrics_interval_seconds": number(0, 3600, False),
        "max_concurrency": number(1, 64),
        "kill_grace_seconds": number(0, 3600),
        "max_output_bytes": number(0, 1073741824),
        "retention": shape({}, {"max_commands": number(0, 10000), "max_bytes": number(0, INTEGER_MAX)}),
        "allow_env": items(text(128, 0, ENV_NAME), 64),
        "secret_env": items(text(128, 0, ENV_NAME), 64),
        "health": PROBE,
        "services": mapping(text(64, 1), PROBE, 64),
        "signals": mapping(
            text(64, 0, SIGNAL),
            shape({"command": text(4096, 1, nul=False)}, {"timeout_seconds": number(1, 86400)}),
            32,
        ),
    },
)


def check_version(value):
    version = value.get("protocol_version") if isinstance(value, dict) else None
    if isinstance(version, str) and VERSION.fullmatch(version) and int(version.split(".")[0]) > 1:
        raise Fault("unsupported_version", f"protocol_version {version} is newer than 1")


def parse(kind, data, check):
    """A whole document, or None where it is missing or empty."""
    if not data:
        return None
    value = decode(data)
    check_version(value)
    check(value, "")
    return value
