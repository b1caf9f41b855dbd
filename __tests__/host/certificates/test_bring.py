"""One's own certificate, from Secrets Manager to what a visitor is shown, with a real Caddy."""

from __future__ import annotations

import json
import os
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from __tests__.host.certificates.conftest import REGION
from __tests__.host.support.authority import Authority, Issued
from __tests__.host.support.aws_bed import put_secret
from __tests__.host.support.caddy_bed import KEY, Clients, name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import saying, tcp_server
from __tests__.host.support.run_bed import logged, nobody, run_of
from host.certificates.bring import brought
from host.certificates.secret_files import mend, own_path
from host.edge import proxy, stored
from host.edge.routes import routing
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Route
from host.model.tls import Tls
from host.release.told import tell_certificates
from host.run import Run
from host.state.files import PROXY, read
from host.state.paths import Paths

SECRET = "docker-to-ec2/web/production/certificate"
SOURCE = f"secretsmanager:{SECRET}"
NAMES = ("shop.example.com", "*.shop.example.com")
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return prepared(tmp_path)


@pytest.fixture
def route() -> Route:
    return route_of(free_port(), domains=NAMES, tls=Tls(SOURCE, free_port(), redirect=False))


@pytest.fixture
def run(paths: Paths, tmp_path: Path) -> Iterator[Run]:
    one = run_of(paths, nobody(tmp_path), Bake(0, 0, 0))
    one.order = one.order._replace(region=REGION)
    with logged(one):
        yield one


@contextmanager
def serving(folder: Path, paths: Paths, route: Route) -> Iterator[None]:
    """A proxy that has the service, and another one that takes any name."""
    routes = {KEY: route, "any.production": route_of(route.port)}
    with tcp_server(saying(OK)) as upstream:
        for key in routes:
            name_live(paths, f"127.0.0.1:{upstream}", key)
        config = routing.render(routes)
        stored.keep(paths, config, routes)
        with running(folder, paths, routing.text(config)):
            yield


def put(store: str, one: Issued, **other: str) -> str:
    return put_secret(store, SECRET, json.dumps({"certificate": one.certificate, "key": one.key, **other}))


