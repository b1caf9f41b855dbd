"""The proxy's container with a real Docker: made, left alone, changed, and made again."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.full_disk import fill, small
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, inspected, lose_socket, only, serves
from host import docker
from host.edge import reconcile, stored
from host.edge.container import failures, proxies, starting
from host.edge.container.proxies import Host
from host.edge.routes import routing
from host.edge.routes.route import document
from host.model.failure import Failure
from host.model.order import ProxyPlan
from host.model.release import Route
from host.model.tls import Tls
from host.state.files import read, write

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The disk with the state of `host`, which comes after it."""
    with small(tmp_path / "s") as disk:
        yield disk


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (
            '{"level":"info","msg":"x"}\n{"level":"error","ts":1.2,"msg":"listen tcp :80: bind: address already in use"}\n',
            "listen tcp :80: bind: address already in use",
        ),
        ("Error: loading initial config: x\n", "loading initial config: x"),
        ('{"level":"error","msg":"first"}\n{"level":"error","msg":"second"}\n{"level":"error"', "second"),
        ("exec: caddy: not found\n", "the proxy did not come up in 15 s, and says nothing"),
        ("", "the proxy did not come up in 15 s, and says nothing"),
    ],
)
def test_finds_the_last_error_in_a_log(log: str, words: str) -> None:
    assert failures.last_error(log) == words


def test_starts_from_nothing_and_then_changes_nothing(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    first = only(host)
    assert serves(host, web, upstream)
    assert inspected(host).restart_policy == "unless-stopped"
    assert stored.stored(host.paths, KEY) == web
    assert routing.routes_of(json.loads(read(stored.config_path(host.paths)))) == {KEY: web}
    assert starting.stored_plan(host.paths) == host.plan
    files = [os.stat(path).st_mtime_ns for path in (stored.config_path(host.paths), host.paths.route(KEY))]
    reconcile.ensure(host, KEY, web)
    assert only(host) == first
    assert files == [os.stat(path).st_mtime_ns for path in (stored.config_path(host.paths), host.paths.route(KEY))]


def test_adds_and_removes_services_independently(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    assert serves(host, web, upstream)
    assert serves(host, api, upstream)
    moved = route_of(free_port())
    reconcile.ensure(host, API, moved)
    assert serves(host, moved, upstream)
    assert not serves(host, api, upstream)
    with pytest.raises(Failure, match=f"port {moved.port} is held by the service {API}") as failed:
        reconcile.ensure(host, KEY, web._replace(port=moved.port))
    assert failed.value.cause == "route-taken"
    assert reconcile.leave_out(host.paths, API)
    assert not serves(host, moved, upstream)
    assert serves(host, web, upstream)
    assert not reconcile.leave_out(host.paths, API)
    assert stored.all_of(host.paths, {}) == {KEY: web}


@pytest.mark.parametrize("runs", [True, False])
def test_refuses_a_port_in_use_by_name(host: Host, web: Route, api: Route, upstream: str, runs: bool) -> None:
    """Also one who would share it."""
    if runs:
        reconcile.ensure(host, KEY, web)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Failure, match=rf"port {port} is held by process {os.getpid()} \(") as failed:
            reconcile.ensure(host, API, api._replace(port=port))
    assert failed.value.cause == "proxy-port-taken"
    assert stored.stored(host.paths, API) is None
    assert serves(host, web, upstream) is runs


def test_refuses_a_port_in_use_on_another_address_before_any_traffic(host: Host, web: Route) -> None:
    reconcile.ensure(host, KEY, web._replace(external=True))
    with socket.create_server(("127.0.0.2", web.port)), pytest.raises(Failure, match=f"port {web.port} is held by process {os.getpid()}"):
        reconcile.ensure(host, KEY, web)
    assert stored.stored(host.paths, KEY) == web._replace(external=True)
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, KEY, web._replace(external=True))


