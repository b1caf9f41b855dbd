"""Which certificates the proxy has under management, in Caddy's words. Pure. https://caddyserver.com/docs/json/apps/tls/"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from host.edge.routes.route import certified
from host.model.json import Json
from host.model.release import Route

HTTP_PORT, HTTPS_PORT = 80, 443
"""Where an authority looks for the answers to its challenges: RFC 8555, 8.3, and RFC 8737, 3."""

INTERNAL: Json = {"module": "internal"}
OWN_AUTHORITY: Json = {"certificate_authorities": {"local": {"install_trust": False}}}
"""The proxy's user could not change whom its container trusts."""


def apps(routes: Mapping[str, Route]) -> Json:
    """The parts of the configuration for certificates; nothing where no name needs one. Names that go by the same settings share a policy, and
    no name has two."""
    names = sorted({name for route in routes.values() for name in certified(route)})
    if not names:
        return {}
    policies: dict[str, dict[str, list[Any]]] = {}
    for name in names:
        issuer = _issuer([route for _, route in sorted(routes.items()) if name in certified(route)])
        policies.setdefault(repr(issuer), {"subjects": [], "issuers": [issuer]})["subjects"].append(name)
    own = any(issuer == INTERNAL for policy in policies.values() for issuer in policy["issuers"])
    return {
        "tls": {"certificates": {"automate": names}, "automation": {"policies": list(policies.values())}},
        **({"pki": OWN_AUTHORITY} if own else {}),
    }


def _issuer(routes: Sequence[Route]) -> Json:
    """Who gives out a certificate for a name that these services have. A challenge is met only where they listen for it."""
    tls = routes[0].tls
    if tls.source == "internal":
        return INTERNAL
    return {
        "module": "acme",
        **({"ca": tls.directory} if tls.directory else {}),
        **({"email": tls.email} if tls.email else {}),
        "challenges": {
            "http": {"disabled": all(route.port != HTTP_PORT for route in routes)},
            "tls-alpn": {"disabled": all(route.tls.port != HTTPS_PORT for route in routes)},
        },
    }
