"""What a host tells of the requests that come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import deployed
from host.docker import Docker
from host.edge import caddy
from host.edge.counters import Counters, counters
from host.state.paths import Paths
from host.verbs.status import status


def test_asks_the_proxy_once_for_all_services(docker: Docker, mark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The counters of a host with many services take it most of a second to tell."""
    keys = [f"{mark}-{number}" for number in range(3)]
    run, *_ = [deployed(docker, key, tmp_path) for key in keys]
    counted = counters("process_start_time_seconds 1", keys[1])
    asked: list[list[str]] = []

    def told(_paths: Paths, wanted: Collection[str]) -> Mapping[str, Counters]:
        asked.append(list(wanted))
        return {keys[1]: counted._replace(live=counted.live._replace(total=7))}

    monkeypatch.setattr(caddy, "counted_each", told)
    services = status(run.order._replace(service=""), run.paths, run.began)["services"]
    assert asked == [keys]
    assert [one["traffic"] and one["traffic"]["requests"] for one in services] == [None, 7, None]
