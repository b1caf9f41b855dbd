"""A proxy that can answer challenges by DNS takes over from one that cannot, where a service asks for both at once."""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.by_dns.test_route_53 import BINARY
from __tests__.host.support.caddy_bed import KEY
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, only, serves
from host.edge import caddy, reconcile
from host.edge.container.proxies import Host
from host.model.order import ProxyPlan
from host.model.release import Route
from host.model.tls import Tls

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


@pytest.fixture
def able(host: Host, tmp_path: Path) -> Iterator[Host]:
    """The host with an order for a proxy that has the module."""
    image = f"docker-to-ec2-test:{uuid.uuid4().hex[:12]}"
    folder = tmp_path / "image"
    (folder / "usr/bin").mkdir(parents=True)
    subprocess.run(["cp", BINARY, folder / "usr/bin/caddy"], check=True)
    subprocess.run(f"tar -C {folder} -c . | docker import - {image}", shell=True, check=True, capture_output=True)
    yield host._replace(plan=ProxyPlan(image, "", True))
    subprocess.run(["docker", "rmi", "--force", image], check=True, capture_output=True)


def test_takes_over_with_the_route_that_needs_it_and_keeps_serving_the_others(
    host: Host, able: Host, web: Route, api: Route, upstream: str
) -> None:
    """Where `proxy-image` names another image."""
    reconcile.ensure(host, KEY, web)
    before = only(host)
    tls = Tls("acme", free_port(), directory="https://127.0.0.1:9/dir", challenge="dns")
    reconcile.ensure(able, API, api._replace(domains=("example.com", "*.example.com"), tls=tls))
    assert only(able) != before and serves(able, web, upstream)
    memory = caddy.loaded(able.paths)
    assert memory is not None and set(memory.routes) == {KEY, API}
