"""One HTTP/1.1 message from a connection: RFC 9112, read in parts, with a limit for everything."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from host.http.dial import Unreachable, unreachable

HEAD_LIMIT = 64 << 10
LINE_LIMIT = 8 << 10
PIECE = 64 << 10

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_HEX = b"0123456789ABCDEFabcdef"


class Wire(NamedTuple):
    """A connection, its unread data, and the deadline by the monotonic clock."""

    socket: socket.socket
    pending: bytearray
    deadline: float


def token(text: str) -> bool:
    """RFC 9110, section 5.6.2."""
    return bool(text) and _TOKEN.issuperset(text)


def send(wire: Wire, request: bytes) -> None:
    """Sends a request, as far as the server takes it. Raises `Unreachable`."""
    try:
        wire.socket.settimeout(_left(wire))
        wire.socket.sendall(request)
    except (ConnectionResetError, BrokenPipeError):
        # A server can refuse a request before it has read all of it; if it does not answer, reading reports it.
        return
    except OSError as error:
        raise unreachable(error, "closed") from error


def head_of(wire: Wire) -> tuple[int, Mapping[str, str]]:
    """The status and the headers; skips interim answers (1xx)."""
    room = HEAD_LIMIT
    while True:
        line = _line(wire, room)
        status = _status(line)
        fields, size = _fields(wire, room - len(line))
        room -= len(line) + size
        if status >= 200 or status == 101:
            return status, fields


def _status(line: bytes) -> int:
    version, _, rest = line.partition(b" ")
    code = rest[:3].rjust(3, b"0")
    if version not in (b"HTTP/1.1", b"HTTP/1.0") or not code.isdigit() or code < b"100" or rest[3:4].strip():
        raise Unreachable("protocol", f"the answer is not HTTP: {line[:40]!r}")
    return int(code)


def _fields(wire: Wire, room: int) -> tuple[Mapping[str, str], int]:
    fields: dict[str, str] = {}
    size = 0
    while line := _line(wire, room - size):
        size += len(line) + 2
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon or not token(name):
            raise Unreachable("protocol", f"the answer has an invalid header: {line[:40]!r}")
        name = name.lower()
        fields[name] = f"{fields[name]}, {value.strip()}" if name in fields else value.strip()
    return fields, size


def body_of(wire: Wire, method: str, status: int, fields: Mapping[str, str]) -> Iterator[bytes]:
    """The length of a body: RFC 9112, section 6.3."""
    if method == "HEAD" or status in (101, 204, 304):
        return iter(())
    if "transfer-encoding" in fields:
        return _chunks(wire, fields["transfer-encoding"])
    if "content-length" in fields:
        return _counted(wire, _length(fields["content-length"]))
    return rest(wire)


def _length(field: str) -> int:
    lengths = {length.strip() for length in field.split(",")}
    length = lengths.pop()
    if lengths or len(length) > 18 or not (length.isascii() and length.isdigit()):
        raise Unreachable("protocol", f"the answer has the length {field[:40]!r}")
    return int(length)


def _counted(wire: Wire, length: int) -> Iterator[bytes]:
    while length:
        piece = _piece(wire, length)
        if not piece:
            raise Unreachable("closed", f"the connection closed {length} bytes before the end of the answer")
        length -= len(piece)
        yield piece


def _chunks(wire: Wire, coding: str) -> Iterator[bytes]:
    if coding.lower() != "chunked":
        raise Unreachable("protocol", f"the answer has the transfer coding {coding[:40]!r}")
    while size := _chunk_size(wire):
        yield from _counted(wire, size)
        if _line(wire, LINE_LIMIT):
            raise Unreachable("protocol", "a chunk of the answer is longer than its size")
    _fields(wire, HEAD_LIMIT)


def _chunk_size(wire: Wire) -> int:
    line = _line(wire, LINE_LIMIT)
    size = line.partition(b";")[0].strip()
    if not 0 < len(size) < 16 or size.strip(_HEX):
        raise Unreachable("protocol", f"a chunk of the answer has the size {line[:40]!r}")
    return int(size, 16)


def rest(wire: Wire) -> Iterator[bytes]:
    """Everything until the other side closes."""
    while piece := _piece(wire, PIECE):
        yield piece


def _line(wire: Wire, limit: int) -> bytes:
    """The next line without its end; also accepts a bare line feed."""
    seen = 0
    while (end := wire.pending.find(b"\n", seen, max(0, limit))) < 0:
        seen = len(wire.pending)
        if seen >= limit:
            raise Unreachable("protocol", "the head of the answer does not end")
        more = _received(wire)
        if not more:
            raise Unreachable("closed", f"the connection closed {'in the middle of' if seen else 'before'} the answer")
        wire.pending.extend(more)
    line = bytes(wire.pending[:end])
    del wire.pending[: end + 1]
    return line[:-1] if line.endswith(b"\r") else line


def exactly(wire: Wire, size: int) -> bytes:
    """Exactly this many bytes."""
    while len(wire.pending) < size:
        more = _received(wire)
        if not more:
            raise Unreachable("closed", "the connection closed before the end of the answer")
        wire.pending.extend(more)
    taken = bytes(wire.pending[:size])
    del wire.pending[:size]
    return taken


def _piece(wire: Wire, most: int) -> bytes:
    """Up to `most` bytes; b"" at the end of the connection."""
    if not wire.pending:
        wire.pending.extend(_received(wire))
    piece = bytes(wire.pending[:most])
    del wire.pending[:most]
    return piece


def _received(wire: Wire) -> bytes:
    try:
        wire.socket.settimeout(_left(wire))
        return wire.socket.recv(PIECE)
    except OSError as error:
        raise unreachable(error, "closed") from error


def _left(wire: Wire) -> float:
    left = wire.deadline - time.monotonic()
    if left <= 0:
        raise Unreachable("timeout", "no whole answer came in time")
    return left
