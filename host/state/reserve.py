"""Room that only a rollback uses, so that a service can be repaired on a disk that is full."""

from __future__ import annotations

import os
from contextlib import suppress

from host.state.files import occupy, remove
from host.state.paths import Paths

SIZE = 512 << 10
"""Bytes: more than a rollback writes, with what Docker writes to start a container."""
SIZES = (SIZE, SIZE // 2, SIZE // 4)


def keep(paths: Paths) -> None:
    """Occupies the room, or a part of it if there is no more. Idempotent. A disk without room has no reserve. A disk that fails costs no order its
    answer."""
    path = _path(paths)
    for size in SIZES:
        if _occupied(path) >= size:
            return
        with suppress(OSError):
            occupy(path, size)
    if _occupied(path) < SIZES[-1]:
        with suppress(OSError):
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
