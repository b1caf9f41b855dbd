"""What a crash left of a service is put right at boot, without an order, with a real Docker."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import deployed, logged, make_slot
from __tests__.host.support.samples import release, state
from host import docker, store
from host.docker import Docker, start
from host.model.service import Canary
from host.run import Run
from host.state.files import read, write, write_volatile
from host.unattended import boot

LIVE, EARLIER, CUT_SHORT = (("c-3", "127.0.0.3:3"), ("b-2", "127.0.0.2:2"), ("d-4", "127.0.0.4:4"))
GONE = "a-1"
"""A release of which pruning has removed the slot already, and not yet the image."""


@pytest.fixture
def run(docker: Docker, tiny_image: str, mark: str, tmp_path: Path) -> Run:
    """A service whose host went down while a release of it was pruned, and with another one begun."""
    one = deployed(docker, mark, tmp_path)
    paths = one.paths
    for name, address in (LIVE, EARLIER, CUT_SHORT):
        slot = make_slot(one, tiny_image, name, address, digest=_digest(name))
        if name != EARLIER[0]:
            start(docker, slot)
    for name, _ in (EARLIER, LIVE):
        store.save_release(paths, mark, release(name, digest=_digest(name), image=_image(name)))
    pulled = tuple(_image(name) for name in (GONE, EARLIER[0], LIVE[0], CUT_SHORT[0]))
    store.save_state(paths, mark, state(EARLIER[0], LIVE[0])._replace(pulled=pulled))
    return one


def _digest(name: str) -> str:
    return "sha256:" + name[0] * 64


def _image(name: str) -> str:
    return f"registry.example/web@{_digest(name)}"


def test_finishes_interrupted_pruning(run: Run) -> None:
    write(run.paths.live(run.key), LIVE[1])
    boot.put_right(run)
    left = {one.labels["docker-to-ec2.release"] for one in docker.containers(run.docker) if one.name.startswith(run.key)}
    assert left == {LIVE[0], EARLIER[0]}
    assert store.load_state(run.paths, run.key).pulled == (_image(EARLIER[0]), _image(LIVE[0]))


@pytest.mark.parametrize("damaged", ["", "garbage", CUT_SHORT[1], EARLIER[1]])
def test_gives_the_traffic_to_the_verified_slot_that_runs(run: Run, damaged: str) -> None:
    write(run.paths.live(run.key), damaged)
    boot.put_right(run)
    assert read(run.paths.live(run.key)) == LIVE[1]


def test_stops_earlier_releases_at_boot(run: Run) -> None:
    """Its order was killed before it stopped the slot, which Docker therefore starts at each boot; or somebody ran `docker update`."""
    write(run.paths.live(run.key), LIVE[1])
    start(run.docker, f"{run.key}.{EARLIER[0]}")
    boot.put_right(run)
    states = {one.name: one.state for one in docker.containers(run.docker) if one.name.startswith(run.key)}
    assert states == {f"{run.key}.{LIVE[0]}": "running", f"{run.key}.{EARLIER[0]}": "exited"}


@pytest.mark.parametrize("suspended", ["restarting", "paused"])
def test_stops_earlier_releases_that_would_come_back_at_boot(run: Run, tiny_image: str, suspended: str) -> None:
    """One crashes again and again, and Docker waits before it starts it once more; or somebody paused it."""
    write(run.paths.live(run.key), LIVE[1])
    name = f"{run.key}.{EARLIER[0]}"
    docker.remove(run.docker, name)
    command = ["/bin/dash", "-c", "exit 1" if suspended == "restarting" else "sleep 600"]
    described: dict[str, Any] = {"Cmd": command, "HostConfig": {"RestartPolicy": {"Name": "always"}}}
    start(run.docker, make_slot(run, tiny_image, *EARLIER, digest=_digest(EARLIER[0]), **described))
    if suspended == "paused":
        subprocess.run(["docker", "pause", name], check=True, capture_output=True)

    def state_of() -> str:
        return next(one.state for one in docker.containers(run.docker) if one.name == name)

    until(lambda: state_of() == suspended)
    boot.put_right(run)
    assert state_of() == "exited"


@pytest.mark.parametrize("named", [LIVE[1], ""])
def test_starts_and_keeps_a_stopped_live_slot_at_boot(run: Run, named: str) -> None:
    """Somebody had stopped it, or had changed its restart policy."""
    write(run.paths.live(run.key), named)
    name = f"{run.key}.{LIVE[0]}"
    subprocess.run(["docker", "kill", name], check=True, capture_output=True)
    until(lambda: name in [one.name for one in docker.containers(run.docker) if one.state == "exited"])
    boot.put_right(run)
    assert read(run.paths.live(run.key)) == LIVE[1]
    assert [one.state for one in docker.containers(run.docker) if one.name == name] == ["running"]


def test_a_canary_from_before_the_boot_has_no_requests_to_wait_for(run: Run) -> None:
    """The proxy is lost, too, and comes back only after all services are put right: nobody could say how many requests are open."""
    write(run.paths.live(run.key), LIVE[1])
    slot = next(one.id for one in docker.containers(run.docker) if one.name == f"{run.key}.{CUT_SHORT[0]}")
    left = Canary("d-1", release(CUT_SHORT[0]), slot, CUT_SHORT[1], 0, 10, 0, 60, "earlier", 0, None, 0)
    store.save_canary(run.paths, run.key, left)
    with logged(run):
        boot.put_right(run)
    assert "ending the canary" in run.log_text() and "stopped waiting" not in run.log_text()
    assert store.load_canary(run.paths, run.key) is None
    assert slot not in [one.id for one in docker.containers(run.docker)]


@pytest.mark.parametrize("share", ["19999999", "garbage", ""])
def test_takes_the_share_from_canaries(run: Run, share: str) -> None:
    write_volatile(run.paths.split(run.key), share)
    boot.put_right(run)
    assert read(run.paths.split(run.key)).strip() == "0"
