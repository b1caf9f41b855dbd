"""Work with the rights of another user, while the other threads of the program keep theirs."""

from __future__ import annotations

import os
from typing import Callable, TypeVar

CLONE_FS = 0x200
"""Whether a thread shares folder and mask with the others: unshare(2)."""
CALLS = {"x86_64": (116, 119, 117), "aarch64": (159, 149, 147)}
"""The numbers of setgroups(2), setresgid(2) and setresuid(2) by machine, because the C library's functions would change all threads: nptl(7)."""

Result = TypeVar("Result")


def as_user(user: int, folder: str, mask: int, work: Callable[[], Result]) -> Result:
    """The result of work in a folder, as a user without other groups, with a mask for new files. The folder is entered with the caller's rights.
    Raises what the work raises, and `OSError`."""
    import threading

    results: list[Result] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            _become(user, folder, mask)
            results.append(work())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _become(user: int, folder: str, mask: int) -> None:
    """The thread can never return to its earlier rights, so it has to end after its work."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)

    def call(result: int) -> None:
        if result != 0:
            raise OSError(ctypes.get_errno(), "no rights of another user")

    groups, group, identity = CALLS[os.uname().machine]
    call(libc.unshare(CLONE_FS))
    os.umask(mask)
    os.chdir(folder)
    call(libc.syscall(groups, 0, None))
    call(libc.syscall(group, user, user, user))
    call(libc.syscall(identity, user, user, user))
