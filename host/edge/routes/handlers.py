"""What the proxy does with the requests of one service, in Caddy's configuration. Pure.

Caddy reads the addresses to dial and the canary's share from small files at each request, so a cut-over replaces such a file and
never needs a reload.

A request enters by the service's entrance, which sets its `Host` to its track: `web.production`, `canary.web.production`, and for
a read-back `readback.` before either. That selects the service's next route, and the metrics use it as a label to separate services and
tracks; the visitor's own `Host` is restored before the application. All requests pass an entrance, so nobody can claim a track.
https://caddyserver.com/docs/json/apps/http/servers/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from host.edge.routes import broken_off, doors, https
from host.edge.routes.assets import asked_for, instead
from host.edge.routes.visitor import FORGED, known_of, trust
from host.model.json import Json
from host.model.release import Route

RUN = "/run/docker-to-ec2"
"""A folder in memory, by its path in the proxy. After a reboot, no canary's share is left there."""
DATA = "/data"
"""The only folder that the proxy can write to, with its sockets."""
READBACK = "X-Docker-To-Ec2-Readback"
"""Header with which the host asks its own proxy, over loopback only, which address answers."""
KEY = "{file./state/readback.key}"
"""The secret value of that header: a visitor who comes through another server of the host also uses loopback, but does not know it. If its file is
lost, nothing is a read-back."""
UPSTREAM = "X-Docker-To-Ec2-Upstream"
LOOPBACK = ("127.0.0.1/32", "::1/128")
COOKIE = "docker-to-ec2-canary"
"""Keeps a client on its side of a canary: it contains only a random number to compare with the share."""
COOKIE_LIFE = 28_800
"""Seconds; no canary can last longer than a run."""
CANARY = "canary."
ASKED = "readback."
DIAL_TIMEOUT = "1s"
"""Dial timeout on a bridge of the host. The address of a removed container does not refuse, it does not answer at all."""
CANARY_DIAL_TIMEOUT = "60ms"
"""For the canary, which the live slot can replace. An overloaded host may need longer, so the live slot itself has more time."""
IDLE = "2s"
"""How long an idle connection to an application is kept."""
REPEATABLE = {"method": ["GET", "HEAD", "OPTIONS"], "header": {"Content-Length": None, "Transfer-Encoding": None}}
"""Requests that Caddy repeats on another connection if the application closes the kept one as they arrive. All others
get a new connection, because it would be unknown whether they were carried out: of 5,000 POSTs around that moment, even an idle
time of 50 ms lost some, because a busy application closes late."""
UPGRADED = "1h"
"""How long a WebSocket continues after its configuration was replaced. Each keeps that configuration in memory: 6 MB with 20 services."""
SUSPENDED = "1s"
"""How long an unreachable canary is skipped."""
WAKER_PATIENCE = 60
"""Seconds for which a visitor waits for a sleeping service."""
WAKER_DIAL = "3s"
"""How long the proxy tries to reach the process that wakes services: systemd starts it again within a second or two."""
WAKER_SILENCE = f"{WAKER_PATIENCE + 15}s"
"""How long the proxy waits for its answer; it answers after `WAKER_PATIENCE` at the latest."""
RETRY = 3
REASON = "Docker-To-Ec2-Reason"
"""Header of the answer that says why a service does not start: text that is safe in HTML. `Retry-After` says when it is tried again."""


def _sleepy_page(title: str, text: str, retry: str) -> Json:
    return {
        "handler": "static_response",
        "status_code": 503,
        "headers": {"Content-Type": ["text/html; charset=utf-8"], "Retry-After": [retry], "Cache-Control": ["no-store"]},
        "body": f"<!doctype html><meta charset=utf-8><meta http-equiv=refresh content={retry}><title>{title}</title>\n{text}\n",
    }


