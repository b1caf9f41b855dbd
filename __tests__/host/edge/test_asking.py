"""Certificates of a real authority for a route that is to come, on a real Caddy, while its service goes on as it is."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from __tests__.host.support.acme_bed import HERE, acme, by, serving, trusting
from __tests__.host.support.caddy_bed import KEY, Clients, Proxy, name_live, prepared, route_of, running
from __tests__.host.support.nginx_bed import secured
from __tests__.host.support.patience import stretched, until
from __tests__.host.support.raw_server import OK, saying, tcp_server
from __tests__.host.support.run_bed import run_of
from host.certificates import issued
from host.docker import Docker
from host.edge import caddy, loading, reconcile
from host.edge.container.proxies import Host
from host.edge.pending import asking, ready
from host.edge.routes import routing
from host.edge.routes.route import pending
from host.edge.stored import config_path
from host.http.dial import Unreachable, tcp, unverified_tls
from host.http.http1 import ask
from host.model.failure import Failure
from host.model.order import Bake, ProxyPlan
from host.model.release import Route
from host.model.tls import Tls
from host.run import Run
from host.state.files import read
from host.state.locks import locked
from host.state.paths import Paths
from host.unattended import boot
from local.acme.authority import Authority
from local.acme.programs import PEBBLE

PLAIN = route_of(80, domains=("shop.example.com",))


class Bed(NamedTuple):
    """A service that is served over HTTP alone, and an authority."""

    authority: Authority
    folder: Path
    proxy: Proxy
    host: Host
    run: Run

    @property
    def paths(self) -> Paths:
        return self.proxy.paths

    def ask(self, route: Route) -> None:
        reconcile.ensure(self.host, pending(KEY), route)

    def wait(self, route: Route, seconds: float = 300) -> None:
        run = self.run
        run.order = run.order._replace(certificate_timeout=seconds)
        asking.wait(run, route, lambda: read(str(self.folder / "log")))

    def routes(self) -> dict[str, Route]:
        memory = caddy.loaded(self.paths)
        assert memory
        return dict(memory.routes)


@pytest.fixture
def bed(tmp_path: Path, docker: Docker) -> Iterator[Bed]:
    folder = tmp_path / "caddy"
    folder.mkdir()
    with acme(tmp_path / "acme") as authority:
        paths = trusting(folder, authority)
        with serving(folder, paths, {KEY: PLAIN}, saying(OK)) as proxy:
            host = Host(docker, paths, ProxyPlan("", ""), lambda _: None, lambda _: None, tmp_path.name)
            yield Bed(authority, folder, proxy, host, run_of(paths, docker, Bake(0, 20, 1)))


def get(port: int = 80, name: str = "shop.example.com") -> int:
    return ask(tcp(HERE, port), "GET", "/", host=name).status


def get_safely(bed: Bed, name: str = "shop.example.com", port: int = 443) -> ssl.SSLObject | Any:
    """Asks as a visitor who trusts the authority alone; gives the certificate that the visitor was shown."""
    trust = ssl.create_default_context(cadata=bed.authority.issuers())
    with trust.wrap_socket(socket.create_connection((HERE, port), 60), server_hostname=name) as visitor:
        visitor.sendall(f"GET / HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        assert visitor.recv(100).startswith(b"HTTP/1.1 200")
        return visitor.getpeercert()


def test_the_old_route_serves_until_the_certificates_arrive(bed: Bed) -> None:
    route = PLAIN._replace(tls=by(bed.authority, redirect_domains=("www.shop.example.com",)))
    assert asking.needed(bed.paths, KEY, route)
    bed.ask(route)
    assert get() == 200
    bed.wait(route)
    assert get() == 200
    assert bed.routes() == {KEY: PLAIN, pending(KEY): route}
    assert [one.certificate is not None for one in issued.issued(bed.paths, KEY, route)] == [True, True]
    reconcile.ensure(bed.host, KEY, route)
    get_safely(bed)
    assert (get(), bed.routes()) == (308, {KEY: route})
    assert not asking.needed(bed.paths, KEY, route)


def test_requests_no_certificate_that_it_already_has(bed: Bed) -> None:
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    bed.wait(route)
    reconcile.ensure(bed.host, KEY, route)
    first = get_safely(bed)
    for again in (PLAIN, route):
        bed.ask(again)
        bed.wait(again)
        reconcile.ensure(bed.host, KEY, again)
    bed.proxy.process.kill()
    bed.proxy.process.wait()
    with running(bed.folder, bed.paths, read(config_path(bed.paths))):
        until(lambda: _shown(bed) == first)
    assert bed.authority.requests("order-plz") == 1


def _shown(bed: Bed) -> Any:
    try:
        return get_safely(bed)
    except OSError:
        return None


@pytest.mark.parametrize(("route", "way"), [(PLAIN, "http-01"), (PLAIN._replace(port=8080), "tls-alpn-01")])
def test_proves_a_name_through_either_port(bed: Bed, route: Route, way: str) -> None:
    port = 8443 if way == "http-01" else 443
    route = route._replace(tls=by(bed.authority, port=port))
    bed.ask(route)
    bed.wait(route)
    reconcile.ensure(bed.host, KEY, route)
    get_safely(bed, port=port)
    solved = [line for line in (bed.folder / "log").read_text().splitlines() if "trying to solve challenge" in line]
    assert solved and all(way in line for line in solved)


LIMITED = "too many certificates (5) already issued for this exact set of identifiers in the last 168h0m0s"


@pytest.mark.parametrize(
    ("status", "kind", "detail", "words"),
    [
        (429, "rateLimited", LIMITED, f"shop.example.com: HTTP 429 rateLimited - {LIMITED}"),
        (403, "rejectedIdentifier", "policy forbids it", "shop.example.com: HTTP 403 rejectedIdentifier - policy forbids it"),
    ],
)
def test_reports_a_refusal_at_once_in_the_authoritys_words(bed: Bed, status: int, kind: str, detail: str, words: str) -> None:
    bed.authority.trouble("order-plz", status, kind, detail)
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with pytest.raises(Failure) as raised:
        bed.wait(route, 600)
    assert (raised.value.cause, raised.value.detail) == ("certificate-failed", words)


def limited(until: float) -> str:
    """As Let's Encrypt says it: https://letsencrypt.org/docs/rate-limits/"""
    then = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(until))
    return f"{LIMITED}, retry after {then} UTC: see https://letsencrypt.org/docs/rate-limits/"


