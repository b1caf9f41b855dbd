"""canary: observes a canary, shifts its share, promotes or aborts it."""

from __future__ import annotations

import time

from host import docker, store
from host.canaries import canary
from host.checks import health, healthcheck
from host.checks.probe import probe
from host.edge import proxy
from host.model.container import Slot
from host.model.failure import Failure
from host.model.service import Canary
from host.release import doors, serve, slots
from host.release.attempt import Attempt
from host.release.told import served
from host.report import Result
from host.run import Run, snapshot


def act(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; the attempt has the changes so far."""
    run.step("canary")
    run.use(docker.connect())
    running = take_up(run, attempt)
    action = run.order.action
    if action == "promote":
        return promote(run, attempt, running)
    if action == "abort":
        raise aborted(run, attempt, running)
    if action == "shift":
        running = shifted(run, running)
    running = canary.renewed(running)
    store.save_canary(run.paths, run.key, running)
    attempt.canary = running
    return told(run, attempt, running)


def take_up(run: Run, attempt: Attempt) -> Canary:
    """The canary as the deploy left it. Raises `canary.Ended` if there is another one, or none."""
    running = store.load_canary(run.paths, run.key)
    if running is None:
        canary.set_share(run.paths, run.key, 0)
    if running is None or running.id != run.order.canary_id:
        raise canary.Ended("canary-ended", store.why_ended(run.paths, run.key, run.order.canary_id) or "it no longer exists")
    running = running._replace(release=doors.kept(run, running.release))
    seen = snapshot(run)
    attempt.canary = running
    attempt.had_share = True
    attempt.release = running.release
    attempt.earlier_route = running.earlier_route
    attempt.baseline = seen.live
    attempt.previous = seen.live.release if seen.live else ""
    slot = slots.find(seen.slots, running.slot)
    attempt.has(slot, slots.pid_of(run, slot) if slot else 0)
    return running


def shifted(run: Run, running: Canary) -> Canary:
    """The canary with its next share. A repeated, late order does not reset it to an earlier step's."""
    if run.order.step <= running.step:
        return running
    canary.set_share(run.paths, run.key, run.order.share)
    return running._replace(step=run.order.step, share=run.order.share)


def told(run: Run, attempt: Attempt, running: Canary) -> Result:
    """The data for the runner's verdict."""
    health_word = health_of(run, attempt, running)
    return Result(
        "canary",
        release=running.release.name,
        serving=attempt.baseline.digest if attempt.baseline else "",
        serving_release=attempt.baseline.release if attempt.baseline else "",
        canary=canary.reading(run, running, health_word),
    )


def health_of(run: Run, attempt: Attempt, running: Canary) -> str:
    """healthy, unhealthy, or exited. Two probes, because one can fail by chance; Docker itself repeats a HEALTHCHECK."""
    if not attempt.alive():
        return "exited"
    check = canary.web_of(running.release).health
    for pause in (0.3, 0):
        if health.answers(running.address, check) and not healthcheck.unhealthy(run, running.slot):
            return "healthy"
        time.sleep(pause)
    return "unhealthy" if attempt.alive() else "exited"


def promote(run: Run, attempt: Attempt, running: Canary) -> Result:
    """Gives the canary all traffic."""
    release = running.release
    if not attempt.alive():
        raise _died(run, attempt, Failure("canary-died"))
    attempt.image = docker.image(run.docker, release.image)
    proxy.restore(run, attempt.baseline)
    serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "deployed")


def aborted(run: Run, attempt: Attempt, running: Canary) -> Failure:
    """Why the runner aborts the canary, with what the host knows about it. The traffic goes first."""
    canary.set_share(run.paths, run.key, 0)
    failure = Failure(run.order.cause or "canary-ended", run.order.detail)
    if not attempt.alive():
        return _died(run, attempt, failure)
    if failure.cause == "canary-unhealthy" and attempt.slot:
        return _with(failure, unhealthy(run, attempt, running))
    return failure


def unhealthy(run: Run, attempt: Attempt, running: Canary) -> Failure:
    """Why a running canary is not healthy."""
    by_docker = healthcheck.unhealthy(run, running.slot)
    if by_docker:
        return by_docker
    check = canary.web_of(running.release).health
    return health.diagnosed(running.address, attempt.process.pid, check, probe(running.address, check))


def _died(run: Run, attempt: Attempt, failure: Failure) -> Failure:
    slot: Slot | None = attempt.slot
    return _with(failure, health.exited(run.docker, slot.id)) if slot else failure


def _with(failure: Failure, more: Failure) -> Failure:
    """The failure with further details."""
    detail = "; ".join(filter(None, (failure.detail, more.detail)))
    return Failure(failure.cause, detail, exit_code=more.exit_code, health_code=more.health_code, ports=more.ports, body=more.body)
