"""What the proxy does with the requests of a service that sleeps, in Caddy's configuration. Pure."""

from __future__ import annotations

from host.model.json import Json
from host.model.release import Route

PATIENCE = 60
"""Seconds for which a visitor waits for a sleeping service."""
DIAL = "3s"
"""How long the proxy tries to reach the process that wakes services: systemd starts it again within a second or two."""
SILENCE = f"{PATIENCE + 15}s"
"""How long the proxy waits for its answer; it answers after `PATIENCE` at the latest."""
RETRY = 3
PAGE: Json = {
    "handler": "static_response",
    "status_code": 503,
    "headers": {"Content-Type": ["text/html; charset=utf-8"], "Retry-After": [str(RETRY)], "Cache-Control": ["no-store"]},
    "body": f"<!doctype html><meta charset=utf-8><meta http-equiv=refresh content={RETRY}><title>Waking up</title>\n"
    f"<p>This preview was asleep and is waking up. This page tries again every {RETRY} seconds.\n",
}
"""The page of a service that does not wake, whatever the reason."""


def held(key: str, route: Route, waker: str) -> list[Json]:
    """While the service sleeps, a visitor's request is held until the host's process answers at the address `waker`: 2xx lets it pass; after any
    other answer, or none, the visitor gets a page that tries again. The question is a GET without a body and without the visitor's headers, so
    the request itself goes to the application alone. A read-back wakes nobody.
    https://caddyserver.com/docs/caddyfile/directives/forward_auth#expanded-form"""
    if not route.sleep:
        return []
    asks = {
        "handler": "reverse_proxy",
        "upstreams": [{"dial": waker}],
        "transport": {"protocol": "http", "keep_alive": {"enabled": False}, "response_header_timeout": SILENCE},
        "rewrite": {"method": "GET", "uri": f"/{key}"},
        "headers": {"request": {"delete": ["*"]}},
        "load_balancing": {"try_duration": DIAL, "try_interval": "100ms"},
        "handle_response": [
            {"match": {"status_code": [2]}, "routes": [{"handle": [{"handler": "vars", "asking": ""}]}]},
            {"routes": [{"handle": [PAGE]}]},
        ],
    }
    sleeps = {"host": [key], "vars": {f"{{file./state/{key}.sleep}}": ["asleep"]}}
    return [{"match": [sleeps], "handle": [{"handler": "vars", "asking": "waker"}, asks]}]


def errors(route: Route, others: Json) -> Json:
    """What becomes of errors: those of the question to the host are no errors of the application, whose own are handled by `others`."""
    unanswered = {"match": [{"vars": {"asking": ["waker"]}}], "handle": [PAGE], "terminal": True}
    return {"routes": [unanswered, *others["routes"]]} if route.sleep else others
