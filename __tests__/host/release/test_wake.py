"""A container that does not run is started: a kept one while the proxy is made ready for it, a sleeping one for its next visitor."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import KEY, deployed, logged, run_of, slot_at
from __tests__.host.support.samples import release, state
from host.docker import Docker, create, inspect, remove
from host.model.failure import Failure
from host.model.order import Bake
from host.previews import asleep
from host.release.attempt import Attempt
from host.run import snapshot
from host.state.files import write
from host.state.folders import make_folders
from host.state.paths import Paths
from host.store import save_state
from host.verbs import status
from host.verbs.rollback import started

OTHER = "other.production"


@pytest.fixture
def kept(docker: Docker, tiny_image: str) -> Iterator[str]:
    """The id of a container that never ran."""
    identity = create(docker, f"docker-to-ec2-test-{uuid.uuid4().hex[:12]}", {"Image": tiny_image, "StopTimeout": 1})
    yield identity
    remove(docker, identity)


def test_status_names_the_missing_container_of_a_sleeping_service(docker: Docker, mark: str, tmp_path: Path) -> None:
    """As `docker system prune` removes all that are stopped."""
    run = deployed(docker, mark, tmp_path)
    write(run.paths.live(mark), "192.0.2.9:80")
    write(run.paths.sleep(mark), asleep.ASLEEP)
    with pytest.raises(Failure, match="its container was removed from the host; deploy it again"):
        asleep.wake(run)
    told = status.of_service(run, snapshot(run), frozenset(), {})
    assert told["asleep"] and told["unwoken"]["detail"] == "its container was removed from the host; deploy it again"
    write(run.paths.sleep(mark), asleep.AWAKE)
    assert not status.of_service(run, snapshot(run), frozenset(), {})["asleep"]


def test_fails_if_the_proxy_cannot_be_prepared(docker: Docker, kept: str, tmp_path: Path) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(paths, KEY)
    make_folders(paths, OTHER)
    save_state(paths, OTHER, state("r1"))  # of which nobody knows the route any more
    attempt = Attempt()
    with logged(run_of(paths, docker, Bake(0, 20, 1))) as run, pytest.raises(Failure, match=f"proxy-failed: .* {OTHER} is lost"):
        started(run, attempt, release(), slot_at("127.0.0.1:1", kept))
    seen = inspect(docker, kept)
    assert seen
    assert not seen.running
    assert not seen.started_at.startswith("0001"), "it was started, and stopped again"
    assert attempt.slot is None, "so that it stays as the way back"
