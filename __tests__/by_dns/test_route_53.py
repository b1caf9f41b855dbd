"""Certificates by records in Route 53: a Caddy that was built for it, Pebble, and the hosted zone that moto plays.

`script/setup dns` builds this Caddy, which takes minutes; so `script/test dns` is a part of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from __tests__.host.certificates.test_bring import OK, shown
from __tests__.host.support.acme_bed import acme, by, trusting
from __tests__.host.support.aws_bed import aws_server, metadata_service
from __tests__.host.support.caddy_bed import CACHE, KEY, name_live, route_of, running
from __tests__.host.support.patience import until
from __tests__.host.support.raw_server import saying, tcp_server
from __tests__.host.support.zone_bed import Zone, make_zone, published
from host.certificates import kept, storage
from host.edge.routes import routing
from host.model.release import Route
from host.state.files import read
from host.state.paths import Paths
from local.acme.authority import Authority

BINARY = CACHE / "caddy-route53/caddy"
NAME = "*.shop.example.com"
BOTH = ("shop.example.com", NAME)
RETRIED = 200
"""Seconds. A second challenge finds the record of the first in its way, and is tried again after a minute: certmagic's `retryIntervals`."""


@contextmanager
def bed(folder: Path) -> Iterator[tuple[Authority, Zone, dict[str, str]]]:
    """An authority that looks into a zone, and the variables by which the proxy finds AWS."""
    with acme(folder) as one, aws_server() as server, metadata_service() as metadata:
        zone = make_zone(server, "example.com")
        told: set[tuple[str, str]] = set()

        def tell(name: str, text: str) -> None:
            if (name, text) not in told:
                told.add((name, text))
                one._tell("set-txt", {"host": name, "value": text})

        with published(zone, tell):
            yield one, zone, {"AWS_ENDPOINT_URL": server, "AWS_EC2_METADATA_SERVICE_ENDPOINT": metadata}


def machine(folder: Path, one: Authority) -> Paths:
    """A host whose proxy has the module."""
    folder.mkdir()
    paths = trusting(folder, one)
    os.unlink(folder / "caddy")
    shutil.copy2(BINARY, folder / "caddy")
    (folder / "etc/resolv.conf").write_text("nameserver 127.0.0.1\n")
    return paths


@contextmanager
def serving(folder: Path, paths: Paths, route: Route, env: dict[str, str]) -> Iterator[None]:
    with ExitStack() as stack:
        name_live(paths, f"127.0.0.1:{stack.enter_context(tcp_server(saying(OK)))}")
        stack.enter_context(running(folder, paths, routing.text(routing.render({KEY: route})), env))
        yield


def test_gets_a_wildcard_certificate_with_the_hosts_role_and_removes_its_records(tmp_path: Path) -> None:
    with bed(tmp_path / "authority") as (one, zone, env):
        paths = machine(tmp_path / "host", one)
        route = route_of(8080, domains=(NAME,), tls=by(one, port=8443, challenge="dns"))
        with serving(tmp_path / "host", paths, route, env):
            until(lambda: kept.proven(NAME, storage.certificate(paths, NAME)), 60)
            assert shown(8443, "blue.shop.example.com") != ""
            until(lambda: zone.texts("_acme-challenge.shop.example.com.") == [])


def test_gets_a_certificate_for_a_name_and_its_wildcard_by_one_record(tmp_path: Path) -> None:
    with bed(tmp_path / "authority") as (one, zone, env):
        paths = machine(tmp_path / "host", one)
        route = route_of(8080, domains=BOTH, tls=by(one, port=8443, challenge="dns"))
        with serving(tmp_path / "host", paths, route, env):
            until(lambda: all(kept.proven(name, storage.certificate(paths, name)) for name in BOTH), RETRIED)
            assert all(shown(8443, name) != "" for name in ("shop.example.com", "blue.shop.example.com"))
            until(lambda: zone.texts("_acme-challenge.shop.example.com.") == [])


def test_several_hosts_get_a_certificate_for_one_name_at_the_same_time(tmp_path: Path) -> None:
    with bed(tmp_path / "authority") as (one, zone, env), ExitStack() as stack:
        folders = [tmp_path / "first", tmp_path / "second"]
        hosts = [machine(folder, one) for folder in folders]
        for at, paths in enumerate(hosts):
            route = route_of(8080 + at, domains=("shop.example.com",), tls=by(one, port=8443 + at, challenge="dns"))
            stack.enter_context(serving(folders[at], paths, route, env))
        until(lambda: all(kept.proven("shop.example.com", storage.certificate(paths, "shop.example.com")) for paths in hosts), RETRIED)
        assert shown(8443, "shop.example.com") != shown(8444, "shop.example.com")
        until(lambda: zone.texts("_acme-challenge.shop.example.com.") == [])


def test_reports_a_missing_zone_in_the_modules_words(tmp_path: Path) -> None:
    with bed(tmp_path / "authority") as (one, _, env):
        paths = machine(tmp_path / "host", one)
        route = route_of(8080, domains=("shop.example.org",), tls=by(one, port=8443, challenge="dns"))
        with serving(tmp_path / "host", paths, route, env):
            until(lambda: "could not determine zone" in read(str(tmp_path / "host/log")), 40)
        assert storage.certificate(paths, "shop.example.org") == {}


def test_the_program_is_the_one_that_the_guide_builds() -> None:
    guide = read(str(Path(__file__).parents[2] / "docs/guides/serve/wildcard.md"))
    built = read(str(Path(__file__).parents[2] / "local/caddy-route53/go.mod"))
    for version in ("v2.11.7", "v1.6.0"):
        assert version in guide and version in built


@pytest.fixture(autouse=True)
def built() -> None:
    assert BINARY.exists(), "run script/setup dns"
