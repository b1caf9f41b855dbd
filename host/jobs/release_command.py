"""The command of a release: in a container of its image, before the release gets traffic, such as a migration of its database."""

from __future__ import annotations

from typing import Callable

from host import decide
from host.jobs import job
from host.release import slots
from host.release.attempt import Attempt
from host.run import Run
from host.store import load_state


def run_before(run: Run, attempt: Attempt, wanted: slots.Wanted, pull_again: Callable[[], object]) -> None:
    """Runs the release's command, if it has one and the order does not say that another host does. Not of the release that is live already, such as
    for a new value of a secret. Raises `Failure` `release-command-failed`: then the release gets no traffic, and the next order runs the command
    again."""
    command = wanted.release.command
    if command is None or run.order.release_command == "skip":
        return
    if decide.went_live(load_state(run.paths, run.key), attempt.baseline, wanted.release.name):
        run.say("no release command: the release is live already")
        return
    run.step("release-command")
    job.run_to_end(run, attempt, wanted, command, pull_again)
