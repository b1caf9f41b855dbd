"""A service's doors for an order: a deploy brings them, any other order keeps them.

They belong to the service, not to a release: a rollback to a release from before a door does not open it.
"""

from __future__ import annotations

import json

from host.edge import proxy, stored
from host.model.doors import NOBODY, OPEN, Accounts, Doors, document, read_doors
from host.model.failure import of_disk
from host.model.reader import Malformed, Reader
from host.model.release import NoRoute, Release, Route, Web
from host.order import parsed
from host.run import Run
from host.state.files import read, write_over


def brought(run: Run, release: Release) -> Release:
    """The release with the doors of its document, and their accounts. Raises `Failure` if that secret cannot be read."""
    if not isinstance(release.kind, Web):
        return release
    known = stored.known(run.paths, run.key)
    accounts = known.doors.accounts if isinstance(known, Route) else NOBODY
    return _with(release, release.kind, _unlocked(run, release.kind.route.doors, accounts))


def kept(run: Run, release: Release) -> Release:
    """The release with the service's doors, also if it was a worker since. If they are unknown here, its own. Raises `Failure`."""
    route = stored.known(run.paths, run.key)
    doors = route.doors if isinstance(route, Route) else _left(run) if isinstance(route, NoRoute) else None
    if isinstance(release.kind, Web) and doors is not None:
        return _with(release, release.kind, doors)
    return brought(run, release)


def leave(run: Run, doors: Doors) -> None:
    """Keeps the doors of a service that becomes a worker, for when it returns. Raises `Failure` if there are any, and they cannot be stored."""
    try:
        write_over(_file(run), json.dumps({"doors": document(doors)}))
    except OSError as error:
        if doors != OPEN:
            raise of_disk(error, "the access rules of the service could not be written") from error


def _left(run: Run) -> Doors | None:
    raw = Reader(parsed(read(_file(run))))
    try:
        return raw.maybe("doors", lambda name: read_doors(raw.inside(name)))
    except Malformed:
        return None


def _file(run: Run) -> str:
    return f"{run.paths.service(run.key)}/doors.json"


def renewed(run: Run, release: Release) -> Release:
    """Like `kept`, with the current passwords, even if their version seems known: a secret that was created again starts at version 1. Raises
    `Failure`."""
    release = kept(run, release)
    if not isinstance(release.kind, Web):
        return release
    return _with(release, release.kind, _unlocked(run, release.kind.route.doors, NOBODY))


def _with(release: Release, web: Web, doors: Doors) -> Release:
    return release._replace(kind=web._replace(route=web.route._replace(doors=doors)))


def _unlocked(run: Run, doors: Doors, known: Accounts) -> Doors:
    """With accounts for the secret's current version: the known ones, or new ones."""
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
