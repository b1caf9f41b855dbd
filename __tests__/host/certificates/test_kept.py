"""Certificates that survive their host: Parameter Store as moto plays it, and files as Caddy lays them out."""

from __future__ import annotations

import base64
import json
import os
import zlib
from pathlib import Path

import pytest

from __tests__.host.support.authority import Authority
from __tests__.host.support.aws_bed import asked, metadata_service
from __tests__.host.support.caddy_bed import route_of
from host.aws.imds import AwsRefused
from host.certificates import kept, storage, upkeep
from host.certificates.kept import Names
from host.edge import stored
from host.model.tls import Tls
from host.state.files import PROXY
from host.state.folders import make_folders
from host.state.paths import Paths

REGION = "eu-central-1"
ISSUER = "acme-v02.api.letsencrypt.org-directory"
KEY = "web.production"
SHOP = Names(KEY, ("shop.example.com", "*.example.com"), "")
FOLDER = "/docker-to-ec2/web/production/kept-certificates"


class Machine:
    """A host with the folders of its proxy. That of the state lets nobody but root through, as on a real one."""

    def __init__(self, home: Path) -> None:
        home.chmod(0o700)
        self.paths = Paths(str(home / "state"), str(home / "run"))
        make_folders(self.paths, KEY)
        os.chmod(self.paths.state, 0o700)
        self.data = Path(self.paths.state) / "proxy/data/caddy"

    def has(self, name: str, root: Authority, issuer: str = ISSUER, days: int = 90) -> None:
        """A certificate as the proxy stores it."""
        one = root.issue(name, days=days)
        folder = self.data / "certificates" / issuer / storage.safe(name)
        self._write(folder / f"{storage.safe(name)}.key", one.key)
        self._write(folder / f"{storage.safe(name)}.crt", one.certificate + root.own.certificate)
        self._write(folder / f"{storage.safe(name)}.json", json.dumps({"sans": [name]}))

    def has_account(self, email: str) -> None:
        folder = self.data / "acme" / ISSUER / "users" / (email or "default")
        self._write(folder / "default.json", json.dumps({"status": "valid", "who": email}))
        self._write(folder / "default.key", "a key")

    def files(self) -> dict[str, str]:
        return {str(one.relative_to(self.data)): one.read_text() for one in self.data.rglob("*") if one.is_file()}

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for one in (path, *path.parents[:5]):
            if one.stat().st_uid != PROXY and "data" in str(one):
                os.chown(one, PROXY, PROXY)


@pytest.fixture
def first(tmp_path: Path) -> Machine:
    (tmp_path / "first").mkdir()
    return Machine(tmp_path / "first")


@pytest.fixture
def second(tmp_path: Path) -> Machine:
    (tmp_path / "second").mkdir()
    return Machine(tmp_path / "second")


@pytest.mark.usefixtures("store")
def test_a_new_host_gets_the_certificates_of_its_predecessor(root: Authority, first: Machine, second: Machine) -> None:
    for name in SHOP.names:
        first.has(name, root)
    first.has_account("")
    assert kept.keep(first.paths, SHOP, REGION) == ()
    assert kept.restore(second.paths, SHOP, REGION) == ("*.example.com", "shop.example.com")
    assert second.files() == first.files() and len(second.files()) == 8
    for path in second.data.rglob("*"):
        assert path.stat().st_uid == PROXY and path.stat().st_mode & 0o077 == 0


def test_encrypts_each_certificate_in_a_standard_parameter(store: str, root: Authority, first: Machine) -> None:
    for name in SHOP.names:
        first.has(name, root)
    kept.keep(first.paths, SHOP, REGION)
    found = asked(store, "GetParametersByPath", {"Path": FOLDER})["Parameters"]
    assert sorted(one["Name"] for one in found) == [f"{FOLDER}/shop.example.com", f"{FOLDER}/wildcard_.example.com"]
    for one in found:
        assert one["Type"] == "SecureString"
        plain = asked(store, "GetParameter", {"Name": one["Name"], "WithDecryption": True})["Parameter"]["Value"]
        assert len(plain) < 4096 and "PRIVATE KEY" in zlib.decompress(base64.b64decode(plain)).decode()


def test_stores_only_certificates_that_have_changed(store: str, root: Authority, first: Machine) -> None:
    def version() -> int:
        return int(asked(store, "GetParameter", {"Name": f"{FOLDER}/shop.example.com"})["Parameter"]["Version"])

    first.has("shop.example.com", root)
    kept.keep(first.paths, SHOP, REGION)
    kept.keep(first.paths, SHOP, REGION)
    assert version() == 1 and kept.region_of(first.paths, KEY) == REGION
    first.has("shop.example.com", root)
    kept.keep(first.paths, SHOP, REGION)
    assert version() == 2


