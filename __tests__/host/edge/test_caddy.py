"""The proxy's configuration, read-back, counters and drain, with a real Caddy."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, Clients, Proxy, name_live, prepared, route_of, running
from __tests__.host.support.patience import stretched, until, within
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import ERROR, OK, request_of, saying, tcp_server, unix_server
from host.checks import sockets
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.traffic import Seen
from host.http.dial import tcp
from host.http.http1 import LIMIT, ask
from host.model.doors import PAGED, Doors
from host.model.release import Health, Route
from host.state.files import write_volatile

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]

DURATION = 0.3
PAGE = Health("/", "200-399", "", 60, 1)


def loaded(routes: dict[str, Route], generation: int) -> caddy.Loaded:
    return caddy.Loaded(routing.render(routes, generation), routes, generation)


def test_the_proxy_has_the_loaded_configuration_in_memory(started: Proxy, web: Route) -> None:
    assert caddy.loaded(started.paths) == loaded({KEY: web}, 0)
    assert caddy.process(started.paths) == started.process.pid
    other = route_of(free_port())
    caddy.load(started.paths, routing.render({KEY: web, "api.production": other}, 1))
    assert caddy.loaded(started.paths) == loaded({KEY: web, "api.production": other}, 1)
    caddy.load(started.paths, routing.render({"api.production": other}, 0))
    assert caddy.loaded(started.paths) == loaded({"api.production": other}, 0)
    left = {"admin.sock", f"{other.port}.0.sock"}
    until(lambda: {name for name in os.listdir(caddy.sockets(started.paths)) if name.endswith(".sock")} == left)


@pytest.mark.parametrize("config", ["", "{}"])
def test_an_empty_configuration_is_detected_and_opens_no_port(tmp_path: Path, config: str) -> None:
    with running(tmp_path, prepared(tmp_path), config) as one:
        memory = caddy.loaded(one.paths)
        assert memory and (memory.routes, memory.generation) == ({}, 0)
        assert f"process {one.process.pid} " not in sockets.holder(2019)


def test_reads_the_configuration_of_many_services_with_large_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken for no answer, it would have every order replace the proxy."""
    pages = Doors(error_pages=tuple((status, status * 6_000) for status in PAGED), maintenance_page="x" * 18_000)
    routes = {f"web{number}.production": route_of(80, domains=(f"{number}.example.com",), doors=pages) for number in range(80)}
    body = routing.text(routing.render(routes)).encode()
    assert len(body) > LIMIT
    paths = prepared(tmp_path)
    monkeypatch.setattr(caddy, "PATIENCE", stretched(60))
    with unix_server(caddy.socket_path(paths), saying(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)):
        memory = caddy.loaded(paths)
    assert memory and memory.routes == routes


def test_a_damaged_configuration_does_not_start(tmp_path: Path, web: Route) -> None:
    with running(tmp_path, prepared(tmp_path), routing.text(routing.render({KEY: web}))[:-40]) as one:
        assert one.process.wait(stretched(60)) != 0
        assert caddy.loaded(one.paths) is None
        assert caddy.process(one.paths) == 0


def test_a_rejected_configuration_changes_nothing(started: Proxy, web: Route) -> None:
    with pytest.raises(caddy.Refused, match="bogus"):
        caddy.load(started.paths, routing.render({KEY: web._replace(trusted=("bogus",))}, 1))
    with socket.create_server(("0.0.0.0", 0)) as taken, pytest.raises(caddy.Refused, match="address already in use"):
        other = route_of(taken.getsockname()[1])
        caddy.load(started.paths, routing.render({KEY: web, "api.production": other}, 1))
    assert caddy.loaded(started.paths) == loaded({KEY: web}, 0)


def test_a_missing_proxy_reports_no_counters(started: Proxy) -> None:
    started.process.kill()
    started.process.wait()
    assert caddy.loaded(started.paths) is None
    assert caddy.in_flight(started.paths, "127.0.0.1:1") is None
    assert traffic.counters_now(started.paths, KEY) is None
    assert not traffic.drain(started.paths, "127.0.0.1:1", 0.2)
    with pytest.raises(caddy.Refused):
        caddy.load(started.paths, routing.render({}))


def test_a_reload_loses_no_request(started: Proxy, web: Route) -> None:
    with tcp_server(saying(OK)) as upstream:
        name_live(started.paths, f"127.0.0.1:{upstream}")
        with Clients(web.port) as clients:
            for generation in (1, 0, 1):
                other = route_of(free_port())
                caddy.load(started.paths, routing.render({KEY: web, "api.production": other}, generation))
                clients.more()
    assert clients.lost == []


