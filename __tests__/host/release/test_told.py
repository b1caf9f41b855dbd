"""What the runner is told of a release that is live."""

from __future__ import annotations

from pathlib import Path

import pytest

from __tests__.host.support.run_bed import nobody, run_of, slot_at
from __tests__.host.support.samples import release
from host.model.order import Bake, NetworkPlan
from host.release.attempt import Attempt
from host.release.told import served
from host.state.paths import Paths


@pytest.mark.parametrize(
    ("wanted", "address", "told"),
    [
        (None, "172.29.0.7:8080", []),
        ("172.29.0.0/16", "172.29.0.7:8080", []),
        ("10.213.0.0/16", "10.213.255.254:8080", []),
        ("10.213.0.0/16", "172.29.0.7:8080", ["network"]),
        ("10.213.0.0/16", "", []),
    ],
)
def test_a_slot_outside_of_the_wanted_network_is_told_with_what_moves_it(
    tmp_path: Path, wanted: str | None, address: str, told: list[str]
) -> None:
    run = run_of(Paths(str(tmp_path), str(tmp_path)), nobody(tmp_path), Bake(0, 20, 0.1))
    run.order = run.order._replace(network=NetworkPlan(wanted, ()))
    served(run, Attempt(), release("r1"), "unchanged", slot_at(address))
    assert [finding.name for finding in run.findings] == told
    assert all("10.213.0.0/16" in finding.detail and "restart" in finding.hint for finding in run.findings)
