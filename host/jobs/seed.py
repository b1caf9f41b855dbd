"""The seed of a new service: a command in a container of its image, once, before it is served for the first time."""

from __future__ import annotations

from typing import Callable

from host.jobs import job, seeded
from host.release import slots
from host.release.attempt import Attempt
from host.run import Run
from host.store import load_state


def run_once(run: Run, attempt: Attempt, wanted: slots.Wanted, pull_again: Callable[[], object]) -> None:
    """Runs the seed of the order, unless it has ended well before, or the service has served without one. Raises `Failure` `seed-failed`: then
    the next order tries it again."""
    plan = run.order.seed
    if plan is None or seeded.is_noted(run.paths, run.key):
        return None
    if attempt.baseline or load_state(run.paths, run.key).history.releases:
        return run.say("no seed: the service has served without one, and may have data")
    run.step("seed")
    job.run_to_end(run, attempt, wanted, plan, pull_again, done=lambda: seeded.note(run, wanted.release.name))
