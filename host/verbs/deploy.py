"""deploy: takes one release of a service from its digest to serving traffic, or leaves everything as it was and says why."""

from __future__ import annotations

import os
from collections.abc import Mapping

from host import health, images, prepare, proxy, secrets, serve, slots, spec, start_canary
from host.attempt import Attempt, take_back
from host.heal import heal
from host.model import CanaryPlan, Failure, Image, Release, Slot
from host.report import Result
from host.run import Run, snapshot
from host.secrets import Secret

PLATFORMS = {"x86_64": "linux/amd64", "aarch64": "linux/arm64"}


def deploy(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; what was changed until then is in the attempt."""
    release = run.order.release
    if release is None:
        raise Failure("bad-payload", "field release is missing")
    attempt.release = release
    seen = prepare.engine(run)
    attempt.findings = prepare.look(run, seen, release)
    healed = heal(run, seen, release.name)
    attempt.found(healed)
    run.step("unchanged")
    values = secret_values(run, release)
    if slots.same_release(attempt.baseline, release.name) and already_serves(run, attempt, release, values):
        return settle(run, attempt, release)
    if healed.resumed is None or not resume(run, attempt, release, healed.resumed):
        make_slot(run, attempt, release, values)
        plan = canary_plan(run, attempt)
        if plan:
            start_canary.begin(run, attempt, release, plan)
            return canary_result(run, attempt, release)
        serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "deployed")


def secret_values(run: Run, release: Release) -> Mapping[str, Secret]:
    """The release's secrets, read by the host's own role. Raises `Failure`."""
    sources = release.web.secrets
    if not sources:
        return {}
    run.step("secrets")
    found = secrets.read(sources, run.order.region)
    run.keep_secret([secret.value for secret in found.values()])
    return found


def versions(values: Mapping[str, Secret]) -> dict[str, str]:
    """The versions of secrets, by variable."""
    return {name: secret.version for name, secret in values.items()}


def already_serves(run: Run, attempt: Attempt, release: Release, values: Mapping[str, Secret]) -> bool:
    """Whether the live slot is what is asked for: the release, with the secrets as they are now, seen to serve. A container that lost its
    place in the proxy gets it back."""
    live = attempt.baseline
    if live is None or versions(values) != dict(live.secrets):
        return False
    proxy.ensure(run, release.server)
    attempt.image = None
    return serve.proven(run, release, live)


def settle(run: Run, attempt: Attempt, release: Release) -> Result:
    """What is asked for serves already. What an attempt that was cut short left to be written down is written down now."""
    live = attempt.baseline
    seen = snapshot(run)
    if live is None:
        raise AssertionError("nothing serves")
    if seen.state.active == release.name and release.name in seen.state.history.releases:
        return served(run, attempt, release, "unchanged", live)
    slots.keep_restarting(run, live)
    serve.record(run, release)
    serve.prune(run, snapshot(run), release.name, None)
    serve.conclude(run, release)
    return served(run, attempt, release, "deployed", live)


def resume(run: Run, attempt: Attempt, release: Release, slot: Slot) -> bool:
    """The slot of an attempt that was cut short has the traffic already, and has to prove itself. One that does not is removed."""
    proxy.ensure(run, release.server)
    attempt.has(slot, slots.pid_of(run, slot))
    if serve.proven(run, release, slot):
        attempt.cut_over = True
        return True
    run.say(f"removing the slot of {release.name}, which was cut short and does not serve")
    attempt.cut_over = True
    take_back(run, attempt, Failure("not-serving", "it was cut short"))
    attempt.has(None)
    attempt.cut_over = False
    return False


def make_slot(run: Run, attempt: Attempt, release: Release, values: Mapping[str, Secret]) -> None:
    """A new slot of the release, healthy and reachable by the proxy, without traffic. Raises `Failure`."""
    run.step("pull")
    attempt.image = pulled(run, release)
    run.step("platform")
    refuse_platform(attempt.image)
    run.step("proxy")
    attempt.earlier_server = proxy.ensure(run, release.server)
    run.step("start")
    wanted = slots.Wanted(release, attempt.image, values, run.order.hosts, run.order.volume_data)
    slot = slots.make(run, wanted, lambda: void(pulled(run, release)))
    attempt.has(slot)
    attempt.has(slot, slots.pid_of(run, slot))
    run.step("health")
    attempt.health_code = health.wait(run, slot, attempt.process.pid, release.web.health).code


def void(_: object) -> None:
    """Takes a value that nobody needs."""


def pulled(run: Run, release: Release) -> Image:
    """The release's image on this host."""
    return images.pulled(run, snapshot(run), release.image, release.login, run.order.image_bytes)


def refuse_platform(image: Image) -> None:
    """Refuses an image for another kind of machine. Raises `Failure`."""
    machine = os.uname().machine
    host = PLATFORMS.get(machine, f"linux/{machine}")
    if image.platform != host:
        raise Failure("wrong-platform", f"the image is for {image.platform}, the host is {host}")


def canary_plan(run: Run, attempt: Attempt) -> CanaryPlan | None:
    """How the release begins with a share of the traffic; None where that is not wanted, or there is nothing to compare it with."""
    plan = run.order.canary
    if plan is None or (attempt.baseline is not None and attempt.baseline.running):
        return plan
    run.say("no canary: no release serves that it could be compared with")
    return None


def canary_result(run: Run, attempt: Attempt, release: Release) -> Result:
    """A canary has begun; what served before serves."""
    from host import canary

    if attempt.canary is None or attempt.baseline is None or attempt.slot is None:
        raise AssertionError("there is no canary")
    return Result(
        "canary",
        release=release.name,
        previous=attempt.previous,
        serving=attempt.baseline.digest,
        serving_release=attempt.baseline.release,
        health_code=attempt.health_code,
        findings=attempt.findings,
        secrets=attempt.slot.secrets,
        canary=canary.reading(run, attempt.canary, "healthy"),
    )


def served(run: Run, attempt: Attempt, release: Release, outcome: str, slot: Slot | None = None) -> Result:
    """The release serves."""
    from host import decide

    slot = slot or attempt.slot
    image = attempt.image
    kept = spec.volumes(run.key, release.web, image) if image else ()
    return Result(
        outcome,
        release=release.name,
        previous=attempt.previous,
        serving=release.digest,
        serving_release=release.name,
        health_code=attempt.health_code,
        findings=attempt.findings,
        served_after_ms=attempt.served_after_ms,
        secrets=slot.secrets if slot else {},
        volumes=tuple((volume.name, volume.path) for volume in kept),
        document=decide.summary(release),
    )
