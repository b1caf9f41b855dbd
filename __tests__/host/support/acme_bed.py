"""A network of its own with an authority in it, whose ports 80 and 443 a real Caddy has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from __tests__.host.support.caddy_bed import Proxy, name_live, prepared, running
from __tests__.host.support.netns_bed import own_network
from __tests__.host.support.raw_server import Talk, tcp_server
from host.edge.routes import routing
from host.model.release import Route
from host.model.tls import Tls
from host.state.folders import make_folders
from host.state.paths import Paths
from local.acme.authority import Authority, authority

HERE = "127.0.0.1"


@contextmanager
def acme(folder: Path, seconds: int = 90 * 86_400, **settings: Any) -> Iterator[Authority]:
    """An authority in a network of its own."""
    with own_network(), authority(folder, HERE, seconds, **settings) as one:
        yield one


def trusting(folder: Path, one: Authority) -> Paths:
    """The folders of a host whose proxy trusts an authority."""
    paths = prepared(folder)
    trust = Path(paths.state) / "proxy/trust"
    trust.mkdir(exist_ok=True)
    (trust / "test.pem").write_text(one.root)
    return paths


@contextmanager
def serving(folder: Path, paths: Paths, routes: Mapping[str, Route], talk: Talk) -> Iterator[Proxy]:
    """A Caddy with these services, all of which are one application."""
    with ExitStack() as stack:
        port = stack.enter_context(tcp_server(talk))
        for key in routes:
            make_folders(paths, key)
            name_live(paths, f"{HERE}:{port}", key)
        yield stack.enter_context(running(folder, paths, routing.text(routing.render(routes))))


def by(one: Authority, **more: Any) -> Tls:
    """HTTPS with certificates of this authority."""
    return Tls("acme", directory=one.directory)._replace(**more)
