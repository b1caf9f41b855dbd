"""Connections that wait for a listener which stops, in a network of its own with the kernel's own setting."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext, suppress
from typing import NamedTuple

import pytest

from __tests__.host.support.netns_bed import own_network
from __tests__.host.support.patience import until
from host.edge import accepting
from host.state.files import read

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
        clients = [stack.enter_context(socket.create_connection(("127.0.0.1", 8080), 60)) for _ in range(NUMBER)]
        yield Pair(stops, stays, clients)


def listener() -> socket.socket:
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    one.bind(("127.0.0.1", 8080))
    one.listen(NUMBER)
    one.settimeout(60)
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
    with ExitStack() as stack:
        held: list[socket.socket] = []

        def each_is_reset_or_accepted() -> bool:
            held.extend(map(stack.enter_context, accepted(pair.stays)))
            return sum(map(reached, pair.clients)) == len(held)

        # The kernel may deliver what one end has sent to the other one a little later.
        until(each_is_reset_or_accepted)
        assert (len(held) == NUMBER, held != [], read(accepting.MIGRATE)) == (migrating, True, "0\n")
    with pytest.raises(OSError, match="Invalid argument"):
        pair.stops.accept()


def test_stops_only_the_listener_of_a_running_process(pair: Pair) -> None:
    """Neither what has a number that belonged to the listener, nor anything of a process that is gone."""
    gone = os.fork() or os._exit(0)
    os.waitpid(gone, 0)
    accepting.stop(os.getpid(), {str(int(inode(pair.stops)) + 1_000_000)})
    accepting.stop(gone, {inode(pair.stops)})
    accepting.stop(0, {inode(pair.stops)})
    with ExitStack() as stack:
        held: list[socket.socket] = []

        def all_are_accepted() -> bool:
            held.extend(map(stack.enter_context, (*accepted(pair.stops), *accepted(pair.stays))))
            return len(held) == NUMBER

        until(all_are_accepted)
        assert all(map(reached, pair.clients))


def accepted(one: socket.socket) -> Iterator[socket.socket]:
    """The connections of all clients that are waiting."""
    one.setblocking(False)
    with suppress(BlockingIOError):
        while True:
            yield one.accept()[0]
