"""HTTPS on a real Caddy, with certificates of its own authority: who is answered by which name, and what HTTP leads to."""

from __future__ import annotations

import asyncio
import functools
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, Callable

import pytest

from __tests__.host.edge.test_shared_port import PAGE, serving, told
from __tests__.host.support.caddy_bed import Clients, Proxy, name_live, prepared, route_of, running
from __tests__.host.support.http3 import Heard, http3
from __tests__.host.support.nginx_bed import secured
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import OK, request_of, tcp_server
from host import decide
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.routes.route import conflict, document, from_document
from host.edge.traffic import Seen
from host.http.dial import Unreachable, tcp, unverified_tls
from host.http.http1 import Answer, ask
from host.model.doors import Doors
from host.model.release import Route
from host.model.tls import NO_TLS, Tls
from host.state.files import write_volatile

HTTP, HTTPS, OTHER = sorted((free_port(), free_port(), free_port()))
BEHIND = "127.0.0.9/32"
INTERNAL = Tls("internal", HTTPS)


def named(*domains: str, **more: Any) -> Route:
    tls = INTERNAL._replace(**{name: more.pop(name) for name in tuple(more) if name in Tls._fields})
    return route_of(HTTP, domains=domains, tls=tls, **more)


ROUTES = {
    "shop.production": named("shop.example.com", redirect_domains=("www.shop.example.com",), hsts=600),
    "cart.production": named("shop.example.com", path="/cart"),
    "blog.production": named("blog.example.com", redirect=False),
    "bank.production": named("bank.example.com", trusted=(BEHIND,), redirect_domains=("www.bank.example.com",)),
    "mall.production": route_of(
        HTTP, domains=("mall.example.com",), trusted=(BEHIND,), tls=NO_TLS._replace(redirect_domains=("www.mall.example.com",))
    ),
    "web.production": route_of(HTTP),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with serving(tmp_path_factory.mktemp("https"), ROUTES) as one:
        for name in ("shop", "www.shop", "blog", "bank"):
            until(lambda name=name: _shakes_hands(f"{name}.example.com"))  # type: ignore[misc]
        yield one


def _shakes_hands(name: str, port: int = HTTPS) -> bool:
    try:
        unverified_tls("127.0.0.1", port, name)(5).close()
    except Unreachable:
        return False
    return True


def get(name: str, path: str = "/", *, sni: str = "", **headers: str) -> Answer:
    """By HTTPS; `sni` is another name than that of the request."""
    return ask(unverified_tls("127.0.0.1", HTTPS, sni or name), "GET", path, host=name, headers=headers)


def plain(name: str, path: str = "/", **headers: str) -> Answer:
    return ask(tcp("127.0.0.1", HTTP), "GET", path, host=name, headers=headers)


def as_it_is(name: str, target: str) -> tuple[int, str | None]:
    """Asks for what no client would ask for; gives the status and where it leads."""
    with socket.create_connection(("127.0.0.1", HTTP), 5) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        answer = HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.getheader("location")


@pytest.mark.parametrize(
    ("name", "path", "service"),
    [
        ("shop.example.com", "/", "shop"),
        ("SHOP.example.com", "/a?b=c", "shop"),
        ("shop.example.com", "/cart/1", "cart"),
        ("blog.example.com", "/cart", "blog"),
    ],
)
@pytest.mark.usefixtures("served")
def test_each_name_reaches_its_service(name: str, path: str, service: str) -> None:
    answer = told(get(name, path))
    assert (answer["name"], answer["headers"]["X-Forwarded-Proto"]) == (f"{service}.production", "https")


@pytest.mark.usefixtures("served")
def test_an_unknown_name_gets_no_certificate() -> None:
    for name in ("other.example.com", "a.shop.example.com", ""):
        assert not _shakes_hands(name)


@pytest.mark.usefixtures("served")
def test_a_connection_for_one_name_reaches_no_service_of_another() -> None:
    assert get("bank.example.com", sni="shop.example.com").status == 421


def with_ports(text: str) -> str:
    """A text of a table. The ports differ between processes, and the names of tests must not."""
    return text.format(HTTP=HTTP, HTTPS=HTTPS)


@pytest.mark.parametrize(
    ("name", "path", "location"),
    [
        ("shop.example.com", "/a/b?c=d%20e", "https://shop.example.com:{HTTPS}/a/b?c=d%20e"),
        ("www.shop.example.com", "/a?b", "https://shop.example.com:{HTTPS}/a?b"),
        ("shop.example.com", "/cart/1", "https://shop.example.com:{HTTPS}/cart/1"),
        ("shop.example.com.", "/a", "https://shop.example.com:{HTTPS}/a"),
        ("shop.example.com.:{HTTP}", "/a", "https://shop.example.com:{HTTPS}/a"),
        ("bank.example.com", "/", "https://bank.example.com:{HTTPS}/"),
        ("www.bank.example.com", "/", "https://bank.example.com:{HTTPS}/"),
    ],
)
@pytest.mark.usefixtures("served")
def test_redirects_http_to_https(name: str, path: str, location: str) -> None:
    answer = plain(with_ports(name), path)
    assert (answer.status, answer.headers["location"]) == (308, with_ports(location))


@pytest.mark.parametrize("target", ["http:@evil.example.org/", "x:.evil.example.org/", "http:evil.example.org", "*"])
@pytest.mark.parametrize("name", ["shop.example.com", "www.shop.example.com", "www.mall.example.com", "blog.example.com", "x"])
@pytest.mark.usefixtures("served")
def test_rejects_a_request_target_that_is_not_a_path(name: str, target: str) -> None:
    assert as_it_is(name, target) == (400, None)


@pytest.mark.usefixtures("served")
def test_uses_the_path_of_an_absolute_request_target() -> None:
    led = (308, f"https://shop.example.com:{HTTPS}/a?b")
    assert as_it_is("shop.example.com", "http://shop.example.com/a?b") == led


@pytest.mark.usefixtures("served")
def test_serves_http_without_a_redirect_if_not_requested() -> None:
    assert told(plain("blog.example.com"))["name"] == "blog.production"
    assert told(plain("x"))["name"] == "web.production"


@pytest.mark.usefixtures("served")
def test_does_not_redirect_requests_of_a_balancer_that_ends_tls() -> None:
    def dial(seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", HTTP), seconds, source_address=("127.0.0.9", 0))

    ended = ask(dial, "GET", "/", host="bank.example.com", headers={"X-Forwarded-Proto": "https"})
    assert told(ended)["name"] == "bank.production"
    assert ask(dial, "GET", "/", host="bank.example.com", headers={"X-Forwarded-Proto": "http"}).status == 308


@pytest.mark.usefixtures("served")
def test_a_redirect_keeps_port_path_and_query_over_https() -> None:
    answer = get(f"www.shop.example.com:{HTTPS}", "/a?b=%20", sni="www.shop.example.com")
    assert (answer.status, answer.headers["location"]) == (308, f"https://shop.example.com:{HTTPS}/a?b=%20")


@pytest.mark.parametrize(
    ("source", "proto", "asked", "location"),
    [
        ("127.0.0.9", "https", "www.mall.example.com", "https://mall.example.com/a?b"),
        ("127.0.0.9", "https", "www.mall.example.com:8443", "https://mall.example.com:8443/a?b"),
        ("127.0.0.9", "http", "www.mall.example.com", "http://mall.example.com/a?b"),
        ("127.0.0.9", "https", "www.bank.example.com", "https://bank.example.com/a?b"),
        ("127.0.0.8", "https", "www.mall.example.com", "http://mall.example.com/a?b"),
        ("127.0.0.8", "https", "www.mall.example.com:{HTTP}", "http://mall.example.com:{HTTP}/a?b"),
    ],
)
@pytest.mark.usefixtures("served")
def test_a_redirect_keeps_the_scheme_and_port_of_the_visitor(source: str, proto: str, asked: str, location: str) -> None:
    """A balancer or a CDN has other ones than the host."""

    def dial(seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", HTTP), seconds, source_address=(source, 0))

    answer = ask(dial, "GET", "/a?b", host=with_ports(asked), headers={"X-Forwarded-Proto": proto})
    assert (answer.status, answer.headers["location"]) == (308, with_ports(location))


def test_sends_hsts_with_refused_requests_too(served: Proxy) -> None:
    closed = ROUTES["shop.production"]._replace(doors=Doors(basic_auth="ssm:/door", error_pages=(("401", "no"),)))
    caddy.load(served.paths, routing.render({**ROUTES, "shop.production": closed}, 1))
    answer = get("shop.example.com")
    caddy.load(served.paths, routing.render(ROUTES, 0))
    assert (answer.status, answer.body, answer.headers["strict-transport-security"]) == (401, b"no", "max-age=600")


@pytest.mark.usefixtures("served")
def test_sends_hsts_only_if_requested() -> None:
    header = "strict-transport-security"
    assert get("shop.example.com").headers[header] == "max-age=600"
    assert header not in get("blog.example.com").headers
    assert header not in plain("shop.example.com").headers


@pytest.mark.parametrize("key", ["shop.production", "cart.production", "blog.production", "bank.production"])
def test_read_backs_and_counters_work_over_https(served: Proxy, key: str) -> None:
    live = (Path(served.paths.live(key))).read_text()
    before = caddy.counted(served.paths, key)
    assert traffic.readback(served.paths, ROUTES[key], PAGE) == Seen(live, 200, True)
    get(ROUTES[key].domains[0], ROUTES[key].path)
    after = caddy.counted(served.paths, key)
    assert before and after and after.live.total == before.live.total + 1


def test_counts_https_visitors_of_a_canary_on_its_track(served: Proxy) -> None:
    """By what is counted the runner judges; every other one is drawn."""
    key = "shop.production"
    before = caddy.counted(served.paths, key)
    write_volatile(served.paths.split(key), decide.threshold(50))
    asked = [told(get("shop.example.com"))["name"] for _ in range(60)]
    write_volatile(served.paths.split(key), decide.threshold(0))
    after = caddy.counted(served.paths, key)
    assert before and after
    counted = after.live.total - before.live.total, after.canary.total - before.canary.total
    assert counted == (asked.count(key), asked.count(f"{key} canary"))
    assert min(counted) > 5


def test_changes_of_other_services_lose_no_https_request(served: Proxy) -> None:
    late, later = {"late.production": named("late.example.com")}, {"late.production": named("later.example.com", hsts=60)}
    below = {"below.production": named("shop.example.com", path="/below")}
    with Clients(HTTPS, name="shop.example.com", wrap=lambda one: secured(one, "shop.example.com")) as clients:
        for turn, others in enumerate((late, later, {**later, **below}, below, late, {})):
            clients.more(100)
            caddy.load(served.paths, routing.render({**ROUTES, **others}, 1 - turn % 2))
        clients.more(100)
    assert (clients.lost, clients.answered >= 700) == ([], True)


@pytest.mark.usefixtures("served")
def test_speaks_http2() -> None:
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    connection = socket.create_connection(("127.0.0.1", HTTPS), 5)
    with context.wrap_socket(connection, server_hostname="shop.example.com") as secured:
        assert secured.selected_alpn_protocol() == "h2"


def test_reads_the_routes_back_from_the_configuration(served: Proxy) -> None:
    memory = caddy.loaded(served.paths)
    assert memory and memory.routes == ROUTES
    assert memory.config == routing.render(ROUTES)


ACME = Tls("acme")


@pytest.mark.parametrize(
    ("mine", "other", "words"),
    [
        (named("a.example.com"), named("a.example.com"), "a.example.com/ on port {HTTP} is held by the service b"),
        (named("a.example.com"), named("b.example.com"), ""),
        (
            named("a.example.com"),
            named("b.example.com", redirect_domains=("a.example.com",)),
            "a.example.com/ on port {HTTP} is held by the service b",
        ),
        (named("a.example.com"), named("a.example.com", path="/b"), ""),
        (
            named("a.example.com"),
            route_of(OTHER, domains=("a.example.com",), tls=ACME),
            "the certificate of a.example.com has other settings by the service b",
        ),
        (named("a.example.com"), route_of(HTTPS), "port {HTTPS} is for HTTP by the service b"),
        (route_of(HTTPS), named("a.example.com"), "port {HTTPS} is for HTTPS by the service b"),
        (named("a.example.com"), route_of(HTTP), ""),
    ],
)
def test_refuses_what_two_services_cannot_both_have(mine: Route, other: Route, words: str) -> None:
    assert conflict({"a": mine, "b": other}, "a") == with_ports(words)


def test_ignores_other_https_settings_of_a_route_without_https() -> None:
    route = route_of(80, domains=("a.b",))
    assert from_document({**document(route), "tls": "off", "https-port": 8443, "acme-email": "a@b"}) == route


def by_http3(port: int, name: str, path: str = "/", *, sni: str = "", body: bytes = b"") -> Heard:
    async def ask_once() -> Heard:
        async with http3(port, sni or name) as client:
            return await client.ask("POST" if body else "GET", name, path, body)

    return asyncio.run(ask_once())


@pytest.mark.usefixtures("served")
def test_offers_and_speaks_http3() -> None:
    assert f'h3=":{HTTPS}"' in get("shop.example.com").headers["alt-svc"]
    answer = by_http3(HTTPS, "shop.example.com", "/a?b=c", body=b"hello")
    told = json.loads(answer.body)
    assert (answer.status, told["name"], told["line"]) == (200, "shop.production", "POST /a?b=c HTTP/1.1")
    assert answer.headers["strict-transport-security"] == "max-age=600"


@pytest.mark.usefixtures("served")
def test_an_http3_connection_for_one_name_reaches_no_service_of_another() -> None:
    assert by_http3(HTTPS, "bank.example.com", sni="shop.example.com").status == 421
    with pytest.raises(ConnectionError):
        by_http3(HTTPS, "other.example.com")


def test_an_http3_request_survives_a_reload(tmp_path: Path) -> None:
    """An application takes its time, and the configuration is loaded anew meanwhile; then the connection is told to go, and another one is had."""
    route = route_of(free_port(), domains=("slow.example.com",), tls=Tls("internal", free_port()))
    waiting, go = threading.Event(), threading.Event()

    def slowly(connection: socket.socket) -> None:
        request_of(connection)
        waiting.set()
        go.wait(30)
        connection.sendall(OK)

    async def ask_over_a_reload(load: Callable[[], None]) -> int:
        async with http3(route.tls.port, "slow.example.com") as client:
            asked = asyncio.create_task(client.ask("GET", "slow.example.com"))
            await asyncio.to_thread(waiting.wait, 30)
            await asyncio.to_thread(load)
            go.set()
            return (await asked).status

    paths = prepared(tmp_path)
    with tcp_server(slowly) as port:
        name_live(paths, f"127.0.0.1:{port}", "slow.production")
        with running(tmp_path, paths, routing.text(routing.render({"slow.production": route}))):
            until(lambda: _shakes_hands("slow.example.com", route.tls.port))
            load = functools.partial(caddy.load, paths, routing.render({"slow.production": route._replace(canary_header="X-Other")}, 1))
            assert asyncio.run(ask_over_a_reload(load)) == 200
            assert by_http3(route.tls.port, "slow.example.com").status == 200
