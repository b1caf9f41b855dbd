"""The socket at which the proxy asks whether a service is awake, before it passes a request."""

from __future__ import annotations

import os
import re
import socket
from contextlib import suppress

from host.state import PROXY, Paths, make_proxy_folders

MOST = 256
"""Visitors who wait at the same time; others get the page at once."""
HEAD = 65_536
GO = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
LATER = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


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
    listener.listen(MOST)
    os.rename(beside, paths.waker)
    return listener
