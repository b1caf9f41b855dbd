"""Short decisions of several modules, as tables."""

from __future__ import annotations

import errno
import os
from typing import Any

import pytest

from __tests__.host.support.samples import document, release, route, web_of
from host.decide import KNOWN
from host.edge.container import failures
from host.edge.routes import outside, routing
from host.edge.routes.route import of_release, quic_ports
from host.machine.blocks import holds
from host.model.failure import of_disk
from host.options import devices_of
from host.unattended.order import unattended_order


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("listen tcp :80: bind: address already in use", "proxy-port-taken"),
        ("unknown module: dns.providers.route53", "proxy-without-dns"),
        ("unknown module: http.handlers.x", "proxy-failed"),
        ("", "proxy-failed"),
    ],
)
def test_finds_the_cause_in_a_message_about_the_proxy(words: str, cause: str) -> None:
    found = failures.failure(words)
    assert (found.cause, found.detail) == (cause, words)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("Error: loading: Error: no such module", "no such module"),
        ('{"level":"error","msg":"it is broken"}\nan AnError: of nobody', "it is broken"),
        # A search that began anew at each character would take hours.
        ("x" * 2_000_000 + "\nError: too long", "too long"),
    ],
)
def test_finds_the_last_error_of_a_log(log: str, said: str) -> None:
    assert failures.last_error(log) == said


@pytest.mark.parametrize(
    ("code", "cause"),
    [(errno.ENOSPC, "out-of-disk"), (errno.EROFS, "disk-failed"), (errno.EIO, "disk-failed"), (errno.EPERM, "disk-failed")],
)
def test_tells_a_full_disk_from_one_that_fails(code: int, cause: str) -> None:
    found = of_disk(OSError(code, os.strerror(code)), "the file could not be written")
    assert (found.cause, found.detail) == (cause, f"the file could not be written: {os.strerror(code)}")


@pytest.mark.parametrize(
    ("place", "page", "expected"),
    [
        ({}, "/health", ("/health", True)),
        ({"path-prefix": "/a", "strip-path-prefix": True}, "/health", ("/a/health", True)),
        ({"path-prefix": "/a"}, "/a", ("/a", True)),
        ({"path-prefix": "/a"}, "/a/health", ("/a/health", True)),
        ({"path-prefix": "/a"}, "/a?b", ("/a?b", True)),
        ({"path-prefix": "/a"}, "/ab", ("/a", False)),
        ({"path-prefix": "/a"}, "/health", ("/a", False)),
    ],
)
def test_finds_the_path_by_which_visitors_reach_a_page(place: dict[str, Any], page: str, expected: tuple[str, bool]) -> None:
    assert outside.visible_path(web_of(release(route=route(**place))).route, page) == expected


@pytest.mark.parametrize(
    ("place", "host", "expected"),
    [
        ({}, "", "127.0.0.1:80"),
        ({"http-port": 81}, "", "127.0.0.1:81"),
        ({}, "a.example:81", "a.example:81"),
        ({"domains": ["a.example", "b.example"]}, "", "a.example"),
        ({"domains": ["a.example", "b.example"]}, "b.example:81", "b.example:81"),
        ({"domains": ["a.example", "b.example"], "tls": "internal"}, "b.example:81", "b.example"),
        ({"domains": ["a.example"], "tls": "internal"}, "c.example", "a.example"),
    ],
)
def test_finds_the_name_by_which_visitors_reach_a_service(place: dict[str, Any], host: str, expected: str) -> None:
    one = web_of(release(route=route(**place), spec={"health-host": host} if host else {}))
    assert outside.visible_name(one.route, one.health._replace(host=host)) == expected


@pytest.mark.parametrize("raw", [{}, {"spec": None}, {"spec": []}, {"spec": {}}])
def test_a_document_without_a_route_has_none(raw: dict[str, Any]) -> None:
    assert of_release(raw) is None


def test_reads_the_route_of_a_document_that_is_damaged_elsewhere() -> None:
    assert of_release({**document(), "digest": "x"}) == web_of(release()).route


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, set()),
        ({}, {"http-port": 81}, {81}),
        ({"external-proxy": True}, {}, {80}),
        ({}, {"external-proxy": True}, set()),
    ],
)
def test_finds_the_ports_that_a_change_opens(before: dict[str, Any], after: dict[str, Any], expected: set[int]) -> None:
    routes = [{"web.production": web_of(release(route=route(**place))).route} for place in (before, after)]
    assert routing.opened(routes[1], routing.render(routes[0])) == expected


@pytest.mark.parametrize(
    ("options", "expected"), [({}, ()), ({"devices": ("/dev/kvm:/dev/kvm:rwm", "/dev/a:/b:r")}, ("/dev/kvm", "/dev/a"))]
)
def test_lists_the_devices_of_the_host(options: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert devices_of(options) == expected


@pytest.mark.parametrize("wait", [0, 30])
def test_work_without_an_order_refuses_no_release_and_keeps_all(wait: float) -> None:
    order = unattended_order("web.production", wait)
    assert (order.service, order.base, order.drain_timeout) == ("web.production", ("*",), wait)
    assert order.keep == KNOWN


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("10.0.0.0/8", "10.0.0.0/8", True),
        ("10.0.0.0/8", "10.255.0.0/16", True),
        ("10.0.0.0/16", "10.0.0.0/8", False),
        ("10.0.0.0/16", "10.1.0.0/16", False),
    ],
)
def test_a_block_holds_what_lies_within_it(outer: str, inner: str, expected: bool) -> None:
    assert holds(outer, inner) is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [({}, set()), ({"domains": ["a.example"], "tls": "internal", "https-port": 8443}, {8443}), ({"https-port": 8443}, set())],
)
def test_only_https_needs_a_udp_port(place: dict[str, Any], expected: set[int]) -> None:
    assert quic_ports({"web.production": web_of(release(route=route(**place))).route}) == expected