def shown(port: int, name: str) -> str:
    """The certificate that a visitor is shown who asks for a name."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), 10) as plain, context.wrap_socket(plain, server_hostname=name) as secure:
        return ssl.DER_cert_to_PEM_cert(secure.getpeercert(True) or b"")


def certificate_of(one: Issued) -> str:
    return ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(one.certificate))


def test_serves_the_certificate_for_its_names_only(store: str, root: Authority, run: Run, route: Route, tmp_path: Path) -> None:
    one = root.issue(*NAMES)
    version = put(store, one)
    assert brought(run, route)[0] == {"tls (input)": version}
    with serving(tmp_path, run.paths, route):
        for name in ("shop.example.com", "blue.shop.example.com"):
            assert shown(route.tls.port, name) == certificate_of(one)
        with pytest.raises(ssl.SSLError):
            shown(route.tls.port, "other.example.com")


def test_only_the_proxys_user_can_read_the_key(store: str, root: Authority, run: Run, route: Route) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    seen = os.stat(own_path(run.paths, KEY, SOURCE))
    assert (seen.st_uid, seen.st_mode & 0o777) == (PROXY, 0o600)


def test_loads_a_renewed_certificate_without_a_lost_request(store: str, root: Authority, run: Run, route: Route, tmp_path: Path) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    with serving(tmp_path, run.paths, route), Clients(route.port) as clients:
        clients.more()
        successor = root.issue(*NAMES)
        version = put(store, successor)
        assert brought(run, route)[0] == {"tls (input)": version}
        assert shown(route.tls.port, "shop.example.com") == certificate_of(successor)
        clients.more()
    assert clients.lost == []


def test_an_unchanged_secret_reloads_nothing(store: str, root: Authority, run: Run, route: Route, tmp_path: Path) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    with serving(tmp_path, run.paths, route):
        before = read(stored.config_path(run.paths))
        brought(run, route)
        assert read(stored.config_path(run.paths)) == before


def test_completes_a_change_that_was_interrupted_before_the_reload(
    store: str, root: Authority, run: Run, route: Route, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    with serving(tmp_path, run.paths, route):
        successor = root.issue(*NAMES)
        put(store, successor)
        with monkeypatch.context() as killed:
            killed.setattr(proxy, "reload", lambda _: (_ for _ in ()).throw(KeyboardInterrupt()))
            with pytest.raises(KeyboardInterrupt):
                brought(run, route)
        assert shown(route.tls.port, "shop.example.com") != certificate_of(successor)
        brought(run, route)
        assert shown(route.tls.port, "shop.example.com") == certificate_of(successor)


@pytest.mark.parametrize(
    ("names", "days", "words"),
    [(("shop.example.com",), 90, "the certificate does not cover *.shop.example.com"), (NAMES, 0, "certificate has expired")],
)
def test_refuses_a_wrong_certificate_and_keeps_the_earlier_one(
    store: str, root: Authority, run: Run, route: Route, tmp_path: Path, names: tuple[str, ...], days: int, words: str
) -> None:
    one = root.issue(*NAMES)
    put(store, one)
    brought(run, route)
    with serving(tmp_path, run.paths, route):
        put(store, root.issue(*names, days=days))
        with pytest.raises(Failure) as caught:
            brought(run, route)
        assert (caught.value.cause, caught.value.detail) == ("certificate-invalid", words)
        assert shown(route.tls.port, "shop.example.com") == certificate_of(one)


def test_refuses_a_secret_that_lacks_a_name_still_served(store: str, root: Authority, run: Run, route: Route) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    stored.keep(run.paths, routing.render({KEY: route}), {KEY: route})
    put(store, root.issue("new.example.com"))
    with pytest.raises(Failure, match="secret of another name"):
        brought(run, route._replace(domains=("new.example.com",)))


def test_keeps_the_certificate_of_the_earlier_secret_until_the_next_order(store: str, root: Authority, run: Run, route: Route) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    stored.keep(run.paths, routing.render({KEY: route}), {KEY: route})
    put_secret(store, "other", root.issue("new.example.com").certificate + root.issue("x").key)
    other = route._replace(domains=("new.example.com",), tls=route.tls._replace(source="secretsmanager:other"))
    with pytest.raises(Failure):
        brought(run, other)
    new = root.issue("new.example.com")
    put_secret(store, "other", new.certificate + new.key)
    brought(run, other)
    files = {own_path(run.paths, KEY, source) for source in (SOURCE, "secretsmanager:other")}
    assert {str(one) for one in Path(run.paths.state, "proxy/certificates").iterdir()} == files
    stored.keep(run.paths, routing.render({KEY: other}), {KEY: other})
    brought(run, other)
    assert os.listdir(f"{run.paths.state}/proxy/certificates") == [os.path.basename(own_path(run.paths, KEY, "secretsmanager:other"))]


@pytest.mark.parametrize(("days", "told"), [(0, 0), (68, 0), (70, 2), (91, 2)])
def test_warns_three_weeks_before_the_certificate_expires(
    store: str, root: Authority, run: Run, route: Route, monkeypatch: pytest.MonkeyPatch, days: int, told: int
) -> None:
    put(store, root.issue(*NAMES, days=90))
    brought(run, route)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + days * 86_400)
    tell_certificates(run, route)
    assert len(run.findings) == told


def test_no_log_contains_the_key(store: str, root: Authority, run: Run, route: Route) -> None:
    one = root.issue(*NAMES)
    put(store, one)
    brought(run, route)
    run.say(one.key)
    assert one.key.splitlines()[1] not in run.log_text()


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_damaged_certificate_does_not_stop_the_proxy_for_other_services(
    store: str, root: Authority, run: Run, route: Route, tmp_path: Path, damage: bytes
) -> None:
    put(store, root.issue(*NAMES))
    brought(run, route)
    path = Path(own_path(run.paths, KEY, SOURCE))
    path.write_bytes(damage)
    account = Path(run.paths.state, "proxy/accounts/0123456789abcdef.key")
    account.touch()
    [finding] = mend(run.paths)
    assert finding.name == "certificate-lost" and KEY in finding.detail
    assert not path.exists() and account.read_text() == "lost"
    with serving(tmp_path, run.paths, route), Clients(route.port) as clients:
        clients.more()
        brought(run, route)
        assert shown(route.tls.port, "shop.example.com") != ""
    assert clients.lost == []
