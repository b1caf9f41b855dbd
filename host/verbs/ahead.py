"""What Docker and the packet filter need a while to answer is asked first, so that they answer while the rest of the program is imported."""

from __future__ import annotations

from contextlib import suppress

from host import docker
from host.machine import walls
from host.run import Asked, Run


def ask(run: Run) -> None:
    """Asks, unless Docker does not answer: then `prepare` installs or starts it, and asks again. The caller holds the service's lock."""
    run.step("prepare")
    with suppress(docker.DockerError, OSError):
        run.use(docker.connect())
        run.asked = asked(run)


def asked(run: Run) -> Asked:
    """The questions, as soon as Docker answers. Raises `OSError`."""
    return Asked(docker.info_begun(run.docker), walls.looking(run.paths), docker.containers_begun(run.docker))
