"""What the proxy believes about a request's visitor, in Caddy's configuration. Pure."""

from __future__ import annotations

from host.model.json import Json
from host.model.release import Route

FORGED = (
    # Some servers (CGI and the like) treat names with these characters like those with `-`.
    *(f"*{sign}*" for sign in "_.~"),
    *("*Forward*", "*-Ip", "*Clientip", "*Socketip", "*Remote-Addr", "*-Viewer-Address", "*-External-Address", "X-Real-Port"),
    *("X-Scheme", "X-Url-Scheme", "X-Client-Scheme", "X-Proto", "X-Https", "Front-End-Https", "X-Arr-Ssl", "Fastly-Ssl", "Cf-Visitor"),
    *("X-Host", "X-Proxy-Host", "*Host-Override", "Proxy"),
    *("X-Original-*", "X-Rewrite-*", "X-Override-Url", "*Destinationurl", "*Script-Name", "Request-Uri"),
)
"""Headers with which a visitor could claim another address, scheme, name or path."""

HOPS = 4
"""How many balancers in a row are recognized, beside the one that connects."""
ANY_ADDRESS = ("0.0.0.0/0", "::/0")
LAST = r"^(?:(.*),)?\s*(?:([0-9.]+)(?::[0-9]+)?|\[?([0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)(?:\](?::[0-9]+)?)?)[\s,]*$"
"""The last element of a list, as IPv4 or IPv6, and those before it. A port can follow, which Azure and AWS can add."""

NO_UPGRADE: Json = {
    "match": [{"header_regexp": {"Upgrade": {"pattern": "(?i)h2c"}}}],
    "handle": [{"handler": "headers", "request": {"delete": ["Upgrade", "Http2-Settings"]}}],
}
"""If an application agreed to an upgrade, it could talk to the visitor past the proxy. A server may ignore the header (RFC 9113, 3.1)."""

NO_PATH: Json = {
    "match": [{"not": [{"vars_regexp": {"{http.request.uri}": {"pattern": "^/"}}}]}],
    "handle": [{"handler": "static_response", "status_code": 400}],
    "terminal": True,
}
"""A target such as `http:@evil.example/` is not a valid path, and after the name in a redirect it would change the name: RFC 9112, 3.2."""

NAME = r"^(?:[A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?$"
"""A host name, IPv4 or IPv6 address, possibly with a port."""
NO_NAME: Json = {
    "match": [{"not": [{"vars_regexp": {"{http.request.hostport}": {"pattern": NAME}}}]}],
    "handle": [{"handler": "static_response", "status_code": 400}],
    "terminal": True,
}
"""Go accepts more as a name: with `"` and `;`, it could add a claim of the visitor to the header `Forwarded`."""
PROTO = r"^(?:.*,)?\s*(https?)\s*$"
"""The last element of a list: a balancer can add its own header after the visitor's."""


def known_of(route: Route) -> Json:
    """The initial variables of a service with trusted balancers, for a request from anyone else."""
    peer = "{http.request.remote.host}"
    return {"client": peer, "for": peer, "proto": "{http.request.scheme}"} if route.trusted else {}


def trust(route: Route) -> list[Json]:
    """A balancer's statement about scheme and address of the visitor. The address is the last one that is not a balancer of this service, so neither
    a visitor's own claim counts, if the balancer forwards it, nor another service's balancer. Caddy's own `trusted_proxies` would apply to the
    whole port."""
    if not route.trusted:
        return []
    said = {"vars_regexp": {"{http.request.header.X-Forwarded-Proto}": {"name": "said", "pattern": PROTO}}}
    scheme = {"match": [said], "handle": [{"handler": "vars", "proto": "{http.regexp.said.1}"}]}
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
    """Takes the last address of the list as the client's, and continues if that is a balancer. Caddy's matcher `client_ip` reads this variable,
    and a text that is no address matches no range."""
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
