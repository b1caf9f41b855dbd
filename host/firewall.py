"""Whether the host's own firewall lets a TCP port in. What lies before the host, such as security groups, is not seen here."""

from __future__ import annotations

import socket

from host import iptables, nftables
from host.packets import Packet, outcomes
from host.state import read

TOOL_TIMEOUT = 5.0
"""Seconds."""


def look(port: int) -> str:
    """open, closed or unknown, by the rules that iptables-save and nft show; unknown where neither is there."""
    iptables_text, nft_text = _shown("iptables-save"), _shown("nft", "-j", "list", "ruleset")
    if iptables_text is None and nft_text is None:
        return "unknown"
    return verdict(iptables_text or "", nft_text or "", Packet(port, _device(read("/proc/net/route")), _address()))


def verdict(iptables_text: str, nft_text: str, packet: Packet) -> str:
    """open, closed or unknown, by the texts of `iptables-save` and `nft -j list ruleset`; "" has no rules. Pure."""
    ends = [
        *outcomes(iptables.chains(iptables_text, packet)),
        *outcomes(nftables.chains(nft_text, packet, iptables_text)),
    ]
    if {"drop"} in ends:
        return "closed"
    return "open" if all(end == {"accept"} for end in ends) else "unknown"


def _shown(*argv: str) -> str | None:
    """What a tool prints; None where it is not installed or fails."""
    import subprocess

    search = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
    try:
        return subprocess.run(argv, capture_output=True, text=True, check=True, env=search, timeout=TOOL_TIMEOUT).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def _device(routes: str) -> str:
    """The device of the default route, by the text of /proc/net/route; "" where there is none."""
    rows = [line.split() for line in routes.splitlines()]
    return next((row[0] for row in rows if len(row) > 7 and row[1] == row[7] == "00000000"), "")


def _address() -> str:
    """The address that the default route starts from. Nothing is sent: a datagram socket only looks for its route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])
