"""Time limits in seconds of an idle machine: the more other work this machine has, the longer such a second lasts."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

IDLE = 0.015
"""Seconds in which an idle machine starts Python."""


def slowness() -> float:
    """How many times as long as on an idle machine a piece of work takes now, or took within the last minute; 1 or more."""
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return max(1.0, waiting, *(_work() / IDLE for _ in range(3)))


def stretched(seconds: float) -> int:
    """Whole seconds that mean on this machine now what `seconds` mean on an idle one: for a time limit that is the subject of a test."""
    return math.ceil(seconds * slowness())


def _work() -> float:
    began = time.monotonic()
    subprocess.run([sys.executable, "-I", "-S", "-c", "0"], check=True)
    return time.monotonic() - began


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The block takes less than so many seconds of an idle machine. What that means now is asked only of a block that took longer."""
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    assert took < seconds or took < seconds * slowness(), f"it took {took:.1f} s"


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Waits for something to come true, for so many seconds of an idle machine."""
    began, slowest = time.monotonic(), 1.0
    while not true():
        took = time.monotonic() - began
        if took > seconds * slowest:
            slowest = max(slowest, slowness())
            assert took < seconds * slowest, f"it did not come true in {took:.0f} s"
        time.sleep(0.02)
