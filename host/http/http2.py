"""One GET over HTTP/2 with prior knowledge (RFC 9113), limited to what a health check needs: the status, and the body in parts."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from host.http import hpack
from host.http.dial import Dial, Unreachable
from host.http.http1 import Stream
from host.http.wire import Wire, exactly, send

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, CONTINUATION = 0, 1, 3, 4, 6, 7, 9
END_STREAM, ACK, END_HEADERS, PADDED, PRIORITY = 1, 1, 4, 8, 32
LARGEST = 1 << 14
"""Default limit of a frame in bytes."""


class Frame(NamedTuple):
    """One frame: RFC 9113, section 4.1."""

    kind: int
    flags: int
    stream: int
    payload: bytes


@contextmanager
def stream(dial: Dial, path: str, *, host: str, headers: Mapping[str, str], timeout: float) -> Iterator[Stream]:
    """Like `http1.stream`; of the answer's headers, only those in `hpack.STATIC`."""
    deadline = time.monotonic() + timeout
    with dial(timeout) as connection:
        wire = Wire(connection, bytearray(), deadline)
        send(wire, PREFACE + _frame(SETTINGS, 0, 0, b"") + _frame(HEADERS, END_STREAM | END_HEADERS, 1, _request(path, host, headers)))
        frames = _frames(wire)
        status, headers, ended = _head(frames)
        yield Stream(status, headers, iter(()) if ended else _body(frames))


def _frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return len(payload).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + payload


def _request(path: str, host: str, headers: Mapping[str, str]) -> bytes:
    """Header fields without Huffman coding: RFC 7541, section 6.2.2. 2, 6, 4 and 1 are names of its static table."""
    fields = b"\x82\x86\x04" + _string(path) + b"\x01" + _string(host)
    return fields + b"".join(b"\0" + _string(name.lower()) + _string(value) for name, value in headers.items())


def _string(text: str) -> bytes:
    raw = text.encode()
    if len(raw) < 127:
        return bytes((len(raw),)) + raw
    rest, more = len(raw) - 127, [127]
    while rest >= 128:
        more.append(rest % 128 + 128)
        rest //= 128
    return bytes((*more, rest)) + raw


def _frames(wire: Wire) -> Iterator[Frame]:
    """Reads frames; acknowledges those that require it."""
    first = True
    while True:
        head = exactly(wire, 9)
        frame = Frame(head[3], head[4], int.from_bytes(head[5:9], "big") & 0x7FFFFFFF, b"")
        size = int.from_bytes(head[:3], "big")
        if (first and frame.kind != SETTINGS) or size > LARGEST:
            raise Unreachable("protocol", f"the answer is not HTTP/2: {head!r}")
        first = False
        payload = exactly(wire, size)
        if frame.kind in (SETTINGS, PING) and not frame.flags & ACK:
            send(wire, _frame(frame.kind, ACK, 0, payload if frame.kind == PING else b""))
        if frame.kind == GOAWAY or (frame.kind == RST_STREAM and frame.stream == 1):
            raise Unreachable("closed", "the application cancelled the request")
        yield frame._replace(payload=payload)


def _head(frames: Iterator[Frame]) -> tuple[int, Mapping[str, str], bool]:
    """Status and headers, and whether there is no body. Skips interim answers (1xx)."""
    block, ended = b"", False
    for frame in frames:
        if frame.kind not in (HEADERS, CONTINUATION):
            continue
        block += _unpadded(frame)
        ended |= frame.kind == HEADERS and bool(frame.flags & END_STREAM)
        if frame.flags & END_HEADERS:
            headers, block = hpack.fields(block), b""
            if (status := _status(headers)) >= 200:
                return status, headers, ended
    raise AssertionError("frames end only by an exception")


def _status(headers: Mapping[str, str]) -> int:
    code = headers.get(hpack.STATUS, "")
    if len(code) != 3 or not code.isdigit():
        raise Unreachable("protocol", f"the answer has no status, but {code!r}")
    return int(code)


def _body(frames: Iterator[Frame]) -> Iterator[bytes]:
    for frame in frames:
        if frame.kind == DATA:
            yield _unpadded(frame)
        if frame.kind in (DATA, HEADERS) and frame.flags & END_STREAM:
            return


def _unpadded(frame: Frame) -> bytes:
    """A frame's content, without padding and priority."""
    padded = frame.kind in (DATA, HEADERS) and frame.flags & PADDED
    begin = (1 if padded else 0) + (5 if frame.kind == HEADERS and frame.flags & PRIORITY else 0)
    return frame.payload[begin : len(frame.payload) - (frame.payload[0] if padded and frame.payload else 0)]
