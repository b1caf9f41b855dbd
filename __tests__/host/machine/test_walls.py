"""The walls around services: what is decided, in tables; and what comes of it, with the kernel as the judge."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.netns_bed import (
    API,
    CLOCK,
    GATEWAYS,
    HOST,
    METADATA,
    NAMES,
    TASKS,
    WEB,
    WORLD,
    Bed,
    inside,
)
from host.machine import name_servers, walls
from host.model.container import Container
from host.model.failure import Failure
from host.state.paths import Paths

BOTH = {tool.version: tool for tool in walls.FAMILIES}
LEGACY = (walls.Family("iptables-legacy", 4), walls.Family("ip6tables-legacy", 6))
"""Where Docker and this program use the older interface of the kernel."""
JUMPS = ("-A PREROUTING -i d2e-+ -j DOCKER-TO-EC2-FROM", "-A FORWARD -o d2e-+ -j DOCKER-TO-EC2-TO")


def test_renders_the_rules_of_a_host() -> None:
    assert walls.rules(4, ["172.29.0.2"]) == (
        *JUMPS,
        "-A DOCKER-TO-EC2-FROM -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN",
        "-A DOCKER-TO-EC2-FROM -d 169.254.169.253/32 -p udp -m udp --dport 53 -j RETURN",
        "-A DOCKER-TO-EC2-FROM -d 169.254.169.253/32 -p tcp -m tcp --dport 53 -j RETURN",
        "-A DOCKER-TO-EC2-FROM -d 169.254.169.123/32 -p udp -m udp --dport 123 -j RETURN",
        "-A DOCKER-TO-EC2-FROM -s 172.29.0.2/32 -d 169.254.169.254/32 -p tcp -m tcp --dport 80 -j RETURN",
        "-A DOCKER-TO-EC2-FROM -d 169.254.0.0/16 -j DROP",
        "-A DOCKER-TO-EC2-FROM -m addrtype ! --dst-type UNICAST -j DROP",
        "-A DOCKER-TO-EC2-TO -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN",
        "-A DOCKER-TO-EC2-TO -j DROP",
    )
    assert walls.rules(6, ["172.29.0.2"]) == (*JUMPS, "-A DOCKER-TO-EC2-FROM -j DROP", "-A DOCKER-TO-EC2-TO -j DROP")


def test_opens_the_host_for_names_alone_where_docker_asks_it() -> None:
    without, opened = walls.rules(4, []), walls.rules(4, [], ["172.17.0.1"])
    assert [rule for rule in opened if rule not in without] == [
        "-A DOCKER-TO-EC2-FROM -d 172.17.0.1/32 -p udp -m udp --dport 53 -j RETURN",
        "-A DOCKER-TO-EC2-FROM -d 172.17.0.1/32 -p tcp -m tcp --dport 53 -j RETURN",
    ]
    assert walls.rules(6, [], ["172.17.0.1"]) == walls.rules(6, [])


def saved(*lines: str) -> str:
    return "\n".join(("*mangle", ":PREROUTING ACCEPT [0:0]", ":DOCKER-TO-EC2-FROM - [0:0]", *lines, "COMMIT", ""))


WANTED = walls.rules(6, [])
HEAD = ["*mangle", ":DOCKER-TO-EC2-FROM - [0:0]", ":DOCKER-TO-EC2-TO - [0:0]"]
IN, OUT = ([line.replace("-A", mark, 1) for line in JUMPS] for mark in ("-I", "-D"))
OWN = list(WANTED[2:])


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (WANTED, []),
        ((WANTED[1], *WANTED[2:], WANTED[0]), []),
        ((*WANTED, "-A FORWARD -o eth0 -j ACCEPT"), []),
        ((), [*HEAD, *IN, *OWN, "COMMIT"]),
        (WANTED[2:], [*HEAD, *IN, *OWN, "COMMIT"]),
        (WANTED[:3], [*HEAD, *OUT, *IN, *OWN, "COMMIT"]),
        ((*WANTED, "-A DOCKER-TO-EC2-TO -j ACCEPT"), [*HEAD, *OUT, *IN, *OWN, "COMMIT"]),
        ((*WANTED, JUMPS[0]), [*HEAD, OUT[0], *OUT, *IN, *OWN, "COMMIT"]),
        (("-A INPUT -j DOCKER-TO-EC2-TO", *WANTED), [*HEAD, OUT[0], "-D INPUT -j DOCKER-TO-EC2-TO", OUT[1], *IN, *OWN, "COMMIT"]),
    ],
)
def test_finds_what_is_changed(there: tuple[str, ...], told: list[str]) -> None:
    assert walls.change(WANTED, saved(*there)).split("\n")[:-1] == told


def container(address: str, role: str, has: str = "") -> Container:
    labels = {"docker-to-ec2.address": address, walls.HOST_ROLE: role}
    return Container("i", "n", "created", "", labels, (has or address.partition(":")[0],), ())


def test_finds_the_slots_that_can_use_the_role_of_the_host() -> None:
    present = [container("172.29.0.9:80", "true"), container("172.29.0.3:80", "false"), container("172.29.0.2:80", "true")]
    assert walls.opened([*present, Container("i", "other", "running", "", {}, (), ())]) == ("172.29.0.2", "172.29.0.9")


def test_a_copy_of_a_slot_opens_nothing_for_the_next_owner_of_its_address() -> None:
    """`docker commit` copies the labels to an image, and so to each container of it."""
    present = [
        container("172.29.0.9:80", "true", has="172.17.0.2"),
        container("172.29.0.9:80", "false"),
        container("", "true", has="172.17.0.3"),
    ]
    assert walls.opened(present) == ()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(str(tmp_path / "state"), str(tmp_path / "run"))


@pytest.fixture
def bed() -> Iterator[Bed]:
    """A host without walls, on which everybody listens."""
    bed = Bed()
    try:
        bed.make()
        everywhere = ("tcp,0.0.0.0,80", "udp,0.0.0.0,53")
        for part in ("web", "api"):
            bed.listen(part, *everywhere)
        bed.listen("host", *everywhere, "tcp,::,81", "udp,0.0.0.0,54")
        services = (f"udp,{NAMES},53", f"tcp,{NAMES},53", f"udp,{CLOCK},123", f"tcp,{METADATA},80", f"tcp,{METADATA},81")
        bed.listen("world", f"tcp,{WORLD},80", f"tcp,{TASKS},80", *services)
        yield bed
    finally:
        bed.end()


def raise_walls(bed: Bed, paths: Paths, tools: tuple[walls.Family, ...] = walls.FAMILIES, roles: tuple[str, ...] = ()) -> None:
    os.makedirs(paths.state, exist_ok=True)
    with inside(bed.name("host")):
        if tools == walls.FAMILIES:
            walls.restore(paths)
        for tool in tools:
            walls.setting(tool, walls.rules(tool.version, roles))()


PATIENT, HASTY = 10.0, 0.5
"""Seconds for an answer that is to come, and for one that is not: on the machine itself, one comes in a millisecond."""

OPEN = [
    ("world", "web", "tcp", WORLD, 80),
    ("AWS's name server by UDP", "web", "udp", NAMES, 53),
    ("AWS's name server by TCP", "web", "tcp", NAMES, 53),
    ("AWS's clock", "web", "udp", CLOCK, 123),
    ("slot from its host", "host", "tcp", WEB, 80),
    ("other slot from its host", "host", "udp", API, 53),
    ("host from outside", "world", "tcp", HOST, 80),
]
SHUT = [
    ("another service's container", "web", "tcp", API, 80),
    ("another service's container by UDP", "api", "udp", WEB, 53),
    ("host by its private address", "web", "tcp", HOST, 80),
    ("host by its own gateway", "web", "tcp", GATEWAYS["web"], 80),
    ("host by another service's gateway", "web", "tcp", GATEWAYS["api"], 80),
    ("host by UDP", "web", "udp", GATEWAYS["web"], 53),
    # A port on which the slot itself does not hear what it calls out.
    ("host by broadcast", "web", "udp", "172.29.0.63", 54),
    ("metadata service", "web", "tcp", METADATA, 80),
    ("credentials of tasks", "web", "tcp", TASKS, 80),
    ("slot from outside", "world", "tcp", WEB, 80),
]


@pytest.mark.parametrize("tools", [walls.FAMILIES, LEGACY], ids=["nft", "legacy"])
def test_a_slot_reaches_the_internet_but_neither_the_host_nor_other_services(
    bed: Bed, paths: Paths, tools: tuple[walls.Family, ...]
) -> None:
    for what, part, kind, address, port in (*OPEN, *SHUT):
        assert bed.reaches(part, kind, address, port, patience=PATIENT), what
    raise_walls(bed, paths, tools)
    assert [what for what, part, kind, address, port in OPEN if not bed.reaches(part, kind, address, port, patience=PATIENT)] == []
    assert [what for what, part, kind, address, port in SHUT if bed.reaches(part, kind, address, port, patience=HASTY)] == []


def test_a_slot_reaches_nothing_over_ipv6(bed: Bed, paths: Paths) -> None:
    """The networks have none, and a bridge has a link-local address all the same."""
    address = f"{bed.local_address('host', 'd2e-web')}%eth0"
    assert bed.reaches("web", "tcp", address, 81, patience=PATIENT)
    raise_walls(bed, paths)
    assert not bed.reaches("web", "tcp", address, 81, patience=HASTY)


def test_only_slots_with_the_host_role_reach_the_metadata_service(bed: Bed, paths: Paths) -> None:
    raise_walls(bed, paths)
    with inside(bed.name("host")):
        walls.admit(paths, [WEB])
    assert bed.reaches("web", "tcp", METADATA, 80, patience=PATIENT)
    assert not bed.reaches("web", "tcp", METADATA, 81, patience=HASTY)
    assert not bed.reaches("web", "tcp", TASKS, 80, patience=HASTY)
    assert not bed.reaches("api", "tcp", METADATA, 80, patience=HASTY)
    with inside(bed.name("host")):
        walls.admit(paths, [])
    assert not bed.reaches("web", "tcp", METADATA, 80, patience=HASTY)


@pytest.mark.parametrize(
    ("daemon", "resolver"),
    [(f'{{"dns": ["{HOST}"]}}', ""), ("{}", f"nameserver {HOST}\nnameserver {WORLD}\n")],
    ids=["Docker's own", "the resolver's"],
)
def test_a_slot_reaches_a_name_server_of_the_host_that_docker_asks(
    bed: Bed, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, daemon: str, resolver: str
) -> None:
    for name, text in (("DAEMON_FILE", daemon), ("RESOLVER_FILE", resolver)):
        (tmp_path / name).write_text(text)
        monkeypatch.setattr(name_servers, name, str(tmp_path / name))
    bed.listen("host", f"tcp,{HOST},53", f"tcp,{GATEWAYS['web']},53", f"udp,{HOST},55")
    raise_walls(bed, paths)
    assert [kind for kind in ("udp", "tcp") if bed.reaches("web", kind, HOST, 53, patience=HASTY)] == []
    with inside(bed.name("host")):
        assert walls.breached(paths)
        walls.restore(paths)
        assert not walls.breached(paths)
    assert [kind for kind in ("udp", "tcp") if not bed.reaches("web", kind, HOST, 53, patience=PATIENT)] == []
    assert not bed.reaches("web", "tcp", HOST, 80, patience=HASTY)
    assert not bed.reaches("web", "udp", HOST, 55, patience=HASTY)
    assert [kind for kind in ("udp", "tcp") if bed.reaches("web", kind, GATEWAYS["web"], 53, patience=HASTY)] == []


FLUSH = ["iptables", "-t", "mangle", "--flush"]


@pytest.mark.parametrize(
    "breach",
    [
        FLUSH,
        ["iptables", "-t", "mangle", "-D", "PREROUTING", "1"],
        ["iptables", "-t", "mangle", "-I", "DOCKER-TO-EC2-FROM", "-j", "RETURN"],
        ["ip6tables", "-t", "mangle", "--flush", "DOCKER-TO-EC2-TO"],
    ],
)
def test_detects_and_restores_removed_walls(bed: Bed, paths: Paths, breach: list[str]) -> None:
    raise_walls(bed, paths)
    with inside(bed.name("host")):
        walls.admit(paths, [API])
        assert not walls.breached(paths)
        subprocess.run(breach, check=True)
        assert walls.breached(paths)
        walls.restore(paths)
        assert not walls.breached(paths)
    assert bed.reaches("api", "tcp", METADATA, 80, patience=PATIENT)
    assert not bed.reaches("web", "tcp", METADATA, 80, patience=HASTY)


UFW = (Path(__file__).parent / "rulesets/ufw.iptables").read_text()


@pytest.mark.parametrize(
    ("command", "text"),
    [
        (["iptables", "--flush"], ""),
        (["iptables", "-t", "nat", "--flush"], ""),
        (["ip6tables", "--flush"], ""),
        (["iptables-restore"], UFW),
    ],
)
def test_other_rules_leave_the_walls_standing(bed: Bed, paths: Paths, command: list[str], text: str) -> None:
    """A flush of another table, and the rules of a common firewall."""
    raise_walls(bed, paths)
    with inside(bed.name("host")):
        subprocess.run(command, input=text, text=True, check=True)
        assert not walls.breached(paths)


def rules_of(tool: walls.Family) -> str:
    return subprocess.run([f"{tool.name}-save", "-t", "mangle"], check=True, capture_output=True, text=True).stdout


def test_removes_walls_completely_and_keeps_the_rules_of_others(bed: Bed, paths: Paths) -> None:
    other = "-A PREROUTING -i eth9 -j MARK --set-xmark 0x1/0xffffffff"
    with inside(bed.name("host")):
        subprocess.run(["iptables", "-t", "mangle", *other.split()], check=True)
    raise_walls(bed, paths)
    with inside(bed.name("host")):
        assert other in rules_of(BOTH[4])
        walls.remove()
        assert [line for line in rules_of(BOTH[4]).splitlines() if line.startswith("-A")] == [other]
        assert not any("DOCKER-TO-EC2" in rules_of(tool) for tool in walls.FAMILIES)
        walls.remove()


def test_reports_rules_that_cannot_be_set_in_the_tools_words(bed: Bed) -> None:
    with (
        inside(bed.name("host")),
        pytest.raises(Failure, match=r"host-unfit: no container was started, .*: iptables-restore: (.|\n)*NOWHERE") as failed,
    ):
        walls.setting(BOTH[4], ("-A PREROUTING -j NOWHERE", "-A FORWARD -j DOCKER-TO-EC2-TO"))()
    assert [finding.fatal for finding in failed.value.findings] == [True]


def test_a_host_without_the_tool_is_unfit() -> None:
    with pytest.raises(Failure, match=r"host-unfit: no container was started, .*: ebiptables-save is missing"):
        walls.setting(walls.Family("ebiptables", 4), walls.rules(4, []))()
