"""Which doors a service has under an order: those that a deploy brings, and otherwise those that it had.

They belong to the service and not to a release: a rollback to a release of the time before a door opens none.
"""

from __future__ import annotations

from host.edge import proxy, stored
from host.model.doors import Doors
from host.model.release import Release
from host.run import Run


def brought(run: Run, release: Release) -> Release:
    """The release with the doors of its document, and who has a password for them. Raises `Failure` where that secret cannot be read."""
    return _with(release, _unlocked(run, release.route.doors))


def kept(run: Run, release: Release) -> Release:
    """The release with the doors that the service has. One that nobody knows here brings its own. Raises `Failure`."""
    route = stored.known(run.paths, run.key)
    return _with(release, route.doors) if route else brought(run, release)


def renewed(run: Run, release: Release) -> Release:
    """As `kept`, with the passwords of now. Raises `Failure`."""
    return brought(run, kept(run, release))


def _with(release: Release, doors: Doors) -> Release:
    return release._replace(route=release.route._replace(doors=doors))


def _unlocked(run: Run, doors: Doors) -> Doors:
    """With the accounts of the secret's version of now: those that are there, or else new ones."""
    if not doors.basic_auth:
        return doors
    from host.aws import secrets
    from host.release.accounts import hashed

    run.step("secrets")
    secret = secrets.read({"basic-auth": doors.basic_auth}, run.order.region)["basic-auth"]
    run.keep_secret([secret.value, *(line.partition(":")[2] for line in secret.value.splitlines())])
    known = stored.known(run.paths, run.key)
    if known and known.doors.accounts.lines and known.doors.accounts[:2] == (doors.basic_auth, secret.version):
        return doors._replace(accounts=known.doors.accounts)
    return doors._replace(accounts=hashed(proxy.host_of(run), run.key, doors.basic_auth, secret))
