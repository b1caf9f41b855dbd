"""Certificates for a pending route: the proxy requests them while the earlier route of the service keeps serving."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Callable, NamedTuple

from host import docker
from host.certificates import issued
from host.edge import caddy, reconcile
from host.edge.container import proxies
from host.edge.container.proxies import Host
from host.edge.routes.route import certified, issued_by, lets_in, owner, pending
from host.model.failure import Failure
from host.model.release import Route
from host.model.tls import NO_TLS
from host.order import parsed
from host.run import Run
from host.state.files import read, write
from host.state.paths import Paths

PAUSE = 0.1
LOOK_AT_LOG = 1.0
"""Seconds between two looks at the certificates, and at the log."""
LOG = (2_000, 1 << 20)
"""Lines and bytes of the proxy's log to search for the authority's message."""
REFUSED = "HTTP 4"
"""Start of an authority's error other than its own outage. Another try would only use up the rate limit: RFC 8555, 6.7."""
LATER = r"retry after (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC"
"""How Let's Encrypt says when to ask again: https://letsencrypt.org/docs/rate-limits/. The header `Retry-After` is in no log."""
LONGEST = 7 * 86_400
"""Seconds: no common authority has a longer rate limit."""


def needed(paths: Paths, key: str, route: Route) -> bool:
    """Whether the proxy lacks certificates for names of a route."""
    if not route.tls.on or route.tls.own:
        return False
    memory = caddy.loaded(paths)
    same = [one for one in lets_in(memory.routes).values() if issued_by(one.tls) == issued_by(route.tls)] if memory else []
    ready = map(certified, same)
    return bool(certified(route).difference(*ready)) or bool(issued.without(paths, key, route, time.time()))


def replaces(earlier: Route, route: Route) -> bool:
    """Whether names need a certificate from another authority than their current one. Pure."""
    if earlier.tls.own or issued_by(earlier.tls) == issued_by(route.tls):
        return False
    return bool(certified(earlier) & certified(route))


def without_certificates(route: Route) -> Route:
    """The route, until the proxy manages its names."""
    return route._replace(tls=NO_TLS._replace(redirect_domains=route.tls.redirect_domains))


def wait(run: Run, route: Route, log: Callable[[], str]) -> None:
    """Waits for all certificates. Raises `Failure` `certificate-failed` with the authority's message if it refuses one, and after the order's
    `certificate_timeout`. `log` returns the proxy's latest lines."""
    memory = caddy.loaded(run.paths)
    if memory and pending(run.key) not in memory.routes:
        for finding in issued.findings(run.paths, run.key, route, time.time()):
            run.tell(finding)
        return
    began = time.time() - run.elapsed_ms() / 1000
    deadline = time.monotonic() + run.order.certificate_timeout
    looked = 0.0
    while missing := issued.without(run.paths, run.key, route, time.time()):
        if time.monotonic() - looked > LOOK_AT_LOG:
            looked = time.monotonic()
            name, words = _said(missing, log(), began, time.time())
            if words.startswith(REFUSED):
                _note(run.paths, run.key, route, Refusal(name, words), time.time())
            if words.startswith(REFUSED) or looked > deadline:
                raise _failure(name, words)
        time.sleep(PAUSE)


class Refusal(NamedTuple):
    """The refused name, and the authority's message."""

    name: str
    words: str


def _said(missing: tuple[str, ...], log: str, began: float, now: float) -> Refusal:
    """The authority's messages about the names without a certificate, a refusal first. Pure."""
    said = [Refusal(name, words) for name, words in refusals(log, began, now) if name in missing]
    refused = [one for one in said if one.words.startswith(REFUSED)]
    return (refused or said[::-1] or [Refusal(missing[0], "no answer came in time")])[0]


def _failure(name: str, words: str) -> Failure:
    return Failure("certificate-failed", f"{name}: {words}")


def _noted(paths: Paths, key: str) -> str:
    return f"{paths.service(key)}/refused.json"


def _note(paths: Paths, key: str, route: Route, refusal: Refusal, now: float) -> None:
    """Stores until when an authority must not be asked, if it says so."""
    until = min(_until(refusal.words), now + LONGEST)
    if until > now:
        write(_noted(paths, key), json.dumps({"issuer": repr(issued_by(route.tls)), "until": until, **refusal._asdict()}))


def _until(words: str) -> float:
    """In seconds since the epoch; 0 if the message has no time. Pure."""
    found = re.search(LATER, words)
    import calendar

    try:
        return calendar.timegm(time.strptime(found[1], "%Y-%m-%d %H:%M:%S")) if found else 0
    except ValueError:
        return 0


def refuse_early(paths: Paths, key: str, route: Route, now: float) -> None:
    """Raises `Failure` `certificate-failed`, with the message that an earlier order got, if the authority must not be asked again yet."""
    noted = parsed(read(_noted(paths, key)))
    name = str(noted.get("name", ""))
    if name not in certified(route) or noted.get("issuer") != repr(issued_by(route.tls)) or not noted.get("until", 0) > now:
        return
    if name in issued.without(paths, key, route, now):
        raise _failure(name, str(noted.get("words", "")))


def refusals(log: str, since: float, until: float) -> Iterator[tuple[str, str]]:
    """For each failed request of the proxy in this time, the name and the authority's message. Those of the future are of an earlier order, before
    the clock was set back. Pure."""
    for line in log.splitlines():
        if '"could not get certificate from issuer"' not in line:
            continue
        told = parsed(line)
        if since <= told.get("ts", 0) <= until:
            yield str(told.get("identifier", "")), _plain(str(told.get("error", "")))


def _plain(words: str) -> str:
    return " ".join(re.sub(r"urn:ietf:params:acme:error:", "", words).split())


def log_of(host: Host) -> str:
    """The proxy's latest log lines; "" if Docker does not return them."""
    try:
        return "\n".join(docker.logs(host.docker, one.id, *LOG) for one in proxies.running(host))
    except docker.DockerError:
        return ""


def asked_for(paths: Paths) -> tuple[str, ...]:
    """The services with a pending route."""
    memory = caddy.loaded(paths)
    return tuple(owner(key) for key in sorted(memory.routes) if key == pending(owner(key))) if memory else ()


def withdraw(paths: Paths, key: str) -> None:
    """Removes the pending route of a service. The caller holds the host's lock. Raises `Failure`."""
    if key in asked_for(paths):
        reconcile.leave_out(paths, pending(key))
