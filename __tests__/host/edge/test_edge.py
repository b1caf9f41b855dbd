"""The proxy's configuration as a whole, and what two services cannot both have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from __tests__.host.support.caddy_bed import route_of
from host.edge.routes import broken_off, routing, visitor
from host.edge.routes.route import conflict, document, from_document, specific_first
from host.model.json import Json
from host.model.release import Route

AS_ON_A_HOST = True
WEB = route_of(80)
API = route_of(80, domains=("api.example.com", "api.example.org"), path="/v1", strip=True, trusted=("10.0.0.0/16", "fd00::/8"))
GRPC = route_of(81, upstream="h2c", canary_header="X-Try")
SECURE = route_of(81, domains=("secure.example.com",), upstream="https")
INNER = route_of(82, external=True, assets="/assets")
ALL = {"web.production": WEB, "api.production": API, "grpc.production": GRPC, "secure.production": SECURE, "inner.production": INNER}


@pytest.mark.parametrize("generation", [0, 1])
@pytest.mark.parametrize("routes", [{}, {"web.production": WEB}, ALL])
def test_reads_what_it_has_rendered(routes: dict[str, Route], generation: int) -> None:
    config = routing.render(routes, generation)
    assert json.loads(routing.text(config)) == config
    assert routing.routes_of(config) == routes
    assert routing.generation_of(config) == (generation if routes else 0)


def test_the_order_of_services_does_not_matter() -> None:
    turned = dict(reversed(list(ALL.items())))
    assert routing.text(routing.render(turned)) == routing.text(routing.render(ALL))


def ways(way: Json, dial: str) -> Json:
    """A request that may be repeated goes by a connection that is kept, any other one by its own."""
    proxy = {
        "handler": "reverse_proxy",
        "headers": {"request": {"set": {"Host": ["{http.vars.host}"], "X-Forwarded-Host": ["{http.vars.host}"]}}},
        "stream_close_delay": "1h",
        **way,
    }
    kept, own = ({"protocol": "http", "dial_timeout": dial, "keep_alive": keep} for keep in ({"idle_timeout": "2s"}, {"enabled": False}))
    repeatable = {"method": ["GET", "HEAD", "OPTIONS"], "header": {"Content-Length": None, "Transfer-Encoding": None}}
    return {
        "handler": "subroute",
        "routes": [
            {"match": [repeatable], "handle": [{**proxy, "transport": kept}], "terminal": True},
            {"handle": [{**proxy, "transport": own}]},
        ],
        "errors": broken_off.errors(repeatable),
    }


PATIENCE = {"try_duration": "5s", "try_interval": "20ms"}
COOKIE = "{http.request.cookie.docker-to-ec2-canary}"


READ_BACK = {
    "match": [
        {
            "remote_ip": {"ranges": ["127.0.0.1/32", "::1/128"]},
            "header_regexp": {"X-Docker-To-Ec2-Readback": {"pattern": "^[0-9a-f]{32}$"}},
        }
    ],
    "handle": [
        {
            "handler": "subroute",
            "routes": [
                {
                    "match": [{"vars": {"{http.request.header.X-Docker-To-Ec2-Readback}": ["{file./state/readback.key}"]}}],
                    "handle": [
                        {"handler": "vars", "asked": "readback."},
                        {
                            "handler": "headers",
                            "response": {"deferred": True, "set": {"X-Docker-To-Ec2-Upstream": ["{http.reverse_proxy.upstream.hostport}"]}},
                        },
                    ],
                }
            ],
        }
    ],
}


def test_renders_a_single_service() -> None:
    live = {"dial": "{file./state/web.production.live}"}
    canary = {"dial": "{file./run/docker-to-ec2/web.production.canary}"}
    entrance = {
        "group": "service",
        "handle": [
            {
                "handler": "vars",
                "split": "{file./run/docker-to-ec2/web.production.split}",
            },
            {
                "handler": "subroute",
                "routes": [
                    READ_BACK,
                    {
                        "match": [{"not": [{"vars": {"{http.vars.split}": ["0", ""]}}]}],
                        "handle": [
                            {
                                "handler": "subroute",
                                "routes": [
                                    {
                                        "match": [{"vars": {COOKIE: [""]}}],
                                        "handle": [
                                            {
                                                "handler": "headers",
                                                "response": {
                                                    "add": {
                                                        "Set-Cookie": [
                                                            "docker-to-ec2-canary={http.request.uuid}; Path=/; Max-Age=28800; "
                                                            "HttpOnly; SameSite=Lax"
                                                        ]
                                                    }
                                                },
                                            }
                                        ],
                                    },
                                    {
                                        "match": [
                                            {
                                                "expression": '{http.request.header.X-Canary} != "never" && '
                                                '({http.request.header.X-Canary} == "always" || ({http.vars.asked} == "" && '
                                                f'({COOKIE} == "" ? {{http.request.uuid}} : {COOKIE}) < {{http.vars.split}}))'
                                            }
                                        ],
                                        "handle": [{"handler": "vars", "track": "canary."}],
                                    },
                                ],
                            }
                        ],
                    },
                ],
            },
            {
                "handler": "headers",
                "request": {
                    "set": {"Host": ["{http.vars.asked}{http.vars.track}web.production"]},
                    "delete": [*visitor.FORGED, "X-Docker-To-Ec2-Readback"],
                },
            },
        ],
    }
    nobody = {
        "group": "service",
        "handle": [
            {"handler": "vars", "routes": {"web.production": document(WEB)}},
            {"handler": "static_response", "status_code": 404, "body": "No service is served under this name and path.\n"},
        ],
        "terminal": True,
    }
    assert routing.render({"web.production": WEB}) == {
        "admin": {"listen": "unix//data/admin.sock", "config": {"persist": False}},
        "apps": {
            "http": {
                "metrics": {"per_host": True},
                "shutdown_delay": "2s",
                "servers": {
                    "80": {
                        "listen": ["127.0.0.1:80", ":80", "unix//data/80.0.sock"],
                        "automatic_https": {"disable": True},
                        "routes": [
                            {
                                "handle": [
                                    {"handler": "vars", "host": "{http.request.hostport}", "asked": "", "track": ""},
                                    {
                                        "handler": "subroute",
                                        "routes": [routing.CLOSING, visitor.NO_PATH, visitor.NO_NAME, visitor.NO_UPGRADE, entrance, nobody],
                                    },
                                ]
                            },
                            {
                                "match": [{"host": ["web.production", "readback.web.production"]}],
                                "handle": [ways({"upstreams": [live], "load_balancing": PATIENCE}, "1s")],
                                "terminal": True,
                            },
                            {
                                "match": [{"host": ["canary.web.production", "readback.canary.web.production"]}],
                                "handle": [
                                    ways(
                                        {
                                            "upstreams": [canary, live],
                                            "health_checks": {"passive": {"fail_duration": "1s", "max_fails": 1}},
                                            "load_balancing": {"selection_policy": {"policy": "first"}, **PATIENCE},
                                        },
                                        "60ms",
                                    )
                                ],
                                "terminal": True,
                            },
                        ],
                    }
                },
            }
        },
    }


def server_on(port: int) -> dict[str, Any]:
    server: dict[str, Any] = routing.render(ALL)["apps"]["http"]["servers"][str(port)]
    return server


def test_services_on_a_shared_port_match_in_order_with_the_catch_all_last() -> None:
    entrances = server_on(80)["routes"][0]["handle"][1]["routes"][4:-1]
    assert [one.get("match") for one in entrances] == [
        [{"host": ["api.example.com", "api.example.com.", "api.example.org", "api.example.org."], "path": ["/v1", "/v1/*"]}],
        None,
    ]
    assert {one["group"] for one in entrances} == {"service"}


def test_each_service_has_its_own_trusted_proxies() -> None:
    """Caddy's own word for it would be for the whole port."""
    assert "trusted_proxies" not in server_on(80)
    mine, other = (json.dumps(one) for one in server_on(80)["routes"][0]["handle"][1]["routes"][4:-1])
    assert mine.count("10.0.0.0/16") == 1 + visitor.HOPS
    assert "10.0.0.0/16" not in other


