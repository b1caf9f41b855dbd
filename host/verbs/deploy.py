"""deploy: takes one release of a service from its digest to serving traffic, or leaves everything as it was and reports why."""

from __future__ import annotations

from host.edge import proxy
from host.machine import oom, prepare
from host.model.container import Slot
from host.model.failure import Failure, Finding
from host.model.order import CanaryPlan
from host.model.release import Reach, Release, Route, Web
from host.previews import may_sleep
from host.release import doors, serve, slots
from host.release.attempt import Attempt, answers, take_back, with_serving
from host.release.heal import heal
from host.release.new_slot import proxy_secrets, run_jobs, secret_values, start_slot, versions, wanted_slot
from host.release.told import canary_begun, served, tell_certificates
from host.report import Result
from host.run import Run, snapshot
from host.workers.worker import apart, kind_of

NO_BASELINE = Finding(
    "no-canary",
    "no canary: the live release does not answer, so the new one got all traffic at once",
    "The log of the earlier container says why, as long as the host keeps it for a rollback: docker logs",
    False,
)


def deploy(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; the attempt has the changes so far."""
    release = run.order.release
    if release is None:
        raise Failure("bad-payload", "field release is missing")
    attempt.release = release
    seen = prepare.engine(run)
    attempt.findings = prepare.look(run, seen, release)
    healed = heal(run, seen, release.name)
    attempt.found(healed)
    run.step("compare")
    attempt.release = release = doors.brought(run, release)
    attempt.proxy_secrets = proxy_secrets(run, release)
    values = secret_values(run, release)
    live, earlier = attempt.baseline, proxy.stored_route(run.paths, run.key)
    if live and slots.same_release(live, release.name) and versions(values) == dict(live.secrets) and seen_to_serve(run, release, live):
        return settle(run, attempt, release, live, earlier)
    only_command = run.order.release_command == "only"
    if only_command and healed.resumed:
        return nothing_else(run, attempt, release)
    if healed.resumed is None or not resume(run, attempt, release, healed.resumed):
        refuse_canary(run, release)
        wanted = wanted_slot(run, attempt, release, values)
        run_jobs(run, attempt, wanted)
        if only_command:
            return nothing_else(run, attempt, release)
        start_slot(run, attempt, wanted)
        plan = canary_plan(run, attempt, release)
        if plan:
            from host.canaries import start

            start.begin(run, attempt, release, plan)
            return canary_begun(run, attempt, release)
        serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "deployed")


def seen_to_serve(run: Run, release: Release, live: Slot) -> bool:
    """Whether the live slot serves the release. If the proxy lost its route, restores it."""
    proxy.ensure(run, release.route)
    return serve.proven(run, release, live)


def settle(run: Run, attempt: Attempt, release: Release, live: Slot, earlier: Reach | None) -> Result:
    """The ordered release serves already, possibly with another route than `earlier`, such as with another door. Records what an interrupted attempt
    did not."""
    seen = snapshot(run)
    if seen.state.active == release.name and release.name in seen.state.history.releases:
        serve.remember(run, release)
        may_sleep.follow(run, release.route)
        tell_certificates(run, release.route)
        same = (earlier is None or earlier == release.route) and not attempt.proxy_secrets.exchanged
        return served(run, attempt, release, "unchanged" if same else "deployed", live)
    slots.keep_restarting(run, live)
    serve.record(run, release)
    serve.prune(run, snapshot(run), release.name, None)
    serve.conclude(run, release)
    return served(run, attempt, release, "deployed", live)


def resume(run: Run, attempt: Attempt, release: Release, slot: Slot) -> bool:
    """The slot of an interrupted attempt already has the traffic, and must prove itself. Otherwise it is removed."""
    attempt.alone = attempt.baseline is not None and apart(run, release, attempt.baseline)
    proxy.ensure(run, release.route)
    attempt.has(slot, slots.pid_of(run, slot))
    attempt.rank(oom.LIVE)
    if serve.proven(run, release, slot):
        attempt.cut_over = True
        return True
    run.say(f"removing the slot of {release.name}, which was interrupted and does not serve")
    attempt.cut_over = True
    take_back(run, attempt, Failure("not-serving", "it was interrupted"))
    attempt.has(None)
    attempt.cut_over = attempt.alone = False
    return False


def nothing_else(run: Run, attempt: Attempt, release: Release) -> Result:
    """The command of the release has run, now or before an interruption, and the order is for nothing else."""
    return with_serving(run, Result("unchanged", release=release.name, previous=attempt.previous, findings=attempt.findings))


def refuse_canary(run: Run, release: Release) -> None:
    """Refuses a canary with another protocol than the live release, which takes over its requests. Raises `Failure`."""
    route = proxy.stored_route(run.paths, run.key)
    new = release.route
    if run.order.canary and isinstance(route, Route) and isinstance(new, Route) and route.upstream != new.upstream:
        raise Failure("canary-upstream", f"the live release speaks {route.upstream}, but this one {new.upstream}")


def canary_plan(run: Run, attempt: Attempt, release: Release) -> CanaryPlan | None:
    """The canary of the release; None if none was ordered, or there is nothing to compare it with."""
    plan, baseline = run.order.canary, attempt.baseline
    if plan is None:
        return None
    if baseline is None or not baseline.running or not _share_visitors(run, release, baseline):
        run.say("no canary: there is no live release with visitors to compare it with")
        return None
    if not answers(run, baseline):
        run.tell(NO_BASELINE)
        return None
    return plan


def _share_visitors(run: Run, release: Release, baseline: Slot) -> bool:
    return all(isinstance(kind, Web) for kind in (release.kind, kind_of(run, baseline.release)))
