"""Images: listing, pulling with credentials that never reach a disk, and removing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from host.docker.engine import ACT, Docker, DockerDown, DockerError, call, check, fetched_list, found, target
from host.http.dial import Unreachable
from host.http.http1 import quoted, stream
from host.model.container import Image
from host.model.json import Json

PROGRESS_LIMIT = 1 << 20

NO_ROOM = ("no space left", "disk quota exceeded")
PULL_CAUSES = (
    ("out-of-disk", NO_ROOM),
    ("disk-failed", ("read-only file system", "input/output error", "structure needs cleaning")),
    # The host refuses to unpack it, such as by SELinux: no right at the registry helps.
    ("pull-failed", ("register layer", "extract layer")),
    ("wrong-platform", ("no matching manifest", "no match for platform", "not match the specified platform")),
    ("pull-denied", ("denied", "nauthorized", "not authorized", "authorization", "no basic auth", "orbidden")),
    ("image-not-found", ("manifest unknown", "not found", "name unknown")),
)


def image(docker: Docker, ref: str) -> Image | None:
    """An image of this host by id or reference; None if it is missing."""
    one = found(docker, f"/images/{quoted(ref, '/:@')}/json")
    return None if one is None else _image(one)


def images(docker: Docker) -> tuple[Image, ...]:
    """The images of this host. A list has only ids and digests: `platform` is "", `volumes` are empty."""
    return tuple(_image(one) for one in fetched_list(docker, "/images/json"))


def remove_image(docker: Docker, ref: str) -> bool:
    """Removes an image by its reference; False if it is missing, or a container uses it."""
    answer = call(docker, "DELETE", f"/images/{quoted(ref, '/:@')}", fine=(404, 409), timeout=ACT)
    return answer.status == 200


def pull(docker: Docker, ref: str, authorization: str | None, timeout: float) -> None:
    """Pulls `registry/repository@sha256:...` or `repository:tag`. `authorization` is the value of X-Registry-Auth.

    Docker answers 200 before it pulls: the result is in the progress stream, which is read to its end.
    Raises DockerError with the registry's message, or after `timeout` seconds.
    """
    repository, tag = _reference(ref)
    path = target(docker, "/images/create", {"fromImage": repository, "tag": tag})
    headers = {} if authorization is None else {"X-Registry-Auth": authorization}
    try:
        with stream(docker.dial, "POST", path, headers=headers, timeout=timeout) as answer:
            if answer.status != 200:
                check(answer.status, b"".join(answer.pieces))
            _follow(answer.pieces)
    except Unreachable as error:
        if error.kind == "timeout":
            raise DockerError(0, f"the pull did not finish in {timeout:.0f} s") from error
        raise DockerDown(str(error)) from error


def pull_cause(words: str) -> str:
    """The runner's cause for a registry's or Docker's message about a pull. The first match counts."""
    for cause, signs in PULL_CAUSES:
        if any(sign in words for sign in signs):
            return cause
    return "pull-failed"


def _reference(ref: str) -> tuple[str, str]:
    """Splits a reference for Docker's API; with a digest, a tag has no meaning."""
    name, _, digest = ref.partition("@")
    folder, slash, last = name.rpartition("/")
    last, _, tag = last.partition(":")
    return f"{folder}{slash}{last}", digest or tag or "latest"


def _follow(pieces: Iterable[bytes]) -> None:
    """Reads the progress of a pull to its end. Raises DockerError for a line with a failure."""
    for line in _lines(pieces):
        if b'"error"' in line:
            raise DockerError(0, _failure(line))


def _failure(line: bytes) -> str:
    try:
        return " ".join(str(json.loads(line)["error"]).split())
    except (ValueError, TypeError, KeyError):
        return line[:1000].decode(errors="replace")


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) > PROGRESS_LIMIT:
            raise DockerError(0, "Docker's progress has a line without an end")
    yield rest


def _image(one: Json) -> Image:
    config = one.get("Config") or {}
    return Image(
        id=one["Id"],
        platform=f"{one['Os']}/{one['Architecture']}" if one.get("Architecture") else "",
        digests=tuple(digest for digest in one.get("RepoDigests") or () if "<none>" not in digest),
        volumes=tuple(sorted(config.get("Volumes") or ())),
        first_check=_first_check(config.get("Healthcheck") or {}),
    )


def _first_check(check: Json) -> float:
    """Docker waits for one interval (30 s by default) before the first run. During a start period, Docker 25 and later use the start
    interval (5 s): https://docs.docker.com/reference/dockerfile/#healthcheck"""
    if (check.get("Test") or ["NONE"])[0] == "NONE":
        return 0
    interval = check.get("Interval") or 30e9
    if check.get("StartPeriod"):
        interval = min(interval, check.get("StartInterval") or 5e9)
    return float(interval / 1e9)
