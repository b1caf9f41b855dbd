from __future__ import annotations

import pytest

from host.edge import routing
from host.model import Json

WEB: Json = {"listen": [":80"], "automatic_https": {"disable": True}, "routes": [{"handle": [{"handler": "static_response"}]}]}
API: Json = {**WEB, "listen": [":81", "127.0.0.1:9081"]}


@pytest.mark.parametrize("generation", [0, 1])
@pytest.mark.parametrize("servers", [{}, {"web.production": WEB}, {"web.production": WEB, "api.production": API}])
def test_what_is_rendered_is_read_again(servers: dict[str, Json], generation: int) -> None:
    config = routing.render(servers, generation)
    assert routing.servers_of(config) == servers
    assert routing.generation_of(config) == (generation if servers else 0)


def test_the_configuration_as_a_whole() -> None:
    config = routing.render({"web.production": WEB})
    assert config == {
        "admin": {"listen": "unix//run/docker-to-ec2/admin.sock", "config": {"persist": False}},
        "apps": {
            "http": {
                "metrics": {},
                "shutdown_delay": "2s",
                "servers": {
                    "web.production": {
                        "listen": [":80", "unix//run/docker-to-ec2/web.production.0.sock"],
                        "automatic_https": {"disable": True},
                        "routes": [routing.CLOSING, *WEB["routes"]],
                    }
                },
            }
        },
    }


def test_two_generations_share_no_socket() -> None:
    first, second = (routing.listeners(routing.render({"a": WEB, "b": API}, generation)) for generation in (0, 1))
    assert {one for one in first if "unix" in one}.isdisjoint(second)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (WEB, True),
        ({**WEB, "listen": []}, False),
        ({**WEB, "listen": ":80"}, False),
        ({**WEB, "listen": [80]}, False),
        ({**WEB, "routes": []}, False),
        ({**WEB, "routes": None}, False),
        ({"listen": [":80"]}, False),
        ({}, False),
        (None, False),
        ([WEB], False),
        ("", False),
    ],
)
def test_what_is_a_server(value: object, expected: bool) -> None:
    assert routing.is_server(value) is expected


@pytest.mark.parametrize(
    "config", [None, [], "", 1, {}, {"apps": None}, {"apps": {"http": {"servers": []}}}, {"apps": {"http": {"servers": {"a": 1}}}}]
)
def test_a_configuration_without_servers(config: object) -> None:
    assert routing.servers_of(config) == {}
    assert routing.generation_of(config) == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [([80], ("web", 80)), ([81], ("api", 81)), ([9081], ("api", 9081)), ([8], None), ([], None), ([8, 80], ("web", 80))],
)
def test_the_service_that_has_a_port(wanted: list[int], found: tuple[str, int] | None) -> None:
    assert routing.service_on({"web": WEB, "api": API}, wanted) == found
