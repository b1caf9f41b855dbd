"""What an authority gave one host, and its account, serve the next one: with Pebble and a real Caddy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from __tests__.host.certificates.conftest import REGION
from __tests__.host.certificates.test_bring import OK, shown
from __tests__.host.support.acme_bed import acme, by, serving, trusting
from __tests__.host.support.aws_bed import aws_server, metadata_service, put_secret
from __tests__.host.support.caddy_bed import KEY, route_of
from __tests__.host.support.patience import until
from __tests__.host.support.raw_server import saying
from __tests__.host.support.run_bed import logged, nobody, run_of
from host.certificates import bring, kept, storage
from host.model.failure import Failure
from host.model.order import Bake
from host.run import Run
from host.state.files import read
from host.state.paths import Paths
from local.acme.authority import Authority

NAME = "shop.example.com"
BINDING = {"key-id": "kid-1", "hmac": "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W"}


@contextmanager
def own_aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with aws_server() as server, metadata_service() as metadata:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server)
        monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata)
        yield server


@contextmanager
def run_on(paths: Paths, folder: Path) -> Iterator[Run]:
    one = run_of(paths, nobody(folder), Bake(0, 0, 0))
    one.order = one.order._replace(region=REGION)
    with logged(one):
        yield one


def machine(folder: Path, one: Authority) -> tuple[Path, Paths]:
    folder.mkdir()
    return folder, trusting(folder, one)


def certified(paths: Paths) -> Mapping[str, str]:
    return storage.certificate(paths, NAME)


def test_a_replacement_host_requests_nothing_from_the_authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with acme(tmp_path / "authority") as one, own_aws(monkeypatch):
        route = route_of(80, domains=(NAME,), tls=by(one))
        folder, first = machine(tmp_path / "first", one)
        with serving(folder, first, {KEY: route}, saying(OK)):
            until(lambda: kept.proven(NAME, certified(first)))
            before = shown(443, NAME)
        assert kept.keep(first, kept.names_of(KEY, route), REGION) == ()
        shutil.rmtree(folder)
        asked = one.requests()
        folder, second = machine(tmp_path / "second", one)
        with run_on(second, folder) as run:
            bring.brought(run, route)
            assert f"an earlier host had certificates for {NAME}" in run.log_text()
        with serving(folder, second, {KEY: route}, saying(OK)):
            assert shown(443, NAME) == before
        assert one.requests() == asked


@pytest.mark.parametrize("hmac", [BINDING["hmac"], "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W=="])
def test_uses_the_external_account_that_the_authority_requires(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hmac: str) -> None:
    keys = {BINDING["key-id"]: BINDING["hmac"]}
    with (
        acme(tmp_path / "authority", externalAccountBindingRequired=True, externalAccountMACKeys=keys) as one,
        own_aws(monkeypatch) as server,
    ):
        route = route_of(80, domains=(NAME,), tls=by(one, account="secretsmanager:docker-to-ec2/web/production/acme"))
        put_secret(server, "docker-to-ec2/web/production/acme", json.dumps({**BINDING, "hmac": hmac}))
        folder, paths = machine(tmp_path / "host", one)
        with run_on(paths, folder) as run:
            bring.brought(run, route)
        with serving(folder, paths, {KEY: route}, saying(OK)):
            until(lambda: kept.proven(NAME, certified(paths)))
        for place in ("caddy.json", "routes", "data"):
            assert BINDING["hmac"] not in "".join(map(read, files_of(Path(paths.state, "proxy", place))))


def test_reports_that_the_authority_requires_an_external_account(tmp_path: Path) -> None:
    keys = {BINDING["key-id"]: BINDING["hmac"]}
    with acme(tmp_path / "authority", externalAccountBindingRequired=True, externalAccountMACKeys=keys) as one:
        folder, paths = machine(tmp_path / "host", one)
        with serving(folder, paths, {KEY: route_of(80, domains=(NAME,), tls=by(one))}, saying(OK)):
            until(lambda: "externalAccountRequired" in read(str(folder / "log")))
        assert certified(paths) == {}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"key-id": "a"}', '{"key-id": "a b", "hmac": "' + "A" * 30 + '"}', '{"key-id": "a", "hmac": "{env.X}"}']
)
def test_refuses_an_invalid_account(text: str) -> None:
    with pytest.raises(Failure, match="acme-account"):
        bring._binding(text)


def files_of(path: Path) -> list[str]:
    return [str(one) for one in ([path] if path.is_file() else path.rglob("*")) if one.is_file()]
