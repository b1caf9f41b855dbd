"""The result of an order in the runner's format: one line of JSON, then the end of the log."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from host.model.failure import Failure, Finding
from host.model.json import Json

OUTPUT_LIMIT = 23_500
"""Limit of stdout; Run Command keeps the first 24,000 characters: https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html"""
LOG_LIMIT = 10_240
LOGS_LIMIT = 6_144
TEXT_LIMIT = 1_000
"""Bytes of the order's log; characters of the container's log, and of other texts."""
MORE = "more"
"""Name of the finding that stands for those that did not fit."""


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
    line = json.dumps(_fitting(answer), ensure_ascii=False).encode("utf-8", "replace")
    room = max(0, min(LOG_LIMIT, OUTPUT_LIMIT - len(line) - 1))
    end = log.encode("utf-8", "replace")[-room:] if room else b""
    data = line + b"\n" + end.decode("utf-8", "ignore").encode()
    while data:
        data = data[os.write(out, data) :]


def _fitting(answer: Json) -> Json:
    """The answer, cut to fit: half an answer would be none."""
    total = len(answer.get("findings", ()))
    while len(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")) > OUTPUT_LIMIT:
        smaller = _smaller(answer, total)
        if smaller is None:
            break
        answer = smaller
    return answer


def _smaller(answer: Json, total: int) -> Json | None:
    """First with half of the container's log, in which a control character takes six bytes; then with shorter findings; then with half of them,
    and the number of the others, of `total`. The fatal ones come first. None if nothing can be left out."""
    evidence, findings = answer.get("evidence", {}), answer.get("findings", ())
    logs = evidence.get("logs")
    if logs:
        return {**answer, "evidence": {**evidence, "logs": logs[len(logs) // 2 + 1 :]}}
    if any(len(one["detail"]) > TEXT_LIMIT for one in findings):
        return {**answer, "findings": [{**one, "detail": one["detail"][:TEXT_LIMIT]} for one in findings]}
    told = [one for one in findings if one["name"] != MORE]
    if not told:
        return None
    kept = len(told) // 2
    note = Finding(MORE, f"{total - kept} more findings of the host do not fit into its answer", "", False)
    return {**answer, "findings": [*told[:kept], note._asdict()]}
