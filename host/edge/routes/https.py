"""The parts of the proxy's servers and routes for HTTPS, in Caddy's configuration. Pure."""

from __future__ import annotations

from host.model.json import Json
from host.model.release import Route

REDIRECT = 308
"""Keeps method and body: RFC 9110, 15.4.9."""

SERVER: Json = {
    "tls_connection_policies": [{}],
    # A connection for one name must not reach another service.
    "strict_sni_host": True,
    # Anyone could repeat data sent before the end of the handshake: RFC 8470.
    "allow_0rtt": False,
    # HTTP/3 does not work over a Unix socket.
    "listen_protocols": [["h1", "h2", "h3"], ["h1", "h2"]],
}
"""A server for HTTPS. Its one connection policy is for every name, because an authority connects to any name with a challenge; a name
without a certificate gets none. https://caddyserver.com/docs/json/apps/http/servers/"""


ASKED: Json = {"vars_regexp": {"{http.request.hostport}": {"name": "asked", "pattern": r"^(.*?)\.?(:[0-9]+)?$"}}}
"""The requested name, without the dot of the root, and the port with its colon, if any."""
NAME, PORT = "{http.regexp.asked.1}", "{http.regexp.asked.2}"


def first(route: Route, secure: bool) -> list[Json]:
    """What a service does with a request first: over HTTPS it can set HSTS, over HTTP it can redirect."""
    if secure:
        return [_hsts(route.tls.hsts)] if route.tls.hsts is not None else []
    return [_secured(route, NAME)] if route.tls.on and route.tls.redirect else []


def redirect(route: Route, secure: bool) -> list[Json]:
    """The redirect from another name to the service's first one: with the visitor's scheme and port, which can be a
    balancer's, or from HTTP to HTTPS."""
    name = route.domains[0]
    scheme = "https" if secure else "{http.vars.proto}" if route.trusted else "http"
    upgrade = [_secured(route, name)] if route.tls.on and route.tls.redirect and not secure else []
    return [*upgrade, {"match": [ASKED], "handle": [_redirect(f"{scheme}://{name}{PORT}")]}]


def _secured(route: Route, name: str) -> Json:
    """From HTTP to HTTPS, unless a balancer has terminated HTTPS."""
    plain = {"vars": {"proto": ["http"]}} if route.trusted else {}
    return {"match": [{**ASKED, **plain}], "handle": [_redirect(f"https://{name}{_port(route.tls.port)}")]}


def _redirect(origin: str) -> Json:
    return {"handler": "static_response", "status_code": REDIRECT, "headers": {"Location": [f"{origin}{{http.request.uri}}"]}}


def _port(port: int) -> str:
    return "" if port == 443 else f":{port}"


def _hsts(seconds: int) -> Json:
    """RFC 6797, 6.1. Answers of the proxy itself have it at once; in an answer of the application, it replaces the application's own."""
    header = {"Strict-Transport-Security": [f"max-age={seconds}"]}
    return {"handle": [{"handler": "headers", "response": {**when, "set": header}} for when in ({}, {"deferred": True})]}
