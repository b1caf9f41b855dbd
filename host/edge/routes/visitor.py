"""What is believed of what a request says about its visitor, in Caddy's words. Pure."""

from __future__ import annotations

from host.model.json import Json
from host.model.release import Route

FORGED = (
    # Names with these signs are for some servers (CGI and its kin) the same as those with `-`.
    *(f"*{sign}*" for sign in "_.~"),
    *("*Forward*", "*-Ip", "*Clientip", "*Socketip", "*Remote-Addr", "*-Viewer-Address", "*-External-Address", "X-Real-Port"),
    *("X-Scheme", "X-Url-Scheme", "X-Client-Scheme", "X-Proto", "X-Https", "Front-End-Https", "X-Arr-Ssl", "Fastly-Ssl", "Cf-Visitor"),
    *("X-Host", "X-Proxy-Host", "*Host-Override", "Proxy"),
    *("X-Original-*", "X-Rewrite-*", "X-Override-Url", "*Destinationurl", "*Script-Name", "Request-Uri"),
)
"""Headers by which a visitor could claim another address, scheme, name or path than the request's own."""

HOPS = 4
"""How many balancers in a row are seen through, besides the one that asks."""
ANY_ADDRESS = ("0.0.0.0/0", "::/0")
LAST = r"^(?:(.*),)?\s*(?:([0-9.]+)(?::[0-9]+)?|\[?([0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)(?:\](?::[0-9]+)?)?)[\s,]*$"
"""The last element of a list, as IPv4 or as IPv6, and those before it. A port may follow, as Azure and AWS can have it."""

NO_UPGRADE: Json = {
    "match": [{"header_regexp": {"Upgrade": {"pattern": "(?i)h2c"}}}],
    "handle": [{"handler": "headers", "request": {"delete": ["Upgrade", "Http2-Settings"]}}],
}
"""An application that agreed to it would talk to the visitor past the proxy from then on. A server may ignore it (RFC 9113, 3.1)."""

NO_PATH: Json = {
    "match": [{"not": [{"vars_regexp": {"{http.request.uri}": {"pattern": "^/"}}}]}],
    "handle": [{"handler": "static_response", "status_code": 400}],
    "terminal": True,
}
"""A target such as `http:@evil.example/` is a path to nobody, and behind the name in a redirect it would make another name of it: RFC 9112, 3.2."""


def known_of(route: Route) -> Json:
    """The variables of a service that believes a balancer, as they are for whoever is none."""
    peer = "{http.request.remote.host}"
    return {"client": peer, "for": peer, "proto": "{http.request.scheme}"} if route.trusted else {}


def trust(route: Route) -> list[Json]:
    """A balancer's word on scheme and address of the visitor. The address is the last one that no balancer of this service has, so neither what a
    visitor claimed is believed where the balancer passes it on, nor another service's balancer. Caddy's own `trusted_proxies` would be for the
    whole port."""
    if not route.trusted:
        return []
    said = {"header": {"X-Forwarded-Proto": ["http", "https"]}}
    scheme = {"match": [said], "handle": [{"handler": "vars", "proto": "{http.request.header.X-Forwarded-Proto}"}]}
    begin = {"handler": "vars", "rest": "{http.request.header.X-Forwarded-For}"}
    balancer = {
        "match": [{"remote_ip": {"ranges": list(route.trusted)}}],
        "handle": [begin, _subroute(scheme, _hop(route, HOPS))],
    }
    bracketed = {
        "match": [{"vars_regexp": {"{http.vars.client}": {"pattern": ":"}}}],
        "handle": [{"handler": "vars", "for": "[{http.vars.client}]"}],
    }
    plain = {"handle": [{"handler": "vars", "for": "{http.vars.client}"}]}
    return [balancer, plain, bracketed]


def _hop(route: Route, left: int) -> Json:
    """Takes the last address of the rest as the client's, and goes on where that is a balancer. `client_ip` is where Caddy's matcher of that name
    looks, and what is no address fits no range."""
    deeper = [{"match": [{"client_ip": {"ranges": list(route.trusted)}}], "handle": [_subroute(_hop(route, left - 1))]}] if left else []
    last = "{http.regexp.hop.2}{http.regexp.hop.3}"
    seen = {"match": [{"client_ip": {"ranges": list(ANY_ADDRESS)}}], "handle": [{"handler": "vars", "client": "{http.vars.client_ip}"}]}
    return {
        "match": [{"vars_regexp": {"{http.vars.rest}": {"name": "hop", "pattern": LAST}}}],
        "handle": [
            {"handler": "vars", "client_ip": last, "rest": "{http.regexp.hop.1}"},
            _subroute(seen, *deeper),
        ],
    }


def _subroute(*routes: Json) -> Json:
    return {"handler": "subroute", "routes": list(routes)}
