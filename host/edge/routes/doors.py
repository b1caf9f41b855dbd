"""The doors of a service, in Caddy's configuration. Pure.

They come after the visitor is identified, and before the draw of a canary: a rejected request counts for no release. The address
is checked first, and a visitor from a wrong address learns nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from host.model.doors import Doors
from host.model.json import Json
from host.model.release import Route

LOGS = "/data/logs"
"""The folder of the access logs, by its path in the proxy."""
LOG_SIZE = {"roll_size_mb": 10, "roll_keep": 4, "roll_keep_days": 30, "roll_compression": "gzip"}
"""Each service's log takes at most 50 MB; rotated files take much less."""
ACCESS = "http.log.access"
RETRY_AFTER = "60"
CLOSED = "Down for maintenance.\n"
HTML: Mapping[str, list[str]] = {"Content-Type": ["text/html; charset=utf-8"]}
UNSAVED: Mapping[str, list[str]] = {"Cache-Control": ["no-store"]}


def literal(text: str) -> str:
    """Escapes a text so that Caddy outputs it literally, without placeholders: https://caddyserver.com/docs/conventions#placeholders"""
    return text.replace("{", "\\{").replace("}", "\\}")


def passed(route: Route) -> list[Json]:
    """The checks of a request. The host's own read-backs pass all doors."""
    doors = route.doors
    return _for_visitors(*_basic_auth(doors), *_maintenance(doors), *_max_body(doors))


def _for_visitors(*ways: Json) -> list[Json]:
    return [{"match": [{"vars": {"asked": [""]}}], "handle": [_subroute(*ways)]}] if ways else []


def allowed_from(route: Route) -> list[Json]:
    """The first door. The visitor's address comes from a trusted balancer; Caddy's matcher `client_ip` reads it from the variable of
    that name."""
    if not route.doors.allow_from:
        return []
    ranges = {"ranges": list(route.doors.allow_from)}
    stranger = {"client_ip": ranges} if route.trusted else {"remote_ip": ranges}
    known = [{"handle": [{"handler": "vars", "client_ip": "{http.vars.client}"}]}] if route.trusted else []
    return _for_visitors(*known, {"match": [{"not": [stranger]}], "handle": [_refuse(403)]})


def _basic_auth(doors: Doors) -> list[Json]:
    """A door without known passwords stays shut."""
    if not doors.basic_auth:
        return []
    if not doors.accounts.lines:
        return [{"handle": [_refuse(401)]}]
    pairs = [line.rpartition(":") for line in doors.accounts.lines]
    basic = {
        "accounts": [{"username": literal(user), "password": hashed} for user, _, hashed in pairs],
        "hash": {"algorithm": "bcrypt"},
        "hash_cache": {},
    }
    return [{"handle": [{"handler": "authentication", "providers": {"http_basic": basic}}]}]


def _maintenance(doors: Doors) -> list[Json]:
    if not doors.maintenance:
        return []
    kind = HTML if doors.maintenance_page else {}
    answer = {
        "handler": "static_response",
        "status_code": 503,
        "headers": {**kind, **UNSAVED, "Retry-After": [RETRY_AFTER]},
        "body": literal(doors.maintenance_page) or CLOSED,
    }
    return [{"handle": [answer]}]


def _max_body(doors: Doors) -> list[Json]:
    """A body with a known length is refused before it is sent; any other as soon as it is too long."""
    if not doors.max_body:
        return []
    length = "{http.request.header.Content-Length}"
    too_long = f'{length} != "" && int({length}) > {doors.max_body}'
    limit = {"handler": "request_body", "max_size": doors.max_body}
    return [{"match": [{"expression": too_long}], "handle": [_refuse(413)]}, {"handle": [limit]}]


def _refuse(status: int) -> Json:
    return {"handler": "error", "status_code": status}


def withheld(doors: Doors) -> tuple[str, ...]:
    """Headers that the application does not get: the password was only for the door."""
    return ("Authorization",) if doors.basic_auth else ()


def response_timeout(doors: Doors) -> dict[str, Any]:
    """Limits the time until an application starts to answer. The rest of the answer, a WebSocket or events, can take any time."""
    return {"response_header_timeout": f"{doors.request_timeout:g}s"} if doors.request_timeout else {}


def known_of(key: str, doors: Doors) -> dict[str, Any]:
    """The variables of a service with its own pages or log."""
    pages = {"service": key} if doors.error_pages else {}
    log = {"log_skip": False, "access_logger_names": [_logger(key)]} if doors.access_log else {}
    return {**pages, **log}


def log_fields(route: Route) -> list[Json]:
    """The access log's additional fields, and the only headers in it."""
    if not route.doors.access_log:
        return []
    client = {"client": "{http.vars.client}"} if route.trusted else {}
    fields = {"user_agent": "{http.request.header.User-Agent}", "track": "{http.vars.track}", **client}
    return [{"handler": "log_append", "key": key, "value": value} for key, value in fields.items()]


def errors(routes: Mapping[str, Route]) -> dict[str, Any]:
    """The pages of all services of a server, for answers of the proxy itself."""
    paged = [{"match": [{"vars": {"service": [key]}}], "handle": [_pages(routes[key].doors)]} for key in _having(routes, "error_pages")]
    return {"errors": {"routes": paged}} if paged else {}


def _pages(doors: Doors) -> Json:
    return _subroute(*(_page(status, html) for status, html in doors.error_pages))


def _page(status: str, html: str) -> Json:
    answer = {"handler": "static_response", "headers": {**HTML, **UNSAVED}, "body": literal(html)}
    return {"match": [{"vars": {"{http.error.status_code}": [status]}}], "handle": [answer]}


def unlogged(routes: Mapping[str, Route]) -> dict[str, Any]:
    """The variable that keeps a request out of all access logs, unless its service has one."""
    return {"log_skip": True} if _having(routes, "access_log") else {}


def server_logs(routes: Mapping[str, Route]) -> dict[str, Any]:
    """Whether a server logs at all."""
    return {"logs": {}} if _having(routes, "access_log") else {}


def logs(routes: Mapping[str, Route]) -> dict[str, Any]:
    """A log for each service that wants one."""
    logged = {key: _log(key) for key in _having(routes, "access_log")}
    return {"logging": {"logs": {"default": {"exclude": [ACCESS]}, **logged}}} if logged else {}


def _log(key: str) -> Json:
    """The requested address, without its query."""
    gone: Json = {"filter": "delete"}
    path: Json = {"filter": "regexp", "regexp": r"\?.*", "value": ""}
    fields = {"request>uri": path, "request>headers": gone, "resp_headers": gone, "logger": gone}
    return {
        "writer": {"output": "file", "filename": f"{LOGS}/{key}/access.log", **LOG_SIZE},
        "encoder": {"format": "filter", "wrap": {"format": "json", "time_format": "iso8601"}, "fields": fields},
        "include": [f"{ACCESS}.{_logger(key)}"],
    }


def _logger(key: str) -> str:
    """Caddy treats the part before a dot as a parent log."""
    return key.replace(".", "_")


def _having(routes: Mapping[str, Route], door: str) -> list[str]:
    return [key for key in sorted(routes) if getattr(routes[key].doors, door)]


def _subroute(*routes: Json) -> Json:
    return {"handler": "subroute", "routes": list(routes)}