def test_a_host_with_a_certificate_keeps_it_and_asks_no_authority(root: Authority, first: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9")
    for name in SHOP.names:
        first.has(name, root)
    before = first.files()
    assert kept.restore(first.paths, SHOP, REGION) == () and first.files() == before


@pytest.mark.usefixtures("store")
def test_restores_missing_certificates_and_replaces_none(root: Authority, first: Machine, second: Machine) -> None:
    for machine in (first, second):
        machine.has("shop.example.com", root)
        machine.has_account("")
    first.has("*.example.com", root)
    kept.keep(first.paths, SHOP, REGION)
    own = second.files()
    assert kept.restore(second.paths, SHOP, REGION) == ("*.example.com",)
    assert {name: text for name, text in second.files().items() if name in own} == own


def test_neither_stores_nor_restores_invalid_certificates(store: str, root: Authority, first: Machine, second: Machine) -> None:
    first.has("shop.example.com", root, days=0)
    first.has("*.example.com", root)
    (first.data / "certificates" / ISSUER / "wildcard_.example.com" / "wildcard_.example.com.key").write_text(root.issue("x").key)
    assert kept.keep(first.paths, SHOP, REGION) == ()
    for value in ("", "%%%", kept.packed({"a": "b"}), base64.b64encode(b"x").decode()):
        asked(
            store, "PutParameter", {"Name": f"{FOLDER}/shop.example.com", "Value": value or "x", "Type": "SecureString", "Overwrite": True}
        )
        assert kept.restore(second.paths, SHOP, REGION) == ()
    assert second.files() == {}


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "/etc/passwd", "certificates/a/b/c.txt", "acme/../x/users/a/b.key", "other/a/b/c.key"]
)
def test_restores_no_file_outside_its_folders(first: Machine, name: str) -> None:
    storage.put(first.paths, {name: "text"})
    assert first.files() == {}


def test_follows_no_link_of_the_proxy_to_a_file_of_root(first: Machine, tmp_path: Path, root: Authority) -> None:
    first.has("shop.example.com", root)
    secret = tmp_path / "secret"
    secret.write_text("root's")
    secret.chmod(0o600)
    folder = first.data / "certificates" / ISSUER / "shop.example.com"
    (folder / "shop.example.com.json").unlink()
    (folder / "shop.example.com.json").symlink_to(secret)
    assert "root's" not in str(storage.certificate(first.paths, "shop.example.com"))


@pytest.mark.usefixtures("store")
def test_stores_the_account_of_the_services_own_email(first: Machine, second: Machine) -> None:
    first.has_account("me@example.com")
    first.has_account("")
    kept.keep(first.paths, SHOP._replace(email="me@example.com"), REGION)
    kept.restore(second.paths, SHOP._replace(email="me@example.com"), REGION)
    assert {json.loads(text)["who"] for name, text in second.files().items() if name.endswith("json")} == {"me@example.com"}


def test_stores_no_certificate_of_the_proxys_internal_authority(store: str, root: Authority, first: Machine) -> None:
    first.has("shop.example.com", root, issuer="local")
    kept.keep(first.paths, SHOP, REGION)
    assert asked(store, "GetParametersByPath", {"Path": FOLDER})["Parameters"] == []


def test_stores_a_renewed_certificate_without_an_order(store: str, root: Authority, first: Machine, second: Machine) -> None:
    route = route_of(80, domains=("shop.example.com",), tls=Tls("acme"))
    stored.keep(first.paths, {}, {KEY: route})
    first.has("shop.example.com", root)
    upkeep.keep_all(first.paths)
    assert asked(store, "GetParametersByPath", {"Path": FOLDER})["Parameters"] == []
    kept.keep(first.paths, kept.names_of(KEY, route), REGION)
    first.has("shop.example.com", root)
    upkeep.keep_all(first.paths)
    kept.restore(second.paths, kept.names_of(KEY, route), REGION)
    assert second.files() == first.files()


def test_reports_a_refusal_and_tries_again(store: str, root: Authority, first: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    first.has("shop.example.com", root)
    with monkeypatch.context() as without, metadata_service(404) as nobody:
        without.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", nobody)
        [finding] = kept.keep(first.paths, SHOP, REGION)
        assert finding.name == "certificates-not-kept" and not finding.fatal
        with pytest.raises(AwsRefused):
            kept.restore(first.paths, SHOP, REGION)
    assert kept.keep(first.paths, SHOP, REGION) == ()
    assert len(asked(store, "GetParametersByPath", {"Path": FOLDER})["Parameters"]) == 1
