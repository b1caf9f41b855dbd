"""Is a slot healthy, and if not, why: every failure gets one named cause."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from host import docker
from host.checks import healthcheck, kernel_log, sockets
from host.http.dial import Unreachable, tcp
from host.http.http1 import stream
from host.model import Failure, Health, Slot
from host.run import Run

PROBE_TIMEOUT = 5.0
FIRST_DELAY = 0.03
"""Seconds between the first probes; the pause grows to the interval asked for."""
PAUSE = 0.1
"""Seconds between two looks at what Docker says."""
BODY = 16_384
"""Bytes of an answer's body that are kept as evidence. More than is shown: secrets are masked before it is cut."""
_OOM = "the container was killed for using more memory than it may"
NOTICE_TIMEOUT = 2.0
"""Seconds that Docker may need to notice the end of a process."""
JOURNAL = 3600.0
"""Seconds of Docker's journal in which the end of a container is looked for."""


class Probe(NamedTuple):
    """What one request to a slot came to: the status, or 0 and `missed`, which is a kind of `Unreachable`. `location` is of a redirect."""

    code: int
    body: str = ""
    missed: str = ""
    location: str = ""


NO_ANSWER = Probe(0)


class Process(NamedTuple):
    """A process, told apart from a later one with the same id by its start (clock ticks since the boot)."""

    pid: int
    born: str


def process(pid: int) -> Process:
    """The process that has this id now."""
    return Process(pid, _born(pid))


def alive(one: Process) -> bool:
    """Whether a process is there still."""
    return one.born != "" and _born(one.pid) == one.born


