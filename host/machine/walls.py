"""The walls around services: packet filter rules for all traffic from and to slots' bridges.

They are in separate chains of the table `mangle`, which neither Docker nor most firewalls change, and which the kernel evaluates before
theirs. If something flushes them (`nft flush ruleset`, a reload of firewalld, a reboot), they are missing until the next order, or the next
run of the unit that restores them. `rules` and `change` decide; `admit`, `restore` and `remove` carry out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Callable, Final, NamedTuple

from host.machine import tool
from host.machine.name_servers import name_servers
from host.machine.network import BRIDGE
from host.model.container import Container
from host.model.failure import Failure, Finding
from host.state.files import read, write
from host.state.locks import locked
from host.state.paths import Paths

TOOL_TIMEOUT = 30.0
"""Seconds; another program can hold the lock of the tables."""
HOST_ROLE: Final = "docker-to-ec2.host-role"
"""Label of a slot: `true` opens the metadata service to it."""
FROM: Final = "DOCKER-TO-EC2-FROM"
TO: Final = "DOCKER-TO-EC2-TO"
OWN: Final = (f"-A {FROM} ", f"-A {TO} ")
KNOWN: Final = "-m conntrack --ctstate RELATED,ESTABLISHED -j RETURN"
METADATA: Final = "169.254.169.254/32 -p tcp -m tcp --dport 80"
# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html and https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
HARMLESS: Final = (
    "169.254.169.253/32 -p udp -m udp --dport 53",
    "169.254.169.253/32 -p tcp -m tcp --dport 53",
    "169.254.169.123/32 -p udp -m udp --dport 123",
)
"""Link-local services of AWS without secrets: name server and clock."""


class Family(NamedTuple):
    """An address family: the tool for its rules, and the number of the protocol."""

    name: str
    version: int


FAMILIES: Final = (Family("iptables", 4), Family("ip6tables", 6))


def opened(present: Iterable[Container]) -> tuple[str, ...]:
    """The addresses of slots with access to the host's role, by their labels. The label alone opens nothing: a container of an image that somebody
    committed from a slot has it, too, and its address can be another slot's by now."""
    labeled = (one for one in present if one.labels.get(HOST_ROLE) == "true")
    return tuple(sorted(one.ip for one in labeled if one.ip in one.addresses))


def rules(version: int, roles: Iterable[str], names: Iterable[str] = ()) -> tuple[str, ...]:
    """The rules of the table, in the format of `iptables-save`. `roles`: addresses of slots with access to the metadata service. `names`: addresses
    of this host at which Docker asks for names, from the networks of slots.

    Drops what else a slot sends to the host itself, on any path, or to a link-local address; and what comes from elsewhere than the
    host to a slot. The networks have no IPv6, so all IPv6 traffic of slots is dropped.
    """
    jumps = (f"-A PREROUTING -i {BRIDGE}+ -j {FROM}", f"-A FORWARD -o {BRIDGE}+ -j {TO}")
    if version == 6:
        return (*jumps, f"-A {FROM} -j DROP", f"-A {TO} -j DROP")
    return (
        *jumps,
        f"-A {FROM} {KNOWN}",
        *(f"-A {FROM} -d {service} -j RETURN" for service in HARMLESS),
        *(f"-A {FROM} -d {name}/32 -p {kind} -m {kind} --dport 53 -j RETURN" for name in names for kind in ("udp", "tcp")),
        *(f"-A {FROM} -s {address}/32 -d {METADATA} -j RETURN" for address in roles),
        f"-A {FROM} -d 169.254.0.0/16 -j DROP",
        f"-A {FROM} -m addrtype ! --dst-type UNICAST -j DROP",
        f"-A {TO} {KNOWN}",
        f"-A {TO} -j DROP",
    )


def standing(saved: str) -> tuple[str, ...]:
    """Our rules in the text of `iptables-save`; the jumps to them first."""
    lines = [line for line in saved.splitlines() if FROM in line or TO in line]
    jumps = [line for line in lines if line.startswith("-A ") and not line.startswith(OWN)]
    return (*sorted(jumps, reverse=True), *(line for line in lines if line.startswith(OWN)))


