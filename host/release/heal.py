"""Repairs what earlier runs and accidents left behind, before anything else."""

from __future__ import annotations

from typing import NamedTuple

from host import decide, docker, store
from host.canaries import canary
from host.edge import proxy, traffic
from host.jobs import seeded
from host.model.container import Life, Slot
from host.model.failure import Failure
from host.model.service import ServiceState
from host.previews import asleep
from host.release import slots
from host.run import Run, Snapshot, snapshot_of
from host.state.files import write_over


class Healed(NamedTuple):
    """The state after healing. `baseline` has the traffic, or gets it back; `resumed` is the wanted release's slot that had it
    before it was verified; `previous` is the release that served before."""

    seen: Snapshot
    baseline: Slot | None
    resumed: Slot | None
    previous: str


def heal(run: Run, seen: Snapshot, wanted: str, again: asleep.Again | None = None) -> Healed:
    """Ends an unattended canary, gives the traffic to a serving slot, starts the proxy, removes leftovers of killed attempts. `again`: for an order
    without a release of its own, which needs the live slot of a service that sleeps, also if somebody has removed it.
    Raises `Failure` `concurrent-release` if a release has the traffic that the runner has not seen."""
    if canary.settle(run, seen):
        seen = snapshot_of(run, docker.containers(run.docker))
    seen = asleep.wake_for_order(run, seen, again, wanted)
    found = decide.recover(seen.state, seen.live, seen.slots, wanted)
    if may_run_alone(seen, found):
        seen = remove_leftovers(run, seen, found)
    found = awake(run, found)
    put_live(run, seen, found)
    refuse_other(run, found.live, wanted)
    proxy.restore(run, found.live)
    seen = remove_leftovers(run, seen, found)
    serving = found.resumed or found.live
    if serving:
        slots.name_again(run, serving)
    seen = seen._replace(state=note_return(run, seen, found))
    live = found.live.release if found.live else ""
    previous = live if live != wanted else seen.state.active if seen.state.active != wanted else ""
    return Healed(seen, found.live, found.resumed, previous)


def may_run_alone(seen: Snapshot, found: decide.Found) -> bool:
    """Whether the live slot, or one that runs, is a worker. It may be one that runs alone: nothing is stored of a release whose order was killed."""
    return any(not slot.visited for slot in seen.slots if slot == found.live or not slot.is_over)


def awake(run: Run, found: decide.Found) -> decide.Found:
    """Starts the stopped slot that has the traffic, so that it serves while another one is created."""
    live = found.live
    if live is None or live.running or found.resumed:
        return found
    run.say(f"{live.name} has the traffic but does not run; starting it")
    try:
        docker.start(run.docker, live.id)
    except docker.DockerError as error:
        run.say(error.words)
        return found
    return found._replace(live=live._replace(life=Life.RUNNING))


def put_live(run: Run, seen: Snapshot, found: decide.Found) -> None:
    """Writes the live file if it does not name the slot that should have the traffic."""
    slot = found.resumed or found.live
    if slot is None or traffic.live_address(run.paths, run.key) == slot.address:
        return
    run.say(f"the live file names {seen.live.name if seen.live else 'nothing that is there'}; traffic goes to {slot.name}")
    write_over(run.paths.live(run.key), slot.address)


def refuse_other(run: Run, live: Slot | None, wanted: str) -> None:
    """Refuses to work on a state that the runner has not seen."""
    other = decide.other_release(run.order.base, live, wanted)
    if other:
        raise Failure("concurrent-release", f"{other.release} {other.commit}")


def remove_leftovers(run: Run, seen: Snapshot, found: decide.Found) -> Snapshot:
    """Stops and removes slots and jobs of interrupted attempts."""
    seeded.take_up(run, seen.containers)
    slots.remove_jobs(run, seen.containers)
    stop, gone = decide.leftovers(seen.state, seen.slots, found)
    for slot in stop:
        run.say(f"stopping {slot.name}, left by an interrupted attempt")
        if found.live and slot.visited:
            traffic.drain(run.paths, slot.address, run.order.drain_timeout, run.say)
        slots.stop(run, slot.id, slot.name)
    for slot in gone:
        run.say(f"removing {slot.name}, left by an interrupted attempt")
    slots.remove_slots(run, gone)
    is_changed = stop or gone or found.live not in (None, *seen.slots)
    return snapshot_of(run, docker.containers(run.docker)) if is_changed else seen


def note_return(run: Run, seen: Snapshot, found: decide.Found) -> ServiceState:
    """Records a rollback that was interrupted after its cut-over."""
    state, live = seen.state, found.live
    if found.resumed or live is None or live.release == state.active or live.release not in state.history.releases:
        return state
    state = state._replace(history=decide.returned_to(state.history, live.release))
    store.save_state(run.paths, run.key, state)
    return state
