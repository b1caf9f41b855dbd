"""The race between a reload and a request, held still: a part of the request has come when the configuration changes, and the rest comes while
the servers of the old one end. Go closes such a connection as an idle one unless the server has a delay."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

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


pytestmark = pytest.mark.usefixtures("ending_takes_its_time")


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


def wait_for_the_end(watch: socket.socket) -> None:
    """Until the servers of the old configuration end, of which a connection is told, or which it does not survive."""
    while True:
        sent(watch, REQUEST)
        if b"\r\nConnection: close\r\n" in (told := answer(watch)) or not told:
            return


def answers_over(change: threading.Thread, port: int) -> Mapping[bytes, bytes]:
    """What requests get that were sent in part before a change, by that part."""
    with ExitStack() as stack:
        held = {part: stack.enter_context(kept(port)) for part in PARTS}
        watch = stack.enter_context(kept(port))
        for part, connection in held.items():
            connection.sendall(part)
        change.start()
        wait_for_the_end(watch)
        for part, connection in held.items():
            sent(connection, REQUEST[len(part) :])
        got = {part: answer(connection).partition(b"\r\n")[0] for part, connection in held.items()}
        change.join()
    return got


WHOLE = dict.fromkeys(PARTS, b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("change", [pytest.param(change, id=name) for name, change in CHANGES.items()])
def test_answers_a_request_that_is_in_flight(docker: docker.Docker, tmp_path: Path, change: Change) -> None:
    with serving(tmp_path, routing.render(BEFORE)) as paths:
        host = Host(docker, paths, ProxyPlan("", ""), lambda _: None, print)
        act = lambda: reconcile.ensure(host, change.key, change.route) if change.route else reconcile.leave_out(paths, change.key)  # noqa: E731
        assert answers_over(threading.Thread(target=act), WEB.port) == WHOLE
        after = caddy.loaded(paths)
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
    with serving(tmp_path, listening_on(BEFORE, before)) as paths:
        plain = threading.Thread(target=caddy.load, args=(paths, listening_on(CHANGED, after)))
        got = answers_over(plain, WEB.port)
    assert list(got.values()) == [b""] * lost + [b"HTTP/1.1 200 OK"] * (len(PARTS) - lost)


def listening_on(routes: Mapping[str, Route], more: tuple[str, ...]) -> Json:
    """The configuration of these routes, whose server for `WEB` has these listeners in place of a generation's."""
    config = routing.render(routes)
    servers = config["apps"]["http"]["servers"]
    for port, server in servers.items():
        server["listen"] = [f":{port}", *(more if port == str(WEB.port) else ())]
    return config
