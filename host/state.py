"""Files of the host that survive a power loss, and locks that the kernel releases."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

UNREADABLE = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EIO, errno.EUCLEAN, errno.EBADMSG)
"""A missing file, something else in its place, or a read error: XFS reports EUCLEAN or EBADMSG for a wrong checksum."""


PROXY = 80_443
"""The proxy's user and group, without a name: between the numbers that systemd and useradd assign (https://systemd.io/UIDS-GIDS/).
It must never change, because the kernel lets only sockets of one user share a port, which a handover needs: socket(7), SO_REUSEPORT."""


class Paths(NamedTuple):
    """Paths. `state` is durable; `run` is in memory, so a reboot empties it: a canary's share does not survive one."""

    state: str = "/var/lib/docker-to-ec2"
    run: str = "/run/docker-to-ec2"

    def service(self, key: str) -> str:
        """The folder with the stored state of a service."""
        return f"{self.state}/services/{key}"

    def lock(self, key: str) -> str:
        """The lock of a service: one order at a time."""
        return f"{self.service(key)}/lock"

    def release(self, key: str, name: str) -> str:
        """The document of a verified release."""
        return f"{self.service(key)}/releases/{name}.json"

    def result(self, key: str, order_id: str) -> str:
        """The result of an order."""
        return f"{self.service(key)}/results/{order_id}.json"

    def route(self, key: str) -> str:
        """The route of a service."""
        return f"{self.state}/proxy/routes/{key}.json"

    def next_route(self, key: str) -> str:
        """The route that counts as soon as its address is in the live file; only during a switch, or after one was killed."""
        return f"{self.state}/proxy/routes/{key}.next"

    def token(self, key: str) -> str:
        """The highest token of any order so far. It outlives the service: a later one comes with a higher one."""
        return f"{self.state}/tokens/{key}"

    @property
    def readback(self) -> str:
        """The secret of the host's read-backs. Only root and the proxy can read it."""
        return f"{self.state}/proxy/state/readback.key"

    def live(self, key: str) -> str:
        """The address that the proxy dials, which it reads at each request."""
        return f"{self.state}/proxy/state/{key}.live"

    def sleep(self, key: str) -> str:
        """Whether a service that can sleep is `asleep` or `awake`, which the proxy reads at each request. It survives a reboot."""
        return f"{self.state}/proxy/state/{key}.sleep"

    @property
    def waker(self) -> str:
        """The socket at which the proxy waits for a service to wake."""
        return f"{self.run}/proxy/wake.sock"

    def assets(self, key: str) -> str:
        """The folder of the asset files of a service's kept releases, which the proxy reads."""
        return f"{self.state}/proxy/state/assets/{key}"

    def split(self, key: str) -> str:
        """The threshold of a canary: `0`, or eight hexadecimal digits."""
        return f"{self.run}/proxy/{key}.split"

    def canary_address(self, key: str) -> str:
        """The address that the proxy dials for a canary."""
        return f"{self.run}/proxy/{key}.canary"


def services(paths: Paths) -> tuple[str, ...]:
    """The keys of all services of this host, sorted. Raises `OSError` if the disk does not tell: none must then seem to be there."""
    try:
        with os.scandir(f"{paths.state}/services") as found:
            return tuple(sorted(one.name for one in found if one.is_dir()))
    except (FileNotFoundError, NotADirectoryError):
        return ()


def make_folders(paths: Paths, key: str) -> None:
    """Creates the folders and files for a service and the proxy. Idempotent."""
    for folder in ("releases", "results"):
        make_folder(f"{paths.service(key)}/{folder}")
    make_proxy_folders(paths)


def make_proxy_folders(paths: Paths) -> None:
    """Creates the folders and files for the proxy, with its permissions. Idempotent."""
    proxy = f"{paths.state}/proxy"
    make_folder(f"{proxy}/routes")
    for folder in (proxy, f"{proxy}/state", f"{proxy}/certificates", f"{proxy}/accounts", f"{paths.run}/proxy"):
        _show(folder, 0o750)
    _show(f"{proxy}/data", 0o770)
    _give_back(f"{proxy}/data")
    if not read(paths.readback):
        write(paths.readback, os.urandom(16).hex())


def make_folder(path: str, mode: int = 0o700) -> None:
    """Creates a folder, and those above it; idempotent. Raises `OSError`, with the disk's own reason if that hides an existing one."""
    try:
        os.makedirs(path, mode, exist_ok=True)
    except FileExistsError:
        os.stat(path)
        raise


def _give_back(folder: str) -> None:
    """Gives files that root's editor replaced, such as a log, back to the proxy: it would not even start with a log that it cannot write. Uses
    descriptors, because an attacker in the proxy could replace a folder with a link."""
    for _, folders, files, inside in os.fwalk(folder):
        for name in (*folders, *files):
            # The running proxy may be removing it right now.
            with suppress(FileNotFoundError):
                os.chown(name, PROXY, PROXY, dir_fd=inside, follow_symlinks=False)


def _show(folder: str, mode: int) -> None:
    """Creates a folder whose present and future files have the proxy's group."""
    make_folder(folder, 0o777)
    os.chown(folder, 0, PROXY)
    os.chmod(folder, mode | stat.S_ISGID)


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


def sync_folder(folder: str) -> None:
    """Syncs the names in a folder to the disk."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


HOST_LOCK_TIMEOUT = 120
"""Seconds to wait for the lock of what all services of the host share, which is held only for moments."""


class LockHeld(Exception):
    """Another process holds the lock; the text of the file names it."""


@contextmanager
def locked(path: str, timeout: float, holder: str = "", make: bool = True) -> Iterator[None]:
    """Holds a lock, after waiting up to `timeout` seconds for it; waiting processes read `holder`. The kernel releases it with the process.
    `make`: creates its folder. Without it, raises `FileNotFoundError` for a service that is gone, or was removed while this waited."""
    file = _take(path, time.monotonic() + timeout, make)
    try:
        if holder:
            _sign(file, f"{holder} since {time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}")
        yield
    finally:
        os.close(file)


@contextmanager
def host_locked(paths: Paths) -> Iterator[None]:
    """Holds the lock of what all services of the host share: the proxy, the networks, the addresses of slots. Raises `LockHeld`."""
    with locked(f"{paths.state}/lock", HOST_LOCK_TIMEOUT):
        yield


def _sign(file: int, text: str) -> None:
    """A full disk must not prevent the lock, least of all for a process that frees space."""
    try:
        os.truncate(file, 0)
        os.pwrite(file, text.encode(), 0)
    except OSError:
        return


def _take(path: str, deadline: float, make: bool) -> int:
    while True:
        if make:
            make_folder(os.path.dirname(path))
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _wait(file, path, deadline)
            # A removal may have deleted the file while this waited for it.
            if _is(file, path):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _wait(file: int, path: str, deadline: float) -> None:
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise LockHeld(read(path)) from None
            time.sleep(0.05)


def _is(file: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False
