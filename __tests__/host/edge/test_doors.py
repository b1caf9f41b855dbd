"""The doors of a service at a real Caddy: who is kept out, in which order, and what of it is counted or written down."""

from __future__ import annotations

import gzip
import json
import os
import socket
import time
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.edge.test_shared_port import BALANCER, STRANGER, counted, get, serving, told
from __tests__.host.support.caddy_bed import KEY, Proxy, free_port, name_live, node_server, prepared, route_of, running, until
from __tests__.host.support.raw_server import request_of, tcp_server
from host.edge import caddy, proxy, stored
from host.edge.routes import doors, routing
from host.edge.routes.handlers import READBACK
from host.edge.routes.read import read_route
from host.edge.routes.route import document, from_document
from host.http.dial import tcp
from host.http.http1 import Answer, ask
from host.model.doors import Accounts, Doors
from host.model.reader import Malformed, Reader
from host.model.release import Health
from host.model.tls import NO_TLS
from host.state import read, write, write_volatile

PAGE = Health("/health", "200-399", "", 60, 1)
HOSTILE = "<p>{env.PATH} {http.request.header.X-Lie} {file./etc/passwd} \\{x\\} }{ {{a}} \\ {</p>"
TIMMY, ANNE = (
    "$2a$04$HPWFYcFt5mINogaqOP8ZMuV.9e8BhXctF2whaK6WsXQjXmiaP1cZ6",
    "$2a$04$2c01DhUom9DFsCRGppAH/.HsLJE/VNcX/WfXwXQCtNepys2.GzGIq",
)
"""Of `sesame` and of `o:p€n`, of the least cost that there is: `caddy hash-password --bcrypt-cost 4`."""
LOCKED = Doors(
    basic_auth="ssm:/web/production/door",
    accounts=Accounts("ssm:/web/production/door", "3", (f"timmy:{TIMMY}", f"{{env.PATH}} \\{{:{ANNE}")),
)
ALL = LOCKED._replace(
    allow_from=("127.0.0.0/29", "2001:db8::/32"),
    maintenance=True,
    maintenance_page=HOSTILE,
    error_pages=(("502", HOSTILE), ("504", "late")),
    request_timeout=30,
    max_body=1000,
    access_log=True,
)


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"}


def guarded(folder: Path, guard: Doors, **more: Any) -> Any:
    """Two services on a port: `web` with these doors, and `api`, under a name of its own, without any."""
    port = free_port()
    routes = {KEY: route_of(port, doors=guard, **more), "api.production": route_of(port, domains=("api",))}
    return port, serving(folder, routes)


@pytest.mark.parametrize("guard", [Doors(), ALL, Doors(basic_auth="ssm:/x"), Doors(access_log=True)])
def test_doors_are_stored_and_read_again(guard: Doors) -> None:
    route = route_of(80, doors=guard)
    assert from_document(json.loads(json.dumps(document(route)))) == route
    assert routing.routes_of(routing.render({KEY: route})) == {KEY: route}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("basic-auth", "plain:password"),
        ("allow-from", ["{env.ANYBODY}/0"]),
        ("allow-from", "10.0.0.0/8"),
        ("maintenance", "yes"),
        ("error-pages", {"200": "fine"}),
        ("request-timeout", -1),
        ("max-body", 0.5),
        ("access-log", 1),
        ("accounts", {"source": "ssm:/x", "version": "1", "lines": ["timmy:sesame"]}),
    ],
)
def test_a_door_that_is_not_whole_is_none(field: str, value: object) -> None:
    with pytest.raises(Malformed, match=field):
        read_route(Reader({**document(route_of(80)), field: value}))


def test_who_does_not_come_from_there_learns_nothing_else(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, ALL)
    with bed:
        stranger = get(port, source=STRANGER, headers=basic("timmy", "sesame"))
        assert (stranger.status, stranger.body) == (403, b"")
        assert "www-authenticate" not in stranger.headers
        assert get(port).status == 401
        assert get(port, headers=basic("timmy", "sesame")).status == 503
        assert get(port, host="api", source=STRANGER).status == 200


@pytest.mark.parametrize("trusted", [(), (f"{BALANCER}/32",)])
def test_nor_by_a_name_that_leads_to_another(tmp_path: Path, trusted: tuple[str, ...]) -> None:
    leading = NO_TLS._replace(redirect_domains=("www.web",))
    port, bed = guarded(tmp_path, ALL, domains=("web",), tls=leading, trusted=trusted)
    with bed:
        assert get(port, host="www.web", source=STRANGER).status == 403
        assert get(port, host="www.web").status == 308
        if trusted:
            assert get(port, host="www.web", source=BALANCER, headers={"X-Forwarded-For": "127.0.0.1"}).status == 308


