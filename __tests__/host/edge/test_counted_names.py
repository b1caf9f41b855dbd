"""Names that visitors choose, below a wildcard or with any port, on a real Caddy: its counters stay small, and count on."""

from __future__ import annotations

from pathlib import Path

import pytest

from __tests__.host.edge.test_https import _shakes_hands
from __tests__.host.edge.test_shared_port import counted, serving
from __tests__.host.support.caddy_bed import KEY, Clients, prepared, route_of
from __tests__.host.support.nginx_bed import secured
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import saying, unix_server
from host.edge import caddy, proxy
from host.edge.counters import Track, own_names
from host.http.dial import unverified_tls
from host.http.http1 import LIMIT, ask
from host.model.tls import Tls

MOST = 100_000
"""Bytes. A name takes some 7,000."""


@pytest.mark.parametrize("name", ["a{}.example.com", "a.example.com:{}"])
def test_drops_the_counters_of_too_many_names_without_a_lost_request(tmp_path: Path, name: str) -> None:
    tls = Tls("internal", free_port())
    one_route = {KEY: route_of(free_port(), domains=("*.example.com",), tls=tls)}
    with serving(tmp_path, one_route) as one:
        until(lambda: _shakes_hands("a.example.com", tls.port))
        proxy.forget_names(one.paths, MOST)
        assert ask_as(name, 0, tls.port) == 200
        assert counted(one, KEY)[0] == 1
        for number in range(1, 30):
            ask_as(name, number, tls.port)
        assert caddy.counts_others(one.paths, own_names(one_route), MOST)
        with Clients(tls.port, name="a.example.com", wrap=lambda connection: secured(connection, "a.example.com")) as clients:
            proxy.forget_names(one.paths, MOST)
            clients.more()
        assert not caddy.counts_others(one.paths, own_names(one_route), MOST)
        assert clients.lost == []
        assert counted(one, KEY)[0] > 0


def ask_as(name: str, number: int, port: int) -> int:
    asked = name.format(number)
    return ask(unverified_tls("127.0.0.1", port, asked.partition(":")[0]), "GET", "/", host=asked).status


def test_keeps_the_counters_of_a_services_own_names_however_many(tmp_path: Path) -> None:
    """A host with many services has more than visitors' names may have. Restarted, they would soon be as many again."""
    tls = Tls("internal", free_port())
    names = {"domains": ("a.example.com",), "tls": tls._replace(redirect_domains=("www.example.com",))}
    with serving(tmp_path, {KEY: route_of(free_port(), **names)}) as one:
        until(lambda: _shakes_hands("a.example.com", tls.port))
        for number, name in enumerate(("a.example.com", f"a.example.com:{tls.port}", "www.example.com", f"www.example.com:{tls.port}")):
            assert ask_as(name, number, tls.port) in (200, 308)
        before = caddy.loaded(one.paths)
        proxy.forget_names(one.paths, 0)
        assert caddy.loaded(one.paths) == before
        assert counted(one, KEY)[0] == 2
        ask_as("a.example.com:{}", 1, tls.port)
        proxy.forget_names(one.paths, 0)
        assert caddy.loaded(one.paths) != before


@pytest.mark.parametrize(("lost", "total"), [(0, 7), (1, None)])
def test_counts_all_or_nothing(tmp_path: Path, lost: int, total: int | None) -> None:
    """What a part of the counters says is wrong. They can be many megabytes, with many services."""
    paths = prepared(tmp_path)
    line = 'caddy_http_request_duration_seconds_count{{handler="subroute",host="{}",code="200"}} 7\n'
    body = (line.format(KEY) + line.format("api.production") * (LIMIT // 80)).encode()
    assert len(body) > LIMIT
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(body) + lost)
    with unix_server(caddy.socket_path(paths), saying(head + body)):
        told = caddy.counted(paths, KEY)
    assert (told and told.live) == (None if total is None else Track(total=total))
