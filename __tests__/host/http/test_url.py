"""Proxies on the way to AWS."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping

import pytest

from __tests__.host.support.raw_server import request_of, tcp_server
from host.http.dial import Unreachable
from host.http.url import Server, endpoint, proxy_for, server_of, tunnel


@pytest.mark.parametrize(
    ("env", "proxy"),
    [
        ({}, ""),
        ({"HTTPS_PROXY": "http://p:3128"}, "http://p:3128"),
        ({"https_proxy": "http://p:3128"}, "http://p:3128"),
        ({"https_proxy": "p:3128"}, "http://p:3128"),
        ({"HTTP_PROXY": "http://p:3128"}, ""),
        ({"https_proxy": "http://p:1", "NO_PROXY": "*"}, ""),
        ({"https_proxy": "http://p:1", "NO_PROXY": "localhost,.amazonaws.com"}, ""),
        ({"https_proxy": "http://p:1", "no_proxy": "amazonaws.com"}, ""),
        ({"https_proxy": "http://p:1", "no_proxy": "ssm.eu-central-1.amazonaws.com"}, ""),
        ({"https_proxy": "http://p:1", "no_proxy": "zonaws.com, 10.0.0.0/8"}, "http://p:1"),
        ({"https_proxy": "http://p:1", "no_proxy": ""}, "http://p:1"),
    ],
)
def test_chooses_the_proxy_for_a_host(env: Mapping[str, str], proxy: str) -> None:
    assert proxy_for("ssm.eu-central-1.amazonaws.com", env) == proxy


def test_sends_the_proxys_login_only_to_the_proxy() -> None:
    assert server_of("http://me:p%40ss@p:3128/") == Server("http", "p", 3128, "me:p%40ss")
    with pytest.raises(ValueError, match="login") as failure:
        endpoint("https://me:secret@a")
    assert "secret" not in str(failure.value)


def test_opens_a_tunnel_to_the_server() -> None:
    heads = []

    def talk(connection: socket.socket) -> None:
        heads.append(request_of(connection))
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        connection.sendall(connection.recv(10).upper())

    with tcp_server(talk) as port:
        dial = tunnel(Server("http", "127.0.0.1", port, "me:p%40ss"), Server("https", "ssm.example", 443, ""))
        with dial(5) as connection:
            connection.sendall(b"hello")
            assert connection.recv(10) == b"HELLO"
    assert heads == [b"CONNECT ssm.example:443 HTTP/1.1\r\nHost: ssm.example:443\r\nProxy-Authorization: Basic bWU6cEBzcw==\r\n\r\n"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 503 No\r\n\r\n", "unreachable"),
        (b"", "closed"),
        (b"SSH-2.0\r\n", "protocol"),
    ],
)
def test_reports_a_proxy_that_refuses(said: bytes, kind: str) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(said)

    with tcp_server(talk) as port, pytest.raises(Unreachable) as failure:
        tunnel(Server("http", "127.0.0.1", port, ""), Server("https", "ssm.example", 443, ""))(5)
    assert failure.value.kind == kind


def test_https_goes_through_the_proxy_and_http_does_not() -> None:
    asked = threading.Event()

    def talk(connection: socket.socket) -> None:
        if request_of(connection).startswith(b"CONNECT ssm.example:443"):
            asked.set()

    with tcp_server(talk) as port:
        env = {"https_proxy": f"http://127.0.0.1:{port}", "http_proxy": f"http://127.0.0.1:{port}"}
        with pytest.raises(Unreachable):
            endpoint("https://ssm.example", env)(5)
        assert asked.is_set()
        with endpoint(f"http://127.0.0.1:{port}", env)(5) as connection:
            assert connection.getpeername()[1] == port
