"""Names that stand for many, beside names that are one, on a real Caddy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from __tests__.host.support.caddy_bed import name_live, prepared, route_of, running
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import saying, tcp_server
from host.edge.routes import routing
from host.http.dial import tcp
from host.http.http1 import ask
from host.state.folders import make_folders

PORT = free_port()
ROUTES = {
    "all.production": route_of(PORT, domains=("example.com", "*.example.com")),
    "app.production": route_of(PORT, domains=("app.example.com",)),
    "deep.production": route_of(PORT, domains=("api.example.com", "*.example.com"), path="/deep"),
    "rest.production": route_of(PORT),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A proxy with services each of which answers with its name."""
    folder = tmp_path_factory.mktemp("proxy")
    paths = prepared(folder)
    with ExitStack() as stack:
        for key in ROUTES:
            make_folders(paths, key)
            body = key.partition(".")[0]
            answer = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
            name_live(paths, f"127.0.0.1:{stack.enter_context(tcp_server(saying(answer)))}", key)
        stack.enter_context(running(folder, paths, routing.text(routing.render(ROUTES))))
        yield


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("name", "path", "service"),
    [
        ("example.com", "/", "all"),
        ("blue.example.com", "/", "all"),
        ("BLUE.example.com.", "/", "all"),
        ("app.example.com", "/", "app"),
        ("app.example.com", "/deep", "app"),
        ("api.example.com", "/deep/1", "deep"),
        ("api.example.com", "/", "all"),
        ("blue.example.com", "/deep", "deep"),
        ("example.com", "/deep", "all"),
        ("a.b.example.com", "/", "rest"),
        ("example.org", "/", "rest"),
    ],
)
def test_prefers_an_exact_name_to_a_wildcard_and_then_the_longest_path(name: str, path: str, service: str) -> None:
    assert ask(tcp("127.0.0.1", PORT), "GET", path, timeout=10, host=name).body.decode() == service
