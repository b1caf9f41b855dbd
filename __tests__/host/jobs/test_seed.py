"""The seed of a new service runs in a real container of its image, once."""

from __future__ import annotations

import base64
import os
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.patience import stretched, until
from __tests__.host.support.run_bed import logged, run_of, slot_at
from __tests__.host.support.samples import release
from host import decide
from host import docker as daemon
from host.checks import ending
from host.docker import Docker, containers, image, networks, remove, remove_network, remove_volume
from host.jobs import job, seed, seeded
from host.machine.network import of_service
from host.model.container import Slot
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Job, Release, Secret
from host.release import heal, slots, spec
from host.release.attempt import Attempt, take_back
from host.run import Run, snapshot
from host.state.folders import make_folders
from host.state.paths import Paths
from host.store import save_release

NO_BAKE = Bake(0, 20, 1)
LIMIT = {"HostConfig": {"Memory": 32 << 20, "MemorySwap": 32 << 20}}


class Bed:
    """A service with an image, and the orders for it."""

    def __init__(self, docker: Docker, paths: Paths, image_name: str) -> None:
        self.docker, self.paths = docker, paths
        self.key = f"web.pr-{uuid.uuid4().hex[:8]}"
        self.release: Release = release(spec={"env": {"GREETING": "hello"}, "volumes": ["data:/data"]}, docker=LIMIT)._replace(
            image=image_name
        )
        make_folders(paths, self.key)

    def run(self) -> Run:
        """The next order."""
        run = run_of(self.paths, self.docker, NO_BAKE)
        run.key = self.key
        return run

    def seed(self, run: Run, command: str, timeout: float = 300, live: Slot | None = None) -> Attempt:
        """Carries out the seed of an order, while this slot is live."""
        attempt = Attempt()
        attempt.baseline = live
        self.last = attempt
        found = image(self.docker, self.release.image)
        assert found
        kept = spec.volumes(self.key, self.release.process, found)
        secrets = {"TOKEN": Secret("k7Qz92nfWq1xB", "1")}
        run.keep_secret(["k7Qz92nfWq1xB"])
        wanted = slots.Wanted(self.release, found, secrets, kept)
        run.order = run.order._replace(seed=Job("seed", ("/bin/dash", "-c", command), timeout))
        seed.run_once(run, attempt, wanted, lambda: found)
        return attempt

    def left(self) -> list[str]:
        """The containers of the service."""
        return [one.name for one in containers(self.docker) if one.labels.get("docker-to-ec2.service") == self.key]

    def told(self) -> str:
        """The log of the last order."""
        return Path(f"{self.paths.service(self.key)}/last.log").read_text()


@pytest.fixture
def bed(docker: Docker, tiny_image: str, tmp_path: Path) -> Iterator[Bed]:
    """A new service."""
    made = Bed(docker, Paths(str(tmp_path / "state"), str(tmp_path / "run")), tiny_image)
    yield made
    for one in containers(docker):
        if one.labels.get("docker-to-ec2.service") == made.key:
            remove(docker, one.id)
    for net in of_service(networks(docker), made.key):
        remove_network(docker, net.name)
    remove_volume(docker, f"{made.key}.data")


COUNT = "echo once >>/data/runs; while read -r line; do n=x$n; done </data/runs; echo runs=$n"


def test_runs_once_with_the_environment_secrets_and_data_of_the_service(bed: Bed) -> None:
    with logged(bed.run()) as run:
        attempt = bed.seed(run, f"echo $GREETING $TOKEN; {COUNT}")
    assert attempt.slot is None and bed.left() == []
    told = bed.told()
    assert "seed: hello ***" in told and "seed: runs=x\n" in told and "k7Qz" not in told
    for _ in range(2):
        with logged(bed.run()) as run:
            bed.seed(run, COUNT)
        assert "seed:" not in bed.told()
    os.unlink(seeded.marker(bed.paths, bed.key))  # as a removal does
    with logged(bed.run()) as run:
        bed.seed(run, COUNT)
    assert "seed: runs=xx\n" in bed.told()


@pytest.mark.parametrize(
    ("command", "timeout", "words"),
    [
        ("echo no table; exit 3", 300, "seed-failed: it ended with exit code 3"),
        ("echo no table; exec 2>&-; nothing-like-it", 300, "seed-failed: it ended with exit code 127"),
        ("echo no table; trap exit TERM; sleep 600 & wait", 3, r"seed-failed: it did not end within the \d+ s of seed-timeout"),
        ("echo no table; a=x; while :; do a=$a$a; done", 300, "seed-failed: it used too much memory"),
    ],
)
def test_a_failure_fails_the_order_with_its_last_lines_and_the_next_order_retries(
    bed: Bed, command: str, timeout: float, words: str
) -> None:
    with logged(bed.run()) as run:
        with pytest.raises(Failure, match=words) as raised:
            bed.seed(run, f"{command}", stretched(timeout))
        result = take_back(run, bed.last, raised.value)
    assert (result.outcome, result.cause) == ("failed", "seed-failed")
    assert result.evidence.logs.strip() == "no table"
    assert bed.left() == []
    with logged(bed.run()) as run:
        bed.seed(run, "echo again")
    assert "seed: again" in bed.told()


