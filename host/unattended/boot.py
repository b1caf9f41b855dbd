"""Repairs at boot, without an order: systemd units run this program before and after Docker starts."""

from __future__ import annotations

import errno
import os
import time

from host import decide, docker, store
from host.canaries import canary
from host.edge import proxy, traffic
from host.edge.pending import ready
from host.machine import walls
from host.model.container import Slot
from host.model.failure import Failure, Finding
from host.previews import asleep
from host.release import heal, images, slots
from host.run import Run, Snapshot, snapshot
from host.state.folders import make_folders
from host.state.locks import LockHeld, host_locked, service_locked
from host.state.paths import Paths, services
from host.unattended.order import DOCKER_TIMEOUT, unattended_order

SD_LISTEN_FDS_START = 3
"""https://www.freedesktop.org/software/systemd/man/latest/sd_listen_fds.html"""
SETTLE = 1.0
"""Seconds, because a program can change a hundred rules one by one."""


def before_docker(paths: Paths) -> None:
    """Sets the walls before Docker starts a slot; repairs the proxy's configuration and opens its ports before Docker starts it."""
    try:
        tell(proxy.repair_files(paths))
    except OSError as error:
        print(error, flush=True)
    look_after(paths)


def look_after(paths: Paths) -> None:
    """Restores what a reboot or another program undid, and removes what a killed order or too many names of visitors left."""
    for put_back in (proxy.open_ports, walls.restore, ready.withdraw_left, proxy.forget_names):
        try:
            put_back(paths)
        except (Failure, LockHeld, OSError) as error:
            print(error, flush=True)


def look_again(paths: Paths, changes: int = SD_LISTEN_FDS_START) -> None:
    """Like `look_after`. First empties the socket on which systemd passes notifications, so that a change during the look leads to
    another look, and none is missed."""
    if os.environ.get("LISTEN_PID") == str(os.getpid()):
        time.sleep(SETTLE)
        _drain(changes)
    look_after(paths)


def _drain(changes: int) -> None:
    """Reads everything from a socket, which systemd hands over so that a read waits (`NonBlocking=` of systemd.socket(5)). After an overflow, the
    first read fails once."""
    os.set_blocking(changes, False)
    while True:
        try:
            os.read(changes, 1 << 16)
        except OSError as error:
            if error.errno != errno.ENOBUFS:
                return


def tell(findings: tuple[Finding, ...]) -> None:
    """Writes findings to systemd's journal."""
    for one in findings:
        print(f"{one.name}: {one.detail}. {one.hint}", flush=True)


def after_docker(paths: Paths) -> None:
    """Repairs what a crash left, service by service. A failure does not affect the others."""
    engine = wait_for_docker()
    admit(paths, engine)
    runs = [Run(unattended_order(key), paths, time.monotonic(), engine) for key in services(paths)]
    for run in runs:
        try:
            with service_locked(paths, run.key, run.order.lock_timeout, "the boot of the host", new=False):
                make_folders(paths, run.key)
                put_right(run)
        except Exception as error:
            print(f"{run.key}: {error!r}", flush=True)
    if runs:
        tell(proxy.repair(runs[0]))


def admit(paths: Paths, engine: docker.Docker) -> None:
    """Slots with access to the host's role are known by their labels, even if the file is lost."""
    try:
        with host_locked(paths):
            walls.admit(paths, walls.opened(docker.containers(engine)))
    except (Failure, LockHeld, OSError, docker.DockerError) as error:
        print(error, flush=True)


def wait_for_docker() -> docker.Docker:
    """Docker, as soon as it answers. Raises `DockerError` if it does not in time."""
    deadline = time.monotonic() + DOCKER_TIMEOUT
    while True:
        try:
            return docker.connect()
        except docker.DockerError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.5)


def put_right(run: Run) -> None:
    """Removes every canary's share, points the live file to a running slot, and finishes interrupted pruning."""
    running = store.load_canary(run.paths, run.key)
    canary.set_share(run.paths, run.key, 0)
    if running and canary.is_overdue(running):
        canary.end(run, running, "the host was restarted")
    seen = snapshot(run)
    found = decide.recover(seen.state, seen.live, seen.slots, "")
    slot = serving_slot(run, seen, found.live)
    if slot and traffic.live_address(run.paths, run.key) != slot.address:
        print(f"{run.key}: traffic goes to {slot.name}", flush=True)
        heal.name_live(run, slot)
    finish_pruning(run, slot)


def serving_slot(run: Run, seen: Snapshot, live: Slot | None) -> Slot | None:
    """The slot that should have the traffic. If none runs, starts the active release's, unless the service sleeps. A worker starts only
    if nothing runs that it must not run beside: raises `Failure`."""
    if live and (live.running or asleep.is_asleep(run.paths, run.key)):
        return live
    stopped = live or next((one for one in seen.slots if one.release == seen.state.active), None)
    if stopped:
        heal.clear_way(run, seen, decide.Found(stopped))
        docker.start(run.docker, stopped.id)
    return stopped


def finish_pruning(run: Run, live: Slot | None) -> None:
    """Stops slots of earlier releases, which a killed order did not stop, or which Docker starts at each boot because somebody wanted that. Removes
    unverified slots, and images that no slot or release needs."""
    if live is None:
        return
    seen = snapshot(run)
    stop, gone = decide.leftovers(seen.state, seen.slots, decide.Found(live))
    for slot in stop:
        print(f"{run.key}: stopping {slot.name}, left by an interrupted attempt", flush=True)
        slots.stop(run, slot.id, slot.name)
    slots.remove_slots(run, gone)
    known = [store.load_release(run.paths, run.key, name) for name in seen.state.history.releases]
    stay = (slot.digest for slot in seen.slots if slot not in gone)
    images.prune_images(run, seen.state, {*stay, *(one.digest for one in known if one)})
