"""A container that reads an input and writes an output."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from typing import Any

from host.docker.containers import create, remove, start
from host.docker.engine import Docker, DockerDown, DockerError, target
from host.docker.output import unframed
from host.http.dial import Unreachable
from host.http.http1 import quoted
from host.http.wire import Wire, head_of, rest, send

PATIENCE = 60.0
"""Seconds for the container's whole output."""
STREAMS = {"stream": "1", "stdin": "1", "stdout": "1", "stderr": "1"}
OPEN = {"OpenStdin": True, "StdinOnce": True, "AttachStdin": True, "AttachStdout": True, "AttachStderr": True}


def fed(docker: Docker, name: str, spec: Mapping[str, Any], text: str) -> str:
    """Runs a container to its end with this text as its input, which is stored nowhere else, removes it, and returns its output. Removes
    an earlier one with this name first. Raises `DockerError`.
    https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
    """
    remove(docker, name)
    identity = create(docker, name, {**spec, **OPEN})
    try:
        with docker.dial(PATIENCE) as connection:
            wire = Wire(connection, bytearray(), time.monotonic() + PATIENCE)
            _attach(docker, wire, identity)
            start(docker, identity)
            send(wire, text.encode())
            connection.shutdown(socket.SHUT_WR)
            return b"".join(unframed(rest(wire))).decode(errors="replace")
    except Unreachable as error:
        raise DockerDown(str(error)) from error
    finally:
        remove(docker, identity)


def _attach(docker: Docker, wire: Wire, identity: str) -> None:
    """Attaches before the container starts, so that nothing is missed."""
    path = target(docker, f"/containers/{quoted(identity)}/attach", STREAMS)
    lines = (f"POST {path} HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: tcp", "Content-Length: 0", "", "")
    send(wire, "\r\n".join(lines).encode())
    status, _ = head_of(wire)
    if status != 101:
        raise DockerError(status, f"Docker does not connect the streams of a container: status {status}")
