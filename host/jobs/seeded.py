"""Whether the seed of a service has ended well: then it never runs again."""

from __future__ import annotations

import json
from collections.abc import Iterable

from host import docker
from host.checks import ending
from host.model.container import Container
from host.release import spec
from host.run import Run
from host.state.files import read, write
from host.state.paths import Paths


def marker(paths: Paths, key: str) -> str:
    """The file that says so. It goes with the service, and not with a release, a container or this program."""
    return f"{paths.service(key)}/seeded.json"


def is_noted(paths: Paths, key: str) -> bool:
    """Whether the file exists."""
    return read(marker(paths, key)) != ""


def note(run: Run, release: str) -> None:
    """From now on, no order runs the seed of the service. Raises `OSError`."""
    write(marker(run.paths, run.key), json.dumps({"release": release}))


def take_up(run: Run, present: Iterable[Container]) -> None:
    """Notes a seed that ended well, and by itself, after its order was killed, by its container. Raises `OSError` and `DockerError`."""
    for one in present:
        if spec.job_of(one, run.key) == spec.SEED and one.state == "exited" and not is_noted(run.paths, run.key):
            seen = docker.inspect(run.docker, one.id)
            if seen and seen.exit_code == 0 and ending.by_itself(run.docker, one.id):
                run.say(f"{one.name} has ended well since its order was interrupted")
                note(run, one.labels.get(f"{spec.LABEL}.release", ""))
