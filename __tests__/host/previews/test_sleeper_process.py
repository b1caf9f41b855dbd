"""The process that stops and wakes services: one, watched by systemd or replaced by the next order."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.caddy_bed import ROOT
from __tests__.host.support.patience import until
from __tests__.host.support.sleeper_bed import OTHER, PROGRAM, Bed, process_of
from host.previews import asleep, sleeper, waker_socket
from host.previews.overview import Overview
from host.previews.waker import Waker
from host.state.files import write
from host.state.paths import Paths


@contextmanager
def systemd_stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], int]]:
    """The socket for a unit's notifications. Yields a function that counts those of the watchdog that are there, or come within some seconds."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.bind(str(folder / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(folder / "notify"))

        def beats(seconds: float) -> int:
            found, deadline = 0, time.monotonic() + seconds
            while (left := deadline - time.monotonic()) > 0:
                one.settimeout(left)
                with suppress(TimeoutError):
                    found += one.recv(64) == b"WATCHDOG=1"
            return found

        yield beats


def test_notifies_systemd_until_it_hangs(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleeper, "LOOK", 0.1)
    hang = threading.Event()
    answer = Waker.answer

    def answer_or_hang(made: Waker, connection: socket.socket) -> None:
        if hang.is_set():
            time.sleep(3)
        answer(made, connection)

    monkeypatch.setattr(Waker, "answer", answer_or_hang)
    with systemd_stand_in(tmp_path, monkeypatch) as beats:
        keeping = threading.Thread(target=bed.sleeper.keep)
        keeping.start()
        until(lambda: beats(0.1))
        until(lambda: beats(0.1))
        hang.set()
        # Whatever was on its way: systemd would start it again.
        until(lambda: beats(2) == 0)
        bed.sleeper.ended.set()
        keeping.join()


def test_a_slow_stop_does_not_delay_checks_of_others(bed: Bed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sleeper, "LOOK", 0.1)
    monkeypatch.setattr(sleeper, "MOMENT", 0.2)
    looked: list[str] = []
    go_on = threading.Event()

    def look(key: str, _: Overview) -> None:
        looked.append(key)
        if key == bed.key:
            go_on.wait(300)

    monkeypatch.setattr(bed.sleeper, "look", look)
    with systemd_stand_in(tmp_path, monkeypatch) as beats:
        keeping = threading.Thread(target=bed.sleeper.keep)
        keeping.start()
        until(lambda: looked.count(OTHER) >= 3)
        assert looked.count(bed.key) == 1
        until(lambda: beats(0.1))
        go_on.set()
        bed.sleeper.ended.set()
        keeping.join()


def listener_of(paths: Paths) -> int:
    """The process that listens at the socket for the proxy, which is the bed's own until another one takes its place: unix(7), SO_PEERCRED."""
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(paths.waker)
        pid: int = struct.unpack("3i", one.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
        return pid


def is_stopped(pid: int) -> bool:
    """Whether all threads of a process are."""
    tasks = Path(f"/proc/{pid}/task").glob("*/stat")
    try:
        return all(one.read_text().rpartition(")")[2].split()[0] == "T" for one in tasks)
    except (FileNotFoundError, ProcessLookupError):
        # A thread has ended in between.
        return False


@pytest.mark.parametrize("hung", [True, False])
def test_without_systemd_the_next_order_replaces_only_a_hanging_sleeper(bed: Bed, monkeypatch: pytest.MonkeyPatch, hung: bool) -> None:
    argv = [sys.executable, "-c", PROGRAM, str(ROOT), *bed.paths]
    begun: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(sleeper, "is_systemd", lambda: False)
    monkeypatch.setattr(sleeper, "detach", lambda _argv: begun.append(subprocess.Popen(argv)))
    monkeypatch.setattr(sleeper, "START_PATIENCE", 2.0 if hung else 300.0)
    try:
        assert sleeper.ensure(bed.paths) == ""
        until(lambda: listener_of(bed.paths) == process_of(bed.paths) == begun[0].pid and waker_socket.answers(bed.paths, 1))
        if hung:
            begun[0].send_signal(signal.SIGSTOP)
            until(lambda: is_stopped(begun[0].pid))
        assert sleeper.ensure(bed.paths) == ""
        assert len(begun) == (2 if hung else 1)
        until(lambda: waker_socket.answers(bed.paths, 1) and process_of(bed.paths) == begun[-1].pid)
    finally:
        for one in begun:
            one.kill()
            one.wait()


def test_an_order_can_rely_on_a_sleeper_that_is_about_to_end(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[int] = []

    def kept(_paths: Paths) -> bool:
        served.append(1)
        # The order, just before the lock is free: it finds a process that works.
        write(bed.paths.sleep(bed.key), asleep.AWAKE)
        if len(served) == 2:
            os.unlink(bed.paths.sleep(bed.key))
        return False

    monkeypatch.setattr(sleeper, "_kept", kept)
    sleeper.keep(bed.paths)
    assert len(served) == 2
