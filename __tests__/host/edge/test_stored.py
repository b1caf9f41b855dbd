"""The routes of all services, out of files that are whole, damaged, or gone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import route_of
from host.edge import stored
from host.edge.routes import routing
from host.edge.routes.route import document
from host.model.failure import Failure
from host.model.release import Route
from host.state.paths import Paths

WEB = route_of(80)
API = route_of(81, domains=("api.example.com",), path="/v1", trusted=("10.0.0.0/8",))
OLD_API = route_of(82)
DAMAGES = ["", "{", json.dumps(document(API))[:20], "null", "[]", '{"http-port":81}', "\0" * 64, "\udcff"]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    for folder in ("proxy/routes", "services/api.production/releases"):
        os.makedirs(f"{found.state}/{folder}")
    return found


def put(path: str, value: object) -> None:
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(value if isinstance(value, str) else json.dumps(document(value) if isinstance(value, Route) else value))


def put_last(paths: Paths, last: dict[str, Route]) -> None:
    put(stored.config_path(paths), routing.render(last))


def put_release(paths: Paths, name: str, route: Route) -> None:
    put(paths.release("api.production", name), {"name": name, "spec": document(route), "trusted": list(route.trusted)})


@pytest.mark.parametrize(
    ("files", "besides", "expected"),
    [
        ({}, "", {}),
        ({"web.production": WEB}, "", {"web.production": WEB}),
        ({"web.production": WEB, "api.production": API}, "", {"web.production": WEB, "api.production": API}),
        ({"web.production": WEB, "api.production": API}, "web.production", {"api.production": API}),
        ({"web.production": ""}, "web.production", {}),
    ],
)
def test_reads_each_service_from_its_file(paths: Paths, files: dict[str, object], besides: str, expected: dict[str, Route]) -> None:
    for key, route in files.items():
        put(paths.route(key), route)
    assert stored.all_of(paths, {}, besides) == expected


@pytest.mark.parametrize("damage", [*DAMAGES, None])
def test_replaces_a_damaged_or_missing_file_from_the_next_source(paths: Paths, damage: str | None) -> None:
    key = "api.production"
    if damage is not None:
        put(paths.route(key), damage)
    put(f"{paths.service(key)}/state.json", {"active": "r2", "releases": ["r1", "r2"]})
    put_release(paths, "r1", OLD_API)
    assert stored.all_of(paths, {}) == {key: OLD_API}
    put_release(paths, "r2", API)
    assert stored.all_of(paths, {}) == {key: API}
    put_last(paths, {key: OLD_API})
    assert stored.all_of(paths, {}) == {key: OLD_API}
    assert stored.all_of(paths, {key: API}) == {key: API}


@pytest.mark.parametrize("damage", DAMAGES)
def test_refuses_an_unrecoverable_service_by_name_instead_of_leaving_it_out(paths: Paths, damage: str) -> None:
    put(paths.route("web.production"), WEB)
    put(paths.route("api.production"), damage)
    with pytest.raises(Failure, match=r"api\.production") as failed:
        stored.all_of(paths, {})
    assert failed.value.cause == "proxy-failed"
    assert stored.all_of(paths, {}, besides="api.production") == {"web.production": WEB}


@pytest.mark.parametrize("damage", [*DAMAGES, None])
def test_completes_the_configuration_from_the_files(paths: Paths, damage: str | None) -> None:
    put(paths.route("web.production"), WEB)
    put(paths.route("api.production"), API)
    if damage is not None:
        put(stored.config_path(paths), damage)
    assert stored.repair_files(paths) == ()
    written = json.loads(Path(stored.config_path(paths)).read_text())
    assert routing.routes_of(written) == {"web.production": WEB, "api.production": API}
    assert written["admin"]["listen"].startswith("unix/")


def test_completes_a_configuration_that_lacks_a_service(paths: Paths) -> None:
    put(paths.route("web.production"), WEB)
    put(paths.route("api.production"), API)
    put_last(paths, {"web.production": WEB})
    stored.repair_files(paths)
    assert routing.routes_of(json.loads(Path(stored.config_path(paths)).read_text())).keys() == {"web.production", "api.production"}


def test_leaves_a_complete_configuration_alone(paths: Paths) -> None:
    put(paths.route("web.production"), WEB)
    put(stored.config_path(paths), routing.render({"web.production": WEB}, 1))
    before = os.stat(stored.config_path(paths)).st_ino
    assert stored.repair_files(paths) == ()
    assert os.stat(stored.config_path(paths)).st_ino == before


def test_reports_a_lost_service_without_affecting_others(paths: Paths) -> None:
    put(paths.route("web.production"), WEB)
    put(paths.route("api.production"), "")
    put(stored.config_path(paths), "")
    (finding,) = stored.repair_files(paths)
    assert "api.production" in finding.detail
    assert routing.routes_of(json.loads(Path(stored.config_path(paths)).read_text())) == {"web.production": WEB}
    with pytest.raises(Failure, match=r"api\.production"):
        stored.all_of(paths, {"web.production": WEB})


def test_writes_no_configuration_without_sources(tmp_path: Path) -> None:
    assert stored.repair_files(Paths(str(tmp_path / "none"), str(tmp_path / "run"))) == ()
    assert not (tmp_path / "none").exists()
