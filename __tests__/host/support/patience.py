"""Time limits in seconds of an idle machine: the more other work this machine has, the longer such a second lasts."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

IDLE = 0.015
"""Seconds in which an idle machine starts Python."""


def slowness() -> float:
    """How many times as long as on an idle machine a piece of work takes now; 1 or more."""
    return max(1.0, *(_work() / IDLE for _ in range(3)))


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
