"""A preview that can sleep, with a real Caddy and a real Docker."""

from __future__ import annotations

import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Callable

from __tests__.host.support.caddy_bed import prepared, route_of, running
from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from __tests__.host.support.run_bed import run_of
from __tests__.host.support.samples import release, route, state
from host import docker as daemon
from host import store
from host.docker import Docker, networks, remove, remove_network
from host.edge.routes import routing
from host.edge.routes.route import document
from host.machine import network
from host.model.container import Slot
from host.model.order import Bake
from host.model.release import Release
from host.previews import asleep, waker_socket
from host.previews.overview import Overview, visits
from host.previews.sleeper import Sleeper
from host.release import slots
from host.run import Run, snapshot
from host.state.files import write, write_volatile
from host.state.folders import make_folders
from host.state.locks import LockHeld, locked
from host.state.paths import Paths

NO_BAKE = Bake(0, 20, 1)
OTHER = "other.production"
FOUND = "import sys; sys.path.insert(0, sys.argv[1]); from host.state.paths import Paths; from host.previews import sleeper"
PROGRAM = f"{FOUND}; sleeper.keep(Paths(*sys.argv[2:]))"
"""The process that stops and wakes services, for Python's option -c; after it come this repository and the paths."""


class Bed:
    """A preview that can sleep after a second, and a neighbour, behind one proxy."""

    def __init__(self, docker: Docker, folder: Path, image_name: str, stack: ExitStack) -> None:
        self.docker = docker
        self.paths = prepared(folder)
        self.key = f"web.pr-{uuid.uuid4().hex[:8]}"
        self.port, self.neighbour = free_port(), free_port()
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        threading.Thread(target=_serve, args=(listener,), daemon=True).start()
        for key in (self.key, OTHER):
            make_folders(self.paths, key)
            write_volatile(self.paths.split(key), "0")
        write(self.paths.live(OTHER), f"127.0.0.1:{listener.getsockname()[1]}")
        self.routes = {self.key: route_of(self.port, sleep=1.0), OTHER: route_of(self.neighbour)}
        for key, one in self.routes.items():
            write(self.paths.route(key), routing.text(document(one)))
        self.release = self._released(image_name)
        write(self.paths.sleep(self.key), asleep.AWAKE)
        stack.enter_context(running(folder, self.paths, routing.text(routing.render(self.routes))))
        self.sleeper = Sleeper(self.paths)
        self.sleeper.run = lambda key: self.run()  # type: ignore[method-assign]  # noqa: ARG005
        threading.Thread(target=self.sleeper.waker.accept, args=(waker_socket.listen(self.paths),), daemon=True).start()

    def _released(self, image_name: str) -> Release:
        """A live container, which answers with the body of the request."""
        place = route(**{"http-port": self.port, "preview-sleep": 1.0})
        serve = ["/usr/bin/caddy", "respond", "--listen", ":8080", "--body", "got {http.request.body}"]
        spec = {"args": serve, "health-timeout": 300}
        made = release("c0ffee-1", route=place, spec=spec, image=f"{image_name}@sha256:{'a' * 64}")._replace(image=image_name)
        run = self.run()
        image = daemon.image(self.docker, image_name)
        assert image
        slot = slots.make(run, slots.Wanted(made, image, {}, ()), lambda: None)
        slots.keep_restarting(run, slot)
        write(self.paths.live(self.key), slot.address)
        store.save_release(self.paths, self.key, made)
        store.save_state(self.paths, self.key, state(made.name))
        return made

    def run(self) -> Run:
        """The next order."""
        run = run_of(self.paths, self.docker, NO_BAKE)
        run.key = self.key
        return run

    def is_running(self) -> bool:
        live = snapshot(self.run()).live
        return live is not None and live.running

    def visit(self, port: int = 0, method: str = "GET", body: bytes = b"", timeout: float = 300, more: str = "") -> tuple[int, bytes]:
        """The status and the rest of an answer."""
        with socket.create_connection(("127.0.0.1", port or self.port), timeout) as one:
            kept = more if "Connection:" in more else f"Connection: close\r\n{more}"
            head = f"{method} /etc/motd HTTP/1.1\r\nHost: x\r\n{kept}Content-Length: {len(body)}\r\n\r\n"
            one.sendall(head.encode() + body)
            answer = b"".join(iter(lambda: one.recv(65_536), b""))
        return int(answer.split(b" ", 2)[1]), answer

    def look(self) -> None:
        """The sleeper's look at the preview."""
        self.sleeper.look(self.key, Overview(self.paths, [self.key]))

    def is_idle(self) -> bool:
        return self.sleeper.is_idle(self.key, visits(self.paths, [self.key]))

    def fall_asleep(self) -> None:
        """Time passes without a visitor."""

        def slept() -> bool:
            self.look()
            return asleep.is_asleep(self.paths, self.key)

        until(slept)
        until(lambda: not self.is_running())


def _serve(listener: socket.socket) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")


def slot_of(bed: Bed) -> Slot:
    live = snapshot(bed.run()).live
    assert live
    return live


def pruned(bed: Bed, *, container: bool = True) -> None:
    """Somebody cleans up on the host."""
    if container:
        remove(bed.docker, slot_of(bed).id)
    for net in network.of_service(networks(bed.docker), bed.key):
        remove_network(bed.docker, net.name)


@contextmanager
def answering(bed: Bed, answer: Callable[[socket.socket], None]) -> Iterator[list[bytes]]:
    """Another process takes the sleeper's place. Yields what it was asked."""
    heads: list[bytes] = []
    listener = waker_socket.listen(bed.paths)

    def serve() -> None:
        with suppress(OSError):
            while True:
                with listener.accept()[0] as connection:
                    heads.append(connection.recv(1_000_000))
                    answer(connection)

    serving = threading.Thread(target=serve)
    serving.start()
    yield heads
    listener.shutdown(socket.SHUT_RDWR)
    serving.join()
    listener.close()


def is_page(status: int, answer: bytes, retry: int = 3) -> bool:
    return (
        status == 503
        and b"Retry-After: %d\r\n" % retry in answer
        and b"Cache-Control: no-store\r\n" in answer
        and b"http-equiv=refresh content=%d>" % retry in answer
    )


def process_of(paths: Paths) -> int:
    """The process that has the lock of all sleepers; 0 if there is none."""
    try:
        with locked(f"{paths.run}/sleeper.lock", 0):
            return 0
    except LockHeld as held:
        return int(str(held).partition(" ")[0] or 0)
