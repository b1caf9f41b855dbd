"""A new container for a service that sleeps, because somebody has removed its own or its network, such as by `docker system prune`. What the
host has stored of the live release is enough for that."""

from __future__ import annotations

from host import store
from host.machine import network
from host.model.container import Slot
from host.model.failure import Failure
from host.model.order import NetworkPlan
from host.model.release import Release
from host.release import new_slot, slots, spec
from host.run import Run, Snapshot
from host.state.files import read, write


def remade(run: Run, seen: Snapshot) -> Slot:
    """A running slot of the live release, with its own address. The proxy knows it already: it holds all requests while the service sleeps. Raises
    `Failure`, `DockerError`, `OSError`."""
    name = seen.state.active
    release = store.load_release(run.paths, run.key, name)
    if release is None:
        raise Failure(
            "release-not-found", f"its container was removed from the host, and so was the configuration of {name}; deploy it again"
        )
    # An attempt that was interrupted, or failed late, can have left one.
    slots.remove_slots(run, [one for one in seen.slots if one.release == name and one != seen.live])
    try:
        slot = _made(run, release)
    except Failure as failure:
        words = f"its container was removed from the host, and cannot be created again: {failure.detail}; deploy it again"
        raise Failure(failure.cause, words) from failure
    write(run.paths.live(run.key), slot.address)
    if seen.live and seen.live.release == name:
        slots.remove_slots(run, [seen.live])
    return slot


def _made(run: Run, release: Release) -> Slot:
    if not run.order.region:
        _place(run, release)
    values = new_slot.secret_values(run, release)
    image = new_slot.pulled(run, release)
    wanted = slots.Wanted(release, image, values, spec.volumes(run.key, release.process, image))
    slot = slots.make(run, wanted, lambda: new_slot.pulled(run, release))
    slots.keep_restarting(run, slot)
    return slot


def _place(run: Run, release: Release) -> None:
    """Finds what otherwise the runner says: the region, and addresses that nothing else in the VPC has. An earlier order has found those around the
    last address."""
    from host.aws import imds

    last = read(slots.address_file(run)).strip()
    region = imds.region() if release.process.secrets or release.login else ""
    for number, block in enumerate(blocks := network.blocks_with(last)):
        run.order = run.order._replace(region=region, network=NetworkPlan(block, ()))
        try:
            slots.slots_network(run)
            return
        except Failure:
            if number == len(blocks) - 1:
                raise
