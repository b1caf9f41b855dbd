"""The stored state of a service between orders."""

from __future__ import annotations

from typing import NamedTuple

from host.model.release import Reach, Release


class History(NamedTuple):
    """The verified releases, oldest first, in the order of their verification and not by a clock; `left`: those that were rolled back."""

    releases: tuple[str, ...]
    left: frozenset[str]


class ServiceState(NamedTuple):
    """The stored state of a service. `active` was verified last; `pulled`: images that can be removed some day."""

    active: str
    history: History
    pulled: tuple[str, ...]


class Canary(NamedTuple):
    """A running canary. `since`: seconds since the epoch; `boot` and `deadline` (seconds of the boot clock): when it is overdue."""

    id: str
    release: Release
    slot: str
    address: str
    step: int
    share: int
    since: int
    lease: float
    boot: str
    deadline: float
    earlier_route: Reach | None
    drain_timeout: float
