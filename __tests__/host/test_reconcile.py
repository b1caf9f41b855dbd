"""The proxy's container with a real Docker: made, left alone, replaced without a lost request, put back, and made again."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.caddy_bed import KEY, Clients, free_port, name_live, prepared, route_of, running, until
from __tests__.host.raw_server import saying, tcp_server
from host import docker
from host.edge import caddy, handover, proxy, proxy_container, reconcile, routing, stored
from host.edge.proxy import Seen
from host.edge.proxy_container import Host
from host.edge.route import document
from host.model import Failure, Health, Inspected, ProxyPlan, Route
from host.state import Paths, make_folders, read, write

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
API = "api.production"
PATIENCE = 3.0
"""Seconds for which a proxy counts as one that is still coming up."""


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
def test_the_last_error_of_a_log(log: str, words: str) -> None:
    assert proxy_container.last_error(log) == words


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def host(docker: docker.Docker, caddy_image: str, tmp_path: Path, mark: str, said: list[str]) -> Host:
    paths = Paths(str(tmp_path / "s"), str(tmp_path / "r"))
    for key in (KEY, API):
        make_folders(paths, key)
    return Host(docker, paths, ProxyPlan(caddy_image, ""), lambda _: None, said.append, mark, PATIENCE)


@pytest.fixture(scope="module")
def web() -> Route:
    return route_of(free_port())


@pytest.fixture(scope="module")
def api() -> Route:
    return route_of(free_port())


@pytest.fixture
def upstream(host: Host) -> Iterator[str]:
    with tcp_server(saying(OK)) as port:
        address = f"127.0.0.1:{port}"
        for key in (KEY, API):
            name_live(host.paths, address, key)
        yield address


def inspected(host: Host) -> Inspected:
    seen = docker.inspect(host.docker, host.name)
    assert seen is not None
    return seen


def only(host: Host) -> str:
    """The id of the one proxy there is, which has its name."""
    (container,) = proxy_container.containers(host)
    assert (container.name, container.state) == (host.name, "running")
    return container.id


def serves(route: Route, upstream: str) -> bool:
    return proxy.readback(route, Health("/", "200-399", "", 60, 1)) == Seen(upstream, 200, True)


def lose_socket(host: Host) -> None:
    os.unlink(caddy.socket_path(host.paths))
    age_of_proxy(host)


def age_of_proxy(host: Host) -> None:
    """A proxy that was started just now is waited for."""
    until(lambda: reconcile.age(inspected(host).pid) > PATIENCE)


def test_from_nothing_and_then_nothing_is_touched(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    first = only(host)
    assert serves(web, upstream)
    assert inspected(host).restart_policy == "unless-stopped"
    assert stored.stored(host.paths, KEY) == web
    assert routing.routes_of(json.loads(read(stored.config_path(host.paths)))) == {KEY: web}
    assert proxy_container.stored_plan(host.paths) == host.plan
    files = [os.stat(path).st_mtime_ns for path in (stored.config_path(host.paths), host.paths.route(KEY))]
    reconcile.ensure(host, KEY, web)
    assert only(host) == first
    assert files == [os.stat(path).st_mtime_ns for path in (stored.config_path(host.paths), host.paths.route(KEY))]


def test_services_come_and_go_beside_each_other(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    assert serves(web, upstream)
    assert serves(api, upstream)
    moved = route_of(free_port())
    reconcile.ensure(host, API, moved)
    assert serves(moved, upstream)
    assert not serves(api, upstream)
    with pytest.raises(Failure, match=f"port {moved.port} is held by the service {API}") as failed:
        reconcile.ensure(host, KEY, web._replace(port=moved.port))
    assert failed.value.cause == "route-taken"
    assert reconcile.leave_out(host.paths, API)
    assert not serves(moved, upstream)
    assert serves(web, upstream)
    assert not reconcile.leave_out(host.paths, API)
    assert stored.all_of(host.paths, {}) == {KEY: web}


@pytest.mark.parametrize("runs", [True, False])
def test_a_port_that_somebody_has_is_refused_by_name(host: Host, web: Route, api: Route, upstream: str, runs: bool) -> None:
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
    assert serves(web, upstream) is runs


def test_a_container_that_publishes_a_port_is_named(host: Host, api: Route, tiny_image: str, mark: str) -> None:
    port = free_port()
    run = ["docker", "run", "-d", "--name", f"{mark}-holder", "-p", f"127.0.0.1:{port}:80", tiny_image]
    subprocess.run(run, check=True, capture_output=True)
    with pytest.raises(Failure, match=f"port {port} is held by container {mark}-holder"):
        reconcile.ensure(host, API, api._replace(port=port))


@pytest.mark.parametrize("damage", ["", "{", None])
def test_a_damaged_part_of_another_service_is_not_left_out(host: Host, web: Route, api: Route, upstream: str, damage: str | None) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    os.unlink(host.paths.route(API))
    if damage is not None:
        write(host.paths.route(API), damage)
    moved = route_of(free_port())
    reconcile.ensure(host, KEY, moved)
    assert serves(moved, upstream)
    assert serves(api, upstream)
    assert stored.stored(host.paths, API) == api


def test_a_service_that_nobody_knows_holds_up_only_what_would_lose_it(host: Host, web: Route, upstream: str, said: list[str]) -> None:
    reconcile.ensure(host, KEY, web)
    write(host.paths.route(API), "{")
    reconcile.ensure(host, KEY, web)
    assert API in said[-1]
    with pytest.raises(Failure, match=API):
        reconcile.ensure(host, KEY, route_of(free_port()))
    assert serves(web, upstream)


@pytest.mark.parametrize("damage", ["", "{}", "{", '{"apps":{"http":{"servers":{}}}}'])
def test_a_proxy_that_came_up_empty_or_not_at_all_gets_everything_again(
    host: Host, web: Route, api: Route, upstream: str, damage: str
) -> None:
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    write(stored.config_path(host.paths), damage)
    subprocess.run(["docker", "restart", "-t", "0", host.name], check=True, capture_output=True)
    assert not serves(web, upstream)
    reconcile.ensure(host, KEY, web)
    assert serves(web, upstream)
    assert serves(api, upstream)
    only(host)
    assert routing.routes_of(json.loads(read(stored.config_path(host.paths)))) == {KEY: web, API: api}


def test_a_refused_server_leaves_everything_as_it_was(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    before = read(stored.config_path(host.paths))
    with pytest.raises(Failure, match="bogus") as failed:
        reconcile.ensure(host, API, api._replace(trusted=("bogus",)))
    assert failed.value.cause == "proxy-failed"
    assert read(stored.config_path(host.paths)) == before
    assert stored.stored(host.paths, API) is None
    assert serves(web, upstream)


def test_what_cannot_be_written_down_does_not_serve(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    os.mkdir(f"{host.paths.route(API)}.new")
    with pytest.raises(Failure) as failed:
        reconcile.ensure(host, API, api)
    assert failed.value.cause == "out-of-disk"
    assert not serves(api, upstream)
    assert serves(web, upstream)


def test_a_first_start_that_fails_leaves_nothing(host: Host, web: Route) -> None:
    with pytest.raises(Failure, match="bogus") as failed:
        reconcile.ensure(host, KEY, web._replace(trusted=("bogus",)))
    assert failed.value.cause == "proxy-failed"
    assert proxy_container.containers(host) == []
    assert not os.path.exists(stored.config_path(host.paths))


def test_one_that_was_started_just_now_is_waited_for(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    subprocess.run(["docker", "restart", "-t", "0", host.name], check=True, capture_output=True)
    reconcile.ensure(host, KEY, web)
    assert only(host) == container
    assert serves(web, upstream)


def test_a_lost_socket_is_no_reason_to_touch_what_serves(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    lose_socket(host)
    reconcile.ensure(host, KEY, web)
    assert only(host) == container
    assert serves(web, upstream)


def test_one_that_cannot_be_asked_gives_way_before_a_release(host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    reconcile.succeed(host, KEY, web)
    assert only(host) == container
    lose_socket(host)
    with Clients(web.port) as clients:
        reconcile.succeed(host, KEY, web)
        clients.more()
    assert clients.lost == []
    assert only(host) != container
    assert caddy.loaded(host.paths) is not None
    assert serves(web, upstream)


def test_a_successor_takes_over_without_a_lost_request(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    lose_socket(host)
    with Clients(web.port) as clients:
        reconcile.ensure(host, API, api)
        clients.more()
    assert clients.lost == []
    assert only(host) != container
    assert serves(web, upstream)
    assert serves(api, upstream)
    assert caddy.loaded(host.paths) is not None
    reconcile.ensure(host, API, route_of(free_port()))


def test_a_successor_that_does_not_come_up_changes_nothing(host: Host, web: Route, api: Route, upstream: str, tiny_image: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    before = read(stored.config_path(host.paths))
    lose_socket(host)
    with Clients(web.port) as clients:
        with pytest.raises(Failure):
            reconcile.ensure(host._replace(plan=ProxyPlan(tiny_image, "")), API, api)
        with pytest.raises(Failure, match="bogus"):
            reconcile.ensure(host, API, api._replace(trusted=("bogus",)))
        clients.more()
    assert clients.lost == []
    assert only(host) == container
    assert read(stored.config_path(host.paths)) == before
    assert serves(web, upstream)


def test_one_that_docker_does_not_know_gives_way_before_a_release(
    host: Host, web: Route, api: Route, upstream: str, tmp_path: Path
) -> None:
    """As where Docker's data-root was moved under what runs: nobody would start it at boot."""
    both = {KEY: web, API: api}
    stray = host._replace(paths=prepared(tmp_path / "stray"))
    name_live(stray.paths, upstream)
    name_live(stray.paths, upstream, API)
    with running(tmp_path / "stray", stray.paths, routing.text(routing.render(both))) as proxy_of_nobody:
        with Clients(web.port) as clients:
            reconcile.ensure(stray, KEY, web)
            reconcile.succeed(stray, KEY, web)
            clients.more()
        assert clients.lost == []
        assert proxy_of_nobody.process.wait(10) == 0
    container = only(stray)
    assert caddy.process(stray.paths) == inspected(stray).pid
    assert serves(web, upstream)
    assert serves(api, upstream)
    reconcile.succeed(stray, KEY, web)
    assert only(stray) == container


