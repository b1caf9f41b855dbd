"""What Docker or the disk refuses in the middle of the work: the traffic goes where something serves, and tidying holds up nothing."""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.caddy_bed import prepared, route_of, running
from __tests__.host.support.docker_front import front, refusing
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import ERROR, OK, listening, saying, tcp_server
from __tests__.host.support.run_bed import KEY, deployed, logged, make_slot, nobody, run_of, slot_at
from __tests__.host.support.samples import release, state
from host import decide, main, store
from host import docker as engine
from host.docker import Docker, DockerDown, DockerError, containers, create, image, remove, start
from host.edge import caddy
from host.edge.routes import routing
from host.edge.routes.route import document as route_document
from host.model.container import Image, Slot
from host.model.failure import Failure
from host.model.order import Bake
from host.release import attempt as attempts
from host.release import heal, images, serve, slots, spec
from host.release.attempt import Attempt
from host.report import Result
from host.run import Run, snapshot
from host.state.files import read, write
from host.state.folders import make_folders
from host.state.locks import LockHeld
from host.state.paths import Paths

NO_BAKE = Bake(0, 20, 1)
NEW = "172.29.0.9:80"
RELEASE = release()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    here = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(here, KEY)
    return here


@pytest.fixture
def baseline() -> Iterator[Slot]:
    """A slot that answers."""
    with tcp_server(saying(OK)) as port:
        yield slot_at(f"127.0.0.1:{port}", "live")


@pytest.fixture
def run(paths: Paths, tmp_path: Path) -> Iterator[Run]:
    with logged(run_of(paths, nobody(tmp_path), NO_BAKE)) as one:
        yield one


def tried(baseline: Slot) -> Attempt:
    """An attempt whose slot is healthy and has no traffic yet."""
    one = Attempt()
    one.baseline, one.release, one.restarts = baseline, RELEASE, True
    one.has(slot_at(NEW, "new"))
    return one


