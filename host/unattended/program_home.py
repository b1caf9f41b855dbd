"""The folder from which systemd runs this program: on the disk, because a reboot empties the one in memory, to which a full disk may have sent it."""

from __future__ import annotations

import os

import host
from host.model.failure import Failure
from host.state.files import make_folder, sync_folder
from host.state.paths import Paths


def folder() -> str:
    """The folder from which this program runs."""
    return os.path.dirname(os.path.abspath(host.__path__[0]))


def refuse_removed() -> None:
    """Refuses an order whose program was removed with the host's last service while the order waited: systemd could not run that, and the runner
    brings it again. Raises `Failure`."""
    if not os.path.isdir(folder()):
        raise Failure("program-missing", "it was removed with the last service of this host")


def on_disk(program: str, paths: Paths) -> str:
    """The folder of a program on the disk, to which this copies it if it is in memory only; "" if there is no room."""
    if not program.startswith(f"{paths.run}/"):
        return program
    import shutil

    to = f"{paths.state}/program/{os.path.basename(program)}"
    beside = f"{to}.{os.getpid()}"
    try:
        make_folder(os.path.dirname(to))
        shutil.copytree(program, beside)
        _sync(beside)
        # What is there cannot be whole: the bootstrap would have run it.
        shutil.rmtree(to, ignore_errors=True)
        os.rename(beside, to)
        sync_folder(os.path.dirname(to))
        return to
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        return ""


def _sync(copied: str) -> None:
    for at, _, names in os.walk(copied, topdown=False):
        for name in names:
            file = os.open(f"{at}/{name}", os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)
        sync_folder(at)
