"""Requests to Docker's Engine API over a Unix socket, in a version that both sides support."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any, Callable, NamedTuple

from host.http.dial import Dial, Unreachable, unix
from host.http.http1 import Answer, ask, begin, quoted
from host.model.json import Json

SOCKET = "/var/run/docker.sock"

# Docker 20.10 has 1.41, 28 has 1.51, and 29 accepts 1.44 and later. What this program uses is the same in all.
# https://docs.docker.com/reference/api/engine/version-history/
OLDEST = (1, 41)
NEWEST = (1, 51)

LOOK = 30.0
ACT = 120.0
"""Seconds for an answer: to a question, and to a request that changes something."""
RESTART = 30.0
"""Seconds for which a request waits for a daemon that restarts."""
STARTING = 503
"""Docker's status while the daemon starts or ends."""
PODMAN = "libpod-api-version"
"""A header of Podman, which has Docker's API, but not its networks and restarts: https://docs.podman.io/en/latest/_static/api.html"""
# Nobody listens, or there is no socket: the request was not accepted, and can be repeated.
NOT_TAKEN = ("refused", "unreachable")


class Docker(NamedTuple):
    """A daemon that answered: how to dial it, and the version of its API, such as `/v1.41`. `patience`: for how many seconds
    a request waits if the daemon does not accept it, such as during a restart or upgrade."""

    dial: Dial
    prefix: str
    patience: float = 0.0


class DockerError(Exception):
    """Docker refused. `status`: HTTP status; `words`: Docker's message, in one line."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class DockerOld(DockerError):
    """The daemon is too old for this program."""

    def __init__(self, api: str) -> None:
        super().__init__(0, f"Docker is too old: its API is {api}, 1.41 is needed (Docker 20.10)")


class NotDocker(DockerError):
    """Another program has Docker's socket."""

    def __init__(self, path: str) -> None:
        super().__init__(0, f"Podman answers at {path}, where Docker should")


class DockerDown(DockerError):
    """The daemon does not answer, or stopped in the middle of an answer."""

    def __init__(self, words: str, status: int = 0) -> None:
        super().__init__(status, f"Docker does not answer: {words}")


def connect(path: str = SOCKET, timeout: float = LOOK) -> Docker:
    """Agrees with the daemon on a version. Raises DockerDown; DockerOld; NotDocker; DockerError for an answer
    that a healthy daemon would not give.

    `/_ping` returns the daemon's newest version in half a millisecond, while `/version` takes seven: it starts runc and
    docker-init to get theirs. So the oldest version is requested only if it can matter.
    """
    docker = Docker(unix(path), "")
    headers = call(docker, "GET", "/_ping", timeout=timeout).headers
    if PODMAN in headers:
        raise NotDocker(path)
    newest = _version(headers.get("api-version", ""))
    if newest <= NEWEST:
        return Docker(docker.dial, _prefix(newest), RESTART)
    oldest = _version(str(fetched(docker, "/version").get("MinAPIVersion", "")))
    return Docker(docker.dial, _prefix(max(NEWEST, oldest)), RESTART)


def call(
    docker: Docker,
    method: str,
    path: str,
    query: Mapping[str, str] = {},
    *,
    payload: Json | None = None,
    fine: tuple[int, ...] = (),
    timeout: float = LOOK,
    once: bool = False,
) -> Answer:
    """One request, repeated if the connection closes without an answer, unless it must run only `once`. Raises DockerDown,
    and DockerError for every status that is neither a success nor one of `fine`."""
    headers = {} if payload is None else {"Content-Type": "application/json"}
    body = b"" if payload is None else json.dumps(payload).encode()
    deadline = time.monotonic() + docker.patience
    while True:
        try:
            answer = ask(docker.dial, method, target(docker, path, query), headers=headers, body=body, timeout=timeout)
            if answer.status != STARTING or time.monotonic() >= deadline:
                break
        except Unreachable as error:
            again = error.kind in NOT_TAKEN or (error.kind == "closed" and not once)
            if not again or time.monotonic() >= deadline:
                raise DockerDown(str(error)) from error
        time.sleep(0.1)
    if answer.status not in fine:
        check(answer.status, answer.body)
    return answer


