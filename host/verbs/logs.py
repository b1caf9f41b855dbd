"""logs: the last lines of a service's containers, without the values of its secrets. Changes nothing."""

from __future__ import annotations

import base64
import time
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from host import docker, store
from host.checks.evidence import learn_secrets
from host.docker import DockerError, Excerpt
from host.docker.excerpt import Line
from host.model.container import Inspected, Slot
from host.model.json import Json
from host.model.order import Order
from host.report import OUTPUT_LIMIT, TEXT_LIMIT
from host.run import Run, Snapshot, snapshot
from host.state.paths import Paths
from host.verbs.status import sleeps

READ = 262_144
"""Bytes of a log that are read: compressed, more hardly fits into an answer."""
SHOWN = 2_000
"""Characters of a line that are shown."""
FACTS = 1_500
"""Characters of the answer for the facts of a container; the rest is for its lines."""


class Told(NamedTuple):
    """What there is to tell of the log of a container: why it cannot be read, or its lines."""

    problem: str = ""
    lines: tuple[str, ...] = ()
    left_lines: int = 0
    left_bytes: int = 0


def logs(order: Order, paths: Paths, began: float) -> Json:
    """The log of the live release and of a canary."""
    try:
        run = Run(order, paths, began, docker.connect())
        return _answer(run, snapshot(run))
    except DockerError as error:
        return {"outcome": "logs", "docker": error.words[:TEXT_LIMIT], "state": "none", "release": "", "containers": ()}


def _answer(run: Run, seen: Snapshot) -> Json:
    tracks = _tracks(run, seen)
    known = [_learned(run, slot) for _, slot in tracks]
    told = [_read(run, slot) if masks else Told() for (_, slot), masks in zip(tracks, known)]
    fitted = fitting([one.lines for one in told], OUTPUT_LIMIT - FACTS * (len(tracks) + 1))
    live, asleep_now = seen.live, sleeps(run, seen.live)
    return {
        "outcome": "logs",
        "docker": "",
        "state": "asleep" if asleep_now else "live" if live else "none",
        "release": live.release if live else seen.state.active if asleep_now else "",
        "containers": [
            {
                "track": track,
                "release": slot.release,
                **_life(run, seen, slot),
                "withheld": not masks,
                "problem": one.problem[:TEXT_LIMIT],
                "leftLines": one.left_lines + len(one.lines) - len(kept),
                "leftBytes": one.left_bytes
                + sum(len(line.encode(errors="replace")) + 1 for line in one.lines[: len(one.lines) - len(kept)]),
                "packed": packed(kept),
            }
            for (track, slot), masks, one, kept in zip(tracks, known, told, fitted)
        ],
    }


def _tracks(run: Run, seen: Snapshot) -> list[tuple[str, Slot]]:
    running = store.load_canary(run.paths, run.key)
    live = [("live", seen.live)] if seen.live else []
    return live + [("canary", slot) for slot in seen.slots if running and slot.id == running.slot]


def _learned(run: Run, slot: Slot) -> bool:
    """Whether the secrets of a slot are known, and masked from here on."""
    own = Run(run.order, run.paths, run.began, run.docker)
    known = learn_secrets(own, slot)
    run.keep_secret(own.secret_values)
    return known


def _life(run: Run, seen: Snapshot, slot: Slot) -> Json:
    """What Docker knows of a container's starts and ends."""
    inspected = docker.inspect(run.docker, slot.id)
    state = next((one.state for one in seen.containers if one.id == slot.id), "")
    code, out_of_memory = _last_exit(run, slot, state, inspected) if inspected else (None, False)
    return {
        "state": state,
        "startedAt": inspected.started_at if inspected else "",
        "finishedAt": inspected.finished_at if inspected else "",
        "restarts": inspected.restarts if inspected else 0,
        "exitCode": code,
        "outOfMemory": out_of_memory,
        "driver": inspected.log_driver if inspected else "",
    }


def _last_exit(run: Run, slot: Slot, state: str, inspected: Inspected) -> tuple[int | None, bool]:
    """The code of the last exit, None if it is unknown or there was none; and whether memory ran out."""
    if state in ("exited", "dead", "restarting"):
        return inspected.exit_code, inspected.oom_killed
    if not inspected.restarts:
        return None, False
    death = docker.last_death(run.docker, slot.id, 0, time.time())
    return death.code, death.oom


def _read(run: Run, slot: Slot) -> Told:
    try:
        return _told(docker.excerpt(run.docker, slot.id, run.order.lines, run.order.since, READ), run.secret_values)
    except DockerError as error:
        return Told(problem=error.words)


def _told(seen: Excerpt, values: Sequence[str]) -> Told:
    texts = masked(seen.lines, values)
    lines = tuple(f"{line.at} {_short(text, line.left)}" for line, text in zip(seen.lines, texts))
    return Told("", lines, seen.left_lines, seen.left_bytes)


def masked(lines: Sequence[Line], values: Sequence[str]) -> list[str]:
    """Pure: the texts of the lines without the values of secrets, also of one in several lines of a stream with lines of the other between them."""
    texts = [line.text for line in lines]
    if not values:
        return texts
    from host.mask import masked, masked_lines

    for stream in {line.stream for line in lines}:
        own = [at for at, line in enumerate(lines) if line.stream == stream]
        # A line that was cut can end in the start of a value.
        bare = [masked(texts[at], values) if lines[at].left else texts[at] for at in own]
        for at, text in zip(own, masked_lines(bare, values)):
            texts[at] = text
    return texts


def _short(text: str, left: int) -> str:
    more = max(0, len(text) - SHOWN) + left
    return f"{text[:SHOWN]}… ({more} more characters)" if more else text


def fitting(logs: Sequence[Sequence[str]], room: int) -> list[Sequence[str]]:
    """Pure: the last lines of each log that fit into an answer together. A short log leaves its room to a longer one."""
    kept: list[Sequence[str]] = list(logs)
    order = sorted(range(len(logs)), key=lambda at: sum(map(len, logs[at])))
    for done, at in enumerate(order):
        kept[at] = _last(logs[at], room // (len(logs) - done))
        room -= len(packed(kept[at]))
    return kept


def _last(lines: Sequence[str], room: int) -> Sequence[str]:
    most, too_many = 0, len(lines) + 1
    while too_many - most > 1:
        middle = (most + too_many) // 2
        most, too_many = (middle, too_many) if len(packed(lines[len(lines) - middle :])) <= room else (most, middle)
    return lines[len(lines) - most :]


def packed(lines: Sequence[str]) -> str:
    """Lines for the runner: compressed, in base 64."""
    return base64.b64encode(zlib.compress("\n".join(lines).encode(errors="replace"), 9)).decode() if lines else ""
