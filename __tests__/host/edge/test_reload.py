"""A port, a service or a route that comes, changes or goes, under load on a real Caddy: nobody else loses anything. `npm run bench` does the same
for longer."""

from __future__ import annotations

import hashlib
import json
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from __tests__.host.support.caddy_bed import KEY, ROOT, free_port, name_live, node, node_server, prepared, route_of, running
from host.edge import caddy
from host.edge.routes import routing
from host.model.release import Route
from host.state import make_folders

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


@contextmanager
def clients(port: int) -> Iterator[subprocess.Popen[str]]:
    """32 clients that POST as fast as they can, until their input is closed."""
    command = [node(), "local/load/post-clients.ts", json.dumps({"port": port, "connections": 32, "pause": 3})]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield process


def opened(port: int, head: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), 30)
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
        self.join(60)
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


def test_whatever_is_changed_beside_it_costs_a_service_nothing(tmp_path: Path) -> None:
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
        load = stack.enter_context(clients(port))
        for generation, routes in enumerate(changes(port), 1):
            caddy.load(paths, routing.render(routes, generation % 2))
            echo.sendall(b"still here")
            assert echo.recv(100) == b"still here"
            assert b"data: " in events.recv(65536)
        assert load.stdin
        load.stdin.close()
        assert load.stdout
        report = json.loads(load.stdout.read())
        assert upload.finish().endswith(hashlib.sha256(PIECE * (UPLOAD // len(PIECE))).hexdigest().encode())
        assert b"data: " in events.recv(65536)
    assert (report["lost"], report["words"]) == (0, [])
    assert report["answered"] > 1000


SLOW = """
import http from 'node:http'
const server = http.createServer((request, response) => setTimeout(() => response.end('ok'), request.url === '/slow' ? 1000 : 0))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
"""


def asked(connection: socket.socket, path: str) -> None:
    connection.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".encode())


def test_connections_are_not_closed_but_asked_to_come_again(tmp_path: Path) -> None:
    """One that is idle when the configuration is loaded, and one whose request came before and is answered after that."""
    port, paths = free_port(), prepared(tmp_path)
    routes = {KEY: route_of(port)}
    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(node_server(SLOW))}")
        stack.enter_context(running(tmp_path, paths, routing.text(routing.render(routes))))
        idle, busy = (stack.enter_context(socket.create_connection(("127.0.0.1", port), 10)) for _ in range(2))
        asked(idle, "/")
        assert b"close" not in beginning(idle)
        asked(busy, "/slow")
        loading = threading.Thread(target=caddy.load, args=(paths, routing.render({**routes, "api.production": route_of(free_port())}, 1)))
        loading.start()
        told = beginning(busy)
        asked(idle, "/")
        answers = [told, beginning(idle)]
        loading.join()
    assert [answer.startswith(b"HTTP/1.1 200 OK\r\n") and b"\r\nConnection: close\r\n" in answer for answer in answers] == [True, True]
