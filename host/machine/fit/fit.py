"""Whether a host can carry out an order, judged before any change. Pure: `machine/facts` has read the facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from host.machine.facts.facts import Clock, Facts
from host.machine.fit.daemon import daemon, installed
from host.machine.fit.disks import disks, lost_root
from host.machine.fit.memory import memory
from host.machine.fit.options import limits, options
from host.machine.network import choose_network, troubled
from host.model.failure import Failure, Finding

CLOCK_WARNING: Final = 60.0
CLOCK_LIMIT: Final = 240.0
"""Seconds. AWS refuses signatures that are five minutes off:
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"""


class Unfit(Failure):
    """A host that cannot carry out the order, with all findings, fatal or not."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        detail = "; ".join(finding.detail for finding in findings if finding.fatal)
        super().__init__("host-unfit", detail, findings=findings)


def require(findings: tuple[Finding, ...]) -> None:
    """Raises `Unfit` with all findings if one of them is fatal."""
    if any(finding.fatal for finding in findings):
        raise Unfit(findings)


def judge(facts: Facts) -> tuple[Finding, ...]:
    """All problems for the order, and everything that somebody should know. Fatal findings come first."""
    judged = (installed, daemon, disks, lost_root, limits, options, _network, _firewall, _egress, _walls, _clock, memory)
    findings = [finding for look in judged for finding in look(facts)]
    return tuple(sorted(findings, key=lambda finding: not finding.fatal))


def _network(facts: Facts) -> Iterator[Finding]:
    if not facts.info.get("IPv4Forwarding", True):
        yield Finding(
            "forwarding",
            "IP forwarding is off, so containers reach nothing beyond this host",
            "Set net.ipv4.ip_forward = 1 in the last file of /etc/sysctl.d that has it, and run: sysctl --system",
            False,
        )
    for network, route in troubled(facts.networks, facts.plan, facts.routes):
        yield Finding(
            "network",
            f"the containers' network {network.name} ({network.subnet}) takes {route.cidr} ({route.owner})",
            f"The next deploy of {network.service} frees the addresses",
            False,
        )
    try:
        choose_network(facts.networks, facts.key, facts.plan, facts.routes)
    except Failure as failure:
        hint = "Set network to a block that the VPC does not use"
        yield Finding("network", failure.detail, hint, facts.verb != "rollback")


def _firewall(facts: Facts) -> Iterator[Finding]:
    if facts.shut_port:
        yield Finding(
            "firewall",
            f"the host's own firewall blocks port {facts.shut_port}",
            f"If visitors connect to it directly, open it, for example: ufw allow {facts.shut_port}/tcp",
            False,
        )


def cut_off(subnets: Sequence[str]) -> Finding:
    """What somebody should know about containers whose traffic no longer leaves the host."""
    return Finding(
        "cut-off",
        f"Docker's rules of the packet filter are gone, so containers of {', '.join(subnets)} reach nothing beyond this host",
        "Restart Docker, which makes them again; with live-restore, no container stops: systemctl restart docker",
        False,
    )


def _egress(facts: Facts) -> Iterator[Finding]:
    if facts.cut_off:
        yield cut_off(facts.cut_off)


def _walls(facts: Facts) -> Iterator[Finding]:
    if facts.breach:
        hint = "On a host with systemd, docker-to-ec2-walls.timer restores them; otherwise run command: restart"
        yield Finding("walls", f"the walls between the services are incomplete: {facts.breach}", hint, False)


def _clock(facts: Facts) -> Iterator[Finding]:
    clock = facts.clock
    if not clock or abs(clock.ahead) <= CLOCK_WARNING or _may_have_waited(clock):
        return
    way = "ahead of" if clock.ahead > 0 else "behind"
    yield Finding(
        "clock",
        f"the host's clock is {abs(clock.ahead):.0f} s {way} that of {clock.source}",
        "Start chrony with Amazon's time service 169.254.169.123",
        facts.needs_aws and facts.verb != "rollback" and abs(clock.ahead) > CLOCK_LIMIT,
    )


def _may_have_waited(clock: Clock) -> bool:
    """An order that waited for the host makes the host's clock look ahead of the runner's."""
    return not clock.exact and clock.ahead > 0
