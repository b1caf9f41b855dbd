"""Services that share a port of a real Caddy: who gets which request, what the application is told of the visitor, who is counted."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.caddy_bed import Proxy, name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import Talk, request_of, tcp_server
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.routes.handlers import READBACK
from host.edge.routes.visitor import FORGED
from host.edge.traffic import Seen
from host.http.http1 import Answer, ask
from host.model.release import Health, Route
from host.state.files import read, remove, write, write_volatile
from host.state.folders import make_folders

PAGE = Health("/health", "200-399", "", 60, 1)
BALANCER = "127.0.0.9"
STRANGER = "127.0.0.8"


def telling(name: str) -> Talk:
    """An application that answers with its name, the request line and the headers that it got; one that is asked for /oops fails."""

    def talk(connection: socket.socket) -> None:
        head = request_of(connection).partition(b"\r\n\r\n")[0].decode().split("\r\n")
        body = json.dumps({"name": name, "line": head[0], "headers": dict(line.split(": ", 1) for line in head[1:])}).encode()
        status = "500 Oops" if "/oops" in head[0] else "200 OK"
        connection.sendall(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)

    return talk


@contextmanager
def serving(folder: Path, routes: Mapping[str, Route]) -> Iterator[Proxy]:
    """A Caddy with these services, each of which tells its name; and a canary of each that calls itself otherwise."""
    paths = prepared(folder)
    with ExitStack() as stack:
        for key in routes:
            make_folders(paths, key)
            live, canary = (stack.enter_context(tcp_server(telling(name))) for name in (key, f"{key} canary"))
            name_live(paths, f"127.0.0.1:{live}", key)
            write_volatile(paths.canary_address(key), f"127.0.0.1:{canary}")
        yield stack.enter_context(running(folder, paths, routing.text(routing.render(routes))))


def get(port: int, path: str = "/", host: str = "x", source: str = "127.0.0.1", headers: Mapping[str, str] = {}) -> Answer:
    """Asks as a visitor who has this address."""

    def dial(seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", port), seconds, source_address=(source, 0))

    return ask(dial, "GET", path, host=host, headers=headers)


def told(answer: Answer) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(answer.body)
    return body


PORT, TRUSTING = free_port(), free_port()
SHARED = {
    "web.production": route_of(PORT),
    "docs.production": route_of(PORT, path="/docs", strip=True),
    "guide.production": route_of(PORT, path="/docs/guide"),
    "shop.production": route_of(PORT, domains=("shop.example.com", "www.shop.example.com")),
    "cart.production": route_of(PORT, domains=("shop.example.com",), path="/cart"),
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with serving(tmp_path_factory.mktemp("shared"), SHARED) as one:
        yield one


@pytest.mark.parametrize(
    ("host", "path", "service", "line"),
    [
        ("x", "/", "web", "/"),
        ("x", "/docsx", "web", "/docsx"),
        ("x", "/docs", "docs", "/"),
        ("x", "/docs/", "docs", "/"),
        ("x", "/docs/a%20b?q=/docs", "docs", "/a%20b?q=/docs"),
        ("x", "/docs/guide", "guide", "/docs/guide"),
        ("x", "/docs/guide/1", "guide", "/docs/guide/1"),
        ("shop.example.com", "/", "shop", "/"),
        ("SHOP.example.com:8080", "/a", "shop", "/a"),
        ("shop.example.com.", "/a", "shop", "/a"),
        ("shop.example.com.:8080", "/cart/1", "cart", "/cart/1"),
        ("x", "/DOCS/a", "docs", "/a"),
        ("x", "//docs/./a//b", "docs", "/a/b"),
        ("x", "/a/../docs/b", "docs", "/b"),
        ("x", "/docs/%2e%2e/a", "web", "/docs/%2e%2e/a"),
        ("x", "/d%6fcs%2fguide", "guide", "/d%6fcs%2fguide"),
        ("x", "/docs;a/b", "web", "/docs;a/b"),
        ("www.shop.example.com", "/cart", "shop", "/cart"),
        ("shop.example.com", "/cart/1", "cart", "/cart/1"),
        ("shop.example.com", "/docs/guide", "shop", "/docs/guide"),
        ("other.example.com", "/cart", "web", "/cart"),
        ("cart.production", "/", "web", "/"),
        ("canary.shop.production", "/", "web", "/"),
        ("readback.web.production", "/", "web", "/"),
    ],
)
@pytest.mark.usefixtures("shared")
def test_routes_each_request_to_its_service(host: str, path: str, service: str, line: str) -> None:
    answer = told(get(PORT, path, host))
    assert (answer["name"], answer["line"]) == (f"{service}.production", f"GET {line} HTTP/1.1")
    assert answer["headers"]["Host"] == answer["headers"]["X-Forwarded-Host"] == host


def test_tells_only_the_host_itself_which_address_answers(shared: Proxy) -> None:
    """Who comes by another server of the host comes over loopback, too."""
    key = read(shared.paths.readback)
    assert "x-docker-to-ec2-upstream" in get(PORT, headers={READBACK: key}).headers
    for source, value in ((STRANGER, key), ("127.0.0.1", "1"), ("127.0.0.1", ""), ("127.0.0.1", "f" * 32)):
        answer = get(PORT, headers={READBACK: value}, source=source)
        assert "x-docker-to-ec2-upstream" not in answer.headers
        assert READBACK not in told(answer)["headers"]


def test_accepts_no_read_back_without_its_key_file(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, {"web.production": route_of(port)}) as one:
        for kept in (None, ""):
            remove(one.paths.readback) if kept is None else write(one.paths.readback, kept)
            for value in ("", "1", "0" * 32, "{file./state/readback.key}"):
                assert "x-docker-to-ec2-upstream" not in get(port, headers={READBACK: value}).headers


def say(port: int, *head: str, source: str = "127.0.0.1") -> Answer:
    """Asks in exactly these words."""
    with socket.create_connection(("127.0.0.1", port), 10, source_address=(source, 0)) as connection:
        connection.sendall("\r\n".join((*head, "", "")).encode())
        answer = HTTPResponse(connection)
        answer.begin()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())


@pytest.mark.usefixtures("shared")
def test_the_name_in_the_request_line_has_precedence() -> None:
    answer = told(say(PORT, "GET http://shop.example.com/cart/1 HTTP/1.1", "Host: x"))
    assert (answer["name"], answer["line"]) == ("cart.production", "GET /cart/1 HTTP/1.1")
    assert answer["headers"]["Host"] == answer["headers"]["X-Forwarded-Host"] == "shop.example.com"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        *((f"GET http://{name}/ HTTP/1.1", "x") for name in ('x",for=6.6.6.6;host="y', "x;proto=https", "a<b>", "x,y")),
        *(("GET / HTTP/1.1", name) for name in ("x;proto=https", "x,y", "*.example.com", "a%2eb", "x:y", "x:1:2", "[::1", "[x]", "::1")),
    ],
)
def test_an_invalid_name_reaches_no_service(shared: Proxy, line: str, name: str) -> None:
    before = [counted(shared, key) for key in SHARED]
    assert say(PORT, line, f"Host: {name}").status == 400
    assert [counted(shared, key) for key in SHARED] == before


@pytest.mark.parametrize(
    "name", ["a_b.example.com", "xn--shp-sna.example.com.", "10.0.0.1:80", "[2001:db8::7]:8080", "[::ffff:10.0.0.1]", "x:"]
)
@pytest.mark.usefixtures("shared")
def test_any_other_name_reaches_the_service(name: str) -> None:
    assert told(get(PORT, "/", name))["headers"]["X-Forwarded-Host"] == name


@pytest.mark.parametrize(("upgrade", "reaches"), [("h2c", False), ("H2C, websocket", False), ("websocket", True)])
@pytest.mark.usefixtures("shared")
def test_does_not_pass_on_an_upgrade_to_h2c(upgrade: str, reaches: bool) -> None:
    """Over HTTP/2 on that connection, a visitor could send any header."""
    asked = ("Host: x", "Connection: Upgrade, HTTP2-Settings", f"Upgrade: {upgrade}", "HTTP2-Settings: AAMAAABkAAR")
    headers = told(say(PORT, "GET / HTTP/1.1", *asked))["headers"]
    assert ("Upgrade" in headers) == reaches
    assert "Http2-Settings" not in headers


@pytest.mark.usefixtures("shared")
def test_tells_the_application_its_stripped_prefix() -> None:
    assert told(get(PORT, "/docs/a", headers={"X-Forwarded-Prefix": "/evil"}))["headers"]["X-Forwarded-Prefix"] == "/docs"
    assert "X-Forwarded-Prefix" not in told(get(PORT, "/docs/guide/a", headers={"X-Forwarded-Prefix": "/evil"}))["headers"]


def test_answers_a_request_for_no_service_with_an_explanation(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, {"shop.production": route_of(port, domains=("shop.example.com",), path="/a")}):
        assert get(port, "/a", "shop.example.com").status == 200
        for path, host in (("/", "shop.example.com"), ("/a", "x"), ("/a", "shop.production"), ("/a", "canary.shop.production")):
            answer = get(port, path, host)
            assert (answer.status, answer.body.decode()) == (404, routing.NOBODY)


@pytest.mark.parametrize(
    ("key", "path", "good"),
    [
        ("web.production", "/health", True),
        ("docs.production", "/health", True),
        ("guide.production", "/health", True),
        ("cart.production", "/oops", True),
        ("shop.production", "/oops", False),
    ],
)
def test_reads_back_each_service_by_its_own_route(shared: Proxy, key: str, path: str, good: bool) -> None:
    """One whose health page no visitor sees, as it lies outside of the route, is seen by its own part of the path."""
    seen = traffic.readback(shared.paths, SHARED[key], PAGE._replace(path=path, host="health.example.com"))
    assert seen == Seen(traffic.live_address(shared.paths, key), 500 if path == "/oops" and good is False else 200, good)


def counted(one: Proxy, key: str) -> list[int]:
    counters = caddy.counted(one.paths, key)
    assert counters
    return [counters.live.total, counters.live.errors, counters.canary.total, counters.canary.errors]


def test_counts_each_service_separately_on_a_shared_port_and_after_a_reload(tmp_path: Path) -> None:
    port = free_port()
    names = ("shop.example.com",)
    routes = {
        "shop.production": route_of(port, domains=names),
        "cart.production": route_of(port, domains=names, path="/cart"),
        "web.production": route_of(port),
    }
    with serving(tmp_path, routes) as one:
        for generation in (0, 1, 0):
            caddy.load(one.paths, routing.render(routes, 1 - generation))
            assert [counted(one, key) for key in routes] == [[0] * 4] * 3
            write_volatile(one.paths.split("cart.production"), "00000000")
            for path, host, times in (
                ("/", "shop.example.com", 3),
                ("/cart", "shop.example.com", 5),
                ("/cart/oops", "shop.example.com", 2),
                ("/oops", "y", 4),
            ):
                for _ in range(times):
                    get(port, path, host)
            for _ in range(6):
                get(port, "/cart", "shop.example.com", headers={"X-Canary": "always"})
            get(port, "/cart/oops", "shop.example.com", headers={"X-Canary": "always"})
            # Neither read-backs count, nor whoever calls himself as a track is called.
            for key, route in routes.items():
                traffic.readback(one.paths, route, PAGE)
                traffic.readback(one.paths, route, PAGE, ("X-Canary", "always"))
                get(port, "/nothing", f"canary.{key}")
            assert [counted(one, key) for key in routes] == [[3, 0, 0, 0], [7, 2, 7, 1], [7, 4, 0, 0]]


TRUST = {
    "none.production": route_of(TRUSTING, domains=("none.example.com",)),
    "some.production": route_of(TRUSTING, domains=("some.example.com",), trusted=(f"{BALANCER}/32", "10.0.0.0/8")),
    "more.production": route_of(TRUSTING, domains=("more.example.com",), trusted=(f"{BALANCER}/32", f"{STRANGER}/32", "::1/128")),
}


@pytest.fixture(scope="module")
def trusting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with serving(tmp_path_factory.mktemp("trusting"), TRUST) as one:
        yield one


LIES = {name.replace("*", "X-", 1).replace("*", "-For"): "lie" for name in FORGED}
# What proxies, clouds and frameworks know besides, and other spellings.
SPELLINGS = (
    "Forwarded",
    "X-Forwarded",
    "Forwarded-For",
    "X_FORWARDED_PROTO",
    "X-Forwarded_For",
    "X_Forwarded-Host",
    "X.Forwarded.For",
    "X~Real~Ip",
    "X-Real_Ip",
    "SCRIPT_NAME",
    "True-Client-IP",
    "CF-Connecting-IP",
    "Fastly-Client-IP",
    "X-Cluster-Client-IP",
    "X-Azure-ClientIP",
    "X-Azure-SocketIP",
    "X-Appengine-User-IP",
    "X-ProxyUser-IP",
    "X-Remote-IP",
    "X-Originating-IP",
    "X-Remote-Addr",
    "Remote-Addr",
    "CloudFront-Viewer-Address",
    "X-Envoy-External-Address",
    "X-Forward-For",
    "X-Forward-Proto",
    "CloudFront-Forwarded-Proto",
    "X-Forwarded-Ssl",
    "X-Original-For",
    "X-Original-Proto",
    "X-Original-Host",
    "X-Original-URI",
    "X-Original-Prefix",
    "X-Rewrite-URI",
    "X-HTTP-DestinationURL",
    "X-HTTP-Host-Override",
    "X-Script-Name",
)
LIES |= dict.fromkeys(SPELLINGS, "lie")


@pytest.mark.parametrize(("service", "source"), [("none", BALANCER), ("none", STRANGER), ("some", STRANGER)])
@pytest.mark.usefixtures("trusting")
def test_removes_the_forwarding_headers_of_visitors(service: str, source: str) -> None:
    lies = {**LIES, "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil", "X-Forwarded-Port": "443"}
    headers = told(get(TRUSTING, "/", f"{service}.example.com", source, lies))["headers"]
    assert headers.pop("X-Forwarded-For") == source
    assert headers.pop("X-Forwarded-Proto") == "http"
    assert headers.pop("X-Forwarded-Host") == f"{service}.example.com"
    if service == "some":
        assert headers.pop("Forwarded") == f'for="{source}";host="some.example.com";proto=http'
    assert {name for name in headers if name in lies} == set()
    assert not any("lie" in value or "evil" in value or "1.2.3.4" in value for value in headers.values())


@pytest.mark.parametrize(
    ("said", "client", "proto"),
    [
        ({"X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https"}, "1.2.3.4", "https"),
        ({"X-Forwarded-For": "6.6.6.6, 1.2.3.4, 10.1.2.3", "X-Forwarded-Proto": "https"}, "1.2.3.4", "https"),
        ({"X-Forwarded-For": "2001:db8::7", "X-Forwarded-Proto": "http"}, "2001:db8::7", "http"),
        ({"X-Forwarded-For": "1.2.3.4"}, "1.2.3.4", "http"),
        ({"X-Forwarded-For": f"6.6.6.6, {STRANGER}, {BALANCER}"}, STRANGER, "http"),
        ({"X-Forwarded-For": ", ".join(["6.6.6.6", *["10.1.2.3"] * 4])}, "6.6.6.6", "http"),
        ({"X-Forwarded-For": ", ".join(["6.6.6.6", *["10.1.2.3"] * 5])}, "10.1.2.3", "http"),
        ({"X-Forwarded-For": "1.2.3.4:5678, "}, "1.2.3.4", "http"),
        ({"X-Forwarded-For": "[2001:db8::7]:44"}, "2001:db8::7", "http"),
        ({"X-Forwarded-For": "6.6.6.6, unknown"}, BALANCER, "http"),
        ({"X-Forwarded-For": "6.6.6.6, 1.2.3.999"}, BALANCER, "http"),
        ({"X-Forwarded-For": "nonsense", "X-Forwarded-Proto": "javascript"}, BALANCER, "http"),
        ({}, BALANCER, "http"),
    ],
)
@pytest.mark.usefixtures("trusting")
def test_believes_a_balancer_only_about_scheme_and_address(said: dict[str, str], client: str, proto: str) -> None:
    headers = told(get(TRUSTING, "/", "some.example.com", BALANCER, LIES | said))["headers"]
    assert headers["X-Forwarded-For"] == client
    assert headers["X-Forwarded-Proto"] == proto
    assert headers["X-Forwarded-Host"] == "some.example.com"
    bracketed = f"[{client}]" if ":" in client else client
    assert headers["Forwarded"] == f'for="{bracketed}";host="some.example.com";proto={proto}'
    assert not any("lie" in value or ("6.6.6.6" in value and client != "6.6.6.6") for value in headers.values())


@pytest.mark.parametrize(
    ("lines", "proto"),
    [
        (("https", "http"), "http"),
        (("http", "https"), "https"),
        (("https,http",), "http"),
        (("javascript:", " https "), "https"),
        (("https", "javascript:"), "http"),
        (("{env.PATH}", "http"), "http"),
    ],
)
@pytest.mark.usefixtures("trusting")
def test_takes_the_last_of_several_schemes_as_the_balancers(lines: tuple[str, ...], proto: str) -> None:
    told_of = (f"X-Forwarded-Proto: {line}" for line in lines)
    headers = told(say(TRUSTING, "GET / HTTP/1.1", "Host: some.example.com", *told_of, source=BALANCER))["headers"]
    assert (headers["X-Forwarded-Proto"], headers["Forwarded"].rpartition("=")[2]) == (proto, proto)


def test_reads_back_over_https_behind_a_balancer(trusting: Proxy) -> None:
    def forcing(connection: socket.socket) -> None:
        secured = b"X-Forwarded-Proto: https\r\n" in request_of(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n" if secured else b"HTTP/1.1 301 Go\r\nLocation: https://x/\r\n")
        connection.sendall(b"Content-Length: 0\r\nConnection: close\r\n\r\n")

    check = PAGE._replace(codes="200")
    for service, status in (("some", 200), ("none", 301)):
        with tcp_server(forcing) as port:
            before = traffic.live_address(trusting.paths, f"{service}.production")
            name_live(trusting.paths, f"127.0.0.1:{port}", f"{service}.production")
            assert traffic.readback(trusting.paths, TRUST[f"{service}.production"], check).status == status
            name_live(trusting.paths, before, f"{service}.production")
