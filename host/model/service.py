"""What is kept of a service between orders."""

from __future__ import annotations

from typing import NamedTuple

from host.model.release import Release, Route


class History(NamedTuple):
    """The verified releases, oldest first, in the order of their verification and not by a clock; `left` are those rolled back from."""

    releases: tuple[str, ...]
    left: frozenset[str]


class ServiceState(NamedTuple):
    """What is kept of a service between orders. `active` was verified last; `pulled` are images that may be removed some day."""

    active: str
    history: History
    pulled: tuple[str, ...]


class Canary(NamedTuple):
    """A canary that runs. `since` is seconds since the epoch; `boot` and `deadline` (seconds of the boot clock) say when it is overdue."""

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
    earlier_route: Route | None
    drain_timeout: float
