"""Doing several things at once, and waiting for what comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Callable, TypeVar

# As many requests at once are far from any limit of AWS, and from what a small host can do.
MOST_AT_ONCE = 16

Item = TypeVar("Item")
Given = TypeVar("Given")


def begin(act: Callable[[], Given]) -> Callable[[], Given]:
    """Begins `act` beside what comes next. What this gives waits for its end, and gives or raises what came of it."""
    import threading

    given: list[Given] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            given.append(act())
        except Exception as error:
            failed.append(error)

    def end() -> Given:
        thread.join()
        if failed:
            raise failed[0]
        return given[0]

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return end


def side_by_side(act: Callable[[Item], Given], items: Sequence[Item]) -> list[Given]:
    """What `act` gives for each item, in their order; each in a thread of its own where there are several.
    Raises what `act` raised first, in the order of the items, once all that were begun are done."""
    if len(items) < 2:
        return [act(item) for item in items]
    given: list[Given] = []
    for at in range(0, len(items), MOST_AT_ONCE):
        given += _all_of([begin(partial(act, item)) for item in items[at : at + MOST_AT_ONCE]])
    return given


def _all_of(ends: Iterable[Callable[[], Given]]) -> list[Given]:
    given: list[Given] = []
    failed: list[Exception] = []
    for end in ends:
        try:
            given.append(end())
        except Exception as error:
            failed.append(error)
    if failed:
        raise failed[0]
    return given
