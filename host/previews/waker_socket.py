"""The socket at which the proxy asks whether a service is awake, before it passes a request."""

from __future__ import annotations

import html
import os
import re
import socket
import time
from contextlib import suppress

from host.previews.sleeping import REASON
from host.state.files import PROXY
from host.state.folders import make_proxy_folders
from host.state.paths import Paths

BACKLOG = 256
"""Questions that wait until the process accepts them."""
HEAD = 65_536
GO = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
LATER = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
LONGEST_REASON = 300


def not_started(reason: str, pause: int) -> bytes:
    """The answer about a service that does not start, for the proxy's page. `reason`: any text; `pause`: seconds until the next try."""
    shown = reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}..."
    line = html.escape("".join(one if one.isprintable() else " " for one in shown)).encode("ascii", "xmlcharrefreplace")
    head = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n"
    return b"%s%s: %s\r\nRetry-After: %d\r\n\r\n" % (head, REASON.encode(), line.strip() or b"unknown", pause)


def asked(connection: socket.socket) -> str:
    """The service in the path of a request; "" if there is none."""
    head = b""
    while b"\r\n\r\n" not in head and len(head) < HEAD:
        piece = connection.recv(HEAD)
        if not piece:
            break
        head += piece
    found = re.match(rb"GET /([a-z0-9.-]+) ", head)
    return found[1].decode() if found else ""


def listen(paths: Paths) -> socket.socket:
    """The socket for the proxy, which alone can reach it. It takes the place of an earlier process's."""
    make_proxy_folders(paths)
    beside = f"{paths.waker}.new"
    with suppress(FileNotFoundError):
        os.unlink(beside)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(beside)
    os.chown(beside, 0, PROXY)
    os.chmod(beside, 0o660)
    listener.listen(BACKLOG)
    os.rename(beside, paths.waker)
    return listener


def answers(paths: Paths, patience: float) -> bool:
    """Whether the process at the socket answers within `patience` seconds: a question about no service has its answer at once."""
    deadline = time.monotonic() + patience
    while True:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as one:
            one.settimeout(max(0.1, deadline - time.monotonic()))
            one.connect(paths.waker)
            one.sendall(b"GET / HTTP/1.1\r\n\r\n")
            if one.recv(64).startswith(GO[:12]):
                return True
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.1)
