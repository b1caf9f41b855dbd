"""remove: takes a service off this host, and with the last one the proxy and the networks. Can be repeated. Data stays unless the order says so."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

from host import decide, docker
from host.canaries import canary
from host.certificates.secret_files import forget_own
from host.edge import caddy, proxy
from host.machine import walls
from host.machine.network import of_service
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import Order
from host.release import images, slots
from host.release.spec import job_of
from host.run import Run, Snapshot, snapshot
from host.state.files import names_in
from host.state.files import remove as remove_file
from host.state.locks import host_locked, service_locked
from host.state.paths import Paths, services
from host.store import fence, give_up
from host.unattended import units

PATIENCE = 60
"""Seconds that a removal waits for a deploy of the service."""


def remove(run: Run) -> Json:
    """Removes the service; returns what it removed, which volumes stay, and the other services. Can be repeated. Raises `Failure`, `LockHeld`."""
    removed: list[str] = []
    kept: list[str] = []
    if _has_files(run) or _is_in_docker(run):
        with service_locked(run.paths, run.key, PATIENCE, "a removal"):
            fence(run.paths, run.key, run.order.token)
            kept = _remove_service(run, removed)
    with host_locked(run.paths):
        fence(run.paths, run.key, run.order.token)
        others = _others(run)
        if not others:
            _remove_all(run, removed)
    if others:
        proxy.stop_idle(run)
    return {"outcome": "removed", "removed": removed, "kept": kept, "others": others}


def _has_files(run: Run) -> bool:
    return os.path.isdir(run.paths.service(run.key)) or os.path.exists(run.paths.route(run.key))


def _is_in_docker(run: Run) -> bool:
    """Whether Docker has anything of the service. Without its files, such as after a disk was lost, its containers still run; and data that an
    earlier removal kept may go now."""
    present = docker.containers(run.docker)
    containers = decide.slots_of(present, run.key) or any(job_of(one, run.key) for one in present)
    return bool(containers or of_service(docker.networks(run.docker), run.key) or _volumes(run))


def _others(run: Run) -> list[str]:
    """The other services of the host: those with files, and those of which only containers are left, which the proxy still serves."""
    return sorted({*services(run.paths), *decide.owners(docker.containers(run.docker))} - {run.key})


def _remove_service(run: Run, removed: list[str]) -> list[str]:
    seen = snapshot(run)
    refs = _images(run, seen)
    canary.set_share(run.paths, run.key, 0)
    give_up(run.paths, run.key)
    with host_locked(run.paths):
        if proxy.leave_out(run):
            removed.append(f"route {run.key}")
    forget_own(run.paths, run.key)
    _remove_from_proxy(run.paths, run.key)
    _remove_slots(run, seen, removed)
    _remove_networks(run, removed)
    removed += [f"image {ref}" for ref in refs if _remove_image(run, ref)]
    shutil.rmtree(caddy.log_folder(run.paths, run.key), ignore_errors=True)
    shutil.rmtree(run.paths.service(run.key), ignore_errors=True)
    removed.append(f"folder {run.paths.service(run.key)}")
    return _keep_volumes(run, removed)


def _remove_from_proxy(paths: Paths, key: str) -> None:
    """Removes what the proxy reads about the service at each request: if the service returns, another one may have its address."""
    for path in (paths.live(key), paths.canary_address(key), paths.sleep(key)):
        remove_file(path)
    shutil.rmtree(paths.assets(key), ignore_errors=True)


def _keep_volumes(run: Run, removed: list[str]) -> list[str]:
    """The volumes that stay: all, unless the runner says that their data may go."""
    volumes = _volumes(run)
    gone = {one for one in volumes if "discarded" in run.order.volume_data and docker.remove_volume(run.docker, one)}
    removed += [f"volume {one}" for one in sorted(gone)]
    return [one for one in volumes if one not in gone]


def _volumes(run: Run) -> tuple[str, ...]:
    return docker.volumes(run.docker, f"docker-to-ec2.service={run.key}")


def _remove_slots(run: Run, seen: Snapshot, removed: list[str]) -> None:
    removed += slots.remove_jobs(run, seen.containers)
    for slot in seen.slots:
        if not slot.is_over:
            slots.stop(run, slot.id, slot.name)
        removed.append(slots.removed(run, slot.id, slot.name))
    removed += [f"{one.detail}. {one.hint}" for one in run.findings]


def _remove_networks(run: Run, removed: list[str]) -> None:
    for network in of_service(docker.networks(run.docker), run.key):
        if docker.remove_network(run.docker, network.name):
            removed.append(f"network {network.name}")


def _images(run: Run, seen: Snapshot) -> list[str]:
    """The images that the service has pulled: by its journal, and, because that can be lost with its files, those of its containers. Docker keeps one
    that another container has."""
    used = {slot.image for slot in seen.slots} | {one.image for one in seen.containers if job_of(one, run.key)}
    return sorted({*seen.state.pulled, *(ref for image in docker.images(run.docker) if image.id in used for ref in image.digests)})


def _remove_image(run: Run, ref: str) -> bool:
    """Whether an image was removed. One that Docker cannot remove, such as one with damaged layers, does not stop the removal of the service."""
    try:
        removed = images.drop(run, ref)
        if not removed and docker.image(run.docker, ref) is None:
            images.unmarked(run, ref)
        return removed
    except docker.DockerDown:
        raise
    except (docker.DockerError, OSError):
        return False


def _remove_all(run: Run, removed: list[str]) -> None:
    """Removes what the services of this host shared, with the last of them."""
    removed += proxy.remove(run)
    for network in docker.networks(run.docker):
        if docker.remove_network(run.docker, network.name):
            removed.append(f"network {network.name}")
    removed += _remove_host_files(run.paths)


def _remove_host_files(paths: Paths) -> list[str]:
    """Returns warnings about what stays."""
    walls.remove()
    units.uninstall()
    left = _remove_state(paths)
    shutil.rmtree(paths.run, ignore_errors=True)
    return left


def _remove_state(paths: Paths) -> list[str]:
    """Keeps the tokens: an earlier order may still arrive. Also keeps what the host does not let go of, such as a file system that somebody
    mounted there, and returns that."""
    there = [f"{paths.state}/{name}" for name in names_in(paths.state) if name != "tokens"]
    for path in there:
        shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            remove_file(path)
    with suppress(OSError):
        os.rmdir(paths.state)
    return [f"{path} stays: the host does not let go of all that is in it" for path in there if os.path.lexists(path)]


def remove_files(paths: Paths, order: Order) -> Json:
    """Like `remove`, on a host without Docker, which can have only files."""
    key, left = order.service, []
    with host_locked(paths):
        fence(paths, key, order.token)
        for path in (paths.next_route(key), paths.route(key)):
            remove_file(path)
        forget_own(paths, key)
        _remove_from_proxy(paths, key)
        shutil.rmtree(paths.service(key), ignore_errors=True)
        others = services(paths)
        if not others:
            left = _remove_host_files(paths)
    return {"outcome": "removed", "removed": left, "kept": [], "others": others}


def engine() -> docker.Docker | None:
    """Docker, or None on a host without it. Raises `Failure` if it does not answer: its containers are unknown then."""
    try:
        return docker.connect()
    except docker.DockerDown as error:
        if shutil.which("dockerd", path="/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin:/bin:/sbin:/snap/bin") is None:
            return None
        raise Failure("docker-failed", f"the Docker daemon does not answer: {error.words}") from error
