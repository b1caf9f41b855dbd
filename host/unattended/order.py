"""The order for work that starts without one."""

from __future__ import annotations

from host.decide import KNOWN
from host.model.order import Order

DOCKER_TIMEOUT = 120
"""Seconds for Docker to answer after the host was started."""


def unattended_order(key: str, drain_timeout: float = 30) -> Order:
    """For the work of a boot, of the dead man's switch of a canary, of the way back of a worker, and of the process that puts services to
    sleep."""
    return Order(
        verb="boot",
        id="boot",
        service=key,
        region="",
        run_url="",
        lock_timeout=DOCKER_TIMEOUT,
        base=("*",),
        keep=KNOWN,
        drain_timeout=drain_timeout,
    )
