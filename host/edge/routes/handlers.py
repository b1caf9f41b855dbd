"""What the proxy does with the requests of one service, in Caddy's words. Pure.

The addresses to dial and the canary's share are read from small files at each request, so that a cut-over is the replacement of such a file and
never a reload.

A request comes in by the service's entrance, which sets its `Host` to the track that it takes: `web.production`, `canary.web.production`, and for
a read-back `readback.` before either. That picks the service's next route, and it is the label by which the metrics tell services and tracks
apart; the visitor's own `Host` is put back on the way to the application. No visitor comes past an entrance, so nobody can claim a track.
https://caddyserver.com/docs/json/apps/http/servers/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from host.edge.routes import doors, https
from host.edge.routes.assets import asked_for, instead
from host.edge.routes.visitor import FORGED, known_of, trust
from host.model.json import Json
from host.model.release import Route

RUN = "/run/docker-to-ec2"
"""A memory-backed folder, as the proxy sees it. After a reboot nothing is left there of a canary's share."""
DATA = "/data"
"""The one folder that the proxy may write to, and where its sockets are."""
READBACK = "X-Docker-To-Ec2-Readback"
"""Header by which the host asks its own proxy, over loopback only, which address answers."""
KEY = "{file./state/readback.key}"
"""What the header has to say: a visitor who comes by another server of the host comes over loopback, too, and does not know it. Where its file is
lost, nothing is a read-back."""
UPSTREAM = "X-Docker-To-Ec2-Upstream"
LOOPBACK = ("127.0.0.1/32", "::1/128")
COOKIE = "docker-to-ec2-canary"
"""Keeps a client on its side of a canary: a random number that is compared with the share, and nothing else."""
COOKIE_LIFE = 28_800
"""Seconds; no canary lasts longer than a run may."""
CANARY = "canary."
ASKED = "readback."
DIAL_TIMEOUT = "1s"
"""On a bridge of the host. A container that is gone refuses nothing: its address does not answer."""
CANARY_DIAL_TIMEOUT = "60ms"
"""Where another one can take the request. A host that has too much to do may need longer, and where nobody else could, has it."""
IDLE = "2s"
"""How long a connection to an application is kept without a request."""
REPEATABLE = {"method": ["GET", "HEAD", "OPTIONS"], "header": {"Content-Length": None, "Transfer-Encoding": None}}
"""Requests that Caddy sends once more, over another connection, when the application closes the one that it kept just as they arrive. All others
get a connection of their own, because whether they were carried out nobody would know: of 5,000 POSTs at pauses around the moment of that, an idle
time of 50 ms still lost some, as an application that is busy closes late."""
UPGRADED = "1h"
"""How long a WebSocket goes on after the configuration that it began under was replaced. Each keeps that in memory: 6 MB with 20 services."""
SUSPENDED = "1s"
"""How long a canary is passed over that could not be reached."""
SPOKEN: Mapping[str, Json] = {"h2c": {"versions": ["h2c"]}, "https": {"tls": {"insecure_skip_verify": True}}}
"""A container's certificate is not verified: nobody else answers at its address on the bridge."""


BEGIN: Json = {"handler": "vars", "host": "{http.request.hostport}", "asked": "", "track": ""}
"""Comes before all entrances. That it is no subroute keeps it apart in the metrics, as visitors name themselves there."""


def entrance(key: str, route: Route, secure: bool = False) -> Json:
    """Takes the requests that are the service's, and says which track they take. `secure`: they come by HTTPS."""
    asked = {"host": _spelled(route.domains)} if route.domains else {}
    below = {} if route.path == "/" else {"path": [route.path, f"{route.path}/*"]}
    matches = {**asked, **below}
    known = {"split": f"{{file.{RUN}/{key}.split}}"}
    return {
        **({"match": [matches]} if matches else {}),
        "handle": [
            {"handler": "vars", **known, **known_of(route), **doors.known_of(key, route.doors)},
            *doors.log_fields(route),
            _subroute(_admission(route, secure)),
            {
                "handler": "headers",
                "request": {
                    "set": {"Host": [f"{{http.vars.asked}}{{http.vars.track}}{key}"]},
                    "delete": [*FORGED, *doors.withheld(route.doors), READBACK],
                },
            },
        ],
    }


def _admission(route: Route, secure: bool) -> list[Json]:
    """From a request as it comes to one that has its track and its path, in this order."""
    return [
        *trust(route),
        _readback(route),
        *doors.allowed_from(route),
        *https.first(route, secure),
        *doors.passed(route),
        _draw(route.canary_header),
        *_strip(route),
    ]


def redirects(key: str, route: Route, secure: bool = False) -> Json:
    """Redirects from a service's other names to the first of its own, for visitors that its first door lets in."""
    known = {**known_of(route), **doors.known_of(key, route.doors)}
    ways = _subroute([*trust(route), *doors.allowed_from(route), *https.redirect(route, secure)])
    return {
        "match": [{"host": _spelled(route.tls.redirect_domains)}],
        "handle": [*([{"handler": "vars", **known}] if known else []), *doors.log_fields(route), ways],
    }


def _spelled(domains: tuple[str, ...]) -> list[str]:
    """A name may end in the dot of the root (RFC 3986, 3.2.2)."""
    return [name for domain in domains for name in (domain, f"{domain}.")]


