"""What a page that is open still asks for, and the release that serves has not: through a real Caddy."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from __tests__.host.edge.test_shared_port import PAGE, STRANGER, get
from __tests__.host.support.caddy_bed import Proxy, name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import Talk, request_of, tcp_server
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.routes.assets import asked_for, instead
from host.model.doors import Doors
from host.state.files import write_volatile
from host.state.folders import make_folders

KEY, OTHER, CLOSED = "web.production", "shop.production", "staff.production"
PORT = free_port()
ROUTES = {
    KEY: route_of(PORT, assets="/assets"),
    OTHER: route_of(PORT, domains=("shop.example.com",), path="/shop", strip=True, assets="/static/js"),
    CLOSED: route_of(PORT, domains=("staff.example.com",), assets="/assets", doors=Doors(allow_from=("127.0.0.1/32",))),
}


def test_renders_a_service_with_assets() -> None:
    assert asked_for(ROUTES[OTHER]) == {
        "method": ["GET", "HEAD"],
        "path": ["/static/js/*"],
        "vars": {"{http.vars.asked}": [""]},
    }
    assert instead(KEY) == {
        "handle_response": [
            {
                "match": {"status_code": [404]},
                "routes": [
                    {
                        "match": [
                            {
                                "file": {
                                    "root": "/state/assets/web.production",
                                    "try_files": ["*{http.request.uri.path}"],
                                    "try_policy": "most_recently_modified",
                                }
                            }
                        ],
                        "handle": [
                            {"handler": "rewrite", "uri": "{http.matchers.file.relative}"},
                            {
                                "handler": "file_server",
                                "root": "/state/assets/web.production",
                                "index_names": [],
                                "canonical_uris": False,
                                "pass_thru": True,
                            },
                        ],
                    },
                    {"handle": [{"handler": "copy_response"}]},
                ],
            }
        ]
    }


def test_renders_no_assets_for_a_service_without_them() -> None:
    text = routing.text(routing.render({KEY: route_of(80)}))
    assert "handle_response" not in text


def having(name: str, *own: str) -> Talk:
    """An application that has these files, and answers 404 with a page of its own to everything else."""

    def talk(connection: socket.socket) -> None:
        method, path, _ = request_of(connection).split(b"\r\n")[0].decode().split(" ")
        status = "200 OK" if path.partition("?")[0] in own else "404 Not Found"
        body = f"{method} {path} of {name}".encode()
        head = f"HTTP/1.1 {status}\r\nX-Own: {name}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode() + (b"" if method == "HEAD" else body))

    return talk


def copy(one: Proxy, key: str, release: str, path: str, text: str, age: int) -> None:
    """A file of a release as the host copies it, `age` seconds ago."""
    file = Path(f"{one.paths.assets(key)}/{release}{path}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    os.utime(file, (file.stat().st_mtime - age,) * 2)


@pytest.fixture(scope="module")
def bed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("assets")
    paths = prepared(folder)
    with ExitStack() as stack:
        for key, name in ((KEY, "new"), (OTHER, "shop"), (CLOSED, "staff")):
            make_folders(paths, key)
            live = stack.enter_context(tcp_server(having(name, "/", "/health", "/assets/new.js")))
            canary = stack.enter_context(tcp_server(having(f"{name} canary", "/", "/assets/canary.js")))
            name_live(paths, f"127.0.0.1:{live}", key)
            write_volatile(paths.canary_address(key), f"127.0.0.1:{canary}")
        one = stack.enter_context(running(folder, paths, routing.text(routing.render(ROUTES))))
        copy(one, KEY, "a-old", "/assets/old.js", "old();", 60)
        copy(one, KEY, "a-old", "/assets/both.js", "older();", 60)
        copy(one, KEY, "b-new", "/assets/both.js", "newer();", 30)
        copy(one, KEY, "a-old", "/assets/pages/[id]-1 2.css", "a{}", 60)
        copy(one, KEY, "a-old", "/assets/new.js", "never();", 60)
        copy(one, KEY, "a-old", "/secret.js", "secret", 60)
        copy(one, KEY, "c-canary", "/assets/canary.js", "canary();", 10)
        copy(one, CLOSED, "s-old", "/assets/old.js", "staff();", 60)
        copy(one, OTHER, "s-old", "/static/js/shop.js", "shop();", 60)
        yield one


class Case(NamedTuple):
    path: str
    status: int
    body: str


@pytest.mark.parametrize(
    "case",
    [
        Case("/assets/old.js", 200, "old();"),
        Case("/assets/old.js?v=1", 200, "old();"),
        Case("/assets/both.js", 200, "newer();"),
        Case("/assets/canary.js", 200, "canary();"),
        Case("/assets/pages/%5Bid%5D-1%202.css", 200, "a{}"),
        Case("/assets/new.js", 200, "GET /assets/new.js of new"),
        Case("/assets/none.js", 404, "GET /assets/none.js of new"),
        Case("/assets/pages", 404, "GET /assets/pages of new"),
        Case("/assets/pages/", 404, "GET /assets/pages/ of new"),
        Case("/assets/*.js", 404, "GET /assets/*.js of new"),
        Case("/assets/ol%3F.js", 404, "GET /assets/ol%3F.js of new"),
        Case("/assets/old.js/", 200, "old();"),
        Case("/assets", 404, "GET /assets of new"),
        Case("/old.js", 404, "GET /old.js of new"),
        Case("/secret.js", 404, "GET /secret.js of new"),
        Case("/assets/../secret.js", 404, "GET /assets/../secret.js of new"),
        Case("/assets/%2e%2e/secret.js", 404, "GET /assets/%2e%2e/secret.js of new"),
        Case("/a-old/assets/old.js", 404, "GET /a-old/assets/old.js of new"),
        Case("/assets/../../a-old/assets/old.js", 404, "GET /assets/../../a-old/assets/old.js of new"),
        Case("/assets/../../../shop.production/s-old/static/js/shop.js", 404, ""),
        Case("/assets/%2e%2e/%2e%2e/%2e%2e/web.production.live", 404, ""),
        Case("/static/js/shop.js", 404, "GET /static/js/shop.js of new"),
    ],
)
@pytest.mark.usefixtures("bed")
def test_serves_these_answers_to_a_visitor(case: Case) -> None:
    answer = get(PORT, case.path)
    assert (answer.status, answer.body.decode()) == (case.status, case.body or f"GET {case.path} of new")
    assert (answer.headers.get("x-own") == "new") == answer.body.decode().endswith("of new"), "one answer, and not parts of two"


@pytest.mark.usefixtures("bed")
def test_serves_a_file_with_its_type_and_an_etag() -> None:
    first = get(PORT, "/assets/old.js")
    assert first.headers["content-type"].startswith("text/javascript")
    again = get(PORT, "/assets/old.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


@pytest.mark.usefixtures("bed")
def test_serves_only_the_services_own_assets_below_its_stripped_prefix() -> None:
    asked = [get(PORT, path, "shop.example.com") for path in ("/shop/static/js/shop.js", "/shop/assets/old.js")]
    assert [(one.status, one.body) for one in asked] == [(200, b"shop();"), (404, b"GET /assets/old.js of shop")]


@pytest.mark.usefixtures("bed")
def test_the_access_rules_of_a_service_guard_its_assets_too() -> None:
    asked = [get(PORT, "/assets/old.js", "staff.example.com", source) for source in (STRANGER, "127.0.0.1")]
    assert [(one.status, one.body) for one in asked] == [(403, b""), (200, b"staff();")]


def test_each_track_serves_the_assets_of_the_other(bed: Proxy) -> None:
    write_volatile(bed.paths.split(KEY), "00000000")
    to_canary = [get(PORT, path, headers={"X-Canary": "always"}) for path in ("/", "/assets/old.js", "/assets/new.js", "/assets/no")]
    assert [one.body for one in to_canary] == [b"GET / of new canary", b"old();", b"never();", b"GET /assets/no of new canary"]
    assert get(PORT, "/assets/canary.js", headers={"X-Canary": "never"}).body == b"canary();"
    write_volatile(bed.paths.split(KEY), "0")


def test_counts_each_asset_as_one_answer_of_its_track(bed: Proxy) -> None:
    before = caddy.counted(bed.paths, KEY)
    for path in ("/assets/old.js", "/assets/none.js", "/assets/new.js", "/assets/pages"):
        get(PORT, path)
    after = caddy.counted(bed.paths, KEY)
    assert before is not None
    assert after is not None
    assert after.epoch == before.epoch
    assert (after.live.total - before.live.total, after.live.errors, after.canary) == (4, before.live.errors, before.canary)


def test_a_read_back_gets_the_applications_own_answer(bed: Proxy) -> None:
    page = PAGE._replace(path="/assets/old.js")
    seen = traffic.readback(bed.paths, ROUTES[KEY], page)
    assert (seen.address != "", seen.status, seen.good) == (True, 404, False)


def test_only_the_application_answers_a_post() -> None:
    with socket.create_connection(("127.0.0.1", PORT), 10) as connection:
        connection.sendall(b"POST /assets/old.js HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        answer = connection.makefile("rb").read()
    assert b"404 Not Found" in answer
    assert answer.endswith(b"POST /assets/old.js of new")
