"""Facts about a host, read in a few milliseconds without changing anything."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from typing import Final, NamedTuple

from host import docker
from host.decide import owners
from host.edge.routes.route import own_ports, ports
from host.edge.stored import gather as gather_routes
from host.machine.network import IpRoute, routes_of
from host.model.container import Network, Slot
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import NetworkPlan
from host.model.release import Process, Release, Route
from host.options import devices_of
from host.run import Run, Snapshot
from host.state.files import read
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


class Clock(NamedTuple):
    """Seconds by which the host's clock is ahead of another one. Not exact: the order may have waited."""

    ahead: float
    source: str
    exact: bool


class Memory(NamedTuple):
    """Bytes: available memory, the live container's own memory, and the limit of the new one (None: no limit)."""

    available: int
    live: int
    limit: int | None


class Kit(NamedTuple):
    """What container options need: requested devices that do not exist, whether Docker supports GPUs, the highest limit of open files,
    and the number of the kernel's last capability."""

    missing: tuple[str, ...]
    gpus: bool
    open_files: int
    last_capability: int


class Facts(NamedTuple):
    """The facts to judge. `key`: the service's; `process`: the container of the ordered release, if there is one; `shut_port`: one that the firewall
    blocks, 0 for none or unknown; likewise `breach`, a problem with the walls; `cut_off`: subnets of slots from which nothing beyond the host can be
    reached."""

    verb: str
    key: str
    volume_data: tuple[str, ...]
    info: Json
    disks: tuple[Disk, ...]
    lost: Lost | None
    process: Process | None
    networks: tuple[Network, ...]
    plan: NetworkPlan
    routes: tuple[IpRoute, ...]
    shut_port: int
    breach: str
    cut_off: tuple[str, ...]
    clock: Clock | None
    needs_aws: bool
    memory: Memory
    kit: Kit


def gather(run: Run, found: Snapshot, release: Release | None, *, ask_firewall: bool = False) -> Facts:
    """Reads the facts about the host for the ordered release. Raises `DockerError`.

    Checks the firewall for a port that is new on this host, and otherwise only on request: its tools are slow.
    """
    asked = run.info_begun()
    process = release.process if release else None
    needs_aws = bool(release and (release.process.secrets or release.login))
    networks = docker.networks(run.docker)
    return Facts(
        verb=run.order.verb,
        key=run.key,
        volume_data=run.order.volume_data,
        lost=_lost(run, found),
        process=process,
        networks=networks,
        plan=run.order.network,
        routes=routes_of(read("/proc/net/route")),
        shut_port=next((port for port in _ports(release) if _is_shut(run, port, ask_firewall)), 0),
        breach=_breach(run) if ask_firewall else "",
        cut_off=subnets_cut_off(networks) if ask_firewall else (),
        clock=_clock(run.order.now, needs_aws),
        needs_aws=needs_aws,
        memory=_memory(run, found, process),
        info=(info := asked()),
        disks=disks_of(docker.folders_of(info), read("/proc/self/mountinfo")),
        kit=_kit(info, process),
    )


def _ports(release: Release | None) -> tuple[int, ...]:
    return own_ports(release.route) if release and isinstance(release.route, Route) else ()


def _kit(info: Json, process: Process | None) -> Kit:
    """Docker supports GPUs if it finds this hook, or knows the runtime:
    https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html"""
    asked = devices_of(process.options) if process else ()
    hook = any(os.path.exists(f"{folder}/nvidia-container-runtime-hook") for folder in ("/usr/bin", "/usr/local/bin", "/usr/sbin"))
    return Kit(
        missing=tuple(path for path in asked if not _is_device(path)),
        gpus=hook or "nvidia" in (info.get("Runtimes") or {}),
        open_files=int(read("/proc/sys/fs/nr_open") or 0),
        last_capability=int(read("/proc/sys/kernel/cap_last_cap") or 63),
    )


