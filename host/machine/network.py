"""Which network the containers lie in, and which address the next one gets.

All but `ensure` and `remove_idle` is pure. Blocks are IPv4, as text such as `172.29.0.0/16`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from host.docker.engine import Docker, DockerDown, DockerError
from host.docker.networks import create_network, networks, remove_network
from host.model import Failure, Network, NetworkPlan
from host.state import read

NAME: Final = "docker-to-ec2"
CANDIDATES: Final = ("172.29.0.0/16", "172.27.0.0/16", "192.168.224.0/20", "10.213.0.0/16", "198.18.0.0/16")
"""The last one is set aside for measurements (RFC 2544): it is left where a route takes all private addresses."""
SMALLEST: Final = 28
"""Prefix of the smallest block for slots: a sixteenth of it is one address."""
WIDEST: Final = 8
"""A route with a shorter prefix is the default route or a part of it: no private range is wider (RFC 1918)."""


class Route(NamedTuple):
    """A block of addresses that is taken. `device` is the network interface; `owner` says whose the block is."""

    cidr: str
    owner: str
    device: str = ""


class NewNetwork(NamedTuple):
    """A network to create. Containers of others get addresses of `ip_range`, so they never take a slot's."""

    name: str
    subnet: str
    gateway: str
    ip_range: str


class _Block(NamedTuple):
    """Addresses `first` to `last`, both included."""

    first: int
    last: int
    prefix: int


TAKEN: Final = ("overlap", "already in use")
"""What Docker says, in lower case, of a subnet or a gateway that another network has."""
# RFC 1122 and RFC 3927; 169.254.169.254 is the metadata service of EC2.
RESERVED: Final = (
    Route("0.0.0.0/8", "addresses of this host"),
    Route("127.0.0.0/8", "loopback addresses"),
    Route("169.254.0.0/16", "link-local addresses, the metadata service among them"),
    Route("224.0.0.0/3", "multicast and reserved addresses"),
)


def overlaps(one: str, other: str) -> bool:
    """Whether two blocks have an address in common. Raises ValueError for what is no block."""
    a, b = _block(one), _block(other)
    return a.first <= b.last and b.first <= a.last


def routes_of(text: str) -> tuple[Route, ...]:
    """The routes of /proc/net/route, without the default route and its parts.

    The kernel prints addresses in hexadecimal and in its own byte order, which is little-endian on EC2
    (Linux, net/ipv4/fib_trie.c, fib_route_seq_show).
    """
    found = (_route_of(line.split()) for line in text.splitlines())
    return tuple(route for route in found if route and _block(route.cidr).prefix >= WIDEST)


def choose_network(existing: tuple[Network, ...], plan: NetworkPlan, routes: Iterable[Route]) -> Network | NewNetwork:
    """The network for new slots: one that exists and is clear of everything else, or one to create.

    Raises Failure `host-unfit`, which names the block that was wanted and all that it overlaps.
    """
    mine = sorted(existing, key=lambda network: (len(network.name), network.name))
    taken = (*RESERVED, *_foreign(mine, routes), *_avoided(plan))
    wanted = (_normal(plan.subnet),) if plan.subnet else None
    for network in mine:
        if (not wanted or _same(network.subnet, wanted[0])) and not conflicts(network.subnet, taken):
            return network
    others = (*taken, *(Route(network.subnet, f"the Docker network {network.name}") for network in mine))
    for subnet in wanted or CANDIDATES:
        if not conflicts(subnet, others):
            return _new_network(_free_name(mine), subnet)
    raise Failure("host-unfit", _no_room(wanted, others))


def conflicts(subnet: str, taken: Iterable[Route]) -> tuple[Route, ...]:
    """Those of `taken` that a network with this subnet would cut off."""
    return tuple(route for route in taken if overlaps(subnet, route.cidr))


def troubled(existing: tuple[Network, ...], plan: NetworkPlan, routes: Iterable[Route]) -> tuple[tuple[Network, Route], ...]:
    """The slots' networks that take addresses of the host's routes or the VPC's, each with the block that it takes."""
    taken = (*_foreign(existing, routes), *_avoided(plan))
    return tuple((network, route) for network in existing for route in conflicts(network.subnet, taken))


def ensure(docker: Docker, plan: NetworkPlan) -> Network:
    """The network for new slots, created where there is none that fits. The caller holds the lock of what all services share.

    Raises Failure; DockerDown.
    """
    taken = list(routes_of(read("/proc/net/route")))
    while True:
        chosen = choose_network(networks(docker), plan, taken)
        if isinstance(chosen, Network):
            return chosen
        try:
            create_network(docker, chosen.name, chosen.subnet, chosen.gateway, chosen.ip_range)
            return Network(chosen.name, chosen.subnet)
        except DockerDown:
            raise
        except DockerError as error:
            if not any(sign in error.words.lower() for sign in TAKEN):
                raise Failure("docker-failed", error.words) from error
            taken.append(Route(chosen.subnet, "a Docker network that has no route"))


