"""What the tests of the proxy's container begin with."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import KEY, Proxy, name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, PATIENCE
from __tests__.host.support.raw_server import OK, saying, tcp_server
from host.docker import Docker
from host.edge.container.proxies import Host
from host.edge.routes import routing
from host.model.order import ProxyPlan
from host.model.release import Route
from host.state.folders import make_folders
from host.state.paths import Paths


@pytest.fixture
def said() -> list[str]:
    """What the log of `host` says."""
    return []


@pytest.fixture
def host(docker: Docker, caddy_image: str, tmp_path: Path, mark: str, said: list[str]) -> Host:
    """What a proxy of the test's own is made with."""
    paths = Paths(str(tmp_path / "s"), str(tmp_path / "r"))
    for key in (KEY, API):
        make_folders(paths, key)
    return Host(docker, paths, ProxyPlan(caddy_image, ""), lambda _: None, said.append, mark, PATIENCE)


@pytest.fixture(scope="module")
def web() -> Route:
    """A route with a port alone."""
    return route_of(free_port())


@pytest.fixture(scope="module")
def api() -> Route:
    """Another one."""
    return route_of(free_port())


@pytest.fixture
def started(tmp_path: Path, web: Route) -> Iterator[Proxy]:
    """A proxy outside of Docker that serves the first route."""
    with running(tmp_path, prepared(tmp_path), routing.text(routing.render({KEY: web}))) as one:
        yield one


@pytest.fixture
def upstream(host: Host) -> Iterator[str]:
    """The address of an application that all services have."""
    with tcp_server(saying(OK)) as port:
        address = f"127.0.0.1:{port}"
        for key in (KEY, API):
            name_live(host.paths, address, key)
        yield address


@pytest.fixture
def newer(host: Host) -> Iterator[Host]:
    """The host with an order for another image of the proxy."""
    image = f"{host.plan.image}-newer"
    subprocess.run(["docker", "tag", host.plan.image, image], check=True, capture_output=True)
    yield host._replace(plan=ProxyPlan(image, "", True))
    subprocess.run(["docker", "rmi", "--force", image], check=True, capture_output=True)