def folders_do_not_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a file system whose journal was given up: a name is changed, and then cannot be kept."""
    real = os.fsync

    def fsync(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)


def test_takes_back_an_address_that_could_not_be_synced(run: Run, paths: Paths, baseline: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    write(paths.live(KEY), baseline.address)
    write(paths.route(KEY), routing.text(route_document(RELEASE.route)))
    one = tried(baseline)
    folders_do_not_sync(monkeypatch)
    with pytest.raises(Failure, match="disk-failed") as caught:
        serve.cut_over(run, one, RELEASE)
    assert read(paths.live(KEY)) == NEW
    result = attempts.take_back(run, one, caught.value)
    assert read(paths.live(KEY)) == baseline.address
    assert result.cause == "disk-failed" and result.rolled_back


def test_keeps_a_slot_whose_traffic_cannot_be_moved(run: Run, paths: Paths, baseline: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    write(paths.live(KEY), NEW)
    one = tried(baseline)
    one.cut_over = True

    def read_only(_path: str, _text: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(attempts, "write_over", read_only)
    result = attempts.take_back(run, one, Failure("bake-errors", "9 of 9"))
    assert result.cause == "bake-errors" and not result.rolled_back
    log = read(f"{paths.service(KEY)}/last.log")
    assert "could not be switched back: Read-only file system" in log
    assert "could not be removed" not in log


@pytest.mark.parametrize("writes", range(4))
def test_a_kill_between_any_two_writes_keeps_the_rollback_target(
    run: Run, paths: Paths, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    for name in ("a-1", "b-2"):
        store.save_release(paths, KEY, release(name))
    store.save_state(paths, KEY, state("a-1", "b-2"))
    real, left = os.rename, [writes]

    def rename(old: str, new: str) -> None:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        real(old, new)

    monkeypatch.setattr(os, "rename", rename)
    try:
        serve.record(run, release("c-3"))
        serve.conclude(run, release("c-3"))
    except KeyboardInterrupt:
        pass
    assert decide.before(store.load_state(paths, KEY).history, "c-3") == "b-2"


@pytest.mark.parametrize("is_down", [True, False])
def test_reports_that_nothing_serves_only_if_docker_answers(paths: Paths, docker: Docker, tmp_path: Path, is_down: bool) -> None:
    run = run_of(paths, nobody(tmp_path) if is_down else docker, NO_BAKE)
    assert attempts.with_serving(run, Result("failed")) == Result("failed", looked=not is_down)


@pytest.mark.parametrize(
    ("refusal", "cause"), [(DockerDown("it stopped"), "docker-failed"), (DockerError(500, "no such runtime"), "start-failed")]
)
def test_names_why_a_container_did_not_start_even_if_docker_then_goes_down(
    run: Run, monkeypatch: pytest.MonkeyPatch, refusal: DockerError, cause: str
) -> None:
    def refuses(error: DockerError) -> Callable[..., object]:
        def call(*_: object) -> object:
            raise error

        return call

    monkeypatch.setattr(slots, "_create", lambda *_: slot_at(NEW))
    monkeypatch.setattr(engine, "start", refuses(refusal))
    monkeypatch.setattr(engine, "remove", refuses(DockerDown("it stopped")))
    image = Image("sha256:1", "linux/amd64", (), (), 0)
    with pytest.raises((Failure, DockerError)) as caught:
        slots.make(run, slots.Wanted(RELEASE, image, {}, ()), lambda: None)
    assert main._failure_of(run, caught.value).cause == cause


def test_a_container_that_docker_cannot_remove_blocks_nothing(paths: Paths, tmp_path: Path) -> None:
    with front(tmp_path, refusing("DELETE", "/containers/")) as spoiled, logged(run_of(paths, spoiled, NO_BAKE)) as run:
        slots.remove_slots(run, [slot_at(NEW, "dead"), slot_at(NEW, "dead-too")])
    assert run.log_text().count("device or resource busy") == 2


def test_an_image_that_docker_cannot_remove_blocks_nothing_and_is_retried(paths: Paths, tmp_path: Path) -> None:
    refs = tuple(f"registry.example/web@sha256:{digit * 64}" for digit in "bcd")
    with front(tmp_path, refusing("DELETE", "b" * 64)) as spoiled:
        kept = images.prune_images(run_of(paths, spoiled, NO_BAKE), state()._replace(pulled=refs), ["sha256:" + "d" * 64])
    assert kept.pulled == (refs[0], refs[2])
    assert store.load_state(paths, KEY).pulled == kept.pulled


def test_removes_an_image_after_its_last_service_releases_it(
    paths: Paths, docker: Docker, tiny_image: str, mark: str, tmp_path: Path
) -> None:
    ref = f"docker-to-ec2-test:{mark[-12:]}-shared"
    subprocess.run(["docker", "tag", tiny_image, ref], check=True, capture_output=True)
    run = run_of(paths, docker, NO_BAKE)
    with front(tmp_path, lambda line: (409, "image is being used") if line.startswith("DELETE") else None) as shared:
        kept = images.prune_images(run_of(paths, shared, NO_BAKE), state()._replace(pulled=(ref,)), [])
    assert kept.pulled == (ref,)
    assert images.prune_images(run, kept, []).pulled == ()
    assert image(docker, ref) is None


def test_restores_the_route_even_if_the_new_container_cannot_be_removed(tmp_path: Path) -> None:
    earlier, new = route_of(free_port()), route_of(free_port())
    paths = prepared(tmp_path)
    write(paths.route(KEY), routing.text(route_document(new)))
    with running(tmp_path, paths, routing.text(routing.render({KEY: new}))), front(tmp_path, refusing("DELETE", "/containers/")) as spoiled:
        run = run_of(paths, spoiled, NO_BAKE)
        one = Attempt()
        one.earlier_route = earlier
        one.has(slot_at(NEW, "new"))
        attempts.take_back(run, one, Failure("health-no-response"))
        loaded = caddy.loaded(paths)
        assert loaded is not None and loaded.routes == {KEY: earlier}


def test_measures_the_free_disk_at_dockers_data_root(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An earlier data-root may lie there still, on a disk that is full."""
    asked: list[str] = []
    real = os.statvfs

    def statvfs(path: str) -> os.statvfs_result:
        asked.append(path)
        return real(path)

    monkeypatch.setattr(os, "statvfs", statvfs)
    monkeypatch.setattr(os.path, "isdir", lambda _: True)
    with front(tmp_path, lambda line: {"DockerRootDir": str(tmp_path)} if "/info" in line else None) as moved:
        assert images.disk_free(run_of(paths, moved, NO_BAKE)) > 0
    assert asked == [str(tmp_path)]


