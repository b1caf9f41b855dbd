"""Which certificates the proxy has under management, in Caddy's words. Pure. https://caddyserver.com/docs/json/apps/tls/"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from host.edge.routes.route import certified
from host.model.json import Json
from host.model.release import Route

CONFIGURATION = "/etc/caddy"
"""The folder of the configuration, as the proxy sees it."""
OWN, ACCOUNTS = "certificates", "accounts"
"""Folders in it for what came out of secrets."""
ROUTE_53: Json = {"name": "route53", "region": "us-east-1"}
"""By the host's role. Caddy has this module only where it was built with it: https://github.com/caddy-dns/route53. The service is global; the region
only names its partition."""
HTTP_PORT, HTTPS_PORT = 80, 443
"""Where an authority looks for the answers to its challenges: RFC 8555, 8.3, and RFC 8737, 3."""


def mark(source: str) -> str:
    """A name for the reference of a secret, in 16 hexadecimal digits."""
    import hashlib

    return hashlib.sha256(source.encode()).hexdigest()[:16]


def apps(routes: Mapping[str, Route]) -> Json:
    """The parts of the configuration for certificates; nothing where no name needs one. Names that go by the same settings share a policy, and
    no name has two."""
    if not any(map(certified, routes.values())):
        return {}
    folders = [f"{CONFIGURATION}/{OWN}"] if any(route.tls.own for route in routes.values()) else []
    names = sorted({name for route in routes.values() if not route.tls.own for name in certified(route)})
    policies: dict[str, dict[str, list[Any]]] = {}
    for name in names:
        issuer = _issuer([route for _, route in sorted(routes.items()) if name in certified(route)])
        policies.setdefault(repr(issuer), {"subjects": [], "issuers": [issuer]})["subjects"].append(name)
    return {
        "tls": {
            "certificates": {**({"load_folders": folders} if folders else {}), **({"automate": names} if names else {})},
            **({"automation": {"policies": list(policies.values())}} if names else {}),
        },
        # The proxy's user could not change whom its container trusts.
        "pki": {"certificate_authorities": {"local": {"install_trust": False}}},
    }


def _issuer(routes: Sequence[Route]) -> Json:
    """Who gives out a certificate for a name that these services have. A challenge is met only where they listen for it."""
    tls = routes[0].tls
    by_dns = tls.challenge == "dns"
    if tls.source == "internal":
        return {"module": "internal"}
    return {
        "module": "acme",
        **({"ca": tls.directory} if tls.directory else {}),
        **({"email": tls.email} if tls.email else {}),
        **({"external_account": _account(tls.account)} if tls.account else {}),
        "challenges": {
            "http": {"disabled": by_dns or all(route.port != HTTP_PORT for route in routes)},
            "tls-alpn": {"disabled": by_dns or all(route.tls.port != HTTPS_PORT for route in routes)},
            **({"dns": {"provider": ROUTE_53}} if by_dns else {}),
        },
    }


def _account(source: str) -> Json:
    """Caddy reads it when it takes a configuration, so that the key is no part of one."""
    place = f"{{file.{CONFIGURATION}/{ACCOUNTS}/{mark(source)}"
    return {"key_id": f"{place}.id}}", "mac_key": f"{place}.key}}"}