def remove_idle(docker: Docker, addresses: Collection[str]) -> tuple[str, ...]:
    """Removes the networks in which no slot of any service has its address, and gives their names. Where no network has one, all stay.

    The addresses are `IP` or `IP:PORT`. The caller holds the lock of what all services share. Raises DockerError.
    """
    return tuple(name for name in idle(networks(docker), addresses) if remove_network(docker, name))


def idle(existing: Iterable[Network], addresses: Collection[str]) -> tuple[str, ...]:
    """Names of the networks that hold none of these addresses; none where no network holds one.

    A slot that is stopped counts: it cannot start again without its network.
    """
    hosts = tuple(f"{address.partition(':')[0]}/32" for address in addresses)
    held = {network.name: any(overlaps(network.subnet, host) for host in hosts) for network in existing}
    return tuple(name for name, needed in held.items() if not needed) if any(held.values()) else ()


def next_address(subnet: str, last: str, taken: Iterable[str]) -> str:
    """The next free address after the one handed out last, so that one just given up is not handed out again at once.

    `last` may be empty or damaged. The top sixteenth of the subnet is left to containers of others.
    Raises Failure `start-failed` when none is free.
    """
    block = _block(subnet)
    first, end = block.first + 2, _dynamic(block)
    used = frozenset(taken)
    after = (_number(last) or 0) + 1
    start = after if first <= after < end else first
    for number in (*range(start, end), *range(first, start)):
        address = _text(number)
        if address not in used:
            return address
    raise Failure("start-failed", f"no address is free in {subnet}")


def _block(cidr: str) -> _Block:
    address, _, prefix = cidr.partition("/")
    number = _number(address)
    if number is None or not _is_number(prefix, 32):
        raise ValueError(f"{cidr!r} is no block of IPv4 addresses such as 172.29.0.0/16")
    size = 1 << (32 - int(prefix))
    first = number // size * size
    return _Block(first, first + size - 1, int(prefix))


def _dynamic(block: _Block) -> int:
    """Where the top sixteenth begins."""
    return block.first + (block.last + 1 - block.first) // 16 * 15


def _number(address: str) -> int | None:
    parts = address.split(".")
    if len(parts) != 4 or not all(_is_number(part, 255) for part in parts):
        return None
    return int.from_bytes(bytes(int(part) for part in parts), "big")


def _is_number(text: str, most: int) -> bool:
    return len(text) <= 3 and text.isascii() and text.isdigit() and int(text) <= most


def _text(number: int) -> str:
    return ".".join(str(part) for part in number.to_bytes(4, "big"))


def _same(one: str, other: str) -> bool:
    return _block(one) == _block(other)


def _normal(cidr: str) -> str:
    """The block with its first address. Raises Failure `host-unfit` for what cannot be a subnet of slots."""
    try:
        block = _block(cidr)
    except ValueError as error:
        raise Failure("host-unfit", f"network: {error}") from error
    if not WIDEST <= block.prefix <= SMALLEST:
        raise Failure("host-unfit", f"network: {cidr} must be between /{WIDEST} and /{SMALLEST}")
    return f"{_text(block.first)}/{block.prefix}"


def _route_of(columns: list[str]) -> Route | None:
    try:
        destination, mask = (bytes.fromhex(columns[index])[::-1] for index in (1, 7))
        cidr = f"{_text(int.from_bytes(destination, 'big'))}/{bin(int.from_bytes(mask, 'big')).count('1')}"
    except (IndexError, ValueError, OverflowError):
        return None
    return Route(cidr, f"a route of the host by {columns[0]}", columns[0])


def _avoided(plan: NetworkPlan) -> tuple[Route, ...]:
    avoided = (Route(cidr, "addresses of the VPC or its routes") for cidr in plan.avoid if ":" not in cidr)
    return tuple(route for route in avoided if _block(route.cidr).prefix >= WIDEST)


def _foreign(mine: Iterable[Network], routes: Iterable[Route]) -> tuple[Route, ...]:
    """The routes without those that Docker made for these networks: the same block, by a bridge named `br-...`."""
    subnets = frozenset(_block(network.subnet) for network in mine)
    return tuple(route for route in routes if not (route.device.startswith("br-") and _block(route.cidr) in subnets))


def _free_name(mine: Iterable[Network]) -> str:
    names = frozenset(network.name for network in mine)
    numbered = (NAME, *(f"{NAME}-{number}" for number in range(2, len(names) + 2)))
    return next(name for name in numbered if name not in names)


def _new_network(name: str, subnet: str) -> NewNetwork:
    block = _block(subnet)
    return NewNetwork(name, subnet, _text(block.first + 1), f"{_text(_dynamic(block))}/{block.prefix + 4}")


def _no_room(wanted: tuple[str, ...] | None, taken: Iterable[Route]) -> str:
    blocks = tuple(taken)
    clashes = "; ".join(
        f"{subnet} overlaps " + ", ".join(f"{route.cidr} ({route.owner})" for route in conflicts(subnet, blocks))
        for subnet in wanted or CANDIDATES
    )
    return f"network: {clashes}"