@pytest.mark.parametrize("theirs", ["-debug", ".{name}-debug"])
@pytest.mark.parametrize(("kind", "name"), [("slot", "r1"), *((job, job) for job in spec.JOBS)])
def test_a_container_of_a_committed_one_is_not_ours(docker: Docker, tiny_image: str, mark: str, kind: str, name: str, theirs: str) -> None:
    """The image has the labels of the slot or the job, and so has each container of it."""
    labels = {"": kind, ".service": mark, ".release": "r1", ".address": "192.0.2.9:80"}
    described = {"Image": tiny_image, "Labels": {f"docker-to-ec2{label}": value for label, value in labels.items()}}
    own = create(docker, f"{mark}.{name}", described)
    copy, debug = f"docker-to-ec2-test:{mark[-12:]}-copy", mark + theirs.format(name=name)
    subprocess.run(["docker", "commit", own, copy], check=True, capture_output=True)
    try:
        create(docker, debug, {"Image": copy})
        present = containers(docker)
        found = [one.id for one in decide.slots_of(present, mark)]
        jobs = [one.id for one in present if spec.job_of(one, mark)]
        assert (found, jobs) == (([own], []) if kind == "slot" else ([], [own]))
    finally:
        remove(docker, debug)
        subprocess.run(["docker", "rmi", copy], check=True, capture_output=True)


def test_leaves_a_foreign_container_with_a_slots_name_alone(run: Run, docker: Docker, tiny_image: str, mark: str) -> None:
    name = f"{mark}.web.r1"
    theirs = create(docker, name, {"Image": tiny_image})
    run.use(docker)
    with pytest.raises(Failure, match=f"{name} does not belong to this service"):
        slots._give_up_name(run, name, containers(docker))
    assert [one.name for one in containers(docker) if one.id == theirs] == [name]


def test_never_removes_the_live_slot_for_its_name(docker: Docker, tiny_image: str, mark: str, tmp_path: Path) -> None:
    """A restart was killed after its new container was created, and that cannot be removed. Its name is needed, and the next one is taken."""
    run = deployed(docker, mark, tmp_path)
    live = make_slot(run, tiny_image, "r1", "192.0.2.9:80")
    start(docker, live)
    slots._give_up_name(run, f"{mark}.r1", containers(docker))
    left = make_slot(run, tiny_image, "r1", "192.0.2.10:80")
    theirs = create(docker, f"{mark}.r1.was.2", {"Image": tiny_image})
    write(run.paths.live(mark), "192.0.2.9:80")
    with front(tmp_path, refusing("DELETE", left)) as spoiled:
        run.use(spoiled)
        seen = heal.heal(run, snapshot(run), "r1").seen
        slots._give_up_name(run, f"{mark}.r1", seen.containers)
    names = {one.id: (one.name, one.state) for one in containers(docker) if one.name.startswith(mark)}
    assert names == {
        live: (f"{mark}.r1.was", "running"),
        left: (f"{mark}.r1.was.3", "created"),
        theirs: (f"{mark}.r1.was.2", "created"),
    }


@pytest.mark.parametrize("is_killed", [True, False])
def test_gives_the_live_slot_its_name_back_after_a_restart_that_ended_early(
    docker: Docker, tiny_image: str, mark: str, tmp_path: Path, is_killed: bool
) -> None:
    """A restart needs the name for its new slot."""
    run = deployed(docker, mark, tmp_path)
    live = make_slot(run, tiny_image, "r1", "192.0.2.9:80")
    start(docker, live)
    write(run.paths.live(mark), "192.0.2.9:80")
    baseline = snapshot(run).live
    slots._give_up_name(run, f"{mark}.r1", containers(docker))
    new = make_slot(run, tiny_image, "r1", "192.0.2.10:80")
    if is_killed:
        heal.heal(run, snapshot(run), "r1")
    else:
        attempt = Attempt()
        attempt.baseline = baseline
        attempt.has(next(one for one in snapshot(run).slots if one.id == new))
        attempts.take_back(run, attempt, Failure("exited"))
    assert [(one.id, one.name) for one in containers(docker) if one.name.startswith(mark)] == [(live, f"{mark}.r1")]


