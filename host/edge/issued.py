"""The certificates that the proxy has, as it keeps them: https://pkg.go.dev/github.com/caddyserver/certmagic#KeyBuilder"""

from __future__ import annotations

import re
from typing import NamedTuple

from host.certificates.secret_files import own_path
from host.edge.certificate import Certificate, covers, read_certificate
from host.edge.routes.route import certified
from host.model.release import Route
from host.model.tls import Tls
from host.state import Paths, read

LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory"
MONTHS_3 = 90 * 86_400
EXPIRES_SOON = 21 * 86_400
"""Of a certificate of three months; of others in proportion. The proxy renews when a third of the time is left."""


class Issued(NamedTuple):
    """What there is of a name that needs a certificate; None where nothing that can be read is there."""

    name: str
    certificate: Certificate | None


def issued(paths: Paths, key: str, route: Route) -> tuple[Issued, ...]:
    """The certificates of the names of a service's route, sorted by name."""
    return tuple(Issued(name, read_certificate(read(_path(paths, key, route.tls, name)))) for name in sorted(certified(route)))


def without(paths: Paths, key: str, route: Route, now: float) -> tuple[str, ...]:
    """The names of a route that have no certificate which is good now."""
    return tuple(one.name for one in issued(paths, key, route) if not _good(one, now))


def expires_soon(certificate: Certificate, now: float) -> bool:
    """Whether a certificate should have been renewed by now."""
    life = certificate.expires - certificate.begins
    return certificate.expires - now < EXPIRES_SOON * min(1.0, life / MONTHS_3)


def _good(one: Issued, now: float) -> bool:
    seen = one.certificate
    return seen is not None and covers(seen.names, one.name) and seen.begins <= now < seen.expires


def _path(paths: Paths, key: str, tls: Tls, name: str) -> str:
    if tls.own:
        return own_path(paths, key, tls.own)
    safe = name.replace("*", "wildcard_")
    return f"{paths.state}/proxy/data/caddy/certificates/{_issuer(tls)}/{safe}/{safe}.crt"


def _issuer(tls: Tls) -> str:
    """The folder of an authority: https://pkg.go.dev/github.com/caddyserver/certmagic#ACMEIssuer.IssuerKey"""
    if tls.source == "internal":
        return "local"
    place = re.sub(r"^https://", "", (tls.directory or LETS_ENCRYPT).lower()).partition("?")[0]
    host, _, path = place.partition("/")
    key = "-".join(one for one in (host, path.strip("/").replace("/", "-").strip("-")) if one)
    return re.sub(r"[^\w@.-]", "", key.replace("..", "").replace(":", "-"))
