"""Which protocol a port uses, by new connections after a slot failed."""

from __future__ import annotations

import socket
import time
from typing import NamedTuple

TIMEOUT = 2.0
_REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
NAMES = {"http": "plain HTTP/1.1", "h2c": "HTTP/2 without TLS", "https": "TLS (https)", "other": "something other than HTTP"}
"""By value of the input `upstream`."""


class Spoken(NamedTuple):
    """One of `NAMES`, or "" if the port said nothing; and whether it accepted a connection at all."""

    protocol: str
    reached: bool


def spoken(address: str, name: str = "") -> Spoken:
    """Tries HTTP/1.1 and, if that is inconclusive, TLS for `name`."""
    first = _first_bytes(address)
    if first is None:
        return Spoken("", False)
    # Some servers answer plain HTTP on a TLS port with a 400 that says so; others close at once.
    if (not first or first[9:12] == b"400") and _takes_tls(address, name):
        return Spoken("https", True)
    return Spoken(protocol_of(first), True)


def protocol_of(first: bytes) -> str:
    """The protocol, by the first bytes of an answer to an HTTP/1.1 request. A TLS alert: RFC 8446, section 5.1; the frame SETTINGS, with which an
    HTTP/2 server starts: RFC 9113, section 3.4."""
    if not first:
        return ""
    if first.startswith(b"HTTP/1."):
        return "http"
    if first[:2] == b"\x15\x03":
        return "https"
    if len(first) >= 9 and first[3] == 4 and first[5:9] == b"\0\0\0\0":
        return "h2c"
    return "other"


def _connected(address: str) -> socket.socket:
    ip, _, port = address.rpartition(":")
    return socket.create_connection((ip, int(port)), TIMEOUT)


def _first_bytes(address: str) -> bytes | None:
    """None if no connection is accepted."""
    deadline = time.monotonic() + TIMEOUT
    first = b""
    try:
        connection = _connected(address)
    except OSError:
        return None
    try:
        with connection:
            connection.sendall(_REQUEST)
            while len(first) < 12 and time.monotonic() < deadline:
                piece = connection.recv(64)
                if not piece:
                    break
                first += piece
    except OSError:
        return first
    return first


def _takes_tls(address: str, name: str) -> bool:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with _connected(address) as connection, context.wrap_socket(connection, server_hostname=name or None):
            return True
    except ssl.SSLError as error:
        # The server refuses this client with a TLS alert, so it uses TLS.
        return "ALERT" in (error.reason or "")
    except (OSError, ValueError):
        return False
