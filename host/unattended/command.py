"""Starts this program again, for work without an order."""

from __future__ import annotations

import os
import sys

from host.unattended.program_home import folder


def command(*words: str, program: str = "") -> list[str]:
    """The command line that runs this program with words instead of an order. `program`: its folder, if it is not the one of this process."""
    start = "import sys; sys.path.insert(0, sys.argv[1]); from host.main import unattended; unattended(sys.argv[2:])"
    return [sys.executable, "-I", "-S", "-c", start, program or folder(), *words]


def detach(argv: list[str]) -> None:
    """Starts a separate session, without any of our open files."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    null = os.open(os.devnull, os.O_RDWR)
    for file in (0, 1, 2):
        os.dup2(null, file)
    os.closerange(3, 4096)
    os.execv(argv[0], argv)
