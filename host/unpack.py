"""Installs the program on the disk, completely or not at all. The bootstrap runs it before anything else can be imported."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

KEPT = 5
"""How many programs stay, beside those that something runs, or will run at boot."""

DELIVERY = 3600
"""Seconds after which parts of an interrupted delivery are removed."""

UNITS = "/etc/systemd/system"

PACKAGE = "host/__init__.py"
UNPACKED = "host/unpacked.py"
"""The text that takes its place."""
MODULES = "modules"
"""The file that this one reads."""


def unpack(files: Mapping[str, str], sha256: str, home: str, whole: Callable[[str], bool]) -> None:
    """Writes the texts of `files` (path -> text) to the folder `sha256` of `home`; `whole`: checks that a folder is as it was unpacked. Safe to run
    concurrently. Raises `OSError` if the disk fails or is full; then nothing of it stays."""
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
    """One process unpacks at a time. The kernel releases the lock with the process."""
    file = os.open(home, os.O_RDONLY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _write_all(files: Mapping[str, str], part: str, folder: str) -> None:
    """Writes the package, the file of its modules, compiled as for `folder`, and the sums, and syncs everything before it returns."""
    import marshal
    import py_compile
    import zlib

    package = f"{part}/{PACKAGE}"
    os.makedirs(os.path.dirname(package), mode=0o700)
    _write(package, f"{files[UNPACKED]}\nuse({folder!r})\n")
    # The sums detect changes, so an import need not check the text.
    py_compile.compile(package, None, f"{folder}/{PACKAGE}", True, -1, py_compile.PycInvalidationMode.UNCHECKED_HASH)
    with open(f"{part}/{MODULES}", "wb") as file:
        # A format that each Python from 3.4 on reads.
        marshal.dump((sys.implementation.cache_tag, _modules(files, folder)), file, 4)
    written = sorted(f"{at}/{name}" for at, _, names in os.walk(part) for name in names)
    sums = "".join(f"{zlib.crc32(_read(path)):08x} {os.path.relpath(path, part)}\n" for path in written)
    _write(f"{part}/sums", f"{zlib.crc32(sums.encode()):08x}\n{sums}")
    for at, _, names in os.walk(part, topdown=False):
        for name in names:
            _sync(f"{at}/{name}")
        _sync(at)


def _modules(files: Mapping[str, str], folder: str) -> dict[str, tuple[str, str, bytes]]:
    """By their names: path, text and code of all modules but the package itself."""
    import marshal

    return {
        path[:-3].replace("/", ".").replace(".__init__", ""): (path, text, marshal.dumps(compile(text, f"{folder}/{path}", "exec")))
        for path, text in files.items()
        if path != PACKAGE
    }


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
    """Removes a folder, or a file in its place."""
    import shutil

    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


def _prune(home: str, sha256: str) -> None:
    """Removes the parts of this program, those of old interrupted deliveries, and the least recently used programs."""
    changed = {name: os.stat(f"{home}/{name}").st_mtime for name in os.listdir(home)}
    parts = [name for name in changed if "." in name and (name.startswith(sha256) or changed[name] < time.time() - DELIVERY)]
    programs = sorted((name for name in changed if "." not in name), key=lambda name: -changed[name])
    in_use = _in_use() if programs[KEPT:] else ""
    for name in (*parts, *(name for name in programs[KEPT:] if name not in in_use)):
        _remove(f"{home}/{name}")


def _in_use() -> str:
    """A text with the hash of each program that a process runs or a systemd unit names."""
    units = [f"{UNITS}/{name}" for name in _listed(UNITS) if name.startswith("docker-to-ec2-")]
    return "\n".join(_text(path) for path in (*units, *(f"/proc/{pid}/cmdline" for pid in _listed("/proc") if pid.isdecimal())))


def _listed(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _text(path: str) -> str:
    try:
        return _read(path).decode(errors="replace")
    except OSError:
        return ""
