"""An answer fits into what Run Command keeps: half an answer is none."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from host.model.failure import Failure, Finding
from host.report import OUTPUT_LIMIT, Evidence, Result, as_json, failed, publish

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
    assert told["findings"][-1]["detail"] == f"{count - kept} more findings of the host do not fit into its answer"


def test_shortens_findings_before_leaving_any_out(tmp_path: Path) -> None:
    routes = ", ".join(f"172.29.{number}.0/24 (addresses of the VPC or its routes)" for number in range(250))
    unfit = (Finding("network", f"network: 172.29.0.0/16 overlaps {routes}", "Set network", True), *expiring(3))
    result = failed(Failure("host-unfit", "network", findings=unfit), Result("failed", evidence=Evidence(logs="\x1b" * 60_000)))
    told = published(tmp_path, result)
    assert [one["name"] for one in told["findings"]] == ["network", *["certificate"] * 3]
    assert told["findings"][0]["detail"].startswith("network: 172.29.0.0/16 overlaps 172.29.0.0/24") and told["cause"] == "host-unfit"
