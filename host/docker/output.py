"""What a container leaves behind and uses: its log, its deaths, its memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from host.docker.engine import Docker, DockerDown, check, fetched, filters, target
from host.http.dial import Unreachable
from host.http.http1 import quoted, stream
from host.model.json import Json

PATIENCE = 5.0
EVENTS_LIMIT = 1 << 20
FRAME_HEAD = 8
FRAME_KINDS = (b"\0", b"\1", b"\2")


def logs(docker: Docker, id: str, tail: int, limit: int) -> str:
    """The last `tail` lines of stdout and stderr, of these the last `limit` bytes, as text without NUL.

    What has come after five seconds is what is given: one that writes without an end, or a daemon that is slow, does
    not hold up a report. Raises DockerError where there is no such container, or its log cannot be read from Docker.
    """
    path, query = f"/containers/{quoted(id)}/logs", {"stdout": "1", "stderr": "1", "tail": str(tail)}
    text = _end(_payloads(_in_time(docker, path, query)), limit)
    return text.decode(errors="replace").replace("\0", "")


def deaths(docker: Docker, id: str, since: float, until: float) -> tuple[int | None, bool]:
    """The exit code of a container's last death between two times (seconds since the epoch); whether memory ran out.

    A container that Docker has started again tells nothing of its end; Docker's journal does, for its last 256 events.
    An `until` that is still to come is waited for, five seconds at most.
    """
    asked = {"since": f"{since:.6f}", "until": f"{until:.6f}"}
    query = {**asked, **filters(type=["container"], container=[id], event=["die", "oom"])}
    events = b"".join(_first(_in_time(docker, "/events", query), EVENTS_LIMIT))
    return deaths_of(events)


def memory_used(docker: Docker, id: str) -> int:
    """Bytes that a container uses, as `docker stats` shows them; 0 when it does not run."""
    query = {"stream": "0", "one-shot": "1"}
    return working_set(fetched(docker, f"/containers/{quoted(id)}/stats", query).get("memory_stats") or {})


def working_set(memory: Json) -> int:
    """Without the cache of files that can be dropped: `total_inactive_file` in cgroup v1, `inactive_file` in v2.
    https://docs.docker.com/reference/cli/docker/container/stats/
    """
    used, stats = int(memory.get("usage") or 0), memory.get("stats") or {}
    cache = int(stats.get("total_inactive_file", stats.get("inactive_file", 0)))
    return used - cache if cache < used else used


def deaths_of(events: bytes) -> tuple[int | None, bool]:
    """What lines of events tell; one that is cut off tells nothing."""
    code, oom = None, False
    for line in events.splitlines():
        action, exit_code = _death(line)
        oom = oom or action == "oom"
        code = exit_code if action == "die" else code
    return code, oom


def _death(line: bytes) -> tuple[str, int | None]:
    try:
        event = json.loads(line)
        code = event["Actor"]["Attributes"].get("exitCode")
        return event["Action"], None if code is None else int(code)
    except (ValueError, TypeError, KeyError, AttributeError):
        return "", None


def _in_time(docker: Docker, path: str, query: dict[str, str]) -> Iterator[bytes]:
    """The pieces of an answer that come in five seconds."""
    try:
        with stream(docker.dial, "GET", target(docker, path, query), timeout=PATIENCE) as answer:
            if answer.status != 200:
                check(answer.status, b"".join(_first(answer.pieces, EVENTS_LIMIT)))
            yield from answer.pieces
    except Unreachable as error:
        if error.kind != "timeout":
            raise DockerDown(str(error)) from error


def _payloads(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The text of a log, in frames unless the container has a terminal. Before API 1.42 only its start tells which."""
    start = b""
    while len(start) < 4 and (piece := next(pieces, b"")):
        start += piece
    whole = chain((start,), pieces)
    return unframed(whole) if start[:1] in FRAME_KINDS and start[1:4] == bytes(3) else whole


def unframed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A frame begins with a byte for the stream, three of 0, and four for the length of the text that follows.
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
