"""Connections that were upgraded, such as WebSockets, while the proxy gets another configuration."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, name_live, prepared, route_of, running
from __tests__.host.support.patience import stretched
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, tcp_server
from host.edge import caddy
from host.edge.routes import handlers, routing

UPGRADE = b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"


def echo(connection: socket.socket) -> None:
    request_of(connection)
    connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
    while said := connection.recv(100):
        connection.sendall(said)


@pytest.mark.parametrize(("delay", "goes_on"), [("1s", False), (handlers.UPGRADED, True)])
def test_a_websocket_survives_a_change_of_another_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, delay: str, goes_on: bool
) -> None:
    monkeypatch.setattr(handlers, "UPGRADED", delay)
    routes, paths = {KEY: route_of(free_port())}, prepared(tmp_path)
    with tcp_server(echo) as application, running(tmp_path, paths, routing.text(routing.render(routes))):
        name_live(paths, f"127.0.0.1:{application}")
        with socket.create_connection(("127.0.0.1", routes[KEY].port), 60) as client:
            client.sendall(UPGRADE)
            while b"\r\n\r\n" not in client.recv(1000):
                pass
            caddy.load(paths, routing.render({**routes, "api.production": route_of(free_port())}, 1))
            assert echoes_for(client, 3 if goes_on else stretched(60)) == goes_on


def echoes_for(client: socket.socket, seconds: float) -> bool:
    """Whether what is said comes back all the time."""
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            client.sendall(b"a")
            if client.recv(1) != b"a":
                return False
            time.sleep(0.1)
    except OSError:
        return False
    return True
