"""When a service was visited last. Pure."""

from __future__ import annotations

from typing import NamedTuple


class Seen(NamedTuple):
    """The visitors' requests so far, by the proxy's counters, and when the last one was noticed (seconds of the monotonic clock)."""

    epoch: str
    total: int
    since: float


def noticed(before: Seen | None, epoch: str, total: int, now: float) -> Seen:
    """The latest reading. If the counters were restarted, all that they have is new."""
    if before is None:
        return Seen(epoch, total, now)
    new = total - (before.total if before.epoch == epoch else 0)
    return Seen(epoch, total, now if new else before.since)
