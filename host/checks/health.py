"""Is a slot healthy, and if not, why: every failure gets one named cause."""

from __future__ import annotations

import time

from host import docker
from host.checks import healthcheck, kernel_log, processes
from host.checks.probe import TIMEOUT, Probe, probe
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Health
from host.run import Run

FIRST_DELAY = 0.005
GROWTH = 1.1
"""Seconds between the first probes; the pause grows to the interval asked for. So an answer is seen after a tenth more time than it took."""
PAUSE = 0.1
"""Seconds between two looks at what Docker says."""
_OOM = "the container was killed because it used too much memory"
NOTICE_TIMEOUT = 2.0
"""Seconds that Docker may need to notice the end of a process."""
MEMORY_TIMEOUT = 1.0
"""Seconds in which Docker tells that memory was why it ended. A process that something else killed is told of as much later."""
SIGKILLED = 137
"""Exit code of a process that was killed by SIGKILL, as the kernel does for memory."""
JOURNAL = 3600.0
"""Seconds of Docker's journal in which the end of a container is looked for."""


NO_ANSWER = Probe(0)


def answers(address: str, health: Health) -> bool:
    """Whether a slot answers one probe as it should."""
    return probe(address, health).good


def wait(run: Run, slot: Slot, pid: int, health: Health) -> Probe:
    """Probes, quickly at first, until the slot is healthy, also by the HEALTHCHECK of its image, and gives its answer. Raises `Failure` with
    the one cause when it is not in time, or ends."""
    target = processes.of(pid)
    deadline = time.monotonic() + health.timeout
    checked = healthcheck.is_expected(run, slot.id)
    seen = _answer(run, slot, target, health, deadline)
    while checked and not healthcheck.passed(run, slot.id, deadline, health.timeout):
        if not processes.alive(target):
            raise exited(run.docker, slot.id, seen)
        time.sleep(PAUSE)
    return seen


def _answer(run: Run, slot: Slot, target: processes.Process, health: Health, deadline: float) -> Probe:
    """The first answer that is as it should be."""
    delay = FIRST_DELAY
    last = NO_ANSWER
    while processes.alive(target):
        seen = probe(slot.address, health, max(1.0, min(TIMEOUT, deadline - time.monotonic())))
        if seen.good:
            return seen
        last = seen if seen.code or not last.code else last
        left = deadline - time.monotonic()
        if left <= 0:
            break
        time.sleep(min(delay, left))
        delay = min(delay * GROWTH, max(FIRST_DELAY, health.interval))
    if not processes.alive(target):
        raise exited(run.docker, slot.id, last)
    raise diagnosed(slot.address, target.pid, health, last)


def diagnosed(address: str, pid: int, health: Health, last: Probe) -> Failure:
    """Why a slot that runs is not healthy: asked of the kernel, and by further connections."""
    from host.checks import verdict

    return verdict.failure(verdict.look(address, pid, health, last), health)


def exited(daemon: docker.Docker, identity: str, last: Probe = NO_ANSWER) -> Failure:
    """The failure of a slot whose process is gone. Docker may need a moment to notice, and may have started another one already."""
    try:
        code, oom = _end(daemon, identity)
    except docker.DockerError:
        code, oom = None, False
    oom = oom or kernel_log.ran_out_of_memory(identity) or (code == SIGKILLED and _told_of_memory(daemon, identity))
    known = "unknown" if code is None else code
    cause, words = ("out-of-memory", _OOM) if oom else ("exited", f"the container ended with exit code {known}")
    return Failure(cause, words, exit_code=code, health_code=last.code or None, body=last.body)


def _told_of_memory(daemon: docker.Docker, identity: str) -> bool:
    """Docker learns of the end of a container, and that memory was why, from two events in either order."""
    deadline = time.monotonic() + MEMORY_TIMEOUT
    while time.monotonic() < deadline:
        time.sleep(0.05)
        seen = docker.inspect(daemon, identity)
        if seen is None or seen.oom_killed:
            return seen is not None
    return False


def _end(daemon: docker.Docker, identity: str) -> tuple[int | None, bool]:
    deadline = time.monotonic() + NOTICE_TIMEOUT
    seen = docker.inspect(daemon, identity)
    while seen and seen.running and seen.restarts == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
        seen = docker.inspect(daemon, identity)
    if seen and not seen.running and seen.restarts == 0:
        return seen.exit_code, seen.oom_killed
    now = time.time()
    return docker.deaths(daemon, identity, now - JOURNAL, now)
