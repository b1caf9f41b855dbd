"""The result of an order in the runner's format: one line of JSON, then the end of the log."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Callable, NamedTuple

from host.model.failure import Failure, Finding
from host.model.json import Json

OUTPUT_LIMIT = 23_500
"""Limit of stdout; Run Command keeps the first 24,000 characters: https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html"""
TEXT_LIMIT = 1_000
FEW_WORDS = 200
"""Characters of a text, and of one for which there is hardly room."""
MORE = "more"
"""Name of the finding that stands for what did not fit."""
MANY = 1_000
"""How many of anything the runner reads."""

LISTS = {
    "steps": "steps",
    "ports": "ports",
    "releases": "releases",
    "certificates": "certificates",
    "secrets": "versions of secrets",
    "findings": "findings",
    "drift": "differences",
    "removed": "removed things",
    "kept": "kept volumes",
    "volumes": "volumes",
    "services": "services",
    "others": "other services",
}
"""Everything in an answer that can have any number of entries, in words; the least important first. The first entries of each are its most important
ones."""
NEVER_EMPTY = ("volumes", "kept", "services", "others")
"""To the runner, an empty list of these means that nothing can be lost."""
WORDS = ("detail", "hint", "health", "host")
"""Texts that can be cut."""
LOG_LIMIT = 10_240
LOGS_LIMIT = 6_144
"""Bytes of the order's log; characters of the container's log."""


class Evidence(NamedTuple):
    """Evidence from before anything was removed: the container's log, the health check's answer, disk and memory of the host."""

    logs: str = ""
    health: str = ""
    host: str = ""


class Result(NamedTuple):
    """The result of a change of a service. `serving` is a digest; empty, it means that nothing serves if the order `looked`, or else that this is
    unknown. `document` describes the live release."""

    outcome: str
    cause: str = ""
    detail: str = ""
    release: str = ""
    previous: str = ""
    serving: str = ""
    serving_release: str = ""
    looked: bool = False
    exit_code: int | None = None
    health_code: int | None = None
    ports: tuple[int, ...] = ()
    evidence: Evidence = Evidence()
    findings: tuple[Finding, ...] = ()
    rolled_back: bool = False
    served_after_ms: int | None = None
    secrets: Mapping[str, str] = {}
    volumes: tuple[tuple[str, str], ...] = ()
    document: Json | None = None
    canary: Json | None = None


def hidden(text: str, secret_values: Sequence[str]) -> str:
    """The text without the values of secrets."""
    if not secret_values:
        return text
    from host.mask import masked

    return masked(text, secret_values)


def failed(failure: Failure, result: Result) -> Result:
    """The result with the facts of a failure."""
    return result._replace(
        outcome="failed",
        cause=failure.cause,
        detail=failure.detail,
        exit_code=failure.exit_code,
        health_code=failure.health_code if failure.health_code is not None else result.health_code,
        ports=failure.ports,
        findings=(*result.findings, *failure.findings),
    )


def as_json(result: Result, steps: Iterable[tuple[str, int]], secret_values: Sequence[str]) -> dict[str, Any]:
    """The result in the runner's format. `steps`: names with milliseconds; no text that leaves the host contains a secret's value."""

    def clean(text: str, limit: int) -> str:
        return hidden(text, secret_values)[-limit:]

    evidence = result.evidence
    return {
        "outcome": result.outcome,
        "cause": result.cause,
        "detail": clean(result.detail, TEXT_LIMIT),
        "release": result.release,
        "previous": result.previous,
        "serving": result.serving,
        "servingRelease": result.serving_release,
        "looked": result.looked,
        "exitCode": result.exit_code,
        "healthCode": result.health_code,
        "ports": result.ports,
        "evidence": {
            "logs": clean(evidence.logs, LOGS_LIMIT),
            "health": hidden(evidence.health, secret_values)[:TEXT_LIMIT],
            "host": clean(evidence.host, TEXT_LIMIT),
        },
        "findings": [
            one._replace(detail=hidden(one.detail, secret_values), hint=hidden(one.hint, secret_values))._asdict()
            for one in result.findings
        ],
        "rolledBack": result.rolled_back,
        "servedAfterMs": result.served_after_ms,
        "secrets": result.secrets,
        "volumes": [{"name": name, "path": path} for name, path in result.volumes],
        "document": result.document,
        "canary": result.canary,
        "steps": [{"name": name, "ms": ms} for name, ms in steps],
        "replayed": False,
    }


def publish(out: int, answer: Json, log: str) -> None:
    """Writes an answer and the end of the log to a file descriptor, within Run Command's limit."""
    line = encoded(fitting(answer))
    room = max(0, min(LOG_LIMIT, OUTPUT_LIMIT - len(line) - 1))
    end = log.encode("utf-8", "replace")[-room:] if room else b""
    data = line + b"\n" + end.decode("utf-8", "ignore").encode()
    while data:
        data = data[os.write(out, data) :]


def encoded(answer: Json) -> bytes:
    """The line for the runner."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")


def fitting(answer: Json) -> Json:
    """Pure: the answer, cut to fit. First all of the containers' logs, in which a control character takes six bytes, go by halves; then findings get
    shorter; then each list loses its second half, as often as necessary; last, all words get few."""
    left: Counter[str] = Counter()
    answer = _changed(answer, _first(LISTS, lambda _: MANY, left))
    halves = (_first((name,), lambda size: size // 2, left) for name in LISTS)
    for change in (_last_half, _shorter(TEXT_LIMIT), *halves, _shorter(FEW_WORDS)):
        smaller = answer
        while len(encoded(_noted(answer, left))) > OUTPUT_LIMIT and (smaller := _changed(answer, change)) != answer:
            answer = smaller
    return _noted(answer, left)


def _changed(part: Any, change: Callable[[str, Any], Any], name: str = "") -> Any:
    """The part of an answer, with the change of everything in it that has a name."""
    part = change(name, part) if name else part
    if isinstance(part, dict):
        return {key: _changed(value, change, key) for key, value in part.items()}
    return [_changed(one, change) for one in part] if isinstance(part, (list, tuple)) else part


def _last_half(name: str, part: Any) -> Any:
    return part[len(part) // 2 + 1 :] if name == "logs" else part


def _shorter(limit: int) -> Callable[[str, Any], Any]:
    return lambda name, part: part[:limit] if name in WORDS and isinstance(part, str) else part


def _first(names: Collection[str], most: Callable[[int], int], left: Counter[str]) -> Callable[[str, Any], Any]:
    """Keeps the first entries of these lists, `most` of their number, and counts the others."""

    def change(name: str, part: Any) -> Any:
        if name not in names or not isinstance(part, (list, tuple, dict)):
            return part
        kept = min(len(part), max(most(len(part)), 1 if name in NEVER_EMPTY else 0))
        left[name] += len(part) - kept
        return dict(list(part.items())[:kept]) if isinstance(part, dict) else list(part)[:kept]

    return change


def _noted(answer: Json, left: Counter[str]) -> Json:
    """The answer with a finding about what it leaves out."""
    counts = [f"{left[name]} more {words}" for name, words in reversed(LISTS.items()) if left[name]]
    if not counts:
        return answer
    words = f"{', '.join(counts[:-1])} and {counts[-1]}" if len(counts) > 1 else counts[0]
    note = Finding(MORE, f"The host's answer has no room for {words}", "", False)
    return {**answer, "findings": [*answer.get("findings", ()), note._asdict()]}
