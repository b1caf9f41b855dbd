"""The HEALTHCHECK of an image beside our own health check, with real containers whose check is a file that is there or not."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from __tests__.host.support.patience import stretched, until
from __tests__.host.support.raw_server import OK, saying, tcp_server
from __tests__.host.support.run_bed import nobody, run_of, slot_at
from __tests__.host.support.samples import release
from host.checks import bake, health, healthcheck
from host.docker import Docker, create, image, inspect, start
from host.edge.counters import Tally
from host.model.container import Image, Inspected, Slot
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Health
from host.model.service import Canary
from host.release.attempt import Attempt
from host.run import Run
from host.state.paths import Paths
from host.verbs import canary

CHECK = Health("/", "200-399", "", 300, 0.05)
SECOND = 1_000_000_000
Begin = Callable[..., tuple[Slot, int]]


def run_on(docker: Docker, folder: Path, seconds: float = 0) -> Run:
    return run_of(Paths(str(folder), str(folder)), docker, Bake(seconds, 20, 0.1))


@pytest.fixture
def address() -> Iterator[str]:
    """A server that answers whatever the container's own check says."""
    with tcp_server(saying(OK)) as port:
        yield f"127.0.0.1:{port}"


@pytest.fixture
def begin(docker: Docker, tiny_image: str, mark: str, tmp_path: Path, address: str) -> Begin:
    """Starts a container that is well while the file `well` is in the test's folder; gives it as a slot, with its main process."""

    def started(test: str = '[ -e /test/well ] || { echo "no file"; exit 3; }', **more: object) -> tuple[Slot, int]:
        check = {"Test": ["CMD", "/bin/dash", "-c", test], "Interval": SECOND // 5, "Timeout": 120 * SECOND, "Retries": 2, **more}
        spec = {"Image": tiny_image, "Healthcheck": check, "HostConfig": {"Binds": [f"{tmp_path}:/test"], "Init": True}}
        identity = create(docker, f"{mark}-slot", spec)
        start(docker, identity)
        seen = inspect(docker, identity)
        return slot_at(address, identity), seen.pid if seen else 0

    return started


def becomes(docker: Docker, slot: Slot, wanted: Callable[[Inspected], bool]) -> None:
    until(lambda: (seen := inspect(docker, slot.id)) and wanted(seen))


def health_of(docker: Docker, slot: Slot) -> str:
    seen = inspect(docker, slot.id)
    assert seen
    return seen.health


def well(folder: Path) -> None:
    (folder / "well").touch()


def ill(folder: Path) -> None:
    (folder / "well").unlink()


def test_a_slot_is_healthy_after_both_checks_pass(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    slot, pid = begin(Retries=1000)
    run = run_on(docker, tmp_path)
    becomes(docker, slot, lambda seen: seen.checked is not None)
    assert not healthcheck.passed(run, slot.id, time.monotonic() + 60, 60)
    well(tmp_path)
    assert health.wait(run, slot, pid, CHECK).code == 200
    assert health_of(docker, slot) == "healthy"


def test_an_unhealthy_slot_fails_with_the_output_of_its_check(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    slot, pid = begin()
    with pytest.raises(Failure) as failed:
        health.wait(run_on(docker, tmp_path), slot, pid, CHECK)
    assert (failed.value.cause, failed.value.detail, failed.value.body) == ("healthcheck-failed", "it exits with code 3", "no file\n")


def test_a_check_that_fails_until_the_time_limit_is_the_cause(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    slot, pid = begin(Retries=1000)
    becomes(docker, slot, lambda seen: seen.checked is not None)
    with pytest.raises(Failure, match=r"^healthcheck-failed"):
        health.wait(run_on(docker, tmp_path), slot, pid, CHECK._replace(timeout=stretched(3)))


@pytest.mark.parametrize(("test", "more"), [("exit 0", {"Interval": 600 * SECOND}), ("sleep 60", {"Timeout": 600 * SECOND})])
def test_names_the_setting_for_a_check_that_is_too_slow(
    docker: Docker, begin: Begin, tmp_path: Path, test: str, more: dict[str, int]
) -> None:
    slot, pid = begin(test, **more)
    timeout = stretched(3)
    with pytest.raises(Failure, match=rf"^healthcheck-slow: .* health-timeout is {timeout} s"):
        health.wait(run_on(docker, tmp_path), slot, pid, CHECK._replace(timeout=timeout))


def test_reports_an_exit_while_docker_waits_for_the_first_check(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    slot, pid = begin("exit 0", Interval=600 * SECOND)
    subprocess.run(["docker", "kill", slot.id], check=True, capture_output=True)
    with pytest.raises(Failure, match=r"^exited"):
        health.wait(run_on(docker, tmp_path), slot, pid, CHECK)


def test_a_disabled_check_counts_as_no_check(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    slot, pid = begin(Test=["NONE"])
    assert health.wait(run_on(docker, tmp_path), slot, pid, CHECK).code == 200
    assert health_of(docker, slot) == ""


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("HEALTHCHECK CMD true", 30),
        ("HEALTHCHECK --interval=90s CMD true", 90),
        ("HEALTHCHECK --interval=90s --start-period=5m CMD true", 5),
        ("HEALTHCHECK NONE", 0),
    ],
)
def test_calculates_when_an_image_is_first_checked(docker: Docker, tiny_image: str, mark: str, line: str, seconds: float) -> None:
    container = create(docker, f"{mark}-image", {"Image": tiny_image})
    try:
        subprocess.run(["docker", "commit", "--change", line, container, f"{mark}:latest"], check=True, capture_output=True)
        seen = image(docker, f"{mark}:latest")
        assert seen and seen.first_check == seconds
    finally:
        subprocess.run(["docker", "rmi", "--force", f"{mark}:latest"], check=True, capture_output=True)


@pytest.mark.parametrize(("first", "timeout", "refused"), [(30, 30, True), (30, 31, False), (0, 1, False)])
def test_refuses_an_image_that_cannot_be_checked_in_time_before_its_start(first: float, timeout: float, refused: bool) -> None:
    built = Image("i", "linux/amd64", (), (), first)
    if not refused:
        healthcheck.refuse_slow(built, CHECK._replace(timeout=timeout))
        return
    with pytest.raises(Failure, match=r"^healthcheck-slow: Docker first runs it 30 s after the start, and health-timeout is 30 s"):
        healthcheck.refuse_slow(built, CHECK._replace(timeout=timeout))


def test_the_bake_ends_when_the_check_fails(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    well(tmp_path)
    slot, pid = begin()
    becomes(docker, slot, lambda seen: seen.health == "healthy")
    bake.watch(run_on(docker, tmp_path, 1), slot, pid, release(), Tally())
    ill(tmp_path)
    with pytest.raises(Failure, match=r"^healthcheck-failed"):
        bake.watch(run_on(docker, tmp_path, 60), slot, pid, release(), Tally())


def test_a_canary_is_unhealthy_when_the_check_fails(docker: Docker, begin: Begin, tmp_path: Path) -> None:
    well(tmp_path)
    slot, pid = begin()
    run, attempt = run_on(docker, tmp_path), Attempt()
    attempt.has(slot, pid)
    running = Canary("c", release(), slot.id, slot.address, 0, 10, 0, 60, "", 0, None, 0)
    becomes(docker, slot, lambda seen: seen.health == "healthy")
    assert canary.health_of(run, attempt, running) == "healthy"
    ill(tmp_path)
    becomes(docker, slot, lambda seen: seen.health == "unhealthy")
    assert canary.health_of(run, attempt, running) == "unhealthy"
    assert canary.unhealthy(run, attempt, running).cause == "healthcheck-failed"


def test_a_missing_docker_says_nothing_about_a_slot(tmp_path: Path) -> None:
    assert healthcheck.unhealthy(run_on(nobody(tmp_path)._replace(patience=30), tmp_path), "abc") is None
