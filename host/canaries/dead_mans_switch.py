"""The dead man's switch of a canary: a separate process that ends the canary if nobody renews its deadline.

It survives the agent's kill of a process group, and the end of the order. It runs the program's own code, from the program's folder.
"""

from __future__ import annotations

import time

from host import docker, store
from host.canaries import canary
from host.model.service import Canary
from host.run import Run
from host.state.locks import LockHeld, service_locked
from host.state.paths import Paths
from host.unattended.command import outlive
from host.unattended.order import unattended_order

LOCK_TIMEOUT = 10
"""Seconds to wait for the service's lock: its holder may be about to renew the deadline, or to end the canary."""


def arm(run: Run, canary_id: str) -> None:
    """Starts the switch of a canary."""
    outlive(run, f"docker-to-ec2-canary-{canary_id}", "watch", run.key, canary_id)


def watch(paths: Paths, key: str, canary_id: str) -> None:
    """Watches a canary until it has ended. Ends it if it is overdue, or if it has a share but is unknown."""
    while True:
        running = store.load_canary(paths, key)
        if running is None and not canary.share_is_set(paths, key):
            return
        if running and running.id != canary_id:
            return
        if (running is None or canary.is_overdue(running)) and expire(paths, key, canary_id):
            return
        time.sleep(1)


def expire(paths: Paths, key: str, canary_id: str) -> bool:
    """Ends an overdue canary; returns whether it has ended. If that fails (the lock is held for long, Docker does not answer,
    the disk is full) only its container stays: the traffic moves away."""
    try:
        with service_locked(paths, key, LOCK_TIMEOUT, "the end of a canary", new=False):
            running = store.load_canary(paths, key)
            if running is None:
                canary.set_share(paths, key, 0)
                return True
            if running.id != canary_id or not canary.is_overdue(running):
                return running.id != canary_id
            canary.end(_run(paths, key, running), running, "it lost contact with its run")
            return True
    except (LockHeld, docker.DockerError, OSError):
        running = store.load_canary(paths, key)
        if running and running.id == canary_id and canary.is_overdue(running):
            canary.set_share(paths, key, 0)
        return False


def _run(paths: Paths, key: str, running: Canary) -> Run:
    return Run(unattended_order(key, running.drain_timeout), paths, time.monotonic(), docker.connect())
