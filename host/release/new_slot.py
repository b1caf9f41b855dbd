"""Creates a slot of a release, from its secrets and its image to its first healthy answer."""

from __future__ import annotations

import os
from collections.abc import Mapping

from host import store
from host.checks import health, healthcheck
from host.edge.pending import ready
from host.jobs import release_command, seed
from host.machine import oom
from host.model.container import Image
from host.model.failure import Failure
from host.model.release import Release, Route, Secret
from host.model.tls import NO_SECRETS, ProxySecrets
from host.release import assets, images, slots, spec
from host.release.attempt import Attempt
from host.run import Run, snapshot
from host.state.files import names_in
from host.unattended.command import outlive
from host.workers import worker

PLATFORMS = {"x86_64": "linux/amd64", "aarch64": "linux/arm64"}


def secret_values(run: Run, release: Release) -> Mapping[str, Secret]:
    """The release's secrets, read with the host's own role. Raises `Failure`."""
    sources = release.process.secrets
    if not sources:
        return {}
    from host.aws import secrets

    run.step("secrets")
    found = secrets.read(sources, run.order.region)
    run.keep_secret([secret.value for secret in found.values()])
    return found


def proxy_secrets(run: Run, release: Release) -> ProxySecrets:
    """Brings the proxy everything for the release's certificates, from secrets and from the previous host. Raises `Failure`."""
    folder, route = f"{run.paths.state}/proxy/certificates", release.route
    if not isinstance(route, Route) or (not route.tls.on and not names_in(folder)):
        return NO_SECRETS
    from host.certificates import bring

    return bring.brought(run, route)


def versions(values: Mapping[str, Secret]) -> dict[str, str]:
    """The versions of secrets, by variable."""
    return {name: secret.version for name, secret in values.items()}


def make_slot(run: Run, attempt: Attempt, release: Release, values: Mapping[str, Secret]) -> None:
    """A new, healthy slot of the release, in the proxy's reach, without traffic. Raises `Failure`."""
    start_slot(run, attempt, wanted_slot(run, attempt, release, values))


def wanted_slot(run: Run, attempt: Attempt, release: Release, values: Mapping[str, Secret]) -> slots.Wanted:
    """What a slot of the release is created from; its image is then here, and fits the host. Raises `Failure`."""
    run.step("pull")
    attempt.image = pulled(run, release)
    run.step("platform")
    refuse_platform(attempt.image)
    healthcheck.refuse_slow(attempt.image, release.check)
    kept = spec.volumes(run.key, release.process, attempt.image)
    spec.refuse_split_data(kept, run.order.hosts, run.order.volume_data)
    return slots.Wanted(release, attempt.image, values, kept)


def run_jobs(run: Run, attempt: Attempt, wanted: slots.Wanted) -> None:
    """What has to run to its end before the slot starts. Raises `Failure`, also if the runner has told the order to end: a job can take long, and
    cause an alarm itself."""
    release_command.run_before(run, attempt, wanted, lambda: pulled(run, wanted.release))
    seed.run_once(run, attempt, wanted, lambda: pulled(run, wanted.release))
    store.refuse_stopped(run.paths, run.key, run.order.id)


def start_slot(run: Run, attempt: Attempt, wanted: slots.Wanted) -> None:
    """A new, healthy slot, in the proxy's reach, without traffic. Raises `Failure`."""
    release = wanted.release
    if isinstance(release.route, Route):
        run.step("proxy")
        attempt.earlier_route = ready.for_release(run, release.route, attempt.baseline)
    make_way(run, attempt, release)
    run.step("start")
    slot = slots.make(run, wanted, lambda: pulled(run, release))
    attempt.has(slot)
    attempt.has(slot, slots.pid_of(run, slot))
    attempt.rank(oom.CANDIDATE)
    run.step("health")
    attempt.health_code = health.wait(run, slot, attempt.process.pid, release.check).code or None
    assets.keep(run, release)


def make_way(run: Run, attempt: Attempt, release: Release) -> None:
    """Stops the live slot before another one starts, if they must never run side by side. Raises `Failure` if it does not stop."""
    baseline = attempt.baseline
    if baseline and worker.apart(run, release, baseline):
        run.step("stop-first")
        if not attempt.alone:
            attempt.alone = True
            outlive(run, f"docker-to-ec2-way-back-{run.order.id}", "way-back", run.key)
        slots.stop(run, baseline.id, baseline.name)
        if slots.still_runs(run, baseline):
            raise Failure("docker-failed", f"{baseline.name} does not stop, and no other release can run beside it")


def pulled(run: Run, release: Release) -> Image:
    """The release's image on this host."""
    return images.pulled(run, snapshot(run), release.image, release.login, run.order.image_bytes)


def refuse_platform(image: Image) -> None:
    """Refuses an image for another architecture. Raises `Failure`."""
    machine = os.uname().machine
    host = PLATFORMS.get(machine, f"linux/{machine}")
    if image.platform != host:
        raise Failure("wrong-platform", f"the image is for {image.platform}, the host is {host}")