def test_names_the_container_that_publishes_a_port(host: Host, api: Route, tiny_image: str, mark: str) -> None:
    port = free_port()
    run = ["docker", "run", "-d", "--name", f"{mark}-holder", "-p", f"127.0.0.1:{port}:80", tiny_image]
    subprocess.run(run, check=True, capture_output=True)
    with pytest.raises(Failure, match=f"port {port} is held by container {mark}-holder"):
        reconcile.ensure(host, API, api._replace(port=port))


@pytest.mark.parametrize("damage", ["", "{", None])
def test_does_not_leave_out_another_service_that_is_damaged(host: Host, web: Route, api: Route, upstream: str, damage: str | None) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    os.unlink(host.paths.route(API))
    if damage is not None:
        write(host.paths.route(API), damage)
    moved = route_of(free_port())
    reconcile.ensure(host, KEY, moved)
    assert serves(host, moved, upstream)
    assert serves(host, api, upstream)
    assert stored.stored(host.paths, API) == api


def test_an_unrecoverable_service_blocks_only_changes_that_would_lose_it(host: Host, web: Route, upstream: str, said: list[str]) -> None:
    reconcile.ensure(host, KEY, web)
    write(host.paths.route(API), "{")
    reconcile.ensure(host, KEY, web)
    assert API in said[-1]
    with pytest.raises(Failure, match=API):
        reconcile.ensure(host, KEY, route_of(free_port()))
    assert serves(host, web, upstream)


@pytest.mark.parametrize("damage", ["", "{}", "{", '{"apps":{"http":{"servers":{}}}}'])
def test_restores_everything_to_a_proxy_that_is_empty_or_not_running(
    host: Host, web: Route, api: Route, upstream: str, damage: str
) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    write(stored.config_path(host.paths), damage)
    subprocess.run(["docker", "restart", "-t", "0", host.name], check=True, capture_output=True)
    assert not serves(host, web, upstream)
    reconcile.ensure(host, KEY, web)
    assert serves(host, web, upstream)
    assert serves(host, api, upstream)
    only(host)
    assert routing.routes_of(json.loads(read(stored.config_path(host.paths)))) == {KEY: web, API: api}


