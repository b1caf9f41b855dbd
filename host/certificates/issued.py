"""The certificates that the proxy has."""

from __future__ import annotations

from typing import NamedTuple

from host.certificates import storage
from host.certificates.secret_files import own_path
from host.certificates.x509 import Certificate, covers, read_certificate
from host.edge.routes.certificates import place
from host.edge.routes.route import certified
from host.model.failure import Finding
from host.model.json import Json
from host.model.release import Route
from host.state import Paths, read

MONTHS_3 = 90 * 86_400
EXPIRES_SOON = 21 * 86_400
"""Of a certificate of three months; of others in proportion. The proxy renews when a third of the time is left."""


class Issued(NamedTuple):
    """What there is of a name that needs a certificate; None where nothing that can be read is there."""

    name: str
    certificate: Certificate | None


def issued(paths: Paths, key: str, route: Route) -> tuple[Issued, ...]:
    """The certificates of the names of a service's route, sorted by name."""
    names = sorted(certified(route))
    if not names:
        return ()
    if route.tls.own:
        own = read_certificate(read(own_path(paths, key, route.tls.own)))
        return tuple(Issued(name, own) for name in names)
    found = storage.texts(paths, [f"{place(route.tls, name)}.crt" for name in names])
    return tuple(Issued(name, read_certificate(text)) for name, text in zip(names, found))


def without(paths: Paths, key: str, route: Route, now: float) -> tuple[str, ...]:
    """The names of a route that have no certificate which is good now."""
    return tuple(one.name for one in issued(paths, key, route) if not _good(one, now))


def expires_soon(certificate: Certificate, now: float) -> bool:
    """Whether a certificate should have been renewed by now."""
    life = certificate.expires - certificate.begins
    return certificate.expires - now < EXPIRES_SOON * min(1.0, life / MONTHS_3)


def told(paths: Paths, key: str, route: Route | None) -> list[Json]:
    """For `status`: each name, who gave out its certificate, and when that ends, in seconds since the epoch; "" and None where there is none."""
    found = issued(paths, key, route) if route else ()
    return [
        {
            "name": one.name,
            "issuer": one.certificate.issuer if one.certificate else "",
            "expires": one.certificate and one.certificate.expires,
        }
        for one in found
    ]


def findings(paths: Paths, key: str, route: Route | None, now: float) -> tuple[Finding, ...]:
    """What is to be told of names without a certificate that is good, and of one that should have been renewed by now."""
    return tuple(_finding(one, words) for one in (issued(paths, key, route) if route else ()) if (words := _wrong(one, now)))


def _wrong(one: Issued, now: float) -> str:
    if not _good(one, now):
        return "has no valid certificate"
    if one.certificate and expires_soon(one.certificate, now):
        return f"has a certificate that expires in {(one.certificate.expires - now) / 86_400:.1f} days"
    return ""


def _finding(one: Issued, words: str) -> Finding:
    hint = "The proxy tries to renew it, and its log on the host has the authority's words; renew your own certificate in its secret."
    return Finding("certificate", f"{one.name} {words}", hint, fatal=False)


def _good(one: Issued, now: float) -> bool:
    seen = one.certificate
    return seen is not None and covers(seen.names, one.name) and seen.begins <= now < seen.expires
