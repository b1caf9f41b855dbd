"""The last lines of a container's log, each with its time."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from host.docker.engine import Docker
from host.docker.output import FRAME_HEAD, in_time, opened
from host.http.http1 import quoted

LINE = 131_072
"""Bytes of a line that are read: more than a secret has in any encoding, so that a line is masked before it is cut."""
RECORD = 16_384
"""Bytes of a record that a longer line continues. A shorter one without a line end is the last that a container wrote before it ended."""
TIMED = re.compile(rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:\d\d) ")
CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\0")
"""Codes for a terminal, and NUL: they could split a secret, which would then not be found."""


class Line(NamedTuple):
    """`stream`: 1 or 2, for stdout or stderr; `at`: its time, in milliseconds as ISO 8601, "" without one; `left`: how many bytes of it were not
    read."""

    stream: int
    at: str
    text: str
    left: int = 0


class Excerpt(NamedTuple):
    """The end of a log, and how much of what was asked for is missing before it."""

    lines: tuple[Line, ...]
    left_lines: int = 0
    left_bytes: int = 0


class _Open:
    """A line that can get longer."""

    def __init__(self, stream: int, at: bytes) -> None:
        self.stream = stream
        self.at = at
        self.text = bytearray()
        self.left = 0


def excerpt(docker: Docker, id: str, tail: int, since: float, limit: int) -> Excerpt:
    """The last `tail` lines of stdout and stderr, of the last `since` seconds (0: of any time), cut to the last `limit` bytes.

    Returns what has arrived after five seconds, like `logs`. Raises DockerError if the container is missing, or Docker cannot read its log.
    """
    path, query = f"/containers/{quoted(id)}/logs", {"stdout": "1", "stderr": "1", "timestamps": "1", "tail": str(tail)}
    if since:
        query["since"] = f"{time.time() - since:.3f}"
    return gathered(_records(in_time(docker, path, query)), limit)


def gathered(records: Iterable[tuple[int, bytes]], limit: int) -> Excerpt:
    """Pure: the lines in Docker's records of a log. Docker cuts a long line into several records, each with a time. Only the last of
    them ends in a line end."""
    lines: deque[_Open] = deque()
    unfinished: dict[int, _Open] = {}
    size = left_lines = left_bytes = 0
    for stream, record in records:
        at, text = _timed(record)
        line = unfinished.pop(stream, None)
        if line is None:
            line = _Open(stream, at)
            lines.append(line)
        if len(text) >= RECORD and not text.endswith(b"\n"):
            unfinished[stream] = line
        part = text[: LINE - len(line.text)]
        line.text += part
        line.left += len(text) - len(part)
        size += len(part)
        while size > limit and len(lines) > 1:
            old = lines.popleft()
            size -= len(old.text)
            left_lines, left_bytes = left_lines + 1, left_bytes + len(old.text) + old.left
    return Excerpt(tuple(map(_line, lines)), left_lines, left_bytes)


def _line(line: _Open) -> Line:
    text = CODES.sub("", line.text.decode(errors="replace").rstrip("\r\n"))
    # Any other line end is a character of the line.
    return Line(line.stream, line.at.decode(), text.replace("\n", "\r"), line.left)


def _timed(record: bytes) -> tuple[bytes, bytes]:
    """The time of a record and its text."""
    found = TIMED.match(record)
    return (b"".join(part or b"" for part in found.groups()), record[found.end() :]) if found else (b"", record)


def _records(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """The records of a log with their streams. With times, a log without frames, which is that of a terminal, starts with a digit."""
    has_frames, whole = opened(pieces)
    return _frames(whole) if has_frames else _rows(whole)


def _frames(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    pending = bytearray()
    for piece in pieces:
        pending += piece
        while len(pending) >= FRAME_HEAD and len(pending) >= (end := FRAME_HEAD + int.from_bytes(pending[4:FRAME_HEAD], "big")):
            yield pending[0], bytes(pending[FRAME_HEAD:end])
            del pending[:end]
    if len(pending) > FRAME_HEAD:
        yield pending[0], bytes(pending[FRAME_HEAD:])


def _rows(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    pending = b""
    for piece in pieces:
        *rows, pending = (pending + piece).split(b"\n")
        yield from ((1, row + b"\n") for row in rows)
        if len(pending) > LINE:
            yield 1, pending
            pending = b""
    if pending:
        yield 1, pending
