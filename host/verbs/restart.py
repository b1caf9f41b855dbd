"""restart: replaces the live slot with a new one of the same release, so that it reads rotated secrets; no request is lost."""

from __future__ import annotations

from host import store
from host.machine import prepare
from host.model.failure import Failure
from host.previews import remade
from host.release import doors, serve
from host.release.attempt import Attempt
from host.release.heal import heal
from host.release.new_slot import make_slot, proxy_secrets, secret_values
from host.release.told import served
from host.report import Result
from host.run import Run, snapshot


def restart(run: Run, attempt: Attempt) -> Result:
    """Carries out the order. Raises `Failure`; the attempt has the changes so far."""
    seen = prepare.engine(run)
    attempt.found(heal(run, seen, "", remade.remade))
    live = attempt.baseline
    if live is None:
        raise Failure("release-not-found", "there is no live release to restart")
    release = store.load_release(run.paths, run.key, live.release)
    if release is None:
        raise Failure("release-not-found", f"the configuration of {live.release} is lost; deploy its commit")
    attempt.release = release = doors.renewed(run, release)
    attempt.findings = prepare.look(run, snapshot(run), release)
    attempt.proxy_secrets = proxy_secrets(run, release)
    make_slot(run, attempt, release, secret_values(run, release))
    serve.serve(run, attempt, release)
    serve.watch(run, attempt, release)
    serve.retire(run, attempt, release)
    serve.conclude(run, release)
    return served(run, attempt, release, "restarted")
