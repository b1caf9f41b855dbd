"""The proxy's metrics of a service: answers, errors and durations of its live slot and of its canary. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from host.edge.routes.handlers import ASKED, CANARY
from host.edge.routes.route import own_ports
from host.model.json import Json
from host.model.order import Bake
from host.model.release import Route

_DURATION = "caddy_http_request_duration_seconds_"
_EPOCH = ("caddy_config_last_reload_success_timestamp_seconds ", "process_start_time_seconds ")
CATCH_ALL = "_other"
"""Under this name, Caddy counts all names of a server without HTTPS that are in no route."""
_LABEL = r'(\w+)="((?:[^"\\]|\\.)*)"'


class Track(NamedTuple):
    """Number of answers, 5xx among them, their total microseconds, and how many stayed within each bound."""

    total: int = 0
    errors: int = 0
    micros: int = 0
    buckets: tuple[int, ...] = ()


class Counters(NamedTuple):
    """Counters of one `epoch`: they restart when a configuration is loaded or the proxy starts. `bounds` in seconds."""

    epoch: str
    bounds: tuple[float, ...]
    live: Track
    canary: Track


class _Sample(NamedTuple):
    kind: str
    bound: str
    errors: bool
    track: str
    value: float


def counters(metrics: str, service: str) -> Counters:
    """Reads metrics in Prometheus' text format. The label `host` is the track of a request; see `handlers`. A connection that was
    upgraded does not count."""
    lines = metrics.split("\n")
    samples = [sample for line in lines if line.startswith(_DURATION) for sample in _samples(line, service)]
    bounds = tuple(dict.fromkeys(one.bound for one in samples if one.kind == "bucket"))
    epoch = "".join(f"/{line.split()[1]}" for line in lines if line.startswith(_EPOCH))
    return Counters(epoch, tuple(float(one) for one in bounds), _track(samples, "live", bounds), _track(samples, "canary", bounds))


def counters_of_each(lines: Iterable[str], services: Collection[str]) -> dict[str, Counters]:
    """The counters of several services, of which a line is read only if one of them needs it: most are others'."""
    tracks = {f"{track}{service}": service for service in services for track in ("", CANARY)}
    epoch: list[str] = []
    own: dict[str, list[str]] = {service: [] for service in services}
    for line in lines:
        if line.startswith(_EPOCH):
            epoch.append(line)
        elif line.startswith(_DURATION) and (service := tracks.get(_name(line))):
            own[service].append(line)
    return {service: counters("\n".join((*epoch, *own[service])), service) for service in services}


def _name(line: str) -> str:
    return line.partition('host="')[2].partition('"')[0]


def own_names(routes: Mapping[str, Route]) -> frozenset[str]:
    """The names under which requests count whose visitors name a service's own domain and port, and no other."""
    tracks = (f"{asked}{track}{key}" for key in routes for asked in ("", ASKED) for track in ("", CANARY))
    domains = (
        f"{name}{port}"
        for route in routes.values()
        for name in (*route.domains, *route.tls.redirect_domains)
        for port in ("", *(f":{one}" for one in own_ports(route)))
    )
    return frozenset((*tracks, *domains, CATCH_ALL))


def is_other(line: str, own: Collection[str]) -> bool:
    """Whether a line counts under a name other than these."""
    return 'host="' in line and _name(line) not in own


def _samples(line: str, service: str) -> Iterator[_Sample]:
    kind = line[len(_DURATION) :].partition("{")[0]
    labels: Mapping[str, str] = dict(re.findall(_LABEL, line))
    track = {service: "live", f"{CANARY}{service}": "canary"}.get(labels.get("host", ""), "")
    code, bound = labels.get("code", ""), labels.get("le", "")
    # Before an entrance, the name is whatever the visitor sent.
    if labels.get("handler") != "subroute" or not track or code == "101" or bound == "+Inf":
        return
    try:
        yield _Sample(kind, bound, code.startswith("5"), track, float(line.rpartition(" ")[2]))
    except ValueError:
        return


def _track(samples: list[_Sample], track: str, bounds: tuple[str, ...]) -> Track:
    mine = [one for one in samples if one.track == track]
    counts = [one for one in mine if one.kind == "count"]
    return Track(
        total=_sum(counts),
        errors=_sum(one for one in counts if one.errors),
        micros=round(sum(one.value for one in mine if one.kind == "sum") * 1e6),
        buckets=tuple(_sum(one for one in mine if one.bound == bound) for bound in bounds),
    )


def _sum(samples: Iterator[_Sample] | list[_Sample]) -> int:
    return round(sum(one.value for one in samples))


def as_json(read: Counters) -> Json:
    """In the runner's format."""
    return {**read._asdict(), "live": read.live._asdict(), "canary": read.canary._asdict()}


def began(read: Counters) -> float:
    """When the counters started, in seconds since the epoch of the wall clock; 0 if the proxy does not say."""
    return max((float(one) for one in read.epoch.split("/") if re.fullmatch(r"\d+(\.\d+)?(e\+\d+)?", one)), default=0.0)


class Tally(NamedTuple):
    """The live track's answers since the tally started; `last` is the previous reading, None without one."""

    last: Counters | None = None
    seen: Track = Track()


def counted_on(tally: Tally, now: Counters) -> Tally:
    """The tally with another reading. If the counters restarted, because another service came or the proxy was replaced, all of theirs are newer than
    the last reading."""
    before = tally.last.live if tally.last and tally.last.epoch == now.epoch else Track()
    seen = Track(tally.seen.total + now.live.total - before.total, tally.seen.errors + now.live.errors - before.errors)
    return Tally(now, seen)


def too_many_errors(seen: Track, bake: Bake) -> bool:
    """Whether too many answers are errors, among enough answers to tell."""
    return seen.total > 0 and seen.total >= bake.min_requests and seen.errors / seen.total > bake.max_error_share