WAKING = _sleepy_page("Waking up", f"<p>This preview was asleep and is waking up. This page tries again every {RETRY} seconds.", str(RETRY))
"""The page of a service that is not awake yet, or of which nobody says why."""
UNWOKEN = _sleepy_page(
    "Not started",
    f"<p>This preview was asleep, and does not start: {{http.reverse_proxy.header.{REASON}}}\n"
    "<p>The run of <code>command: status</code> shows its last lines. The next try is in {http.reverse_proxy.header.Retry-After} seconds.",
    "{http.reverse_proxy.header.Retry-After}",
)
"""The page of a service that does not start."""
SPOKEN: Mapping[str, Json] = {"h2c": {"versions": ["h2c"]}, "https": {"tls": {"insecure_skip_verify": True}}}
"""The proxy does not verify a container's certificate: nobody else answers at its address on the bridge."""


BEGIN: Json = {"handler": "vars", "host": "{http.request.hostport}", "asked": "", "track": ""}
"""Comes before all entrances. Not a subroute, so that the metrics keep it apart: visitors choose their own `Host` there."""


def entrance(key: str, route: Route, secure: bool = False) -> Json:
    """Accepts the service's requests and assigns their track. `secure`: they use HTTPS."""
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
    """The handlers, in order, that turn a visitor's request into one with a track and the application's path."""
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
    """Redirects from a service's other names to its first one, for visitors who pass its first door."""
    known = {**known_of(route), **doors.known_of(key, route.doors)}
    ways = _subroute([*trust(route), *doors.allowed_from(route), *https.redirect(route, secure)])
    return {
        "match": [{"host": _spelled(route.tls.redirect_domains)}],
        "handle": [*([{"handler": "vars", **known}] if known else []), *doors.log_fields(route), ways],
    }


def _spelled(domains: tuple[str, ...]) -> list[str]:
    """A name can end with the dot of the root (RFC 3986, 3.2.2)."""
    return [name for domain in domains for name in (domain, f"{domain}.")]


def tracks(key: str, route: Route, pinned: str = "") -> list[Json]:
    """The routes to the live slot and to the canary, whose requests go to the live slot if it is unreachable.
    `pinned`: the live slot's address, instead of the one in the file."""
    live, canary = pinned or f"{{file./state/{key}.live}}", f"{{file.{RUN}/{key}.canary}}"
    falls_over = {
        "health_checks": {"passive": {"fail_duration": SUSPENDED, "max_fails": 1}},
        "load_balancing": {"selection_policy": {"policy": "first"}, **_patience()},
    }
    return [
        _track(key, key, route, DIAL_TIMEOUT, {**_dials(live), "load_balancing": _patience()}),
        _track(key, f"{CANARY}{key}", route, CANARY_DIAL_TIMEOUT, {**_dials(canary, live), **falls_over}),
    ]


def _awake(key: str, route: Route) -> list[Json]:
    """While the service sleeps, a visitor's request is held until the host's answer at a socket: 2xx lets it pass; after any other
    answer, or none, the visitor gets a page that tries again, with the reason if the answer has one. The question is a GET without a body and
    without the visitor's headers, so the request itself goes to the application alone. A read-back wakes nobody.
    https://caddyserver.com/docs/caddyfile/directives/forward_auth#expanded-form"""
    if not route.sleep:
        return []
    asks = {
        "handler": "reverse_proxy",
        "upstreams": [{"dial": f"unix/{RUN}/wake.sock"}],
        "transport": {"protocol": "http", "keep_alive": {"enabled": False}, "response_header_timeout": WAKER_SILENCE},
        "rewrite": {"method": "GET", "uri": f"/{key}"},
        "headers": {"request": {"delete": ["*"]}},
        "load_balancing": {"try_duration": WAKER_DIAL, "try_interval": "100ms"},
        "handle_response": [
            {"match": {"status_code": [2]}, "routes": [{"handle": [{"handler": "vars", "asking": ""}]}]},
            {"match": {"headers": {REASON: ["*"]}}, "routes": [{"handle": [UNWOKEN]}]},
            {"routes": [{"handle": [WAKING]}]},
        ],
    }
    sleeps = {"host": [key], "vars": {f"{{file./state/{key}.sleep}}": ["asleep"]}}
    return [{"match": [sleeps], "handle": [{"handler": "vars", "asking": "waker"}, asks]}]


