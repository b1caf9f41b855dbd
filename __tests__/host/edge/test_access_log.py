"""The access log at a real Caddy: what is written down of visitors, and how much."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path
from typing import Any

from __tests__.host.edge.test_shared_port import BALANCER, STRANGER, get, serving
from __tests__.host.support.caddy_bed import KEY, Proxy, prepared, route_of, running
from __tests__.host.support.doors_bed import LOCKED, PAGE, basic, guarded
from __tests__.host.support.patience import stretched, until
from __tests__.host.support.ports import free_port
from host.edge import caddy, stored, traffic
from host.edge.routes import routing
from host.edge.routes.route import document
from host.model.doors import Doors
from host.model.tls import NO_TLS
from host.state.files import read, write


def lines_of(one: Proxy, key: str = KEY) -> list[dict[str, Any]]:
    text = read(f"{caddy.sockets(one.paths)}/logs/{key}/access.log")
    return [json.loads(line) for line in text.splitlines()]


def test_logs_visitors_without_confidential_values(tmp_path: Path) -> None:
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
        traffic.readback(one.paths, route_of(port), PAGE)
        until(lambda: len(lines_of(one)) == 2)
        first, second = lines_of(one)
        assert (first["request"]["uri"], first["status"], first["user_id"]) == ("/a%3Fb", 200, "timmy")
        assert (first["client"], first["user_agent"], first["track"]) == ("203.0.113.7", 'curl "{env.PATH}"', "")
        assert (second["request"]["uri"], second["status"], second["client"]) == ("/b", 401, "127.0.0.1")
        assert "hush" not in read(f"{caddy.sockets(one.paths)}/logs/{KEY}/access.log")
        assert os.listdir(f"{caddy.sockets(one.paths)}/logs") == [KEY]
        assert b"hush" not in (tmp_path / "log").read_bytes()


def test_logs_visitors_of_redirected_names_and_shows_them_the_error_pages(tmp_path: Path) -> None:
    guard = Doors(access_log=True, allow_from=("127.0.0.1/32",), error_pages=(("403", "not you"),))
    port, bed = guarded(tmp_path, guard, domains=("web",), tls=NO_TLS._replace(redirect_domains=("www.web",)))
    with bed as one:
        assert get(port, "/a?token=hush", host="www.web").status == 308
        assert get(port, "/b", host="www.web", source=STRANGER).body == b"not you"
        until(lambda: len(lines_of(one)) == 2)
        assert [(line["request"]["uri"], line["status"]) for line in lines_of(one)] == [("/a", 308), ("/b", 403)]


def test_a_log_that_root_has_edited_does_not_prevent_the_start(tmp_path: Path) -> None:
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
        assert refused.process.wait(stretched(60)) != 0
    write(paths.route(KEY), routing.text(document(route)))
    assert stored.repair_files(paths) == ()
    with running(tmp_path, paths, config):
        assert get(port).status == 502
    assert os.stat(secret).st_uid == 0


def test_services_with_similar_names_have_separate_logs(tmp_path: Path) -> None:
    port = free_port()
    routes = {key: route_of(port, domains=(key,), doors=Doors(access_log=True)) for key in ("a.b", "a.b.c", "b.c")}
    with serving(tmp_path, routes) as one:
        for key in routes:
            get(port, host=key)
        until(lambda: all(len(lines_of(one, key)) == 1 for key in routes))
        assert [lines_of(one, key)[0]["request"]["host"] for key in routes] == list(routes)


def test_limits_the_size_of_the_log(tmp_path: Path) -> None:
    """What is no UTF-8 takes six times its place in a log, so that some nine hundred requests are more than it may have."""
    port, bed = guarded(tmp_path, Doors(access_log=True, allow_from=("192.0.2.0/24",)))
    request = b"GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: " + b"\xff" * 14_000 + b"\r\n\r\n"
    with bed as one, socket.create_connection(("127.0.0.1", port), 60) as connection, connection.makefile("rb") as answers:
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