def _born(pid: int) -> str:
    """proc(5), starttime; "" when it is gone, or has ended and nobody took note of it yet."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]


def code_fits(code: int, codes: str) -> bool:
    """Whether a status is one of `200-399` or `200,204,300-399`."""
    ranges = (one.partition("-") for one in codes.split(","))
    return any(int(low) <= code <= int(high or low) for low, _, high in ranges)


def probe(address: str, health: Health, timeout: float = PROBE_TIMEOUT) -> Probe:
    """One request, straight to the slot: redirects are answers too. The head of the answer counts; a body may be slow, or without end."""
    ip, _, port = address.rpartition(":")
    try:
        with stream(tcp(ip, int(port)), "GET", health.path, timeout=timeout, host=health.host or address) as answer:
            body = "" if code_fits(answer.status, health.codes) else _beginning(answer.pieces)
            return Probe(answer.status, body, location=answer.headers.get("location", ""))
    except Unreachable as error:
        return Probe(0, missed=error.kind)


def _beginning(pieces: Iterator[bytes]) -> str:
    body = bytearray()
    try:
        while len(body) < BODY and (piece := next(pieces, b"")):
            body += piece
    except Unreachable:
        pass
    return str(body[:BODY], "utf-8", "replace").replace("\0", "")


def answers(address: str, health: Health) -> bool:
    """Whether a slot answers one probe as it should."""
    return code_fits(probe(address, health).code, health.codes)


def wait(run: Run, slot: Slot, pid: int, health: Health) -> Probe:
    """Probes, quickly at first, until the slot is healthy, also by the HEALTHCHECK of its image, and gives its answer. Raises `Failure` with
    the one cause when it is not in time, or ends."""
    target = process(pid)
    deadline = time.monotonic() + health.timeout
    seen = _answer(run, slot, target, health, deadline)
    while not healthcheck.passed(run, slot.id, deadline, health.timeout):
        if not alive(target):
            raise exited(run.docker, slot.id, seen)
        time.sleep(PAUSE)
    return seen


def _answer(run: Run, slot: Slot, target: Process, health: Health, deadline: float) -> Probe:
    """The first answer that is as it should be."""
    delay = FIRST_DELAY
    last = NO_ANSWER
    while alive(target):
        seen = probe(slot.address, health, max(1.0, min(PROBE_TIMEOUT, deadline - time.monotonic())))
        if code_fits(seen.code, health.codes):
            return seen
        last = seen if seen.code or not last.code else last
        left = deadline - time.monotonic()
        if left <= 0:
            break
        time.sleep(min(delay, left))
        delay = min(delay * 1.5, max(FIRST_DELAY, health.interval))
    if not alive(target):
        raise exited(run.docker, slot.id, last)
    raise diagnosed(slot.address, target.pid, health, last)


def diagnosed(address: str, pid: int, health: Health, last: Probe) -> Failure:
    """Why a slot that runs is not healthy: asked of the kernel, and by one more connection."""
    from host.checks.spoken import spoken

    open_ports = sockets.listening(pid)
    port = int(address.rpartition(":")[2])
    protocol = spoken(address, health.host) if port in open_ports.public else ""
    return verdict(port, health, last, open_ports, protocol)


def verdict(port: int, health: Health, last: Probe, open_ports: sockets.Ports, protocol: str) -> Failure:
    """The one cause. `protocol` is what the port was found to speak instead of HTTP/1.1, "" where nothing was found. Pure."""
    cause, words = _cause(port, health, last, open_ports, protocol)
    return Failure(cause, words, health_code=last.code or None, ports=open_ports.public, body=last.body)


def _cause(port: int, health: Health, last: Probe, open_ports: sockets.Ports, protocol: str) -> tuple[str, str]:
    asked = f"port {port} at {health.path}"
    if protocol:
        return "health-protocol", f"port {port} speaks {protocol}; the proxy needs plain HTTP/1.1 there"
    if last.code and last.location.startswith("https:"):
        # A query may have a token in it.
        place = last.location.partition("?")[0].partition("#")[0]
        return "health-redirect", f"answered {last.code} on {asked}, a redirect to {place}, wanted {health.codes}"
    if last.code:
        return "health-status", f"answered {last.code} on {asked}, wanted {health.codes}"
    if port in open_ports.public:
        return _SILENCE[last.missed][0], _SILENCE[last.missed][1].format(port=port, asked=asked)
    if port in open_ports.loopback:
        return "port-not-listening", f"port {port} listens on the container's loopback address only; listen on 0.0.0.0"
    listed = ",".join(map(str, open_ports.public)) or "none"
    return "port-not-listening", f"nothing listens on port {port}; listening: {listed}"


_SILENCE = {
    "refused": ("port-not-listening", "port {port} listens, but not on the container's IPv4 address; listen on 0.0.0.0"),
    "closed": ("health-closed", "closes the connection without an answer on {asked}"),
    "protocol": ("health-protocol", "port {port} answers, but not in HTTP/1.1"),
    "timeout": ("health-silent", "accepts connections but gave no answer on {asked}"),
    "unreachable": ("health-silent", "the container's address cannot be reached on {asked}"),
    "": ("health-silent", "gave no answer on {asked}"),
}


def exited(daemon: docker.Docker, identity: str, last: Probe = NO_ANSWER) -> Failure:
    """The failure of a slot whose process is gone. Docker may need a moment to notice, and may have started another one already."""
    try:
        code, oom = _end(daemon, identity)
    except docker.DockerError:
        code, oom = None, False
    oom = oom or kernel_log.ran_out_of_memory(identity)
    known = "unknown" if code is None else code
    cause, words = ("out-of-memory", _OOM) if oom else ("exited", f"the container ended with exit code {known}")
    return Failure(cause, words, exit_code=code, health_code=last.code or None, body=last.body)


def _end(daemon: docker.Docker, identity: str) -> tuple[int | None, bool]:
    deadline = time.monotonic() + NOTICE_TIMEOUT
    seen = docker.inspect(daemon, identity)
    while seen and seen.running and seen.restarts == 0 and time.monotonic() < deadline:
        time.sleep(0.05)
        seen = docker.inspect(daemon, identity)
    if seen and not seen.running and seen.restarts == 0:
        return seen.exit_code, seen.oom_killed
    now = time.time()
    return docker.deaths(daemon, identity, now - JOURNAL, now)
