"""Whether the host can give a container what its options say. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from host.machine.facts.facts import Facts
from host.model.failure import Finding
from host.options import limit_of

CAPABILITY_NUMBERS: Final = {"PERFMON": 38, "BPF": 39, "CHECKPOINT_RESTORE": 40}
"""Capabilities that came with Linux 5.8 and 5.9 (linux/capability.h). Docker refuses those that the kernel does not know."""


def limits(facts: Facts) -> Iterator[Finding]:
    """Whether the host can enforce the limits of the container."""
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


def options(facts: Facts) -> Iterator[Finding]:
    """Whether the host has what the options of the container need."""
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
