"""A service that nobody visits is stopped, and woken for its next visitor: with a real Caddy, and a real Docker."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.caddy_bed import BINARY, ROOT, prepared, route_of, running
from __tests__.host.support.patience import until, within
from __tests__.host.support.ports import free_port
from __tests__.host.support.run_bed import run_of
from __tests__.host.support.samples import release, route, state
from host import docker as daemon
from host import store
from host.docker import Docker, containers, inspect, networks, remove, remove_network
from host.edge import caddy, traffic
from host.edge.routes import routing
from host.edge.routes.route import document, from_document
from host.machine import network
from host.model.container import Slot
from host.model.doors import Doors
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Health, Release
from host.previews import asleep, may_sleep, sleeper, sleeping, unwoken, waker, waker_socket
from host.previews.idleness import Seen, noticed
from host.previews.overview import Overview, visits
from host.previews.sleeper import Sleeper
from host.previews.waker import Waker
from host.release import slots
from host.run import Run, snapshot
from host.state.files import read, write, write_volatile
from host.state.folders import make_folders
from host.state.locks import LockHeld, locked
from host.state.paths import Paths
from host.unattended import boot
from host.verbs.status import of_service

NO_BAKE = Bake(0, 20, 1)
OTHER = "other.production"


@pytest.mark.parametrize(
    ("before", "epoch", "total", "since"),
    [
        (None, "a", 5, 100),
        (Seen("a", 5, 7), "a", 5, 7),
        (Seen("a", 5, 7), "a", 6, 100),
        (Seen("a", 5, 7), "b", 0, 7),
        (Seen("a", 5, 7), "b", 1, 100),
        (Seen("a", 5, 7), "b", 5, 100),
    ],
)
def test_detects_a_visitor_by_counters_but_not_by_their_reset(before: Seen | None, epoch: str, total: int, since: float) -> None:
    assert noticed(before, epoch, total, 100) == Seen(epoch, total, since)


def test_stores_the_idle_time_of_a_route_only_if_it_has_one() -> None:
    sleepy = route_of(80, sleep=60)
    assert from_document(json.loads(routing.text(document(sleepy)))) == sleepy
    assert "preview-sleep" not in document(route_of(80))


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


@pytest.fixture
def bed(docker: Docker, caddy_image: str, tmp_path: Path) -> Iterator[Bed]:
    with ExitStack() as stack:
        made = Bed(docker, tmp_path, caddy_image, stack)
        until(lambda: made.visit()[0] == 200)
        yield made
        made.sleeper.ended.set()
    for one in containers(docker):
        if one.labels.get("docker-to-ec2.service") == made.key:
            remove(docker, one.id)
    for net in network.of_service(networks(docker), made.key):
        remove_network(docker, net.name)


def test_sleeps_after_its_last_visitor_and_wakes_for_the_next_without_a_lost_request(bed: Bed) -> None:
    answers: list[int] = []
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            answers.append(bed.visit(bed.neighbour)[0])

    beside = threading.Thread(target=go_on)
    beside.start()
    try:
        for _ in range(2):
            bed.fall_asleep()
            with ThreadPoolExecutor(20) as many:
                assert [status for status, _ in many.map(lambda _: bed.visit(), range(20))] == [200] * 20
            assert bed.is_running()
    finally:
        stop.set()
        beside.join()
    assert set(answers) == {200}


def test_holds_any_request_with_its_body(bed: Bed) -> None:
    bed.fall_asleep()
    status, answer = bed.visit(method="POST", body=b"x" * 300_000)
    assert status == 200 and answer.partition(b"got ")[2].count(b"x") == 300_000
    assert bed.is_running()


def test_visitors_keep_it_awake_but_read_backs_do_not(bed: Bed) -> None:
    deadline = time.monotonic() + 4
    while time.monotonic() < deadline:
        assert bed.visit()[0] == 200
        bed.look()
        assert bed.is_running()
        time.sleep(0.3)
    check = Health("/etc/motd", "200-399", "", 60, 1)

    def slept() -> bool:
        traffic.readback(bed.paths, bed.routes[bed.key], check)
        bed.look()
        return asleep.is_asleep(bed.paths, bed.key)

    until(slept)
    assert traffic.readback(bed.paths, bed.routes[bed.key], check).status != 200
    assert not bed.is_running(), "the host's own look woke it"


def test_a_visitor_during_the_stop_keeps_it_awake(bed: Bed) -> None:
    visits = iter([True, False])
    assert not asleep.put_to_sleep(bed.run(), lambda: not next(visits))
    assert bed.is_running() and not asleep.is_asleep(bed.paths, bed.key)
    assert bed.visit()[0] == 200


def test_a_long_request_keeps_it_awake(bed: Bed) -> None:
    live = traffic.live_address(bed.paths, bed.key)
    with socket.create_connection(("127.0.0.1", bed.port)) as one:
        one.sendall(b"POST /etc/motd HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
        until(lambda: caddy.in_flight(bed.paths, live) == 1)
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            bed.look()
            time.sleep(0.2)
        assert bed.is_running() and not asleep.is_asleep(bed.paths, bed.key)


@pytest.mark.parametrize("guard", [Doors(allow_from=("198.51.100.0/24",)), Doors(basic_auth="ssm:/door")])
def test_a_refused_visitor_does_not_wake_it(bed: Bed, guard: Doors) -> None:
    bed.fall_asleep()
    caddy.load(bed.paths, routing.render({**bed.routes, bed.key: bed.routes[bed.key]._replace(doors=guard)}, 1))
    assert bed.visit()[0] in (401, 403)
    assert asleep.is_asleep(bed.paths, bed.key) and not bed.is_running()


def test_reports_the_cause_on_a_full_disk(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    live = snapshot(bed.run()).live
    assert live
    broken(live.id, tmp_path)

    def full(_path: str, _text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(unwoken, "write", full)
    assert b"does not start: exited\n" in bed.visit()[1]
    assert not bed.is_running() and unwoken.told(bed.paths, bed.key) is None


def test_an_open_websocket_keeps_it_awake(bed: Bed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as application, ThreadPoolExecutor(1) as one:
        write(bed.paths.live(bed.key), f"127.0.0.1:{application.getsockname()[1]}")

        def talk() -> socket.socket:
            connection = application.accept()[0]
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            return connection

        talks = one.submit(talk)
        with socket.create_connection(("127.0.0.1", bed.port)) as visitor:
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            assert visitor.recv(65_536).startswith(b"HTTP/1.1 101")
            until(lambda: not bed.is_idle())
            since = bed.sleeper.seen[bed.key].since
            time.sleep(1)
            assert not bed.is_idle() and bed.sleeper.seen[bed.key].since > since
        talks.result().close()
        until(bed.is_idle)


def test_shows_a_reloading_page_if_it_does_not_wake(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    monkeypatch.setattr(waker, "PATIENCE", 0.5)
    with locked(f"{bed.paths.service(bed.key)}/lock", 1, "a long order"):
        status, answer = bed.visit()
    assert is_page(status, answer)
    monkeypatch.setattr(waker, "PATIENCE", 60.0)
    assert bed.visit()[0] == 200


def nothing(connection: socket.socket) -> None:
    connection.recv(1)


def hangs_up(_connection: socket.socket) -> None:
    return


def talks(connection: socket.socket) -> None:
    connection.sendall(b"well\r\n\r\n")


def lets_pass(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


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


@pytest.mark.parametrize("answer", [nothing, hangs_up, talks])
def test_the_page_appears_without_an_answer_of_the_sleeper(
    bed: Bed, monkeypatch: pytest.MonkeyPatch, answer: Callable[[socket.socket], None]
) -> None:
    bed.fall_asleep()
    monkeypatch.setattr(sleeping, "SILENCE", "1s")
    caddy.load(bed.paths, routing.render(bed.routes, 1))
    with answering(bed, answer), within(15):
        assert is_page(*bed.visit())
        assert is_page(*bed.visit(method="POST", body=b"x" * 3_000))


def test_the_page_appears_soon_if_the_sleeper_is_dead(bed: Bed) -> None:
    bed.fall_asleep()
    with answering(bed, hangs_up):
        pass
    for _ in range(2):
        with within(6):
            assert is_page(*bed.visit())
        with suppress(FileNotFoundError):
            os.unlink(bed.paths.waker)
    threading.Thread(target=bed.sleeper.waker.accept, args=(waker_socket.listen(bed.paths),), daemon=True).start()
    assert bed.visit()[0] == 200


def test_the_page_does_not_hide_an_error_of_the_application_after_waking(bed: Bed) -> None:
    bed.fall_asleep()
    with answering(bed, lets_pass):
        status, answer = bed.visit()
    assert status == 502 and b"Waking" not in answer


def test_the_sleeper_learns_nothing_about_a_visitor_and_large_headers_wake_the_service(bed: Bed) -> None:
    bed.fall_asleep()
    more = f"Authorization: Bearer k7Qz92nf\r\nExpect: 100-continue\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nCookie: {'c' * 8_000}\r\n"
    with answering(bed, hangs_up) as heads:
        assert is_page(*bed.visit(more=more))
    assert heads and all(head.startswith(f"GET /{bed.key} HTTP/1.1\r\n".encode()) and len(head) < 300 for head in heads), heads
    threading.Thread(target=bed.sleeper.waker.accept, args=(waker_socket.listen(bed.paths),), daemon=True).start()
    assert bed.visit(more=f"Cookie: {'c' * 8_000}\r\n")[0] == 200


@pytest.mark.parametrize("error", [Failure("health-silent", "it does not answer"), ValueError("anything")])
def test_starts_once_for_all_waiting_visitors(bed: Bed, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    bed.fall_asleep()
    tried: list[str] = []

    def fail(run: Run, _: object) -> None:
        tried.append(run.key)
        until(lambda: bed.sleeper.waker.waiting == 39)
        raise error

    monkeypatch.setattr(asleep, "wake", fail)
    with ThreadPoolExecutor(40) as many:
        pages = list(many.map(lambda _: bed.visit(), range(40)))
    assert tried == [bed.key], "each visitor tried again"
    assert all(status == 503 and b"http-equiv=refresh" in page and b"does not start" in page for status, page in pages)
    monkeypatch.undo()
    bed.sleeper.waker.forget(bed.key)
    assert bed.visit()[0] == 200


def test_survives_and_answers_without_free_descriptors_or_threads(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    listener = waker_socket.listen(bed.paths)
    shortage = [OSError(errno.EMFILE, "Too many open files")]

    class Short:
        def accept(self) -> tuple[socket.socket, object]:
            if shortage:
                raise shortage.pop()
            return listener.accept()

    start = threading.Thread.start
    refused = [RuntimeError("can't start new thread")]

    def start_or_not(thread: threading.Thread) -> None:
        if refused and getattr(thread, "_target", None) == bed.sleeper.waker.answer:
            raise refused.pop()
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_or_not)
    threading.Thread(target=bed.sleeper.waker.accept, args=(Short(),), daemon=True).start()
    first = bed.visit()
    assert first[0] == 200 or is_page(*first)
    assert bed.visit()[0] == 200 and not refused and not shortage


def test_a_damaged_service_does_not_prevent_checks_of_others(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(key: str, _: Overview) -> None:
        looked.append(key)
        if len(looked) > 1:
            bed.sleeper.ended.set()
        raise ValueError("damaged")

    monkeypatch.setattr(bed.sleeper, "look", look)
    bed.sleeper.keep()
    assert len(set(looked)) > 1


def test_a_visitor_waiting_for_a_removal_recreates_nothing(bed: Bed) -> None:
    bed.fall_asleep()
    folder = bed.paths.service(bed.key)
    with locked(f"{folder}/lock", 1, "a removal"), ThreadPoolExecutor(1) as one:
        waits = one.submit(bed.sleeper.waker.woken, bed.key)
        time.sleep(0.5)
        os.unlink(bed.paths.sleep(bed.key))
        os.rename(folder, f"{folder}.gone")
    assert waits.result().awake
    assert not os.path.exists(folder)
    os.rename(f"{folder}.gone", folder)


def test_stays_asleep_over_a_reboot_and_finishes_a_killed_wake_up(bed: Bed) -> None:
    bed.fall_asleep()
    boot.put_right(bed.run())
    assert not bed.is_running() and asleep.is_asleep(bed.paths, bed.key)
    live = snapshot(bed.run()).live
    assert live
    daemon.start(bed.docker, live.id)
    bed.look()
    assert not bed.is_running()
    assert bed.visit()[0] == 200


def test_a_round_asks_docker_and_the_proxy_once_however_many_services_there_are(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of them sleep."""
    for number in range(20):
        key = f"other{number}.pr-1"
        make_folders(bed.paths, key)
        write(bed.paths.route(key), routing.text(document(route_of(bed.port, sleep=60, path=f"/{number}"))))
        write(bed.paths.sleep(key), (asleep.ASLEEP, asleep.AWAKE)[number % 2])
    asked: list[str] = []
    for place, name in ((daemon, "containers"), (caddy, "counted_each"), (caddy, "in_flight_each")):
        monkeypatch.setattr(place, name, _noting(asked, name, getattr(place, name)))
    monkeypatch.setattr(bed.sleeper.ended, "wait", lambda _: True)
    bed.sleeper.keep()
    assert sorted(asked) == ["containers", "counted_each", "in_flight_each"]


