"""The slots' network stays clear of everything else, and addresses come round in turn."""

from __future__ import annotations

import ipaddress
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from host import docker as api
from host.docker import Docker
from host.machine.blocks import block, next_address, overlaps
from host.machine.network import (
    BRIDGE,
    CANDIDATES,
    IpRoute,
    NewNetwork,
    bridge,
    choose_network,
    conflicts,
    ensure,
    idle,
    of_service,
    remove_idle,
    routes_of,
    troubled,
)
from host.model.container import Network
from host.model.failure import Failure
from host.model.order import NetworkPlan

ANY = NetworkPlan(None, ())
KEY = "web.production"


def network(subnet: str, key: str = KEY, number: int = 1) -> Network:
    name = f"docker-to-ec2.{key}" + (f"_{number}" if number > 1 else "")
    return Network(name, subnet, key, bridge(name))


def own_route(one: Network) -> IpRoute:
    return IpRoute(one.subnet, f"a route of the host by {one.bridge}", one.bridge)


FIRST = network("172.29.0.0/26")
SECOND = network("172.27.0.0/26", number=2)
GUEST = network("172.29.0.64/26", "api.production")
TABLE = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t00801DAC\t00000000\t0001\t0\t0\t0\t00F0FFFF\t0\t0\t0
docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
vpn0\t00000064\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0
*\t0000C80A\t00000000\t0201\t0\t0\t0\t0000FFFF\t0\t0\t0
"""


def route(cidr: str, device: str = "eth0") -> IpRoute:
    return IpRoute(cidr, f"a route of the host by {device}", device)


@pytest.mark.parametrize(
    ("subnet", "taken"),
    [
        ("172.29.0.0/16", ["172.29.128.0/20"]),
        ("172.17.0.0/16", ["172.17.0.0/16"]),
        ("172.27.0.0/16", []),
        ("100.64.0.0/16", ["100.0.0.0/8"]),
        ("192.168.224.0/20", []),
        ("10.200.7.0/24", ["10.200.0.0/16"]),
        ("0.0.0.0/0", ["172.29.128.0/20", "172.17.0.0/16", "100.0.0.0/8", "10.200.0.0/16"]),
    ],
)
def test_finds_the_kernels_routes_that_a_subnet_would_cut_off(subnet: str, taken: list[str]) -> None:
    assert [route.cidr for route in conflicts(subnet, routes_of(TABLE))] == taken


@pytest.mark.parametrize("half", ["tun0\t00000000\t0\t0003\t0\t0\t0\t00000080", "tun0\t00000080\t0\t0003\t0\t0\t0\t00000080"])
def test_ignores_a_default_route_in_parts(half: str) -> None:
    """OpenVPN's redirect-gateway sets 0.0.0.0/1 and 128.0.0.0/1."""
    assert routes_of(half) == ()


@pytest.mark.parametrize(
    "text", ["", "\n", "eth0\n", "eth0 zz 0 0 0 0 0 zz", "eth0\t00801DAC\t0", "eth0 00 0 0 0 0 0 00", "eth0 00801DAC00 0 0 0 0 0 00"]
)
def test_ignores_lines_that_are_not_routes(text: str) -> None:
    assert routes_of(text) == ()


def test_detects_overlaps_like_the_standard_library() -> None:
    chance = random.Random(1)
    for _ in range(3000):
        prefix = chance.randint(0, 32)
        near = chance.getrandbits(32)
        one = ipaddress.ip_network((near, prefix), strict=False)
        other = ipaddress.ip_network((near ^ chance.getrandbits(chance.randint(1, 32)), chance.randint(0, 32)), strict=False)
        assert overlaps(str(one), str(other)) == one.overlaps(other) == overlaps(str(other), str(one)), (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "172.29.0.0",
        "172.29.0.0/",
        "172.29.0.0/33",
        "172.29.0/16",
        "256.0.0.0/8",
        "1.2.3.4.5/8",
        "1.2.3.4/8\n",
        "fd00::/8",
    ],
)
def test_refuses_an_invalid_block(text: str) -> None:
    with pytest.raises(ValueError, match="is not a block"):
        overlaps(text, "10.0.0.0/8")


def new(subnet: str, gateway: str, ip_range: str, number: int = 1) -> NewNetwork:
    return NewNetwork(network(subnet, number=number).name, subnet, gateway, ip_range)


