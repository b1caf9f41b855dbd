"""Uploads that a visitor breaks off, on a real Caddy: no release is judged by them. What an application breaks off is its error."""

from __future__ import annotations

import asyncio
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Callable, NamedTuple

import pytest

from __tests__.host.edge.test_https import _shakes_hands
from __tests__.host.edge.test_shared_port import counted
from __tests__.host.support.caddy_bed import KEY, Proxy, name_live, node, prepared, route_of, running
from __tests__.host.support.http3 import http3
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import Talk, request_of, tcp_server
from host.edge.routes import routing
from host.model.tls import Tls
from host.state.files import write_volatile

NAME = "shop.example.com"
HTTP, HTTPS = free_port(), free_port()
HEAD = f"POST / HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 1000\r\n\r\n".encode()
CHUNKED = f"POST / HTTP/1.1\r\nHost: {NAME}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: the end of a connection is a reset."""


class Bed(NamedTuple):
    proxy: Proxy
    arrived: list[bytes]
    """What came to the application."""


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bed]:
    folder = tmp_path_factory.mktemp("broken")
    paths = prepared(folder)
    arrived: list[bytes] = []

    def reading(connection: socket.socket) -> None:
        while more := connection.recv(65536):
            arrived.append(more)

    route = route_of(HTTP, domains=(NAME,), tls=Tls("internal", HTTPS, redirect=False))
    with ExitStack() as stack:
        upstream = stack.enter_context(tcp_server(reading))
        for address in (paths.live(KEY), paths.canary_address(KEY)):
            write_volatile(address, f"127.0.0.1:{upstream}")
        write_volatile(paths.split(KEY), "0")
        one = stack.enter_context(running(folder, paths, routing.text(routing.render({KEY: route}))))
        until(lambda: _shakes_hands(NAME, HTTPS))
        yield Bed(one, arrived)


def by_http1(head: bytes, body: bytes, end: Callable[[socket.socket], object]) -> Callable[[Bed], None]:
    def breaks_off(bed: Bed) -> None:
        with socket.create_connection(("127.0.0.1", HTTP), 60) as connection:
            connection.sendall(head + body)
            until(lambda: b"POST /" in b"".join(bed.arrived))
            end(connection)

    return breaks_off


HTTP2 = f"""
import http2 from 'node:http2'
const lookup = (name, options, done) => done(null, [{{ address: '127.0.0.1', family: 4 }}])
const session = http2.connect('https://{NAME}:{HTTPS}', {{ rejectUnauthorized: false, lookup }})
session.on('error', () => process.exit())
const request = session.request({{ ':method': 'POST', ':authority': '{NAME}', 'content-length': '1000' }})
request.on('error', () => {{}}).on('close', () => process.exit())
request.write('abc')
process.stdin.once('data', () => HOW)
"""


def by_http2(how: str) -> Callable[[Bed], None]:
    def breaks_off(bed: Bed) -> None:
        command = [node(), "--input-type=module", "-e", HTTP2.replace("HOW", how)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            until(lambda: b"POST /" in b"".join(bed.arrived))
            process.communicate(b"now")
        assert process.returncode == 0

    return breaks_off


def by_http3(how: str) -> Callable[[Bed], None]:
    async def begin(bed: Bed) -> None:
        async with http3(HTTPS, NAME) as client:
            stream = client.begin("POST", NAME, {"content-length": "1000"})
            client.send(stream, b"abc", end=how == "short")
            await asyncio.to_thread(until, lambda: b"POST /" in b"".join(bed.arrived))
            if how == "reset":
                client.reset(stream)

    return lambda bed: asyncio.run(begin(bed))


WAYS = {
    "http1-closed": by_http1(HEAD, b"abc", socket.socket.close),
    "http1-reset": by_http1(HEAD, b"abc", lambda one: one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)),
    "http1-half-closed": by_http1(HEAD, b"abc", lambda one: one.shutdown(socket.SHUT_WR)),
    "http1-chunks-closed": by_http1(CHUNKED, b"3\r\nabc\r\n", socket.socket.close),
    "http1-chunks-reset": by_http1(CHUNKED, b"3\r\nabc\r\n", lambda one: one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)),
    "http1-no-chunk": by_http1(CHUNKED, b"3\r\nabc\r\n", lambda one: one.sendall(b"zz\r\n")),
    "http1-endless-chunk": by_http1(CHUNKED, b"3\r\nabc\r\n", lambda one: one.sendall(b"3\r\nabcdefgh")),
    "http1-too-long-chunk": by_http1(CHUNKED, b"3\r\nabc\r\n", lambda one: one.sendall(b"f" * 17 + b"\r\n")),
    "http2-short": by_http2("request.end()"),
    "http2-cancelled": by_http2("request.close(8)"),
    "http2-failed": by_http2("request.close(2)"),
    "http2-gone": by_http2("session.destroy()"),
    "http3-short": by_http3("short"),
    "http3-reset": by_http3("reset"),
    "http3-gone": by_http3("gone"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_request_that_the_visitor_aborts_does_not_count_as_an_error(bed: Bed, way: str) -> None:
    before = counted(bed.proxy, KEY)
    bed.arrived.clear()
    WAYS[way](bed)
    until(lambda: counted(bed.proxy, KEY)[0] == before[0] + 1)
    assert counted(bed.proxy, KEY)[1] == before[1]


def dropping(connection: socket.socket) -> None:
    request_of(connection)


def resetting(connection: socket.socket) -> None:
    request_of(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def stammering(connection: socket.socket) -> None:
    request_of(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le")


def closing_early(connection: socket.socket) -> None:
    connection.recv(10)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


@pytest.mark.parametrize("length", [5, 1_000_000])
@pytest.mark.parametrize("chunked", [True, False])
@pytest.mark.parametrize("application", [dropping, resetting, stammering, closing_early, None])
def test_a_response_that_the_application_aborts_counts_as_an_error(bed: Bed, application: Talk | None, chunked: bool, length: int) -> None:
    before = counted(bed.proxy, KEY)
    body = b"x" * length
    sent = CHUNKED + b"%x\r\n%b\r\n0\r\n\r\n" % (length, body) if chunked else HEAD.replace(b"1000", b"%d" % length) + body
    with ExitStack() as stack:
        upstream = stack.enter_context(tcp_server(application)) if application else 1
        name_live(bed.proxy.paths, f"127.0.0.1:{upstream}")
        connection = stack.enter_context(socket.create_connection(("127.0.0.1", HTTP), 60))
        with suppress(OSError):
            connection.sendall(sent)
        assert connection.recv(12) == b"HTTP/1.1 502"
    until(lambda: counted(bed.proxy, KEY)[0] == before[0] + 1)
    assert counted(bed.proxy, KEY)[1] == before[1] + 1
