"""The proxy's own authority, on a real Caddy that starts with nothing."""

from __future__ import annotations

from pathlib import Path

from __tests__.host.support.caddy_bed import KEY, prepared, route_of, running
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from host.certificates import issued
from host.edge.routes import routing
from host.model.tls import Tls
from host.state.files import read


def test_each_name_has_a_certificate_at_once(tmp_path: Path) -> None:
    """Where Caddy cleans its storage meanwhile, one name in some 800 has none for a minute."""
    paths = prepared(tmp_path)
    names = tuple(f"n{number}.example.com" for number in range(100))
    route = route_of(free_port(), domains=names, tls=Tls("internal", free_port()))
    with running(tmp_path, paths, routing.text(routing.render({KEY: route}))):
        until(lambda: all(one.certificate for one in issued.issued(paths, KEY, route)))
    log = read(str(tmp_path / "log"))
    assert "cleaning storage unit" not in log
    assert "could not get certificate" not in log
