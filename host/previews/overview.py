"""What the host and the proxy say about all services at once. Asked for each of them, hundreds of sleeping services would keep a processor busy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Callable, NamedTuple, TypeVar

from host import decide, docker
from host.edge import caddy
from host.edge.counters import Counters
from host.state.paths import Paths

Answer = TypeVar("Answer")


class Visits(NamedTuple):
    """The proxy's counters by service, and its open requests by address; None if it does not answer."""

    counters: Mapping[str, Counters]
    in_flight: Mapping[str, int] | None


def visits(paths: Paths, keys: Collection[str]) -> Visits:
    """The visits of services."""
    return Visits(caddy.counted_each(paths, keys), caddy.in_flight_each(paths))


def once(ask: Callable[[], Answer]) -> Callable[[], Answer]:
    """A question that the first of several threads asks, whose answer all of them get. Raises what that raised."""
    import threading

    guard = threading.Lock()
    asked: list[Callable[[], Answer]] = []

    def answer() -> Answer:
        with guard:
            if not asked:
                asked.append(_outcome(ask))
        return asked[0]()

    return answer


def _outcome(ask: Callable[[], Answer]) -> Callable[[], Answer]:
    try:
        given = ask()
    except Exception as error:
        failure = error

        def fail() -> Answer:
            raise failure

        return fail
    return lambda: given


class Overview:
    """One round of looks at these services: nothing is asked before a look needs it, and then once."""

    def __init__(self, paths: Paths, keys: Collection[str]) -> None:
        self.visits = once(lambda: visits(paths, keys))
        self._present = once(lambda: docker.containers(docker.connect()))

    def runs(self, key: str) -> bool:
        """Whether any slot of a service runs, or will by itself. Raises `DockerError`."""
        return any(not slot.is_over for slot in decide.slots_of(self._present(), key))
