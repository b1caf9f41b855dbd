"""Blocks of IPv4 addresses, as text such as `172.29.0.0/16`, and the addresses in them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from host.model.failure import Failure


class Block(NamedTuple):
    """Addresses `first` to `last`, both included."""

    first: int
    last: int
    prefix: int

    @property
    def cidr(self) -> str:
        """As text."""
        return f"{address(self.first)}/{self.prefix}"

    @property
    def dynamic(self) -> int:
        """Start of the top sixteenth, from which Docker assigns addresses to containers that request none."""
        return self.first + (self.last + 1 - self.first) // 16 * 15

    def parts(self, prefix: int) -> Iterator[Block]:
        """The block, split into blocks with this prefix; whole if it is no larger than one."""
        size = 1 << (32 - max(prefix, self.prefix))
        return (Block(first, first + size - 1, max(prefix, self.prefix)) for first in range(self.first, self.last + 1, size))


def block(cidr: str) -> Block:
    """Raises ValueError if it is not a block."""
    text, _, prefix = cidr.partition("/")
    value = number(text)
    if value is None or not _is_number(prefix, 32):
        raise ValueError(f"{cidr!r} is not a block of IPv4 addresses such as 172.29.0.0/16")
    size = 1 << (32 - int(prefix))
    first = value // size * size
    return Block(first, first + size - 1, int(prefix))


def overlap(a: Block, b: Block) -> bool:
    """Whether two blocks have an address in common."""
    return a.first <= b.last and b.first <= a.last


def overlaps(one: str, other: str) -> bool:
    """Whether two blocks overlap. Raises ValueError if one is not a block."""
    return overlap(block(one), block(other))


def holds(outer: str, inner: str) -> bool:
    """Whether one block contains another. Raises ValueError."""
    a, b = block(outer), block(inner)
    return a.first <= b.first and b.last <= a.last


def next_address(subnet: str, last: str, taken: Iterable[str]) -> str:
    """The next free address after the last assigned one, so that a newly freed one is not assigned again at once.

    `last` can be empty or damaged. The top sixteenth of the subnet is for other containers.
    Raises Failure `start-failed` if none is free.
    """
    own = block(subnet)
    first, end = own.first + 2, own.dynamic
    used = frozenset(taken)
    after = (number(last) or 0) + 1
    start = after if first <= after < end else first
    for value in (*range(start, end), *range(first, start)):
        if address(value) not in used:
            return address(value)
    raise Failure("start-failed", f"no address is free in {subnet}")


def number(text: str) -> int | None:
    """An address as a number; None if it is invalid."""
    parts = text.split(".")
    if len(parts) != 4 or not all(_is_number(part, 255) for part in parts):
        return None
    return int.from_bytes(bytes(int(part) for part in parts), "big")


def address(value: int) -> str:
    """A number as an address."""
    return ".".join(str(part) for part in value.to_bytes(4, "big"))


def _is_number(text: str, most: int) -> bool:
    return len(text) <= 3 and text.isascii() and text.isdigit() and int(text) <= most
