"""The seed of a new service: a command in a container of its image, once, before it is served for the first time."""

from __future__ import annotations

import time
from typing import Callable

from host import docker
from host.checks import ending
from host.docker.containers import inspect
from host.model.container import Slot
from host.model.failure import Failure
from host.previews.seeds import seeded
from host.release import slots
from host.release.attempt import Attempt
from host.report import hidden
from host.run import Run
from host.store import load_state

TAIL = 200
LOG_BYTES = 65_536
PAUSE = 0.2
"""Seconds between two looks at whether the seed has ended."""


def run_once(run: Run, attempt: Attempt, wanted: slots.Wanted, pull_again: Callable[[], object]) -> None:
    """Runs the seed of the order, unless it has ended well before, or the service has served without one. Raises `Failure` `seed-failed`: then
    the next order tries it again. The attempt has the container until it has ended well, for evidence and for its removal."""
    plan = run.order.seed
    if plan is None or seeded.is_noted(run.paths, run.key):
        return None
    if load_state(run.paths, run.key).history.releases:
        return run.say("no seed: the service has served without one, and may have data")
    run.step("seed")
    slot = slots.make(run, wanted._replace(seed=plan.args), pull_again)
    attempt.has(slot)
    ended(run, slot, plan.timeout)
    seeded.note(run, wanted.release.name)
    say_output(run, slot)
    docker.remove(run.docker, slot.id)
    attempt.has(None)


def ended(run: Run, slot: Slot, timeout: float) -> None:
    """Waits for the end of the seed. Raises `Failure` if that is bad, or does not come in time."""
    deadline = time.monotonic() + timeout
    while True:
        seen = inspect(run.docker, slot.id)
        if seen is None:
            raise Failure("seed-failed", "somebody removed its container")
        if not seen.running:
            break
        if time.monotonic() >= deadline:
            docker.kill(run.docker, slot.id)
            raise Failure("seed-failed", f"it did not end within the {timeout:g} s of seed-timeout")
        time.sleep(PAUSE)
    if seen.exit_code and ending.of(run.docker, slot.id).for_memory:
        raise Failure("seed-failed", "it used too much memory", exit_code=seen.exit_code)
    if seen.exit_code:
        raise Failure("seed-failed", f"it ended with exit code {seen.exit_code}", exit_code=seen.exit_code)


def say_output(run: Run, slot: Slot) -> None:
    """Its last lines, in the log of the order. Masked as a whole, because a secret can extend over lines, or begin before the first one."""
    try:
        for line in hidden(docker.logs(run.docker, slot.id, TAIL, LOG_BYTES), run.secret_values).splitlines():
            run.say(f"seed: {line}")
    except docker.DockerError as error:
        run.say(f"the output of the seed is lost: {error.words}")