def test_uses_the_protocol_of_the_application() -> None:
    proxies = [way["handle"][0] for track in server_on(81)["routes"][1:] for way in track["handle"][0]["routes"]]
    assert [one["transport"].get("versions") for one in proxies] == [None] * 4 + [["h2c"]] * 2
    assert [one["transport"].get("tls") for one in proxies] == [{"insecure_skip_verify": True}] * 4 + [None] * 2
    assert [one.get("flush_interval") for one in proxies] == [None] * 4 + [-1] * 2
    assert server_on(81)["protocols"] == ["h1", "h2", "h2c"]
    assert "protocols" not in server_on(80)


def test_two_generations_share_no_socket() -> None:
    first, second = (routing.listeners(routing.render(ALL, generation)) for generation in (0, 1))
    assert len([one for one in first if "unix" in one]) == 3
    assert {one for one in first if "unix" in one}.isdisjoint(second)


@pytest.mark.parametrize(
    ("routes", "order"),
    [
        ({"b": WEB, "a": API}, ("a", "b")),
        ({"b": route_of(80, path="/a/b"), "a": route_of(80, path="/a"), "c": WEB}, ("b", "a", "c")),
        ({"a": route_of(80, path="/a/b/c"), "b": route_of(80, domains=("x",))}, ("b", "a")),
        ({"b": route_of(80, domains=("x",)), "a": route_of(80, domains=("y",))}, ("a", "b")),
    ],
)
def test_more_specific_routes_come_first(routes: dict[str, Route], order: tuple[str, ...]) -> None:
    assert specific_first(routes) == order


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (WEB, WEB, "port 80 is held by the service b"),
        (WEB, route_of(81), ""),
        (WEB, API, ""),
        (API, API._replace(strip=False, trusted=()), "api.example.com/v1 on port 80 is held by the service b"),
        (API, route_of(80, domains=("api.example.org",)), ""),
        (API, route_of(80, domains=("api.example.org",), path="/V1"), "api.example.org/v1 on port 80 is held by the service b"),
        (route_of(80, domains=("x", "y")), route_of(80, domains=("y", "z")), "y/ on port 80 is held by the service b"),
        (route_of(80, path="/a"), route_of(80, path="/a"), "/a on port 80 is held by the service b"),
        (route_of(80, path="/a"), WEB, ""),
        (route_of(80, path="/a", external=True), WEB, "port 80 is for visitors by the service b"),
        (route_of(80, path="/a"), route_of(80, external=True), "port 80 is for an external proxy by the service b"),
        (route_of(80, path="/a", external=True), route_of(80, external=True), ""),
    ],
)
def test_refuses_what_two_services_cannot_both_have(one: Route, other: Route, words: str) -> None:
    assert conflict({"a": one, "b": other}, "a") == words


