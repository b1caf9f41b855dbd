"""The doors of a service: what the proxy checks in requests, and what it answers itself."""

from __future__ import annotations

from typing import NamedTuple

from host.model.json import Json
from host.model.reader import ANY_CIDR, Malformed, Reader

SECRET = r"(ssm|secretsmanager):\S+"
HASH = r"\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}"
"""A bcrypt hash, in modular crypt format."""
DOORS = ("basic-auth", "allow-from", "maintenance", "maintenance-page", "error-pages", "request-timeout", "max-body", "access-log")
"""The names of the settings, in the order of the record."""
PAGED = ("401", "403", "413", "502", "503", "504")
"""Statuses of the proxy's own answers, which can have a page."""


class Accounts(NamedTuple):
    """The accounts: lines `user:hash`, made from a `version` of the secret in `source`."""

    source: str
    version: str
    lines: tuple[str, ...]


NOBODY = Accounts("", "", ())


class Doors(NamedTuple):
    """`basic_auth`: the secret with lines `user:password`, "" for none; `accounts`: its hashes, or `NOBODY` before it was read:
    then nobody can pass. `allow_from`: the visitors' CIDRs, empty for everybody. `error_pages`: HTML by status. `request_timeout`: seconds until the
    application starts its answer, and `max_body`: bytes of a request; 0 is no limit."""

    basic_auth: str = ""
    allow_from: tuple[str, ...] = ()
    maintenance: bool = False
    maintenance_page: str = ""
    error_pages: tuple[tuple[str, str], ...] = ()
    request_timeout: float = 0
    max_body: int = 0
    access_log: bool = False
    accounts: Accounts = NOBODY


OPEN = Doors()


def read_doors(raw: Reader) -> Doors:
    """The doors in the document of a release, or of a route, which also has the accounts. Raises `Malformed`, which names the field."""
    return Doors(
        basic_auth=raw.text("basic-auth", f"({SECRET})?", ""),
        allow_from=raw.texts("allow-from", ANY_CIDR),
        maintenance=raw.flag("maintenance"),
        maintenance_page=raw.text("maintenance-page", default=""),
        error_pages=_pages(raw),
        request_timeout=raw.number("request-timeout", 0, 86_400, 0),
        max_body=raw.integer("max-body", default=0),
        access_log=raw.flag("access-log"),
        accounts=raw.maybe("accounts", lambda name: _accounts(raw.inside(name))) or NOBODY,
    )


def _pages(raw: Reader) -> tuple[tuple[str, str], ...]:
    pages = raw.pairs("error-pages")
    for status in pages.keys() - set(PAGED):
        raise Malformed(f"{raw.at}error-pages.{status}")
    return tuple(sorted(pages.items()))


def _accounts(raw: Reader) -> Accounts:
    return Accounts(raw.text("source", SECRET), raw.text("version"), raw.texts("lines", f"[^:]+:{HASH}"))


def document(doors: Doors) -> Json:
    """The stored form of the doors, without open ones."""
    *settings, accounts = doors
    told = {name: _plain(value) for name, value, usual in zip(DOORS, settings, OPEN) if value != usual}
    return {**told, "accounts": {**accounts._asdict(), "lines": list(accounts.lines)}} if accounts.lines else told


def _plain(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return dict(value) if value and isinstance(value[0], tuple) else list(value)
