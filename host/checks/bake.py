"""The bake: the new slot has the traffic, the old one still runs, and the new one is watched."""

from __future__ import annotations

import time
from typing import NamedTuple

from host.checks import health, healthcheck
from host.checks.probe import probe
from host.edge import caddy
from host.edge.counters import Track, since, too_many_errors
from host.model import Failure, Release, Slot
from host.run import Run

INTERVAL = 0.5
STEP = 0.1
MISSES = 2
"""Probes that must fail in a row: one may meet a moment."""


class Watched(NamedTuple):
    """The slot that is watched, with its process, and what the proxy had counted before it got the traffic."""

    slot: Slot
    pid: int
    process: health.Process
    before: Track


def counted(run: Run) -> Track:
    """What the proxy has counted for the service's live slots; nothing when it cannot be asked."""
    seen = caddy.counted(run.paths, run.key)
    return seen.live if seen else Track()


def watch(run: Run, slot: Slot, pid: int, release: Release, before: Track) -> None:
    """Watches a slot for as long as the order says. Raises `Failure` as soon as it goes bad. `before` was counted before the cut-over."""
    one = Watched(slot, pid, health.process(pid), before)
    deadline = time.monotonic() + run.order.bake.time
    misses, probe_at = 0, 0.0
    while health.alive(one.process) and time.monotonic() < deadline:
        if time.monotonic() >= probe_at:
            misses = _look(run, one, release, misses)
            probe_at = time.monotonic() + INTERVAL
        time.sleep(STEP)
    if not health.alive(one.process):
        raise health.exited(run.docker, slot.id)
    refuse_errors(run, before)


def _look(run: Run, one: Watched, release: Release, misses: int) -> int:
    """One probe and one look at the errors; gives the probes that failed in a row. One that ended is not one that is ill."""
    check = release.web.health
    seen = probe(one.slot.address, check)
    if not seen.good:
        misses += 1
        if misses >= MISSES and health.alive(one.process):
            raise health.diagnosed(one.slot.address, one.pid, check, seen)
        return misses
    failure = healthcheck.unhealthy(run, one.slot.id)
    if failure and health.alive(one.process):
        raise failure
    refuse_errors(run, one.before)
    return 0


def refuse_errors(run: Run, before: Track) -> None:
    """Raises `Failure` when too many answers since `before` were errors. A proxy that cannot be asked says nothing."""
    now = caddy.counted(run.paths, run.key)
    if now is None:
        return
    seen = since(now.live, before)
    if too_many_errors(seen, run.order.bake):
        raise Failure("bake-errors", f"{seen.errors} of {seen.total} answers were 5xx")
