"""Puts the program on the disk, whole or not at all. Run by the bootstrap before anything else can be imported."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

KEPT = 5
"""How many programs stay, besides those that something runs or will run at boot."""

DELIVERY = 3600
"""Seconds after which parts of a program wait for no others any more."""

UNITS = "/etc/systemd/system"


def unpack(files: Mapping[str, str], sha256: str, home: str, whole: Callable[[str], bool]) -> None:
    """Puts the texts of `files` (path -> text) into the folder `sha256` of `home`; `whole` tells whether a folder is as it was unpacked. Several
    may do so at once. Raises `OSError` where the disk takes it not; then nothing of it stays."""
    folder, part = f"{home}/{sha256}", f"{home}/{sha256}.part"
    with _locked(home):
        if whole(folder):
            return
        _remove(part)
        try:
            _write_all(files, part, folder)
            _remove(folder)
            os.rename(part, folder)
        except OSError:
            _remove(part)
            raise
        _sync(home)
        _prune(home, sha256)


@contextmanager
def _locked(home: str) -> Iterator[None]:
    """One unpacks at a time. The kernel frees the lock with the process."""
    file = os.open(home, os.O_RDONLY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _write_all(files: Mapping[str, str], part: str, folder: str) -> None:
    """Writes the texts, their compiled forms as if they lay in `folder`, and the sums; all of it is on the disk when this returns."""
    import py_compile
    import zlib

    for path, text in files.items():
        os.makedirs(os.path.dirname(f"{part}/{path}"), mode=0o700, exist_ok=True)
        _write(f"{part}/{path}", text)
        # The sums say whether a file changed: an import need not look.
        py_compile.compile(f"{part}/{path}", None, f"{folder}/{path}", True, -1, py_compile.PycInvalidationMode.UNCHECKED_HASH)
    written = sorted(f"{at}/{name}" for at, _, names in os.walk(part) for name in names)
    sums = "".join(f"{zlib.crc32(_read(path)):08x} {os.path.relpath(path, part)}\n" for path in written)
    _write(f"{part}/sums", f"{zlib.crc32(sums.encode()):08x}\n{sums}")
    for at, _, names in os.walk(part, topdown=False):
        for name in names:
            _sync(f"{at}/{name}")
        _sync(at)


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _sync(path: str) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _remove(path: str) -> None:
    """Removes a folder, or a file that lies where a folder should."""
    import shutil

    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


def _prune(home: str, sha256: str) -> None:
    """Removes the parts that the program came in, those of deliveries that ended long ago, and the programs that were not used for longest."""
    changed = {name: os.stat(f"{home}/{name}").st_mtime for name in os.listdir(home)}
    parts = [name for name in changed if "." in name and (name.startswith(sha256) or changed[name] < time.time() - DELIVERY)]
    programs = sorted((name for name in changed if "." not in name), key=lambda name: -changed[name])
    in_use = _in_use() if programs[KEPT:] else ""
    for name in (*parts, *(name for name in programs[KEPT:] if name not in in_use)):
        _remove(f"{home}/{name}")


def _in_use() -> str:
    """A text that has the hash of each program that a process runs or a unit of systemd names."""
    units = [f"{UNITS}/{name}" for name in _listed(UNITS) if name.startswith("docker-to-ec2-")]
    return "\n".join(_text(path) for path in (*units, *(f"/proc/{pid}/cmdline" for pid in _listed("/proc") if pid.isdecimal())))


def _listed(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _text(path: str) -> str:
    try:
        return _read(path).decode(errors="replace")
    except OSError:
        return ""