def _errors(route: Route) -> Json:
    """What becomes of errors: those of the question to the host are no errors of the application."""
    others = broken_off.errors(REPEATABLE)
    unanswered = {"match": [{"vars": {"asking": ["waker"]}}], "handle": [WAKING], "terminal": True}
    return {"routes": [unanswered, *others["routes"]]} if route.sleep else others


def _dials(*addresses: str) -> dict[str, Any]:
    return {"upstreams": [{"dial": address} for address in addresses]}


def _track(key: str, name: str, route: Route, patience: str, way: Json) -> Json:
    """HTTP/2 announces the end of a connection, so the fate of each request is known, and one connection is enough."""
    kept, own = (
        {"handle": [_to(route, way, {"dial_timeout": patience, "keep_alive": keep})]}
        for keep in ({"idle_timeout": IDLE}, {"enabled": False})
    )
    ways: list[Json] = [kept] if route.upstream == "h2c" else [{"match": [REPEATABLE], **kept, "terminal": True}, own]
    if route.assets:
        ways.insert(0, {"match": [asked_for(route)], "handle": [{**kept["handle"][0], **instead(key)}], "terminal": True})
    proxied = {**_subroute([*_awake(key, route), *ways]), "errors": _errors(route)}
    return {"match": [{"host": [name, f"{ASKED}{name}"]}], "handle": [proxied], "terminal": True}


def _subroute(routes: list[Json]) -> Json:
    return {"handler": "subroute", "routes": routes}


def _readback(route: Route) -> Json:
    """Behind a balancer, the probe looks like the balancer's requests."""
    answer = {"handler": "headers", "response": {"deferred": True, "set": {UPSTREAM: ["{http.reverse_proxy.upstream.hostport}"]}}}
    proto = {"proto": "https"} if route.trusted else {}
    known = {"handler": "vars", "asked": ASKED, **proto, **({"log_skip": True} if route.doors.access_log else {})}
    known_key = {"match": [{"vars": {f"{{http.request.header.{READBACK}}}": [KEY]}}], "handle": [known, answer]}
    asks = {"remote_ip": {"ranges": list(LOOPBACK)}, "header_regexp": {READBACK: {"pattern": "^[0-9a-f]{32}$"}}}
    return {"match": [asks], "handle": [_subroute([known_key])]}


def _draw(header: str) -> Json:
    """Which requests go to the canary. The split is `0` (no canary) or a threshold in eight hexadecimal digits. A client's number, from its cookie
    or else the id of the request, is compared with it as text; the header has priority, and a read-back asks for the live slot."""
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
    """Repeats failed dials, which carries requests over the restart of a crashed container. Repeats a request that an application may have
    received only if that is safe."""
    return {"try_duration": "5s", "try_interval": "20ms"}


def _to(route: Route, way: Json, transport: Json) -> Json:
    """Passes a request to the first reachable address of a track."""
    return {
        "handler": "reverse_proxy",
        "transport": {"protocol": "http", **transport, **SPOKEN.get(route.upstream, {}), **doors.response_timeout(route.doors)},
        "headers": {"request": {"set": _told(route)}},
        "stream_close_delay": UPGRADED,
        **({"flush_interval": -1} if route.upstream == "h2c" else {}),
        **way,
    }


def _told(route: Route) -> dict[str, list[str]]:
    """Headers about the visitor for the application, beside Caddy's own X-Forwarded-For and X-Forwarded-Proto."""
    told = {"Host": "{http.vars.host}", "X-Forwarded-Host": "{http.vars.host}"}
    if route.strip and route.path != "/":
        told["X-Forwarded-Prefix"] = route.path
    if route.trusted:
        told["X-Forwarded-For"] = "{http.vars.client}"
        told["X-Forwarded-Proto"] = "{http.vars.proto}"
        told["Forwarded"] = 'for="{http.vars.for}";host="{http.vars.host}";proto={http.vars.proto}'
    return {name: [value] for name, value in told.items()}
