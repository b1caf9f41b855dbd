"""Who takes the new connections of a port on which two servers listen (SO_REUSEPORT) while one takes over from the other.

The kernel gives half of them to each. A server that ends resets those that it has not accepted, and closes those that it has read no request from
(Go's net/http, `conn.serve`). So it stops accepting when the other one serves, a while before it ends.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

from host.checks import sockets
from host.state import read

MIGRATE = "/proc/sys/net/ipv4/tcp_migrate_req"
"""Whether connections that a listener did not accept before it ended go to another one of the port, instead of being reset:
https://www.kernel.org/doc/Documentation/networking/ip-sysctl.rst"""
PIDFD_GETFD = 438
"""The number of pidfd_getfd(2), on all architectures the same."""


@contextmanager
def migrating() -> Iterator[None]:
    """Where the kernel knows how, and lets itself be told."""
    before = read(MIGRATE)
    _set_migrating("1", before)
    try:
        yield
    finally:
        _set_migrating(before, before)


def _set_migrating(value: str, before: str) -> None:
    try:
        if before:
            with open(MIGRATE, "w", encoding="ascii") as file:
                file.write(value)
    except OSError:
        return


def stop(pid: int, inodes: Collection[str]) -> None:
    """These listening sockets of a process accept no more, and what waits for them goes to others of their ports. A kernel before 5.6, and one
    that lets nobody look into a process (yama), leave them as they are."""
    with suppress(OSError):
        process = os.pidfd_open(pid)
        try:
            for file in sockets.files(pid, inodes):
                _stop(process, file, inodes)
        finally:
            os.close(process)


def _stop(process: int, file: int, inodes: Collection[str]) -> None:
    """The process may have given the number to another file meanwhile."""
    import ctypes

    copy = ctypes.CDLL(None).syscall(PIDFD_GETFD, process, file, 0)
    if copy < 0:
        return
    with socket.socket(fileno=copy) as listener:
        if str(os.fstat(copy).st_ino) in inodes:
            listener.shutdown(socket.SHUT_RD)
