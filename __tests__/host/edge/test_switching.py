"""Another route that comes with another slot, on a real Caddy: each request goes by the old route to the old slot, or by the new one to the new."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from __tests__.host.support.caddy_bed import KEY, Clients, name_live, node_server, prepared, route_of, running
from __tests__.host.support.docker_front import front
from __tests__.host.support.ports import free_port
from __tests__.host.support.run_bed import logged, run_of, slot_at
from host.edge import caddy, proxy, reconcile
from host.edge.pending import ready
from host.edge.routes import routing
from host.edge.routes.route import document
from host.edge.stored import config_path, stored
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask
from host.model.container import Life
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import Bake
from host.model.release import NoRoute, Reach, Route
from host.order import parsed
from host.release import attempt as attempts
from host.release.attempt import Attempt
from host.run import Run
from host.state.files import read, write
from host.state.folders import make_folders
from host.state.paths import Paths

SERVER = """
import http from 'node:PROTOCOL'
const server = http.createServer((request, response) =>
  request.resume().on('end', () => response.writeHead(200, { 'content-length': 2 }).end('ok')))
server.listen(0, '127.0.0.1', 4096, () => console.log(server.address().port))
"""


class Turn(NamedTuple):
    """A service whose slot speaks HTTP/1.1, and what comes next: a slot that speaks HTTP/2 alone, and the route to it."""

    run: Run
    earlier: Route
    route: Route
    old: str
    new: str

    def loaded(self) -> Route:
        """The route that the proxy has, which reads addresses from files."""
        memory = caddy.loaded(self.run.paths)
        assert memory is not None and memory.config == routing.render(memory.routes, memory.generation)
        return memory.routes[KEY]


def with_proxy(paths: Paths, line: str) -> list[Json] | None:
    """Docker knows a proxy that runs."""
    mount = {"Type": "bind", "Source": caddy.sockets(paths), "Destination": "/data", "RW": True}
    one = {"Id": "p", "Names": ["/docker-to-ec2-proxy"], "State": "running", "Labels": {"docker-to-ec2": "proxy"}, "Mounts": [mount]}
    return [one] if "/containers/json?all=1" in line else None


@pytest.fixture
def turn(tmp_path: Path) -> Iterator[Turn]:
    with ExitStack() as stack:
        old, new = (f"127.0.0.1:{stack.enter_context(node_server(SERVER.replace('PROTOCOL', name)))}" for name in ("http", "http2"))
        earlier, paths = route_of(free_port()), prepared(tmp_path)
        write(paths.route(KEY), routing.text(document(earlier)))
        name_live(paths, old)
        stack.enter_context(running(tmp_path, paths, routing.text(routing.render({KEY: earlier}))))
        docker = stack.enter_context(front(tmp_path, partial(with_proxy, paths)))
        run = stack.enter_context(logged(run_of(paths, docker, Bake(0, 20, 1))))
        yield Turn(run, earlier, earlier._replace(upstream="h2c"), old, new)


def switch(turn: Turn) -> None:
    with proxy.switching(turn.run, turn.route, turn.new):
        write(turn.run.paths.live(KEY), turn.new)


def test_a_cut_over_and_its_reversal_lose_no_request(turn: Turn) -> None:
    with Clients(turn.route.port) as clients:
        switch(turn)
        assert (turn.loaded(), stored(turn.run.paths, KEY)) == (turn.route, turn.route)
        clients.more()
        one = Attempt()
        one.baseline, one.earlier_route, one.cut_over = slot_at(turn.old, "old"), turn.earlier, True
        attempts.take_back(turn.run, one, Failure("bake-errors"))
        assert (turn.loaded(), stored(turn.run.paths, KEY)) == (turn.earlier, turn.earlier)
        assert read(turn.run.paths.live(KEY)) == turn.old
        clients.more()
    assert clients.lost == []


def test_keeps_the_earlier_route_if_the_address_cannot_be_written(turn: Turn) -> None:
    with Clients(turn.route.port) as clients:
        with pytest.raises(OSError, match="full"), proxy.switching(turn.run, turn.route, turn.new):
            raise OSError("full")
        assert turn.loaded() == turn.earlier
        clients.more()
    assert clients.lost == []


class Killed(BaseException):
    pass


def kill(turn: Turn, address: str) -> None:
    """A switch whose program is killed when this address is in the live file."""
    with pytest.raises(Killed), proxy.switching(turn.run, turn.route, turn.new):
        write(turn.run.paths.live(KEY), address)
        raise Killed


def test_restores_the_earlier_route_after_a_kill_before_the_cut_over(turn: Turn) -> None:
    kill(turn, turn.old)
    assert stored(turn.run.paths, KEY) == turn.earlier
    proxy.restore(turn.run, slot_at(turn.old))
    assert turn.loaded() == turn.earlier
    with Clients(turn.route.port) as clients:
        clients.more()
    assert clients.lost == []


def test_keeps_the_new_route_after_a_kill_if_the_new_slot_was_live(turn: Turn) -> None:
    """Whatever comes next: a deploy of another service, the boot of the host, the same order once more."""
    kill(turn, turn.new)
    assert stored(turn.run.paths, KEY) == turn.route
    other = route_of(free_port())
    with Clients(turn.route.port) as clients:
        reconcile.ensure(proxy.host_of(turn.run), "api.production", other)
        assert turn.loaded() == turn.route
        clients.more()
        proxy.repair_files(turn.run.paths)
        assert routing.routes_of(parsed(read(config_path(turn.run.paths)))) == {KEY: turn.route, "api.production": other}
        proxy.restore(turn.run, slot_at(turn.new))
        clients.more()
    assert (clients.lost, stored(turn.run.paths, KEY)) == ([], turn.route)


@pytest.mark.parametrize("boots", [True, False])
def test_a_later_slot_with_the_same_address_does_not_get_its_route(turn: Turn, boots: bool) -> None:
    kill(turn, turn.old)
    if boots:
        proxy.repair_files(turn.run.paths)
    ready.for_release(turn.run, turn.earlier, slot_at(turn.old))
    write(turn.run.paths.live(KEY), turn.new)
    assert stored(turn.run.paths, KEY) == turn.earlier


def test_a_removed_service_leaves_no_announcement(turn: Turn) -> None:
    kill(turn, turn.new)
    proxy.leave_out(turn.run)
    make_folders(turn.run.paths, KEY)
    write(turn.run.paths.live(KEY), turn.new)
    assert stored(turn.run.paths, KEY) is None


def test_a_full_disk_does_not_prevent_the_cut_over(turn: Turn) -> None:
    os.mkdir(f"{turn.run.paths.next_route(KEY)}.new")
    switch(turn)
    assert (turn.loaded(), stored(turn.run.paths, KEY)) == (turn.route, turn.route)


def test_keeps_the_route_of_a_serving_slot(turn: Turn) -> None:
    serving = slot_at(turn.old)
    assert ready.for_release(turn.run, turn.route, serving) is None
    assert turn.loaded() == turn.earlier
    assert ready.for_release(turn.run, turn.route, serving._replace(life=Life.OVER)) == turn.earlier
    assert turn.loaded() == turn.route


def test_refuses_an_impossible_route_before_creating_the_slot(turn: Turn) -> None:
    with socket.create_server(("", 0)) as held, pytest.raises(Failure, match="proxy-port-taken"):
        ready.for_release(turn.run, turn.route._replace(port=held.getsockname()[1]), slot_at(turn.old))
    assert turn.loaded() == turn.earlier


WORKER = "172.29.0.9"


def switch_to(turn: Turn, route: Reach, address: str) -> None:
    with proxy.switching(turn.run, route, address):
        write(turn.run.paths.live(KEY), address)


def routes(turn: Turn) -> Mapping[str, Route]:
    """The routes that the proxy has."""
    memory = caddy.loaded(turn.run.paths)
    assert memory is not None
    return memory.routes


def is_served(turn: Turn) -> bool:
    try:
        return ask(tcp("127.0.0.1", turn.earlier.port), "GET", "/").status == 200
    except Unreachable:
        return False


def test_a_service_becomes_a_worker_and_returns(turn: Turn) -> None:
    switch_to(turn, NoRoute.NONE, WORKER)
    assert (routes(turn), stored(turn.run.paths, KEY), is_served(turn)) == ({}, NoRoute.NONE, False)
    loaded = read(config_path(turn.run.paths))
    proxy.ensure(turn.run, NoRoute.NONE)
    switch_to(turn, NoRoute.NONE, "172.29.0.10")
    assert read(config_path(turn.run.paths)) == loaded, "the next worker needs no reload"
    assert ready.for_release(turn.run, turn.earlier, slot_at(WORKER)) is None
    assert routes(turn) == {}, "the worker stays live until the cut-over"
    switch_to(turn, turn.earlier, turn.old)
    assert (routes(turn), stored(turn.run.paths, KEY), is_served(turn)) == ({KEY: turn.earlier}, turn.earlier, True)


def test_a_route_comes_beside_a_worker_that_does_not_run(turn: Turn) -> None:
    switch_to(turn, NoRoute.NONE, WORKER)
    assert ready.for_release(turn.run, turn.earlier, slot_at(WORKER)._replace(life=Life.OVER)) is NoRoute.NONE
    proxy.put_back(turn.run, NoRoute.NONE)
    assert (routes(turn), stored(turn.run.paths, KEY)) == ({}, NoRoute.NONE)


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("boots", [False, True], ids=["order", "boot"])
def test_after_a_kill_the_live_slot_decides_whether_there_is_a_route(turn: Turn, late: bool, boots: bool) -> None:
    with pytest.raises(Killed), proxy.switching(turn.run, NoRoute.NONE, WORKER):
        write(turn.run.paths.live(KEY), WORKER if late else turn.old)
        raise Killed
    if boots:
        proxy.repair_files(turn.run.paths)
        assert list(routing.routes_of(parsed(read(config_path(turn.run.paths))))) == ([] if late else [KEY])
        proxy.repair(turn.run)
    else:
        proxy.restore(turn.run, slot_at(WORKER if late else turn.old))
    assert (list(routes(turn)), is_served(turn)) == (([], False) if late else ([KEY], True))


def test_a_failed_worker_gives_the_route_back(turn: Turn) -> None:
    switch_to(turn, NoRoute.NONE, WORKER)
    one = Attempt()
    one.baseline, one.earlier_route, one.cut_over = slot_at(turn.old, "old"), turn.earlier, True
    attempts.take_back(turn.run, one, Failure("exited"))
    assert (routes(turn), is_served(turn)) == ({KEY: turn.earlier}, True)
