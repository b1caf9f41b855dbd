"""From a real Caddy to applications: those that are gone, those that close connections which are idle, and those that speak something else."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, name_live, node, node_server, prepared, route_of, running
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, saying, tcp_server
from host.checks.probe import probe
from host.edge import traffic
from host.edge.routes import routing
from host.http.dial import tcp
from host.http.http1 import ask
from host.model.release import Health
from host.state.files import write_volatile
from host.state.folders import make_folders

AS_ON_A_HOST = True
LIVE = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlive"
CANARY = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncanary"


@contextmanager
def nobody() -> Iterator[str]:
    """An address that does not answer, as that of a container which is gone: what listens there has no room for another connection."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        try:
            yield f"127.0.0.1:{port}"
        finally:
            for one in waiting:
                one.close()


@pytest.mark.parametrize(
    "headers",
    [{"X-Canary": "always"}, {"Cookie": "docker-to-ec2-canary=00000000"}],
    ids=["asked for by the header", "drawn by the cookie"],
)
def test_requests_for_a_missing_canary_go_to_the_live_slot_at_once(tmp_path: Path, headers: dict[str, str]) -> None:
    route, paths = route_of(free_port()), prepared(tmp_path)
    took: list[float] = []
    with nobody() as gone, tcp_server(saying(LIVE)) as live, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, f"127.0.0.1:{live}")
        write_volatile(paths.canary_address(KEY), gone)
        write_volatile(paths.split(KEY), "80000000")

        def has_asked_the_canary_and_spared_others_that() -> bool:
            began = time.monotonic()
            answer = ask(tcp("127.0.0.1", route.port), "POST", "/", headers=headers, body=b"x")
            took.append(time.monotonic() - began)
            assert (answer.status, answer.body) == (200, b"live")
            return any(DIAL <= one < 1 for one in took) and sum(one < DIAL for one in took) >= 6

        until(has_asked_the_canary_and_spared_others_that)
    assert took[0] >= DIAL


DIAL = 0.06
"""Seconds for which the proxy waits for a canary to accept a connection: who asks it needs so many at least."""


def test_a_returning_canary_gets_its_share_again(tmp_path: Path) -> None:
    route, paths = route_of(free_port()), prepared(tmp_path)
    with tcp_server(saying(LIVE)) as live, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, f"127.0.0.1:{live}")
        write_volatile(paths.split(KEY), "80000000")

        def served() -> bytes:
            return ask(tcp("127.0.0.1", route.port), "GET", "/", headers={"X-Canary": "always"}).body

        write_volatile(paths.canary_address(KEY), "127.0.0.1:1")
        assert served() == b"live"
        with tcp_server(saying(CANARY)) as canary:
            write_volatile(paths.canary_address(KEY), f"127.0.0.1:{canary}")
            until(lambda: served() == b"canary")


def test_holds_a_request_until_another_live_slot_is_named(tmp_path: Path) -> None:
    route, paths = route_of(free_port()), prepared(tmp_path)
    with nobody() as gone, tcp_server(saying(LIVE)) as live, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, gone)

        async def visit() -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", route.port)
            writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")
            await asyncio.sleep(0.5)
            name_live(paths, f"127.0.0.1:{live}")
            answer = await reader.read()
            writer.close()
            return answer

        assert asyncio.run(visit()).endswith(b"live")


IDLING = """
import http from 'node:http'
const ports = []
for (const settings of SETTINGS) {
  const server = http.createServer((request, response) => request.on('data', () => {}).on('end', () => response.end('ok')))
  Object.assign(server, settings)
  await new Promise((listens) => server.listen(0, '127.0.0.1', 4096, listens))
  ports.push(server.address().port)
}
console.log(ports.join(' '))
"""
SHORT = (0.25, 0.28, 0.295, 0.3, 0.302, 0.305, 0.31, 0.33)
LONG = (4.9, 4.98, 5.0, 5.002, 5.01, 5.1, 5.98, 6.0, 6.002, 6.01)
"""Seconds between the requests: around 300 ms, and around the 5 s after which Node closes a connection (and the second that it adds since 24.6)."""


@contextmanager
def idling() -> Iterator[list[int]]:
    """Applications in Node.js, one for each pause: the first ones close connections that were idle for 300 ms, the others are as Node makes them."""
    settings = ["{ keepAliveTimeout: 300, keepAliveTimeoutBuffer: 0 }"] * len(SHORT) + ["{}"] * len(LONG)
    command = [node(), "--input-type=module", "-e", IDLING.replace("SETTINGS", f"[{', '.join(settings)}]")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield [int(port) for port in process.stdout.readline().split()]
        finally:
            process.kill()


async def posts(port: int, path: str, clients: int, rounds: int, pause: float, after: float = 0) -> list[str]:
    """Clients that POST at one moment, and again after each pause, over connections that stay. Gives what they lost."""
    await asyncio.sleep(after)
    lost: list[str] = []
    connections = [await asyncio.open_connection("127.0.0.1", port) for _ in range(clients)]

    async def post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello".encode())
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(2 if b"\r\nContent-Length: 2\r\n" in head else 0)
            if not head.startswith(b"HTTP/1.1 200"):
                lost.append(head.decode())
        except (OSError, EOFError) as error:
            lost.append(repr(error))

    for turn in range(rounds):
        await asyncio.sleep(pause if turn else 0)
        await asyncio.gather(*(post(*one) for one in connections))
    for _, writer in connections:
        writer.close()
    return lost


def test_loses_no_post_if_the_application_closes_idle_connections(tmp_path: Path) -> None:
    """5,200 POSTs at pauses around the moment at which the application closes the connection that it had them by."""
    port, paths = free_port(), prepared(tmp_path)
    pauses = (*SHORT, *LONG)
    routes = {f"s{at}.production": route_of(port, path=f"/{at}") for at in range(len(pauses))}

    async def all_of_them() -> list[list[str]]:
        short = [posts(port, f"/{at}", 25, 16, pause) for at, pause in enumerate(SHORT)]
        # One group after the other: a thousand at one moment would be too many for a machine with other work.
        groups = [(at, pause, group) for at, pause in enumerate(LONG, len(SHORT)) for group in range(4)]
        long = [posts(port, f"/{at}", 25, 2, pause, after=turn / 10) for turn, (at, pause, _) in enumerate(groups)]
        return await asyncio.gather(*short, *long)

    with idling() as applications, running(tmp_path, paths, routing.text(routing.render(routes))):
        for key, application in zip(routes, applications):
            make_folders(paths, key)
            name_live(paths, f"127.0.0.1:{application}", key)
        assert [one for lost in asyncio.run(all_of_them()) for one in lost] == []


def how_it_came(connection: socket.socket) -> None:
    """An application that answers whether the connection is to be kept."""
    word = b"own" if b"\r\nConnection: close\r\n" in request_of(connection) else b"kept"
    connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(word), word))


