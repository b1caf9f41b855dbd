"""Starts this program again, for work without an order."""

from __future__ import annotations

import os
import sys

from host.run import Run, is_systemd
from host.unattended.program_home import folder


def command(*words: str, program: str = "") -> list[str]:
    """The command line that runs this program with words instead of an order. `program`: its folder, if it is not the one of this process."""
    start = "import sys; sys.path.insert(0, sys.argv[1]); from host.unattended.main import unattended; unattended(sys.argv[2:])"
    return [sys.executable, "-I", "-S", "-c", start, program or folder(), *words]


def outlive(run: Run, unit: str, *words: str) -> None:
    """Starts this program with words instead of an order, in a process that outlives this one: as a systemd unit if possible, which is not one of the
    agent's processes."""
    argv = command(*words)
    if is_systemd():
        import subprocess

        done = subprocess.run(["systemd-run", "--quiet", "--collect", "--unit", unit, *argv], stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode == 0:
            return
        run.say(f"systemd-run: {done.stderr.decode(errors='replace').strip()}")
    detach(argv)


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
