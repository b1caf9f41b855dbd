"""One proxy takes over from another, with a real Docker: without a lost request, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, Clients, name_live, prepared, route_of, running
from __tests__.host.support.docker_front import front, refusing
from __tests__.host.support.patience import stretched, until, within
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, PATIENCE, age_of_proxy, inspected, lose_socket, mark_of, only, serves
from host import docker
from host.checks import processes
from host.edge import caddy, handover, reconcile, stored
from host.edge.container import proxies, starting
from host.edge.container.proxies import Host
from host.edge.routes import routing
from host.model.failure import Failure
from host.model.order import ProxyPlan
from host.model.release import Route
from host.state.files import read, write

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


def test_replaces_a_proxy_without_an_admin_socket_before_a_release(host: Host, web: Route, upstream: str) -> None:
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
    assert serves(host, web, upstream)


def test_a_successor_takes_over_without_a_lost_request(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    lose_socket(host)
    with Clients(web.port) as clients, Clients(web.port, fresh=True) as others:
        reconcile.ensure(host, API, api)
        clients.more()
        others.more()
    assert clients.lost + others.lost == []
    assert only(host) != container
    assert serves(host, web, upstream)
    assert serves(host, api, upstream)
    assert caddy.loaded(host.paths) is not None
    reconcile.ensure(host, API, route_of(free_port()))


def test_a_successor_that_does_not_start_changes_nothing(host: Host, web: Route, api: Route, upstream: str, tiny_image: str) -> None:
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
    assert serves(host, web, upstream)


def test_replaces_a_proxy_unknown_to_docker_before_a_release(host: Host, web: Route, api: Route, upstream: str, tmp_path: Path) -> None:
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
        assert proxy_of_nobody.process.wait(stretched(60)) == 0
    container = only(stray)
    assert caddy.process(stray.paths) == inspected(stray).pid
    assert serves(stray, web, upstream)
    assert serves(stray, api, upstream)
    reconcile.succeed(stray, KEY, web)
    assert only(stray) == container


def hang(pid: int) -> None:
    """Stops a process, and waits for each of its threads to stand still: one may answer a last request."""
    os.kill(pid, signal.SIGSTOP)
    threads = Path(f"/proc/{pid}/task")
    until(lambda: all((thread / "stat").read_text().rpartition(") ")[2].startswith("T") for thread in threads.iterdir()))


def test_replaces_a_hanging_proxy_quickly(host: Host, web: Route, api: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    age_of_proxy(host)
    hang(inspected(host).pid)
    with within(20):
        reconcile.ensure(host, API, api)
        only(host)
        assert serves(host, web, upstream)
        assert serves(host, api, upstream)


@pytest.mark.parametrize("gone", ["nobody", "predecessor", "successor"])
def test_finishes_an_interrupted_handover(host: Host, web: Route, upstream: str, gone: str) -> None:
    reconcile.ensure(host, KEY, web)
    write(f"{host.paths.state}/proxy/handover", "")
    successor = proxies.free_name(host)
    starting.start(host, successor, {KEY: web})
    if gone != "nobody":
        docker.remove(host.docker, host.name if gone == "predecessor" else successor)
        age = processes.age
        until(lambda: all(age(proxies.pid_of(host, one.id)) > PATIENCE for one in proxies.running(host)))
    reconcile.ensure(host, KEY, web)
    only(host)
    assert serves(host, web, upstream)
    assert not os.path.exists(f"{host.paths.state}/proxy/handover")


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
def test_decides_when_to_replace_a_proxy_for_its_image(wanted: ProxyPlan, has: ProxyPlan, due: bool) -> None:
    assert handover.is_due(wanted, has) is due


def test_a_proxy_of_another_image_takes_over_without_a_lost_request(host: Host, newer: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    container = only(host)
    with Clients(web.port, 32) as clients:
        reconcile.ensure(newer, KEY, web)
        clients.more()
        assert only(host) != container
        assert starting.stored_plan(host.paths) == newer.plan
        assert caddy.process(host.paths) == inspected(host).pid
        again = only(host)
        reconcile.ensure(newer, KEY, web)
        assert only(host) == again
        reconcile.ensure(newer, API, route_of(free_port()))
        clients.more()
    assert clients.lost == []
    assert serves(host, web, upstream)


def test_a_predecessor_that_docker_cannot_remove_is_reported_once_and_blocks_nothing(
    host: Host, newer: Host, web: Route, api: Route, upstream: str, said: list[str], tmp_path: Path
) -> None:
    reconcile.ensure(host, KEY, web)
    predecessor = inspected(host).pid
    with front(tmp_path, refusing("DELETE", only(host))) as daemon, Clients(web.port) as clients:
        stuck = newer._replace(docker=daemon)
        for key, route in ((KEY, web), (API, api), (KEY, web)):
            reconcile.ensure(stuck, key, route)
            assert serves(host, route, upstream)
        assert not os.path.exists(f"/proc/{predecessor}")
        second = proxies.running(host)
        reconcile.ensure(stuck._replace(plan=ProxyPlan(host.plan.image, "", True)), KEY, web)
        third = proxies.running(host)
        assert (len(second), len(third)) == (1, 1) and second != third
        clients.more()
    assert clients.lost == []
    assert [words for words in said if "busy" in words] == [
        f"Docker cannot remove the container {host.name}, an old proxy without traffic:"
        ' driver "overlay2" failed to remove root filesystem: unlinkat merged: device or resource busy'
    ] * 2
    reconcile.ensure(host, KEY, web)
    only(host)
    assert serves(host, web, upstream)


def test_ends_a_predecessor_that_docker_cannot_stop(host: Host, newer: Host, web: Route, upstream: str, tmp_path: Path) -> None:
    reconcile.ensure(host, KEY, web)
    predecessor = inspected(host).pid
    with front(tmp_path, refusing("POST", f"{only(host)}/stop")) as daemon, Clients(web.port) as clients:
        reconcile.ensure(newer._replace(docker=daemon), KEY, web)
        until(lambda: not os.path.exists(f"/proc/{predecessor}"))
        clients.more()
    assert clients.lost == []
    only(host)
    assert serves(host, web, upstream)


def test_the_default_image_does_not_replace_a_requested_one(host: Host, newer: Host, web: Route) -> None:
    reconcile.ensure(newer, KEY, web)
    container = only(host)
    reconcile.ensure(host, KEY, web)
    assert only(host) == container


@pytest.mark.parametrize("given", [True, False])
def test_the_predecessor_keeps_serving_if_the_successor_does_not_answer(
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
                assert f"the proxy of {old} stays" in said[-1]
            clients.more()
        assert clients.lost == []
        assert only(host) == container
        assert read(stored.config_path(host.paths)) == before
        assert starting.stored_plan(host.paths) == host.plan
        reconcile.ensure(host, API, route_of(free_port()))
        assert serves(host, web, upstream)
    finally:
        for image in (old, new):
            subprocess.run(["docker", "rmi", "--force", image], capture_output=True)


def test_rejects_a_successor_that_starts_but_serves_nothing(
    host: Host, newer: Host, web: Route, upstream: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has taken the place of the administration's socket by then."""
    reconcile.ensure(host, KEY, web)
    container = only(host)
    monkeypatch.setattr(starting, "ANSWER_TIMEOUT", 0.0)
    with Clients(web.port) as clients:
        with pytest.raises(Failure, match="started but does not answer"):
            reconcile.ensure(newer, KEY, web)
        clients.more()
    monkeypatch.undo()
    assert clients.lost == []
    assert only(host) == container
    assert caddy.process(host.paths) == inspected(host).pid
    reconcile.ensure(host, API, route_of(free_port()))
    assert serves(host, web, upstream)
