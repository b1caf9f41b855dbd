"""The doors of a service at a real Caddy: who is kept out, in which order, and what of it is counted."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from __tests__.host.edge.test_shared_port import BALANCER, STRANGER, counted, get, told
from __tests__.host.support.caddy_bed import KEY, Proxy, name_live, node_server, route_of
from __tests__.host.support.doors_bed import ALL, HOSTILE, LOCKED, PAGE, basic, guarded
from __tests__.host.support.raw_server import request_of, tcp_server
from host.edge import caddy, traffic
from host.edge.routes import doors, routing
from host.edge.routes.handlers import READBACK
from host.http.dial import tcp
from host.http.http1 import Answer, ask
from host.model.doors import Doors
from host.model.tls import NO_TLS
from host.state.files import read, write_volatile


def test_tells_strangers_nothing_but_403(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, ALL)
    with bed:
        stranger = get(port, source=STRANGER, headers=basic("timmy", "sesame"))
        assert (stranger.status, stranger.body) == (403, b"")
        assert "www-authenticate" not in stranger.headers
        assert get(port).status == 401
        assert get(port, headers=basic("timmy", "sesame")).status == 503
        assert get(port, host="api", source=STRANGER).status == 200


@pytest.mark.parametrize("trusted", [(), (f"{BALANCER}/32",)])
def test_refuses_strangers_on_redirected_names_too(tmp_path: Path, trusted: tuple[str, ...]) -> None:
    leading = NO_TLS._replace(redirect_domains=("www.web",))
    port, bed = guarded(tmp_path, ALL, domains=("web",), tls=leading, trusted=trusted)
    with bed:
        assert get(port, host="www.web", source=STRANGER).status == 403
        assert get(port, host="www.web").status == 308
        if trusted:
            assert get(port, host="www.web", source=BALANCER, headers={"X-Forwarded-For": "127.0.0.1"}).status == 308


@pytest.mark.parametrize("page", ["", HOSTILE, "{", '{"a": "{env.HOME}"}', "\\{env.HOME\\}"])
def test_maintenance_serves_its_page_unchanged_and_lets_read_backs_through(tmp_path: Path, page: str) -> None:
    port, bed = guarded(tmp_path, Doors(maintenance=True, maintenance_page=page))
    with bed as one:
        answer = get(port, headers={"X-Lie": "lie"})
        assert (answer.status, answer.body.decode()) == (503, page or doors.CLOSED)
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["content-type"] == ("text/html; charset=utf-8" if page else "text/plain; charset=utf-8")
        assert answer.headers["cache-control"] == "no-store"
        assert get(port, host="api").status == 200
        assert traffic.readback(one.paths, route_of(port), PAGE) == traffic.Seen(traffic.live_address(one.paths, KEY), 200, True)
        write_volatile(one.paths.split(KEY), "ffffffff")
        assert "set-cookie" not in get(port).headers
        assert traffic.readback(one.paths, route_of(port), PAGE, ("X-Canary", "always")).address == read(one.paths.canary_address(KEY))


@pytest.mark.parametrize("header", [{}, {READBACK: "1"}, {READBACK: "0" * 32}, {READBACK: ""}])
def test_a_visitor_that_claims_to_be_the_host_is_refused(tmp_path: Path, header: Mapping[str, str]) -> None:
    port, bed = guarded(tmp_path, ALL._replace(allow_from=("192.0.2.0/24",)))
    with bed as one:
        assert get(port, headers=header).status == 403
        assert get(port, headers={READBACK: read(one.paths.readback)}).status == 200
        assert get(port, headers={READBACK: read(one.paths.readback)}, source=STRANGER).status == 403


@pytest.mark.parametrize(
    ("user", "password", "status"),
    [
        ("timmy", "sesame", 200),
        ("timmy", "Sesame", 401),
        ("timmy", "", 401),
        ("anne", "o:p€n", 401),
        ("{env.PATH} \\{", "o:p€n", 200),
        (os.environ["PATH"], "o:p€n", 401),
        ("", "sesame", 401),
    ],
)
def test_lets_visitors_with_a_password_in_without_showing_it_to_the_application(
    tmp_path: Path, user: str, password: str, status: int
) -> None:
    port, bed = guarded(tmp_path, LOCKED)
    with bed:
        answer = get(port, headers=basic(user, password))
        assert answer.status == status
        assert get(port).headers["www-authenticate"].startswith("Basic ")
        if status == 200:
            assert "Authorization" not in told(answer)["headers"]
        kept = get(port, host="api", headers={"Authorization": "Bearer x"})
        assert told(kept)["headers"]["Authorization"] == "Bearer x"


def worked(one: Proxy) -> int:
    """The clock ticks for which processors have worked for a proxy: proc(5), utime and stime."""
    return sum(map(int, read(f"/proc/{one.process.pid}/stat").rpartition(")")[2].split()[11:13]))


def test_hashes_the_same_password_only_once(tmp_path: Path) -> None:
    """bcrypt of cost 12 takes a quarter of a second of a processor: fifty times that is more than what comes out of the cache takes by far."""
    slow = "timmy:$2a$12$i8.ztly5LqcxxwFF1BMqLecnGipT9dbcTejHx.2lxtqgDguQuJj3G"
    port, bed = guarded(tmp_path, LOCKED._replace(accounts=LOCKED.accounts._replace(lines=(slow,))))
    with bed as one:
        begun = worked(one)
        assert get(port, headers=basic("timmy", "sesame")).status == 200
        once = worked(one) - begun
        for _ in range(50):
            assert get(port, headers=basic("timmy", "sesame")).status == 200
        assert worked(one) - begun < 25 * once


def test_stays_closed_if_the_passwords_are_lost(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, Doors(basic_auth="ssm:/web/production/door"))
    with bed:
        assert get(port, headers=basic("timmy", "sesame")).status == 401
        assert get(port, host="api").status == 200


@pytest.mark.parametrize(
    ("source", "said", "status"),
    [
        (BALANCER, "203.0.113.7", 200),
        (BALANCER, "203.0.113.7, 198.51.100.1", 403),
        (BALANCER, "198.51.100.1, 203.0.113.7", 200),
        (BALANCER, "2001:db8::7", 200),
        (BALANCER, "{env.PATH}", 403),
        (BALANCER, "garbage", 403),
        (BALANCER, "", 403),
        (STRANGER, "203.0.113.7", 403),
        ("127.0.0.1", "203.0.113.7", 403),
    ],
)
def test_uses_the_visitors_address_from_a_trusted_balancer(tmp_path: Path, source: str, said: str, status: int) -> None:
    guard = Doors(allow_from=("203.0.113.0/24", "2001:db8::/32"))
    port, bed = guarded(tmp_path, guard, trusted=(f"{BALANCER}/32",))
    with bed:
        assert get(port, source=source, headers={"X-Forwarded-For": said} if said else {}).status == status


def upload(port: int, size: int, chunked: bool) -> Answer:
    """Sends a body of this size, in pieces without a length where it is chunked."""
    body = b"x" * size
    if not chunked:
        return ask(tcp("127.0.0.1", port), "POST", "/", host="x", body=body)
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        connection.sendall(f"{size:x}\r\n".encode() + body + b"\r\n0\r\n\r\n")
        status = connection.makefile("rb").readline().split()
    return Answer(int(status[1]), {}, b"")


def swallowing(connection: socket.socket) -> None:
    """Reads a whole request, and then answers."""
    seen = b""
    while piece := connection.recv(1 << 16):
        seen += piece
        head, _, body = seen.partition(b"\r\n\r\n")
        if body.endswith(b"0\r\n\r\n") or (b"Content-Length" in head and len(body) >= int(head.split(b"Content-Length: ")[1].split()[0])):
            return connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@pytest.mark.parametrize("chunked", [False, True])
def test_refuses_too_large_a_body_without_counting_an_error(tmp_path: Path, chunked: bool) -> None:
    port, bed = guarded(tmp_path, Doors(max_body=1000, error_pages=(("413", "too much"),)))
    with bed as one, tcp_server(swallowing) as upstream:
        name_live(one.paths, f"127.0.0.1:{upstream}")
        assert upload(port, 1000, chunked).status == 200
        assert upload(port, 1001, chunked).status == 413
        assert upload(port, 300_000, chunked).status == 413
        assert counted(one, KEY)[1] == 0


def test_gives_up_a_slow_application_after_a_single_request(tmp_path: Path) -> None:
    asked = []

    def slow(connection: socket.socket) -> None:
        asked.append(request_of(connection))
        if b"/events" in asked[-1]:
            connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nfirst ")
        connection.settimeout(300)
        if b"/events" in asked[-1]:
            time.sleep(6)
            connection.sendall(b"last")
        else:
            connection.recv(1)

    port, bed = guarded(tmp_path, Doors(request_timeout=5, error_pages=(("504", HOSTILE),)))
    with bed as one, tcp_server(slow) as upstream:
        name_live(one.paths, f"127.0.0.1:{upstream}")
        answer = get(port)
        assert (answer.status, answer.body.decode(), len(asked)) == (504, HOSTILE, 1)
        assert get(port, "/events").body == b"first last"
        assert counted(one, KEY) == [2, 1, 0, 0]


SILENT = """
import http2 from 'node:http2'
const server = http2.createServer((request, response) => request.url === '/' || response.end('heard'))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
"""


def test_gives_up_a_slow_http2_application(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, Doors(request_timeout=5), upstream="h2c")
    with bed as one, node_server(SILENT) as upstream:
        name_live(one.paths, f"127.0.0.1:{upstream}")
        assert (get(port).status, get(port, "/heard").body) == (504, b"heard")


def test_shows_error_pages_only_for_the_proxys_own_answers(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, Doors(error_pages=(("502", HOSTILE), ("503", "no"))))
    with bed as one:
        assert get(port, "/oops").status == 500
        for key in (KEY, "api.production"):
            name_live(one.paths, "127.0.0.1:1", key)
        answer = get(port, headers={"X-Lie": "lie"})
        assert (answer.status, answer.body.decode()) == (502, HOSTILE)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        neighbour = get(port, host="api")
        assert (neighbour.status, neighbour.body) == (502, b"")
        assert counted(one, KEY) == [2, 2, 0, 0]


def test_does_not_count_refusals_as_answers_of_the_release(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, LOCKED._replace(allow_from=("127.0.0.0/29",), max_body=10))
    with bed as one:
        for host in ("x", KEY, f"canary.{KEY}", f"readback.{KEY}"):
            get(port, host=host)
            get(port, host=host, source=STRANGER)
            ask(tcp("127.0.0.1", port), "POST", "/", host=host, body=b"x" * 11, headers=basic("timmy", "sesame"))
        assert counted(one, KEY) == [0, 0, 0, 0]
        caddy.load(one.paths, routing.render({KEY: route_of(port, doors=Doors(maintenance=True))}, 1))
        for host in ("x", KEY, f"canary.{KEY}"):
            assert get(port, host=host).status == 503
        assert counted(one, KEY) == [0, 0, 0, 0]
