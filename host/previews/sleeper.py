"""Puts services to sleep that nobody visits, and wakes them for their next visitor: one small process for a host, while any service can sleep.

It is a unit of systemd, which starts it at each boot, or else a process that the next order starts again.
"""

from __future__ import annotations

import os
import signal
import socket
import time
from contextlib import suppress

import host
from host import docker, store
from host.edge import traffic
from host.edge.stored import stored
from host.model.release import Route
from host.previews import asleep, waker, waker_socket
from host.previews.idleness import Seen, noticed
from host.previews.overview import Overview, Visits, visits
from host.previews.waker import Waker
from host.release import slots
from host.run import Run, is_systemd, snapshot
from host.state.locks import LockHeld, locked, service_locked
from host.state.paths import Paths, services
from host.unattended.command import command, detach
from host.unattended.order import unattended_order
from host.unattended.units import SLEEPER

LOOK = 5.0
"""Seconds between two looks at the counters."""
MOMENT = 1.0
"""Seconds that a look at one service usually takes at most."""
START_PATIENCE = 10.0
"""Seconds within which a process that was started answers the proxy."""


class Sleeper:
    """The process at work. `ended`: it is to end."""

    def __init__(self, paths: Paths) -> None:
        import threading

        self.paths = paths
        self.ended = threading.Event()
        self.waker = Waker(paths, self.ended, lambda key: self.run(key))
        self.seen: dict[str, Seen] = {}
        self.looks: dict[str, threading.Thread] = {}
        self.next_beat = time.monotonic()

    def keep(self) -> None:
        """Serves until no service can sleep any more, or a signal comes."""
        import threading

        listener = waker_socket.listen(self.paths)
        threading.Thread(target=self.waker.accept, args=(listener,), daemon=True).start()
        while asleep.can_sleep(self.paths):
            self.tell_systemd()
            keys = services(self.paths)
            overview = Overview(self.paths, keys)
            for key in keys:
                self.begin_look(key, overview)
                self.tell_systemd()
            if self.ended.wait(LOOK):
                break
        self.ended.set()
        time.sleep(waker.BUSY)

    def begin_look(self, key: str, overview: Overview) -> None:
        """Looks after one service. Stopping it can take long, so after a moment this continues in parallel with other services."""
        import threading

        begun = self.looks.get(key)
        if begun and begun.is_alive():
            return
        self.looks[key] = threading.Thread(target=self.look_or_tell, args=(key, overview), daemon=True)
        self.looks[key].start()
        self.looks[key].join(MOMENT)

    def look_or_tell(self, key: str, overview: Overview) -> None:
        """A damaged service must not keep the others from waking."""
        try:
            self.look(key, overview)
        except Exception as error:
            print(f"{key}: {error!r}", flush=True)

    def tell_systemd(self) -> None:
        """Tells systemd now and then that the process works, if it does. Without that, systemd starts it again."""
        if time.monotonic() >= self.next_beat and waker_socket.answers(self.paths, MOMENT):
            beat()
            self.next_beat = time.monotonic() + LOOK

    def look(self, key: str, overview: Overview) -> None:
        """Puts one service to sleep if nobody has come for as long as its route says. The overview may be older: what it says is checked again under
        the service's lock."""
        route = stored(self.paths, key)
        if not isinstance(route, Route) or not route.sleep:
            return None
        if asleep.is_asleep(self.paths, key):
            return self.finish(key, overview)
        if self.is_idle(key, overview.visits()) and time.monotonic() - self.seen[key].since >= route.sleep:
            with suppress(LockHeld), service_locked(self.paths, key, 0, "a service falling asleep", new=False):
                if not asleep.is_asleep(self.paths, key) and store.load_canary(self.paths, key) is None:
                    since = self.seen[key].since
                    slept = asleep.put_to_sleep(
                        self.run(key), lambda: self.is_idle(key, visits(self.paths, [key])) and self.seen[key].since == since
                    )
                    self.waker.forget(key)
                    print(f"{key}: {'asleep' if slept else 'somebody came'}", flush=True)
        return None

    def is_idle(self, key: str, told: Visits) -> bool:
        """Whether nobody is being served. What the proxy does not tell counts as a visitor."""
        counted = told.counters.get(key)
        is_open = told.in_flight is None or told.in_flight.get(traffic.live_address(self.paths, key), 0) != 0
        if counted is None or is_open:
            self.seen[key] = Seen(counted.epoch, counted.live.total, time.monotonic()) if counted else Seen("", 0, time.monotonic())
            return False
        self.seen[key] = noticed(self.seen.get(key), counted.epoch, counted.live.total, time.monotonic())
        return True

    def finish(self, key: str, overview: Overview) -> None:
        """Stops all of a sleeping service that runs: its waking was interrupted, or failed late, and nobody waits any more."""
        self.seen.pop(key, None)
        if not overview.runs(key):
            return
        with suppress(LockHeld), service_locked(self.paths, key, 0, "a service falling asleep", new=False):
            run = self.run(key)
            for slot in snapshot(run).slots if asleep.is_asleep(self.paths, key) else ():
                if not slot.is_over:
                    slots.stop(run, slot.id, slot.name)

    def run(self, key: str) -> Run:
        """The means of an order."""
        return Run(unattended_order(key), self.paths, time.monotonic(), docker.connect())


def beat() -> None:
    """Tells systemd's watchdog that the process works: https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html"""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.sendto(b"WATCHDOG=1", f"\0{address[1:]}" if address.startswith("@") else address)


def keep(paths: Paths) -> None:
    """The process of a host; ends at once if another one works. An order that finds it at its end relies on it: so it looks again after that."""
    ended = False
    while not ended:
        try:
            with locked(_lock(paths), 10, f"{os.getpid()} {_program()}"):
                ended = _kept(paths)
        except LockHeld:
            return
        ended = ended or not asleep.can_sleep(paths)


def _kept(paths: Paths) -> bool:
    """Returns whether a signal ended it."""
    sleeper = Sleeper(paths)
    signals: list[int] = []

    def end(number: int, _frame: object) -> None:
        signals.append(number)
        sleeper.ended.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, end)
    sleeper.keep()
    return bool(signals)


def ensure(paths: Paths) -> str:
    """Makes sure that the process of this program works. Returns why it does not, in words."""
    if is_systemd():
        import subprocess

        done = subprocess.run(["systemctl", "start", SLEEPER], stdin=subprocess.DEVNULL, capture_output=True)
        return "" if done.returncode == 0 else f"systemctl start {SLEEPER}: {done.stderr.decode(errors='replace').strip()}"
    try:
        with locked(_lock(paths), 0):
            pass
    except LockHeld as held:
        pid, _, rest = str(held).partition(" ")
        hangs = rest.startswith(_program())
        if hangs and waker_socket.answers(paths, START_PATIENCE):
            return ""
        if pid.isdecimal():
            with suppress(OSError):
                os.kill(int(pid), signal.SIGKILL if hangs else signal.SIGTERM)
    detach(command("sleep"))
    return ""


def _lock(paths: Paths) -> str:
    return f"{paths.run}/sleeper.lock"


def _program() -> str:
    return os.path.abspath(host.__path__[0])
