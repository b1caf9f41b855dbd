"""A server in a network namespace of its own, which nobody outside reaches: as behind a firewall."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

LISTENER = """
import socket, sys
family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
listener = socket.create_server((sys.argv[1], 0), family=family)
print(listener.getsockname()[1], flush=True)
sys.stdin.read()
"""


class Shut(NamedTuple):
    """The process, and the port that it listens on."""

    pid: int
    port: int


@contextmanager
def shut_off(address: str) -> Iterator[Shut]:
    command = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$0" -c "$1" "$2"', sys.executable, LISTENER, address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield Shut(process.pid, int(process.stdout.readline()))
        process.communicate()
