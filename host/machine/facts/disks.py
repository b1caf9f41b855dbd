"""The disks with Docker's data, and what is lost of that data."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from host import docker
from host.decide import owners
from host.run import Run, Snapshot
from host.store import volumes_told

DATA_ROOT: Final = "Docker's data-root"
IMAGES: Final = "the folder of containerd, which keeps Docker's images,"


class Disk(NamedTuple):
    """A disk with Docker's data. `what`: the data there; `kind`: its file system, such as `xfs`."""

    what: str
    root: str
    kind: str
    writable: bool
    free_bytes: int
    free_files: int


class Lost(NamedTuple):
    """A release was deployed here, but Docker knows no slot of the service, and either none of any other one, or `volumes` are gone as well."""

    release: str
    volumes: tuple[str, ...]


def disks_of(folders: docker.Folders, mounts: str) -> tuple[Disk, ...]:
    """The disk of Docker's data-root, and that of its images if it is another one."""
    root = disk_of(DATA_ROOT, folders.root, mounts)
    if os.stat(folders.root).st_dev == os.stat(folders.images).st_dev:
        return (root,)
    return (root, disk_of(IMAGES, folders.images, mounts))


def disk_of(what: str, root: str, mounts: str) -> Disk:
    """The disk of a folder. `mounts`: the text of /proc/self/mountinfo (proc_pid_mountinfo(5))."""
    disk = os.statvfs(root)
    free_files = disk.f_favail if disk.f_files else 1 << 63
    writable = not disk.f_flag & os.ST_RDONLY
    return Disk(what, root, file_system(os.path.realpath(root), mounts), writable, disk.f_bavail * disk.f_frsize, free_files)


def file_system(path: str, mounts: str) -> str:
    """The file system of a path; the last one mounted over it counts."""
    longest, kind = "", ""
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        point = head.split(" ")[4].replace("\\040", " ") if tail else ""
        if point and len(point) >= len(longest) and f"{path}/".startswith(f"{point.rstrip('/')}/"):
            longest, kind = point, tail.split(" ")[0]
    return kind


def lost_data(run: Run, found: Snapshot) -> Lost | None:
    """The release whose data is gone. It counts also if Docker has slots of other services: they can have come after it."""
    if found.slots or not found.state.active:
        return None
    present = docker.volumes(run.docker, f"docker-to-ec2.service={run.key}")
    volumes = tuple(sorted(volumes_told(run.paths, run.key) - set(present)))
    return None if owners(found.containers) and not volumes else Lost(found.state.active, volumes)
