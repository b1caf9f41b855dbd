"""The network of each service's containers: its own bridge, with a block of addresses that nothing else uses.

Pure, except `ensure` and `remove_idle`. Blocks are IPv4, as text such as `172.29.0.0/16`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from host.docker.engine import Docker, DockerDown, DockerError
from host.docker.networks import create_network, networks, remove_network
from host.machine.blocks import Block, address, block, holds, overlap, overlaps
from host.model.container import Network
from host.model.failure import Failure
from host.model.order import NetworkPlan
from host.state.files import read

NAME: Final = "docker-to-ec2"
BRIDGE: Final = "d2e-"
"""Prefix of all bridges' names, so that one rule of the packet filter matches all of them."""
CANDIDATES: Final = ("172.29.0.0/16", "172.27.0.0/16", "192.168.224.0/20", "10.213.0.0/16", "198.18.0.0/16")
"""The last one is reserved for benchmarks (RFC 2544): it remains if a route covers all private addresses."""
SERVICE: Final = 26
"""Prefix of a service's part of such a block: 58 slots, and at least 64 services."""
SMALLEST: Final = 28
"""Prefix of the smallest block for slots, whose top sixteenth is one address."""
WIDEST: Final = 8
"""A route with a shorter prefix is the default route or a part of it: no private range is wider (RFC 1918)."""


class IpRoute(NamedTuple):
    """A used block of addresses. `device`: the network interface; `owner`: who uses it."""

    cidr: str
    owner: str
    device: str = ""


class NewNetwork(NamedTuple):
    """A network to create. Other containers get addresses of `ip_range`, so they never take a slot's."""

    name: str
    subnet: str
    gateway: str
    ip_range: str


TAKEN: Final = ("overlap", "already in use")
"""Docker's messages, in lower case, about a subnet or a gateway of another network."""
NAMESAKE: Final = "already exists"
"""In Docker's message about a name that another network has, which can be one without our label."""
# RFC 1122 and RFC 3927; 169.254.169.254 is the metadata service of EC2.
RESERVED: Final = (
    IpRoute("0.0.0.0/8", "addresses of this host"),
    IpRoute("127.0.0.0/8", "loopback addresses"),
    IpRoute("169.254.0.0/16", "link-local addresses, the metadata service among them"),
    IpRoute("224.0.0.0/3", "multicast and reserved addresses"),
)


def routes_of(text: str) -> tuple[IpRoute, ...]:
    """The routes of /proc/net/route, without the default route and its parts.

    The kernel prints addresses in hexadecimal and in its own byte order, which is little-endian on EC2
    (Linux, net/ipv4/fib_trie.c, fib_route_seq_show).
    """
    found = (_route_of(line.split()) for line in text.splitlines())
    return tuple(route for route in found if route and block(route.cidr).prefix >= WIDEST)


def choose_network(
    existing: tuple[Network, ...], key: str, plan: NetworkPlan, routes: Iterable[IpRoute], names: Collection[str] = ()
) -> Network | NewNetwork:
    """The network for new slots of a service: an existing one without conflicts, or one to create. `names`: those of others' networks.

    Raises Failure `host-unfit`, with the wanted block and everything that it overlaps.
    """
    mine = of_service(existing, key)
    taken = (*RESERVED, *_foreign(existing, routes), *_avoided(plan))
    wanted = (_normal(plan.subnet),) if plan.subnet else None
    for network in mine:
        if (not wanted or holds(wanted[0], network.subnet)) and not conflicts(network.subnet, taken):
            return network
    clear = [one for one in wanted or CANDIDATES if not conflicts(one, taken)]
    part = next((part for one in clear for part in _free_parts(one, existing)), None)
    if part is None:
        raise Failure("host-unfit", _no_room(wanted, taken, existing))
    return _new_network(_free_name({*names, *(network.name for network in mine)}, key), part)


def of_service(existing: Iterable[Network], key: str) -> list[Network]:
    """The networks of a service, the oldest first."""
    return sorted((one for one in existing if one.service == key), key=lambda one: (len(one.name), one.name))


def conflicts(subnet: str, taken: Iterable[IpRoute]) -> tuple[IpRoute, ...]:
    """The used blocks that a network with this subnet would cut off."""
    return tuple(route for route in taken if overlaps(subnet, route.cidr))


def troubled(existing: tuple[Network, ...], plan: NetworkPlan, routes: Iterable[IpRoute]) -> tuple[tuple[Network, IpRoute], ...]:
    """The slots' networks that overlap the routes of the host or the VPC, each with the overlapped block."""
    taken = (*_foreign(existing, routes), *_avoided(plan))
    return tuple((network, route) for network in existing for route in conflicts(network.subnet, taken))