@pytest.mark.parametrize("page", ["", HOSTILE, "{", '{"a": "{env.HOME}"}', "\\{env.HOME\\}"])
def test_maintenance_answers_with_its_page_as_it_is_and_lets_the_host_prove(tmp_path: Path, page: str) -> None:
    port, bed = guarded(tmp_path, Doors(maintenance=True, maintenance_page=page))
    with bed as one:
        answer = get(port, headers={"X-Lie": "lie"})
        assert (answer.status, answer.body.decode()) == (503, page or doors.CLOSED)
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["content-type"] == ("text/html; charset=utf-8" if page else "text/plain; charset=utf-8")
        assert answer.headers["cache-control"] == "no-store"
        assert get(port, host="api").status == 200
        assert proxy.readback(one.paths, route_of(port), PAGE) == proxy.Seen(proxy.live_address(one.paths, KEY), 200, True)
        write_volatile(one.paths.split(KEY), "ffffffff")
        assert "set-cookie" not in get(port).headers
        assert proxy.readback(one.paths, route_of(port), PAGE, ("X-Canary", "always")).address == read(one.paths.canary_address(KEY))


@pytest.mark.parametrize("header", [{}, {READBACK: "1"}, {READBACK: "0" * 32}, {READBACK: ""}])
def test_nobody_passes_a_door_by_calling_himself_the_host(tmp_path: Path, header: Mapping[str, str]) -> None:
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
def test_who_has_a_password_passes_and_the_application_does_not_see_it(tmp_path: Path, user: str, password: str, status: int) -> None:
    port, bed = guarded(tmp_path, LOCKED)
    with bed:
        answer = get(port, headers=basic(user, password))
        assert answer.status == status
        assert get(port).headers["www-authenticate"].startswith("Basic ")
        if status == 200:
            assert "Authorization" not in told(answer)["headers"]
        kept = get(port, host="api", headers={"Authorization": "Bearer x"})
        assert told(kept)["headers"]["Authorization"] == "Bearer x"


def test_a_password_is_compared_slowly_only_once(tmp_path: Path) -> None:
    """bcrypt of cost 12 takes a quarter of a second: fifty times that is more than what comes out of the cache takes by far."""
    slow = "timmy:$2a$12$i8.ztly5LqcxxwFF1BMqLecnGipT9dbcTejHx.2lxtqgDguQuJj3G"
    port, bed = guarded(tmp_path, LOCKED._replace(accounts=LOCKED.accounts._replace(lines=(slow,))))
    with bed:
        begun = time.monotonic()
        assert get(port, headers=basic("timmy", "sesame")).status == 200
        once = time.monotonic() - begun
        for _ in range(50):
            assert get(port, headers=basic("timmy", "sesame")).status == 200
        assert time.monotonic() - begun < 25 * once


def test_the_door_of_which_nobody_knows_the_passwords_stays_shut(tmp_path: Path) -> None:
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
def test_the_visitors_address_is_the_one_that_a_believed_balancer_tells(tmp_path: Path, source: str, said: str, status: int) -> None:
    guard = Doors(allow_from=("203.0.113.0/24", "2001:db8::/32"))
    port, bed = guarded(tmp_path, guard, trusted=(f"{BALANCER}/32",))
    with bed:
        assert get(port, source=source, headers={"X-Forwarded-For": said} if said else {}).status == status


def upload(port: int, size: int, chunked: bool) -> Answer:
    """Sends a body of this size, in pieces without a length where it is chunked."""
    body = b"x" * size
    if not chunked:
        return ask(tcp("127.0.0.1", port), "POST", "/", host="x", body=body)
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
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
def test_a_body_that_is_too_large_is_refused_and_no_error_of_the_release(tmp_path: Path, chunked: bool) -> None:
    port, bed = guarded(tmp_path, Doors(max_body=1000, error_pages=(("413", "too much"),)))
    with bed as one, tcp_server(swallowing) as upstream:
        name_live(one.paths, f"127.0.0.1:{upstream}")
        assert upload(port, 1000, chunked).status == 200
        assert upload(port, 1001, chunked).status == 413
        assert upload(port, 300_000, chunked).status == 413
        assert counted(one, KEY)[1] == 0


