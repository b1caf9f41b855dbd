"""Whether the disks with Docker's data can take a release, and still have that of earlier ones. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from host.docker.folders import CONTAINERD_FILE, DAEMON_FILE
from host.machine.facts.disks import DATA_ROOT, Disk
from host.machine.facts.facts import Facts
from host.model.failure import Finding

LITTLE_DISK: Final = 500_000_000
FEW_FILES: Final = 10_000
"""Free room on Docker's disk, in bytes and in files, below which there is a warning."""
DISCARDED: Final = "discarded"
"""An order's word that gives up the data of the service."""


def disks(facts: Facts) -> Iterator[Finding]:
    """Whether each disk takes data, keeps it, and has room."""
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
        room = f"{disk.free_bytes // 1_000_000} MB and room for {disk.free_files} files are free in {where}"
        yield Finding("disk", room, "Set a larger volume-size with allow-replacement: true, or free space on the host", False)


def lost_root(facts: Facts) -> Iterator[Finding]:
    """Whether the data of an earlier deploy is missing."""
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
