"""Ports that no other process that runs these tests, and no other test of this one, is given."""

from __future__ import annotations

import fcntl
import os
import random
import socket
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

BLOCK = 100
RESERVED = os.open(Path(tempfile.gettempdir()) / "docker-to-ec2-test-ports", os.O_RDWR | os.O_CREAT, 0o600)
"""Each byte stands for a block of ports. A process locks those of its blocks, until it ends."""


def _reserved(blocks: Iterable[int]) -> Iterator[int]:
    """Each port of these blocks once, as long as there are blocks that nobody has."""
    for block in blocks:
        with suppress(BlockingIOError):
            fcntl.lockf(RESERVED, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, block)
            yield from reversed(range(block * BLOCK, (block + 1) * BLOCK))


def _is_free(port: int) -> bool:
    """Whether nobody has it, at any address."""
    try:
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            with socket.socket(socket.AF_INET, kind) as one:
                one.bind(("", port))
    except OSError:
        return False
    return True


# None of those that the kernel gives to connections: ip(7), ip_local_port_range.
_HIGH = _reserved(random.sample(range(10_000 // BLOCK, 30_000 // BLOCK), 20_000 // BLOCK))
_LOW = _reserved(range(1000 // BLOCK - 1, 5, -1))


def free_port() -> int:
    """A TCP and UDP port that nobody listens on, and that nobody else is given."""
    return next(filter(_is_free, _HIGH))


def low_port() -> int:
    """The same of those on which only root may listen before they are needed."""
    return next(filter(_is_free, _LOW))
