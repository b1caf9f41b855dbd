"""Processes that the kernel killed for memory, from its own log: https://www.kernel.org/doc/Documentation/ABI/testing/dev-kmsg

Docker's own report comes from a watcher of the control group, which can lose the race against the group's removal, and is
missing if a parent group ran out of memory, such as the whole host.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

RECORD = 8192
"""Bytes of the longest possible record."""


def ran_out_of_memory(container: str, log: str = "/dev/kmsg") -> bool:
    """Whether the kernel killed a process of a container for memory; False also if the log is not readable. `container`: a full id."""
    try:
        return killed_for_memory(_records(log), container)
    except OSError:
        return False


def killed_for_memory(records: Iterable[bytes], container: str) -> bool:
    """Pure. Only the kernel's own records count: their facility is 0. A record starts with a number whose lowest three bits are the level."""
    wanted = container.encode()
    for record in records:
        head, _, words = record.partition(b";")
        priority = head.partition(b",")[0]
        if words.startswith(b"oom-kill:") and priority.isdigit() and int(priority) < 8 and wanted in _victims_group(words):
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
