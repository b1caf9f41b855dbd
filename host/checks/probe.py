"""One look at a slot, by the protocol that it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple

from host.http import http1
from host.http.dial import Unreachable, tcp, unverified_tls
from host.http.http1 import Stream
from host.model.release import Health

TIMEOUT = 5.0
BODY = 16_384
"""Bytes of an answer's body that are kept as evidence. More than is shown: secrets are masked before it is cut."""


class Probe(NamedTuple):
    """What one request to a slot came to: the status, or 0 and `missed`, which is a kind of `Unreachable`. `good`: it is well. `location` is of
    a redirect; `forced`: it leads to the same page by https."""

    code: int
    body: str = ""
    missed: str = ""
    location: str = ""
    good: bool = False
    forced: bool = False


def code_fits(code: int, codes: str) -> bool:
    """Whether a status is one of `200-399` or `200,204,300-399`."""
    ranges = (one.partition("-") for one in codes.split(","))
    return any(int(low) <= code <= int(high or low) for low, _, high in ranges)


def probe(address: str, health: Health, timeout: float = TIMEOUT) -> Probe:
    """One request, straight to the slot: redirects are answers too. The head of the answer counts; a body may be slow, or without end."""
    name = health.host or address
    try:
        with _stream(address, health, name, timeout) as answer:
            location = answer.headers.get("location", "")
            forced = health.upstream != "https" and _is_forced(location, name, health)
            good = code_fits(answer.status, health.codes) and (not forced or str(answer.status) in health.codes.split(","))
            return Probe(answer.status, "" if good else _beginning(answer.pieces), "", location, good, forced)
    except Unreachable as error:
        return Probe(0, missed=error.kind)


def _stream(address: str, health: Health, name: str, timeout: float) -> AbstractContextManager[Stream]:
    ip, _, port = address.rpartition(":")
    headers = {"X-Forwarded-Proto": "https"} if health.behind_tls else {}
    if health.upstream == "h2c":
        from host.http import http2

        return http2.stream(tcp(ip, int(port)), health.path, headers=headers, timeout=timeout, host=name)
    dial = unverified_tls(ip, int(port), health.host.partition(":")[0]) if health.upstream == "https" else tcp(ip, int(port))
    return http1.stream(dial, "GET", health.path, headers=headers, timeout=timeout, host=name)


def _is_forced(location: str, name: str, health: Health) -> bool:
    """Whether a redirect leads to the very page that was asked for, by https. One to a page of somebody else, such as a login, does not. A slot
    that was asked by its address may name itself as it likes."""
    scheme, _, rest = location.partition("://")
    host, _, path = rest.partition("/")
    same_name = not health.host or host.partition(":")[0].lower() == name.partition(":")[0].lower()
    return scheme == "https" and same_name and f"/{path}" == health.path


def _beginning(pieces: Iterator[bytes]) -> str:
    body = bytearray()
    try:
        while len(body) < BODY and (piece := next(pieces, b"")):
            body += piece
    except Unreachable:
        pass
    return str(body[:BODY], "utf-8", "replace").replace("\0", "")
