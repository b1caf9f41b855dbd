"""Answers the proxy's questions whether a service is awake, and wakes it for that."""

from __future__ import annotations

import math
import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Callable, NamedTuple

from host.model.container import Slot
from host.model.failure import Failure
from host.previews import asleep, sleeping, unwoken, waker_socket
from host.run import Run, Snapshot
from host.state.locks import LockHeld, service_locked
from host.state.paths import Paths

if TYPE_CHECKING:
    import threading

PATIENCE = float(sleeping.PATIENCE)
"""Seconds for which a visitor waits."""
BUSY = 0.2
"""Seconds: for a try to lock a service that an order holds, and before the next try to accept a connection."""
MOST = 256
"""Visitors who wait at the same time for the attempts of others; others get the page at once."""
MOST_OF_ONE = 64
"""The same for one service, so that it cannot use up the places of others."""
FIRST_PAUSE, LAST_PAUSE = 5.0, 60.0
"""Seconds until a service that does not start is tried again. They double with each try."""


class Verdict(NamedTuple):
    """Whether a service is awake. `why`: it does not start; "" if it only needs more time. `pause`: seconds until the next try."""

    awake: bool
    why: str = ""
    pause: int = 0


AWAKE, LATER = Verdict(True), Verdict(False)


class Refused(NamedTuple):
    """The last try failed, and the next one comes `until` (seconds of the monotonic clock)."""

    why: str
    pause: float
    until: float


class Waking:
    """One attempt to wake a service, for all who come in the meantime."""

    def __init__(self) -> None:
        import threading

        self.over = threading.Event()
        self.waiting = 0
        self.verdict = LATER


class Waker:
    """Its attempts. `ended`: the process is to end. `run_of`: the means of an order for a service."""

    def __init__(self, paths: Paths, ended: threading.Event, run_of: Callable[[str], Run]) -> None:
        import threading

        self.paths = paths
        self.ended = ended
        self.run_of = run_of
        self.guard = threading.Lock()
        self.waiting = 0
        self.wakings: dict[str, Waking] = {}
        self.refused: dict[str, Refused] = {}

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
            awake, why, pause = self.woken(waker_socket.asked(connection))
            connection.sendall(waker_socket.GO if awake else waker_socket.not_started(why, pause) if why else waker_socket.LATER)

    def woken(self, key: str) -> Verdict:
        """Whether the service is awake. One visitor wakes it, and the others wait for that: so a release that does not start is tried once for all of
        them, and an order that waits for the service's lock gets its turn."""
        if not asleep.is_asleep(self.paths, key):
            return AWAKE
        with self.guard:
            refused = self.refused.get(key)
            left = refused.until - time.monotonic() if refused else 0
            if refused and left > 0:
                return Verdict(False, refused.why, math.ceil(left))
            begun = self.wakings.get(key)
            waking = begun or self.wakings.setdefault(key, Waking())
        return self.await_end(waking) if begun else self.attempt(key, waking)

    def await_end(self, waking: Waking) -> Verdict:
        """The result of another visitor's attempt."""
        with self.guard:
            if self.waiting >= MOST or waking.waiting >= MOST_OF_ONE:
                return LATER
            self.waiting += 1
            waking.waiting += 1
        try:
            return waking.verdict if waking.over.wait(PATIENCE) else LATER
        finally:
            with self.guard:
                self.waiting -= 1
                waking.waiting -= 1

    def attempt(self, key: str, waking: Waking) -> Verdict:
        """Wakes the service for all who wait."""
        try:
            waking.verdict = self.wake(key)
        finally:
            with self.guard:
                del self.wakings[key]
            waking.over.set()
        return waking.verdict

    def wake(self, key: str) -> Verdict:
        """Wakes the service, after any order that holds its lock."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not self.ended.is_set():
            if not asleep.is_asleep(self.paths, key):
                return AWAKE
            try:
                with service_locked(self.paths, key, BUSY, "a service waking up", new=False):
                    if asleep.is_asleep(self.paths, key):
                        began = time.monotonic()
                        asleep.wake(self.run_of(key), _again)
                        print(f"{key}: awake after {time.monotonic() - began:.1f} s", flush=True)
                    self.forget(key)
                    return AWAKE
            except LockHeld:
                continue
            except Exception as error:
                print(f"{key}: it does not wake: {error!r}", flush=True)
                return self.refuse(key, error) if asleep.is_asleep(self.paths, key) else AWAKE
        return LATER if asleep.is_asleep(self.paths, key) else AWAKE

    def refuse(self, key: str, error: Exception) -> Verdict:
        """The reason, which is shown until the next try. Without its stored words, such as on a full disk, only the cause: nothing else is masked."""
        why = unwoken.words(self.paths, key) or (error.cause if isinstance(error, Failure) else "program-failed")
        with self.guard:
            earlier = self.refused.get(key)
            pause = min(LAST_PAUSE, earlier.pause * 2) if earlier else FIRST_PAUSE
            self.refused[key] = Refused(why, pause, time.monotonic() + pause)
        return Verdict(False, why, math.ceil(pause))

    def forget(self, key: str) -> None:
        """The service was awake in the meantime, so the next visitor wakes it at once."""
        with self.guard:
            self.refused.pop(key, None)


def _again(run: Run, seen: Snapshot) -> Slot:
    """Imported when it is needed: it takes half of the program with it."""
    from host.previews import remade

    return remade.remade(run, seen)
