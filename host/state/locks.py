"""Locks that the kernel releases with their process."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Callable

from host.state.files import held, make_folder, read
from host.state.paths import Paths

HOST_LOCK_TIMEOUT = 120
"""Seconds to wait for the lock of what all services of the host share, which is held only for moments."""


class LockHeld(Exception):
    """Another process holds the lock; the text of the file names it."""


@contextmanager
def locked(path: str, timeout: float, holder: str = "", make: Callable[[str], None] | None = make_folder) -> Iterator[None]:
    """Holds a lock, after waiting up to `timeout` seconds for it; waiting processes read `holder`. The kernel releases it with the process.
    `make` creates its folder; without it, raises `FileNotFoundError` if that is missing."""
    file = _take(path, time.monotonic() + timeout, make)
    try:
        if holder:
            _sign(file, f"{holder} since {time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}")
        yield
    finally:
        os.close(file)


@contextmanager
def service_locked(
    paths: Paths, key: str, timeout: float, holder: str = "", new: bool = True, admit: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """Holds the lock of a service: one order at a time. `new`: the service can be new here. Its folder then waits for the host's lock, so that a
    removal of the host's last service either knows of it, or has ended before it begins; `admit` can refuse what that left, by an error. Otherwise,
    raises `FileNotFoundError` for a service that is gone, or was removed while this waited."""

    def begin(folder: str) -> None:
        if not os.path.isdir(folder):
            with host_locked(paths):
                admit()
                make_folder(folder)

    with locked(paths.lock(key), timeout, holder, begin if new else None):
        yield


@contextmanager
def order_locked(
    paths: Paths, key: str, order_id: str, timeout: float, holder: str = "", admit: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """Like `service_locked`, for an order. One that arrives again while it is at work waits for itself, however long: SSM's agent can deliver it
    twice, or lose its answer. Raises `LockHeld` if somebody else holds the lock."""
    own = f"(order {order_id})"
    with ExitStack() as lock:
        while True:
            try:
                lock.enter_context(service_locked(paths, key, timeout, f"{holder} {own}".strip(), admit=admit))
                break
            except LockHeld as held:
                if own not in str(held):
                    raise
        yield


def is_service_locked(paths: Paths, key: str) -> bool:
    """Whether an order of a service is at work."""
    try:
        file = os.open(paths.lock(key), os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False


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


def _take(path: str, deadline: float, make: Callable[[str], None] | None) -> int:
    def opened() -> int:
        """A removal may have deleted the folder while this waited for the lock."""
        if make:
            make(os.path.dirname(path))
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    return held(path, opened, lambda file: _wait(file, path, deadline))


def _wait(file: int, path: str, deadline: float) -> None:
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise LockHeld(read(path)) from None
            time.sleep(0.05)
