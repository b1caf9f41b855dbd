"""Routes as documents, and what two services cannot both have. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from host.model import doors
from host.model.json import Json
from host.model.reader import Malformed, Reader
from host.model.release import Route
from host.order import ROUTE, read_route, route_part


class Claim(NamedTuple):
    """What belongs to one service alone: a prefix of the path, under a name ("" for all that no other service has), on a port."""

    port: int
    domain: str
    path: str


def document(route: Route) -> Json:
    """The route as it is stored."""
    place = {name: list(value) if isinstance(value, tuple) else value for name, value in zip(ROUTE, route)}
    return {**place, **doors.document(route.doors)}


def from_document(raw: Any) -> Route | None:
    """The route in a document; None where that is damaged."""
    try:
        return read_route(Reader(raw))
    except Malformed:
        return None


def of_release(raw: Json) -> Route | None:
    """The route in a release's document, whatever else of that is damaged."""
    spec = raw.get("spec")
    return from_document(route_part(spec, raw)) if isinstance(spec, dict) else None


def claims(route: Route) -> frozenset[Claim]:
    """What a route claims. Caddy matches paths in whatever case."""
    return frozenset(Claim(route.port, domain, route.path.lower()) for domain in route.domains or ("",))


def conflict(routes: Mapping[str, Route], key: str) -> str:
    """What a service claims that another one has, and which one that is; "" for nothing."""
    for other in sorted(routes.keys() - {key}):
        for port, domain, path in sorted(claims(routes[key]) & claims(routes[other])):
            place = "" if (domain, path) == ("", "/") else f"{domain}{path} on "
            return f"{place}port {port} is held by the service {other}"
    return ""


def ports(routes: Mapping[str, Route]) -> frozenset[int]:
    """The TCP ports that these routes need."""
    return frozenset(route.port for route in routes.values())


def specific_first(routes: Mapping[str, Route]) -> tuple[str, ...]:
    """The services in the order in which they are asked whether a request is theirs: those with a name first, then by the length of the path."""
    return tuple(sorted(routes, key=lambda key: (not routes[key].domains, -len(routes[key].path), key)))
