"""Files that survive a power loss."""

from __future__ import annotations

import errno
import os

UNREADABLE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EIO, errno.EUCLEAN, errno.EBADMSG)
"""A missing file, something else in its place, or a read error: XFS reports EUCLEAN or EBADMSG for a wrong checksum."""

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


def write(path: str, text: str, for_proxy: bool = False) -> None:
    """Replaces a file so that a power loss leaves the old one or the new one, complete. Raises `OSError`: then it is the
    old one, too, unless only the last step failed, which keeps the new name. Moves aside a folder in the file's place.
    `for_proxy`: only the proxy's user can read it."""
    beside = f"{path}.new"
    try:
        _put(beside, text, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, for_proxy)
        if os.path.isdir(path):
            os.rename(path, f"{path}.folder")
        os.rename(beside, path)
    except OSError:
        remove(beside)
        raise
    sync_folder(os.path.dirname(path))


def write_over(path: str, text: str) -> None:
    """Like `write`; but a full disk must not prevent the traffic's return, so the text then overwrites the existing file in place."""
    try:
        write(path, text)
    except OSError:
        _put(path, text, os.O_WRONLY | os.O_CREAT)
        os.truncate(path, len(text.encode()))


def write_volatile(path: str, text: str) -> None:
    """Replaces a file in memory, which no power loss leaves behind."""
    beside = f"{path}.new"
    _put(beside, text, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.rename(beside, path)


def remove(path: str) -> None:
    """Removes a file; ignores a missing one."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


def _put(path: str, text: str, flags: int, for_proxy: bool = False) -> None:
    """Readable for the group, which is the proxy's in its folders, and root's elsewhere; or for the proxy's user alone."""
    file = os.open(path, flags, 0o600)
    try:
        os.fchmod(file, 0o600 if for_proxy else 0o640)
        if for_proxy:
            os.fchown(file, PROXY, PROXY)
        data = text.encode()
        while data:
            data = data[os.write(file, data) :]
        os.fsync(file)
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
