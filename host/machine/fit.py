"""Whether a host can carry out an order, judged before any change. Pure: `facts` has read the facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from host.docker.folders import CONTAINERD_FILE, DAEMON_FILE
from host.machine.facts import DATA_ROOT, Clock, Disk, Facts
from host.machine.network import choose_network, troubled
from host.model.failure import Failure, Finding
from host.model.release import Process
from host.options import limit_of

MB: Final = 1_000_000
LEAST_MEMORY: Final = 64 * MB
"""What the first container of any service needs."""
LITTLE_DISK: Final = 500 * MB
FEW_FILES: Final = 10_000
"""Free room on Docker's disk, in bytes and in files, below which there is a warning."""
CLOCK_WARNING: Final = 60.0
CLOCK_LIMIT: Final = 240.0
"""Seconds. AWS refuses signatures that are five minutes off:
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html"""
SLOW_DRIVERS: Final = ("vfs", "native", "devicemapper")
CAPABILITY_NUMBERS: Final = {"PERFMON": 38, "BPF": 39, "CHECKPOINT_RESTORE": 40}
"""Capabilities that came with Linux 5.8 and 5.9 (linux/capability.h). Docker refuses those that the kernel does not know."""
DISCARDED: Final = "discarded"
"""An order's word that gives up the data of the service."""


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
    judged = (_installed, _daemon, _disks, _lost_root, _limits, _options, _network, _firewall, _egress, _walls, _clock, _memory)
    findings = [finding for look in judged for finding in look(facts)]
    return tuple(sorted(findings, key=lambda finding: not finding.fatal))


def _installed(facts: Facts) -> Iterator[Finding]:
    if any(option.startswith("name=rootless") for option in _security(facts)):
        yield Finding(
            "rootless",
            "Docker runs rootless: the network of its containers is not reachable",
            "Install Docker as root",
            True,
        )
    if str(facts.info.get("DockerRootDir")).startswith("/var/snap/"):
        # https://github.com/canonical/docker-snap/issues/188
        yield Finding(
            "snap",
            "Docker is installed as a snap, which gives no container files of the host, but the proxy needs its configuration",
            "Remove it (snap remove docker), and install Docker's package, for example: apt-get install docker.io",
            True,
        )


def _security(facts: Facts) -> tuple[str, ...]:
    return tuple(facts.info.get("SecurityOptions") or ())


def _daemon(facts: Facts) -> Iterator[Finding]:
    swarm = (facts.info.get("Swarm") or {}).get("LocalNodeState") == "active"
    if not facts.info.get("LiveRestoreEnabled", True):
        yield _no_live_restore(swarm)
    if facts.info.get("Driver") in SLOW_DRIVERS:
        yield Finding(
            "storage-driver",
            f"the storage driver {facts.info['Driver']} is slow",
            f"Set storage-driver to overlay2 in {DAEMON_FILE}",
            False,
        )
    folders = _host_folders(facts.process) if any(option.startswith("name=userns") for option in _security(facts)) else ()
    if folders:
        yield Finding(
            "userns-remap",
            f"userns-remap: root in a container may not write to {', '.join(folders)}",
            "Use named volumes, or give the folders to the first id in /etc/subuid",
            False,
        )


def _no_live_restore(swarm: bool) -> Finding:
    hint = f'Add "live-restore": true to {DAEMON_FILE} and run: systemctl reload docker'
    return Finding(
        "live-restore",
        "live-restore is off: a restart of Docker stops the service",
        "Leave the swarm, which does not support it: docker swarm leave" if swarm else hint,
        False,
    )


def _host_folders(process: Process | None) -> tuple[str, ...]:
    parts = [volume.split(":") for volume in (process.volumes if process else ())]
    return tuple(part[0] for part in parts if part[0].startswith("/") and "ro" not in part[2:])


def _disks(facts: Facts) -> Iterator[Finding]:
    for disk in facts.disks:
        yield from _disk(disk)