def test_waits_for_the_time_that_the_authority_gives_before_asking_again(bed: Bed) -> None:
    words = limited(time.time() + 3600)
    bed.authority.trouble("order-plz", 429, "rateLimited", words)
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with pytest.raises(Failure):
        bed.wait(route, 600)
    asking.withdraw(bed.paths, KEY)
    bed.authority.no_trouble()
    asked = bed.authority.requests()
    with pytest.raises(Failure) as raised:
        ready.for_release(bed.run, route, None)
    assert (raised.value.cause, raised.value.detail) == ("certificate-failed", f"shop.example.com: HTTP 429 rateLimited - {words}")
    assert (bed.routes(), bed.authority.requests()) == ({KEY: PLAIN}, asked)
    elsewhere = by(bed.authority, directory=f"https://{HERE}:{PEBBLE}/dir")
    for other in (route._replace(domains=("blog.example.com",)), route._replace(tls=elsewhere)):
        asking.refuse_early(bed.paths, KEY, other, time.time())


NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        (limited(NOW + 3600), 3600),
        (limited(NOW - 3600), 0),
        ("policy forbids it", 0),
        ("retry after 2026-99-99 00:00:00 UTC", 0),
        ("retry after 9999-01-01 00:00:00 UTC", 7 * 86_400),
    ],
)
def test_waits_no_longer_than_the_authority_says_and_at_most_a_week(tmp_path: Path, words: str, seconds: int) -> None:
    paths, route = prepared(tmp_path), PLAIN._replace(tls=Tls("acme"))
    asking._note(paths, KEY, route, asking.Refusal("shop.example.com", words), NOW)
    if seconds:
        with pytest.raises(Failure):
            asking.refuse_early(paths, KEY, route, NOW + seconds - 1)
    asking.refuse_early(paths, KEY, route, NOW + seconds)


@pytest.mark.parametrize(("at", "told"), [(-1, False), (0, True), (5, True), (3600, False)])
def test_ignores_refusals_from_before_the_clock_was_set_back(at: int, told: bool) -> None:
    """The names wait for 10 seconds by now."""
    line = {"ts": NOW + at, "msg": "could not get certificate from issuer", "identifier": "shop.example.com", "error": "HTTP 429 x - no"}
    said = list(asking.refusals(f"{json.dumps(line)}\n", NOW, NOW + 10))
    assert said == [("shop.example.com", "HTTP 429 x - no")] * told


def test_the_wait_for_an_authority_that_is_down_is_limited(bed: Bed) -> None:
    bed.authority.trouble("dir", 0)
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with pytest.raises(Failure, match=r"shop\.example\.com: .*EOF"):
        bed.wait(route, stretched(8))


def test_reports_a_failed_challenge(bed: Bed) -> None:
    bed.authority.name("shop.example.com", "10.1.2.3")
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with pytest.raises(Failure, match=r"HTTP 40\d (connection|unauthorized) - .*10\.1\.2\.3"):
        bed.wait(route)


def test_registers_the_email_at_the_authority(bed: Bed) -> None:
    route = PLAIN._replace(tls=by(bed.authority, email="ops@example.com"))
    bed.ask(route)
    bed.wait(route)
    assert [one["contact"] for one in bed.authority.accounts()] == [["mailto:ops@example.com"]]


def test_gives_up_a_certificate_that_never_arrived(bed: Bed) -> None:
    bed.authority.trouble("order-plz", 429, "rateLimited", LIMITED)
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with pytest.raises(Failure):
        bed.wait(route)
    asking.withdraw(bed.paths, KEY)
    assert (bed.routes(), get()) == ({KEY: PLAIN}, 200)
    memory = caddy.loaded(bed.paths)
    assert memory and "tls" not in memory.config["apps"]
    bed.authority.no_trouble()
    bed.ask(route)
    bed.wait(route)