def change(wanted: Sequence[str], saved: str) -> str:
    """The input of `iptables-restore --noflush` that sets the rules; "" if they are set. It is applied completely or not at all. Our jumps go to the
    top of their chains, once; the rules of others stay as they are."""
    there = standing(saved)
    if there == tuple(wanted):
        return ""
    new = [line.replace("-A", "-I", 1) for line in wanted if not line.startswith(OWN)]
    return _text((*_jumps_out(there), *new, *(line for line in wanted if line.startswith(OWN))))


def admit(paths: Paths, roles: Iterable[str]) -> None:
    """Opens the metadata service to exactly these addresses, and stores them for the next boot. The caller holds the lock for what all
    services share. Raises `Failure` `host-unfit`; then no slot must be started."""
    wanted = tuple(sorted(roles))
    if noted(paths) == wanted:
        return
    write(_file(paths), "".join(f"{address}\n" for address in wanted))
    restore(paths)


def restore(paths: Paths) -> None:
    """Restores the last walls; needs no Docker. Raises `Failure` `host-unfit`."""
    with locked(f"{paths.state}/walls.lock", TOOL_TIMEOUT):
        for end in [setting(each, wanted) for each, wanted in _wanted(paths)]:
            end()


def breached(paths: Paths) -> bool:
    """Whether a rule is missing. Changes nothing. Raises `Failure` `host-unfit`."""
    return looking(paths)()


def looking(paths: Paths) -> Callable[[], bool]:
    """Like `breached`, in the background; the returned function waits for the answer."""
    asked = [(wanted, _saving(each)) for each, wanted in _wanted(paths)]
    return lambda: [standing(saved()) for _, saved in asked] != [wanted for wanted, _ in asked]


def remove() -> None:
    """Removes the walls, once this host has no slot. If the tools are gone, so are the walls."""
    try:
        for each in _families():
            there = standing(_saving(each)())
            if there:
                _restore(each, _text((*_jumps_out(there), f"-X {FROM}", f"-X {TO}")))
    except Failure:
        return


def _jumps_out(there: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.replace("-A", "-D", 1) for line in there if not line.startswith(OWN))


def _text(lines: Iterable[str]) -> str:
    """For `iptables-restore --noflush`: naming a chain empties it, or creates it."""
    return "\n".join(("*mangle", f":{FROM} - [0:0]", f":{TO} - [0:0]", *lines, "COMMIT", ""))


def _wanted(paths: Paths) -> list[tuple[Family, tuple[str, ...]]]:
    """The rules of each family, by what is stored, and by Docker's configuration as it is now."""
    roles, names = noted(paths), name_servers()
    return [(each, rules(each.version, roles, names)) for each in _families()]


def noted(paths: Paths) -> tuple[str, ...]:
    """The stored addresses with access."""
    return tuple(read(_file(paths)).split())


def _file(paths: Paths) -> str:
    return f"{paths.state}/host-role"


def _families() -> tuple[Family, ...]:
    """A kernel without IPv6 needs no walls for it."""
    return FAMILIES if os.path.exists("/proc/net/if_inet6") else FAMILIES[:1]


def setting(family: Family, wanted: Sequence[str]) -> Callable[[], None]:
    """Sets these rules of one family, unless they are set, in parallel with the other family. The returned function waits until they are, and
    raises `Failure` `host-unfit`."""
    saved = _saving(family)

    def end() -> None:
        needed = change(wanted, saved())
        if needed:
            _restore(family, needed)

    return end


def _saving(family: Family) -> Callable[[], str]:
    return _begin(f"{family.name}-save", "-t", "mangle")


def _restore(family: Family, text: str) -> None:
    _begin(f"{family.name}-restore", "--noflush", "--wait", "10", text=text)()


def _begin(*argv: str, text: str = "") -> Callable[[], str]:
    """Starts a tool; the returned function waits for its output. Raises `Failure` with its message."""
    ended = tool.begin(*argv, text=text, timeout=TOOL_TIMEOUT)

    def printed() -> str:
        try:
            ran = ended()
        except TimeoutError as error:
            raise _unfit(f"{argv[0]} does not end") from error
        if ran is None:
            raise _unfit(f"{argv[0]} is missing")
        if ran.code:
            raise _unfit(f"{argv[0]}: {' '.join(ran.err.split())}")
        return ran.out

    return printed


def _unfit(words: str) -> Failure:
    detail = f"no container was started, because the walls between them could not be built: {words}"
    hint = "Install the package iptables, which Docker also needs; its tools need the kernel's table mangle"
    return Failure("host-unfit", detail, findings=(Finding("walls", detail, hint, True),))
