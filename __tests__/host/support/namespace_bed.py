"""A server in a network namespace of its own, which nobody outside reaches: as behind a firewall."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from __tests__.host.support.ports import free_port

LISTENER = """
import socket, sys
family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
listener = socket.create_server((sys.argv[1], int(sys.argv[2])), family=family)
print("ready", flush=True)
sys.stdin.read()
"""


class Shut(NamedTuple):
    """The process, and the port that it listens on."""

    pid: int
    port: int


@contextmanager
def shut_off(address: str) -> Iterator[Shut]:
    """Its port is one that nobody has outside either."""
    port = free_port()
    start = 'ip link set lo up && exec "$0" -c "$@"'
    command = ["unshare", "--net", "sh", "-c", start, sys.executable, LISTENER, address, str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "ready\n"
        yield Shut(process.pid, port)
        process.communicate()
