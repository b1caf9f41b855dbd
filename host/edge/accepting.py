"""Decides which server gets the new connections of a port while one server takes over from another and both listen (SO_REUSEPORT).

The kernel gives each of them half. A server that shuts down resets the connections that it has not accepted, and closes those without a complete
request (Go's net/http, `conn.serve`). So it stops accepting as soon as the other one serves, well before it shuts down.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

from host.checks import sockets
from host.state.files import read

MIGRATE = "/proc/sys/net/ipv4/tcp_migrate_req"
"""Whether connections that wait for a listener go to another listener of the port when it closes, instead of being reset:
https://www.kernel.org/doc/Documentation/networking/ip-sysctl.rst"""
PIDFD_GETFD = 438
"""The number of the system call pidfd_getfd(2) on all architectures."""


@contextmanager
def migrating() -> Iterator[None]:
    """Turns `MIGRATE` on meanwhile, if the kernel has it and it can be changed."""
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
    """Ends these listening sockets of a process; connections that wait for them go to other listeners of their ports. Changes nothing if the
    kernel is older than 5.6 or forbids access to other processes (Yama)."""
    with suppress(OSError):
        process = os.pidfd_open(pid)
        try:
            for file in sockets.files(pid, inodes):
                _stop(process, file, inodes)
        finally:
            os.close(process)


def _stop(process: int, file: int, inodes: Collection[str]) -> None:
    """Checks the inode again, because the process may have reused the number for another file."""
    import ctypes

    copy = ctypes.CDLL(None).syscall(PIDFD_GETFD, process, file, 0)
    if copy < 0:
        return
    with socket.socket(fileno=copy) as listener:
        if str(os.fstat(copy).st_ino) in inodes:
            listener.shutdown(socket.SHUT_RD)
