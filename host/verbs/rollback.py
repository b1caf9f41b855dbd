"""rollback: returns to an earlier verified release, unchanged: from the kept container, from its document, or from the document in the
order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from host import decide, docker, store
from host.checks import health
from host.edge.pending import ready
from host.machine import oom, prepare
from host.model.container import Slot
from host.model.failure import Failure, Finding
from host.model.release import Release, Route, Secret
from host.release import doors, serve, slots
from host.release.attempt import Attempt
from host.release.heal import heal
from host.release.new_slot import make_slot, make_way, proxy_secrets, secret_values, versions
from host.release.told import served
from host.report import Result
from host.run import Run, Snapshot
from host.verbs.deploy import seen_to_serve


def rollback(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; the attempt has the changes so far."""
    seen = prepare.engine(run)
    release = doors.kept(run, chosen(run, seen))
    attempt.findings = prepare.look(run, seen, release)
    attempt.release = release
    healed = heal(run, seen, release.name)
    attempt.found(healed)
    run.step("compare")
    live = attempt.baseline
    values = read_secrets(run, attempt, release)
    bring_certificate(run, attempt, release)
    if live and slots.same_release(live, release.name) and up_to_date(live, values) and seen_to_serve(run, release, live):
        return settle(run, attempt, release, live)
    kept = decide.kept_slot(healed.seen.slots, release.name, live)
    if kept is None or not usable(run, release, kept, values) or not wake(run, attempt, release, kept):
        if isinstance(values, Failure):
            raise values
        make_slot(run, attempt, release, values)
    serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "rolled-back")


def chosen(run: Run, seen: Snapshot) -> Release:
    """The release to return to, as stored here, or else as in the order. Raises `Failure` with a list of the stored ones."""
    name = decide.rollback_target(seen.state, seen.live, run.order.base, run.order.release_name)
    if not name:
        raise not_found(run, seen, "no release was verified before the live one")
    known = name in seen.state.history.releases
    release = store.load_release(run.paths, run.key, name) if known else None
    brought = run.order.release
    if release is None and brought and brought.name == name:
        return brought
    if not known:
        raise not_found(run, seen, f"{name} is unknown here")
    if release is None:
        raise not_found(run, seen, f"the configuration of {name} is lost")
    return release


def not_found(run: Run, seen: Snapshot, words: str) -> Failure:
    """The release is unknown; lists the others, newest first."""
    known = [name for name in reversed(seen.state.history.releases) if store.load_release(run.paths, run.key, name)]
    return Failure("release-not-found", f"{words}; there are: {', '.join(known) or 'none'}")


def settle(run: Run, attempt: Attempt, release: Release, live: Slot) -> Result:
    """The release serves already."""
    slots.keep_restarting(run, live)
    serve.record(run, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "unchanged", live)


def read_secrets(run: Run, attempt: Attempt, release: Release) -> Mapping[str, Secret] | Failure:
    """The release's current secrets, or why they cannot be read. In that case an existing container is used, and the
    runner gets a warning."""
    try:
        return secret_values(run, release)
    except Failure as failure:
        words = f"unknown whether secrets have changed: {failure.detail}"
        attempt.findings += (Finding("secrets", words, "Fix the cause, then run command: restart.", fatal=False),)
        return failure


def bring_certificate(run: Run, attempt: Attempt, release: Release) -> None:
    """The certificate from the current secret. If that cannot be read, the existing one stays."""
    try:
        attempt.proxy_secrets = proxy_secrets(run, release)
    except Failure as failure:
        from host.certificates.secret_files import own_path

        own = release.route.tls.own if isinstance(release.route, Route) else ""
        if not own or not os.path.exists(own_path(run.paths, run.key, own)):
            raise
        words = f"the existing certificate stays: {failure.detail}"
        attempt.findings += (Finding("certificate", words, "Fix the cause, then run command: restart.", fatal=False),)


def up_to_date(slot: Slot, values: Mapping[str, Secret] | Failure) -> bool:
    """Whether a container has the current secrets, as far as that is known."""
    return isinstance(values, Failure) or versions(values) == dict(slot.secrets)


def usable(run: Run, release: Release, kept: Slot, values: Mapping[str, Secret] | Failure) -> bool:
    """Whether the kept container still matches the release: its image exists, and its secrets are current."""
    if docker.image(run.docker, release.image) is None:
        return False
    if up_to_date(kept, values):
        return True
    run.say("secrets have changed since the container was kept; creating it again")
    return False


def started(run: Run, attempt: Attempt, release: Release, kept: Slot) -> bool:
    """Starts the kept container, and prepares the proxy meanwhile. If that fails, the container returns to its previous state."""
    starting = docker.start_begun(run.docker, kept.id)
    try:
        if isinstance(release.route, Route):
            attempt.earlier_route = ready.for_release(run, release.route, attempt.baseline)
    except Exception:
        with suppress(docker.DockerError):
            starting()
            slots.stop(run, kept.id, kept.name)
        raise
    try:
        starting()
        return True
    except docker.DockerError as error:
        run.say(f"the kept container does not start; creating it again: {error.words}")
        return False


def wake(run: Run, attempt: Attempt, release: Release, kept: Slot) -> bool:
    """Starts the kept container at its own address. False if it does not start as before; an unhealthy one would be no better if created again."""
    make_way(run, attempt, release)
    run.step("wake")
    if not started(run, attempt, release, kept):
        return False
    running = slots.running(run, kept)
    attempt.has(kept, running.pid if running else 0)
    attempt.rank(oom.CANDIDATE)
    attempt.restarts = running is not None and running.restart_policy == "unless-stopped"
    try:
        attempt.health_code = health.wait(run, kept, attempt.process.pid, release.check).code or None
        return True
    except Failure as failure:
        if failure.cause not in ("exited", "out-of-memory"):
            raise
        run.say(f"the kept container exited; creating it again: {failure.detail}")
    slots.stop(run, kept.id, kept.name)
    attempt.has(None)
    attempt.restarts = False
    return False
