"""Workers in real containers: how one proves itself, and that one that runs alone never runs beside another."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from __tests__.host.support.docker_front import front, refusing
from __tests__.host.support.patience import stretched, until
from __tests__.host.support.run_bed import deployed, logged, make_slot
from __tests__.host.support.samples import release, state, web_of
from host import docker as daemon
from host import store
from host.checks import bake
from host.docker import Docker
from host.edge.counters import Tally
from host.edge.routes.route import document
from host.edge.stored import gather, stored
from host.edge.traffic import Seen
from host.machine.network import of_service
from host.model.container import Image, Slot
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import NoRoute, Release, Worker
from host.release import doors, slots, spec
from host.release.attempt import Attempt, read_back, take_back
from host.release.heal import heal
from host.release.new_slot import start_slot
from host.release.serve import cut_over
from host.run import Run, snapshot
from host.state.files import read, write
from host.state.locks import service_locked
from host.unattended import boot
from host.verbs.deploy import resume
from host.verbs.status import of_service as status_of
from host.workers import way_back, worker

SECOND = 1_000_000_000
SLEEPS = ("/bin/sleep", "600")
QUICK = {"HostConfig": {"Memory": 32 << 20, "MemorySwap": 32 << 20}, "StopSignal": "SIGKILL"}


class Bed:
    """A worker's service, and the orders for it."""

    def __init__(self, run: Run, image_name: str) -> None:
        self.run, self.image_name = run, image_name

    def release(self, name: str, *command: str, settle: float = 0.3, patience: float = 20, alone: bool = False, **more: object) -> Release:
        """A release whose process is this command."""
        own = {"args": list(command or SLEEPS), "settle-time": settle, "health-timeout": stretched(patience), "stop-first": alone}
        made = release(name, spec={"port": "none", **own}, docker={"settings": {**QUICK, **more}})
        return made._replace(image=self.image_name)

    def start(self, wanted: Release, baseline: Slot | None = None, *kept: spec.Volume) -> Attempt:
        """A new slot of the release, which proves itself. Raises `Failure`."""
        self.attempt = Attempt()
        self.attempt.release, self.attempt.baseline = wanted, baseline
        image = daemon.image(self.run.docker, self.image_name)
        assert isinstance(image, Image)
        start_slot(self.run, self.attempt, slots.Wanted(wanted, image, {}, kept))
        return self.attempt

    def live(self, wanted: Release) -> Slot:
        """A slot of the release that is live and verified."""
        attempt = self.start(wanted)
        cut_over(self.run, attempt, wanted)
        store.save_release(self.run.paths, self.run.key, wanted)
        store.save_state(self.run.paths, self.run.key, state(wanted.name))
        assert attempt.slot
        return attempt.slot

    def runs(self) -> list[str]:
        """The releases whose containers run."""
        return sorted(slot.release for slot in snapshot(self.run).slots if slot.running)


@pytest.fixture
def bed(docker: Docker, tiny_image: str, mark: str, tmp_path: Path) -> Iterator[Bed]:
    with logged(deployed(docker, f"{mark}.w", tmp_path)) as run:
        yield Bed(run, tiny_image)
    for one in daemon.containers(docker):
        if one.labels.get("docker-to-ec2.service") == run.key:
            daemon.remove(docker, one.id)
    for net in of_service(daemon.networks(docker), run.key):
        daemon.remove_network(docker, net.name)


def test_a_worker_that_keeps_running_is_live_without_a_proxy(bed: Bed) -> None:
    began = time.monotonic()
    slot = bed.live(bed.release("a-1", settle=1))
    assert time.monotonic() - began >= 1
    assert ":" not in slot.address and read(bed.run.paths.live(bed.run.key)) == slot.address
    assert stored(bed.run.paths, bed.run.key) is NoRoute.NONE
    assert gather(bed.run.paths, {}) == ({}, ())
    seen = read_back(bed.run, slot._replace(digest="sha256:" + "b" * 64))
    assert seen is None, "its image has another digest"
    told = status_of(bed.run, snapshot(bed.run), frozenset(), {})
    assert (told["running"], told["drift"], told["certificates"]) == (True, (), [])


