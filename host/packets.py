"""What becomes of a packet in a packet filter: the model that the rules of iptables and nftables are read into. Pure.

A rule fits a packet (True), does not (False), or may (None), where it asks for what is not known, such as who the visitor
is. What can become of the packet is therefore a set: `accept`, `drop`, `return` to the chain above, or `continue`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from host.network import RESERVED, overlaps

ON: Final = frozenset(("continue",))
RETURN: Final = frozenset(("return",))
ANYTHING: Final = frozenset(("accept", "drop", "continue"))
CLIENT_PORTS: Final = (32768, 60999)
"""Linux' ip_local_port_range, which visitors' ports are of."""


class Packet(NamedTuple):
    """The first packet of a TCP connection from some visitor to `address` and `port`, which comes in by `device`."""

    port: int
    device: str
    address: str


class Rule(NamedTuple):
    """Where the packets that fit are led to; `chain`: first through that one, and with `goto` not back to this one."""

    fits: bool | None
    leads: frozenset[str]
    chain: str = ""
    goto: bool = False


class Chains(NamedTuple):
    """Rules by chain; `bases` are the chains that the kernel itself begins with, and what the end of each leads to."""

    rules: Mapping[str, Sequence[Rule]]
    bases: Mapping[str, frozenset[str]]


def outcomes(chains: Chains) -> list[frozenset[str]]:
    """For each base chain: accept, drop, or either."""
    return [_ended(walk(chains.rules, name, ()), policy) for name, policy in chains.bases.items()]


def _ended(leads: frozenset[str], policy: frozenset[str]) -> frozenset[str]:
    return leads - RETURN | (policy if leads & RETURN else frozenset())


def walk(rules: Mapping[str, Sequence[Rule]], name: str, above: tuple[str, ...]) -> frozenset[str]:
    """What a packet can leave a chain with; `return` also where it comes to the chain's end."""
    met: frozenset[str] = frozenset()
    if name in above:
        return RETURN
    for rule in rules.get(name, ()):
        leads = _leads(rules, rule, (*above, name)) if rule.fits is not False else ON
        met |= leads - ON
        if rule.fits and not leads & ON:
            return met
    return met | RETURN


def _leads(rules: Mapping[str, Sequence[Rule]], rule: Rule, above: tuple[str, ...]) -> frozenset[str]:
    if not rule.chain:
        return rule.leads
    leads = walk(rules, rule.chain, above)
    back = RETURN if rule.goto else ON
    return leads - RETURN | (back if leads & RETURN else frozenset())


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Whether all conditions hold: False where one does not, None where one may not."""
    seen = tuple(answers)
    if False in seen:
        return False
    return None if None in seen else True


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of the conditions holds."""
    return _not(all_of(_not(answer) for answer in answers))


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def negated(answer: bool | None, negate: bool) -> bool | None:
    """The answer, or its opposite."""
    return _not(answer) if negate else answer


def from_block(cidr: str) -> bool | None:
    """Whether a visitor comes from a block: nobody knows, but from everywhere, and from nowhere of what is reserved."""
    block = cidr if "/" in cidr else f"{cidr}/32"
    if block.endswith("/0"):
        return True
    return False if any(overlaps(block, route.cidr) for route in RESERVED) else None


def to_block(packet: Packet, cidr: str) -> bool | None:
    """Whether the packet goes to a block."""
    if not packet.address:
        return from_block(cidr)
    return overlaps(f"{packet.address}/32", cidr if "/" in cidr else f"{cidr}/32")


def by_device(packet: Packet, name: str, wildcard: str) -> bool | None:
    """Whether the packet comes in by a device; a name that ends with the wildcard stands for all that begin so."""
    if not packet.device:
        return False if name == "lo" else None
    return packet.device.startswith(name[:-1]) if name.endswith(wildcard) else packet.device == name


def from_ports(low: int, high: int) -> bool | None:
    """Whether a visitor's own port is between two, both included."""
    if low <= CLIENT_PORTS[0] and CLIENT_PORTS[1] <= high:
        return True
    return False if high < CLIENT_PORTS[0] or CLIENT_PORTS[1] < low else None