def _disk(disk: Disk) -> Iterator[Finding]:
    where = f"{disk.what} {disk.root}"
    if not disk.writable:
        yield Finding("data-root", f"{where} is read-only", "Look for errors of the disk: dmesg", True)
    if disk.kind in ("tmpfs", "ramfs"):
        setting = f"data-root in {DAEMON_FILE}" if disk.what == DATA_ROOT else f"root in {CONTAINERD_FILE}"
        yield Finding("data-root", f"{where} is in memory, so a reboot loses it", f"Set {setting} to a folder on a disk", False)
    if disk.writable and (disk.free_bytes < LITTLE_DISK or disk.free_files < FEW_FILES):
        room = f"{disk.free_bytes // MB} MB and room for {disk.free_files} files are free in {where}"
        yield Finding("disk", room, "Set a larger volume-size with allow-replacement: true, or free space on the host", False)


def _lost_root(facts: Facts) -> Iterator[Finding]:
    if not facts.lost:
        return
    volumes = ", ".join(facts.lost.volumes)
    yield Finding(
        "data-root-moved",
        f"release {facts.lost.release} was deployed here, but is not in {DATA_ROOT} {facts.disks[0].root}"
        + (f"; the data of {volumes} is missing" if volumes else ""),
        f"Mount the earlier disk, or correct data-root in {DAEMON_FILE}"
        + (f". To begin without the data, add {DISCARDED} to volume-data" if volumes else ""),
        bool(volumes) and DISCARDED not in facts.volume_data,
    )


def _limits(facts: Facts) -> Iterator[Finding]:
    can = facts.info.get
    process = facts.process
    if process is None:
        return
    wanted = (("memory", process.memory_bytes, ("MemoryLimit",)), ("cpus", process.cpus, ("CpuCfsQuota", "CpuCfsPeriod")))
    for limit, value, needs in wanted:
        if value is not None and not all(can(one, True) for one in needs):
            kernel = f"this kernel (cgroup version {can('CgroupVersion', '?')})"
            yield Finding("limits", f"the input {limit} cannot be enforced by {kernel}", "Leave the limit out", True)
    if process.cpus is not None and process.cpus > can("NCPU", process.cpus):
        detail = f"the input cpus is {process.cpus:g}, but the host has {can('NCPU')}"
        yield Finding("limits", detail, "Use a larger instance-type", True)


def _options(facts: Facts) -> Iterator[Finding]:
    for path in facts.kit.missing:
        yield Finding("devices", f"the host has no device {path}", "Correct devices, or load the kernel module for it", True)
    process = facts.process
    if process is None:
        return
    asked = process.options.get
    if asked("gpus") and not facts.kit.gpus:
        hint = "Use an AMI with NVIDIA's driver and container toolkit (inputs ami and instance-type), or leave gpus out"
        yield Finding("gpus", "Docker on this host cannot give GPUs to a container: the NVIDIA container toolkit is missing", hint, True)
    # Docker itself reports if it cannot run it.
    if asked("init") and (facts.info.get("InitCommit") or {}).get("ID") == "N/A":
        yield Finding("init", "docker-init is missing on the host", "Install it (Debian's package tini), or set init: false", True)
    for name in asked("cap-add", ()):
        if CAPABILITY_NUMBERS.get(name, 0) > facts.kit.last_capability:
            yield Finding(
                "cap-add", f"the host's kernel is too old for {name}", "Leave it out, or use an AMI with Linux 5.9 or later", True
            )
    for name, _, hard in map(limit_of, asked("ulimits", ())):
        if name == "nofile" and not 0 <= hard <= facts.kit.open_files:
            detail = f"ulimits: nofile is above the host's fs.nr_open, {facts.kit.open_files}"
            yield Finding("ulimits", detail, "Lower it, or raise fs.nr_open by sysctl", True)


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


def _memory(facts: Facts) -> Iterator[Finding]:
    memory = facts.memory
    needed = max(LEAST_MEMORY, memory.live)
    if memory.limit is not None:
        needed = min(needed, memory.limit)
    if memory.available >= needed:
        return
    for_what = f"a second copy (the live one uses {memory.live // MB} MB)" if memory.live else "the service"
    yield Finding(
        "memory",
        f"the host has {memory.available // MB} MB of memory available, too little for {for_what}",
        "Use a larger instance-type, or set memory to what one copy needs",
        facts.verb == "deploy",
    )
