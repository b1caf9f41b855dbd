"""A real nginx, configured as docs/guides/serve/beside-nginx.md says, before a real Caddy that has no other visitors."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

import pytest

from __tests__.host.edge.test_shared_port import telling
from __tests__.host.support.caddy_bed import KEY, ROOT, Clients, Proxy, name_live, prepared, route_of, running
from __tests__.host.support.nginx_bed import nginx, secured, visit
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, tcp_server
from host.checks import sockets
from host.edge import caddy
from host.edge.routes import routing
from host.http.http1 import ask
from host.state.folders import make_folders

NAME = "shop.example.com"
GUIDE = ROOT / "docs/guides/serve/beside-nginx.md"
ROUTE = route_of(free_port(), domains=(NAME,), external=True, trusted=("127.0.0.1/32",))
LATER = route_of(ROUTE.port, domains=("later.example.com",), external=True)
VISITOR = "127.0.0.9"


class Front(NamedTuple):
    """The ports of nginx, and the Caddy behind it."""

    plain: int
    secure: int
    proxy: Proxy


def configured(plain: int, secure: int) -> str:
    """The guide's configuration with other ports."""
    found = re.search(r"```nginx\n(.*?)```", GUIDE.read_text(), re.S)
    assert found
    site = found[1].replace("listen 80;", f"listen {plain};").replace("listen 443 ssl;", f"listen {secure} ssl;")
    return site.replace("127.0.0.1:8081", f"127.0.0.1:{ROUTE.port}")


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder, (plain, secure) = tmp_path_factory.mktemp("front"), (free_port(), free_port())
    paths = prepared(folder)
    make_folders(paths, KEY)
    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(tcp_server(telling('one')))}")
        proxy = stack.enter_context(running(folder, paths, routing.text(routing.render({KEY: ROUTE}))))
        stack.enter_context(nginx(folder / "nginx", configured(plain, secure), secure))
        yield Front(plain, secure, proxy)


def test_the_application_gets_the_visitors_real_address_and_no_forged_one(front: Front) -> None:
    claims = {"X-Forwarded-For": "6.6.6.6", "X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "lie", "X-Docker-To-Ec2-Readback": "1"}
    answer = visit(front.secure, NAME, "/a?b=c", source=VISITOR, headers=claims)
    told = json.loads(answer.body)
    seen = {name: told["headers"].get(name) for name in ("Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host")}
    assert (told["line"], seen) == (
        "GET /a?b=c HTTP/1.1",
        {"Host": NAME, "X-Forwarded-For": VISITOR, "X-Forwarded-Proto": "https", "X-Forwarded-Host": NAME},
    )
    assert "x-docker-to-ec2-upstream" not in answer.headers


def test_redirects_http_to_https(front: Front) -> None:
    def dial(seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", front.plain), seconds)

    answer = ask(dial, "GET", "/a?b=c", host=NAME)
    assert (answer.status, answer.headers["location"]) == (308, f"https://{NAME}/a?b=c")


def test_nobody_else_can_connect(front: Front) -> None:
    listening = sockets.listening(front.proxy.process.pid)
    assert ROUTE.port in listening.loopback
    assert ROUTE.port not in listening.public


def test_passes_a_websocket(front: Front) -> None:
    def echoing(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        while piece := connection.recv(100):
            connection.sendall(piece)

    with tcp_server(echoing) as port, secured(socket.create_connection(("127.0.0.1", front.secure), 10), NAME) as connection:
        name_live(front.proxy.paths, f"127.0.0.1:{port}")
        connection.sendall(f"GET / HTTP/1.1\r\nHost: {NAME}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(1000)
        connection.sendall(b"hello")
        with connection.makefile("rb") as answers:
            said = answers.read(5)
        assert (head.split(b"\r\n")[0], said) == (b"HTTP/1.1 101 Switching Protocols", b"hello")


def test_cut_overs_and_changed_routes_lose_no_request(front: Front) -> None:
    paths = front.proxy.paths
    with tcp_server(telling("one")) as one, tcp_server(telling("two")) as two:
        name_live(paths, f"127.0.0.1:{one}")
        with Clients(front.secure, name=NAME, wrap=lambda one: secured(one, NAME)) as clients:
            for turn in range(6):
                clients.more(100)
                name_live(paths, f"127.0.0.1:{(two, one)[turn % 2]}")
                clients.more(100)
                routes = {KEY: ROUTE, "later.production": LATER} if turn % 2 == 0 else {KEY: ROUTE}
                caddy.load(paths, routing.render(routes, 1 - turn % 2))
            clients.more(100)
    assert (clients.lost, clients.answered > 1200) == ([], True)


def test_opening_and_closing_a_service_to_others_loses_no_request(front: Front) -> None:
    paths = front.proxy.paths
    with tcp_server(telling("one")) as one:
        name_live(paths, f"127.0.0.1:{one}")
        with Clients(front.secure, name=NAME, wrap=lambda one: secured(one, NAME)) as clients:
            for turn in range(4):
                caddy.load(paths, routing.render({KEY: ROUTE._replace(external=turn % 2 == 1)}, 1 - turn % 2))
                clients.more(100)
    assert (clients.lost, clients.answered > 400) == ([], True)
