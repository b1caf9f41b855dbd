"""A sleeping service is woken for its next visitor, once for all who wait."""

from __future__ import annotations

import errno
import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import busy
from __tests__.host.support.sleeper_bed import Bed, is_page, pruned, slot_of
from host import store
from host.checks import health
from host.docker import DockerError, remove
from host.edge import caddy
from host.edge.routes import routing
from host.model.container import Slot
from host.model.doors import Doors
from host.model.failure import Failure
from host.model.order import CanaryPlan
from host.previews import asleep, remade, waker, waker_socket
from host.previews.waker import Waker
from host.release import heal
from host.run import Run, snapshot
from host.state.folders import make_folders
from host.state.locks import locked
from host.verbs.status import of_service


def test_holds_any_request_with_its_body(bed: Bed) -> None:
    bed.fall_asleep()
    status, answer = bed.visit(method="POST", body=b"x" * 300_000)
    assert status == 200 and answer.partition(b"got ")[2].count(b"x") == 300_000
    assert bed.is_running()


@pytest.mark.parametrize("guard", [Doors(allow_from=("198.51.100.0/24",)), Doors(basic_auth="ssm:/door")])
def test_a_refused_visitor_does_not_wake_it(bed: Bed, guard: Doors) -> None:
    bed.fall_asleep()
    caddy.load(bed.paths, routing.render({**bed.routes, bed.key: bed.routes[bed.key]._replace(doors=guard)}, 1))
    assert bed.visit()[0] in (401, 403)
    assert asleep.is_asleep(bed.paths, bed.key) and not bed.is_running()


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


def test_does_not_wake_if_another_slot_got_the_traffic(bed: Bed) -> None:
    bed.fall_asleep()
    asleep.mark_awake(bed.run())
    assert not asleep.is_asleep(bed.paths, bed.key)


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


def test_creates_again_what_docker_could_not_remove_completely(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of it was busy when somebody cleaned up: Docker neither starts such a container nor forgets it."""
    monkeypatch.setattr(store, "load_release", lambda *_: bed.release)
    bed.fall_asleep()
    before = slot_of(bed)
    with busy(bed.docker, before.id):
        with pytest.raises(DockerError, match="unable to remove filesystem"):
            remove(bed.docker, before.id)
        assert bed.visit()[0] == 200
        after = slot_of(bed)
        assert after.running and after.id != before.id
        bed.fall_asleep()
        assert bed.visit()[0] == 200
        assert slot_of(bed).id == after.id


def test_attempts_that_fail_late_leave_nothing_that_runs(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the new container's address is to be stored."""
    monkeypatch.setattr(store, "load_release", lambda *_: bed.release)
    monkeypatch.setattr(waker, "FIRST_PAUSE", 0.0)
    bed.fall_asleep()
    pruned(bed)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(remade, "write", full)
        for _ in range(3):
            assert bed.visit()[0] == 503
        assert len(snapshot(bed.run()).slots) == 1
        bed.look()
        until(lambda: all(one.is_over for one in snapshot(bed.run()).slots))
    assert bed.visit()[0] == 200
    assert [one.id for one in snapshot(bed.run()).slots] == [slot_of(bed).id]


@pytest.mark.parametrize(("again", "runs"), [(remade.remade, True), (None, False)], ids=["restart", "an order for the live release"])
def test_a_restart_creates_again_what_somebody_has_removed(
    bed: Bed, monkeypatch: pytest.MonkeyPatch, again: asleep.Again | None, runs: bool
) -> None:
    """Any other order brings a release of its own."""
    monkeypatch.setattr(store, "load_release", lambda *_: bed.release)
    bed.fall_asleep()
    pruned(bed)
    live = asleep.wake_for_order(bed.run(), snapshot(bed.run()), again, "").live
    assert (live is not None and live.running) is runs


@pytest.mark.parametrize(
    ("wanted", "canary", "waits"), [("another", False, False), ("another", True, True), ("live", False, True), ("", False, True)]
)
def test_only_an_order_that_needs_the_live_release_waits_for_it(
    bed: Bed, monkeypatch: pytest.MonkeyPatch, wanted: str, canary: bool, waits: bool
) -> None:
    """A canary is compared with it, a restart renews it, and a deploy of the same release may change nothing. Any other new release replaces it,
    whether it wakes or not."""
    waited: list[str] = []

    def never_healthy(_run: Run, live: Slot, *_: object) -> None:
        waited.append(live.release)
        raise Failure("health-silent", "it does not answer")

    monkeypatch.setattr(health, "wait", never_healthy)
    monkeypatch.setattr(store, "load_release", lambda *_: bed.release)
    bed.fall_asleep()
    run = bed.run()
    run.order = run.order._replace(base=("*",), canary=CanaryPlan(1, 60) if canary else None)
    live = slot_of(bed)
    healed = heal.heal(run, snapshot(run), live.release if wanted == "live" else wanted)
    assert waited == ([live.release] if waits else [])
    assert healed.baseline and healed.baseline.id == live.id and bed.is_running(), "it serves while its successor is created"
    assert asleep.is_asleep(bed.paths, bed.key)
    monkeypatch.undo()
    assert bed.visit()[0] == 200, "a visitor wakes it if the order fails"


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
