"""Files that only the proxy's user can read: what the host got from secrets for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from host.certificates import storage
from host.certificates.pair import is_pair
from host.edge.routes.certificates import ACCOUNTS, OWN, mark
from host.model.failure import Finding, of_disk
from host.state.files import names_in, read, remove, write
from host.state.paths import Paths

MADE_ANEW = "The proxy asks for another one."
LOST = "lost"
"""Stands for an account that can no longer be read. An authority refuses it; with an empty text, Caddy would refuse its whole configuration."""


def own_path(paths: Paths, key: str, source: str) -> str:
    """The file of a service's own certificate. `source`: the reference of the secret."""
    return f"{_folder(paths, OWN)}/{key}.{mark(source)}.pem"


def account_paths(paths: Paths, source: str) -> tuple[str, str]:
    """The file with id and key of an account."""
    folder = _folder(paths, ACCOUNTS)
    return f"{folder}/{mark(source)}.id", f"{folder}/{mark(source)}.key"


def put(path: str, text: str) -> None:
    """Writes a file for the proxy's user. Raises `Failure`."""
    try:
        write(path, text, for_proxy=True)
    except OSError as error:
        raise of_disk(error, "the contents of a secret could not be written for the proxy") from error


def forget_own(paths: Paths, key: str, besides: frozenset[str] = frozenset()) -> None:
    """Removes a service's own certificates except those of some sources."""
    stay = {own_path(paths, key, source) for source in besides}
    for path in _files(paths, OWN):
        if re.fullmatch(rf"{re.escape(key)}\.[0-9a-f]{{16}}\.pem", os.path.basename(path)) and path not in stay:
            remove(path)


def mend(paths: Paths) -> tuple[Finding, ...]:
    """Moves damaged files away, because Caddy would refuse all services because of them; names the services whose certificates they were."""
    damaged = [path for path in _files(paths, OWN) if path.endswith(".pem") and not is_pair(read(path)) and _moved_away(path)]
    for path in (path for path in _files(paths, ACCOUNTS) if not read(path)):
        put(path, LOST)
    keys = [os.path.basename(path).rsplit(".", 2)[0] for path in damaged]
    hint = "Deploy the service again, or run command: restart."
    own = tuple(_lost(f"the certificate of {key}", hint) for key in keys)
    return (*own, *(_lost(f"what an authority gave for {name}", MADE_ANEW) for name in storage.mend(paths)))


def _moved_away(path: str) -> bool:
    """False if an order of its service has removed it in the meantime."""
    try:
        os.rename(path, f"{path}.damaged")
    except FileNotFoundError:
        return False
    return True


def _lost(what: str, hint: str) -> Finding:
    return Finding("certificate-lost", f"{what} cannot be read any more", hint, fatal=False)


def _files(paths: Paths, name: str) -> Iterator[str]:
    folder = _folder(paths, name)
    return (f"{folder}/{name}" for name in names_in(folder))


def _folder(paths: Paths, name: str) -> str:
    return f"{paths.state}/proxy/{name}"