def _noting(asked: list[str], name: str, ask: Callable[..., object]) -> Callable[..., object]:
    def noted(*given: object) -> object:
        asked.append(name)
        return ask(*given)

    return noted


def test_status_reports_the_sleep_and_an_order_wakes_it_first(bed: Bed) -> None:
    bed.fall_asleep()
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert (told["asleep"], told["running"]) == (True, False)
    assert not [word for word in told["drift"] if "slot" in word]
    run = bed.run()
    found = asleep.wake_for_order(run, snapshot(run))
    assert found.live and found.live.running and not asleep.is_asleep(bed.paths, bed.key)
    assert bed.visit()[0] == 200


def test_does_not_wake_if_another_slot_got_the_traffic(bed: Bed) -> None:
    bed.fall_asleep()
    asleep.mark_awake(bed.run())
    assert not asleep.is_asleep(bed.paths, bed.key)


def test_only_routes_that_can_sleep_use_the_sleeper(bed: Bed) -> None:
    without = routing.text(routing.render({OTHER: bed.routes[OTHER]}))
    assert "wake.sock" not in without
    write(bed.paths.sleep(OTHER), asleep.ASLEEP)
    assert bed.visit(bed.neighbour)[0] == 200
    assert not asleep.is_asleep(bed.paths, "gone.pr-1")
    assert not os.path.exists(bed.paths.service("gone.pr-1"))
    assert bed.sleeper.waker.woken("gone.pr-1").awake, "nothing to wake: the proxy answers"
    assert not os.path.exists(bed.paths.service("gone.pr-1"))
    may_sleep.follow(bed.run(), bed.routes[OTHER])
    assert read(bed.paths.sleep(bed.key)) == ""


