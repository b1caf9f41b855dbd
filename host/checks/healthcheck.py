"""Docker's verdict about a slot by its image's HEALTHCHECK: https://docs.docker.com/reference/dockerfile/#healthcheck"""

from __future__ import annotations

import time

from host import docker
from host.model.container import Image, Inspected
from host.model.failure import Failure
from host.model.release import Check
from host.run import Run

UNHEALTHY = "unhealthy"


def refuse_slow(image: Image, check: Check) -> None:
    """Refuses an image whose HEALTHCHECK cannot finish in time. Raises `Failure`."""
    if image.first_check >= check.timeout:
        raise _slow(f"Docker first runs it {image.first_check:g} s after the start", check.timeout)


def exists(run: Run, identity: str) -> bool:
    """Whether a container has a HEALTHCHECK. Raises `DockerError`."""
    seen = docker.inspect(run.docker, identity)
    return seen is not None and seen.health != ""


def is_expected(run: Run, identity: str) -> bool:
    """Whether a running container has a HEALTHCHECK. If Docker does not answer at once, it is asked again later."""
    try:
        seen = docker.inspect(run.docker._replace(patience=0), identity)
    except docker.DockerError:
        return True
    return seen is not None and seen.health != ""


def passed(run: Run, identity: str, deadline: float, timeout: float) -> bool:
    """Whether a container is healthy, or has no HEALTHCHECK. Raises `Failure` if it is unhealthy, or not healthy at the deadline."""
    seen = docker.inspect(run.docker, identity)
    if seen is None or seen.health in ("", "healthy"):
        return True
    if seen.health == UNHEALTHY or (time.monotonic() >= deadline and _last_failed(seen)):
        raise _failed(seen)
    if time.monotonic() >= deadline:
        raise _slow("Docker has no result yet", timeout)
    return False


def unhealthy(run: Run, identity: str) -> Failure | None:
    """Why a container is unhealthy; None if it is not, or if Docker does not answer at once, such as during its restart."""
    try:
        seen = docker.inspect(run.docker._replace(patience=0), identity)
    except docker.DockerError:
        return None
    return _failed(seen) if seen and seen.health == UNHEALTHY else None


def _last_failed(seen: Inspected) -> bool:
    return seen.checked is not None and seen.checked.exit_code != 0


def _failed(seen: Inspected) -> Failure:
    code = seen.checked.exit_code if seen.checked else "unknown"
    return Failure("healthcheck-failed", f"it exits with code {code}", body=seen.checked.output if seen.checked else "")


def _slow(why: str, timeout: float) -> Failure:
    return Failure("healthcheck-slow", f"{why}, and health-timeout is {timeout:g} s")
