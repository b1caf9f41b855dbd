"""A service that nobody visits is stopped; what counts as a visit."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Callable

import pytest

from __tests__.host.support.caddy_bed import route_of
from __tests__.host.support.patience import until
from __tests__.host.support.sleeper_bed import OTHER, Bed
from host import docker as daemon
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.routes.route import document, from_document
from host.model.release import Health
from host.previews import asleep, may_sleep
from host.previews.idleness import Seen, noticed
from host.previews.overview import Overview
from host.run import snapshot
from host.state.files import read, write
from host.state.folders import make_folders
from host.unattended import boot
from host.verbs.status import of_service


@pytest.mark.parametrize(
    ("before", "epoch", "total", "since"),
    [
        (None, "a", 5, 100),
        (Seen("a", 5, 7), "a", 5, 7),
        (Seen("a", 5, 7), "a", 6, 100),
        (Seen("a", 5, 7), "b", 0, 7),
        (Seen("a", 5, 7), "b", 1, 100),
        (Seen("a", 5, 7), "b", 5, 100),
    ],
)
def test_detects_a_visitor_by_counters_but_not_by_their_reset(before: Seen | None, epoch: str, total: int, since: float) -> None:
    assert noticed(before, epoch, total, 100) == Seen(epoch, total, since)


def test_stores_the_idle_time_of_a_route_only_if_it_has_one() -> None:
    sleepy = route_of(80, sleep=60)
    assert from_document(json.loads(routing.text(document(sleepy)))) == sleepy
    assert "preview-sleep" not in document(route_of(80))


def test_sleeps_after_its_last_visitor_and_wakes_for_the_next_without_a_lost_request(bed: Bed) -> None:
    answers: list[int] = []
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            answers.append(bed.visit(bed.neighbour)[0])

    beside = threading.Thread(target=go_on)
    beside.start()
    try:
        for _ in range(2):
            bed.fall_asleep()
            with ThreadPoolExecutor(20) as many:
                assert [status for status, _ in many.map(lambda _: bed.visit(), range(20))] == [200] * 20
            assert bed.is_running()
    finally:
        stop.set()
        beside.join()
    assert set(answers) == {200}


def test_visitors_keep_it_awake_but_read_backs_do_not(bed: Bed) -> None:
    deadline = time.monotonic() + 4
    while time.monotonic() < deadline:
        assert bed.visit()[0] == 200
        bed.look()
        assert bed.is_running()
        time.sleep(0.3)
    check = Health("/etc/motd", "200-399", "", 60, 1)

    def slept() -> bool:
        traffic.readback(bed.paths, bed.routes[bed.key], check)
        bed.look()
        return asleep.is_asleep(bed.paths, bed.key)

    until(slept)
    assert traffic.readback(bed.paths, bed.routes[bed.key], check).status != 200
    assert not bed.is_running(), "the host's own look woke it"


def test_a_visitor_during_the_stop_keeps_it_awake(bed: Bed) -> None:
    visits = iter([True, False])
    assert not asleep.put_to_sleep(bed.run(), lambda: not next(visits))
    assert bed.is_running() and not asleep.is_asleep(bed.paths, bed.key)
    assert bed.visit()[0] == 200


def test_a_long_request_keeps_it_awake(bed: Bed) -> None:
    live = traffic.live_address(bed.paths, bed.key)
    with socket.create_connection(("127.0.0.1", bed.port)) as one:
        one.sendall(b"POST /etc/motd HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
        until(lambda: caddy.in_flight(bed.paths, live) == 1)
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            bed.look()
            time.sleep(0.2)
        assert bed.is_running() and not asleep.is_asleep(bed.paths, bed.key)


def test_an_open_websocket_keeps_it_awake(bed: Bed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as application, ThreadPoolExecutor(1) as one:
        write(bed.paths.live(bed.key), f"127.0.0.1:{application.getsockname()[1]}")

        def talk() -> socket.socket:
            connection = application.accept()[0]
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            return connection

        talks = one.submit(talk)
        with socket.create_connection(("127.0.0.1", bed.port)) as visitor:
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            assert visitor.recv(65_536).startswith(b"HTTP/1.1 101")
            until(lambda: not bed.is_idle())
            since = bed.sleeper.seen[bed.key].since
            time.sleep(1)
            assert not bed.is_idle() and bed.sleeper.seen[bed.key].since > since
        talks.result().close()
        until(bed.is_idle)


def test_a_damaged_service_does_not_prevent_checks_of_others(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(key: str, _: Overview) -> None:
        looked.append(key)
        if len(looked) > 1:
            bed.sleeper.ended.set()
        raise ValueError("damaged")

    monkeypatch.setattr(bed.sleeper, "look", look)
    bed.sleeper.keep()
    assert len(set(looked)) > 1


def test_stays_asleep_over_a_reboot_and_finishes_a_killed_wake_up(bed: Bed) -> None:
    bed.fall_asleep()
    boot.put_right(bed.run())
    assert not bed.is_running() and asleep.is_asleep(bed.paths, bed.key)
    live = snapshot(bed.run()).live
    assert live
    daemon.start(bed.docker, live.id)
    bed.look()
    assert not bed.is_running()
    assert bed.visit()[0] == 200


def test_a_round_asks_docker_and_the_proxy_once_however_many_services_there_are(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of them sleep."""
    for number in range(20):
        key = f"other{number}.pr-1"
        make_folders(bed.paths, key)
        write(bed.paths.route(key), routing.text(document(route_of(bed.port, sleep=60, path=f"/{number}"))))
        write(bed.paths.sleep(key), (asleep.ASLEEP, asleep.AWAKE)[number % 2])
    asked: list[str] = []
    for place, name in ((daemon, "containers"), (caddy, "counted_each"), (caddy, "in_flight_each")):
        monkeypatch.setattr(place, name, _noting(asked, name, getattr(place, name)))
    monkeypatch.setattr(bed.sleeper.ended, "wait", lambda _: True)
    bed.sleeper.keep()
    assert sorted(asked) == ["containers", "counted_each", "in_flight_each"]


def _noting(asked: list[str], name: str, ask: Callable[..., object]) -> Callable[..., object]:
    def noted(*given: object) -> object:
        asked.append(name)
        return ask(*given)

    return noted


def test_status_reports_the_sleep_and_an_order_wakes_it_first(bed: Bed) -> None:
    bed.fall_asleep()
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert (told["asleep"], told["running"]) == (True, False)
    assert not [word for word in told["drift"] if "slot" in word]
    run = bed.run()
    found = asleep.wake_for_order(run, snapshot(run), None, "")
    assert found.live and found.live.running and not asleep.is_asleep(bed.paths, bed.key)
    assert bed.visit()[0] == 200


def test_only_routes_that_can_sleep_use_the_sleeper(bed: Bed) -> None:
    without = routing.text(routing.render({OTHER: bed.routes[OTHER]}))
    assert "wake.sock" not in without
    write(bed.paths.sleep(OTHER), asleep.ASLEEP)
    assert bed.visit(bed.neighbour)[0] == 200
    assert not asleep.is_asleep(bed.paths, "gone.pr-1")
    assert not os.path.exists(bed.paths.service("gone.pr-1"))
    assert bed.sleeper.waker.woken("gone.pr-1").awake, "nothing to wake: the proxy answers"
    assert not os.path.exists(bed.paths.service("gone.pr-1"))
    may_sleep.follow(bed.run(), bed.routes[OTHER])
    assert read(bed.paths.sleep(bed.key)) == ""
