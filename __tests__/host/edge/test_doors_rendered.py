"""Doors as documents, and as a part of the proxy's configuration."""

from __future__ import annotations

import json

import pytest

from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.doors_bed import ALL, ANNE, HOSTILE, TIMMY
from host.edge.routes import doors, routing
from host.edge.routes.read import read_route
from host.edge.routes.route import document, from_document
from host.model.doors import Doors
from host.model.reader import Malformed, Reader


@pytest.mark.parametrize("guard", [Doors(), ALL, Doors(basic_auth="ssm:/x"), Doors(access_log=True)])
def test_stores_and_reads_access_rules(guard: Doors) -> None:
    route = route_of(80, doors=guard)
    assert from_document(json.loads(json.dumps(document(route)))) == route
    assert routing.routes_of(routing.render({KEY: route})) == {KEY: route}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("basic-auth", "plain:password"),
        ("allow-from", ["{env.ANYBODY}/0"]),
        ("allow-from", "10.0.0.0/8"),
        ("maintenance", "yes"),
        ("error-pages", {"200": "fine"}),
        ("request-timeout", -1),
        ("max-body", 0.5),
        ("access-log", 1),
        ("accounts", {"source": "ssm:/x", "version": "1", "lines": ["timmy:sesame"]}),
    ],
)
def test_rejects_an_incomplete_access_rule(field: str, value: object) -> None:
    with pytest.raises(Malformed, match=field):
        read_route(Reader({**document(route_of(80)), field: value}))


def test_renders_all_access_rules() -> None:
    route = route_of(80, doors=ALL)
    literal = doors.literal(HOSTILE)
    html = {"Content-Type": ["text/html; charset=utf-8"], "Cache-Control": ["no-store"]}
    config = routing.render({KEY: route})
    server = config["apps"]["http"]["servers"]["80"]
    entrance = server["routes"][0]["handle"][1]["routes"][4]["handle"]
    length = "{http.request.header.Content-Length}"
    assert entrance[0] == {
        "handler": "vars",
        "split": "{file./run/docker-to-ec2/web.production.split}",
        "service": KEY,
        "log_skip": False,
        "access_logger_names": ["web_production"],
    }
    assert entrance[1:3] == [
        {"handler": "log_append", "key": "user_agent", "value": "{http.request.header.User-Agent}"},
        {"handler": "log_append", "key": "track", "value": "{http.vars.track}"},
    ]
    visitors = [{"vars": {"asked": [""]}}]
    stranger = {
        "match": [{"not": [{"remote_ip": {"ranges": ["127.0.0.0/29", "2001:db8::/32"]}}]}],
        "handle": [{"handler": "error", "status_code": 403}],
    }
    assert entrance[3]["routes"][1] == {"match": visitors, "handle": [{"handler": "subroute", "routes": [stranger]}]}
    assert entrance[3]["routes"][2] == {
        "match": visitors,
        "handle": [
            {
                "handler": "subroute",
                "routes": [
                    {
                        "handle": [
                            {
                                "handler": "authentication",
                                "providers": {
                                    "http_basic": {
                                        "accounts": [
                                            {"username": "timmy", "password": TIMMY},
                                            {"username": "\\{env.PATH\\} \\\\{", "password": ANNE},
                                        ],
                                        "hash": {"algorithm": "bcrypt"},
                                        "hash_cache": {},
                                    }
                                },
                            }
                        ]
                    },
                    {
                        "handle": [
                            {
                                "handler": "static_response",
                                "status_code": 503,
                                "headers": {**html, "Retry-After": ["60"]},
                                "body": literal,
                            }
                        ]
                    },
                    {
                        "match": [{"expression": f'{length} != "" && int({length}) > 1000'}],
                        "handle": [{"handler": "error", "status_code": 413}],
                    },
                    {"handle": [{"handler": "request_body", "max_size": 1000}]},
                ],
            }
        ],
    }
    assert "Authorization" in entrance[-1]["request"]["delete"]
    assert (server["logs"], server["routes"][0]["handle"][0]["log_skip"]) == ({}, True)
    assert server["errors"] == {
        "routes": [
            {
                "match": [{"vars": {"service": [KEY]}}],
                "handle": [
                    {
                        "handler": "subroute",
                        "routes": [
                            {
                                "match": [{"vars": {"{http.error.status_code}": [status]}}],
                                "handle": [{"handler": "static_response", "headers": html, "body": body}],
                            }
                            for status, body in (("502", literal), ("504", "late"))
                        ],
                    }
                ],
            }
        ]
    }
    assert config["logging"]["logs"] == {
        "default": {"exclude": ["http.log.access"]},
        KEY: {
            "writer": {
                "output": "file",
                "filename": "/data/logs/web.production/access.log",
                "roll_size_mb": 10,
                "roll_keep": 4,
                "roll_keep_days": 30,
                "roll_compression": "gzip",
            },
            "encoder": {
                "format": "filter",
                "wrap": {"format": "json", "time_format": "iso8601"},
                "fields": {
                    "request>uri": {"filter": "regexp", "regexp": "\\?.*", "value": ""},
                    "request>headers": {"filter": "delete"},
                    "resp_headers": {"filter": "delete"},
                    "logger": {"filter": "delete"},
                },
            },
            "include": ["http.log.access.web_production"],
        },
    }
    assert '"response_header_timeout":"30s"' in routing.text(config)