def test_an_application_that_takes_too_long_is_given_up_and_asked_once(tmp_path: Path) -> None:
    asked = []

    def slow(connection: socket.socket) -> None:
        asked.append(request_of(connection))
        if b"/events" in asked[-1]:
            connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nfirst ")
        connection.settimeout(20)
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


def test_so_is_one_that_speaks_http_2(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, Doors(request_timeout=5), upstream="h2c")
    with bed as one, node_server(SILENT) as upstream:
        name_live(one.paths, f"127.0.0.1:{upstream}")
        assert (get(port).status, get(port, "/heard").body) == (504, b"heard")


def test_pages_are_for_what_the_proxy_answers_itself(tmp_path: Path) -> None:
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


def test_what_a_door_answers_is_not_counted_as_the_release(tmp_path: Path) -> None:
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


def lines_of(one: Proxy, key: str = KEY) -> list[dict[str, Any]]:
    text = read(f"{caddy.sockets(one.paths)}/logs/{key}/access.log")
    return [json.loads(line) for line in text.splitlines()]


def test_the_log_tells_of_visitors_without_what_is_confidential(tmp_path: Path) -> None:
    port, bed = guarded(tmp_path, LOCKED._replace(access_log=True), trusted=(f"{BALANCER}/32",))
    secrets = {"Cookie": "session=hush", "X-Api-Key": "hush", "Referer": "http://x/?hush", "User-Agent": 'curl "{env.PATH}"\n'.strip()}
    with bed as one:
        get(
            port,
            "/a%3Fb?token=hush#hush",
            headers={**basic("timmy", "sesame"), **secrets, "X-Forwarded-For": "203.0.113.7"},
            source=BALANCER,
        )
        get(port, "/b?token=hush", headers=basic("timmy", "hush"))
        get(port, "/api?token=hush", host="api")
        proxy.readback(one.paths, route_of(port), PAGE)
        until(lambda: len(lines_of(one)) == 2)
        first, second = lines_of(one)
        assert (first["request"]["uri"], first["status"], first["user_id"]) == ("/a%3Fb", 200, "timmy")
        assert (first["client"], first["user_agent"], first["track"]) == ("203.0.113.7", 'curl "{env.PATH}"', "")
        assert (second["request"]["uri"], second["status"], second["client"]) == ("/b", 401, "127.0.0.1")
        assert "hush" not in read(f"{caddy.sockets(one.paths)}/logs/{KEY}/access.log")
        assert os.listdir(f"{caddy.sockets(one.paths)}/logs") == [KEY]
        assert b"hush" not in (tmp_path / "log").read_bytes()


def test_a_log_that_root_has_edited_keeps_no_proxy_from_starting(tmp_path: Path) -> None:
    port, paths = free_port(), prepared(tmp_path)
    route = route_of(port, doors=Doors(access_log=True))
    config = routing.text(routing.render({KEY: route}))
    folder = Path(caddy.log_folder(paths, KEY))
    secret = tmp_path / "roots"
    secret.mkdir()
    folder.mkdir(parents=True)
    (folder / "access.log").write_text("{}\n")
    (folder / "link").symlink_to(secret)
    with running(tmp_path, paths, config) as refused:
        assert refused.process.wait(30) != 0
    write(paths.route(KEY), routing.text(document(route)))
    assert stored.repair_files(paths) == ()
    with running(tmp_path, paths, config):
        assert get(port).status == 502
    assert os.stat(secret).st_uid == 0


def test_services_with_names_that_begin_alike_have_logs_of_their_own(tmp_path: Path) -> None:
    port = free_port()
    routes = {key: route_of(port, domains=(key,), doors=Doors(access_log=True)) for key in ("a.b", "a.b.c", "b.c")}
    with serving(tmp_path, routes) as one:
        for key in routes:
            get(port, host=key)
        until(lambda: all(len(lines_of(one, key)) == 1 for key in routes))
        assert [lines_of(one, key)[0]["request"]["host"] for key in routes] == list(routes)


def test_a_log_never_fills_the_disk(tmp_path: Path) -> None:
    """What is no UTF-8 takes six times its place in a log, so that some nine hundred requests are more than it may have."""
    port, bed = guarded(tmp_path, Doors(access_log=True, allow_from=("192.0.2.0/24",)))
    request = b"GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: " + b"\xff" * 14_000 + b"\r\n\r\n"
    with bed as one, socket.create_connection(("127.0.0.1", port), 10) as connection, connection.makefile("rb") as answers:
        folder = Path(f"{caddy.sockets(one.paths)}/logs/{KEY}")
        for _ in range(900):
            connection.sendall(request)
            head = iter(answers.readline, b"\r\n")
            assert next(head) == b"HTTP/1.1 403 Forbidden\r\n"
            assert b"Content-Length: 0\r\n" in list(head)
        until(lambda: len(list(folder.glob("*.gz"))) == 4 and len(list(folder.iterdir())) == 5)
        assert sum(file.stat().st_size for file in folder.iterdir()) < 50e6
        assert len(gzip.decompress(next(folder.glob("*.gz")).read_bytes())) > 9e6
        assert {oct(file.stat().st_mode & 0o777) for file in folder.iterdir()} == {"0o600"}


