"""The race between a reload and a request, held still: a part of the request has come when the configuration changes, and the rest comes while
the servers of the old one end. Go closes such a connection as an idle one unless the server has a delay."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Callable, NamedTuple

import pytest

from __tests__.host.support.caddy_bed import KEY, name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, tcp_server
from host import docker
from host.edge import caddy, reconcile
from host.edge.container.proxies import Host
from host.edge.routes import routing
from host.model.json import Json
from host.model.order import ProxyPlan
from host.model.release import Route
from host.state.folders import make_folders
from host.state.paths import Paths

REQUEST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
PARTS = (b"", REQUEST[:1], REQUEST[:9], REQUEST[:-9], REQUEST[:-5], REQUEST[:-2])
"""What has come of a request: nothing, one byte, a part of the head, all but the end of it, the head, a part of the body."""
OTHERS = ("docs.production", "api.production", "new.production")


class Change(NamedTuple):
    """A service, and the route that it is given; None: it goes."""

    key: str
    route: Route | None


WEB, API = route_of(free_port()), route_of(free_port())
DOCS = WEB._replace(path="/docs")
BEFORE = {KEY: WEB, "docs.production": DOCS, "api.production": API}
CHANGES = {
    "a service comes on the same port": Change("new.production", WEB._replace(path="/new")),
    "a port comes": Change("new.production", route_of(free_port())),
    "a route changes": Change("docs.production", DOCS._replace(domains=("docs.example.com",), strip=True)),
    "its own route changes": Change(KEY, WEB._replace(trusted=("10.0.0.0/8",))),
    "its port speaks another protocol": Change("docs.production", DOCS._replace(upstream="h2c")),
    "a service moves to another port": Change("docs.production", route_of(free_port())),
    "a service goes": Change("docs.production", None),
    "a port goes": Change("api.production", None),
}


def application(connection: socket.socket) -> None:
    assert request_of(connection).endswith(b"hello")
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")


@contextmanager
def serving(folder: Path, config: Json) -> Iterator[Paths]:
    """A Caddy with this configuration, and an application for all services."""
    paths = prepared(folder)
    with tcp_server(application) as port:
        for key in (KEY, *OTHERS):
            make_folders(paths, key)
            name_live(paths, f"127.0.0.1:{port}", key)
        with running(folder, paths, routing.text(config)):
            yield paths


def answer(connection: socket.socket) -> bytes:
    """A whole answer; less where the connection ends."""
    got = b""
    try:
        while not got.endswith(b"\r\n\r\nok") and (piece := connection.recv(65536)):
            got += piece
    except ConnectionResetError:
        return b""
    return got


def kept(port: int) -> socket.socket:
    """A connection that has had an answer, and is kept for another one."""
    connection = socket.create_connection(("127.0.0.1", port), 60)
    connection.sendall(REQUEST)
    assert answer(connection).startswith(b"HTTP/1.1 200 ")
    return connection


def sent(connection: socket.socket, part: bytes) -> None:
    try:
        connection.sendall(part)
    except (BrokenPipeError, ConnectionResetError):
        return


def wait_for_the_end(watch: socket.socket, began: float) -> float:
    """Until the servers of the old configuration end, of which a connection is told, or which it does not survive. Returns when they did not yet."""
    before = now = began
    while True:
        sent(watch, REQUEST)
        if b"\r\nConnection: close\r\n" in (told := answer(watch)) or not told:
            return before
        before, now = now, time.monotonic()


class Told(NamedTuple):
    """What requests got that were sent in part before a change, by that part; and within how many seconds of the old servers' end."""

    answers: Mapping[bytes, bytes]
    took: float


def answers_over(change: threading.Thread, port: int) -> Told:
    with ExitStack() as stack:
        held = {part: stack.enter_context(kept(port)) for part in PARTS}
        watch = stack.enter_context(kept(port))
        for part, connection in held.items():
            connection.sendall(part)
        began = time.monotonic()
        change.start()
        began = wait_for_the_end(watch, began)
        for part, connection in held.items():
            sent(connection, REQUEST[len(part) :])
        got = {part: answer(connection).partition(b"\r\n")[0] for part, connection in held.items()}
        took = time.monotonic() - began
        change.join()
    return Told(got, took)


DELAYS = (2, 10, 60)
"""Seconds for which ending servers answer. A machine that is too busy to send and answer the rest within them proves nothing: it gets more."""


class Seen(NamedTuple):
    """The answers, in the order of the parts, and the configuration after the change."""

    answers: tuple[bytes, ...]
    after: caddy.Loaded | None


def seen_over(folder: Path, before: Callable[[], Json], change: Callable[[Paths], object]) -> Seen:
    """What comes of requests in flight over a change of this configuration."""
    for delay in DELAYS:
        own = folder / str(delay)
        own.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(routing, "SHUTDOWN_DELAY", f"{delay}s")
            with serving(own, before()) as paths:
                told = answers_over(threading.Thread(target=change, args=(paths,)), WEB.port)
                seen = Seen(tuple(told.answers[part] for part in PARTS), caddy.loaded(paths))
        if told.took < delay:
            break
    return seen


WHOLE = b"HTTP/1.1 200 OK"


@pytest.mark.parametrize("change", [pytest.param(change, id=name) for name, change in CHANGES.items()])
def test_answers_a_request_that_is_in_flight(docker: docker.Docker, tmp_path: Path, change: Change) -> None:
    def act(paths: Paths) -> None:
        host = Host(docker, paths, ProxyPlan("", ""), lambda _: None, print)
        if change.route:
            reconcile.ensure(host, change.key, change.route)
        else:
            reconcile.leave_out(paths, change.key)

    answers, after = seen_over(tmp_path, lambda: routing.render(BEFORE), act)
    assert answers == (WHOLE,) * len(PARTS)
    assert after and (after.routes.get(change.key), after.generation) == (change.route, 1)


CHANGED = {**BEFORE, "new.production": WEB._replace(path="/new")}
STAYS, GOES, COMES = (f"127.0.0.1:{free_port()}" for _ in range(3))


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        pytest.param((), (), 4, id="a plain reload"),
        pytest.param((STAYS,), (STAYS,), 4, id="all listeners stay"),
        pytest.param((GOES,), (COMES,), 0, id="a listener ends"),
    ],
)
def test_a_server_waits_for_requests_in_flight_only_if_it_loses_a_listener(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...], lost: int
) -> None:
    """What the sockets of a generation are for. These are TCP ports, which Caddy counts; of a Unix socket it does not notice that it stays, which
    is nothing to build on."""
    seen = seen_over(tmp_path, lambda: listening_on(BEFORE, before), lambda paths: caddy.load(paths, listening_on(CHANGED, after)))
    assert seen.answers == (b"",) * lost + (WHOLE,) * (len(PARTS) - lost)


def listening_on(routes: Mapping[str, Route], more: tuple[str, ...]) -> Json:
    """The configuration of these routes, whose server for `WEB` has these listeners in place of a generation's."""
    config = routing.render(routes)
    servers = config["apps"]["http"]["servers"]
    for port, server in servers.items():
        server["listen"] = [f":{port}", *(more if port == str(WEB.port) else ())]
    return config