def pruned(bed: Bed, *, container: bool = True) -> None:
    """Somebody cleans up on the host."""
    if container:
        remove(bed.docker, slot_of(bed).id)
    for net in network.of_service(networks(bed.docker), bed.key):
        remove_network(bed.docker, net.name)


def slot_of(bed: Bed) -> Slot:
    live = snapshot(bed.run()).live
    assert live
    return live


@pytest.mark.parametrize("container", [True, False], ids=["with its container", "without its container"])
def test_creates_again_what_somebody_has_removed_while_it_sleeps(bed: Bed, monkeypatch: pytest.MonkeyPatch, container: bool) -> None:
    monkeypatch.setattr(store, "load_release", lambda *_: bed.release)
    bed.fall_asleep()
    before = slot_of(bed)
    pruned(bed, container=container)
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert (told["asleep"], told["release"]) == (True, before.release)
    assert told["serving"] == bed.release.digest or not container
    assert "live-file-missing" not in told["drift"]
    assert bed.visit()[0] == 200
    after = slot_of(bed)
    assert after.running and after.id != before.id and after.release == before.release
    assert after.address.rpartition(".")[0] == before.address.rpartition(".")[0], "it is in another network"
    assert [one.id for one in snapshot(bed.run()).slots] == [after.id]
    bed.fall_asleep()
    assert bed.visit()[0] == 200
    assert slot_of(bed).id == after.id


