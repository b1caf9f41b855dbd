"""A disk that is soon full."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def small(at: Path) -> Iterator[Path]:
    """A disk of a megabyte at this place."""
    at.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(at)], check=True)
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def fill(disk: Path) -> None:
    """Leaves no room on a disk."""
    with open(disk / "full", "wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
