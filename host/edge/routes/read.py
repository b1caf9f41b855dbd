"""Reads routes from documents. Only valid parts can enter the proxy's configuration."""

from __future__ import annotations

from host.model.doors import DOORS, read_doors
from host.model.json import Json
from host.model.reader import ANY_CIDR, Malformed, Reader
from host.model.release import NoRoute, Reach, Route
from host.model.tls import NO_TLS, Tls

DOMAIN = r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*"
PREFIX = r"/|(/[A-Za-z0-9._~-]+)+"
ASSETS = r"((/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)+)?"
ROUTE = ("http-port", "domains", "path-prefix", "strip-path-prefix", "upstream", "trusted", "canary-header")
"""The route's fields in its document, in the order of the record."""
TLS = ("tls", "https-port", "https-redirect", "hsts", "redirect-domains", "acme-directory", "acme-email", "acme-account", "acme-challenge")
"""The fields of its HTTPS part, in the order of that record."""
ROUTE_SETTINGS = frozenset(("trusted-proxies", "asset-path", "external-proxy", "preview-sleep", *ROUTE, *TLS, *DOORS))
"""Settings of a release about its route."""


def route_part(spec: Json, document: Json) -> Json:
    """The route's part of a release's document."""
    return {**spec, "trusted": document.get("trusted")}


def read_reach(raw: Reader) -> Reach:
    """The route in a document, if it is not a worker's. Raises `Malformed`, which names the field."""
    return NoRoute.NONE if raw.raw.get("port") == NoRoute.NONE.value else read_route(raw)


def read_route(raw: Reader) -> Route:
    """The route in a document. Raises `Malformed`, which names the field."""
    route = Route(
        port=raw.integer("http-port", 1, 65_535),
        domains=raw.texts("domains", rf"(\*\.)?({DOMAIN})"),
        path=raw.text("path-prefix", PREFIX),
        strip=raw.flag("strip-path-prefix"),
        upstream=raw.text("upstream", "http|h2c|https"),
        trusted=raw.texts("trusted", ANY_CIDR),
        canary_header=raw.text("canary-header", r"[A-Za-z0-9-]+"),
        tls=_tls(raw),
        doors=read_doors(raw),
        assets=raw.text("asset-path", ASSETS, ""),
        external=raw.flag("external-proxy"),
        sleep=raw.number("preview-sleep", 0, 31_536_000, 0),
    )
    return _sound(route, raw.at)


def _tls(raw: Reader) -> Tls:
    """Without HTTPS, its settings have no effect, and routes that differ only in them are equal."""
    tls = Tls(
        source=raw.text("tls", r"off|acme|internal|secretsmanager:\S+", NO_TLS.source),
        port=raw.integer("https-port", 1, 65_535, NO_TLS.port),
        redirect=raw.flag("https-redirect", NO_TLS.redirect),
        hsts=raw.maybe("hsts", raw.integer),
        redirect_domains=raw.texts("redirect-domains", DOMAIN),
        directory=raw.text("acme-directory", r"(https://[^\s{}]+)?", ""),
        email=raw.text("acme-email", r"([^\s{}]+@[^\s{}]+)?", ""),
        account=raw.text("acme-account", r"((ssm|secretsmanager):\S+)?", ""),
        challenge=raw.text("acme-challenge", "http|dns", NO_TLS.challenge),
    )
    return tls if tls.on else NO_TLS._replace(redirect_domains=tls.redirect_domains)


def _sound(route: Route, at: str) -> Route:
    if route.tls.on and route.tls.port in (route.port, 80):
        raise Malformed(f"{at}https-port")
    if route.external and route.tls.on:
        raise Malformed(f"{at}external-proxy")
    if not route.domains and (route.tls.on or route.tls.redirect_domains):
        raise Malformed(f"{at}domains")
    return route