def test_any_next_order_removes_the_seed_of_a_killed_one(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "ended", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    with logged(bed.run()) as run, pytest.raises(KeyboardInterrupt):
        bed.seed(run, "trap exit TERM; sleep 600 & wait")
    monkeypatch.undo()
    assert bed.left() == [f"{bed.key}.seed"]
    assert decide.slots_of(containers(bed.docker), bed.key) == ()
    heal_without_seed(bed)
    assert bed.left() == []
    with logged(bed.run()) as run:
        bed.seed(run, "echo new")
    assert bed.left() == [] and "seed: new" in bed.told()
    os.unlink(seeded.marker(bed.paths, bed.key))
    monkeypatch.setattr(daemon, "remove", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    with logged(bed.run()) as run, pytest.raises(KeyboardInterrupt):
        bed.seed(run, "echo well")
    monkeypatch.undo()
    assert os.path.exists(seeded.marker(bed.paths, bed.key)) and bed.left() == [f"{bed.key}.seed"]
    heal_without_seed(bed)
    assert bed.left() == []


def test_a_seed_that_succeeds_after_its_order_was_killed_does_not_run_again(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Docker goes on with it, and it may not be able to run twice."""
    for command in ("exit 3", COUNT):
        left_by_a_killed_order(bed, monkeypatch, command)
        until(lambda: [one.state for one in containers(bed.docker) if one.name == f"{bed.key}.seed"] == ["exited"])
        heal_without_seed(bed)
        assert bed.left() == []
        assert seeded.is_noted(bed.paths, bed.key) is (command == COUNT)
    with logged(bed.run()) as run:
        bed.seed(run, COUNT)
    assert "seed: runs" not in bed.told()


def left_by_a_killed_order(bed: Bed, monkeypatch: pytest.MonkeyPatch, command: str) -> str:
    """The id of the container of a seed whose order was killed."""
    with monkeypatch.context() as cut:
        cut.setattr(job, "ended", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with logged(bed.run()) as run, pytest.raises(KeyboardInterrupt):
            bed.seed(run, command)
    (found,) = (one.id for one in containers(bed.docker) if one.name == f"{bed.key}.seed")
    return found


def test_a_seed_that_was_stopped_runs_again_whatever_it_says(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many a program reports success when it is told to end."""
    identity = left_by_a_killed_order(bed, monkeypatch, "trap 'exit 0' TERM; echo ready; sleep 600 & wait")
    until(lambda: "ready" in daemon.logs(bed.docker, identity, 10, 1000))
    daemon.stop(bed.docker, identity, stretched(30))
    heal_without_seed(bed)
    assert bed.left() == [] and not seeded.is_noted(bed.paths, bed.key)


@pytest.mark.parametrize("docker_began", ["before its end", "after its end", "nobody knows when"])
def test_of_an_end_that_docker_no_longer_tells_counts_one_that_docker_did_not_cause(
    bed: Bed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, docker_began: str
) -> None:
    """Docker keeps 256 events, and none when it restarts; it ends containers when it ends itself."""
    monkeypatch.setattr(ending, "PID_FILE", str(tmp_path / "docker.pid"))
    before = time.time()
    identity = left_by_a_killed_order(bed, monkeypatch, "echo rows")
    until(lambda: [one.state for one in containers(bed.docker) if one.id == identity] == ["exited"])
    for at in range(300):
        daemon.rename(bed.docker, identity, f"{bed.key}.{'x' if at % 2 == 0 else 'seed'}")
    assert daemon.was_signaled(bed.docker, identity) is None
    if docker_began != "nobody knows when":
        (tmp_path / "docker.pid").touch()
        began = before - 1 if docker_began == "before its end" else time.time() + 1
        os.utime(tmp_path / "docker.pid", (began, began))
    heal_without_seed(bed)
    assert bed.left() == [] and seeded.is_noted(bed.paths, bed.key) is (docker_began == "before its end")


def heal_without_seed(bed: Bed) -> None:
    """What each order does first, whether or not it has a seed."""
    with logged(bed.run()) as run:
        seen = snapshot(run)
        heal.remove_leftovers(run, seen, decide.recover(seen.state, seen.live, seen.slots, ""))


def test_masks_a_secret_over_several_lines_of_output(bed: Bed) -> None:
    long = "".join(f"{at:02x}Vq{at * 7919 % 9973:04d}" for at in range(14))
    first, second = (text := base64.b64encode(long.encode()).decode())[:76], text[76:]
    with logged(bed.run()) as run:
        run.keep_secret([long])
        bed.seed(run, f"echo {first}; echo {second}; echo end")
    told = bed.told()
    assert "***" in told
    assert first[4:60] not in told and second[4:40] not in told


@pytest.mark.parametrize("what_tells", ["its release", "its live slot alone, as a disk lost the rest"])
def test_does_not_seed_a_service_that_has_served_without_a_seed(bed: Bed, what_tells: str) -> None:
    if what_tells == "its release":
        save_release(bed.paths, bed.key, bed.release)
    with logged(bed.run()) as run:
        bed.seed(run, "exit 1", live=None if what_tells == "its release" else slot_at("172.29.200.9:80"))
    assert "has served without one" in bed.told()
