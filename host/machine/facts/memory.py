"""The memory of the host, and what containers use of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from host import docker
from host.model.container import Slot
from host.model.release import Process
from host.run import Run, Snapshot
from host.state.files import read


class Memory(NamedTuple):
    """Bytes: available memory, the live container's own memory, and the limit of the new one (None: no limit)."""

    available: int
    live: int
    limit: int | None


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


def measured(run: Run, found: Snapshot, process: Process | None) -> Memory:
    """The memory for another container beside the live one."""
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