@pytest.mark.parametrize(
    ("method", "rest", "came"),
    [
        ("GET", "\r\n", b"kept"),
        ("OPTIONS", "\r\n", b"kept"),
        ("GET", "Content-Length: 1\r\n\r\nx", b"own"),
        ("GET", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", b"own"),
        ("POST", "Content-Length: 0\r\n\r\n", b"own"),
        ("DELETE", "\r\n", b"own"),
    ],
)
def test_reuses_a_connection_only_for_requests_that_can_be_repeated(tmp_path: Path, method: str, rest: str, came: bytes) -> None:
    """The body of a request is gone once it was sent, whatever its method."""
    route, paths = route_of(free_port()), prepared(tmp_path)
    with tcp_server(how_it_came) as application, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, f"127.0.0.1:{application}")
        with socket.create_connection(("127.0.0.1", route.port), 10) as visitor:
            visitor.sendall(f"{method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{rest}".encode())
            with visitor.makefile("rb") as answer:
                assert answer.read().endswith(b"\r\n\r\n" + came)


GRPC = """
import http2 from 'node:http2'
const server = http2.createServer()
server.on('sessionError', () => {})
server.on('stream', (stream, headers) => {
  stream.on('error', () => {})
  if (headers['content-type'] !== 'application/grpc') return stream.respond({ ':status': 415 }, { endStream: true })
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
  stream.on('data', (piece) => stream.write(`echo ${piece}`)).on('end', () => stream.end())
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
"""
# Each message is sent only once the answer to the one before it is there: neither side may be held back.
CALL = """
import http2 from 'node:http2'
const session = http2.connect('http://127.0.0.1:PORT')
const call = session.request({ ':method': 'POST', ':path': '/pkg.Echo/Stream', 'content-type': 'application/grpc', te: 'trailers' })
const answers = []
call.write('1')
call.on('data', (piece) => {
  answers.push(String(piece))
  if (answers.length < 5) call.write(String(answers.length + 1))
  else call.end()
})
call.on('trailers', (trailers) => console.log(answers.join(','), trailers['grpc-status']))
call.on('close', () => session.close())
setTimeout(() => process.exit(1), 300_000).unref()
"""


def test_grpc_streams_both_ways(tmp_path: Path) -> None:
    route, paths = route_of(free_port(), upstream="h2c"), prepared(tmp_path)
    check = Health("/", "415", "", 5, 1, "h2c")
    with node_server(GRPC) as application, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, f"127.0.0.1:{application}")
        call = [node(), "--input-type=module", "-e", CALL.replace("PORT", str(route.port))]
        told = subprocess.run(call, capture_output=True, text=True, timeout=600)
        assert (told.stdout.strip(), told.stderr) == ("echo 1,echo 2,echo 3,echo 4,echo 5 0", "")
        assert probe(f"127.0.0.1:{application}", check).good
        assert traffic.readback(paths, route, check) == traffic.Seen(f"127.0.0.1:{application}", 415, True)


SECURE = """
import https from 'node:https'
import { readFileSync } from 'node:fs'
const server = https.createServer({ key: readFileSync('KEY'), cert: readFileSync('CERT') }, (_, response) => response.end('secured'))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
"""


def test_accepts_a_self_signed_certificate_of_the_application(tmp_path: Path) -> None:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -subj /CN=x -days 2"
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    route, paths = route_of(free_port(), upstream="https"), prepared(tmp_path)
    check = Health("/", "200", "", 5, 1, "https")
    script = SECURE.replace("KEY", str(tmp_path / "key")).replace("CERT", str(tmp_path / "cert"))
    with node_server(script) as application, running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        name_live(paths, f"127.0.0.1:{application}")
        assert ask(tcp("127.0.0.1", route.port), "GET", "/").body == b"secured"
        assert probe(f"127.0.0.1:{application}", check).good
        assert traffic.readback(paths, route, check) == traffic.Seen(f"127.0.0.1:{application}", 200, True)
        assert probe(f"127.0.0.1:{application}", check._replace(upstream="http")).code == 0
    with tcp_server(lambda connection: connection.sendall(LIVE)) as plain:
        assert probe(f"127.0.0.1:{plain}", check).missed == "protocol"
