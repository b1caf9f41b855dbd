"""Whether a release has enough memory beside the live one. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from host.machine.facts.facts import Facts
from host.model.failure import Finding

LEAST_MEMORY: Final = 64_000_000
"""Bytes that the first container of any service needs."""


def memory(facts: Facts) -> Iterator[Finding]:
    """Whether there is enough for another container."""
    has = facts.memory
    needed = max(LEAST_MEMORY, has.live)
    if has.limit is not None:
        needed = min(needed, has.limit)
    if has.available >= needed:
        return
    for_what = f"a second copy (the live one uses {has.live // 1_000_000} MB)" if has.live else "the service"
    yield Finding(
        "memory",
        f"the host has {has.available // 1_000_000} MB of memory available, too little for {for_what}",
        "Use a larger instance-type, or set memory to what one copy needs",
        facts.verb == "deploy",
    )
