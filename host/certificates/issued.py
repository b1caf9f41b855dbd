"""The certificates that the proxy has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from host.edge.routes.certificates import place
from host.edge.routes.route import certified
from host.model.failure import Finding
from host.model.json import Json
from host.model.release import Reach, Route
from host.state.files import read
from host.state.paths import Paths

if TYPE_CHECKING:
    from host.certificates.x509 import Certificate

MONTHS_3 = 90 * 86_400
EXPIRES_SOON = 21 * 86_400
"""For a certificate of three months, and in proportion for others. The proxy renews when a third of the time is left."""


class Issued(NamedTuple):
    """The certificate of a name that needs one; None if there is none that can be read."""

    name: str
    certificate: Certificate | None


def issued(paths: Paths, key: str, route: Route) -> tuple[Issued, ...]:
    """The certificates for the names of a service's route, sorted by name."""
    names = sorted(certified(route))
    if not names:
        return ()
    from host.certificates import storage
    from host.certificates.secret_files import own_path
    from host.certificates.x509 import read_certificate

    if route.tls.own:
        own = read_certificate(read(own_path(paths, key, route.tls.own)))
        return tuple(Issued(name, own) for name in names)
    found = storage.texts(paths, [f"{place(route.tls, name)}.crt" for name in names])
    return tuple(Issued(name, read_certificate(text)) for name, text in zip(names, found))


def without(paths: Paths, key: str, route: Route, now: float) -> tuple[str, ...]:
    """The names of a route without a valid certificate."""
    return tuple(one.name for one in issued(paths, key, route) if not _good(one, now))


def expires_soon(certificate: Certificate, now: float) -> bool:
    """Whether a certificate is overdue for renewal."""
    life = certificate.expires - certificate.begins
    return certificate.expires - now < EXPIRES_SOON * min(1.0, life / MONTHS_3)


def told(paths: Paths, key: str, route: Reach | None) -> list[Json]:
    """For `status`: each name, its issuer, and when its certificate expires, in seconds since the epoch; "" and None without a certificate. The first
    to expire first."""
    found = issued(paths, key, route) if isinstance(route, Route) else ()
    return [
        {
            "name": one.name,
            "issuer": one.certificate.issuer if one.certificate else "",
            "expires": one.certificate and one.certificate.expires,
        }
        for one in sorted(found, key=lambda one: one.certificate.expires if one.certificate else 0)
    ]


def findings(paths: Paths, key: str, route: Reach | None, now: float) -> tuple[Finding, ...]:
    """Findings about names without a valid certificate, or with one that is overdue for renewal."""
    found = issued(paths, key, route) if isinstance(route, Route) else ()
    return tuple(_finding(one, words) for one in found if (words := _wrong(one, now)))


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
    from host.certificates.x509 import covers

    seen = one.certificate
    return seen is not None and covers(seen.names, one.name) and seen.begins <= now < seen.expires
