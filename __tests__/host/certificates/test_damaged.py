"""Files of the proxy's own that the disk has damaged, as a loss of power leaves them: on a real Caddy with a real authority."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest

from __tests__.host.support.acme_bed import HERE, acme, by, trusting
from __tests__.host.support.caddy_bed import KEY, name_live, route_of, running
from __tests__.host.support.patience import until
from __tests__.host.support.raw_server import OK, saying, tcp_server
from host.certificates import issued, storage
from host.certificates.secret_files import mend
from host.edge.routes import routing
from host.http.dial import Unreachable, tcp, unverified_tls
from host.http.http1 import ask
from host.model.release import Route
from host.model.tls import Tls
from host.state.folders import make_folders
from host.state.paths import Paths

NAME, OWN_NAME = "shop.example.com", "own.example.com"
TRIES_AGAIN = 100
"""Seconds. The proxy looks through its folder when it starts, and removes that of a certificate whose files it is just about to write."""
DAMAGE = (b"", b"\xff\xfe\x00", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


class Bed:
    """Services with an authority's certificate, with one of the proxy's own authority, and without any; the proxy does not run."""

    def __init__(self, folder: Path, paths: Paths, tls: Tls) -> None:
        self.folder, self.paths = folder, paths
        self.routes: dict[str, Route] = {
            KEY: route_of(80, domains=(NAME,), tls=tls),
            "own.production": route_of(80, domains=(OWN_NAME,), tls=Tls("internal")),
            "api.production": route_of(80),
        }
        self.data = Path(paths.state) / "proxy/data/caddy"
        self.config = routing.text(routing.render(self.routes))
        self.start()

    def start(self) -> None:
        """Runs the proxy until each name has its certificate, and serves."""
        with running(self.folder, self.paths, self.config):
            for name in (NAME, OWN_NAME):
                until(lambda name=name: serves(name), TRIES_AGAIN)  # type: ignore[misc]
            assert ask(tcp(HERE, 80), "GET", "/", host="x").status == 200
            assert self.missing() == []

    def missing(self) -> list[str]:
        return [name for key, route in self.routes.items() for name in issued.without(self.paths, key, route, time.time())]

    def files(self) -> list[Path]:
        return sorted(one for one in self.data.rglob("*") if one.is_file())


def serves(name: str) -> bool:
    try:
        return ask(unverified_tls(HERE, 443, name), "GET", "/", host=name).status == 200
    except Unreachable:
        return False


@pytest.fixture
def bed(tmp_path: Path) -> Iterator[Bed]:
    folder = tmp_path / "caddy"
    folder.mkdir()
    with acme(tmp_path / "acme") as authority, ExitStack() as stack:
        paths = trusting(folder, authority)
        port = stack.enter_context(tcp_server(saying(OK)))
        for key in (KEY, "own.production", "api.production"):
            make_folders(paths, key)
            name_live(paths, f"{HERE}:{port}", key)
        yield Bed(folder, paths, by(authority))


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("place", [f"{NAME}.crt", f"{NAME}.key", f"{NAME}.json", f"{OWN_NAME}.crt", "root.key", "intermediate.crt"])
def test_writes_a_lost_file_again_without_affecting_other_services(bed: Bed, place: str, damage: bytes) -> None:
    [file] = [one for one in bed.files() if one.name == place]
    file.write_bytes(damage)
    (found,) = mend(bed.paths)
    assert found.name == "certificate-lost"
    assert ("authority" if "." not in place.replace(".key", "").replace(".crt", "") else place.rpartition(".")[0]) in found.detail
    bed.start()
    assert mend(bed.paths) == ()


def test_keeps_intact_files(bed: Bed) -> None:
    before = {one: one.read_bytes() for one in bed.files()}
    assert mend(bed.paths) == ()
    assert {one: one.read_bytes() for one in bed.files()} == before


def test_keeps_a_file_that_the_proxy_is_writing(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A renewal replaces the key before the certificate."""
    [key] = [one for one in bed.files() if one.name == f"{NAME}.key"]
    own, renewed = key.read_bytes(), next(one for one in bed.files() if one.name == f"{OWN_NAME}.key").read_bytes()
    key.write_bytes(renewed)
    within = key.relative_to(bed.data)
    monkeypatch.setattr(storage, "time", SimpleNamespace(sleep=lambda _: within.write_bytes(own)))
    assert mend(bed.paths) == ()
    assert key.exists()


def test_a_binary_file_is_not_a_certificate(bed: Bed) -> None:
    [file] = [one for one in bed.files() if one.name == f"{NAME}.crt"]
    file.write_bytes(b"\xff\xfe\x00")
    assert bed.missing() == [NAME]
