"""One order at work: its means, its progress and its log."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Callable, NamedTuple

from host import decide
from host.docker import Docker, DockerDown, containers, info_begun
from host.model.container import Container, Slot
from host.model.failure import Finding
from host.model.json import Json
from host.model.order import Order
from host.model.service import ServiceState
from host.report import hidden
from host.state.files import read
from host.state.paths import Paths
from host.store import load_state


class Log:
    """The log of an order: a file of the service, flushed line by line. Masks values of secrets."""

    def __init__(self, path: str) -> None:
        self._file = open(path, "w", encoding="utf-8", errors="replace", buffering=1)  # noqa: SIM115
        self.path = path

    def write(self, line: str, secret_values: Sequence[str] = ()) -> None:
        """Adds a line. A full disk must not stop the work."""
        try:
            self._file.write(f"{hidden(line, secret_values)}\n")
        except OSError:
            return


class Asked(NamedTuple):
    """Answers on their way, each with a function that waits for it: the output of `docker info`, whether the walls are incomplete, and all
    containers of the host."""

    info: Callable[[], Json]
    breached: Callable[[], bool]
    containers: Callable[[], tuple[Container, ...]]


class Run:
    """An order, its host, and the steps so far. `began`: seconds of the monotonic clock."""

    def __init__(self, order: Order, paths: Paths, began: float, docker: Docker | None = None) -> None:
        self.order = order
        self.paths = paths
        self._docker = docker
        self.asked: Asked | None = None
        self.began = began
        self.key = order.service
        self.steps: list[tuple[str, int]] = []
        self.secret_values: list[str] = []
        self.findings: list[Finding] = []
        self._log: Log | None = None
        self._step = ""
        self._step_began = began

    @property
    def docker(self) -> Docker:
        """Docker of this host. Raises `DockerDown` before it is ready."""
        if self._docker is None:
            raise DockerDown("no check yet")
        return self._docker

    def use(self, docker: Docker) -> None:
        """From here on, Docker is available."""
        self._docker = docker

    def info_begun(self) -> Callable[[], Json]:
        """Waits for the output of `docker info`: the answer that is on its way, once, or a new one."""
        asked, self.asked = self.asked, None
        return asked.info if asked else info_begun(self.docker)

    def open_log(self) -> None:
        """From here on, the service's log gets all lines."""
        self._log = Log(f"{self.paths.service(self.key)}/last.log")

    def log_text(self) -> str:
        """The log so far, also without secrets that became known only later."""
        return hidden(read(self._log.path), self.secret_values) if self._log else ""

    def say(self, line: str) -> None:
        """Says something about the work, in the log."""
        if self._log:
            self._log.write(line, self.secret_values)

    def tell(self, finding: Finding) -> None:
        """Logs a warning that the runner gets, too, however the order ends."""
        self.say(f"{finding.detail}. {finding.hint}")
        self.findings.append(finding)

    def step(self, name: str) -> None:
        """Starts a step, and ends the previous one."""
        self.end_step()
        self._step, self._step_began = name, time.monotonic()
        self.say(f"== {name} (after {self.elapsed_ms() / 1000:.1f} s)")

    def end_step(self) -> None:
        """Ends the current step, if any."""
        if self._step:
            self.steps.append((self._step, int((time.monotonic() - self._step_began) * 1000)))
        self._step = ""

    def keep_secret(self, values: Sequence[str]) -> None:
        """Masks these values from here on."""
        self.secret_values += [value for value in values if value and value not in self.secret_values]

    def elapsed_ms(self) -> int:
        """Milliseconds since the order arrived."""
        return int((time.monotonic() - self.began) * 1000)


class Snapshot(NamedTuple):
    """The state of a service: all containers of the host, its own slots, its stored state, and who has the traffic."""

    containers: tuple[Container, ...]
    slots: tuple[Slot, ...]
    state: ServiceState
    live: Slot | None


def snapshot(run: Run) -> Snapshot:
    """Reads Docker and the files. Raises `DockerError`."""
    return snapshot_of(run, containers(run.docker))


def snapshot_of(run: Run, present: tuple[Container, ...]) -> Snapshot:
    """The service among these containers."""
    slots = decide.slots_of(present, run.key)
    address = read(run.paths.live(run.key)).strip()
    return Snapshot(present, slots, load_state(run.paths, run.key), decide.live_slot(slots, address))


def boot_id() -> str:
    """Identifies one boot of this host."""
    return read("/proc/sys/kernel/random/boot_id").strip()


def boot_clock() -> float:
    """Seconds since the host was started; changing the clock does not affect it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def is_systemd() -> bool:
    """Whether systemd runs this host: https://www.freedesktop.org/software/systemd/man/latest/sd_booted.html"""
    return os.path.isdir("/run/systemd/system")
