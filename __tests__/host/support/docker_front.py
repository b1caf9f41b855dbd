"""The machine's Docker daemon behind a socket that answers some requests in its place, as a daemon in trouble does."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable

from __tests__.host.support.raw_server import request_of, unix_server
from host.docker.engine import SOCKET, Docker, connect

Spoil = Callable[[str], Any]
"""Given the first line of a request, such as `DELETE /v1.41/containers/abc HTTP/1.1`: status and message of an error, the JSON of an
answer, or None where the daemon itself is to answer."""


@contextmanager
def front(folder: Path, spoil: Spoil) -> Iterator[Docker]:
    """Docker as it is reached through the front."""

    def talk(connection: socket.socket) -> None:
        request = request_of(connection)
        said = spoil(request.partition(b"\r\n")[0].decode())
        if said is None:
            return _pass_on(request, connection)
        status, body = said if isinstance(said, tuple) else (200, said)
        data = json.dumps({"message": body} if isinstance(said, tuple) else body).encode()
        connection.sendall(b"HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n%s" % (status, len(data), data))

    with unix_server(str(folder / "front.sock"), talk) as path:
        yield connect(path)


def refusing(method: str, part: str) -> Spoil:
    """Answers such requests as Docker does where the files of a container or an image are busy or damaged."""
    words = 'driver "overlay2" failed to remove root filesystem: unlinkat merged: device or resource busy'
    return lambda line: (500, words) if line.startswith(f"{method} ") and part in line else None


def _pass_on(request: bytes, connection: socket.socket) -> None:
    with socket.socket(socket.AF_UNIX) as daemon:
        daemon.connect(SOCKET)
        daemon.sendall(request)
        while piece := daemon.recv(65536):
            connection.sendall(piece)
