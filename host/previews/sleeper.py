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
from host.edge import caddy, traffic
from host.edge.stored import stored
from host.previews import asleep, sleeping, waker_socket
from host.previews.idleness import Seen, noticed
from host.release import slots
from host.run import Run, is_systemd, snapshot
from host.state import LockHeld, Paths, locked, services
from host.unattended.order import unattended_order
from host.unattended.units import SLEEPER
from host.unattended.watchdog import command, detach

LOOK = 5.0
"""Seconds between two looks at the counters."""
BUSY = 0.2


class Waking:
    """One attempt to wake a service, for all who come in the meantime."""

    def __init__(self) -> None:
        import threading

        self.over = threading.Event()
        self.awake = False


class Sleeper:
    """The process at work. `ended`: it is to end."""

    def __init__(self, paths: Paths) -> None:
        import threading

        self.paths = paths
        self.ended = threading.Event()
        self.waiting = threading.BoundedSemaphore(waker_socket.MOST)
        self.seen: dict[str, Seen] = {}
        self.guard = threading.Lock()
        self.wakings: dict[str, Waking] = {}

    def keep(self) -> None:
        """Serves until no service can sleep any more, or a signal comes."""
        import threading

        listener = waker_socket.listen(self.paths)
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        while asleep.can_sleep(self.paths):
            for key in services(self.paths):
                try:
                    self.look(key)
                except Exception as error:
                    # One service must not keep the others from waking.
                    print(f"{key}: {error!r}", flush=True)
            if self.ended.wait(LOOK):
                break
        self.ended.set()
        time.sleep(BUSY)

    def look(self, key: str) -> None:
        """Puts one service to sleep if nobody has come for as long as its route says."""
        route = stored(self.paths, key)
        if route is None or not route.sleep:
            return None
        if asleep.is_asleep(self.paths, key):
            return self.finish(key)
        if self.is_idle(key) and time.monotonic() - self.seen[key].since >= route.sleep:
            with suppress(LockHeld), locked(self.paths.lock(key), 0, "a service falling asleep", make=False):
                if not asleep.is_asleep(self.paths, key) and store.load_canary(self.paths, key) is None:
                    since = self.seen[key].since
                    slept = asleep.put_to_sleep(self.run(key), lambda: self.is_idle(key) and self.seen[key].since == since)
                    print(f"{key}: {'asleep' if slept else 'somebody came'}", flush=True)
        return None

    def is_idle(self, key: str) -> bool:
        """Whether nobody is being served. What the proxy does not tell counts as a visitor."""
        counted = caddy.counted(self.paths, key)
        open_requests = caddy.in_flight(self.paths, traffic.live_address(self.paths, key))
        if counted is None or open_requests != 0:
            self.seen[key] = Seen(counted.epoch, counted.live.total, time.monotonic()) if counted else Seen("", 0, time.monotonic())
            return False
        self.seen[key] = noticed(self.seen.get(key), counted.epoch, counted.live.total, time.monotonic())
        return True

    def finish(self, key: str) -> None:
        """Stops a sleeping service that runs: its waking was interrupted, and nobody waits any more."""
        self.seen.pop(key, None)
        with suppress(LockHeld), locked(self.paths.lock(key), 0, "a service falling asleep", make=False):
            run = self.run(key)
            live = snapshot(run).live
            if live and live.running and asleep.is_asleep(self.paths, key):
                slots.stop(run, live.id, live.name)

    def run(self, key: str) -> Run:
        """The means of an order."""
        return Run(unattended_order(key), self.paths, time.monotonic(), docker.connect())

    def accept(self, listener: socket.socket) -> None:
        """Gives each question of the proxy a thread of its own. Without descriptors or memory for another one, the proxy shows its page."""
        import threading

        while True:
            try:
                connection, _ = listener.accept()
            except OSError as error:
                print(f"no answer to the proxy: {error}", flush=True)
                time.sleep(BUSY)
                continue
            try:
                threading.Thread(target=self.answer, args=(connection,), daemon=True).start()
            except RuntimeError as error:
                print(f"no answer to the proxy: {error}", flush=True)
                connection.close()

    def answer(self, connection: socket.socket) -> None:
        """Answers 204 once the service is awake, or else 503, for which the proxy has a page."""
        with suppress(OSError), connection:
            connection.settimeout(5)
            key = waker_socket.asked(connection)
            free = self.waiting.acquire(blocking=False)
            try:
                awake = free and self.woken(key)
            finally:
                if free:
                    self.waiting.release()
            connection.sendall(waker_socket.GO if awake else waker_socket.LATER)

    def woken(self, key: str) -> bool:
        """Whether the service is awake. One visitor wakes it, and the others wait for that: so a release that does not start is tried once for all of
        them, and an order that waits for the service's lock gets its turn."""
        if not asleep.is_asleep(self.paths, key):
            return True
        with self.guard:
            begun = self.wakings.get(key)
            waking = begun or self.wakings.setdefault(key, Waking())
        if begun:
            return waking.over.wait(sleeping.PATIENCE) and waking.awake
        try:
            waking.awake = self.wake(key)
        finally:
            with self.guard:
                del self.wakings[key]
            waking.over.set()
        return waking.awake

    def wake(self, key: str) -> bool:
        """Wakes the service, after any order that holds its lock."""
        deadline = time.monotonic() + sleeping.PATIENCE
        while time.monotonic() < deadline and not self.ended.is_set():
            if not asleep.is_asleep(self.paths, key):
                return True
            try:
                with locked(self.paths.lock(key), BUSY, "a service waking up", make=False):
                    if asleep.is_asleep(self.paths, key):
                        began = time.monotonic()
                        asleep.wake(self.run(key))
                        print(f"{key}: awake after {time.monotonic() - began:.1f} s", flush=True)
                    return True
            except LockHeld:
                continue
            except Exception as error:
                print(f"{key}: it does not wake: {error!r}", flush=True)
                break
        return not asleep.is_asleep(self.paths, key)


def keep(paths: Paths) -> None:
    """The process of a host; ends at once if another one works."""
    with suppress(LockHeld), locked(_lock(paths), 10, f"{os.getpid()} {_program()}"):
        sleeper = Sleeper(paths)
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: sleeper.ended.set())
        sleeper.keep()


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
        if rest.startswith(_program()):
            return ""
        if pid.isdecimal():
            with suppress(OSError):
                os.kill(int(pid), signal.SIGTERM)
    detach(command("sleep"))
    return ""


def _lock(paths: Paths) -> str:
    return f"{paths.run}/sleeper.lock"


def _program() -> str:
    return os.path.abspath(host.__path__[0])
