"""The name servers on this host that containers ask, as Docker's settings have it: https://docs.docker.com/engine/network/#dns-services"""

from __future__ import annotations

import socket
from collections.abc import Iterable

from host.docker.folders import DAEMON_FILE
from host.machine.blocks import address, block, number
from host.order import parsed
from host.state.files import read

RESOLVER_FILE = "/etc/resolv.conf"
OTHERS = tuple(map(block, ("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")))


def name_servers() -> tuple[str, ...]:
    """IPv4 addresses. Docker asks from the container's network, unless the address is a loopback one in the resolver's file: then from the host's.
    Without name servers of its own, it uses the resolver's, which are mostly elsewhere."""
    told = told_to_docker(read(DAEMON_FILE))
    return told or tuple(filter(_is_here, told_to_resolver(read(RESOLVER_FILE))))


def told_to_docker(text: str) -> tuple[str, ...]:
    """Those in the text of Docker's configuration. Its bridge, and so their address, may not be there yet."""
    told = parsed(text).get("dns")
    return _reachable(told) if isinstance(told, list) else ()


def told_to_resolver(text: str) -> tuple[str, ...]:
    """Those in the text of `resolv.conf`."""
    lines = (line.split() for line in text.splitlines())
    return _reachable([words[1] for words in lines if len(words) > 1 and words[0] == "nameserver"])


def _reachable(told: Iterable[object]) -> tuple[str, ...]:
    """The IPv4 addresses without those that mean the container itself, its link, or many hosts."""
    known = {number(one) or 0 for one in told if isinstance(one, str)}
    return tuple(address(one) for one in sorted(known) if not any(between.first <= one <= between.last for between in OTHERS))


def _is_here(server: str) -> bool:
    """Whether an address is this host's: the kernel gives a socket no other one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        try:
            one.bind((server, 0))
        except OSError:
            return False
    return True
