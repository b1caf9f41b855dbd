"""Files that survive a power loss."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

UNREADABLE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EIO, errno.EUCLEAN, errno.EBADMSG)
"""A missing file, something else in its place, or a read error: XFS reports EUCLEAN or EBADMSG for a wrong checksum."""

LINE = 64
"""Bytes that fit in, such as an address, where a file system keeps so little in no block."""

PROXY = 80_443
"""The proxy's user and group, without a name: between the numbers that systemd and useradd assign (https://systemd.io/UIDS-GIDS/).
It must never change, because the kernel lets only sockets of one user share a port, which a handover needs: socket(7), SO_REUSEPORT."""


def read(path: str) -> str:
    """The text of a file; "" if it is missing, not text, or lost by the disk."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except UnicodeDecodeError:
        return ""
    except OSError as error:
        if error.errno in UNREADABLE:
            return ""
        raise


def names_in(folder: str) -> list[str]:
    """The names in a folder, sorted; none if it is missing. Another process may remove any of them, and the folder, at any moment."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []


def write(path: str, text: str, for_proxy: bool = False) -> None:
    """Replaces a file so that a power loss leaves the old one or the new one, complete, also if several processes do. Raises `OSError`: then it is
    the old one, too, unless only the last step failed, which keeps the new name. Moves aside a folder in the file's place.
    `for_proxy`: only the proxy's user can read it."""
    with _beside(path) as (file, beside):
        _put(file, text, for_proxy)
        if os.path.isdir(path):
            os.rename(path, f"{path}.folder")
        os.rename(beside, path)
    sync_folder(os.path.dirname(path))


def sync_disk(folder: str) -> None:
    """Waits until everything that programs have written to the disk of a folder is there. Raises `OSError`."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if libc.syncfs(file) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), folder)
    finally:
        os.close(file)


def write_over(path: str, text: str) -> None:
    """Like `write`; but a full disk must not prevent the traffic's return, so the text then overwrites the existing file in place, if that has room
    for all of it: half a text is worse than the old one."""
    try:
        write(path, text)
    except OSError:
        if len(text.encode()) > _room(path):
            raise
        file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            _put(file, text)
            os.ftruncate(file, len(text.encode()))
        finally:
            os.close(file)


def _room(path: str) -> int:
    """Bytes that a file can have without another block of the disk."""
    try:
        return max(os.stat(path).st_blocks * 512, LINE)
    except FileNotFoundError:
        return LINE


def write_volatile(path: str, text: str) -> None:
    """Replaces a file in memory, which no power loss leaves behind."""
    with _beside(path) as (file, beside):
        _put(file, text)
        os.rename(beside, path)


@contextmanager
def _beside(path: str) -> Iterator[tuple[int, str]]:
    """An empty file beside the one to replace, for this writer alone: another one would rename it away, or find it half written. If the block
    fails, the file is removed."""
    beside = f"{path}.new"
    file = held(beside, lambda: os.open(beside, os.O_WRONLY | os.O_CREAT, 0o600), lambda file: fcntl.flock(file, fcntl.LOCK_EX))
    try:
        os.ftruncate(file, 0)
        yield file, beside
    except OSError:
        remove(beside)
        raise
    finally:
        os.close(file)


def held(path: str, opened: Callable[[], int], lock: Callable[[int], None]) -> int:
    """A file that this process alone holds: `opened` opens it, and `lock` waits for its lock. Begins again if another process has removed or renamed
    the file in the meantime. The kernel lets go of it with its process."""
    while True:
        file = opened()
        try:
            lock(file)
            if _is_named(file, path):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _is_named(file: int, path: str) -> bool:
    """Whether an open file still has this name, which another process can give to another one, or remove."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False


def remove(path: str) -> None:
    """Removes a file; ignores a missing one."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


def _put(file: int, text: str, for_proxy: bool = False) -> None:
    """Readable for the group, which is the proxy's in its folders, and root's elsewhere; or for the proxy's user alone."""
    os.fchmod(file, 0o600 if for_proxy else 0o640)
    if for_proxy:
        os.fchown(file, PROXY, PROXY)
    data = text.encode()
    while data:
        data = data[os.write(file, data) :]
    os.fsync(file)


def occupy(path: str, size: int) -> None:
    """Gives a file, whose contents do not matter, at least this many bytes of the disk. Raises `OSError` if there is no room."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.posix_fallocate(file, 0, size)
    finally:
        os.close(file)


def make_folder(path: str, mode: int = 0o700) -> None:
    """Creates a folder, and those above it; idempotent. Raises `OSError`, with the disk's own reason if that hides an existing one."""
    try:
        os.makedirs(path, mode, exist_ok=True)
    except FileExistsError:
        os.stat(path)
        raise


def sync_folder(folder: str) -> None:
    """Syncs the names in a folder to the disk."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
