"""What a host tells of a service's data: whoever ends the host goes by it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import deployed, logged
from __tests__.host.support.samples import state
from host.docker import Docker, create_volume, remove_volume
from host.model.container import Container, Mount
from host.run import Run, Snapshot, snapshot_of
from host.verbs.status import left_behind, volumes

KEY = f"web.{uuid.uuid4().hex[:12]}"
"""A service that nobody else has."""
OLD = f"{KEY}.old"
NEW = f"{KEY}.new"
OTHER = f"other.{KEY}.data"


@pytest.fixture
def run(tmp_path: Path, docker: Docker) -> Iterator[Run]:
    for name in (OLD, NEW):
        create_volume(docker, name, {"docker-to-ec2.service": KEY})
    create_volume(docker, OTHER, {"docker-to-ec2.service": f"other.{KEY}"})
    with logged(deployed(docker, KEY, tmp_path)) as one:
        yield one
    for name in (OLD, NEW, OTHER):
        remove_volume(docker, name)


def slot(*mounts: Mount) -> Container:
    labels = {"docker-to-ec2": "slot", "docker-to-ec2.service": KEY, "docker-to-ec2.address": "172.29.0.2:80"}
    return Container("id", "name", "running", "image", labels, ("172.29.0.2",), mounts)


def told(run: Run, *present: Container, sizes: dict[str, int]) -> list[tuple[str, str, object]]:
    return [(one["name"], one["path"], one["bytes"]) for one in volumes(run, snapshot_of(run, present), sizes)]


def test_reports_a_volume_that_no_container_uses_any_more(run: Run) -> None:
    mounts = (Mount(NEW, "/var/lib/docker/volumes/new", "/data", True), Mount("", "/srv/files", "/files", True))
    assert told(run, slot(*mounts), sizes={OLD: 7}) == [("/srv/files", "/files", None), (NEW, "/data", None), (OLD, "", 7)]


def test_reports_a_volume_of_unknown_size_but_no_empty_one(run: Run) -> None:
    assert told(run, sizes={NEW: 0}) == [(OLD, "", None)]


def test_ignores_a_read_only_volume(run: Run) -> None:
    mounts = (Mount(NEW, "/var/lib/docker/volumes/new", "/data", False),)
    assert told(run, slot(*mounts), sizes={OLD: 0}) == []


def test_reports_no_volumes_and_that_docker_is_down(run: Run) -> None:
    away = Run(run.order, run.paths, run.began)
    assert volumes(away, Snapshot((), (), state(), None), {}) == []


def test_reports_what_a_removed_service_left_unless_it_is_empty(run: Run) -> None:
    def left(told: set[str], sizes: dict[str, int]) -> list[str]:
        return [name for name in left_behind(run.docker, told, sizes) if KEY in name]

    assert left({KEY}, {}) == [OTHER]
    assert left({KEY}, {OTHER: 0}) == []
    assert left({KEY, f"other.{KEY}"}, {}) == []
    assert left(set(), {OTHER: 7, NEW: 0}) == [OTHER, OLD]
