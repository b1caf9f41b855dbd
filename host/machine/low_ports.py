"""Ports that only root can listen on: ip(7), ip_unprivileged_port_start. The proxy is not root, so the ones that it needs are opened to all
users of the host. A reboot resets that."""

from __future__ import annotations

from collections.abc import Iterable

from host.model.failure import Failure, Finding
from host.state.files import read

LIMIT = "/proc/sys/net/ipv4/ip_unprivileged_port_start"
DEFAULT = 1024
"""Also for a kernel without this setting."""


def open_up(ports: Iterable[int]) -> None:
    """Lets any user listen on these ports and all above. Keeps a limit that is low enough. Raises `Failure` `host-unfit`."""
    lowest = min(ports, default=DEFAULT)
    limit = read(LIMIT).strip()
    if lowest >= int(limit or DEFAULT):
        return
    try:
        with open(LIMIT, "w", encoding="ascii") as file:
            file.write(str(lowest))
    except OSError as error:
        raise _unfit(lowest, error) from error


def _unfit(port: int, why: OSError) -> Failure:
    detail = f"the proxy, which is not root, may not listen on port {port}, and the host does not allow changing that: {why.strerror}"
    hint = f"Set net.ipv4.ip_unprivileged_port_start={port} on the host by sysctl, or serve on a port from {DEFAULT} on"
    return Failure("host-unfit", detail, findings=(Finding("low-ports", detail, hint, True),))
