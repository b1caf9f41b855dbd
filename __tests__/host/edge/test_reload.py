"""A port, a service or a route that comes, changes or goes, under load on a real Caddy: nobody else loses anything. `npm run bench` does the same
for longer."""

from __future__ import annotations

import hashlib
import socket
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, Clients, Load, name_live, node_server, prepared, route_of, running
from __tests__.host.support.netns_bed import own_network
from __tests__.host.support.patience import stretched, until
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, tcp_server
from host.checks import sockets
from host.edge import accepting, caddy
from host.edge.routes import routing
from host.model.release import Route
from host.state.files import read
from host.state.folders import make_folders

ANSWERS = """
import http from 'node:http'
import { createHash } from 'node:crypto'
const server = http.createServer((request, response) => {
  if (request.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const timer = setInterval(() => response.write(`data: ${Date.now()}\\n\\n`), 50)
    return response.on('close', () => clearInterval(timer))
  }
  const hash = createHash('sha256')
  request.on('data', (piece) => hash.update(piece)).on('end', () => response.end(request.url === '/upload' ? hash.digest('hex') : 'ok'))
})
server.on('upgrade', (request, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: echo\\r\\nConnection: Upgrade\\r\\n\\r\\n')
  socket.on('data', (piece) => socket.write(piece)).on('error', () => {})
})
server.listen(0, '127.0.0.1', 4096, () => console.log(server.address().port))
"""
UPLOAD = 200 << 20
PIECE = b"x" * (1 << 20)


def opened(port: int, head: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), 300)
    connection.sendall(f"{head}\r\nHost: x\r\n".encode())
    return connection


