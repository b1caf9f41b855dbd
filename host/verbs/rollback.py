"""rollback: returns to an earlier verified release as it was made, from the container that was kept or from its document."""

from __future__ import annotations

from host import decide, docker, health, prepare, proxy, serve, slots, store
from host.attempt import Attempt
from host.heal import heal
from host.model import Failure, Finding, Release, Slot
from host.report import Result
from host.run import Run, Snapshot, snapshot
from host.verbs.deploy import already_serves, make_slot, secret_values, served, versions


def rollback(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; what was changed until then is in the attempt."""
    seen = prepare.engine(run)
    release = chosen(run, seen)
    attempt.findings = prepare.look(run, seen, release)
    attempt.release = release
    attempt.found(heal(run, seen, release.name))
    run.step("unchanged")
    live = attempt.baseline
    if live and slots.same_release(live, release.name) and already_serves(run, attempt, release, {}):
        return settle(run, attempt, release, live)
    kept = decide.kept_slot(snapshot(run).slots, release.name, live)
    if kept is None or not usable(run, attempt, release, kept) or not wake(run, attempt, release, kept):
        make_slot(run, attempt, release, secret_values(run, release))
    serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "rolled-back")


def chosen(run: Run, seen: Snapshot) -> Release:
    """The release to return to. Raises `Failure` that lists those that there are."""
    name = decide.rollback_target(seen.state, seen.live, run.order.base, run.order.release_name)
    if not name:
        raise not_found(run, seen, "no release was verified before the one that serves")
    if name not in seen.state.history.releases:
        raise not_found(run, seen, f"{name} is not known here")
    release = store.load_release(run.paths, run.key, name)
    if release is None:
        raise not_found(run, seen, f"the configuration of {name} is lost")
    return release


def not_found(run: Run, seen: Snapshot, words: str) -> Failure:
    """There is no such release; the others are named, newest first."""
    known = [name for name in reversed(seen.state.history.releases) if store.load_release(run.paths, run.key, name)]
    return Failure("release-not-found", f"{words}; there are: {' '.join(known) or 'none'}")


def settle(run: Run, attempt: Attempt, release: Release, live: Slot) -> Result:
    """The release serves already."""
    slots.keep_restarting(run, live)
    serve.record(run, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "unchanged", live)


def usable(run: Run, attempt: Attempt, release: Release, kept: Slot) -> bool:
    """Whether the kept container still is what the release is: its image is here, and its secrets are those of now. Where these cannot be
    read, it is better than nothing, and the runner is told."""
    if docker.image(run.docker, release.image) is None:
        return False
    if not release.web.secrets:
        return True
    try:
        now = versions(secret_values(run, release))
    except Failure as failure:
        words = f"the kept container has the secrets of its time; whether they changed is not known: {failure.detail}"
        attempt.findings += (Finding("secrets", words, "Heal the cause, then run command: restart.", fatal=False),)
        return True
    if now == dict(kept.secrets):
        return True
    run.say("secrets have changed since the container was kept; it is made anew")
    return False


def wake(run: Run, attempt: Attempt, release: Release, kept: Slot) -> bool:
    """Starts the kept container at its own address. False when it does not come up as it did; an unhealthy one would not be better anew."""
    run.step("proxy")
    attempt.earlier_server = proxy.ensure(run, release.server)
    run.step("wake")
    try:
        docker.start(run.docker, kept.id)
    except docker.DockerError as error:
        run.say(f"the kept container does not start; it is made anew: {error.words}")
        return False
    attempt.has(kept, slots.pid_of(run, kept))
    inspected = slots.inspected(run, kept)
    attempt.restarts = inspected is not None and inspected.restart_policy == "unless-stopped"
    try:
        attempt.health_code = health.wait(run, kept, attempt.process.pid, release.web.health).code
        return True
    except Failure as failure:
        if failure.cause not in ("exited", "out-of-memory"):
            raise
        run.say(f"the kept container ended; it is made anew: {failure.detail}")
    slots.stop(run, kept)
    attempt.has(None)
    attempt.restarts = False
    return False
