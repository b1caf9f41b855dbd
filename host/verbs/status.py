"""status: what each service of this host serves, what it can return to, and any problems. Changes nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from host import decide, docker, store
from host.canaries import canary
from host.certificates import issued
from host.checks import healthcheck
from host.edge import caddy, proxy, traffic
from host.machine.facts import facts
from host.machine.fit import fit
from host.model.container import Container, Slot
from host.model.failure import Finding
from host.model.json import Json
from host.model.order import Order
from host.model.release import Web
from host.model.service import Canary
from host.previews import asleep, unwoken
from host.release import images
from host.release.attempt import has_digest, read_back
from host.release.spec import job_of
from host.run import Run, Snapshot, snapshot_of
from host.state.locks import is_service_locked
from host.state.paths import Paths, services
from host.workers.worker import kind_of


def status(order: Order, paths: Paths, began: float) -> Json:
    """All services of the host, or the requested one."""
    engine = _engine()
    present = docker.containers(engine) if engine else ()
    here = services(paths)
    keys = [key for key in here if order.service in ("", key)]
    runs = [Run(order._replace(service=key), paths, began, engine) for key in keys]
    known = frozenset(one for image in (docker.images(engine) if engine else ()) for one in image.digests)
    sizes = _sizes(engine) if engine else {}
    others = [key for key in guests(paths, here, present) if key not in keys]
    counters = caddy.counted_each(paths, keys) if runs else {}
    told = [{**of_service(run, snapshot_of(run, present), known, sizes), "traffic": traffic.visited(counters.get(run.key))} for run in runs]
    return {
        "outcome": "status",
        "services": _within_limit(told),
        "others": others,
        "kept": left_behind(engine, {*keys, *others}, sizes) if engine else (),
        "docker": docker.version(engine) if engine else "",
        "diskFreeBytes": images.disk_free(runs[0]) if runs and engine else 0,
        "findings": [one._asdict() for one in (*_certificates(runs), *(findings(runs[0], present) if runs and engine else ()))],
    }


def _within_limit(services: Sequence[Json]) -> Sequence[Json]:
    """Last lines of a service that does not wake only if it was asked for alone: those of all could be too long for an answer."""
    if len(services) == 1:
        return services
    return [{**one, "unwoken": one["unwoken"] and {**one["unwoken"], "logs": ""}} for one in services]


def _certificates(runs: list[Run]) -> list[Finding]:
    routes = {run.key: proxy.stored_route(run.paths, run.key) for run in runs}
    return [one for run in runs for one in issued.findings(run.paths, run.key, routes[run.key], time.time())]


def guests(paths: Paths, here: tuple[str, ...], present: tuple[Container, ...]) -> list[str]:
    """The keys of services with a release here, or with a deploy in progress: it can take long until that has a slot. The remains of a failed first
    release do not count."""
    kept = {key for key in here if store.load_state(paths, key).history.releases or is_service_locked(paths, key)}
    return sorted(kept | decide.owners(present) | {one.labels.get("docker-to-ec2.service", "") for one in present if _is_job_at_work(one)})


def _is_job_at_work(one: Container) -> bool:
    """Whether a container runs a command for a release, even if its order was killed: it may be changing data."""
    return one.state == "running" and job_of(one, one.labels.get("docker-to-ec2.service", "")) != ""


def left_behind(engine: docker.Docker, told: Set[str], sizes: Mapping[str, int]) -> list[str]:
    """Volumes with data of services of which this host has nothing else any more. Their removal kept them, and nobody else tells of them. `told`: the
    keys of the services of which an answer tells."""
    try:
        owned = docker.volume_owners(engine, "docker-to-ec2.service")
    except docker.DockerDown:
        return []
    return sorted(name for name, key in owned.items() if key not in told and sizes.get(name) != 0)


def _engine() -> docker.Docker | None:
    try:
        return docker.connect()
    except docker.DockerError:
        return None


def _sizes(engine: docker.Docker) -> Mapping[str, int]:
    """The sizes of volumes, if Docker returns them in time."""
    try:
        return docker.volume_sizes(engine)
    except docker.DockerError:
        return {}


def findings(run: Run, present: tuple[Container, ...]) -> tuple[Finding, ...]:
    """Findings about the host, including its firewall."""
    seen = snapshot_of(run, present)
    release = store.load_release(run.paths, run.key, seen.live.release) if seen.live else None
    return fit.judge(facts.gather(run, seen, release, ask_firewall=True))


def of_service(run: Run, seen: Snapshot, known: frozenset[str], sizes: Mapping[str, int]) -> Json:
    """One service, without its traffic."""
    live, asleep_now = seen.live, sleeps(run, seen.live)
    serving, healthy = serves(run, live) if live or not asleep_now else (_digest(run, seen.state.active), False)
    inspected = docker.inspect(run.docker, live.id) if live else None
    running = store.load_canary(run.paths, run.key)
    visited = isinstance(kind_of(run, live.release if live else seen.state.active), Web)
    return {
        "service": run.key,
        "release": live.release if live else seen.state.active if asleep_now else "",
        "serving": serving,
        "running": live is not None and live.running,
        "asleep": asleep_now,
        "unwoken": unwoken.told(run.paths, run.key) if asleep_now else None,
        "healthy": healthy,
        "healthcheck": inspected.health if inspected else "",
        "startedAt": inspected.started_at if inspected and live and live.running else "",
        "releases": [_kept(run, seen, name, known) for name in reversed(seen.state.history.releases)],
        "proxy": proxy.state(run.paths, seen.containers),
        "canary": _canary(running) if running and _attended(seen, running) else None,
        "drift": (*drift(run.paths, seen, running, asleep_now, visited), *_jobs(run, seen)),
        "secrets": live.secrets if live else {},
        "volumes": volumes(run, seen, sizes),
        "certificates": issued.told(run.paths, run.key, proxy.stored_route(run.paths, run.key)),
    }


def _jobs(run: Run, seen: Snapshot) -> Iterator[str]:
    return (f"leftover {one.name}" for one in seen.containers if job_of(one, run.key))


def sleeps(run: Run, live: Slot | None) -> bool:
    """Whether the live slot is stopped until the next visitor; or somebody has removed it, so that the next visitor gets a new one."""
    return asleep.is_asleep(run.paths, run.key) and not (live and live.running)


def _digest(run: Run, name: str) -> str:
    release = store.load_release(run.paths, run.key, name)
    return release.digest if release else ""


def serves(run: Run, live: Slot | None) -> tuple[str, bool]:
    """The digest that the proxy serves, or will once the service is awake, "" for none; and whether its answer and its HEALTHCHECK are healthy."""
    if live is None or not live.running:
        return (live.digest if live and sleeps(run, live) and has_digest(run, live.image, live.digest) else ""), False
    seen = read_back(run, live)
    return (live.digest, seen.good and not healthcheck.unhealthy(run, live.id)) if seen else ("", False)


def _kept(run: Run, seen: Snapshot, name: str, known: frozenset[str]) -> Json:
    release = store.load_release(run.paths, run.key, name)
    digest = release.digest if release else "none"
    return {
        "release": name,
        "container": any(slot.release == name for slot in seen.slots),
        "image": any(one.endswith(f"@{digest}") for one in known),
        "active": seen.live is not None and seen.live.release == name,
        "left": name in seen.state.history.left,
    }


def _canary(running: Canary) -> Json:
    return {"release": running.release.name, "share": running.share, "since": running.since}


def _attended(seen: Snapshot, running: Canary) -> bool:
    runs = any(slot.id == running.slot and slot.running for slot in seen.slots)
    return runs and not canary.is_overdue(running)


def drift(paths: Paths, seen: Snapshot, running: Canary | None, sleeping: bool, visited: bool) -> list[str]:
    """Problems, in words that the runner knows, each with its subject. A worker (not `visited`) needs no proxy."""
    state, live = seen.state, seen.live
    if not state.history.releases and live is None:
        return []
    words: list[str] = []
    proxy_state = proxy.state(paths, seen.containers)
    if visited and proxy_state != "running":
        words.append(f"proxy-{proxy_state}")
    if live is None and not sleeping:
        words.append("live-file-missing")
    elif live and not live.running and not sleeping:
        words.append(f"slot-not-running {live.name}")
    if running and not _attended(seen, running):
        words.append(f"canary-left {running.release.name}")
    return words + [f"leftover {name}" for name in _leftovers(seen, running)]


def _leftovers(seen: Snapshot, running: Canary | None) -> list[str]:
    """Any other running or unverified slot is left over from an interrupted attempt."""
    own = {seen.live.id if seen.live else "", running.slot if running and _attended(seen, running) else ""}
    others = [slot for slot in seen.slots if slot.id not in own]
    return [slot.name for slot in others if not slot.is_over or not decide.settled(seen.state, slot.release)]


def volumes(run: Run, seen: Snapshot, sizes: Mapping[str, int]) -> list[dict[str, Any]]:
    """The service's data on this host: volumes with their size in bytes (None if Docker does not report it), and paths of the host. The path
    is "" for a volume that no container has any more, such as one that was removed from the inputs; an empty one counts for nothing."""
    ids = {slot.id for slot in seen.slots}
    mounts = [mount for one in seen.containers if one.id in ids for mount in one.mounts]
    mounted = {mount.volume for mount in mounts}
    paths = {name: "" for name in _own_volumes(run) if name not in mounted and sizes.get(name) != 0}
    paths.update((mount.volume or mount.source, mount.path) for mount in mounts if mount.writable)
    return [{"name": name, "path": path, "bytes": sizes.get(name)} for name, path in sorted(paths.items())]


def _own_volumes(run: Run) -> tuple[str, ...]:
    """If Docker is down, the answer says so."""
    try:
        return docker.volumes(run.docker, f"docker-to-ec2.service={run.key}")
    except docker.DockerDown:
        return ()
