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
"""Seconds after which the page for a visitor tries again."""
REASON = "Docker-To-Ec2-Reason"
"""Header of the answer that says why a service does not start: text that is safe in HTML. `Retry-After` says when it is tried again."""


def _page(title: str, text: str, retry: str) -> Json:
    return {
        "handler": "static_response",
        "status_code": 503,
        "headers": {"Content-Type": ["text/html; charset=utf-8"], "Retry-After": [retry], "Cache-Control": ["no-store"]},
        "body": f"<!doctype html><meta charset=utf-8><meta http-equiv=refresh content={retry}><title>{title}</title>\n{text}\n",
    }


WAKING = _page("Waking up", f"<p>This preview was asleep and is waking up. This page tries again every {RETRY} seconds.", str(RETRY))
"""The page of a service that is not awake yet, or does not wake for an unknown reason."""
UNWOKEN = _page(
    "Not started",
    f"<p>This preview was asleep, and does not start: {{http.reverse_proxy.header.{REASON}}}\n"
    "<p>The run of <code>command: status</code> shows its last lines. The next try is in {http.reverse_proxy.header.Retry-After} seconds.",
    "{http.reverse_proxy.header.Retry-After}",
)
"""The page of a service that does not start."""


def held(key: str, route: Route, waker: str) -> list[Json]:
    """While the service sleeps, a visitor's request is held until the host's process answers at the address `waker`: 2xx lets it pass; after any
    other answer, or none, the visitor gets a page that tries again, with the reason if the answer has one. The question is a GET without a body and
    without the visitor's headers, so the request itself goes to the application alone. A read-back wakes nobody.
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
            {"match": {"headers": {REASON: ["*"]}}, "routes": [{"handle": [UNWOKEN]}]},
            {"routes": [{"handle": [WAKING]}]},
        ],
    }
    sleeps = {"host": [key], "vars": {f"{{file./state/{key}.sleep}}": ["asleep"]}}
    return [{"match": [sleeps], "handle": [{"handler": "vars", "asking": "waker"}, asks]}]


def errors(route: Route, others: Json) -> Json:
    """What becomes of errors: those of the question to the host are not errors of the application, whose own are handled by `others`."""
    unanswered = {"match": [{"vars": {"asking": ["waker"]}}], "handle": [WAKING], "terminal": True}
    return {"routes": [unanswered, *others["routes"]]} if route.sleep else others
