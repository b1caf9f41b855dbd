"""Installs the program on the disk, completely or not at all. The bootstrap runs it before anything else can be imported.

On a host, this is also the text of `host/__init__.py`: all other modules are in one file beside it, because opening and checking a file
for each of them would take longer than most of them need to run.
"""

from __future__ import annotations

import builtins
import fcntl
import marshal
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

KEPT = 5
"""How many programs stay, beside those that something runs, or will run at boot."""

DELIVERY = 3600
"""Seconds after which parts of an interrupted delivery are removed."""

UNITS = "/etc/systemd/system"

PACKAGE = "host/__init__.py"
UNPACKED = "host/unpack.py"
"""The text that takes its place: this one."""
MODULES = "modules"
"""The file of the other modules."""

SPEC: Callable[..., Any] = type(sys.modules["sys"].__spec__)
"""`ModuleSpec`; importing it from its module takes a millisecond."""


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
    import py_compile
    import zlib

    package = f"{part}/{PACKAGE}"
    os.makedirs(os.path.dirname(package), mode=0o700)
    _write(package, f"{files[UNPACKED]}\nuse(__path__[0])\n")
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


class Modules:
    """Finds and loads the modules in a folder's file: each with its path, its text and its marshalled code, for the Python `tag`. Any
    other Python compiles the texts."""

    def __init__(self, folder: str, tag: str, modules: Mapping[str, tuple[str, str, bytes]]) -> None:
        self._folder = folder
        self._is_compiled = tag == sys.implementation.cache_tag
        self._modules = modules

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """https://docs.python.org/3/library/importlib.html#importlib.abc.MetaPathFinder"""
        if name not in self._modules:
            return None
        path = f"{self._folder}/{self._modules[name][0]}"
        spec: ModuleSpec = SPEC(name, self, origin=path, is_package=path.endswith("/__init__.py"))
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(path))
        return spec

    def create_module(self, _spec: object) -> None:
        """Python creates the module."""

    def exec_module(self, module: ModuleType) -> None:
        """https://docs.python.org/3/library/importlib.html#importlib.abc.Loader"""
        builtins.exec(self._code(module.__name__), module.__dict__)

    def get_source(self, name: str) -> str:
        """For tracebacks."""
        return self._modules[name][1]

    def _code(self, name: str) -> CodeType:
        path, text, code = self._modules[name]
        found: CodeType = marshal.loads(code) if self._is_compiled else compile(text, f"{self._folder}/{path}", "exec")
        return found


def use(package: str) -> None:
    """From here on, the modules in the file beside the package's folder can be imported, also after it was copied to another place."""
    folder = os.path.dirname(package)
    with open(f"{folder}/{MODULES}", "rb") as file:
        tag, modules = marshal.loads(file.read())
    sys.meta_path.insert(0, Modules(folder, tag, modules))
