"""How Docker is asked: its Engine API over a Unix socket, in a version that both sides speak."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any, Callable, NamedTuple

from host.http.dial import Dial, Unreachable, unix
from host.http.http1 import Answer, ask, begin, quoted
from host.model.json import Json

SOCKET = "/var/run/docker.sock"

# Docker 20.10 has 1.41, 28 has 1.51, and 29 takes 1.44 and later. What is read and written here is the same in all.
# https://docs.docker.com/reference/api/engine/version-history/
OLDEST = (1, 41)
NEWEST = (1, 51)

LOOK = 30.0
ACT = 120.0
RESTART = 30.0
STARTING = 503
"""Docker's status while the daemon starts or ends."""
# Nobody listens, or there is no socket: the request was not taken, and may be made again.
NOT_TAKEN = ("refused", "unreachable")


class Docker(NamedTuple):
    """A daemon that answered: how it is dialled, and the version of its API that is used, such as `/v1.41`. `patience`: the seconds for which
    a request waits that the daemon does not take, as while it is restarted or upgraded."""

    dial: Dial
    prefix: str
    patience: float = 0.0


class DockerError(Exception):
    """Docker refused. `status` is HTTP's; `words` are Docker's own, in one line."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class DockerOld(DockerError):
    """The daemon is older than what this program needs."""

    def __init__(self, api: str) -> None:
        super().__init__(0, f"Docker is too old: its API is {api}, 1.41 is needed (Docker 20.10)")


class DockerDown(DockerError):
    """The daemon does not answer, or ceased to in the middle of an answer."""

    def __init__(self, words: str, status: int = 0) -> None:
        super().__init__(status, f"Docker does not answer: {words}")


def connect(path: str = SOCKET, timeout: float = LOOK) -> Docker:
    """Agrees with the daemon on a version. Raises DockerDown; DockerOld; DockerError for another answer that
    is none of a healthy daemon's.

    `/_ping` tells the daemon's newest version in half a millisecond, where `/version` takes seven: it starts runc and
    docker-init to ask for theirs. So the oldest version is asked for only where it can matter.
    """
    docker = Docker(unix(path), "")
    newest = _version(call(docker, "GET", "/_ping", timeout=timeout).headers.get("api-version", ""))
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
    """One request, made again after a connection that closed without an answer, unless it may be carried out `once` only. Raises DockerDown,
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
    """Makes a request of which something else need not wait; what this gives waits for the answer, as `call` does. A request whose connection
    fails is made again."""

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
    """The JSON object that a GET gives."""
    return _object(call(docker, "GET", path, query, timeout=timeout))


def made(docker: Docker, path: str, payload: Json, query: Mapping[str, str] = {}) -> str:
    """The id of what a POST made."""
    return str(_object(call(docker, "POST", path, query, payload=payload, timeout=ACT, once=True))["Id"])


def fetched_list(docker: Docker, path: str, query: Mapping[str, str] = {}) -> list[Json]:
    """The JSON objects of the list that a GET gives; where there are none, Docker may say `null`."""
    listed: list[Json] = _typed(call(docker, "GET", path, query), list)
    return listed


def found(docker: Docker, path: str) -> Json | None:
    """The JSON object that a GET gives, None where there is no such thing."""
    answer = call(docker, "GET", path, fine=(404,))
    return None if answer.status == 404 else _object(answer)


def info(docker: Docker) -> Json:
    """What `docker info` shows."""
    return info_begun(docker)()


def info_begun(docker: Docker) -> Callable[[], Json]:
    """The same for later: Docker starts runc to answer it, which takes 7 to 9 ms."""
    asked = begun(docker, "GET", "/info", timeout=ACT)
    return lambda: _object(asked())


def version(docker: Docker) -> str:
    """The version of the daemon, such as `28.2.2`."""
    return str(fetched(docker, "/version").get("Version", ""))


def check(status: int, body: bytes) -> None:
    """Raises what an answer without success means."""
    if 200 <= status < 300:
        return
    if status == STARTING:
        raise DockerDown(words_of(body), status)
    raise DockerError(status, words_of(body) or f"status {status}")


def words_of(body: bytes) -> str:
    """Docker's message in one line, from the JSON of an error or from text such as a proxy in between may send."""
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
    """The query that Docker takes for lists: all kinds must match, one of each kind's values."""
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