def test_a_rejected_route_changes_nothing(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    before = read(stored.config_path(host.paths))
    with pytest.raises(Failure, match="bogus") as failed:
        reconcile.ensure(host, API, api._replace(trusted=("bogus",)))
    assert failed.value.cause == "proxy-failed"
    assert read(stored.config_path(host.paths)) == before
    assert stored.stored(host.paths, API) is None
    assert serves(host, web, upstream)


def test_does_not_serve_a_route_that_cannot_be_stored(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    os.mkdir(f"{host.paths.route(API)}.new")
    with pytest.raises(Failure) as failed:
        reconcile.ensure(host, API, api)
    assert failed.value.cause == "disk-failed"
    assert not serves(host, api, upstream)
    assert serves(host, web, upstream)


def test_a_failed_first_start_leaves_nothing(host: Host, web: Route) -> None:
    with pytest.raises(Failure, match="bogus") as failed:
        reconcile.ensure(host, KEY, web._replace(trusted=("bogus",)))
    assert failed.value.cause == "proxy-failed"
    assert proxies.containers(host) == []
    assert not os.path.exists(stored.config_path(host.paths))


def test_waits_for_a_proxy_that_has_just_been_started(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    subprocess.run(["docker", "restart", "-t", "0", host.name], check=True, capture_output=True)
    reconcile.ensure(host._replace(patience=300), KEY, web)
    assert only(host) == container
    assert serves(host, web, upstream)


def test_does_not_restart_a_serving_proxy_for_a_lost_socket(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    lose_socket(host)
    reconcile.ensure(host, KEY, web)
    assert only(host) == container
    assert serves(host, web, upstream)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("end", [["stop", "-t", "0"], ["rm", "-f"], ["kill"]])
def test_recreates_a_missing_proxy(host: Host, web: Route, api: Route, upstream: str, end: list[str], known: bool) -> None:
    """With the image of the container that is there, where the record of it is lost."""
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    subprocess.run(["docker", *end, host.name], check=True, capture_output=True)
    until(lambda: proxies.running(host) == [])
    if not known:
        host = host._replace(plan=ProxyPlan("", ""))
    if not known and end[0] == "rm":
        (finding,) = reconcile.repair(host)
        assert (finding.name, finding.fatal) == ("proxy-failed", True)
        return
    assert reconcile.repair(host) == ()
    only(host)
    assert serves(host, web, upstream)
    assert serves(host, api, upstream)


def test_a_service_whose_port_is_in_use_affects_no_other(host: Host, web: Route, upstream: str) -> None:
    port = free_port()
    with socket.create_server(("0.0.0.0", port)):
        reconcile.ensure(host, KEY, web)
        reconcile.ensure(host, API, route_of(free_port()))
        docker.remove(host.docker, host.name)
        write(host.paths.route(API), json.dumps(document(route_of(port))))
        (finding,) = reconcile.repair(host)
        assert (finding.name, str(port) in finding.detail, API in finding.detail) == ("proxy-port-taken", True, True)
        assert serves(host, web, upstream)
    assert reconcile.repair(host) == ()
    assert serves(host, route_of(port), upstream)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_udp_port_in_use_affects_only_the_services_that_need_it(
    host: Host, web: Route, upstream: str, family: socket.AddressFamily
) -> None:
    """HTTP/3 needs it, at `https-port`: without it, Caddy would not even start."""
    secured = route_of(free_port(), domains=("a.example.com",), tls=Tls("internal", free_port()))
    words = f"UDP port {secured.tls.port} is held by process {os.getpid()} "
    reconcile.ensure(host, KEY, web)
    with socket.socket(family, socket.SOCK_DGRAM) as taken:
        if family == socket.AF_INET6:
            taken.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        taken.bind(("", secured.tls.port))
        with pytest.raises(Failure, match=words) as failed:
            reconcile.ensure(host, API, secured)
        assert failed.value.cause == "proxy-port-taken"
        docker.remove(host.docker, host.name)
        write(host.paths.route(API), json.dumps(document(secured)))
        (finding,) = reconcile.repair(host)
        assert (finding.name, words in finding.detail, finding.fatal) == ("proxy-port-taken", True, False)
        assert serves(host, web, upstream)
    assert reconcile.repair(host) == ()
    assert serves(host, secured, upstream)
    assert serves(host, web, upstream)


def test_another_https_port_is_accepted_while_somebody_else_has_the_first(host: Host, upstream: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("", 0))
        secured = route_of(free_port(), domains=("a.example.com",), tls=Tls("internal", taken.getsockname()[1]))
        with pytest.raises(Failure, match="proxy-port-taken"):
            reconcile.ensure(host, API, secured)
        https_port = free_port()
        elsewhere = secured._replace(tls=secured.tls._replace(port=https_port))
        reconcile.ensure(host, API, elsewhere)
        assert serves(host, elsewhere, upstream)


@pytest.mark.parametrize("runs", [True, False])
def test_a_service_that_was_left_out_does_not_return(host: Host, web: Route, api: Route, upstream: str, runs: bool) -> None:
    """Not from the configuration that was loaded last, either."""
    reconcile.ensure(host, KEY, web)
    if not runs:
        docker.remove(host.docker, host.name)
    write(stored.config_path(host.paths), routing.text(routing.render({KEY: web, API: api})))
    reconcile.leave_out(host.paths, API)
    reconcile.ensure(host, KEY, web)
    assert serves(host, web, upstream)
    assert stored.all_of(host.paths, {}) == {KEY: web}


def test_removes_a_service_on_a_full_disk(small_disk: Path, host: Host, web: Route, api: Route, upstream: str) -> None:
    """Nothing else would free it."""
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    fill(small_disk)
    assert reconcile.leave_out(host.paths, API)
    assert not serves(host, api, upstream)
    assert serves(host, web, upstream)
    assert routing.routes_of(json.loads(read(stored.config_path(host.paths)))) == {KEY: web}


def test_creates_nothing_without_a_service(host: Host) -> None:
    assert reconcile.repair(host) == ()
    assert proxies.containers(host) == []
