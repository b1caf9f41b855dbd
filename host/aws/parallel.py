"""Waits for several answers at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, TypeVar

# This many parallel requests are far below any limit of AWS, and a small host can handle them.
MOST_AT_ONCE = 16

Item = TypeVar("Item")
Given = TypeVar("Given")


def side_by_side(act: Callable[[Item], Given], items: Sequence[Item]) -> list[Given]:
    """The results of `act` for the items, in their order; several items run in parallel threads.
    When all are done, raises the first exception in the order of the items."""
    if len(items) < 2:
        return [act(item) for item in items]
    import threading

    given: dict[int, Given] = {}
    failed: dict[int, Exception] = {}

    def work(place: int) -> None:
        try:
            given[place] = act(items[place])
        except Exception as error:
            failed[place] = error

    for at in range(0, len(items), MOST_AT_ONCE):
        places = range(at, min(at + MOST_AT_ONCE, len(items)))
        threads = [threading.Thread(target=work, args=(place,), daemon=True) for place in places]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if failed:
        raise failed[min(failed)]
    return [given[place] for place in range(len(items))]