def test_tells_visitors_why_its_container_cannot_be_created_again(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waker, "FIRST_PAUSE", 3600.0)
    bed.fall_asleep()
    pruned(bed)
    # The registry of the stored release has no such image.
    status, page = bed.visit()
    assert is_page(status, page, 3600)
    assert b"its container was removed from the host, and cannot be created again: " in page and b"; deploy it again" in page
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert told["asleep"] and told["unwoken"]["cause"].startswith("pull-")


def broken(docker_id: str, folder: Path) -> None:
    """From now on, the container ends with exit code 3 as soon as it is started."""
    said = b"no <database> here\n"
    # write(1, said, len(said)); exit(3)
    code = b"\xb8\1\0\0\0\xbf\1\0\0\0\x48\x8d\x35\x13\0\0\0\xba" + struct.pack("<I", len(said)) + b"\x0f\5\xb8\x3c\0\0\0\xbf\3\0\0\0\x0f\5"
    size = 120 + len(code) + len(said)
    head = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x400078, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    (folder / "ends").write_bytes(head + struct.pack("<IIQQQQQQ", 1, 5, 0, 0x400000, 0x400000, size, size, 4096) + code + said)
    (folder / "ends").chmod(0o755)
    subprocess.run(["docker", "cp", str(folder / "ends"), f"{docker_id}:/usr/bin/caddy"], check=True, capture_output=True)