def beginning(connection: socket.socket) -> bytes:
    """What comes up to the end of the head."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = connection.recv(65536)
        assert piece, got
        got += piece
    return got


class Upload(threading.Thread):
    """200 MB that take as long as the rest of the test; `finish` lets them end, and gives the answer."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port, self.hurry, self.answer = port, threading.Event(), b""
        self.start()

    def run(self) -> None:
        with opened(self.port, "POST /upload HTTP/1.1") as connection:
            connection.sendall(f"Content-Length: {UPLOAD}\r\n\r\n".encode())
            for _ in range(UPLOAD // len(PIECE)):
                connection.sendall(PIECE)
                self.hurry.wait(0.1)
            self.answer = beginning(connection)

    def finish(self) -> bytes:
        self.hurry.set()
        self.join(stretched(120))
        return self.answer


def changes(port: int) -> list[dict[str, Route]]:
    """What the proxy is told in turn: `web` stays as it is, and the others come, change, move and go."""
    web = {KEY: route_of(port)}
    docs = route_of(port, path="/docs")
    return [
        {**web, "docs.production": docs},
        {**web, "docs.production": docs._replace(path="/documents", strip=True)},
        {**web, "docs.production": docs, "api.production": route_of(free_port())},
        {
            **web,
            "docs.production": docs._replace(domains=("docs.example.com",)),
            "api.production": route_of(port, path="/api", upstream="h2c"),
        },
        {**web, "api.production": route_of(port, path="/api", trusted=("10.0.0.0/8",))},
        web,
    ]


def test_changes_of_other_services_lose_no_request(tmp_path: Path) -> None:
    port, paths = free_port(), prepared(tmp_path)
    with ExitStack() as stack:
        application = stack.enter_context(node_server(ANSWERS))
        for key in (KEY, "docs.production", "api.production"):
            make_folders(paths, key)
            name_live(paths, f"127.0.0.1:{application}", key)
        stack.enter_context(running(tmp_path, paths, routing.text(routing.render({KEY: route_of(port)}))))
        events = stack.enter_context(opened(port, "GET /events HTTP/1.1"))
        events.sendall(b"\r\n")
        beginning(events)
        echo = stack.enter_context(opened(port, "GET /socket HTTP/1.1"))
        echo.sendall(b"Connection: Upgrade\r\nUpgrade: echo\r\n\r\n")
        assert beginning(echo).startswith(b"HTTP/1.1 101")
        upload = Upload(port)
        load = Load(port, stack)
        for generation, routes in enumerate(changes(port), 1):
            caddy.load(paths, routing.render(routes, generation % 2))
            echo.sendall(b"still here")
            assert echo.recv(100) == b"still here"
            assert b"data: " in events.recv(65536)
        lost = load.lost()
        assert upload.finish().endswith(hashlib.sha256(PIECE * (UPLOAD // len(PIECE))).hexdigest().encode())
        assert b"data: " in events.recv(65536)
    assert lost == []


def test_giving_a_port_to_another_proxy_and_back_loses_no_request(tmp_path: Path) -> None:
    """With the kernel's own setting: connections that wait for a socket are reset with it, if nothing is done."""
    with own_network(), ExitStack() as stack:
        port, paths = free_port(), prepared(tmp_path)
        name_live(paths, f"127.0.0.1:{stack.enter_context(node_server(ANSWERS))}")
        proxy = stack.enter_context(running(tmp_path, paths, routing.text(routing.render({KEY: route_of(port)}))))
        load = Load(port, stack)
        for turn in range(1, 9):
            external = turn % 2 == 1
            caddy.load(paths, routing.render({KEY: route_of(port, external=external)}, turn % 2))
            assert (port in sockets.listening(proxy.process.pid).public) is not external
        lost = load.lost()
        setting = read(accepting.MIGRATE)
    assert (lost, setting) == ([], "0\n")


def test_a_port_in_use_on_another_address_stays_unchanged(tmp_path: Path) -> None:
    port, paths = free_port(), prepared(tmp_path)
    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(node_server(ANSWERS))}")
        config = routing.text(routing.render({KEY: route_of(port, external=True)}))
        pid = stack.enter_context(running(tmp_path, paths, config)).process.pid
        before = sockets.held_by(pid)
        stack.enter_context(socket.create_server(("127.0.0.2", port)))
        with Clients(port) as kept:
            with pytest.raises(caddy.Refused, match="address already in use"):
                caddy.load(paths, routing.render({KEY: route_of(port)}, 1))
            kept.more()
        assert (kept.lost, sockets.held_by(pid)) == ([], before)


@pytest.mark.usefixtures("ending_takes_its_time")
def test_new_connections_get_the_new_configuration(tmp_path: Path) -> None:
    """Though servers of the one before are there for a while. What they have accepted and read nothing from would be lost at their end."""
    port, paths = free_port(), prepared(tmp_path)
    routes = {KEY: route_of(port)}
    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(node_server(ANSWERS))}")
        pid = stack.enter_context(running(tmp_path, paths, routing.text(routing.render(routes)))).process.pid
        early = stack.enter_context(socket.create_connection(("127.0.0.1", port), 60))
        old = sockets.held_by(pid)
        loading = threading.Thread(target=caddy.load, args=(paths, routing.render({**routes, "api.production": route_of(free_port())}, 1)))
        loading.start()
        until(lambda: old.isdisjoint(sockets.held_by(pid)))
        assert loading.is_alive()
        asked(early, "/")
        told = [beginning(early)]
        for late in (stack.enter_context(socket.create_connection(("127.0.0.1", port), 60)) for _ in range(20)):
            asked(late, "/")
            told.append(beginning(late))
        assert loading.is_alive()
        loading.join()
    assert [b"\r\nConnection: close\r\n" in answer for answer in told] == [True, *([False] * 20)]


def asked(connection: socket.socket, path: str) -> None:
    connection.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".encode())


@pytest.mark.usefixtures("ending_takes_its_time")
def test_keeps_connections_open_and_asks_clients_to_reconnect(tmp_path: Path) -> None:
    """One that is idle when the configuration is loaded, and one whose request came before and is answered after that."""
    port, paths = free_port(), prepared(tmp_path)
    routes = {KEY: route_of(port)}
    slow, go = threading.Event(), threading.Event()

    def application(connection: socket.socket) -> None:
        if b" /slow " in request_of(connection):
            slow.set()
            go.wait(300)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")

    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(tcp_server(application))}")
        pid = stack.enter_context(running(tmp_path, paths, routing.text(routing.render(routes)))).process.pid
        idle, busy = (stack.enter_context(socket.create_connection(("127.0.0.1", port), 60)) for _ in range(2))
        asked(idle, "/")
        assert b"close" not in beginning(idle)
        asked(busy, "/slow")
        assert slow.wait(300)
        old = sockets.held_by(pid)
        loading = threading.Thread(target=caddy.load, args=(paths, routing.render({**routes, "api.production": route_of(free_port())}, 1)))
        loading.start()
        until(lambda: old.isdisjoint(sockets.held_by(pid)))
        go.set()
        told = beginning(busy)
        asked(idle, "/")
        answers = [told, beginning(idle)]
        loading.join()
    assert [answer.startswith(b"HTTP/1.1 200 OK\r\n") and b"\r\nConnection: close\r\n" in answer for answer in answers] == [True, True]
