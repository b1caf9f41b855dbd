"""Which doors a service has under an order: those that a deploy brings, and otherwise those that it had.

They belong to the service and not to a release: a rollback to a release of the time before a door opens none.
"""

from __future__ import annotations

from host.edge import proxy, stored
from host.model.doors import NOBODY, Accounts, Doors
from host.model.release import Release
from host.run import Run


def brought(run: Run, release: Release) -> Release:
    """The release with the doors of its document, and who has a password for them. Raises `Failure` where that secret cannot be read."""
    doors = release.route.doors
    known = stored.known(run.paths, run.key)
    return _with(release, _unlocked(run, doors, known.doors.accounts if known else NOBODY))


def kept(run: Run, release: Release) -> Release:
    """The release with the doors that the service has. One that nobody knows here brings its own. Raises `Failure`."""
    route = stored.known(run.paths, run.key)
    return _with(release, route.doors) if route else brought(run, release)


def renewed(run: Run, release: Release) -> Release:
    """As `kept`, with the passwords of now, also where they have the version of others: a secret that was made anew begins at the first. Raises
    `Failure`."""
    release = kept(run, release)
    return _with(release, _unlocked(run, release.route.doors, NOBODY))


def _with(release: Release, doors: Doors) -> Release:
    return release._replace(route=release.route._replace(doors=doors))


def _unlocked(run: Run, doors: Doors, known: Accounts) -> Doors:
    """With the accounts of the secret's version of now: those that are known, or else new ones."""
    if not doors.basic_auth:
        return doors
    from host.aws import secrets
    from host.release.accounts import hashed

    run.step("secrets")
    secret = secrets.read({"basic-auth": doors.basic_auth}, run.order.region)["basic-auth"]
    run.keep_secret([secret.value, *(line.partition(":")[2] for line in secret.value.splitlines())])
    if known.lines and known[:2] == (doors.basic_auth, secret.version):
        return doors._replace(accounts=known)
    return doors._replace(accounts=hashed(proxy.host_of(run), run.key, doors.basic_auth, secret))
