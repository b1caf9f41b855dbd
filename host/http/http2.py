"""One GET over HTTP/2 with prior knowledge (RFC 9113), as far as a health check needs it: the status, and the body piece by piece."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from host.http.dial import Dial, Unreachable
from host.http.http1 import Stream
from host.http.wire import Wire, exactly, send

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, RST_STREAM, SETTINGS, PING, GOAWAY, CONTINUATION = 0, 1, 3, 4, 6, 7, 9
END_STREAM, ACK, END_HEADERS, PADDED, PRIORITY = 1, 1, 4, 8, 32
LARGEST = 1 << 14
"""Bytes of a frame, where nothing else was agreed on."""
INDEXED_STATUS = {8: 200, 9: 204, 10: 206, 11: 304, 12: 400, 13: 404, 14: 500}
"""RFC 7541, appendix A."""


class Frame(NamedTuple):
    """One frame: RFC 9113, section 4.1."""

    kind: int
    flags: int
    stream: int
    payload: bytes


@contextmanager
def stream(dial: Dial, path: str, *, host: str, headers: Mapping[str, str], timeout: float) -> Iterator[Stream]:
    """As `http1.stream`, without the headers of the answer: they are compressed."""
    deadline = time.monotonic() + timeout
    with dial(timeout) as connection:
        wire = Wire(connection, bytearray(), deadline)
        send(wire, PREFACE + _frame(SETTINGS, 0, 0, b"") + _frame(HEADERS, END_STREAM | END_HEADERS, 1, _request(path, host, headers)))
        frames = _frames(wire)
        status, ended = _head(frames)
        yield Stream(status, {}, iter(()) if ended else _body(frames))


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
    """The frames that come; what the server wants to have confirmed is confirmed."""
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
            raise Unreachable("closed", "the application gave the request up")
        yield frame._replace(payload=payload)


def _head(frames: Iterator[Frame]) -> tuple[int, bool]:
    """The status, and whether there is no body. What comes before the answer itself (1xx) is passed over."""
    block, ended = b"", False
    for frame in frames:
        if frame.kind in (HEADERS, CONTINUATION):
            block += _unpadded(frame)
            ended |= frame.kind == HEADERS and bool(frame.flags & END_STREAM)
            status = status_of(block) if frame.flags & END_HEADERS else 0
            if status >= 200:
                return status, ended
            block = b"" if status else block
    raise AssertionError("frames end only by an exception")


def _body(frames: Iterator[Frame]) -> Iterator[bytes]:
    for frame in frames:
        if frame.kind == DATA:
            yield _unpadded(frame)
        if frame.kind in (DATA, HEADERS) and frame.flags & END_STREAM:
            return


def _unpadded(frame: Frame) -> bytes:
    """What a frame carries, without padding and priority."""
    padded = frame.kind in (DATA, HEADERS) and frame.flags & PADDED
    begin = (1 if padded else 0) + (5 if frame.kind == HEADERS and frame.flags & PRIORITY else 0)
    return frame.payload[begin : len(frame.payload) - (frame.payload[0] if padded and frame.payload else 0)]


def status_of(block: bytes) -> int:
    """The status in a header block, whose first field it is (RFC 9113, section 8.3). Raises `Unreachable`."""
    at = 0
    while at < len(block) and block[at] >> 5 == 1:
        at += 1 if block[at] != 0x3F else 2 + next((more for more, byte in enumerate(block[at + 1 :]) if byte < 128), 0)
    first, rest = block[at : at + 1], block[at + 1 :]
    if first and first[0] & 0x80 and first[0] & 0x7F in INDEXED_STATUS:
        return INDEXED_STATUS[first[0] & 0x7F]
    name = (first[0] & (0x3F if first[0] & 0x40 else 0x0F)) if first else 0
    if name == 0 and rest:
        rest = rest[1 + (rest[0] & 0x7F) :]
    digits = _digits(rest[1 : 1 + (rest[0] & 0x7F)], bool(rest[0] & 0x80)) if rest and (name == 0 or name in INDEXED_STATUS) else ""
    if len(digits) != 3:
        raise Unreachable("protocol", f"the answer has no status: {block[:20]!r}")
    return int(digits)


def _digits(raw: bytes, coded: bool) -> str:
    """Decimal digits, as they are or by Huffman's code, in which 0 to 2 have five bits and 3 to 9 six: RFC 7541, appendix B."""
    if not coded:
        return raw.decode("latin-1") if raw.isdigit() else ""
    bits = "".join(f"{byte:08b}" for byte in raw)
    digits = ""
    while len(digits) < 3 and len(bits) >= 5:
        size = 5 if bits[:5] in ("00000", "00001", "00010") else 6
        value = int(bits[:size], 2)
        digits += str(value if size == 5 else value - 22)
        bits = bits[size:]
    return digits if digits.isdigit() else ""
