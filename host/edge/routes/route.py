"""Routes as documents, and conflicts between services. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from host.edge.routes.read import ROUTE, TLS, read_reach, route_part
from host.model import doors
from host.model.json import Json
from host.model.reader import Malformed, Reader
from host.model.release import NoRoute, Reach, Route
from host.model.tls import NO_TLS, Tls

PENDING = "+"
"""Suffix of a pending route's key, beside the service's live route: no visitor enters by it, but the proxy listens on its ports and requests the
certificates of its names. No service's key contains this character."""


class Claim(NamedTuple):
    """What only one service can have: a path prefix, under a name ("" for all names of no other service), on a port."""

    port: int
    domain: str
    path: str


def document(route: Reach) -> Json:
    """The stored form of the route, without empty fields."""
    if isinstance(route, NoRoute):
        return {"port": route.value}
    tls = _named(TLS, route.tls) if route.tls != NO_TLS else {}
    given = {"asset-path": route.assets, "external-proxy": route.external, "preview-sleep": route.sleep}
    beside = {name: value for name, value in given.items() if value}
    return {**_named(ROUTE, route), **tls, **doors.document(route.doors), **beside}


def _named(names: tuple[str, ...], values: tuple[Any, ...]) -> Json:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in zip(names, values)}


def from_document(raw: Any) -> Reach | None:
    """The route in a document; None if it is damaged."""
    try:
        return read_reach(Reader(raw))
    except Malformed:
        return None


def of_release(raw: Json) -> Reach | None:
    """The route in a release's document, even if the rest of that is damaged."""
    spec = raw.get("spec")
    return from_document(route_part(spec, raw)) if isinstance(spec, dict) else None


def pending(key: str) -> str:
    """The key of a service's pending route."""
    return f"{key}{PENDING}"


def owner(key: str) -> str:
    """The service of a route."""
    return key.rstrip(PENDING)


def lets_in(routes: Mapping[str, Route]) -> dict[str, Route]:
    """The routes that are open to visitors."""
    return {key: route for key, route in routes.items() if owner(key) == key}


def own_ports(route: Route) -> tuple[int, ...]:
    """The ports of a service: for HTTP and, if it uses HTTPS, for that."""
    return (route.port, route.tls.port) if route.tls.on else (route.port,)


def certified(route: Route) -> frozenset[str]:
    """The names that need a certificate."""
    return frozenset((*route.domains, *route.tls.redirect_domains)) if route.tls.on else frozenset()


def claims(route: Route) -> frozenset[Claim]:
    """What a route claims. Caddy ignores the case of paths."""
    places = [(domain, route.path.lower()) for domain in route.domains or ("",)]
    leads = [(domain, "/") for domain in route.tls.redirect_domains]
    return frozenset(Claim(port, *place) for port in own_ports(route) for place in (*places, *leads))


def conflict(routes: Mapping[str, Route], key: str) -> str:
    """A claim of a service that another one has, and that other service; "" for none."""
    for other in sorted(routes.keys() - {key}):
        judge = _apart if owner(other) == owner(key) else _contested
        words = judge(routes[key], routes[other])
        if words:
            return f"{words} the service {owner(other)}"
    return ""


def _contested(mine: Route, other: Route) -> str:
    for port, domain, path in sorted(claims(mine) & claims(other)):
        place = "" if (domain, path) == ("", "/") else f"{domain}{path} on "
        return f"{place}port {port} is held by"
    if mine.port == other.port and mine.external != other.external:
        return f"port {mine.port} is for {'an external proxy' if other.external else 'visitors'} by"
    if issued_by(mine.tls) != issued_by(other.tls):
        for name in sorted(certified(mine) & certified(other)):
            return f"the certificate of {name} has other settings by"
    return _apart(mine, other)


def _apart(mine: Route, other: Route) -> str:
    for port in sorted(_speaking_otherwise(mine, other)):
        return f"port {port} is for {'HTTP' if port == other.port else 'HTTPS'} by"
    return ""


def _speaking_otherwise(mine: Route, other: Route) -> set[int]:
    """Ports that one route uses for HTTP and another for HTTPS."""
    return {route.port for route, beside in ((mine, other), (other, mine)) if beside.tls.on and beside.tls.port == route.port}


def issued_by(tls: Tls) -> Tls:
    """The settings that decide which certificate a name gets."""
    return tls._replace(port=0, redirect=True, hsts=None, redirect_domains=())


def ports(routes: Mapping[str, Route]) -> frozenset[int]:
    """The TCP ports that these routes need."""
    return frozenset(port for route in routes.values() for port in own_ports(route))


def quic_ports(routes: Mapping[str, Route]) -> frozenset[int]:
    """The UDP ports that these routes need, for HTTP/3."""
    return frozenset(route.tls.port for route in routes.values() if route.tls.on)


def specific_first(routes: Mapping[str, Route]) -> tuple[str, ...]:
    """The services in order of priority: those with a name first, then by the length of the path."""
    return tuple(sorted(routes, key=lambda key: (not routes[key].domains, -len(routes[key].path), key)))
