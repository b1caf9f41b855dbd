"""A proxy stops when no service of its host has visitors, and is there again before one gets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, mark_of, only, serves
from __tests__.host.support.run_bed import logged, run_of
from host.certificates import issued
from host.edge import proxy, reconcile, stored, switch
from host.edge.container import proxies
from host.edge.container.proxies import Host
from host.edge.routes.route import pending
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import NoRoute, Route
from host.model.tls import Tls
from host.release.attempt import Attempt, take_back
from host.run import Run
from host.state.files import write
from host.state.folders import make_folders
from host.verbs import remove

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


def becomes_worker(host: Host, key: str = KEY) -> None:
    reconcile.ensure(host, key, NoRoute.NONE)


def stops(host: Host) -> bool:
    reconcile.stop_idle(host)
    return proxies.running(host) == []


def test_stops_with_the_last_route_and_returns_with_the_next(host: Host, web: Route, api: Route, upstream: str, said: list[str]) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    becomes_worker(host)
    assert not stops(host)
    assert serves(host, api, upstream)
    becomes_worker(host, API)
    assert stops(host)
    assert said[-1:] == ["no service of the host has visitors any more; the proxy stops"]
    assert [one.state for one in proxies.containers(host)] == ["exited"]
    assert stops(host)
    assert reconcile.repair(host) == () and proxies.running(host) == [], "not even a boot starts it"
    reconcile.ensure(host, KEY, web)
    assert only(host) and serves(host, web, upstream)


def test_is_there_before_the_cut_over_that_gives_it_a_route(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    becomes_worker(host)
    assert stops(host)
    reconcile.start_idle(host)
    back = only(host)
    assert stored.gather(host.paths, {}) == ({}, ())
    reconcile.start_idle(host)
    switch.pin(host, KEY, web, upstream)
    assert serves(host, web, upstream)
    switch.unpin(host, KEY, web)
    assert serves(host, web, upstream) and only(host) == back


@pytest.mark.parametrize("lost", [False, True], ids=["pending", "lost"])
def test_does_not_stop_while_a_route_is_pending_or_lost(host: Host, web: Route, lost: bool) -> None:
    reconcile.ensure(host, KEY, web)
    becomes_worker(host)
    if lost:
        write(host.paths.route(API), "{")
    else:
        reconcile.ensure(host, pending(API), web)
    assert not stops(host)


@pytest.fixture
def run(host: Host) -> Iterator[Run]:
    """An order for one more service of the host, whose name no other test has."""
    with logged(run_of(host.paths, host.docker, Bake(0, 20, 0.1))) as run:
        run.key = mark_of(host)
        make_folders(host.paths, run.key)
        run.order = run.order._replace(proxy=host.plan)
        yield run


def test_stops_with_the_removal_of_the_last_service_that_has_visitors(host: Host, run: Run, web: Route) -> None:
    reconcile.ensure(host, run.key, web)
    becomes_worker(host)
    assert KEY in remove.remove(run)["others"]
    assert [one.state for one in proxies.containers(host)] == ["exited"]


def test_stops_if_the_release_that_it_started_for_fails(host: Host, run: Run) -> None:
    becomes_worker(host, run.key)
    proxy.start_idle(run)
    assert [one.state for one in proxies.containers(host)] == ["running"]
    take_back(run, Attempt(), Failure("exited", "exit code 3"))
    assert [one.state for one in proxies.containers(host)] == ["exited"]


def test_keeps_its_certificates_and_the_key_of_its_authority(host: Host, web: Route, upstream: str) -> None:
    secured = web._replace(domains=("web.example.com",), tls=Tls("internal", free_port()))
    keys = Path(f"{host.paths.state}/proxy/data")
    reconcile.ensure(host, KEY, secured)
    until(lambda: all(one.certificate for one in issued.issued(host.paths, KEY, secured)))
    kept = {path: path.read_bytes() for path in keys.rglob("*") if path.suffix in (".key", ".crt")}
    assert kept
    becomes_worker(host)
    assert stops(host)
    reconcile.ensure(host, KEY, secured)
    until(lambda: serves(host, secured, upstream))
    assert {path: path.read_bytes() for path in kept} == kept


def test_one_that_cannot_start_fails_before_the_cut_over(host: Host) -> None:
    def bring(_: object) -> None:
        raise Failure("proxy-failed", "the image cannot be pulled")

    with pytest.raises(Failure, match="the image cannot be pulled"):
        reconcile.start_idle(host._replace(bring=bring))
    assert proxies.containers(host) == []