@pytest.mark.parametrize(
    ("existing", "plan", "routes", "chosen"),
    [
        ((), ANY, (), new("172.29.0.0/26", "172.29.0.1", "172.29.0.60/30")),
        ((GUEST,), ANY, (own_route(GUEST),), new("172.29.0.0/26", "172.29.0.1", "172.29.0.60/30")),
        (
            (network("172.29.0.0/26", "a.b"), network("172.29.0.64/26", "c.d")),
            ANY,
            (),
            new("172.29.0.128/26", "172.29.0.129", "172.29.0.188/30"),
        ),
        ((network("172.29.0.0/25", "a.b"),), ANY, (), new("172.29.0.128/26", "172.29.0.129", "172.29.0.188/30")),
        ((), ANY, (route("172.29.128.0/20"),), new("172.27.0.0/26", "172.27.0.1", "172.27.0.60/30")),
        ((), ANY, (route("172.16.0.0/12"),), new("192.168.224.0/26", "192.168.224.1", "192.168.224.60/30")),
        (
            (),
            NetworkPlan(None, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/0", "2600:1f18::/56")),
            (),
            new("198.18.0.0/26", "198.18.0.1", "198.18.0.60/30"),
        ),
        ((FIRST, GUEST), ANY, (own_route(FIRST), own_route(GUEST)), FIRST),
        ((network("10.9.0.0/24"),), ANY, (), network("10.9.0.0/24")),
        ((SECOND, FIRST), ANY, (), FIRST),
        ((FIRST,), NetworkPlan("172.29.0.0/16", ()), (own_route(FIRST),), FIRST),
        ((FIRST,), NetworkPlan("172.29.0.0/16", ()), (own_route(FIRST), route("172.29.9.0/24")), FIRST),
        (
            (FIRST,),
            NetworkPlan(None, ("172.29.0.0/24",)),
            (own_route(FIRST),),
            new("172.27.0.0/26", "172.27.0.1", "172.27.0.60/30", 2),
        ),
        (
            (FIRST,),
            ANY,
            (own_route(FIRST), route("172.29.0.0/26", "tun0")),
            new("172.27.0.0/26", "172.27.0.1", "172.27.0.60/30", 2),
        ),
        ((FIRST,), NetworkPlan("172.29.4.0/24", ()), (), new("172.29.4.0/26", "172.29.4.1", "172.29.4.60/30", 2)),
        ((FIRST, SECOND), NetworkPlan(None, ("172.29.0.0/24",)), (own_route(FIRST),), SECOND),
        ((SECOND,), NetworkPlan("10.9.8.7/24", ()), (), new("10.9.8.0/26", "10.9.8.1", "10.9.8.60/30")),
        ((), NetworkPlan("10.9.8.0/28", ()), (), new("10.9.8.0/28", "10.9.8.1", "10.9.8.15/32")),
        ((), NetworkPlan("10.9.8.0/27", ()), (), new("10.9.8.0/27", "10.9.8.1", "10.9.8.30/31")),
    ],
)
def test_chooses_the_network_of_new_slots(
    existing: tuple[Network, ...], plan: NetworkPlan, routes: tuple[IpRoute, ...], chosen: Network | NewNetwork
) -> None:
    assert choose_network(existing, KEY, plan, routes) == chosen


@pytest.mark.parametrize(
    ("existing", "plan", "routes", "detail"),
    [
        (
            (),
            NetworkPlan("10.1.0.0/16", ("10.0.0.0/8",)),
            (),
            "10.1.0.0/16 overlaps 10.0.0.0/8 (addresses of the VPC or its routes)",
        ),
        (
            (GUEST,),
            NetworkPlan("172.29.0.0/16", ()),
            (own_route(GUEST), route("172.29.9.0/24")),
            "overlaps 172.29.9.0/24 (a route of the host by eth0)",
        ),
        (
            (GUEST,),
            NetworkPlan("172.29.0.64/26", ()),
            (own_route(GUEST),),
            "172.29.0.64/26 overlaps 172.29.0.64/26 (the network of api.production)",
        ),
        (
            (),
            NetworkPlan("169.254.0.0/16", ()),
            (),
            "overlaps 169.254.0.0/16 (link-local addresses, the metadata service among them)",
        ),
        ((), NetworkPlan("10.0.0.0/7", ()), (), "10.0.0.0/7 must be between /8 and /28"),
        ((), NetworkPlan("10.0.0.0/29", ()), (), "10.0.0.0/29 must be between /8 and /28"),
        ((), NetworkPlan("ten", ()), (), "'ten' is not a block"),
        (
            (),
            ANY,
            tuple(route(subnet) for subnet in CANDIDATES),
            "; 198.18.0.0/16 overlaps 198.18.0.0/16 (a route of the host by eth0)",
        ),
    ],
)
def test_refuses_a_network_that_would_cut_something_off_by_name(
    existing: tuple[Network, ...], plan: NetworkPlan, routes: tuple[IpRoute, ...], detail: str
) -> None:
    with pytest.raises(Failure) as failure:
        choose_network(existing, KEY, plan, routes)
    assert failure.value.cause == "host-unfit"
    assert failure.value.detail.startswith("network: ")
    assert detail in failure.value.detail


def test_a_chosen_network_never_overlaps_another_one() -> None:
    chance = random.Random(2)
    for _ in range(500):
        prefix = chance.randint(8, 30)
        base = ipaddress.ip_network(chance.choice(CANDIDATES)).network_address
        taken = [str(ipaddress.ip_network((int(base) + chance.getrandbits(18), prefix), strict=False)) for _ in range(4)]
        plan = NetworkPlan(None, tuple(taken[:2]))
        chosen = choose_network((FIRST, SECOND, GUEST), KEY, plan, tuple(route(cidr) for cidr in taken[2:]))
        assert not any(ipaddress.ip_network(chosen.subnet).overlaps(ipaddress.ip_network(cidr)) for cidr in taken)


def test_names_overlapping_networks_with_the_routes_they_cut_off() -> None:
    plan = NetworkPlan(None, ("172.29.0.0/24", "10.0.0.0/8"))
    assert [(one.name, taken.cidr) for one, taken in troubled((FIRST, SECOND), plan, (own_route(FIRST),))] == [
        (FIRST.name, "172.29.0.0/24")
    ]


@pytest.mark.parametrize(
    ("addresses", "names"),
    [
        (("172.27.0.2:80",), (FIRST.name,)),
        (("172.27.0.2:80", "172.29.0.4"), ()),
        (("172.29.0.4",), (SECOND.name,)),
        (("172.29.0.70",), ()),
        ((), ()),
        (("10.0.0.1:80",), ()),
    ],
)
def test_finds_networks_that_no_slot_needs(addresses: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert idle((FIRST, SECOND), addresses) == names


@pytest.mark.parametrize(
    ("subnet", "last", "taken", "address"),
    [
        ("172.29.0.0/16", "", (), "172.29.0.2"),
        ("172.29.0.0/16", "172.29.0.2", (), "172.29.0.3"),
        ("172.29.0.0/16", "172.29.0.255", (), "172.29.1.0"),
        ("172.29.0.0/16", "172.29.0.2", ("172.29.0.3", "172.29.0.4"), "172.29.0.5"),
        ("172.29.0.0/16", "172.29.239.255", ("172.29.0.2",), "172.29.0.3"),
        ("172.29.0.0/16", "172.29.240.0", (), "172.29.0.2"),
        ("172.29.0.0/16", "10.1.2.3", (), "172.29.0.2"),
        ("172.29.0.0/16", "172.29.0.2\0\0", (), "172.29.0.2"),
        ("192.168.224.0/20", "192.168.238.255", (), "192.168.224.2"),
        ("10.0.0.0/28", "10.0.0.2", ("10.0.0.3",), "10.0.0.4"),
    ],
)
def test_finds_the_next_address(subnet: str, last: str, taken: tuple[str, ...], address: str) -> None:
    assert next_address(subnet, last, taken) == address


def test_reports_that_no_address_is_left() -> None:
    with pytest.raises(Failure, match=r"start-failed: no address is free in 10\.0\.0\.0/28"):
        next_address("10.0.0.0/28", "", [f"10.0.0.{last}" for last in range(16)])


@pytest.mark.parametrize("subnet", ["10.0.0.0/28", "192.168.224.0/24", "172.29.0.0/22"])
def test_uses_every_address_once_before_it_reuses_any(subnet: str) -> None:
    block = ipaddress.ip_network(subnet)
    static = [str(address) for address in list(block)[2 : block.num_addresses // 16 * 15]]
    last, given = "", []
    for _ in static:
        last = next_address(subnet, last, ())
        given.append(last)
    assert given == static
    assert next_address(subnet, last, ()) == static[0]


def test_the_next_address_is_free_and_outside_the_dynamic_range() -> None:
    chance = random.Random(3)
    for _ in range(500):
        block = ipaddress.ip_network((int(ipaddress.ip_address("10.213.0.0")) + chance.getrandbits(12) * 64, 26))
        addresses = [str(address) for address in block]
        taken = chance.sample(addresses, chance.randint(0, 50))
        address = next_address(str(block), chance.choice(addresses), taken)
        assert address not in taken
        assert address in addresses[2:60]


def test_a_hundred_services_have_a_hundred_networks() -> None:
    existing: tuple[Network, ...] = ()
    for number in range(100):
        chosen = choose_network(existing, f"s{number}.production", ANY, ())
        assert isinstance(chosen, NewNetwork)
        existing += (network(chosen.subnet, f"s{number}.production"),)
    subnets = [ipaddress.ip_network(one.subnet) for one in existing]
    assert not any(one.overlaps(other) for one in subnets for other in subnets if one is not other)
    assert all(subnet.overlaps(ipaddress.ip_network(CANDIDATES[0])) for subnet in subnets)
    bridges = {one.bridge for one in existing}
    assert len(bridges) == 100
    assert all(one.startswith(BRIDGE) and len(one) == 15 for one in bridges)


def test_no_service_is_named_like_the_second_network_of_another() -> None:
    second = choose_network((network("172.29.0.0/26", "web.production"),), "web.production", NetworkPlan(None, ("172.29.0.0/24",)), ())
    assert second.name not in {network("172.29.0.0/26", key).name for key in ("web.production2", "web.production-2", "web.production.2")}


@pytest.fixture
def apart(docker: Docker, mark: str) -> Iterator[NetworkPlan]:
    """A plan for a block that nothing on this machine uses, and no networks of the test's own services after it."""
    taken = routes_of(Path("/proc/net/route").read_text())
    blocks = [f"10.{number}.0.0/24" for number in range(100, 200)]
    free = next(block for block in random.sample(blocks, len(blocks)) if not conflicts(block, taken))
    yield NetworkPlan(free, ())
    for network in api.networks(docker):
        if network.service.startswith(mark):
            api.remove_network(docker, network.name)


def test_creates_a_network_for_each_service_once(docker: Docker, apart: NetworkPlan, mark: str) -> None:
    web, other = (ensure(docker, key, apart) for key in (f"{mark}.web", f"{mark}.api"))
    assert str(apart.subnet).replace("/24", "/26") == web.subnet
    assert not overlaps(web.subnet, other.subnet)
    assert ensure(docker, f"{mark}.web", apart) == web
    listed = api.networks(docker)
    assert of_service(listed, f"{mark}.web") == [web]
    assert of_service(listed, f"{mark}.api") == [other]
    assert {web.bridge, other.bridge} <= {line.split(":")[1].strip() for line in links()}
    assert any(own_route(web) == one for one in routes_of(Path("/proc/net/route").read_text()))


def test_leaves_a_foreign_network_with_its_name_alone(docker: Docker, apart: NetworkPlan, mark: str) -> None:
    """Somebody created it again after `docker system prune`, by hand and without labels."""
    theirs = f"docker-to-ec2.{mark}"
    subprocess.run(["docker", "network", "create", theirs], capture_output=True, check=True)
    try:
        made = ensure(docker, mark, apart)
        assert (made.name, made.bridge) == (f"{theirs}_2", bridge(f"{theirs}_2"))
        assert ensure(docker, mark, apart) == made
    finally:
        subprocess.run(["docker", "network", "rm", theirs], capture_output=True, check=True)


def links() -> list[str]:
    return subprocess.run(["ip", "-o", "link"], capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("prefix", ["/24", "/25", "/23"])
def test_refuses_a_subnet_of_a_network_that_only_docker_knows(docker: Docker, apart: NetworkPlan, mark: str, prefix: str) -> None:
    """One whose bridge is gone has no route any more, and still Docker gives its addresses to nobody else."""
    create = ["docker", "network", "create", "--subnet", str(apart.subnet).replace("/24", prefix), mark]
    id = subprocess.run(create, capture_output=True, text=True, check=True).stdout
    subprocess.run(["ip", "link", "delete", f"br-{id[:12]}"], check=True)
    with pytest.raises(Failure, match=r"host-unfit: network: .* \(a Docker network that has no route\)"):
        ensure(docker, mark, apart)


def test_removes_idle_networks_and_keeps_those_of_slots(docker: Docker, apart: NetworkPlan, mark: str) -> None:
    made = ensure(docker, mark, apart)
    other = ensure(docker, mark, NetworkPlan(str(apart.subnet).replace(".0.0/", ".1.0/"), ()))
    neighbour = ensure(docker, f"{mark}.api", apart)
    assert remove_idle(docker, mark, []) == ()
    assert remove_idle(docker, mark, [str(made.subnet).partition("/")[0]]) == (other.name,)
    assert {made, neighbour} <= set(api.networks(docker))


def test_splits_a_block() -> None:
    assert [part.cidr for part in block("10.0.0.0/24").parts(26)] == ["10.0.0.0/26", "10.0.0.64/26", "10.0.0.128/26", "10.0.0.192/26"]
    assert [part.cidr for part in block("10.0.0.16/28").parts(26)] == ["10.0.0.16/28"]
