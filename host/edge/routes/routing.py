"""The proxy's complete configuration, from the routes of all services. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from host.edge.routes import certificates, doors, handlers, https
from host.edge.routes.handlers import DATA
from host.edge.routes.route import document, from_document, lets_in, own_ports, ports, specific_first
from host.edge.routes.visitor import NO_NAME, NO_PATH, NO_UPGRADE
from host.model.json import Json
from host.model.release import Route

ADMIN = f"unix/{DATA}/admin.sock"
SHUTDOWN_DELAY = "2s"
"""How long an ending server keeps answering, and asks its clients to reconnect."""

CLOSING: Json = {
    "handle": [
        {
            "handler": "map",
            "source": "{http.shutting_down}",
            "destinations": ["{connection}"],
            "mappings": [{"input": "true", "outputs": ["close"]}],
            "defaults": ["keep-alive"],
        },
        {
            "handler": "headers",
            "response": {"deferred": True, "require": {"status_code": [2, 3, 4, 5]}, "set": {"Connection": ["{connection}"]}},
        },
    ]
}
"""Evaluated when the answer starts, not when the request came, so that it includes a request that takes as long as the delay."""
NOBODY = "No service is served under this name and path.\n"


def render(routes: Mapping[str, Route], generation: int = 0, pinned: Mapping[str, str] = {}) -> Json:
    """The complete configuration. Consecutive ones must have different generations, 0 or 1. `pinned`: addresses of live slots, by service, that
    replace those in their files.

    A reload closes idle keep-alive connections, and loses a request that is just arriving; unless the server counts as shutting
    down, which it does only while one of its listeners closes. So each generation has its own additional socket.
    https://caddyserver.com/docs/json/apps/http/#shutdown_delay
    """
    return {
        "admin": {"listen": ADMIN, "config": {"persist": False}},
        **doors.logs(lets_in(routes)),
        "apps": {
            "http": {
                "metrics": {"per_host": True},
                "shutdown_delay": SHUTDOWN_DELAY,
                "servers": {str(port): _server(port, routes, generation, pinned) for port in sorted(ports(routes))},
            },
            **certificates.apps(routes),
        },
    }


def text(config: Json) -> str:
    """The configuration as text."""
    return json.dumps(config, separators=(",", ":"))


def _server(port: int, routes: Mapping[str, Route], generation: int, pinned: Mapping[str, str]) -> Json:
    """A port with all its services: first one of their entrances, and then the track that it selected."""
    here = {key: route for key, route in routes.items() if port in own_ports(route)}
    secure = any(port == route.tls.port and route.tls.on for route in here.values())
    served = lets_in(here)
    order = specific_first(served)
    tracks = [track for key in order for track in handlers.tracks(key, here[key], pinned.get(key, ""))]
    return {
        "listen": [*_at_port(port, here, secure), f"unix/{DATA}/{port}.{generation}.sock"],
        "automatic_https": {"disable": True},
        **(https.SERVER if secure else _h2c(here)),
        "routes": [
            {
                "handle": [
                    {**handlers.BEGIN, **doors.unlogged(served)},
                    {
                        "handler": "subroute",
                        "routes": [_closing(secure), NO_PATH, NO_NAME, NO_UPGRADE, *_entrances(order, here, secure), _nobody(here)],
                    },
                ]
            },
            *tracks,
        ],
        **doors.server_logs(served),
        **doors.errors(served),
    }


def _at_port(port: int, routes: Mapping[str, Route], secure: bool) -> tuple[str, ...]:
    """The addresses of a port: 127.0.0.1 alone behind an external proxy, on which all services of the port agree (`route.conflict`), and otherwise
    all. 127.0.0.1 always has a socket of its own, so that turning `external-proxy` on or off does not interrupt the external proxy."""
    here = () if secure else (f"127.0.0.1:{port}",)
    return here if all(route.external for route in routes.values()) else (*here, f":{port}")


def _closing(secure: bool) -> Json:
    """HTTP/3 has its own mechanism, and this header makes an answer malformed: RFC 9114, 4.2."""
    return {"match": [{"not": [{"protocol": "http/3"}]}], **CLOSING} if secure else CLOSING


def _h2c(routes: Mapping[str, Route]) -> Json:
    return {"protocols": ["h1", "h2", "h2c"]} if any(route.upstream == "h2c" for route in routes.values()) else {}


def _entrances(order: Sequence[str], routes: Mapping[str, Route], secure: bool) -> list[Json]:
    """Redirects of a name come after services at one of its paths, and before wildcards and services without a name."""
    split = {key: _by_wildcard(routes[key].domains) for key in order}
    named = [handlers.entrance(key, routes[key]._replace(domains=split[key][0]), secure) for key in order if split[key][0]]
    redirects = [handlers.redirects(key, routes[key], secure) for key in order if routes[key].tls.redirect_domains]
    wild = [handlers.entrance(key, routes[key]._replace(domains=split[key][1]), secure) for key in order if split[key][1]]
    others = [handlers.entrance(key, routes[key], secure) for key in order if not routes[key].domains]
    return [{"group": "service", **one} for one in (*named, *redirects, *wild, *others)]


def _by_wildcard(domains: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Exact names, and wildcards."""
    return tuple(name for name in domains if "*" not in name), tuple(name for name in domains if "*" in name)


def _nobody(routes: Mapping[str, Route]) -> Json:
    """Answers requests of no service. Also stores the routes, for `routes_of`."""
    kept = {"handler": "vars", "routes": {key: document(route) for key, route in sorted(routes.items())}}
    answer = {"handler": "static_response", "status_code": 404, "body": NOBODY}
    return {"group": "service", "handle": [kept, answer], "terminal": True}


def routes_of(config: Any) -> dict[str, Route]:
    """The routes in a rendered configuration, without damaged ones."""
    found = {key: from_document(raw) for kept in _kept(config) for key, raw in kept.items()}
    return {key: route for key, route in found.items() if isinstance(route, Route)}


def listeners(config: Any) -> tuple[str, ...]:
    """All that the servers of a configuration listen on."""
    return tuple(one for server in _servers(config) for one in _list(_at(server, "listen")) if isinstance(one, str))


def opened(routes: Mapping[str, Route], config: Any) -> frozenset[int]:
    """The ports of the host at which routes need an address that a configuration does not listen on: a new port, or the rest of one that only an
    external proxy could reach."""
    new = set(listeners(render(routes))).difference(listeners(config))
    return frozenset(int(one.rpartition(":")[2]) for one in new if not one.startswith("unix/"))


def generation_of(config: Any) -> int:
    """The generation of a configuration; 0 if it has none."""
    return int(any(one.startswith("unix/") and one.endswith(".1.sock") for one in listeners(config)))


def _servers(config: Any) -> list[Any]:
    found = _at(config, "apps", "http", "servers")
    return list(found.values()) if isinstance(found, dict) else []


def _kept(config: Any) -> Iterator[Mapping[str, Any]]:
    first = (_list(_at(server, "routes"))[:1] for server in _servers(config))
    inner = (_list(_at(handle, "routes"))[-1:] for routes in first for route in routes for handle in _list(_at(route, "handle"))[-1:])
    for nobody in (route for routes in inner for route in routes):
        yield from (kept for one in _list(_at(nobody, "handle")) if isinstance(kept := _at(one, "routes"), dict))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _at(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value