@pytest.mark.parametrize("route", ALL.values())
def test_stores_all_settings_of_a_route(route: Route) -> None:
    assert from_document(json.loads(json.dumps(document(route)))) == route


@pytest.mark.parametrize("value", [{**document(WEB), "http-port": "80"}, {"http-port": 80}, {}, None, [document(WEB)], "", 1])
def test_rejects_an_invalid_route(value: object) -> None:
    assert from_document(value) is None


DAMAGED: list[object] = [
    *(None, [], "", 1, {}, {"apps": None}, {"apps": {"http": {"servers": []}}}, {"apps": {"http": {"servers": {"a": 1}}}}),
    {"apps": {"http": {"servers": {"80": {"listen": 1, "routes": [{"handle": [{"routes": [{"handle": [{"routes": {"a": 1}}]}]}]}]}}}}},
]


@pytest.mark.parametrize("config", DAMAGED)
def test_reads_no_routes_from_a_configuration_without_them(config: object) -> None:
    assert routing.routes_of(config) == {}
    assert routing.generation_of(config) == 0


def test_listens_only_on_loopback_behind_an_external_proxy() -> None:
    external = route_of(8080, external=True)
    beside = {
        "web.production": external,
        "api.production": route_of(8080, domains=("api.example.com",), external=True),
        "shop.production": WEB,
    }
    servers = routing.render(beside)["apps"]["http"]["servers"]
    assert {port: server["listen"][:-1] for port, server in servers.items()} == {"80": ["127.0.0.1:80", ":80"], "8080": ["127.0.0.1:8080"]}
