"""How a container ended, and whether the kernel killed it for its memory.

Docker's own report of that comes from a watcher of the control group, which can lose the race against the group's removal, and is missing if
a parent group ran out of memory, such as the whole host. So the kernel's own log counts, too:
https://www.kernel.org/doc/Documentation/ABI/testing/dev-kmsg
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from host import docker
from host.days import days_since_epoch

NOTICE_TIMEOUT = 10.0
"""Seconds that Docker may need to notice the end of a process: as good as none, unless the host has other work."""
MEMORY_TIMEOUT = 1.0
"""Seconds within which Docker reports an out-of-memory kill. It reports other kills just as late."""
SIGKILLED = 137
"""Exit code of a process killed by SIGKILL, such as by the kernel for memory."""
JOURNAL = 3600.0
"""Seconds of Docker's events to search for the end of a container."""
RECORD = 8192
"""Bytes of the longest possible record."""
DRIFT = 1e-4
"""Seconds that the clock of the kernel's log can be away from this program's for each one since the boot: it does not follow the network's time."""
PID_FILE = "/var/run/docker.pid"
"""Written by Docker when it starts."""
SLACK = 2.0
"""Seconds by which any two clocks can differ."""


class Ending(NamedTuple):
    """`code`: the exit code; None if Docker does not know it. `for_memory`: the kernel killed it for using too much memory."""

    code: int | None
    for_memory: bool


def of(daemon: docker.Docker, identity: str) -> Ending:
    """The last end of a container whose process is gone. Docker may need a moment to notice, and may have restarted it already. What happened before
    the start of the life that ended says nothing about it."""
    try:
        code, told, began = _end(daemon, identity)
    except docker.DockerError:
        code, told, began = docker.Death()
    age = time.time() - began
    return Ending(code, told or ran_out_of_memory(identity, age) or (code == SIGKILLED and _told_later(daemon, identity)))


def by_itself(daemon: docker.Docker, identity: str) -> bool:
    """Whether a container that has ended did so by itself: many a program reports success when it is told to end. If Docker's events no longer tell,
    its end counts if Docker has been running since before, because Docker ends containers when it ends itself. Raises `DockerError`."""
    signaled = docker.was_signaled(daemon, identity)
    if signaled is not None:
        return not signaled
    seen = docker.inspect(daemon, identity)
    return seen is not None and _epoch(seen.finished_at) > docker_began()


def docker_began() -> float:
    """When Docker was started, in seconds since the epoch; infinite if that is unknown."""
    try:
        return os.stat(PID_FILE).st_mtime
    except OSError:
        return float("inf")


def _end(daemon: docker.Docker, identity: str) -> docker.Death:
    deadline = time.monotonic() + NOTICE_TIMEOUT
    seen = docker.inspect(daemon, identity)
    while seen and seen.running and seen.restarts == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
        seen = docker.inspect(daemon, identity)
    if seen and not seen.running and seen.restarts == 0:
        return docker.Death(seen.exit_code, seen.oom_killed, _epoch(seen.started_at))
    now = time.time()
    return docker.last_death(daemon, identity, now - JOURNAL, now)


def _epoch(text: str) -> float:
    """Seconds since the epoch of a time that Docker reports, such as 2026-11-28T04:00:00.123456789Z; 0 if there is none."""
    try:
        year, month, day, hour, minute = (int(text[start:end]) for start, end in ((0, 4), (5, 7), (8, 10), (11, 13), (14, 16)))
        return ((days_since_epoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + float(text[17:].rstrip("Z"))
    except ValueError:
        return 0.0


def _told_later(daemon: docker.Docker, identity: str) -> bool:
    """Docker learns about the end of a container, and about the memory as its reason, from two events in either order."""
    deadline = time.monotonic() + MEMORY_TIMEOUT
    while time.monotonic() < deadline:
        time.sleep(0.05)
        seen = docker.inspect(daemon, identity)
        if seen is None or seen.oom_killed:
            return seen is not None
    return False


def ran_out_of_memory(container: str, age: float, log: str = "/dev/kmsg") -> bool:
    """Whether the kernel killed a process of a container for memory in the last `age` seconds; False also if the log is not readable. `container`: a
    full id."""
    try:
        return killed_for_memory(_records(log), container, since(age, time.monotonic()))
    except OSError:
        return False


def since(age: float, now: float) -> float:
    """Pure: the earliest time of a record in the log of something that is `age` seconds old. All records count if its age makes no sense, because
    somebody has set the clock."""
    return now - age - SLACK - DRIFT * now if age >= -SLACK else 0.0


def killed_for_memory(records: Iterable[bytes], container: str, since: float) -> bool:
    """Pure. Only the kernel's own records count: their facility is 0. A record starts with a number whose lowest three bits are the level; the third
    number are microseconds since the boot."""
    wanted = container.encode()
    for record in records:
        head, _, words = record.partition(b";")
        priority, _, at = (*head.split(b","), b"", b"")[:3]
        told = priority.isdigit() and int(priority) < 8 and at.isdigit() and int(at) / 1e6 >= since
        if told and words.startswith(b"oom-kill:") and wanted in _victims_group(words):
            return True
    return False


def _victims_group(words: bytes) -> bytes:
    """The control group of the killed process; its name ends with Docker's id, or systemd's `docker-<id>.scope`."""
    return words.partition(b",task_memcg=")[2].partition(b",task=")[0].rpartition(b"/")[2]


def _records(log: str) -> Iterator[bytes]:
    """Everything that the log still has. Each read returns a record, or an error for one that was overwritten in the meantime."""
    file = os.open(log, os.O_RDONLY | os.O_NONBLOCK)
    try:
        while True:
            try:
                record = os.read(file, RECORD)
            except BrokenPipeError:
                continue
            except BlockingIOError:
                return
            if not record:
                return
            yield record
    finally:
        os.close(file)
