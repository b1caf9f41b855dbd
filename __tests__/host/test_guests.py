"""Which services a host tells of that it was not asked about: whoever ends the host goes by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from __tests__.host.support.samples import release, state
from host import store
from host.model.container import Container
from host.state.folders import make_folders
from host.state.locks import service_locked
from host.state.paths import Paths, services
from host.verbs.status import guests


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(str(tmp_path / "state"), str(tmp_path / "run"))


def keep(paths: Paths, key: str, *names: str) -> None:
    make_folders(paths, key)
    for name in names:
        store.save_release(paths, key, release(name))
    store.save_state(paths, key, state(*names))


def container(key: str, kind: str = "slot", address: str = "172.29.0.2", state: str = "running") -> Container:
    labels = {"docker-to-ec2": kind, "docker-to-ec2.service": key, "docker-to-ec2.address": "172.29.0.2:80"}
    return Container("id", "name", state, "image", labels, (address,), ())


def told(paths: Paths, *present: Container) -> list[str]:
    return guests(paths, services(paths), present)


def test_lists_services_with_a_verified_release(paths: Paths) -> None:
    keep(paths, "web.production", "a-1")
    keep(paths, "api.staging", "b-1", "b-2")
    assert told(paths) == ["api.staging", "web.production"]


def test_leaves_out_what_a_failed_first_release_left(paths: Paths) -> None:
    keep(paths, "late.production")
    assert told(paths) == []


@pytest.mark.parametrize("damage", ["", "{", "null"])
def test_lists_services_whose_state_is_damaged(paths: Paths, damage: str) -> None:
    keep(paths, "api.staging", "b-1")
    Path(f"{paths.service('api.staging')}/state.json").write_text(damage)
    assert told(paths) == ["api.staging"]


def test_lists_services_that_only_have_containers(paths: Paths) -> None:
    assert told(paths, container("api.staging"), container("", kind="proxy")) == ["api.staging"]


def test_leaves_out_containers_of_images_committed_from_a_slot(paths: Paths) -> None:
    assert told(paths, container("api.staging", address="172.17.0.2")) == []


def test_lists_a_service_whose_first_deploy_has_no_container_yet(paths: Paths) -> None:
    keep(paths, "api.staging")
    with service_locked(paths, "api.staging", 0):
        assert told(paths) == ["api.staging"]
    assert told(paths) == []


def test_lists_a_service_whose_job_runs_even_if_its_order_was_killed(paths: Paths) -> None:
    assert told(paths, container("api.staging", "release-command"), container("web.pr-1", "seed")) == ["api.staging", "web.pr-1"]
    assert told(paths, container("api.staging", "release-command", state="exited")) == []
    assert told(paths, container("api.staging", "release-command", address="172.17.0.2")) == []
