"""Why a sleeping service did not wake at its last try, for its visitors and for `status`. It stays until the service is awake."""

from __future__ import annotations

import json
import time

from host import docker
from host.checks import evidence
from host.model.container import Slot
from host.model.failure import Failure
from host.model.json import Json
from host.order import parsed
from host.report import hidden
from host.run import Run
from host.state.files import read, remove, write
from host.state.paths import Paths

LOGS = 1_500
"""Characters of the container's log."""


def _file(paths: Paths, key: str) -> str:
    return f"{paths.service(key)}/unwoken.json"


def note(run: Run, live: Slot | None, error: Exception) -> None:
    """Stores the reason and the container's last lines, without values of secrets. A full disk must not stop what else the caller does."""
    failure = _failure(error)
    seen = evidence.gather(run, live, failure)
    raw = {
        "cause": failure.cause,
        "detail": hidden(failure.detail, run.secret_values),
        "at": int(time.time()),
        "logs": hidden(seen.logs, run.secret_values)[-LOGS:],
    }
    try:
        write(_file(run.paths, run.key), json.dumps(raw))
    except OSError as failed:
        run.say(f"why it does not wake could not be stored: {failed.strerror}")


def _failure(error: Exception) -> Failure:
    if isinstance(error, Failure):
        return error
    if isinstance(error, docker.DockerDown):
        return Failure("docker-failed", error.words)
    return Failure("start-failed", error.words) if isinstance(error, docker.DockerError) else Failure("program-failed", str(error))


def forget(paths: Paths, key: str) -> None:
    """The service is awake, or another one has its name."""
    remove(_file(paths, key))


def told(paths: Paths, key: str) -> Json | None:
    """`cause`, `detail`, `at` (seconds since the epoch) and `logs` of the last try; None if it woke the service, or nobody tried."""
    raw = parsed(read(_file(paths, key)))
    texts = {name: raw.get(name) for name in ("cause", "detail", "logs")}
    at = raw.get("at")
    return {**texts, "at": at} if isinstance(at, int) and all(isinstance(one, str) for one in texts.values()) else None


def words(paths: Paths, key: str) -> str:
    """Like `told`, in a line for a visitor, such as `exited: the container ended with exit code 3`; "" if there is none."""
    raw = told(paths, key)
    return ": ".join(filter(None, (raw["cause"], raw["detail"]))) if raw else ""
