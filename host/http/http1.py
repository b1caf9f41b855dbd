"""HTTP/1.1 with one connection per request, and one deadline for each exchange.

Importing `http.client` costs more than a whole order here; regular expressions are avoided for the same reason.
"""

from __future__ import annotations

import select
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Callable, NamedTuple

from host.http.dial import Dial
from host.http.wire import Wire, body_of, head_of, send, token

LIMIT = 16 << 20

_OURS = frozenset(("host", "connection", "content-length", "transfer-encoding", "expect"))


class Answer(NamedTuple):
    """`headers` have lower-case names; repeated ones are joined by a comma."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Stream(NamedTuple):
    """An answer whose body arrives in parts; reading a part raises Unreachable if the body breaks off."""

    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes]


def quoted(text: str, safe: str = "") -> str:
    """Percent-encodes everything except RFC 3986's unreserved characters and those of `safe`."""
    return "".join(
        chr(byte) if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "-._~" + safe) else f"%{byte:02X}"
        for byte in text.encode()
    )


def ask(
    dial: Dial,
    method: str,
    path: str,
    *,
    headers: Mapping[str, str] = {},
    body: bytes = b"",
    timeout: float = 30,
    limit: int = LIMIT,
    host: str = "localhost",
) -> Answer:
    """One request and its answer within `timeout` seconds, from the dial to the last byte.

    Cuts a body at `limit` bytes, without waiting for the rest. A limit of 0 reads only the head.
    Raises Unreachable; ValueError if a method, path or header is invalid.
    """
    with stream(dial, method, path, headers=headers, body=body, timeout=timeout, host=host) as answer:
        return Answer(answer.status, answer.headers, _cut(answer.pieces, limit))


class Begun(NamedTuple):
    """A request that was sent. `end` reads the answer, or raises Unreachable; `answered` waits up to so many seconds for its first byte."""

    end: Callable[[], Answer]
    answered: Callable[[float], bool]


def begin(dial: Dial, method: str, path: str, *, headers: Mapping[str, str] = {}, body: bytes = b"", timeout: float) -> Begun:
    """Sends a request; what this gives reads the answer, within the same time. Raises Unreachable."""
    wire = Wire(dial(timeout), bytearray(), time.monotonic() + timeout)
    send(wire, _request(method, path, headers, body, "localhost"))

    def end() -> Answer:
        with wire.socket:
            status, fields = head_of(wire)
            return Answer(status, fields, _cut(body_of(wire, method, status, fields), LIMIT))

    return Begun(end, lambda seconds: bool(select.select([wire.socket], [], [], seconds)[0]))


@contextmanager
def stream(
    dial: Dial,
    method: str,
    path: str,
    *,
    headers: Mapping[str, str] = {},
    body: bytes = b"",
    timeout: float = 30,
    host: str = "localhost",
) -> Iterator[Stream]:
    """Like `ask`, but returns the body in parts, within the same time. The connection ends with the block."""
    request = _request(method, path, headers, body, host)
    deadline = time.monotonic() + timeout
    with dial(timeout) as connection:
        wire = Wire(connection, bytearray(), deadline)
        send(wire, request)
        status, fields = head_of(wire)
        yield Stream(status, fields, body_of(wire, method, status, fields))


def _request(method: str, path: str, headers: Mapping[str, str], body: bytes, host: str) -> bytes:
    if not (token(method) and path.startswith("/") and _word(path) and _word(host)):
        raise ValueError(f"not a request: {method!r} {path!r} to {host!r}")
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
    for name, value in headers.items():
        if not (token(name) and value.isprintable()) or name.lower() in _OURS:
            raise ValueError(f"not a header for a request: {name!r}")
        lines.append(f"{name}: {value}")
    if body or method in ("POST", "PUT", "PATCH"):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join((*lines, "", "")).encode() + body


def _word(text: str) -> bool:
    return bool(text) and text.isprintable() and " " not in text


def _cut(pieces: Iterator[bytes], limit: int) -> bytes:
    body = bytearray()
    while len(body) < limit:
        piece = next(pieces, b"")
        if not piece:
            break
        body += piece
    return bytes(body[:limit])