@pytest.mark.parametrize(
    ("command", "cause"),
    [
        (("/bin/dash", "-c", "echo no queue; exit 3"), "exited: the container ended with exit code 3"),
        (("/bin/dash", "-c", "/bin/sleep 0.3; exit 0"), "exited: the container ended with exit code 0"),
        (("/bin/dash", "-c", "a=x; while :; do a=$a$a; done"), "out-of-memory"),
    ],
)
def test_a_worker_that_ends_while_it_settles_is_removed_with_its_last_lines(bed: Bed, command: tuple[str, ...], cause: str) -> None:
    old = bed.live(bed.release("a-1"))
    with pytest.raises(Failure, match=f"^{cause}") as failed:
        bed.start(bed.release("b-1", *command, settle=600), old)
    result = take_back(bed.run, bed.attempt, failed.value)
    assert ("no queue" in result.evidence.logs) is ("no queue" in command[2])
    assert bed.runs() == ["a-1"] and [slot.release for slot in snapshot(bed.run).slots] == ["a-1"]


@pytest.mark.parametrize(
    ("test", "cause"), [("exit 0", ""), ("echo no queue; exit 3", "healthcheck-failed"), ("sleep 600", "healthcheck-slow")]
)
def test_a_healthcheck_decides_in_place_of_the_time(bed: Bed, test: str, cause: str) -> None:
    check = {"Test": ["CMD", "/bin/dash", "-c", test], "Interval": SECOND // 10, "Retries": 1, "Timeout": 600 * SECOND}
    wanted = bed.release("a-1", settle=6000, patience=3 if cause == "healthcheck-slow" else 20, Healthcheck=check)
    if not cause:
        assert bed.start(wanted).health_code is None
        assert "HEALTHCHECK says when it is healthy, in place of settle-time" in bed.run.log_text()
        return
    with pytest.raises(Failure, match=f"^{cause}"):
        bed.start(wanted)


def test_a_worker_that_ends_while_it_bakes_fails(bed: Bed) -> None:
    wanted = bed.release("a-1")
    attempt = bed.start(wanted)
    cut_over(bed.run, attempt, wanted)
    assert attempt.slot
    daemon.stop(bed.run.docker, attempt.slot.id, 0)
    bed.run.order = bed.run.order._replace(bake=Bake(600, 20, 0.1))
    with pytest.raises(Failure, match=r"^exited"):
        bake.watch(bed.run, attempt.slot, attempt.process.pid, wanted, Tally())


def test_a_worker_that_bakes_fails_when_the_runner_says_so(bed: Bed) -> None:
    """Such as for an alarm."""
    wanted = bed.release("a-1")
    attempt = bed.start(wanted)
    cut_over(bed.run, attempt, wanted)
    bed.run.order = bed.run.order._replace(bake=Bake(600, 20, 0.1))
    store.save_stop(bed.run.paths, bed.run.key, bed.run.order.id, "alarm", "the queue is old")
    assert attempt.slot
    with pytest.raises(Failure, match="alarm: the queue is old"):
        bake.watch(bed.run, attempt.slot, attempt.process.pid, wanted, Tally())


def test_a_worker_that_settles_fails_when_the_runner_says_so(bed: Bed) -> None:
    """It works already, and can be what the alarm is about."""
    store.save_stop(bed.run.paths, bed.run.key, bed.run.order.id, "alarm", "the queue is old")
    with pytest.raises(Failure, match="alarm: the queue is old"):
        bed.start(bed.release("a-1", settle=600))


def test_a_worker_that_ends_again_and_again_has_not_proved_itself(bed: Bed) -> None:
    """To Docker, it runs while it waits to be started again."""
    again: dict[str, Any] = {"Cmd": ["/bin/dash", "-c", "exit 3"], "HostConfig": {"RestartPolicy": {"Name": "always"}}}
    daemon.start(bed.run.docker, make_slot(bed.run, bed.image_name, "a-1", "127.0.0.3", **again))
    write(bed.run.paths.live(bed.run.key), "127.0.0.3")
    slot = snapshot(bed.run).live
    assert slot
    until(lambda: not worker.runs(bed.run, slot))
    until(lambda: worker.seen(bed.run, slot, Worker(0, 60, False)) == Seen("", 0))
    assert not worker.proves_itself(bed.run, slot, Worker(6000, 60, False))


def test_a_worker_that_was_started_just_now_proves_itself_by_running(bed: Bed) -> None:
    slot = bed.live(bed.release("a-1"))
    now = daemon.inspect(bed.run.docker, slot.id)
    assert now and worker.is_good(now, Worker(6000, 60, False))
    assert not worker.is_good(now._replace(restarts=1), Worker(6000, 60, False))
    assert worker.proves_itself(bed.run, slot, Worker(1, 60, False))
    assert worker.is_good(now._replace(restarts=1), Worker(1, 60, False))
    assert not worker.is_good(now._replace(restarts=1, pid=0), Worker(1, 60, False)), "it has ended again"
    assert worker.seen(bed.run, slot, Worker(1, 60, False)) == Seen(slot.address, 0, True)


@pytest.mark.parametrize("health", ["starting", "unhealthy", "healthy"])
def test_a_healthcheck_alone_says_whether_a_worker_is_healthy(bed: Bed, health: str) -> None:
    slot = bed.live(bed.release("a-1"))
    now = daemon.inspect(bed.run.docker, slot.id)
    assert now and worker.is_good(now._replace(health=health), Worker(0, 60, False)) is (health == "healthy")


def test_two_releases_overlap_unless_one_runs_alone(bed: Bed) -> None:
    old = bed.live(bed.release("a-1"))
    bed.start(bed.release("b-1"), old)
    assert bed.runs() == ["a-1", "b-1"]
    take_back(bed.run, bed.attempt, Failure("bake-errors"))
    assert bed.runs() == ["a-1"]
    bed.start(bed.release("c-1", alone=True), old)
    assert bed.runs() == ["c-1"]


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_one_that_runs_alone_makes_way_for_the_earlier_one_when_it_fails(bed: Bed, late: bool) -> None:
    """Before and after the cut-over."""
    old = bed.live(bed.release("a-1", alone=True))
    wanted = bed.release("b-1")
    attempt = bed.start(wanted, old)
    assert bed.runs() == ["b-1"]
    if late:
        cut_over(bed.run, attempt, wanted)
    result = take_back(bed.run, attempt, Failure("healthcheck-failed"))
    assert (bed.runs(), result.rolled_back) == (["a-1"], late)
    assert read(bed.run.paths.live(bed.run.key)) == old.address
    seen = daemon.inspect(bed.run.docker, old.id)
    assert seen and seen.restart_policy == "unless-stopped"


@pytest.mark.parametrize("alone", ["a-1", "b-1"])
def test_after_a_kill_the_next_order_removes_the_new_one_before_it_starts_the_earlier(bed: Bed, alone: str) -> None:
    """Nothing is stored of the new one, so nobody knows whether that runs alone."""
    old = bed.live(bed.release("a-1", alone=alone == "a-1"))
    bed.start(bed.release("b-1", alone=alone == "b-1"), old)
    healed = heal(bed.run, snapshot(bed.run), "c-1")
    assert healed.baseline and healed.baseline.id == old.id
    until(lambda: bed.runs() == ["a-1"])
    told = bed.run.log_text()
    assert told.index("removing") < told.index("starting it")


def test_a_release_that_was_killed_after_its_cut_over_may_run_alone(bed: Bed) -> None:
    wanted = bed.release("b-1", alone=True)
    cut_over(bed.run, bed.start(wanted), wanted)
    healed = heal(bed.run, snapshot(bed.run), "c-1")
    assert healed.baseline and healed.baseline.release == "b-1"
    bed.start(bed.release("c-1"), healed.baseline)
    assert bed.runs() == ["c-1"]


@pytest.mark.parametrize("boots", [False, True])
def test_a_verified_release_that_made_way_returns_after_a_kill(bed: Bed, boots: bool) -> None:
    old = bed.live(bed.release("a-1", alone=True))
    wanted = bed.release("b-1")
    cut_over(bed.run, bed.start(wanted, old), wanted)
    if boots:
        boot.put_right(bed.run)
    else:
        heal(bed.run, snapshot(bed.run), "c-1")
    assert bed.runs() == ["a-1"] and read(bed.run.paths.live(bed.run.key)) == old.address


def test_a_worker_is_known_by_its_release_if_the_file_of_its_route_is_lost(bed: Bed) -> None:
    bed.live(bed.release("a-1"))
    write(bed.run.paths.route(bed.run.key), "{")
    assert gather(bed.run.paths, {}) == ({}, ())


@pytest.mark.parametrize("ends", ["failed", "killed"])
def test_a_worker_that_was_never_live_gets_its_time_to_stop(bed: Bed, tmp_path: Path, ends: str) -> None:
    """It may have taken a job as soon as it ran."""
    told = tmp_path / "out"
    told.mkdir()
    script = "trap '/bin/sleep 0.3; echo done > /out/job; exit' TERM; while :; do /bin/sleep 0.05; done"
    old = bed.live(bed.release("a-1"))
    wanted = bed.release("b-1", "/bin/dash", "-c", script, StopSignal="SIGTERM", StopTimeout=600)
    attempt = bed.start(wanted, old, spec.Volume(str(told), "/out", ""))
    if ends == "failed":
        take_back(bed.run, attempt, Failure("healthcheck-failed"))
    else:
        heal(bed.run, snapshot(bed.run), "c-1")
    assert bed.runs() == ["a-1"] and (told / "job").read_text() == "done\n"


def test_nothing_starts_beside_one_that_does_not_stop(bed: Bed, tmp_path: Path) -> None:
    old, engine = bed.live(bed.release("a-1", alone=True)), bed.run.docker
    with front(tmp_path, refusing("POST", "/stop")) as stuck:
        bed.run.use(stuck)
        with pytest.raises(Failure, match=r"^docker-failed: .* does not stop, and no other release can run beside it"):
            bed.start(bed.release("b-1"), old)
        assert [slot.release for slot in snapshot(bed.run).slots] == ["a-1"]
    bed.run.use(engine)


def test_the_earlier_one_does_not_start_beside_one_that_does_not_stop(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It works again as soon as that stops, without another order."""
    old = bed.live(bed.release("a-1", alone=True))
    attempt, engine = bed.start(bed.release("b-1"), old), bed.run.docker
    with front(tmp_path, lambda line: refusing("POST", "/stop")(line) or refusing("DELETE", "/containers")(line)) as stuck:
        bed.run.use(stuck)
        take_back(bed.run, attempt, Failure("healthcheck-failed"))
        for again in (lambda: heal(bed.run, snapshot(bed.run), "c-1"), lambda: boot.put_right(bed.run)):
            with pytest.raises(Failure, match=r"^docker-failed: .*b-1 does not stop"):
                again()
        assert bed.runs() == ["b-1"]
        engines = [stuck, engine]
        monkeypatch.setattr(way_back, "wait_for_docker", lambda: engines.pop(0))
        monkeypatch.setattr(way_back, "PAUSE", 0)
        way_back.watch(bed.run.paths, bed.run.key)
    bed.run.use(engine)
    assert (bed.runs(), engines) == (["a-1"], [])


def test_the_earlier_one_does_not_start_beside_one_that_docker_started_without_saying_so(bed: Bed, tmp_path: Path) -> None:
    old = bed.live(bed.release("a-1", alone=True))
    attempt, engine = bed.start(bed.release("b-1"), old), bed.run.docker
    attempt.has(None)
    with front(tmp_path, refusing("DELETE", "/containers")) as stuck:
        bed.run.use(stuck)
        take_back(bed.run, attempt, Failure("docker-failed"))
    bed.run.use(engine)
    assert bed.runs() == ["b-1"]


def test_an_interrupted_release_that_does_not_serve_makes_way_again(bed: Bed) -> None:
    """The next try stops the earlier one anew, and that has its own way back."""
    old = bed.live(bed.release("a-1", alone=True))
    wanted = bed.release("b-1")
    slot = bed.start(wanted, old).slot
    cut_over(bed.run, bed.attempt, wanted)
    assert slot
    daemon.stop(bed.run.docker, slot.id, 0)
    attempt = Attempt()
    attempt.release, attempt.baseline = wanted, old
    assert not resume(bed.run, attempt, wanted, slot)
    assert (bed.runs(), attempt.alone) == (["a-1"], False)


def test_the_way_back_is_not_taken_after_an_order_that_ended_well(bed: Bed) -> None:
    old = bed.live(bed.release("a-1", alone=True))
    with service_locked(bed.run.paths, bed.run.key, 1):
        waiting = Thread(target=way_back.watch, args=(bed.run.paths, bed.run.key))
        waiting.start()
        wanted = bed.release("b-1")
        cut_over(bed.run, bed.start(wanted, old), wanted)
    waiting.join()
    assert bed.runs() == ["b-1"]


def test_access_rules_outlive_the_time_as_a_worker(bed: Bed) -> None:
    """Otherwise a rollback would return to the time before a password."""
    web = web_of(release("a-1", spec={"allow-from": ["192.0.2.0/24"]})).route
    write(bed.run.paths.route(bed.run.key), json.dumps(document(web)))
    bed.live(bed.release("b-1"))
    assert stored(bed.run.paths, bed.run.key) is NoRoute.NONE
    assert web_of(doors.kept(bed.run, release("c-1"))).route == web
