"""Challenges by DNS need a module that Caddy's standard image has not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from __tests__.host.support.caddy_bed import KEY
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import API, only, serves
from host.edge import caddy, reconcile
from host.edge.container.proxies import Host
from host.edge.routes import certificates
from host.model.failure import Failure
from host.model.release import Route
from host.model.tls import Tls

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


@pytest.fixture
def by_dns(api: Route) -> Route:
    names = ("example.com", "*.example.com")
    return api._replace(domains=names, tls=Tls("acme", free_port(), directory="https://127.0.0.1:9/dir", challenge="dns"))


@pytest.mark.parametrize("order", [lambda host, _: host, lambda _, newer: newer])
def test_reports_the_missing_module_and_keeps_serving_the_others(
    host: Host, newer: Host, web: Route, by_dns: Route, upstream: str, order: Callable[[Host, Host], Host]
) -> None:
    """Also where the image that this order names is another one without it."""
    reconcile.ensure(host, KEY, web)
    before = only(host)
    with pytest.raises(Failure, match=r"unknown module: dns\.providers\.route53") as caught:
        reconcile.ensure(order(host, newer), API, by_dns)
    assert caught.value.cause == "proxy-without-dns"
    assert only(host) == before and serves(host, web, upstream)
    memory = caddy.loaded(host.paths)
    assert memory is not None and list(memory.routes) == [KEY]


def test_removes_a_first_proxy_without_the_module(host: Host, by_dns: Route) -> None:
    with pytest.raises(Failure) as caught:
        reconcile.ensure(host, API, by_dns)
    assert caught.value.cause == "proxy-without-dns"


def test_proves_a_name_by_dns_only(by_dns: Route) -> None:
    [policy] = certificates.apps({API: by_dns})["tls"]["automation"]["policies"]
    [issuer] = policy["issuers"]
    assert policy["subjects"] == ["*.example.com", "example.com"]
    assert issuer["challenges"] == {
        "http": {"disabled": True},
        "tls-alpn": {"disabled": True},
        "dns": {"provider": {"name": "route53", "region": "us-east-1"}},
    }
