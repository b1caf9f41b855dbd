"""What HTTPS adds to the servers and the ways of the proxy, in Caddy's words. Pure."""

from __future__ import annotations

from host.model.json import Json
from host.model.release import Route

REDIRECT = 308
"""Keeps method and body: RFC 9110, 15.4.9."""

SERVER: Json = {
    "tls_connection_policies": [{}],
    # A name cannot be used to come to the service of another one.
    "strict_sni_host": True,
    # What comes before the handshake is done could be sent again by anybody: RFC 8470.
    "allow_0rtt": False,
    # HTTP/3 has no words for a Unix socket.
    "listen_protocols": [["h1", "h2", "h3"], ["h1", "h2"]],
}
"""A server that takes HTTPS. The one connection policy is for every name, as an authority asks for any that has a challenge; who asks for a name
without a certificate gets none. https://caddyserver.com/docs/json/apps/http/servers/"""


ASKED: Json = {"vars_regexp": {"{http.request.hostport}": {"name": "asked", "pattern": r"^(.*?)\.?(:[0-9]+)?$"}}}
"""The name that a visitor asks for, without the dot of the root, and the port with its colon, if any."""
NAME, PORT = "{http.regexp.asked.1}", "{http.regexp.asked.2}"


def first(route: Route, secure: bool) -> list[Json]:
    """What a service does with a request before anything else: by HTTPS it may set HSTS, by HTTP it may redirect."""
    if secure:
        return [_hsts(route.tls.hsts)] if route.tls.hsts is not None else []
    return [_secured(route, NAME)] if route.tls.on and route.tls.redirect else []


def redirect(route: Route, secure: bool) -> list[Json]:
    """The redirect from another name to the first of the service's own: by the scheme and the port by which the visitor came, which may be a
    balancer's, or from HTTP to HTTPS."""
    name = route.domains[0]
    scheme = "https" if secure else "{http.vars.proto}" if route.trusted else "http"
    upgrade = [_secured(route, name)] if route.tls.on and route.tls.redirect and not secure else []
    return [*upgrade, {"match": [ASKED], "handle": [_redirect(f"{scheme}://{name}{PORT}")]}]


def _secured(route: Route, name: str) -> Json:
    """From HTTP to HTTPS, unless a balancer has ended that."""
    plain = {"vars": {"proto": ["http"]}} if route.trusted else {}
    return {"match": [{**ASKED, **plain}], "handle": [_redirect(f"https://{name}{_port(route.tls.port)}")]}


def _redirect(origin: str) -> Json:
    return {"handler": "static_response", "status_code": REDIRECT, "headers": {"Location": [f"{origin}{{http.request.uri}}"]}}


def _port(port: int) -> str:
    return "" if port == 443 else f":{port}"


def _hsts(seconds: int) -> Json:
    """RFC 6797, 6.1. What the proxy answers by itself has it at once; in an answer of the application, its own word does not count."""
    header = {"Strict-Transport-Security": [f"max-age={seconds}"]}
    return {"handle": [{"handler": "headers", "response": {**when, "set": header}} for when in ({}, {"deferred": True})]}
