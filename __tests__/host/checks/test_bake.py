"""The bake, with a real Caddy in front of real servers."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import Proxy, name_live
from __tests__.host.support.patience import until, within
from __tests__.host.support.raw_server import ERROR, OK, Talk, request_of, saying, tcp_server
from __tests__.host.support.run_bed import KEY, nobody, run_of, slot_at
from host import store
from host.checks import bake
from host.edge import caddy
from host.edge.counters import Tally
from host.edge.routes import routing
from host.http.dial import tcp
from host.http.http1 import ask
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Health, Process, Release, Route, Web
from host.run import Run

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


def release(route: Route, path: str = "/health") -> Release:
    check = Health(path, "200-399", "", 5, 1)
    process = Process((), {}, {}, (), None, None, {}, ())
    return Release("r1", "", "", "", "", Web(3000, route, check), process, {})


def run_on(one: Proxy, plan: Bake) -> Run:
    return run_of(one.paths, nobody(Path(one.paths.state)), plan)


def visit(route: Route, times: int) -> None:
    for _ in range(times):
        ask(tcp("127.0.0.1", route.port), "GET", "/")


def only_health(answer: bytes) -> Talk:
    """An application whose health check is fine, whatever its visitors get."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(OK if b"/health" in request_of(connection) else answer)

    return talk


def test_watches_a_healthy_release_for_the_whole_time(started: Proxy, web: Route) -> None:
    with tcp_server(saying(OK)) as port:
        name_live(started.paths, f"127.0.0.1:{port}")
        run = run_on(started, Bake(1, 1, 0.1))
        began = time.monotonic()
        with within(10):
            bake.watch(run, slot_at(f"127.0.0.1:{port}"), os.getpid(), release(web), bake.begun(run))
        assert time.monotonic() - began >= 1


def test_the_runner_ends_the_bake_by_the_id_of_the_order(started: Proxy, web: Route) -> None:
    with tcp_server(saying(OK)) as port:
        slot = slot_at(f"127.0.0.1:{port}")
        name_live(started.paths, slot.address)
        run = run_on(started, Bake(60, 5, 0.1))
        os.makedirs(started.paths.service(run.key), exist_ok=True)
        store.save_stop(started.paths, run.key, "another", "alarm", "not ours")
        bake.watch(run_on(started, Bake(1, 5, 0.1)), slot, os.getpid(), release(web), bake.begun(run))
        store.save_stop(started.paths, run.key, run.order.id, "alarm", "web 5xx")
        with within(10), pytest.raises(Failure, match="alarm: web 5xx"):
            bake.watch(run, slot, os.getpid(), release(web), bake.begun(run))


def test_too_many_errors_since_the_cut_over_end_the_bake_at_once(started: Proxy, web: Route) -> None:
    with tcp_server(only_health(ERROR)) as port:
        slot = slot_at(f"127.0.0.1:{port}")
        name_live(started.paths, slot.address)
        run = run_on(started, Bake(1, 5, 0.1))
        visit(web, 6)
        before = bake.begun(run)
        assert before.last
        assert before.last.live[:2] == (6, 6)
        bake.watch(run, slot, os.getpid(), release(web), before)
        visit(web, 5)
        with within(10), pytest.raises(Failure, match="bake-errors: 5 of 5 answers were 5xx"):
            bake.watch(run_on(started, Bake(60, 5, 0.1)), slot, os.getpid(), release(web), before)


def load_anew(one: Proxy, route: Route) -> None:
    """Returns when the earlier generation, which answers new connections for some seconds more and counts them for itself, is gone."""
    caddy.load(one.paths, routing.render({KEY: route}, 1))
    until(lambda: not os.path.exists(f"{caddy.sockets(one.paths)}/{route.port}.0.sock"))


@pytest.mark.parametrize(("earlier", "later"), [(8, 6), (4, 9)])
def test_counts_from_zero_after_a_reset(started: Proxy, web: Route, earlier: int, later: int) -> None:
    """As where another service comes: whether they are below what they were by now, or above it."""
    with tcp_server(only_health(ERROR)) as port:
        name_live(started.paths, f"127.0.0.1:{port}")
        run = run_on(started, Bake(1, 5, 0.1))
        visit(web, earlier)
        before = bake.begun(run)
        load_anew(started, web)
        visit(web, later)
        with pytest.raises(Failure, match=f"{later} of {later} answers"):
            bake.refuse_errors(run, bake.counted(run, before))


def test_includes_what_was_counted_before_a_reset(started: Proxy, web: Route) -> None:
    with tcp_server(only_health(ERROR)) as bad, tcp_server(only_health(OK)) as good:
        slot = slot_at(f"127.0.0.1:{bad}")
        name_live(started.paths, slot.address)
        run = run_on(started, Bake(60, 12, 0.1))
        tally = bake.begun(run)
        visit(web, 5)
        tally = bake.counted(run, tally)
        load_anew(started, web)
        name_live(started.paths, f"127.0.0.1:{good}")
        visit(web, 7)
        with pytest.raises(Failure, match="5 of 12 answers"):
            bake.watch(run, slot, os.getpid(), release(web), tally)


def test_a_proxy_that_does_not_answer_has_no_effect(started: Proxy) -> None:
    started.process.kill()
    started.process.wait()
    run = run_on(started, Bake(1, 0, 0))
    assert bake.begun(run) == Tally()
    bake.refuse_errors(run, bake.counted(run, Tally()))


def test_tolerates_one_failed_probe_and_fails_after_two(started: Proxy, web: Route) -> None:
    asked: list[float] = []

    def talk(connection: socket.socket) -> None:
        request_of(connection)
        asked.append(time.monotonic())
        connection.sendall(ERROR if len(asked) == 2 or len(asked) > 4 else OK)

    with tcp_server(talk) as port:
        slot = slot_at(f"127.0.0.1:{port}")
        with pytest.raises(Failure) as failed:
            bake.watch(run_on(started, Bake(60, 20, 0.1)), slot, os.getpid(), release(web), Tally())
    assert (failed.value.cause, failed.value.health_code, failed.value.body) == ("health-status", 500, "oops")
    assert len(asked) >= 6


@pytest.mark.parametrize("answer", [OK, ERROR])
def test_distinguishes_an_exited_container_from_an_unhealthy_one(started: Proxy, web: Route, answer: bytes) -> None:
    child = subprocess.Popen(["sleep", "60"])
    threading.Timer(0.8, child.kill).start()
    with tcp_server(saying(answer)) as port:
        slot = slot_at(f"127.0.0.1:{port}")
        first_is_fine = release(web)._replace(kind=Web(3000, web, Health("/health", "200-500", "", 5, 1)))
        with pytest.raises(Failure) as failed:
            bake.watch(run_on(started, Bake(60, 20, 0.1)), slot, child.pid, first_is_fine, Tally())
    assert failed.value.cause == "exited"
    child.wait()
