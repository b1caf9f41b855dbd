"""The certificates that the proxy manages, in Caddy's configuration. Pure. https://caddyserver.com/docs/json/apps/tls/"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from host.edge.routes.handlers import DATA
from host.edge.routes.route import certified, issued_by, lets_in, owner, pending
from host.model.json import Json
from host.model.release import Route
from host.model.tls import Tls

CONFIGURATION = "/etc/caddy"
"""The folder of the configuration, by its path in the proxy."""
OWN, ACCOUNTS = "certificates", "accounts"
"""Its subfolders for files from secrets."""
ROUTE_53: Json = {"name": "route53", "region": "us-east-1"}
"""Uses the host's role. Caddy needs a build with this module: https://github.com/caddy-dns/route53. The service is global; the region
only selects its partition."""
LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory"
HTTP_PORT, HTTPS_PORT = 80, 443
"""The ports of an authority's challenges: RFC 8555, 8.3, and RFC 8737, 3."""
INTERNAL: Json = {"module": "internal"}
OWN_AUTHORITY: Json = {"certificate_authorities": {"local": {"install_trust": False}}}
"""The proxy's user could not change its container's trust store."""
UNCLEANED: Json = {"disable_storage_clean": True}
"""Caddy starts by removing empty folders of certificates. Its own authority is fast enough to write to them just then; a lost certificate is issued
again after a minute. What the clean-up would remove, certificates that expired two weeks ago, takes little room."""


def mark(source: str) -> str:
    """A name for a secret's reference, in 16 hexadecimal digits."""
    import hashlib

    return hashlib.sha256(source.encode()).hexdigest()[:16]


def apps(routes: Mapping[str, Route]) -> Json:
    """The configuration's parts for certificates; empty if no name needs one."""
    if not any(map(certified, routes.values())):
        return {}
    policies = _policies(routes)
    loaded = [f"{CONFIGURATION}/{OWN}"] if any(route.tls.own for route in routes.values()) else []
    old = [{"certificate": f"{place}.crt", "key": f"{place}.key"} for place in _replaced(routes).values()]
    certificates = {
        "load_folders": loaded,
        "load_files": old,
        "automate": sorted(name for policy in policies for name in policy["subjects"]),
    }
    internal = any(INTERNAL in policy["issuers"] for policy in policies)
    return {
        "tls": {
            "certificates": {name: some for name, some in certificates.items() if some},
            **({"automation": {"policies": policies}} if policies else {}),
            **(UNCLEANED if internal else {}),
        },
        **({"pki": OWN_AUTHORITY} if internal else {}),
    }


def _policies(routes: Mapping[str, Route]) -> list[dict[str, list[Any]]]:
    """Names with the same settings share a policy, and no name has two."""
    policies: dict[str, dict[str, list[Any]]] = {}
    old = _replaced(routes)
    managed = {
        name for key, route in routes.items() if not route.tls.own for name in certified(route) if name not in old or owner(key) != key
    }
    for name in sorted(managed):
        issuer = _issuer([route for _, route in sorted(routes.items(), reverse=True) if name in certified(route)])
        policies.setdefault(repr(issuer), {"subjects": [], "issuers": [issuer]})["subjects"].append(name)
    return list(policies.values())


def _replaced(routes: Mapping[str, Route]) -> dict[str, str]:
    """Names that need a certificate from another authority, and the files of their current one. The proxy serves it from these files, because
    Caddy requests nothing for a name while it manages a certificate for it."""
    pairs = [
        (route, routes[pending(key)]) for key, route in sorted(lets_in(routes).items()) if pending(key) in routes and not route.tls.own
    ]
    left = [(now, {*then.domains, *then.tls.redirect_domains}) for now, then in pairs if issued_by(now.tls) != issued_by(then.tls)]
    return {name: f"{DATA}/caddy/{place(now.tls, name)}" for now, names in left for name in sorted(certified(now) & names)}


def place(tls: Tls, name: str) -> str:
    """Where the proxy stores a name's certificate, below its folder for certificates: https://pkg.go.dev/github.com/caddyserver/certmagic#KeyBuilder"""
    safe = name.replace("*", "wildcard_")
    return f"certificates/{_folder(tls)}/{safe}/{safe}"


def _folder(tls: Tls) -> str:
    """Folder name of an authority: https://pkg.go.dev/github.com/caddyserver/certmagic#ACMEIssuer.IssuerKey"""
    if tls.source == "internal":
        return "local"
    host, _, path = re.sub(r"^https://", "", (tls.directory or LETS_ENCRYPT).lower()).partition("?")[0].partition("/")
    key = "-".join(one for one in (host, path.strip("/").replace("/", "-").strip("-")) if one)
    return re.sub(r"[^\w@.-]", "", key.replace("..", "").replace(":", "-"))


def _issuer(routes: Sequence[Route]) -> Json:
    """The issuer of the certificate for a name of these routes, a pending one first. The proxy answers a challenge only if they listen
    on its port."""
    tls = routes[0].tls
    by_dns = tls.challenge == "dns"
    if tls.source == "internal":
        return INTERNAL
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
    """Caddy reads the file when it loads a configuration, so that the configuration does not contain the key."""
    place = f"{{file.{CONFIGURATION}/{ACCOUNTS}/{mark(source)}"
    return {"key_id": f"{place}.id}}", "mac_key": f"{place}.key}}"}
