"""Requests that their visitor did not finish, in Caddy's configuration. Pure.

Caddy answers all errors of a request with 502, and so would count an upload that a visitor breaks off as an error of the release.
"""

from __future__ import annotations

from host.model.json import Json

STATUS = 400
WORDS = (
    # HTTP/1.1
    "unexpected EOF",
    r"(?:http: )?[\w ]*\bchunk[\w ]*",
    # HTTP/2
    "request declared a Content-Length of .+",
    "client disconnected",
    # HTTP/3, which no application speaks
    "H3[_ ].+",
    r"Application error 0x.+ \(remote\)",
    "timeout: no recent network activity",
)
"""How Go reports that it could not read a body. Its messages about the application begin with `net/http:`, `dial` and the like."""
TOO_SHORT = r"net/http: .+: http: ContentLength=\d+ with Body length \d+"
MESSAGE = rf"^(?:(?:readfrom tcp \S+: )?(?:{'|'.join(WORDS)})|{TOO_SHORT})$"
RESET = '{http.error.message}.contains("->" + {http.request.remote} + ": ")'
"""A failed system call names both ends of its connection, and this one is the visitor's."""


def errors(bodiless: Json) -> Json:
    """What becomes of the errors of a service's requests, except `bodiless` ones: they end with `STATUS` if their visitor broke them off."""
    signs: tuple[Json, ...] = ({"vars_regexp": {"{http.error.message}": {"pattern": MESSAGE}}}, {"expression": RESET})
    return {
        "routes": [
            {"match": [{"not": [bodiless], **sign} for sign in signs], "handle": [_error(STATUS)]},
            {"handle": [_error("{http.error.status_code}")]},
        ]
    }


def _error(status: int | str) -> Json:
    return {"handler": "error", "error": "{http.error.message}", "status_code": status}
