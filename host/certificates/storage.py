"""The files in which the proxy stores what an authority issued. They are opened as the proxy's user: a link that it made grants nothing more.
https://github.com/caddyserver/certmagic/blob/master/storage.go
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Mapping, Sequence
from typing import Callable, TypeVar

from host.certificates.as_user import as_user
from host.certificates.pair import is_pair
from host.order import parsed
from host.state.files import PROXY, names_in, sync_folder
from host.state.paths import Paths

Result = TypeVar("Result")

PART = r"[a-z0-9_][a-z0-9@._-]*"
FILE = re.compile(rf"certificates/{PART}/{PART}/{PART}\.(crt|key|json)|acme/{PART}/users/{PART}/{PART}\.(json|key)")
OWN_AUTHORITY = "local"
"""Folder for certificates of the proxy's own authority, which every host issues anew."""
AUTHORITY = f"pki/authorities/{OWN_AUTHORITY}"
"""Folder of that authority itself."""
WRITING = 0.5
"""Seconds within which the proxy replaces all files of a certificate, one after the other."""


def safe(name: str) -> str:
    """A name of a certificate or an account as a folder name."""
    return name.lower().replace("*", "wildcard_").replace("+", "_plus_").replace("..", "")


def certificate(paths: Paths, name: str) -> Mapping[str, str]:
    """The newest certificate of a name, by file; empty without one."""
    return _within(paths, lambda: _certificate(name))


def _certificate(name: str) -> Mapping[str, str]:
    folders = [f"certificates/{issuer}/{safe(name)}" for issuer in names_in("certificates") if issuer != OWN_AUTHORITY]
    found = {folder: _age(f"{folder}/{safe(name)}.crt") for folder in folders}
    newest = max(found, key=lambda folder: found[folder], default="")
    return _files(newest) if found.get(newest) else {}


def texts(paths: Paths, files: Sequence[str]) -> tuple[str, ...]:
    """The contents of files; "" for a missing one."""
    if not os.path.isdir(_data(paths)):
        return ("",) * len(files)
    return _within(paths, lambda: tuple(map(_text_at, files)))


def accounts(paths: Paths, email: str) -> Mapping[str, str]:
    """The accounts with authorities for an address, "" for those without one, by file."""
    return _within(paths, lambda: _accounts(email))


def _accounts(email: str) -> Mapping[str, str]:
    folders = [f"acme/{issuer}/users/{safe(email) or 'default'}" for issuer in names_in("acme")]
    return {file: text for folder in folders for file, text in _files(folder).items()}


def put(paths: Paths, files: Mapping[str, str]) -> None:
    """Writes files that do not exist yet. Skips unexpected file names. Raises `OSError`."""
    _within(paths, lambda: _put(files))


def _put(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        if FILE.fullmatch(name) and ".." not in name and not os.path.lexists(name):
            os.makedirs(os.path.dirname(name), mode=0o700, exist_ok=True)
            with open(f"{name}.new", "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.rename(f"{name}.new", name)
            sync_folder(os.path.dirname(name))


def mend(paths: Paths) -> tuple[str, ...]:
    """Removes damaged files. Because of them, the proxy would serve no certificate of such a name, and never request another; because of its
    damaged own authority, it would refuse the configuration of all services. Returns what it removed."""
    return _within(paths, _mend) if os.path.isdir(f"{_data(paths)}/caddy") else ()


def _mend() -> tuple[str, ...]:
    issuers = [f"certificates/{issuer}" for issuer in names_in("certificates")]
    names = [(name, f"{issuer}/{name}") for issuer in issuers for name in names_in(issuer)]
    lost = [name for name, folder in names if _removed(folder, _is_certificate)]
    return (*lost, *(["the proxy's own authority"] if _removed(AUTHORITY, _is_authority) else ()))


def _removed(folder: str, whole: Callable[[str], bool]) -> bool:
    """Whether a folder was damaged, and so removed."""
    if not os.path.isdir(folder) or whole(folder):
        return False
    time.sleep(WRITING)
    if whole(folder):
        return False
    shutil.rmtree(folder)
    return True


def _is_certificate(folder: str) -> bool:
    path = f"{folder}/{os.path.basename(folder)}"
    return _has_pair(path) and bool(parsed(_text_at(f"{path}.json")))


def _is_authority(folder: str) -> bool:
    return all(_has_pair(f"{folder}/{name}") for name in ("root", "intermediate"))


def _has_pair(path: str) -> bool:
    return is_pair("\n".join(_text_at(f"{path}.{kind}") for kind in ("crt", "key")))


def _within(paths: Paths, work: Callable[[], Result]) -> Result:
    """Works inside the folder, as the proxy's user, who needs no right to the folders above."""

    def inside() -> Result:
        os.makedirs("caddy", mode=0o700, exist_ok=True)
        os.chdir("caddy")
        return work()

    return as_user(PROXY, _data(paths), 0o077, inside)


def _data(paths: Paths) -> str:
    return f"{paths.state}/proxy/data"


def _age(path: str) -> float:
    return os.stat(path).st_mtime if os.path.isfile(path) else 0.0


def _files(folder: str) -> dict[str, str]:
    paths = [f"{folder}/{name}" for name in names_in(folder)]
    return {path: _text(path) for path in paths if FILE.fullmatch(path) and os.path.isfile(path)}


def _text_at(path: str) -> str:
    return _text(path) if os.path.isfile(path) else ""


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(1 << 16)