@pytest.mark.parametrize("is_verified", [True, False])
@pytest.mark.parametrize("word", ["pause", "kill"])
def test_heals_a_stopped_or_paused_live_slot(
    docker: Docker, tiny_image: str, mark: str, tmp_path: Path, word: str, is_verified: bool
) -> None:
    """It was stopped by hand, or a backup froze it and died."""
    run = deployed(docker, mark, tmp_path)
    live = make_slot(run, tiny_image, "r1", "192.0.2.9:80")
    start(docker, live)
    write(run.paths.live(mark), "192.0.2.9:80")
    if is_verified:
        store.save_release(run.paths, mark, release("r1"))
        store.save_state(run.paths, mark, state("r1"))
    subprocess.run(["docker", word, live], check=True, capture_output=True)
    assert not decide.slots_of(containers(docker), mark)[0].running
    healed = heal.heal(run, snapshot(run), "r2")
    (slot,) = decide.slots_of(containers(docker), mark)
    assert (slot.id, slot.running) == (live, True)
    assert healed.baseline == slot and healed.seen.slots == (slot,)


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (DockerError(500, "layer does not exist"), "docker-failed"),
        (LockHeld(""), "lock-held"),
        (OSError(errno.ENOSPC, "No space left on device"), "out-of-disk"),
        (OSError(errno.EROFS, "Read-only file system"), "disk-failed"),
        (OSError(errno.ECHILD, "No child processes"), "program-failed"),
        (KeyError("x"), "program-failed"),
    ],
)
def test_does_not_report_a_system_error_as_a_bug(error: Exception, cause: str) -> None:
    assert main._unforeseen(error).cause == cause


@pytest.mark.parametrize("word", ["pause", "kill"])
def test_starts_a_stopped_or_paused_baseline_before_returning_traffic(
    docker: Docker, tiny_image: str, mark: str, tmp_path: Path, word: str
) -> None:
    """A backup that froze all containers was what the new one failed from."""
    run = deployed(docker, mark, tmp_path)
    start(docker, make_slot(run, tiny_image, "r1", "192.0.2.9:80"))
    subprocess.run(["docker", word, f"{mark}.r1"], check=True, capture_output=True)
    (slot,) = decide.slots_of(containers(docker), mark)
    with tcp_server(saying(OK)) as port:
        assert attempts.serves_again(run, slot._replace(ip="127.0.0.1", port=port))
    assert decide.slots_of(containers(docker), mark)[0].running


def test_reports_the_failure_even_if_taking_back_fails_too(run: Run, baseline: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    one = tried(baseline)
    run.keep_secret(["swordfish"])

    def broken(*_: object) -> None:
        raise RuntimeError("swordfish")

    monkeypatch.setattr("host.checks.evidence.gather", broken)
    result = main._taken_back(run, one, Failure("health-no-response", "gave no answer"))
    assert (result.outcome, result.cause, result.detail) == ("failed", "health-no-response", "gave no answer")
    assert "swordfish" not in json.dumps(run.log_text()) and "RuntimeError" in run.log_text()


@pytest.mark.parametrize(("answer", "is_one"), [(OK, True), (ERROR, True), (b"", False)])
def test_a_baseline_is_one_that_answers_even_with_an_error(run: Run, monkeypatch: pytest.MonkeyPatch, answer: bytes, is_one: bool) -> None:
    monkeypatch.setattr(attempts, "PATIENCE", 0.5)
    with tcp_server(saying(answer)) as port:
        assert attempts.answers(run, slot_at(f"127.0.0.1:{port}")) == is_one


def test_a_baseline_that_listens_only_after_a_moment_is_waited_for(run: Run) -> None:
    port = free_port()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(attempts.answers, run, slot_at(f"127.0.0.1:{port}"))
        with socket.create_server(("127.0.0.1", port)) as listener, listening(saying(OK), listener):
            assert asked.result()