def test_tells_visitors_and_status_why_a_release_exits_at_each_start(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waker, "FIRST_PAUSE", 3600.0)
    bed.fall_asleep()
    live = snapshot(bed.run()).live
    assert live
    broken(live.id, tmp_path)
    status, page = bed.visit()
    assert is_page(status, page, 3600) and b"does not start: exited: the container ended with exit code 3\n" in page
    until(lambda: not bed.is_running())
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert told["asleep"] and told["unwoken"]["cause"] == "exited" and "no <database> here" in told["unwoken"]["logs"]
    started = inspect(bed.docker, live.id)
    page = bed.visit()[1]
    assert b"exit code 3" in page and inspect(bed.docker, live.id) == started, "it was tried again at once"
    subprocess.run(["docker", "cp", str(BINARY.resolve()), f"{live.id}:/usr/bin/caddy"], check=True, capture_output=True)
    bed.sleeper.waker.refused[bed.key] = bed.sleeper.waker.refused[bed.key]._replace(until=time.monotonic())
    assert bed.visit()[0] == 200
    assert unwoken.told(bed.paths, bed.key) is None
    assert of_service(bed.run(), snapshot(bed.run()), frozenset(), {})["unwoken"] is None


def test_retries_a_service_that_does_not_start_at_growing_intervals(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    clock = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    made = Waker(bed.paths, threading.Event(), lambda _key: bed.run())
    pauses: list[int] = []
    for _ in range(6):
        pauses.append(made.refuse(bed.key, ValueError()).pause)
        clock[0] += 1
        assert made.woken(bed.key).pause == pauses[-1] - 1
        clock[0] += 100
    assert pauses == [5, 10, 20, 40, 60, 60]


def test_escapes_the_reason_in_the_page(bed: Bed) -> None:
    bed.fall_asleep()
    why = 'exited: <script>alert("ä")</script>\r\nX-More: 1 {http.request.host} ' + "x" * 500
    with answering(bed, lambda one: one.sendall(waker_socket.not_started(why, 7))):
        status, page = bed.visit()
    assert is_page(status, page, 7)
    assert b"<script" not in page and b"&lt;script&gt;alert(&quot;&#228;&quot;)" in page and b"\r\nX-More" not in page
    assert b"{http.request.host} x" in page and b"x..." in page and page.count(b"x") < 320


def test_many_visitors_of_a_hanging_service_do_not_keep_others_from_waking(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    asleep_now = {"a.pr-1", "b.pr-2"}
    monkeypatch.setattr(asleep, "is_asleep", lambda _paths, key: key in asleep_now)

    def wake(run: Run, _: object) -> None:
        if run.key == "a.pr-1":
            go_on.wait(300)
        asleep_now.discard(run.key)

    monkeypatch.setattr(asleep, "wake", wake)

    def run_for(key: str) -> Run:
        run = bed.run()
        run.key = key
        return run

    for key in asleep_now:
        make_folders(bed.paths, key)
    made = Waker(bed.paths, threading.Event(), run_for)
    with ThreadPoolExecutor(400) as many:
        hanging = [many.submit(made.woken, "a.pr-1") for _ in range(350)]
        until(lambda: made.waiting == waker.MOST_OF_ONE)
        others = [many.submit(made.woken, "b.pr-2") for _ in range(20)]
        assert all(one.result(300).awake for one in others)
        go_on.set()
        verdicts = [one.result(300) for one in hanging]
    assert sum(one.awake for one in verdicts) >= waker.MOST_OF_ONE and made.waiting == 0
    assert set(verdicts) == {waker.AWAKE, waker.LATER}


@contextmanager
def systemd_stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], int]]:
    """The socket for a unit's notifications. Yields a function that counts those of the watchdog that are there, or come within some seconds."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.bind(str(folder / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(folder / "notify"))

        def beats(seconds: float) -> int:
            found, deadline = 0, time.monotonic() + seconds
            while (left := deadline - time.monotonic()) > 0:
                one.settimeout(left)
                with suppress(TimeoutError):
                    found += one.recv(64) == b"WATCHDOG=1"
            return found

        yield beats


def test_notifies_systemd_until_it_hangs(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleeper, "LOOK", 0.1)
    hang = threading.Event()
    answer = Waker.answer

    def answer_or_hang(made: Waker, connection: socket.socket) -> None:
        if hang.is_set():
            time.sleep(3)
        answer(made, connection)

    monkeypatch.setattr(Waker, "answer", answer_or_hang)
    with systemd_stand_in(tmp_path, monkeypatch) as beats:
        keeping = threading.Thread(target=bed.sleeper.keep)
        keeping.start()
        until(lambda: beats(0.1))
        until(lambda: beats(0.1))
        hang.set()
        # Whatever was on its way: systemd would start it again.
        until(lambda: beats(2) == 0)
        bed.sleeper.ended.set()
        keeping.join()


def test_a_slow_stop_does_not_delay_checks_of_others(bed: Bed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sleeper, "LOOK", 0.1)
    monkeypatch.setattr(sleeper, "MOMENT", 0.2)
    looked: list[str] = []
    go_on = threading.Event()

    def look(key: str, _: Overview) -> None:
        looked.append(key)
        if key == bed.key:
            go_on.wait(300)

    monkeypatch.setattr(bed.sleeper, "look", look)
    with systemd_stand_in(tmp_path, monkeypatch) as beats:
        keeping = threading.Thread(target=bed.sleeper.keep)
        keeping.start()
        until(lambda: looked.count(OTHER) >= 3)
        assert looked.count(bed.key) == 1
        until(lambda: beats(0.1))
        go_on.set()
        bed.sleeper.ended.set()
        keeping.join()


def process_of(paths: Paths) -> int:
    """The process that has the lock of all sleepers; 0 if there is none."""
    try:
        with locked(f"{paths.run}/sleeper.lock", 0):
            return 0
    except LockHeld as held:
        return int(str(held).partition(" ")[0] or 0)


def listener_of(paths: Paths) -> int:
    """The process that listens at the socket for the proxy, which is the bed's own until another one takes its place: unix(7), SO_PEERCRED."""
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(paths.waker)
        pid: int = struct.unpack("3i", one.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
        return pid


def is_stopped(pid: int) -> bool:
    """Whether all threads of a process are."""
    tasks = Path(f"/proc/{pid}/task").glob("*/stat")
    try:
        return all(one.read_text().rpartition(")")[2].split()[0] == "T" for one in tasks)
    except (FileNotFoundError, ProcessLookupError):
        # A thread has ended in between.
        return False


@pytest.mark.parametrize("hung", [True, False])
def test_without_systemd_the_next_order_replaces_only_a_hanging_sleeper(bed: Bed, monkeypatch: pytest.MonkeyPatch, hung: bool) -> None:
    found = "import sys; sys.path.insert(0, sys.argv[1]); from host.state.paths import Paths; from host.previews import sleeper"
    program = f"{found}; sleeper.keep(Paths(*sys.argv[2:]))"
    argv = [sys.executable, "-c", program, str(ROOT), *bed.paths]
    begun: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(sleeper, "is_systemd", lambda: False)
    monkeypatch.setattr(sleeper, "detach", lambda _argv: begun.append(subprocess.Popen(argv)))
    monkeypatch.setattr(sleeper, "START_PATIENCE", 2.0 if hung else 300.0)
    try:
        assert sleeper.ensure(bed.paths) == ""
        until(lambda: listener_of(bed.paths) == process_of(bed.paths) == begun[0].pid and waker_socket.answers(bed.paths, 1))
        if hung:
            begun[0].send_signal(signal.SIGSTOP)
            until(lambda: is_stopped(begun[0].pid))
        assert sleeper.ensure(bed.paths) == ""
        assert len(begun) == (2 if hung else 1)
        until(lambda: waker_socket.answers(bed.paths, 1) and process_of(bed.paths) == begun[-1].pid)
    finally:
        for one in begun:
            one.kill()
            one.wait()


def test_an_order_can_rely_on_a_sleeper_that_is_about_to_end(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[int] = []

    def kept(_paths: Paths) -> bool:
        served.append(1)
        # The order, just before the lock is free: it finds a process that works.
        write(bed.paths.sleep(bed.key), asleep.AWAKE)
        if len(served) == 2:
            os.unlink(bed.paths.sleep(bed.key))
        return False

    monkeypatch.setattr(sleeper, "_kept", kept)
    sleeper.keep(bed.paths)
    assert len(served) == 2