def _is_device(path: str) -> bool:
    """For a folder, Docker takes all devices in it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return stat.S_ISBLK(mode) or stat.S_ISCHR(mode) or stat.S_ISDIR(mode)


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


def available_memory(text: str) -> int:
    """Bytes available to programs, including swap, from the text of /proc/meminfo (proc_meminfo(5))."""
    values = {name: rest.split()[0] for name, _, rest in (line.partition(":") for line in text.splitlines()) if rest}
    return sum(int(values.get(name, 0)) for name in ("MemAvailable", "SwapFree")) * 1024


def own_memory(text: str) -> int:
    """Bytes of memory.stat that a second copy would need, too: without files that the kernel can read again.

    https://docs.kernel.org/admin-guide/cgroup-v2.html and cgroup-v1/memory.html, whose totals include child groups.
    """
    values = dict(line.split(" ", 1) for line in text.splitlines() if " " in line)
    first = [name for name in ("total_rss", "anon") if name in values][:1]
    second = [name for name in ("total_shmem", "shmem") if name in values][:1]
    return sum(int(values[name]) for name in (*first, *second))


def memory_group(text: str) -> str:
    """The folder of a process's memory group, by its /proc/PID/cgroup (cgroups(7)); "" if there is none."""
    for line in text.splitlines():
        _, controllers, path = line.split(":", 2)
        if "memory" in controllers.split(","):
            return f"/sys/fs/cgroup/memory{path}"
    unified = [line[3:] for line in text.splitlines() if line.startswith("0::")]
    return f"/sys/fs/cgroup{unified[0]}" if unified else ""


def _memory(run: Run, found: Snapshot, process: Process | None) -> Memory:
    live = [slot for slot in found.slots if found.live and slot.running and slot.release == found.live.release]
    return Memory(available_memory(read("/proc/meminfo")), _used(run, live), process.memory_bytes if process else None)


def _used(run: Run, slots: Iterable[Slot]) -> int:
    seen = (docker.inspect(run.docker, slot.id) for slot in slots)
    groups = (memory_group(_now(f"/proc/{one.pid}/cgroup")) for one in seen if one and one.pid)
    return sum(own_memory(_now(f"{group}/memory.stat")) for group in groups if group)


def _now(path: str) -> str:
    """The text of a kernel file; "" if its process has ended."""
    try:
        return read(path)
    except OSError:
        return ""


def _lost(run: Run, found: Snapshot) -> Lost | None:
    """Lost data counts also if Docker has slots of other services: they can have come after it."""
    if found.slots or not found.state.active:
        return None
    present = docker.volumes(run.docker, f"docker-to-ec2.service={run.key}")
    volumes = tuple(sorted(volumes_told(run.paths, run.key) - set(present)))
    return None if owners(found.containers) and not volumes else Lost(found.state.active, volumes)


def _clock(now: float, needs_aws: bool) -> Clock | None:
    ahead = _ahead_of_aws() if needs_aws else None
    if ahead is not None:
        return Clock(ahead, "the metadata service", True)
    return Clock(time.time() - now, "the runner", False) if now else None


def _ahead_of_aws() -> float | None:
    from host.aws.imds import clock_skew

    return clock_skew()


def subnets_cut_off(networks: Iterable[Network]) -> tuple[str, ...]:
    """The subnets among those of slots whose traffic no longer leaves the host."""
    from host.machine import firewall

    return firewall.cut_off([network.subnet for network in networks if network.subnet])


def _breach(run: Run) -> str:
    from host.machine import walls

    try:
        return "rules of the packet filter are missing" if walls.breached(run.paths) else ""
    except Failure as failure:
        return failure.detail


def _is_shut(run: Run, port: int, ask_firewall: bool) -> bool:
    from host.machine import firewall

    return (ask_firewall or _is_new(run, port)) and firewall.shuts(port)


def _is_new(run: Run, port: int) -> bool:
    """Whether no service of this host uses this port yet."""
    return port not in ports(gather_routes(run.paths, {}).routes)
