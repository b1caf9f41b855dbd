"""What somebody did to the proxy's container by hand, with a real Docker."""

from __future__ import annotations

import subprocess

import pytest

from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import age_of_proxy, only, serves
from host import docker
from host.edge import caddy, proxy, reconcile
from host.edge.container.proxies import LABEL, PROXY_LABEL, Host
from host.model.container import Container
from host.model.release import Route

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


def of_test(host: Host) -> list[Container]:
    """All containers of this test."""
    return [one for one in docker.containers(host.docker) if one.name.startswith(host.name)]


def test_recognizes_a_renamed_proxy(host: Host, web: Route, upstream: str, said: list[str]) -> None:
    """Taken for a stranger, it would get a successor, be started again by Docker, and share all ports with that from then on."""
    reconcile.ensure(host, KEY, web)
    first, process = only(host), caddy.process(host.paths)
    docker.rename(host.docker, first, f"{host.name}-by-hand")
    moved = route_of(free_port())
    for make in (reconcile.ensure, reconcile.succeed):
        make(host, KEY, moved)
    assert [one.id for one in of_test(host)] == [first] and caddy.process(host.paths) == process
    assert serves(host, moved, upstream) and said == []


def test_replaces_a_renamed_proxy(newer: Host, host: Host, web: Route, upstream: str) -> None:
    reconcile.ensure(host, KEY, web)
    first = only(host)
    docker.rename(host.docker, first, f"{host.name}-by-hand")
    reconcile.ensure(newer, KEY, web)
    assert only(newer) != first and len(of_test(host)) == 1
    assert serves(newer, web, upstream)


@pytest.mark.parametrize("again", [lambda host, web: reconcile.ensure(host, KEY, web), lambda host, _: reconcile.repair(host)])
def test_unpauses_the_proxy(host: Host, web: Route, upstream: str, said: list[str], again: object) -> None:
    """It holds its ports, so it would seem that a stranger has them."""
    reconcile.ensure(host, KEY, web)
    first = only(host)
    age_of_proxy(host)
    subprocess.run(["docker", "pause", first], check=True, capture_output=True)
    assert callable(again) and not again(host, web)
    assert only(host) == first and serves(host, web, upstream)
    assert said == [f"the proxy {host.name} is paused; it continues"]


def test_leaves_a_foreign_container_with_the_proxys_name_alone(host: Host, web: Route, upstream: str, tiny_image: str) -> None:
    theirs = docker.create(host.docker, host.name, {"Image": tiny_image})
    reconcile.ensure(host, KEY, web)
    assert serves(host, web, upstream)
    assert {one.name: one.id == theirs for one in of_test(host)} == {host.name: True, f"{host.name}.2": False}


def test_tells_of_no_proxy_where_only_a_copy_of_it_runs(host: Host, web: Route, tiny_image: str) -> None:
    """`docker commit` copies its label to an image, and so to each container of it."""
    reconcile.ensure(host, KEY, web)
    assert proxy.state(host.paths, docker.containers(host.docker)) == "running"
    docker.remove(host.docker, only(host))
    copy = docker.create(host.docker, f"{host.name}-copy", {"Image": tiny_image, "Labels": {LABEL: PROXY_LABEL}})
    docker.start(host.docker, copy)
    assert proxy.state(host.paths, docker.containers(host.docker)) == "missing"