def tracks(key: str, route: Route, pinned: str = "") -> list[Json]:
    """The two ways to the application: the live slot, and the canary, which loses its requests to the live slot when it cannot be reached.
    `pinned` is the live slot's address where it is not to be read from the file."""
    live, canary = pinned or f"{{file./state/{key}.live}}", f"{{file.{RUN}/{key}.canary}}"
    falls_over = {
        "health_checks": {"passive": {"fail_duration": SUSPENDED, "max_fails": 1}},
        "load_balancing": {"selection_policy": {"policy": "first"}, **_patience()},
    }
    return [
        _track(key, key, route, DIAL_TIMEOUT, {**_dials(live), "load_balancing": _patience()}),
        _track(key, f"{CANARY}{key}", route, CANARY_DIAL_TIMEOUT, {**_dials(canary, live), **falls_over}),
    ]


def _dials(*addresses: str) -> dict[str, Any]:
    return {"upstreams": [{"dial": address} for address in addresses]}


def _track(key: str, name: str, route: Route, patience: str, way: Json) -> Json:
    """HTTP/2 has words for the end of a connection, so what was on its way is known, and one connection will do."""
    kept, own = (
        {"handle": [_to(route, way, {"dial_timeout": patience, "keep_alive": keep})]}
        for keep in ({"idle_timeout": IDLE}, {"enabled": False})
    )
    ways: list[Json] = [kept] if route.upstream == "h2c" else [{"match": [REPEATABLE], **kept, "terminal": True}, own]
    if route.assets:
        ways.insert(0, {"match": [asked_for(route)], "handle": [{**kept["handle"][0], **instead(key)}], "terminal": True})
    return {"match": [{"host": [name, f"{ASKED}{name}"]}], "handle": [_subroute(ways)], "terminal": True}


def _subroute(routes: list[Json]) -> Json:
    return {"handler": "subroute", "routes": routes}


def _readback(route: Route) -> Json:
    """Behind a balancer the application is asked as that would ask."""
    answer = {"handler": "headers", "response": {"deferred": True, "set": {UPSTREAM: ["{http.reverse_proxy.upstream.hostport}"]}}}
    proto = {"proto": "https"} if route.trusted else {}
    known = {"handler": "vars", "asked": ASKED, **proto, **({"log_skip": True} if route.doors.access_log else {})}
    known_key = {"match": [{"vars": {f"{{http.request.header.{READBACK}}}": [KEY]}}], "handle": [known, answer]}
    asks = {"remote_ip": {"ranges": list(LOOPBACK)}, "header_regexp": {READBACK: {"pattern": "^[0-9a-f]{32}$"}}}
    return {"match": [asks], "handle": [_subroute([known_key])]}


def _draw(header: str) -> Json:
    """Who takes the canary's track. The split is `0` (no canary) or a threshold in eight hexadecimal digits. A client's number, out of its cookie
    or else the id of the request, is compared with it as text; the header comes before both, and a read-back asks for the live slot."""
    number = f"{{http.request.cookie.{COOKIE}}}"
    wish = f"{{http.request.header.{header}}}"
    drawn = f'({number} == "" ? {{http.request.uuid}} : {number}) < {{http.vars.split}}'
    chosen = f'{wish} != "never" && ({wish} == "always" || ({{http.vars.asked}} == "" && {drawn}))'
    cookie = f"{COOKIE}={{http.request.uuid}}; Path=/; Max-Age={COOKIE_LIFE}; HttpOnly; SameSite=Lax"
    return {
        "match": [{"not": [{"vars": {"{http.vars.split}": ["0", ""]}}]}],
        "handle": [
            _subroute(
                [
                    {
                        "match": [{"vars": {number: [""]}}],
                        "handle": [{"handler": "headers", "response": {"add": {"Set-Cookie": [cookie]}}}],
                    },
                    {"match": [{"expression": chosen}], "handle": [{"handler": "vars", "track": CANARY}]},
                ]
            )
        ],
    }


def _strip(route: Route) -> list[Json]:
    return [{"handle": [{"handler": "rewrite", "strip_path_prefix": route.path}]}] if route.strip and route.path != "/" else []


def _patience() -> dict[str, Any]:
    """Dials that failed are tried again, which carries requests over the restart of a crashed container. A request that an application may have
    seen is not, unless it is one that may be repeated."""
    return {"try_duration": "5s", "try_interval": "20ms"}


def _to(route: Route, way: Json, transport: Json) -> Json:
    """Passes a request on to the first address of a way that can be reached."""
    return {
        "handler": "reverse_proxy",
        "transport": {"protocol": "http", **transport, **SPOKEN.get(route.upstream, {}), **doors.response_timeout(route.doors)},
        "headers": {"request": {"set": _told(route)}},
        "stream_close_delay": UPGRADED,
        **({"flush_interval": -1} if route.upstream == "h2c" else {}),
        **way,
    }


def _told(route: Route) -> dict[str, list[str]]:
    """What the application is told of the visitor, beside Caddy's own X-Forwarded-For and X-Forwarded-Proto."""
    told = {"Host": "{http.vars.host}", "X-Forwarded-Host": "{http.vars.host}"}
    if route.strip and route.path != "/":
        told["X-Forwarded-Prefix"] = route.path
    if route.trusted:
        told["X-Forwarded-For"] = "{http.vars.client}"
        told["X-Forwarded-Proto"] = "{http.vars.proto}"
        told["Forwarded"] = 'for="{http.vars.for}";host="{http.vars.host}";proto={http.vars.proto}'
    return {name: [value] for name, value in told.items()}
