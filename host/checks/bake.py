"""The bake: the new slot has the traffic and is watched, while the old one still runs."""

from __future__ import annotations

import time
from typing import NamedTuple

from host import store
from host.checks import health, healthcheck, processes
from host.checks.probe import probe
from host.edge import caddy
from host.edge.counters import Tally, counted_on, too_many_errors
from host.model.container import Slot
from host.model.failure import Failure
from host.model.release import Check, Health, Release, Web
from host.run import Run

INTERVAL = 0.5
STEP = 0.1
"""Seconds between two probes, and between two looks at the process."""
MISSES = 2
"""Probes that must fail in a row: a single failure can be chance."""


class Watched(NamedTuple):
    """The watched slot and its process."""

    slot: Slot
    pid: int
    process: processes.Process


def begun(run: Run) -> Tally:
    """Starts to count, before the slot gets the traffic."""
    return Tally(caddy.counted(run.paths, run.key))


def watch(run: Run, slot: Slot, pid: int, release: Release, tally: Tally) -> None:
    """Watches a slot for the ordered time. Raises `Failure` as soon as it becomes unhealthy. The tally starts before the cut-over."""
    one, visited = Watched(slot, pid, processes.of(pid)), isinstance(release.kind, Web)
    deadline = time.monotonic() + run.order.bake.time
    misses, probe_at = 0, 0.0
    while processes.alive(one.process) and time.monotonic() < deadline:
        if time.monotonic() >= probe_at:
            store.refuse_stopped(run.paths, run.key, run.order.id, run.order.canary_id)
            misses = _look(run, one, release.check, misses)
            tally = counted(run, tally) if visited else tally
            if not misses:
                refuse_errors(run, tally)
            probe_at = time.monotonic() + INTERVAL
        time.sleep(STEP)
    if not processes.alive(one.process):
        raise health.exited(run.docker, slot.id)
    if visited:
        refuse_errors(run, counted(run, tally))


def _look(run: Run, one: Watched, check: Check, misses: int) -> int:
    """One look, with a probe unless it is a worker; returns the number of failures in a row. An exited slot is not an unhealthy one."""
    if isinstance(check, Health) and not (seen := probe(one.slot.address, check)).good:
        misses += 1
        if misses >= MISSES and processes.alive(one.process):
            raise health.diagnosed(one.slot.address, one.pid, check, seen)
        return misses
    failure = healthcheck.unhealthy(run, one.slot.id)
    if failure and processes.alive(one.process):
        raise failure
    return 0


def counted(run: Run, tally: Tally) -> Tally:
    """The current tally. A proxy that does not answer adds nothing."""
    now = caddy.counted(run.paths, run.key)
    return counted_on(tally, now) if now else tally


def refuse_errors(run: Run, tally: Tally) -> None:
    """Raises `Failure` if too many answers of a tally are errors."""
    if too_many_errors(tally.seen, run.order.bake):
        raise Failure("bake-errors", f"{tally.seen.errors} of {tally.seen.total} answers were 5xx")
