"""Before any change: prepares Docker, and checks whether the host can carry out the order."""

from __future__ import annotations

from host.edge import proxy
from host.machine import walls
from host.machine.facts import facts
from host.machine.fit import fit
from host.model.failure import Finding
from host.model.release import Release
from host.run import Asked, Run, Snapshot, snapshot_of
from host.unattended import units
from host.verbs import ahead


def engine(run: Run) -> Snapshot:
    """Starts the work on the host: installs or starts Docker if necessary, and sets the walls. Returns the state. Raises `Failure`."""
    run.asked = asked = run.asked or _asked_late(run)
    if asked.breached():
        walls.restore(run.paths)
    units.install()
    return snapshot_of(run, asked.containers())


def _asked_late(run: Run) -> Asked:
    from host.machine import install

    run.use(install.ready(run.say))
    return ahead.asked(run)


def look(run: Run, found: Snapshot, release: Release | None) -> tuple[Finding, ...]:
    """Warnings about the host. Raises `Unfit` with all findings if the release cannot be deployed here, and
    `Failure` if another service has its place in the proxy."""
    findings = fit.judge(facts.gather(run, found, release))
    for one in findings:
        run.say(f"{one.name}: {one.detail}. {one.hint}")
    fit.require(findings)
    if release:
        proxy.refuse_conflict(run, release.route)
    return findings
