"""The way back of a release that made way for one that it must not run beside: a separate process that starts it again if the order was killed.

Until the next order, nothing would work otherwise; of other releases, the live one still runs. It survives the agent's kill of a process group, like
the dead man's switch of a canary.
"""

from __future__ import annotations

import time

from host.release.heal import heal
from host.run import Run, snapshot
from host.state.locks import LockHeld, service_locked
from host.state.paths import Paths
from host.unattended.boot import wait_for_docker
from host.unattended.order import unattended_order

LONGEST = 172_800.0
"""Seconds that an order takes at most."""


def watch(paths: Paths, key: str) -> None:
    """Waits for the end of the order that has the lock of a service. If the live slot does not run then, removes what the order left, and starts that
    slot again."""
    try:
        with service_locked(paths, key, LONGEST, "the way back of a killed order", new=False):
            run = Run(unattended_order(key), paths, time.monotonic(), wait_for_docker())
            seen = snapshot(run)
            if seen.live and not seen.live.running:
                heal(run, seen, "")
    except (FileNotFoundError, LockHeld):
        return
