"""The proxy's container with services that are served over HTTPS: from nothing, over a handover, and back after it was lost."""

from __future__ import annotations

from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.proxy_bed import only, serves
from host import docker
from host.certificates import issued
from host.edge import reconcile
from host.edge.container.proxies import Host
from host.model.release import Route
from host.model.tls import Tls

pytest_plugins = ["__tests__.host.support.proxy_fixtures"]


def secure() -> Route:
    return route_of(free_port(), domains=("shop.example.com",), tls=Tls("internal", free_port()))


def begun(host: Host, upstream: str) -> Route:
    route = secure()
    reconcile.ensure(host, KEY, route)
    until(lambda: issued.issued(host.paths, KEY, route)[0].certificate is not None)
    until(lambda: serves(host, route, upstream))
    return route


def test_a_new_proxy_starts_with_https(host: Host, upstream: str) -> None:
    route = begun(host, upstream)
    first = only(host)
    reconcile.ensure(host, KEY, route)
    assert only(host) == first


def test_certificates_survive_a_handover_and_the_loss_of_the_container(host: Host, newer: Host, upstream: str) -> None:
    route = begun(host, upstream)
    (before,) = issued.issued(host.paths, KEY, route)
    first = only(host)
    reconcile.ensure(newer, KEY, route)
    assert only(newer) != first
    until(lambda: serves(host, route, upstream))
    docker.remove(host.docker, only(newer))
    reconcile.ensure(newer, KEY, route)
    until(lambda: serves(host, route, upstream))
    assert issued.issued(host.paths, KEY, route) == (before,)
