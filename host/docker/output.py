"""A container's log, exit and memory."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from host.docker.engine import Docker, DockerDown, check, fetched, filters, target
from host.http.dial import Unreachable
from host.http.http1 import quoted, stream
from host.model.json import Json

PATIENCE = 5.0
EVENTS_LIMIT = 1 << 20
"""Seconds and bytes: what has arrived until then counts."""
FRAME_HEAD = 8
FRAME_KINDS = (b"\0", b"\1", b"\2")


class Death(NamedTuple):
    """The last exit of a container: its code, None if there was none; whether memory ran out in the life that it ended, and when that life began, in
    seconds since the epoch, 0 if that is unknown."""

    code: int | None = None
    oom: bool = False
    began: float = 0.0


def logs(docker: Docker, id: str, tail: int, limit: int) -> str:
    """The last `tail` lines of stdout and stderr, cut to the last `limit` bytes, as text without NUL.

    Returns what has arrived after five seconds: a container that writes endlessly, or a slow daemon,
    does not delay a report. Raises DockerError if the container is missing, or Docker cannot read its log.
    """
    path, query = f"/containers/{quoted(id)}/logs", {"stdout": "1", "stderr": "1", "tail": str(tail)}
    text = _end(_payloads(in_time(docker, path, query)), limit)
    return text.decode(errors="replace").replace("\0", "")


def last_death(docker: Docker, id: str, since: float, until: float) -> Death:
    """A container's last exit between two times (seconds since the epoch).

    A container that Docker restarted no longer shows its exit; Docker's last 256 events do.
    Waits for an `until` in the future, at most five seconds.
    """
    return last_death_of(_events(docker, id, since, until, "start", "die", "oom"))


def was_signaled(docker: Docker, id: str) -> bool | None:
    """Whether somebody sent a container a signal in the life that ended last: a person, or this program. None if Docker's last 256 events, which it
    loses when it restarts, do not have its end."""
    return signaled(_events(docker, id, 0, time.time(), "start", "kill", "die"))


def _events(docker: Docker, id: str, since: float, until: float, *names: str) -> bytes:
    asked = {"since": f"{since:.6f}", "until": f"{until:.6f}"}
    query = {**asked, **filters(type=["container"], container=[id], event=list(names))}
    return b"".join(_first(in_time(docker, "/events", query), EVENTS_LIMIT))


def memory_used(docker: Docker, id: str) -> int:
    """Memory of a container in bytes, as in `docker stats`; 0 if it does not run."""
    query = {"stream": "0", "one-shot": "1"}
    return working_set(fetched(docker, f"/containers/{quoted(id)}/stats", query).get("memory_stats") or {})


def working_set(memory: Json) -> int:
    """Without the droppable file cache: `total_inactive_file` in cgroup v1, `inactive_file` in v2.
    https://docs.docker.com/reference/cli/docker/container/stats/
    """
    used, stats = int(memory.get("usage") or 0), memory.get("stats") or {}
    cache = int(stats.get("total_inactive_file", stats.get("inactive_file", 0)))
    return used - cache if cache < used else used


def last_death_of(events: bytes) -> Death:
    """The last exit in lines of events; ignores a truncated line. Docker can report it before or after the memory as its reason."""
    life, last = Death(), Death()
    for line in events.splitlines():
        action, code, at = _event(line)
        if action == "start":
            life = Death(began=at)
        elif action in ("die", "oom"):
            life = life._replace(oom=life.oom or action == "oom", code=code if action == "die" else life.code)
        last = life if life.code is not None or life.oom else last
    return last


def signaled(events: bytes) -> bool | None:
    """Pure: whether lines of events have a signal before the last end; None if they have no end."""
    life: list[str] = []
    for line in events.splitlines():
        action, _, _ = _event(line)
        life = [] if action == "start" else [*life, action]
    return "kill" in life[: life.index("die")] if "die" in life else None


def _event(line: bytes) -> tuple[str, int | None, float]:
    try:
        event = json.loads(line)
        code = event["Actor"]["Attributes"].get("exitCode")
        return event["Action"], None if code is None else int(code), int(event.get("timeNano") or 0) / 1e9
    except (ValueError, TypeError, KeyError, AttributeError):
        return "", None, 0.0


def in_time(docker: Docker, path: str, query: dict[str, str]) -> Iterator[bytes]:
    """The parts of an answer that arrive within five seconds."""
    try:
        with stream(docker.dial, "GET", target(docker, path, query), timeout=PATIENCE) as answer:
            if answer.status != 200:
                check(answer.status, b"".join(_first(answer.pieces, EVENTS_LIMIT)))
            yield from answer.pieces
    except Unreachable as error:
        if error.kind != "timeout":
            raise DockerDown(str(error)) from error


def _payloads(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The text of a log, which has frames unless the container has a terminal. Before API 1.42 only its first bytes show which."""
    has_frames, whole = opened(pieces)
    return unframed(whole) if has_frames else whole


def opened(pieces: Iterator[bytes]) -> tuple[bool, Iterator[bytes]]:
    """Whether a log has frames, and all of its pieces."""
    start = b""
    while len(start) < 4 and (piece := next(pieces, b"")):
        start += piece
    return start[:1] in FRAME_KINDS and start[1:4] == bytes(3), chain((start,), pieces)


def unframed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A frame starts with a byte for the stream, three zeros, and four bytes for the length of its text.
    https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
    """
    pending, left = bytearray(), 0
    for piece in pieces:
        pending += piece
        while len(pending) >= (1 if left else FRAME_HEAD):
            if left:
                text = bytes(pending[:left])
                del pending[: len(text)]
                left -= len(text)
                yield text
            else:
                left = int.from_bytes(pending[4:FRAME_HEAD], "big")
                del pending[:FRAME_HEAD]


def _end(texts: Iterable[bytes], limit: int) -> bytes:
    end = bytearray()
    for text in texts:
        end += text
        del end[: max(0, len(end) - limit)]
    return bytes(end)


def _first(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        limit -= len(piece)
        if limit < 0:
            return
