"""Puts the program on the disk, whole or not at all, or imports it from memory. Run by the bootstrap before anything else can be imported."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType

KEPT = 5
"""How many programs stay, besides those that something runs or will run at boot."""

UNITS = "/etc/systemd/system"


def unpack(files: Mapping[str, str], sha256: str, homes: Sequence[str], whole: Callable[[str], bool]) -> str:
    """Puts the texts of `files` (path -> text) into the folder `sha256` of the first home that takes them, and gives the folder. Where none
    does, modules are imported from memory, and it gives "". `whole` tells whether a folder is as it was unpacked."""
    for home in homes:
        try:
            return _unpack(files, sha256, home, whole)
        except OSError:
            continue
    sys.meta_path.insert(0, Memory(files))
    return ""


def _unpack(files: Mapping[str, str], sha256: str, home: str, whole: Callable[[str], bool]) -> str:
    os.makedirs(home, mode=0o700, exist_ok=True)
    folder, part = f"{home}/{sha256}", f"{home}/{sha256}.part"
    with _locked(home):
        if not whole(folder):
            _remove(part)
            try:
                _write_all(files, part, folder)
                _remove(folder)
                os.rename(part, folder)
            except OSError:
                _remove(part)
                raise
            _sync(home)
            _prune(home)
    return folder


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


def _prune(home: str) -> None:
    """Removes what attempts that were killed left behind, and the programs that were not used for the longest time."""
    programs = [name for name in os.listdir(home) if "." not in name]
    programs.sort(key=lambda name: os.stat(f"{home}/{name}").st_mtime, reverse=True)
    in_use = _in_use() if programs[KEPT:] else ""
    for name in (*(name for name in os.listdir(home) if "." in name), *(name for name in programs[KEPT:] if name not in in_use)):
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


class Memory(Loader):
    """Imports modules from their texts; see https://docs.python.org/3/reference/import.html#the-meta-path"""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        module = name.replace(".", "/")
        package = f"{module}/__init__.py"
        if package in self.files:
            return ModuleSpec(name, self, origin=package, is_package=True)
        return ModuleSpec(name, self, origin=f"{module}.py") if f"{module}.py" in self.files else None

    def create_module(self, _spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        origin = (module.__spec__ and module.__spec__.origin) or ""
        exec(compile(self.files[origin], origin, "exec"), module.__dict__)