def begun(docker: Docker, method: str, path: str, *, fine: tuple[int, ...] = (), timeout: float = LOOK) -> Callable[[], Answer]:
    """Sends a request in the background; the returned function waits for the answer, like `call`. Repeats a request whose connection
    fails."""

    def again() -> Answer:
        return call(docker, method, path, fine=fine, timeout=timeout)

    try:
        end = begin(docker.dial, method, target(docker, path, {}), timeout=timeout).end
    except Unreachable:
        return again

    def answer() -> Answer:
        try:
            given = end()
        except Unreachable as error:
            if error.kind == "timeout":
                raise DockerDown(str(error)) from error
            return again()
        if given.status == STARTING:
            return again()
        if given.status not in fine:
            check(given.status, given.body)
        return given

    return answer


def fetched(docker: Docker, path: str, query: Mapping[str, str] = {}, *, timeout: float = LOOK) -> Json:
    """The JSON object in the answer to a GET."""
    return _object(call(docker, "GET", path, query, timeout=timeout))


def made(docker: Docker, path: str, payload: Json, query: Mapping[str, str] = {}) -> str:
    """The id in the answer to a POST."""
    return str(_object(call(docker, "POST", path, query, payload=payload, timeout=ACT, once=True))["Id"])


def fetched_list(docker: Docker, path: str, query: Mapping[str, str] = {}) -> list[Json]:
    """The JSON objects of the list in the answer to a GET; Docker can return `null` for an empty list."""
    return listed(call(docker, "GET", path, query))


def listed(answer: Answer) -> list[Json]:
    """The JSON objects of the list in an answer."""
    value: list[Json] = _typed(answer, list)
    return value


def found(docker: Docker, path: str) -> Json | None:
    """The JSON object in the answer to a GET; None if it does not exist."""
    answer = call(docker, "GET", path, fine=(404,))
    return None if answer.status == 404 else _object(answer)


def info(docker: Docker) -> Json:
    """The output of `docker info`."""
    return info_begun(docker)()


def info_begun(docker: Docker) -> Callable[[], Json]:
    """Like `info`, in the background: Docker starts runc for it, which takes 7 to 9 ms."""
    asked = begun(docker, "GET", "/info", timeout=ACT)
    return lambda: _object(asked())


def version(docker: Docker) -> str:
    """The version of the daemon, such as `28.2.2`."""
    return str(fetched(docker, "/version").get("Version", ""))


def check(status: int, body: bytes) -> None:
    """Raises the error that an answer means."""
    if 200 <= status < 300:
        return
    if status == STARTING:
        raise DockerDown(words_of(body), status)
    raise DockerError(status, words_of(body) or f"status {status}")


def words_of(body: bytes) -> str:
    """Docker's message in one line, from the JSON of an error or from plain text, such as a proxy's."""
    text = body[:4096].decode(errors="replace")
    try:
        message = json.loads(body)["message"]
    except (ValueError, TypeError, KeyError):
        message = text
    return " ".join(str(message).replace("\0", "").split())


def target(docker: Docker, path: str, query: Mapping[str, str]) -> str:
    """The path of a request with its query."""
    pairs = "&".join(f"{name}={quoted(value)}" for name, value in query.items())
    return f"{docker.prefix}{path}{'?' if pairs else ''}{pairs}"


def filters(**wanted: list[str]) -> Mapping[str, str]:
    """Docker's query format for lists: an item must match one value of every kind."""
    return {"filters": json.dumps(wanted)}


def _object(answer: Answer) -> Json:
    value: Json = _typed(answer, dict)
    return value


def _typed(answer: Answer, kind: type) -> Any:
    try:
        value = json.loads(answer.body)
    except ValueError as error:
        raise DockerError(0, f"Docker's answer is not JSON: {words_of(answer.body)[:80]}") from error
    if value is None:
        return kind()
    if not isinstance(value, kind):
        raise DockerError(0, f"Docker's answer is not what the action expects: {words_of(answer.body)[:80]}")
    return value


def _version(text: str) -> tuple[int, int]:
    major, _, minor = text.partition(".")
    if not (major.isdecimal() and minor.isdecimal()):
        raise DockerError(0, f"Docker's API has the version {text[:20]!r}")
    return int(major), int(minor)


def _prefix(version: tuple[int, int]) -> str:
    if version < OLDEST:
        raise DockerOld(f"{version[0]}.{version[1]}")
    return f"/v{version[0]}.{version[1]}"
