"""The folders of the services and of the proxy, with their permissions."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from host.state.files import PROXY, make_folder, read, write
from host.state.paths import Paths


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