def test_reports_who_serves(started: Proxy, web: Route) -> None:
    assert traffic.readback(started.paths, web, PAGE) == Seen("", 502)
    with tcp_server(saying(OK)) as live, tcp_server(saying(ERROR)) as canary:
        name_live(started.paths, f"127.0.0.1:{live}")
        assert traffic.live_address(started.paths, KEY) == f"127.0.0.1:{live}"
        assert traffic.readback(started.paths, web, PAGE._replace(path="/any?path")) == Seen(f"127.0.0.1:{live}", 200, True)
        write_volatile(started.paths.canary_address(KEY), f"127.0.0.1:{canary}")
        write_volatile(started.paths.split(KEY), "00000000")
        assert traffic.readback(started.paths, web, PAGE, ("X-Canary", "always")) == Seen(f"127.0.0.1:{canary}", 500)
        assert traffic.readback(started.paths, web, PAGE) == Seen(f"127.0.0.1:{live}", 200, True)
    started.process.kill()
    started.process.wait()
    assert traffic.readback(started.paths, web, PAGE) == Seen("", 0)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Docker-To-Ec2-Upstream: 172.29.0.2:3000\r\nContent-Length: 0\r\n\r\n", Seen("172.29.0.2:3000", 200, True)),
        (b"HTTP/1.1 503 No\r\nx-docker-to-ec2-upstream: 172.29.0.2:3000\r\nContent-Length: 0\r\n\r\n", Seen("172.29.0.2:3000", 503)),
        (b"HTTP/1.1 502 Bad Gateway\r\nServer: Caddy\r\nContent-Length: 0\r\n\r\n", Seen("", 502)),
        (b"HTTP/1.1 200 OK\r\nX-Docker-To-Ec2-Upstream: $(id)\r\nContent-Length: 0\r\n\r\n", Seen("", 200)),
        (b"", Seen("", 0)),
        (b"garbage\r\n\r\n", Seen("", 0)),
    ],
)
def test_accepts_these_answers_to_a_read_back(tmp_path: Path, answer: bytes, expected: Seen) -> None:
    with tcp_server(saying(answer)) as port:
        assert traffic.readback(prepared(tmp_path), route_of(port), PAGE) == expected


def test_counts_both_tracks_without_read_backs(started: Proxy, web: Route) -> None:
    def get(**headers: str) -> None:
        ask(tcp("127.0.0.1", web.port), "GET", "/", headers=headers)

    with tcp_server(saying(OK)) as live, tcp_server(saying(ERROR)) as canary:
        name_live(started.paths, f"127.0.0.1:{live}")
        write_volatile(started.paths.canary_address(KEY), f"127.0.0.1:{canary}")
        write_volatile(started.paths.split(KEY), "00000000")
        for _ in range(3):
            get()
            traffic.readback(started.paths, web, PAGE)
        for _ in range(2):
            get(**{"X-Canary": "always"})
    told = traffic.counters_now(started.paths, KEY)
    assert told is not None
    assert [told[track][name] for track in ("live", "canary") for name in ("total", "errors")] == [3, 0, 2, 2]
    assert told["canary"]["micros"] > 0
    assert len(told["bounds"]) == len(told["canary"]["buckets"]) > 5
    assert told["epoch"].startswith("/")


def test_tells_how_many_requests_came_once_it_has_counted_for_a_while(started: Proxy, web: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    with tcp_server(saying(OK)) as live:
        name_live(started.paths, f"127.0.0.1:{live}")
        for _ in range(3):
            ask(tcp("127.0.0.1", web.port), "GET", "/")
            traffic.readback(started.paths, web, PAGE)
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now - 1000)
    assert traffic.visited(caddy.counted(started.paths, KEY)) is None
    monkeypatch.setattr("time.time", lambda: now + 10_000)
    told = traffic.visited(caddy.counted(started.paths, KEY))
    assert told is not None and told["requests"] == 3 and 10_000 <= told["seconds"] < 12_000
    started.process.kill()
    started.process.wait()
    assert traffic.visited(caddy.counted(started.paths, KEY)) is None


def test_a_drain_waits_for_open_requests(started: Proxy, web: Route) -> None:
    go = threading.Event()

    def talk(connection: socket.socket) -> None:
        request_of(connection)
        go.wait(300)
        connection.sendall(OK)

    with tcp_server(talk) as upstream:
        address = f"127.0.0.1:{upstream}"
        name_live(started.paths, address)
        visitor = threading.Thread(target=lambda: ask(tcp("127.0.0.1", web.port), "GET", "/"))
        visitor.start()
        until(lambda: caddy.in_flight(started.paths, address) == 1)
        assert caddy.in_flight(started.paths, "127.0.0.1") == 1
        assert caddy.in_flight(started.paths, "127.0.0.2") == 0
        assert caddy.in_flight(started.paths, address[:-1]) == 0
        assert not traffic.drain(started.paths, address, 0.2)
        threading.Timer(DURATION, go.set).start()
        began = time.monotonic()
        with within(15):
            assert traffic.drain(started.paths, address, 300)
        assert time.monotonic() - began >= DURATION
        visitor.join()