def test_the_configuration_of_all_doors_as_a_whole() -> None:
    route = route_of(80, doors=ALL)
    literal = doors.literal(HOSTILE)
    html = {"Content-Type": ["text/html; charset=utf-8"], "Cache-Control": ["no-store"]}
    config = routing.render({KEY: route})
    server = config["apps"]["http"]["servers"]["80"]
    entrance = server["routes"][0]["handle"][1]["routes"][2]["handle"]
    length = "{http.request.header.Content-Length}"
    assert entrance[0] == {
        "handler": "vars",
        "split": "{file./run/docker-to-ec2/web.production.split}",
        "service": KEY,
        "log_skip": False,
        "access_logger_names": ["web_production"],
    }
    assert entrance[1:3] == [
        {"handler": "log_append", "key": "user_agent", "value": "{http.request.header.User-Agent}"},
        {"handler": "log_append", "key": "track", "value": "{http.vars.track}"},
    ]
    visitors = [{"vars": {"asked": [""]}}]
    stranger = {
        "match": [{"not": [{"remote_ip": {"ranges": ["127.0.0.0/29", "2001:db8::/32"]}}]}],
        "handle": [{"handler": "error", "status_code": 403}],
    }
    assert entrance[3]["routes"][1] == {"match": visitors, "handle": [{"handler": "subroute", "routes": [stranger]}]}
    assert entrance[3]["routes"][2] == {
        "match": visitors,
        "handle": [
            {
                "handler": "subroute",
                "routes": [
                    {
                        "handle": [
                            {
                                "handler": "authentication",
                                "providers": {
                                    "http_basic": {
                                        "accounts": [
                                            {"username": "timmy", "password": TIMMY},
                                            {"username": "\\{env.PATH\\} \\\\{", "password": ANNE},
                                        ],
                                        "hash": {"algorithm": "bcrypt"},
                                        "hash_cache": {},
                                    }
                                },
                            }
                        ]
                    },
                    {
                        "handle": [
                            {
                                "handler": "static_response",
                                "status_code": 503,
                                "headers": {**html, "Retry-After": ["60"]},
                                "body": literal,
                            }
                        ]
                    },
                    {
                        "match": [{"expression": f'{length} != "" && int({length}) > 1000'}],
                        "handle": [{"handler": "error", "status_code": 413}],
                    },
                    {"handle": [{"handler": "request_body", "max_size": 1000}]},
                ],
            }
        ],
    }
    assert "Authorization" in entrance[-1]["request"]["delete"]
    assert (server["logs"], server["routes"][0]["handle"][0]["log_skip"]) == ({}, True)
    assert server["errors"] == {
        "routes": [
            {
                "match": [{"vars": {"service": [KEY]}}],
                "handle": [
                    {
                        "handler": "subroute",
                        "routes": [
                            {
                                "match": [{"vars": {"{http.error.status_code}": [status]}}],
                                "handle": [{"handler": "static_response", "headers": html, "body": body}],
                            }
                            for status, body in (("502", literal), ("504", "late"))
                        ],
                    }
                ],
            }
        ]
    }
    assert config["logging"]["logs"] == {
        "default": {"exclude": ["http.log.access"]},
        KEY: {
            "writer": {
                "output": "file",
                "filename": "/data/logs/web.production/access.log",
                "roll_size_mb": 10,
                "roll_keep": 4,
                "roll_keep_days": 30,
                "roll_compression": "gzip",
            },
            "encoder": {
                "format": "filter",
                "wrap": {"format": "json", "time_format": "iso8601"},
                "fields": {
                    "request>uri": {"filter": "regexp", "regexp": "\\?.*", "value": ""},
                    "request>headers": {"filter": "delete"},
                    "resp_headers": {"filter": "delete"},
                    "logger": {"filter": "delete"},
                },
            },
            "include": ["http.log.access.web_production"],
        },
    }
    assert '"response_header_timeout":"30s"' in routing.text(config)
