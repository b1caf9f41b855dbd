"""The way back of a release that made way for one that it must not run beside: a separate process that starts it again if the order was killed.

Until the next order, nothing would work otherwise; of other releases, the live one still runs. It survives the agent's kill of a process group, like
the dead man's switch of a canary.
"""

from __future__ import annotations

import time
from contextlib import suppress

from host.edge.container.starting import stored_plan
from host.model.failure import Failure
from host.release.heal import heal
from host.run import Run, snapshot
from host.state.locks import LockHeld, service_locked
from host.state.paths import Paths
from host.unattended.boot import wait_for_docker
from host.unattended.order import unattended_order

LONGEST = 172_800.0
"""Seconds that an order takes at most."""
PAUSE = 5.0
"""Seconds before this tries again."""


def watch(paths: Paths, key: str) -> None:
    """Waits for the end of the order that has the lock of a service. If the live slot does not run then, removes what the order left, and starts that
    slot again, as soon as nothing runs that it must not run beside."""
    with suppress(FileNotFoundError, LockHeld):
        while not _taken(paths, key):
            time.sleep(PAUSE)


def _taken(paths: Paths, key: str) -> bool:
    """Whether there is nothing left to try."""
    with service_locked(paths, key, LONGEST, "the way back of a killed order", new=False):
        order = unattended_order(key)._replace(proxy=stored_plan(paths))
        run = Run(order, paths, time.monotonic(), wait_for_docker())
        seen = snapshot(run)
        try:
            if seen.live and not seen.live.running:
                heal(run, seen, "")
            return True
        except Failure as failure:
            print(f"{key}: {failure.detail}", flush=True)
            return False
