"""Runs a command to its end in a container of a release: with the release's image, environment, secrets, volumes and limits."""

from __future__ import annotations

import time
from typing import Callable

from host import docker
from host.checks import ending
from host.docker.containers import inspect
from host.machine import oom
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Job
from host.release import slots
from host.release.attempt import Attempt
from host.report import hidden
from host.run import Run

CAUSES = {"seed": "seed-failed", "release-command": "release-command-failed"}
"""Of a failure, by job."""
TAIL = 200
LOG_BYTES = 65_536
STOPPED = "somebody stopped it, or Docker itself ended meanwhile, so it may not have done everything"
"""Many a program reports success when it is told to end: its exit code says nothing then."""
PAUSE = 0.2
"""Seconds between two looks at whether a job has ended."""


def run_to_end(
    run: Run, attempt: Attempt, wanted: slots.Wanted, job: Job, pull_again: Callable[[], object], done: Callable[[], object] = lambda: None
) -> None:
    """Runs a job of the wanted slot's release. Raises `Failure` with the job's cause. The attempt has the container until it has ended well, for
    evidence and for its removal; `done` is called before that."""
    slot = _made(run, wanted._replace(job=job), job, pull_again)
    attempt.has(slot, slots.pid_of(run, slot))
    attempt.rank(oom.CANDIDATE)
    ended(run, slot, job)
    done()
    say_output(run, slot, job.name)
    attempt.has(None)
    slots.remove_slots(run, (slot,))


def _made(run: Run, wanted: slots.Wanted, job: Job, pull_again: Callable[[], object]) -> Slot:
    """Its container. One that Docker does not start, such as of a command that does not exist, has failed like one that ends badly."""
    try:
        return slots.make(run, wanted, pull_again)
    except Failure as failure:
        if failure.cause != "start-failed":
            raise
        raise Failure(CAUSES[job.name], failure.detail) from failure


def ended(run: Run, slot: Slot, job: Job) -> None:
    """Waits for the end of a job. Raises `Failure` if that is bad, or does not come in time."""
    cause = CAUSES[job.name]
    deadline = time.monotonic() + job.timeout
    while True:
        seen = inspect(run.docker, slot.id)
        if seen is None:
            raise Failure(cause, "somebody removed its container")
        if not seen.running:
            break
        if time.monotonic() >= deadline:
            docker.stop(run.docker, slot.id, seen.grace)
            raise Failure(cause, f"it did not end within the {job.timeout:g} s of {job.name}-timeout")
        time.sleep(PAUSE)
    if seen.exit_code and ending.of(run.docker, slot.id).for_memory:
        raise Failure(cause, "it used too much memory", exit_code=seen.exit_code)
    if seen.exit_code:
        raise Failure(cause, f"it ended with exit code {seen.exit_code}", exit_code=seen.exit_code)
    if not ending.by_itself(run.docker, slot.id):
        raise Failure(cause, STOPPED, exit_code=seen.exit_code)


def say_output(run: Run, slot: Slot, name: str) -> None:
    """Its last lines, in the log of the order. Masked as a whole, because a secret can extend over lines, or begin before the first one."""
    try:
        for line in hidden(docker.logs(run.docker, slot.id, TAIL, LOG_BYTES), run.secret_values).splitlines():
            run.say(f"{name}: {line}")
    except docker.DockerError as error:
        run.say(f"the output of the {name} is lost: {error.words}")
