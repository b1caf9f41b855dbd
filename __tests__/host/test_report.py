"""An answer fits into what Run Command keeps: half an answer is none."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from host.model.failure import Failure, Finding
from host.report import LISTS, MANY, OUTPUT_LIMIT, Evidence, Result, as_json, encoded, failed, fitting, publish

HINT = "The proxy tries to renew it, and its log on the host has the authority's words; renew your own certificate in its secret."


def published(folder: Path, result: Result) -> Any:
    """The answer as the runner reads it."""
    with open(folder / "out", "w+b") as out:
        publish(out.fileno(), as_json(result, (), ()), "a line of the log\n" * 5_000)
        assert os.fstat(out.fileno()).st_size <= OUTPUT_LIMIT + 1
        out.seek(0)
        return json.loads(out.readline())


def expiring(count: int) -> tuple[Finding, ...]:
    return tuple(
        Finding("certificate", f"{number:03}.customers.example.com has no valid certificate", HINT, False) for number in range(count)
    )


def test_keeps_an_answer_that_fits_whole(tmp_path: Path) -> None:
    told = published(tmp_path, Result("deployed", findings=expiring(60)))
    assert [one["detail"][:3] for one in told["findings"]] == [f"{number:03}" for number in range(60)]


@pytest.mark.parametrize(("count", "kept"), [(100, 50), (400, 50), (2_000, 62)])
def test_leaves_out_findings_that_do_not_fit(tmp_path: Path, count: int, kept: int) -> None:
    told = published(tmp_path, Result("deployed", release="r1", findings=expiring(count)))
    assert (told["outcome"], told["release"]) == ("deployed", "r1")
    assert [one["name"] for one in told["findings"]] == ["certificate"] * kept + ["more"]
    assert told["findings"][-1]["detail"] == f"The host's answer has no room for {count - kept} more findings"


def test_shortens_findings_before_leaving_any_out(tmp_path: Path) -> None:
    routes = ", ".join(f"172.29.{number}.0/24 (addresses of the VPC or its routes)" for number in range(250))
    unfit = (Finding("network", f"network: 172.29.0.0/16 overlaps {routes}", "Set network", True), *expiring(3))
    result = failed(Failure("host-unfit", "network", findings=unfit), Result("failed", evidence=Evidence(logs="\x1b" * 60_000)))
    told = published(tmp_path, result)
    assert [one["name"] for one in told["findings"]] == ["network", *["certificate"] * 3]
    assert told["findings"][0]["detail"].startswith("network: 172.29.0.0/16 overlaps 172.29.0.0/24") and told["cause"] == "host-unfit"


def status(count: int, words: str = "x") -> dict[str, Any]:
    """The status of a service with so many of everything, on a host with as many others."""
    numbers = range(count)
    return {
        "outcome": "status",
        "services": [
            {
                "service": "web.production",
                "unwoken": {"cause": "exited", "detail": words, "at": 1, "logs": words * 100},
                "releases": [{"release": f"{number:08}-12345678", "container": True} for number in numbers],
                "drift": [f"leftover {number}" for number in numbers],
                "secrets": {f"SECRET_{number}": "v" * 36 for number in numbers},
                "volumes": [{"name": f"volume-{number}", "path": "/data", "bytes": None} for number in numbers],
                "certificates": [{"name": f"{number}.example.com", "issuer": "R3", "expires": number} for number in numbers],
            }
        ],
        "others": [f"web.pr-{number}" for number in numbers],
        "findings": [Finding("certificate", f"{number} {words}", words, False)._asdict() for number in numbers],
    }


@pytest.mark.parametrize("count", [0, 1, 2, 30, 150, 400, 3_000])
@pytest.mark.parametrize("words", ["x", "\x1b" * 500, "\u20ac" * 5_000, "\ud800"])
def test_any_answer_fits_and_counts_what_it_leaves_out(count: int, words: str) -> None:
    whole = status(count, words)
    answer = fitting(whole)
    assert len(encoded(answer)) <= OUTPUT_LIMIT
    service, before = answer["services"][0], whole["services"][0]
    note = "".join(one["detail"] for one in answer["findings"] if one["name"] == "more")
    for name in ("releases", "drift", "secrets", "volumes", "certificates"):
        assert list(service[name]) == list(before[name])[: len(service[name])]
        assert (f"{count - len(service[name])} more {LISTS[name]}" in note) == (len(service[name]) < count)
    assert (f"{count - len(answer['others'])} more other services" in note) == (len(answer["others"]) < count)
    assert bool(answer["others"]) == bool(service["volumes"]) == bool(count)
    assert max(len(answer["others"]), len(answer["findings"])) <= MANY


def test_leaves_out_the_least_important_parts_first() -> None:
    many = status(400)
    service = fitting(many)["services"][0]
    assert (service["releases"], service["certificates"], service["secrets"]) == ([], [], {})
    assert len(fitting(many)["others"]) == 400
    assert fitting(status(20)) == status(20)


def test_a_removal_fits() -> None:
    answer = {
        "outcome": "removed",
        "removed": [f"image registry.example.com/web@sha256:{number:064}" for number in range(900)],
        "kept": [],
        "others": [],
    }
    told = fitting(answer)
    assert len(encoded(told)) <= OUTPUT_LIMIT
    assert told["findings"][0]["detail"] == f"The host's answer has no room for {900 - len(told['removed'])} more removed things"


def test_knows_every_list_that_a_host_answers() -> None:
    """A new list would have no limit."""
    listed = {name for name, part in as_json(Result("deployed"), (), ()).items() if isinstance(part, (list, tuple)) or name == "secrets"}
    assert listed <= set(LISTS)