def test_one_that_hangs_gives_way_quickly(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    age_of_proxy(host)
    os.kill(inspected(host).pid, signal.SIGSTOP)
    began = time.monotonic()
    reconcile.ensure(host, API, api)
    only(host)
    assert serves(web, upstream)
    assert serves(api, upstream)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("gone", ["nobody", "predecessor", "successor"])
def test_a_handover_that_was_cut_short_is_finished(host: Host, web: Route, upstream: str, gone: str) -> None:
    reconcile.ensure(host, KEY, web)
    write(f"{host.paths.state}/proxy/handover", "")
    proxy_container.start(host, proxy_container.successor(host), {KEY: web})
    if gone != "nobody":
        docker.remove(host.docker, host.name if gone == "predecessor" else proxy_container.successor(host))
        age = reconcile.age
        until(lambda: all(age(proxy_container.pid_of(host, one.id)) > PATIENCE for one in proxy_container.running(host)))
    reconcile.ensure(host, KEY, web)
    only(host)
    assert serves(web, upstream)
    assert not os.path.exists(f"{host.paths.state}/proxy/handover")


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("end", [["stop", "-t", "0"], ["rm", "-f"], ["kill"]])
def test_a_proxy_that_is_not_there_is_made_again(host: Host, web: Route, api: Route, upstream: str, end: list[str], known: bool) -> None:
    """With the image of the container that is there, where the record of it is lost."""
    reconcile.ensure(host, KEY, web)
    reconcile.ensure(host, API, api)
    subprocess.run(["docker", *end, host.name], check=True, capture_output=True)
    until(lambda: proxy_container.running(host) == [])
    if not known:
        host = host._replace(plan=ProxyPlan("", ""))
    if not known and end[0] == "rm":
        (finding,) = reconcile.repair(host)
        assert (finding.name, finding.fatal) == ("proxy-failed", True)
        return
    assert reconcile.repair(host) == ()
    only(host)
    assert serves(web, upstream)
    assert serves(api, upstream)


def test_one_service_whose_port_is_taken_takes_nobody_along(host: Host, web: Route, upstream: str) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        reconcile.ensure(host, KEY, web)
        reconcile.ensure(host, API, route_of(free_port()))
        docker.remove(host.docker, host.name)
        write(host.paths.route(API), json.dumps(document(route_of(port))))
        (finding,) = reconcile.repair(host)
        assert (finding.name, str(port) in finding.detail, API in finding.detail) == ("proxy-port-taken", True, True)
        assert serves(web, upstream)
    assert reconcile.repair(host) == ()
    assert serves(route_of(port), upstream)


@pytest.mark.parametrize("runs", [True, False])
def test_a_service_that_was_left_out_does_not_come_back(host: Host, web: Route, api: Route, upstream: str, runs: bool) -> None:
    """Not from the configuration that was loaded last, either."""
    reconcile.ensure(host, KEY, web)
    if not runs:
        docker.remove(host.docker, host.name)
    write(stored.config_path(host.paths), routing.text(routing.render({KEY: web, API: api})))
    reconcile.leave_out(host.paths, API)
    reconcile.ensure(host, KEY, web)
    assert serves(web, upstream)
    assert stored.all_of(host.paths, {}) == {KEY: web}


def test_nothing_is_made_where_there_is_no_service(host: Host) -> None:
    assert reconcile.repair(host) == ()
    assert proxy_container.containers(host) == []


@pytest.mark.parametrize(
    ("wanted", "has", "due"),
    [
        (ProxyPlan("r/caddy:2.11.7", "", True), ProxyPlan("r/caddy:2.11.7", "", True), False),
        (ProxyPlan("r/caddy:2.11.7", "", True), ProxyPlan("r/caddy:2.11.8", ""), True),
        (ProxyPlan("own/caddy:1", "", True), ProxyPlan("r/caddy:2.11.8", "", True), True),
        (ProxyPlan("own/caddy:1", "", True), ProxyPlan("", ""), True),
        (ProxyPlan("r/caddy:2.11.10", ""), ProxyPlan("r/caddy:2.11.9", ""), True),
        (ProxyPlan("r/caddy:2.11.10@sha256:a", ""), ProxyPlan("r/caddy:2.11.9@sha256:b", ""), True),
        (ProxyPlan("r/caddy:2.11.9", ""), ProxyPlan("r/caddy:2.11.10", ""), False),
        (ProxyPlan("r/caddy:2.11.9", ""), ProxyPlan("r/caddy:2.11.9", ""), False),
        (ProxyPlan("r/caddy:2.11.9", ""), ProxyPlan("r/caddy:2.11.7", "", True), False),
        (ProxyPlan("r/caddy:2.11.9", ""), ProxyPlan("own/caddy:2.11.7", ""), False),
        (ProxyPlan("r/caddy:2.11.9", ""), ProxyPlan("", ""), False),
        (ProxyPlan("", ""), ProxyPlan("r/caddy:2.11.9", ""), False),
    ],
)
def test_when_a_proxy_is_replaced_for_its_image(wanted: ProxyPlan, has: ProxyPlan, due: bool) -> None:
    assert handover.is_due(wanted, has) is due


@pytest.fixture
def newer(host: Host) -> Iterator[Host]:
    """The host with an order for another image of the proxy."""
    image = f"{host.plan.image}-newer"
    subprocess.run(["docker", "tag", host.plan.image, image], check=True, capture_output=True)
    yield host._replace(plan=ProxyPlan(image, "", True))
    subprocess.run(["docker", "rmi", "--force", image], check=True, capture_output=True)


def test_a_proxy_of_another_image_takes_over_without_a_lost_request(host: Host, newer: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    with Clients(web.port, 32) as clients:
        reconcile.ensure(newer, KEY, web)
        clients.more()
        assert only(host) != container
        assert proxy_container.stored_plan(host.paths) == newer.plan
        assert caddy.process(host.paths) == inspected(host).pid
        again = only(host)
        reconcile.ensure(newer, KEY, web)
        assert only(host) == again
        reconcile.ensure(newer, API, route_of(free_port()))
        clients.more()
    assert clients.lost == []
    assert serves(web, upstream)


def test_one_that_nobody_asked_for_keeps_what_somebody_did(host: Host, newer: Host, web: Route) -> None:
    reconcile.ensure(newer, KEY, web)
    container = only(host)
    reconcile.ensure(host, KEY, web)
    assert only(host) == container


@pytest.mark.parametrize("given", [True, False])
def test_where_the_successor_does_not_answer_the_predecessor_goes_on(
    host: Host, web: Route, upstream: str, tiny_image: str, said: list[str], given: bool
) -> None:
    """Whether it does not come up, or comes up and answers nothing; and it can be asked and told as before."""
    old, new = (f"{mark_of(host)}/caddy:{version}" for version in ("1.2", "1.10"))
    subprocess.run(["docker", "tag", host.plan.image, old], check=True, capture_output=True)
    subprocess.run(["docker", "tag", tiny_image, new], check=True, capture_output=True)
    host = host._replace(plan=ProxyPlan(old, ""))
    try:
        reconcile.ensure(host, KEY, web)
        container, before = only(host), read(stored.config_path(host.paths))
        with Clients(web.port) as clients:
            if given:
                with pytest.raises(Failure) as failed:
                    reconcile.ensure(host._replace(plan=ProxyPlan(new, "", True)), KEY, web)
                assert failed.value.cause == "proxy-failed"
            else:
                reconcile.ensure(host._replace(plan=ProxyPlan(new, "")), KEY, web)
                assert f"the proxy of {old} goes on" in said[-1]
            clients.more()
        assert clients.lost == []
        assert only(host) == container
        assert read(stored.config_path(host.paths)) == before
        assert proxy_container.stored_plan(host.paths) == host.plan
        reconcile.ensure(host, API, route_of(free_port()))
        assert serves(web, upstream)
    finally:
        for image in (old, new):
            subprocess.run(["docker", "rmi", "--force", image], capture_output=True)


def mark_of(host: Host) -> str:
    return host.name.lower()


def test_a_successor_that_comes_up_and_serves_nothing_is_none(
    host: Host, newer: Host, web: Route, upstream: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has taken the place of the administration's socket by then."""
    reconcile.ensure(host, KEY, web)
    container = only(host)
    monkeypatch.setattr(proxy_container, "ANSWER_TIMEOUT", 0.0)
    with Clients(web.port) as clients:
        with pytest.raises(Failure, match="came up, and does not answer"):
            reconcile.ensure(newer, KEY, web)
        clients.more()
    monkeypatch.undo()
    assert clients.lost == []
    assert only(host) == container
    assert caddy.process(host.paths) == inspected(host).pid
    reconcile.ensure(host, API, route_of(free_port()))
    assert serves(web, upstream)
