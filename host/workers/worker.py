"""Workers: services without a port, which nobody visits. One works if it is the live one, and runs."""

from __future__ import annotations

from host import store
from host.edge import traffic
from host.edge.stored import stored
from host.edge.traffic import Seen
from host.model.container import Slot
from host.model.release import Health, Kind, Release, Route, Web, Worker
from host.release import slots
from host.run import Run


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


def seen(run: Run, slot: Slot) -> Seen:
    """For a worker, what a read-back is for others."""
    return Seen(traffic.live_address(run.paths, run.key), 0, runs(run, slot))


def runs(run: Run, slot: Slot) -> bool:
    """Whether Docker says that a slot runs."""
    now = slots.inspected(run, slot)
    return now is not None and now.running and not now.paused


def runs_alone(kind: Kind) -> bool:
    """Whether a release never runs beside another one."""
    return isinstance(kind, Worker) and kind.alone


def apart(run: Run, release: Release, baseline: Slot) -> bool:
    """Whether a release must never run beside the live slot, because one of the two runs alone."""
    return any(map(runs_alone, (release.kind, kind_of(run, baseline.release))))
