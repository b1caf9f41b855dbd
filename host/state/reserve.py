"""Room that only a rollback uses, so that a service can be repaired on a disk that is full."""

from __future__ import annotations

import os
from contextlib import suppress

from host.state.files import occupy, remove
from host.state.locks import is_service_locked
from host.state.paths import Paths, services

SIZE = 512 << 10
"""Bytes: more than a rollback writes, with what Docker writes to start a container."""
SIZES = (SIZE, SIZE // 2, SIZE // 4)


def keep(paths: Paths, key: str) -> None:
    """Occupies the room, or a part of it if there is no more, at the end of an order of a service. Idempotent. Not while an order of another service
    is at work: that can be the rollback that has got the room. A disk without room has no reserve, and one that fails costs no order its answer."""
    with suppress(OSError):
        if not any(is_service_locked(paths, one) for one in services(paths) if one != key):
            _occupy(_path(paths))


def _occupy(path: str) -> None:
    for size in SIZES:
        if _occupied(path) >= size:
            return
        with suppress(OSError):
            occupy(path, size)
    if _occupied(path) < SIZES[-1]:
        remove(path)


def release(paths: Paths) -> bool:
    """Gives the room to the order, if the disk has less of its own. Returns whether it did."""
    try:
        disk = os.statvfs(paths.state)
        if disk.f_bavail * disk.f_frsize >= SIZE:
            return False
        os.unlink(_path(paths))
        return True
    except OSError:
        return False


def _path(paths: Paths) -> str:
    return f"{paths.state}/reserve"


def _occupied(path: str) -> int:
    try:
        return os.stat(path).st_blocks * 512
    except OSError:
        return 0