def ensure(docker: Docker, key: str, plan: NetworkPlan) -> Network:
    """The network for new slots of a service, created if none fits. The caller holds the lock for what all services share.

    Raises Failure; DockerDown.
    """
    taken = list(routes_of(read("/proc/net/route")))
    names: set[str] = set()
    while True:
        chosen = choose_network(networks(docker), key, plan, taken, names)
        if isinstance(chosen, Network):
            return chosen
        made = Network(chosen.name, chosen.subnet, key, bridge(chosen.name))
        try:
            create_network(docker, made, chosen.gateway, chosen.ip_range)
            return made
        except DockerDown:
            raise
        except DockerError as error:
            if NAMESAKE in error.words:
                names.add(chosen.name)
            elif any(sign in error.words.lower() for sign in TAKEN):
                taken.append(IpRoute(chosen.subnet, "a Docker network that has no route"))
            else:
                raise Failure("docker-failed", error.words) from error


def blocks_with(ip: str) -> tuple[str | None, ...]:
    """Where a network can be so that a slot can have this address, or one beside it: a service's part of a block, or the whole block. None, which is
    anywhere, if it is no address."""
    try:
        part = block(f"{ip}/{SERVICE}").cidr
    except ValueError:
        return (None,)
    return (part, *(one for one in CANDIDATES if holds(one, part)))


def bridge(name: str) -> str:
    """The name of a network's interface: 15 characters, the kernel's limit (IFNAMSIZ)."""
    import hashlib

    return BRIDGE + hashlib.sha256(name.encode()).hexdigest()[:11]


def remove_idle(docker: Docker, key: str, addresses: Collection[str]) -> tuple[str, ...]:
    """Removes the service's networks without a slot's address, and returns their names. If no network has one, all stay.

    The addresses are `IP` or `IP:PORT`. The caller holds the lock for what all services share. Raises DockerError.
    """
    return tuple(name for name in idle(of_service(networks(docker), key), addresses) if remove_network(docker, name))


def idle(existing: Iterable[Network], addresses: Collection[str]) -> tuple[str, ...]:
    """Names of the networks that contain none of these addresses; empty if no network contains one.

    Stopped slots count: they cannot start again without their network.
    """
    hosts = tuple(f"{address.partition(':')[0]}/32" for address in addresses)
    held = {network.name: any(overlaps(network.subnet, host) for host in hosts) for network in existing}
    return tuple(name for name, needed in held.items() if not needed) if any(held.values()) else ()


def _free_parts(cidr: str, existing: Iterable[Network]) -> Iterator[Block]:
    used = [block(network.subnet) for network in existing if network.subnet]
    return (part for part in block(cidr).parts(SERVICE) if not any(overlap(part, one) for one in used))


def _normal(cidr: str) -> str:
    """The block from its first address. Raises Failure `host-unfit` if it cannot be a subnet of slots."""
    try:
        found = block(cidr)
    except ValueError as error:
        raise Failure("host-unfit", f"network: {error}") from error
    if not WIDEST <= found.prefix <= SMALLEST:
        raise Failure("host-unfit", f"network: {cidr} must be between /{WIDEST} and /{SMALLEST}")
    return found.cidr


def _route_of(columns: list[str]) -> IpRoute | None:
    try:
        destination, mask = (bytes.fromhex(columns[index])[::-1] for index in (1, 7))
        cidr = f"{address(int.from_bytes(destination, 'big'))}/{bin(int.from_bytes(mask, 'big')).count('1')}"
    except (IndexError, ValueError, OverflowError):
        return None
    return IpRoute(cidr, f"a route of the host by {columns[0]}", columns[0])


def _avoided(plan: NetworkPlan) -> tuple[IpRoute, ...]:
    avoided = (IpRoute(cidr, "addresses of the VPC or its routes") for cidr in plan.avoid if ":" not in cidr)
    return tuple(route for route in avoided if block(route.cidr).prefix >= WIDEST)


def _foreign(existing: Iterable[Network], routes: Iterable[IpRoute]) -> tuple[IpRoute, ...]:
    """The routes without Docker's own for these networks: the same block, on the network's own bridge."""
    own = frozenset((network.bridge, block(network.subnet)) for network in existing if network.subnet)
    return tuple(route for route in routes if (route.device, block(route.cidr)) not in own)


def _free_name(names: Collection[str], key: str) -> str:
    """No service's name contains an underscore, so it cannot equal another one's name with a number."""
    first = f"{NAME}.{key}"
    numbered = (first, *(f"{first}_{number}" for number in range(2, len(names) + 2)))
    return next(name for name in numbered if name not in names)


def _new_network(name: str, part: Block) -> NewNetwork:
    return NewNetwork(name, part.cidr, address(part.first + 1), f"{address(part.dynamic)}/{part.prefix + 4}")


def _no_room(wanted: tuple[str, ...] | None, taken: Iterable[IpRoute], existing: Iterable[Network]) -> str:
    blocks = (*taken, *(IpRoute(network.subnet, f"the network of {network.service}") for network in existing if network.subnet))
    clashes = "; ".join(
        f"{subnet} overlaps " + ", ".join(f"{route.cidr} ({route.owner})" for route in conflicts(subnet, blocks))
        for subnet in wanted or CANDIDATES
    )
    return f"network: {clashes}"
