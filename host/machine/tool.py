"""Runs a tool of the host: without a shell, and without `subprocess`, whose import alone takes longer than most tools."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Callable, NamedTuple

FOLDERS = ("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin")
"""The agent's own PATH may lack some of them."""


class Ran(NamedTuple):
    """A tool's exit code and output. `code` is negative if a signal ended it."""

    code: int
    out: str
    err: str


def run(*argv: str, text: str = "", timeout: float) -> Ran | None:
    """Runs a tool with `text` as its input; None if it is not installed. Kills one that takes longer than `timeout` seconds, and raises
    `TimeoutError`."""
    return begin(*argv, text=text, timeout=timeout)()


def begin(*argv: str, text: str = "", timeout: float) -> Callable[[], Ran | None]:
    """Runs a tool in the background; the returned function waits for its end."""
    deadline = time.monotonic() + timeout
    paths = (f"{folder}/{argv[0]}" for folder in FOLDERS)
    path = next((one for one in paths if os.access(one, os.X_OK)), "")
    if not path:
        return lambda: None
    files = [os.memfd_create(name) for name in ("in", "out", "err")]
    try:
        child = _spawned(path, argv, text, files)
    except OSError:
        _close(files)
        raise

    def end() -> Ran:
        try:
            return Ran(_ended(child, deadline), _said(files[1]), _said(files[2]))
        finally:
            _close(files)

    return end


def _spawned(path: str, argv: tuple[str, ...], text: str, files: Sequence[int]) -> int:
    """The id of the new process, with these files as its input, output and errors."""
    os.write(files[0], text.encode())
    os.lseek(files[0], 0, os.SEEK_SET)
    actions = [(os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate(files)]
    return os.posix_spawn(path, argv, {"PATH": ":".join(FOLDERS), "LC_ALL": "C"}, file_actions=actions)


def _close(files: Sequence[int]) -> None:
    for file in files:
        os.close(file)


def _ended(child: int, deadline: float) -> int:
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= deadline:
            from signal import SIGKILL

            os.kill(child, SIGKILL)
            os.waitpid(child, 0)
            raise TimeoutError
        time.sleep(0.001)


def _said(file: int) -> str:
    return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace")
