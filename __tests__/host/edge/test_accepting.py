"""Connections that wait for a listener which stops, in a network of its own with the kernel's own setting."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from typing import NamedTuple

import pytest

from __tests__.host.support.netns_bed import own_network
from host.edge import accepting
from host.state import read

NUMBER = 40


class Pair(NamedTuple):
    """Two listeners of one port, and clients whom neither has accepted yet."""

    stops: socket.socket
    stays: socket.socket
    clients: list[socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    with own_network(), ExitStack() as stack:
        stops, stays = (stack.enter_context(listener()) for _ in range(2))
        clients = [stack.enter_context(socket.create_connection(("127.0.0.1", 8080), 5)) for _ in range(NUMBER)]
        yield Pair(stops, stays, clients)


def listener() -> socket.socket:
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    one.bind(("127.0.0.1", 8080))
    one.listen(NUMBER)
    one.settimeout(5)
    return one


def inode(one: socket.socket) -> str:
    return str(os.fstat(one.fileno()).st_ino)


def reached(one: socket.socket) -> bool:
    """Whether a client is still connected, as far as it knows."""
    one.setblocking(False)
    try:
        return one.recv(1) != b""
    except BlockingIOError:
        return True
    except ConnectionResetError:
        return False


@pytest.mark.parametrize("migrating", [True, False])
def test_waiting_connections_reach_the_other_process_if_the_kernel_migrates_them(pair: Pair, migrating: bool) -> None:
    with accepting.migrating() if migrating else nullcontext():
        accepting.stop(os.getpid(), {inode(pair.stops)})
    left = list(map(reached, pair.clients))
    assert (all(left), any(left), read(accepting.MIGRATE)) == (migrating, True, "0\n")
    for _ in range(sum(left)):
        pair.stays.accept()[0].close()
    with pytest.raises(OSError, match="Invalid argument"):
        pair.stops.accept()


def test_stops_only_the_listener_of_a_running_process(pair: Pair) -> None:
    """Neither what has a number that belonged to the listener, nor anything of a process that is gone."""
    gone = os.fork() or os._exit(0)
    os.waitpid(gone, 0)
    accepting.stop(os.getpid(), {str(int(inode(pair.stops)) + 1_000_000)})
    accepting.stop(gone, {inode(pair.stops)})
    accepting.stop(0, {inode(pair.stops)})
    assert sum(taken(pair.stops) + taken(pair.stays) for _ in range(NUMBER)) == NUMBER


def taken(one: socket.socket) -> bool:
    """Whether a client was waiting."""
    one.setblocking(False)
    try:
        one.accept()[0].close()
    except BlockingIOError:
        return False
    return True
