"""Workers: services without a port, which nobody visits. One works if it is the live one, and runs."""

from __future__ import annotations

import time

from host import store
from host.checks import healthcheck, processes
from host.edge import traffic
from host.edge.stored import stored
from host.edge.traffic import Seen
from host.model.container import Inspected, Slot
from host.model.release import Health, Kind, Release, Route, Web, Worker
from host.release import slots
from host.run import Run

PAUSE = 0.1
"""Seconds between two looks at a worker."""


def kind_of(run: Run, release: str) -> Kind:
    """Whether a release of the service is a worker, and how to ask for it otherwise. If its document is lost, or was never stored because its order
    was killed: the default, or a worker that may have to run alone."""
    known = run.order.release if run.order.release and run.order.release.name == release else None
    known = known or store.load_release(run.paths, run.key, release)
    if known:
        return known.kind
    route = stored(run.paths, run.key) or Route(80, (), "/", False, "http", (), "X-Canary")
    if not isinstance(route, Route):
        return Worker(0, 60, True)
    return Web(80, route, Health("/", "200-399", "", 60, 1, route.upstream))


def seen(run: Run, slot: Slot, worker: Worker) -> Seen:
    """For a worker, what a read-back is for others: only one that runs answers."""
    now = slots.inspected(run, slot)
    if now is None or not _runs(now):
        return Seen("", 0)
    return Seen(traffic.live_address(run.paths, run.key), 0, is_good(now, worker))


def is_good(now: Inspected, worker: Worker) -> bool:
    """Whether a worker that runs is healthy, as far as it shows: it has proved itself, or has not ended since it was started."""
    return _is_proved(now, worker) or (now.health == "" and now.restarts == 0)


def runs(run: Run, slot: Slot) -> bool:
    """Whether a slot runs."""
    now = slots.inspected(run, slot)
    return now is not None and _runs(now)


def _runs(now: Inspected) -> bool:
    return now.running and not now.paused and not now.restarting


def proves_itself(run: Run, slot: Slot, worker: Worker) -> bool:
    """Whether a slot that runs has proved itself in the life that it has now, or does so in time: Docker starts one again that ends again and again,
    and it runs at most moments."""
    deadline = None
    while True:
        now = slots.inspected(run, slot)
        if now is None or not _runs(now) or now.health == healthcheck.UNHEALTHY:
            return False
        if _is_proved(now, worker):
            return True
        deadline = deadline or time.monotonic() + (worker.timeout if now.health else worker.settle)
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)


def _is_proved(now: Inspected, worker: Worker) -> bool:
    """By its image's HEALTHCHECK, or without one by the time for which it has run."""
    return now.health == "healthy" if now.health else processes.age(now.pid) >= worker.settle


def runs_alone(kind: Kind) -> bool:
    """Whether a release never runs beside another one."""
    return isinstance(kind, Worker) and kind.alone


def apart(run: Run, release: Release, baseline: Slot) -> bool:
    """Whether a release must never run beside the live slot, because one of the two runs alone."""
    return any(map(runs_alone, (release.kind, kind_of(run, baseline.release))))
