"""Where the requests of a service go, by the proxy's answers and counters."""

from __future__ import annotations

import re
import time
from typing import Callable, NamedTuple

from host.checks.probe import code_fits
from host.edge import caddy
from host.edge.counters import Counters, as_json, began
from host.edge.routes.handlers import READBACK
from host.edge.routes.outside import visible_name, visible_path
from host.http.dial import Dial, Unreachable, tcp, unverified_tls
from host.http.http1 import ask
from host.model.json import Json
from host.model.release import Health, Route
from host.state.files import read
from host.state.paths import Paths

READING_PAUSE = 0.03
"""Seconds between two readings of the counters."""
ENOUGH = 60
"""Seconds of traffic that say how many requests come."""
READBACK_TIMEOUT = 6.0
"""Seconds; the proxy itself tries for five to reach a slot, and then reports that it could not."""


class Seen(NamedTuple):
    """The address that answered through the proxy ("" for none), its status (0 for none), and whether that is good."""

    address: str
    status: int
    good: bool = False


def readback(paths: Paths, route: Route, check: Health, header: tuple[str, str] | None = None) -> Seen:
    """Requests a service's health page from the proxy like a visitor on this host, and finds out which address answered. `header`: name and value
    of one more header. If the page is outside of the route, and so of visitors' reach, any answer of the application is good."""
    path, is_page = visible_path(route, check.path)
    headers = dict([(READBACK, read(paths.readback)), *([header] if header else [])])
    name = visible_name(route, check)
    try:
        answer = ask(_dial(route, name), "GET", path, headers=headers, timeout=READBACK_TIMEOUT, limit=0, host=name)
    except Unreachable:
        return Seen("", 0)
    address = answer.headers.get("x-docker-to-ec2-upstream", "")
    fits = code_fits(answer.status, check.codes) or not is_page
    return Seen(address, answer.status, fits) if re.fullmatch(r"[0-9.:]+", address) else Seen("", answer.status)


def _dial(route: Route, name: str) -> Dial:
    """Uses HTTPS if the service does. Does not check the certificate: `certificates` waits for a valid one."""
    return unverified_tls("127.0.0.1", route.tls.port, name) if route.tls.on else tcp("127.0.0.1", route.port)


def drain(paths: Paths, address: str, seconds: float, say: Callable[[str], None] = print) -> bool:
    """Waits until no request to `IP:PORT` is open; returns whether that was in time, and logs if it was not. Needs two readings of zero in a row,
    because a request may have read the old address and not be counted yet."""
    deadline = time.monotonic() + seconds
    quiet = 0
    while True:
        open_requests = caddy.in_flight(paths, address)
        quiet = quiet + 1 if open_requests == 0 else 0
        if quiet == 2:
            return True
        if time.monotonic() >= deadline:
            count = "unknown" if open_requests is None else open_requests
            say(f"stopped waiting for {count} requests to {address} after {seconds:g} s")
            return False
        time.sleep(READING_PAUSE)


def counters_now(paths: Paths, key: str) -> Json | None:
    """The counters of both tracks for the runner; None if the proxy does not answer."""
    counted = caddy.counted(paths, key)
    return as_json(counted) if counted else None


def visited(counted: Counters | None) -> Json | None:
    """How many requests the live slot has answered in how many seconds, by its counters; None without them, or if they are too new to tell."""
    seconds = round(time.time() - began(counted)) if counted and began(counted) else 0
    return {"requests": counted.live.total, "seconds": seconds} if counted and seconds >= ENOUGH else None


def live_address(paths: Paths, key: str) -> str:
    """The `IP:PORT` that the proxy dials for a service, or the IP of the live worker; "" for none."""
    text = read(paths.live(key)).strip()
    return text if re.fullmatch(r"[0-9.]+(:[0-9]+)?", text) else ""


def split(paths: Paths, key: str) -> str:
    """The stored threshold of the service's canary."""
    return read(paths.split(key)).strip()
