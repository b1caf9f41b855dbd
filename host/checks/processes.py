"""Processes of this host, each distinguished from a later one with the same id."""

from __future__ import annotations

import os
import time
from typing import NamedTuple


class Process(NamedTuple):
    """`born`: its start, in clock ticks since the boot; "" if it was gone already."""

    pid: int
    born: str


def of(pid: int) -> Process:
    """The process that has this id now."""
    return Process(pid, _born(pid))


def alive(one: Process) -> bool:
    """Whether a process still exists."""
    return one.born != "" and _born(one.pid) == one.born


def age(pid: int) -> float:
    """Seconds since the start of a process, by the boot's clock. Infinite if it is gone."""
    born = _born(pid)
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(born) / os.sysconf("SC_CLK_TCK") if born else float("inf")


def _born(pid: int) -> str:
    """proc(5), starttime; "" if it is gone, or is a zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]