def test_gives_up_the_requests_of_killed_orders_only(bed: Bed) -> None:
    """An order that is killed takes nothing back; its lock goes with it."""
    bed.authority.trouble("order-plz", 429, "rateLimited", LIMITED)
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(route)
    with locked(f"{bed.paths.service(KEY)}/lock", 0, "an order"):
        boot.look_after(bed.paths)
        assert pending(KEY) in bed.routes()
    boot.look_after(bed.paths)
    assert (bed.routes(), get()) == ({KEY: PLAIN}, 200)
    memory = caddy.loaded(bed.paths)
    assert memory and "tls" not in memory.config["apps"]


def test_a_service_without_a_certificate_affects_no_other(bed: Bed) -> None:
    other = route_of(80, domains=("blog.example.com",), tls=by(bed.authority))
    bed.ask(other)
    bed.wait(other)
    reconcile.ensure(bed.host, KEY, other)
    bed.authority.trouble("order-plz", 429, "rateLimited", LIMITED)
    reconcile.ensure(bed.host, pending("api.production"), PLAIN._replace(tls=by(bed.authority)))
    get_safely(bed, "blog.example.com")
    asking.withdraw(bed.paths, "api.production")
    get_safely(bed, "blog.example.com")
    assert bed.routes() == {KEY: other}


@pytest.mark.parametrize("first", ["acme", "internal"])
def test_the_earlier_certificate_serves_until_another_authority_issues_one(bed: Bed, first: str) -> None:
    """The authority that is behind the front counts as another one."""
    earlier = PLAIN._replace(tls=by(bed.authority, source=first))
    route = PLAIN._replace(tls=by(bed.authority, directory=f"https://{HERE}:{PEBBLE}/dir"))
    bed.ask(earlier)
    bed.wait(earlier)
    reconcile.ensure(bed.host, KEY, earlier)
    before = _certificate()
    assert asking.needed(bed.paths, KEY, route) and asking.replaces(earlier, route)
    bed.ask(asking.without_certificates(route))
    loading.reload(bed.host.paths)
    assert _certificate() == before
    bed.ask(route)
    bed.wait(route)
    assert _certificate()
    reconcile.ensure(bed.host, KEY, route)
    until(lambda: _certificate() != before)
    (after,) = issued.issued(bed.paths, KEY, route)
    assert after.certificate and after.certificate.issuer.startswith("Pebble")
    get_safely(bed)


def test_the_earlier_certificate_stays_if_another_authority_refuses(bed: Bed) -> None:
    earlier = PLAIN._replace(tls=by(bed.authority, source="internal"))
    route = PLAIN._replace(tls=by(bed.authority))
    bed.ask(earlier)
    bed.wait(earlier)
    reconcile.ensure(bed.host, KEY, earlier)
    before = _certificate()
    bed.authority.trouble("order-plz", 403, "rejectedIdentifier", "no")
    bed.ask(asking.without_certificates(route))
    loading.reload(bed.host.paths)
    bed.ask(route)
    with pytest.raises(Failure):
        bed.wait(route)
    asking.withdraw(bed.paths, KEY)
    until(lambda: _certificate() == before)


def _certificate() -> bytes | None:
    """What any visitor is shown now, or soon: the proxy loads a certificate a moment after it has stored that."""
    shown: list[bytes | None] = []

    def is_shown() -> bool:
        with suppress(Unreachable), unverified_tls(HERE, 443, "shop.example.com")(60) as visitor:
            assert isinstance(visitor, ssl.SSLSocket)
            shown.append(visitor.getpeercert(True))
        return shown != []

    until(is_shown)
    return shown[0]


def test_renews_a_certificate_without_an_order_or_a_lost_request(tmp_path: Path) -> None:
    """The proxy looks every ten minutes, as it was told when it began; here every second."""
    folder = tmp_path / "caddy"
    folder.mkdir()
    with acme(tmp_path / "acme", seconds=15) as authority, tcp_server(saying(OK)) as port:
        paths = trusting(folder, authority)
        route = PLAIN._replace(tls=by(authority))
        config = routing.render({KEY: route})
        config["apps"]["tls"]["automation"]["renew_interval"] = "1s"
        name_live(paths, f"{HERE}:{port}")
        with running(folder, paths, routing.text(config)):
            until(lambda: not issued.without(paths, KEY, route, time.time()))
            (first,), shown = issued.issued(paths, KEY, route), _certificate()
            with Clients(443, name="shop.example.com", wrap=lambda one: secured(one, "shop.example.com")) as clients:
                until(lambda: issued.issued(paths, KEY, route) != (first,), seconds=60)
                until(lambda: _certificate() != shown)
                clients.more()
            (second,) = issued.issued(paths, KEY, route)
    assert clients.lost == []
    assert first.certificate and second.certificate and second.certificate.expires > first.certificate.expires
