"""One probe of a slot, in its protocol."""

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
"""Bytes of an answer's body kept as evidence. More than is shown: secrets are masked before it is cut."""


class Probe(NamedTuple):
    """The result of one request to a slot: the status, or 0 and `missed`, a kind of `Unreachable`. `good`: the probe passed. `location` belongs to
    a redirect; `forced`: it leads to the same page over https."""

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
    """One request, directly to the slot, without following redirects. Only the head of the answer counts; the body may be slow, or endless."""
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
    """Whether a redirect leads to the same page over https, and not to another one, such as a login on another site. The slot
    was probed by its address, so it may use any name for itself."""
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
