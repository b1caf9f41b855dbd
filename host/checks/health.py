"""Whether a slot is healthy, and if not, why: every failure has one named cause."""

from __future__ import annotations

import time

from host import docker, store
from host.checks import ending, healthcheck, processes
from host.checks.probe import TIMEOUT, Probe, probe
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Check, Health, Worker
from host.run import Run

FIRST_DELAY = 0.003
GROWTH = 1.05
"""Seconds between the first probes; the pause grows up to the configured interval. So an answer is noticed with at most 5% delay."""
PAUSE = 0.1
"""Seconds between two queries of Docker's health status."""
_OOM = "the container was killed because it used too much memory"


NO_ANSWER = Probe(0)


def answers(address: str, health: Health) -> bool:
    """Whether a slot passes one probe."""
    return probe(address, health).good


def wait(run: Run, slot: Slot, pid: int, check: Check) -> Probe:
    """Waits until the slot is healthy, also by its image's HEALTHCHECK, and returns its answer; `NO_ANSWER` of a worker. Raises `Failure` with
    the one cause if it exits or is not healthy in time."""
    target = processes.of(pid)
    deadline = time.monotonic() + check.timeout
    if isinstance(check, Worker):
        seen, checked = NO_ANSWER, healthcheck.exists(run, slot.id)
        if not checked:
            _settle(run, slot, target, check.settle)
    else:
        checked = healthcheck.is_expected(run, slot.id)
        seen = _answer(run, slot, target, check, deadline)
    while checked and not healthcheck.passed(run, slot.id, deadline, check.timeout):
        if not processes.alive(target):
            raise exited(run.docker, slot.id, seen)
        if isinstance(check, Worker):
            refuse_stopped(run)
        time.sleep(PAUSE)
    return seen


def refuse_stopped(run: Run) -> None:
    """Raises `Failure` if the runner has told the order to end, such as for an alarm: a worker can cause one before it is live."""
    store.refuse_stopped(run.paths, run.key, run.order.id)


def _settle(run: Run, slot: Slot, target: processes.Process, seconds: float) -> None:
    """Waits for as long as a program that cannot start usually runs."""
    deadline = time.monotonic() + seconds
    while processes.alive(target) and time.monotonic() < deadline:
        refuse_stopped(run)
        time.sleep(min(PAUSE, seconds))
    if not processes.alive(target):
        raise exited(run.docker, slot.id)


def _answer(run: Run, slot: Slot, target: processes.Process, health: Health, deadline: float) -> Probe:
    """The first good answer, by probes that follow quickly at first."""
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
    """Why a running slot is not healthy, by the kernel's tables and further connections."""
    from host.checks import verdict

    return verdict.failure(verdict.look(address, pid, health, last), health)


def exited(daemon: docker.Docker, identity: str, last: Probe = NO_ANSWER) -> Failure:
    """The failure of a slot whose process is gone."""
    code, for_memory = ending.of(daemon, identity)
    known = "unknown" if code is None else code
    cause, words = ("out-of-memory", _OOM) if for_memory else ("exited", f"the container ended with exit code {known}")
    return Failure(cause, words, exit_code=code, health_code=last.code or None, body=last.body)
