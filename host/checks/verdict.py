"""Why a running slot is not healthy: one cause, with the setting that helps."""

from __future__ import annotations

from typing import NamedTuple

from host.checks import sockets
from host.checks.probe import Probe
from host.checks.spoken import NAMES, Spoken, spoken
from host.model.failure import Failure
from host.model.release import Health


class Look(NamedTuple):
    """The observations of a slot. `last` is the last probe's result. `ports` are open in its network namespace; `inside`: whether it accepts
    a connection from there to its address. `spoken`: what the port answers to a connection from the host."""

    port: int
    last: Probe
    ports: sockets.Ports
    inside: bool
    spoken: Spoken


def look(address: str, pid: int, health: Health, last: Probe) -> Look:
    """Finds the listeners, and the port's protocol."""
    ip, _, text = address.rpartition(":")
    port = int(text)
    ports = sockets.listening(pid)
    if port not in ports.public:
        return Look(port, last, ports, False, Spoken("", False))
    said = spoken(address, health.host.partition(":")[0])
    return Look(port, last, ports, said.reached or sockets.takes(pid, ip, port), said)


def failure(seen: Look, health: Health) -> Failure:
    """The one cause. Pure."""
    cause, words = _cause(seen, health)
    return Failure(cause, words, health_code=seen.last.code or None, ports=seen.ports.public, body=seen.last.body)


def _cause(seen: Look, health: Health) -> tuple[str, str]:
    port, last, ports, inside, said = seen
    asked = f"port {port} at {health.path}"
    if port not in ports.public and not last.code:
        return _not_open(port, ports)
    if not said.reached and not last.code:
        return _not_reached(port, ports, inside)
    if said.protocol not in ("", health.upstream) and not (said.protocol == "http" and last.code):
        words = f"port {port} speaks {NAMES[said.protocol]}, not {NAMES[health.upstream]}"
        return "health-tls" if said.protocol == "https" else "health-protocol", words
    if last.forced:
        # A query can contain a token.
        place = last.location.partition("?")[0].partition("#")[0]
        return "health-redirect", f"answered {last.code} on {asked}, a redirect to {place}"
    if last.code:
        return "health-status", f"answered {last.code} on {asked}, wanted {health.codes}"
    if last.missed == "closed":
        return "health-closed", f"closed the connection without an answer on {asked}"
    if last.missed == "protocol":
        return "health-protocol", f"port {port} answers, but not in {NAMES[health.upstream]}"
    late = " until the time was over" if last.missed in ("refused", "unreachable") else ""
    return "health-no-response", f"gave no answer on {asked}{late}"


def _not_open(port: int, ports: sockets.Ports) -> tuple[str, str]:
    if port in ports.loopback:
        return "port-loopback", f"port {port} listens on the container's loopback address only"
    listed = ",".join(map(str, ports.public)) or "none"
    return "port-not-listening", f"nothing listens on port {port}; listening: {listed}"


def _not_reached(port: int, ports: sockets.Ports, inside: bool) -> tuple[str, str]:
    if inside:
        return "port-blocked", f"port {port} takes connections inside the container, but none from the host"
    if port in ports.ipv6:
        return "port-ipv6", f"port {port} listens on IPv6 only"
    return "port-not-listening", f"port {port} listens, but not on the container's own address"
