"""What is kept of a service, on real files that are damaged one by one."""

from __future__ import annotations

import json
import os
import shutil
import threading
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import route_of
from __tests__.host.support.samples import release, state
from host import store
from host.edge import stored
from host.model.failure import Failure
from host.model.service import Canary
from host.state.files import read
from host.state.folders import make_folders
from host.state.paths import Paths

KEY = "web.production"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    here = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(here, KEY)
    return here


def keep(paths: Paths, *names: str, left: tuple[str, ...] = ()) -> None:
    for age, name in enumerate(reversed(names)):
        store.save_release(paths, KEY, release(name))
        os.utime(paths.release(KEY, name), (1_000_000 - age, 1_000_000 - age))
    store.save_state(paths, KEY, state(*names, left=left)._replace(pulled=("a@sha256:b",)))


def test_a_service_that_was_never_deployed_has_no_state(paths: Paths) -> None:
    known = store.load_state(paths, KEY)
    assert known == state()


def test_reads_what_it_has_saved(paths: Paths) -> None:
    keep(paths, "a-1", "b-2", left=("a-1",))
    known = store.load_state(paths, KEY)
    assert known.active == "b-2" and known.history.releases == ("a-1", "b-2") and known.history.left == {"a-1"}
    assert known.pulled == ("a@sha256:b",)
    assert store.load_release(paths, KEY, "a-1") == release("a-1")


def test_an_order_of_another_service_disturbs_no_look_at_the_state(paths: Paths) -> None:
    """It does not hold this service's lock: it reads the releases while they are forgotten, or the service is removed."""
    text = release("a-1").document

    def come_and_go() -> None:
        for _ in range(300):
            make_folders(paths, KEY)
            for number in range(5):
                Path(paths.release(KEY, f"a-{number}")).write_text(json.dumps(text))
            store.forget(paths, KEY, [f"a-{number}" for number in range(5)])
            shutil.rmtree(paths.service(KEY))

    other = threading.Thread(target=come_and_go)
    other.start()
    while other.is_alive():
        assert stored.gather(paths, {}).routes.keys() <= {KEY}
        assert len(store.load_state(paths, KEY).history.releases) <= 5


@pytest.mark.parametrize("damage", ["", "{", "null", "[]", '{"active":3,"releases":"x","left":{},"pulled":null}'])
def test_rebuilds_a_damaged_state_from_the_documents(paths: Paths, damage: str) -> None:
    keep(paths, "a-1", "b-2", "c-3")
    Path(f"{paths.service(KEY)}/state.json").write_text(damage)
    known = store.load_state(paths, KEY)
    assert known.history.releases == ("a-1", "b-2", "c-3")
    assert known.active == ""


@pytest.mark.parametrize("damage", ["", "{", '{"name":"a-1"}'])
def test_a_damaged_document_is_not_a_release(paths: Paths, damage: str) -> None:
    keep(paths, "a-1", "b-2")
    Path(paths.release(KEY, "a-1")).write_text(damage)
    assert store.load_release(paths, KEY, "a-1") is None
    assert store.load_release(paths, KEY, "b-2") is not None


def test_an_empty_document_does_not_count_as_verified(paths: Paths) -> None:
    keep(paths, "a-1", "b-2")
    Path(paths.release(KEY, "b-2")).write_text("")
    assert store.load_state(paths, KEY).history.releases == ("a-1",)


def test_ignores_a_document_under_another_name(paths: Paths) -> None:
    keep(paths, "a-1")
    os.rename(paths.release(KEY, "a-1"), paths.release(KEY, "b-2"))
    assert store.load_release(paths, KEY, "b-2") is None


def test_remembers_completed_orders_and_forgets_the_oldest(paths: Paths) -> None:
    for number in range(store.RESULTS + 5):
        store.save_result(paths, KEY, f"d-{number}", {"outcome": "deployed"})
        os.utime(paths.result(KEY, f"d-{number}"), (number, number))
    assert store.load_result(paths, KEY, "d-24") == {"outcome": "deployed"}
    assert len(os.listdir(f"{paths.service(KEY)}/results")) == store.RESULTS
    assert store.load_result(paths, KEY, "unknown") is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"outcome":3}', '{"replayed":true,"volumes":["x",{"name":4},null]}'])
def test_ignores_a_damaged_result(paths: Paths, damage: str) -> None:
    store.save_result(paths, KEY, "d-1", {"outcome": "deployed", "volumes": [{"name": "web.production.data"}, {"name": "/srv"}]})
    Path(paths.result(KEY, "d-2")).write_text(damage)
    os.mkdir(paths.result(KEY, "d-3"))
    assert store.load_result(paths, KEY, "d-2") is None
    assert store.load_result(paths, KEY, "d-3") is None
    assert store.volumes_told(paths, KEY) == {"web.production.data"}


def test_keeps_a_result_even_if_all_others_are_dated_tomorrow(paths: Paths) -> None:
    for number in range(store.RESULTS):
        store.save_result(paths, KEY, f"d-{number}", {"outcome": "deployed"})
        os.utime(paths.result(KEY, f"d-{number}"), (2**32 + number, 2**32 + number))
    store.save_result(paths, KEY, "now", {"outcome": "rolled-back"})
    assert store.load_result(paths, KEY, "now") == {"outcome": "rolled-back"}
    assert len(os.listdir(f"{paths.service(KEY)}/results")) == store.RESULTS


def test_a_forgotten_service_keeps_only_its_images(paths: Paths) -> None:
    keep(paths, "a-1", "b-2", left=("a-1",))
    store.give_up(paths, KEY)
    assert store.load_state(paths, KEY) == state()._replace(pulled=("a@sha256:b",))
    assert os.listdir(f"{paths.service(KEY)}/releases") == []


CANARY = Canary("d-1", release("new-1"), "abc123", "172.29.0.7:8080", 1, 50, 1_795_600_000, 60, "boot", 12.5, route_of(80), 30)


def test_saves_all_fields_of_a_canary(paths: Paths) -> None:
    assert store.load_canary(paths, KEY) is None
    store.save_canary(paths, KEY, CANARY)
    assert store.load_canary(paths, KEY) == CANARY
    store.save_canary(paths, KEY, CANARY._replace(earlier_route=None))
    assert store.load_canary(paths, KEY) == CANARY._replace(earlier_route=None)
    store.forget_canary(paths, KEY)
    assert store.load_canary(paths, KEY) is None


@pytest.mark.parametrize("damage", ["", "{", '{"id":"d-1"}'])
def test_ignores_a_damaged_canary(paths: Paths, damage: str) -> None:
    store.save_canary(paths, KEY, CANARY)
    Path(f"{paths.service(KEY)}/canary.json").write_text(damage)
    assert store.load_canary(paths, KEY) is None


def test_reports_the_end_of_a_canary_for_that_canary_only(paths: Paths) -> None:
    store.canary_ended(paths, KEY, "d-1", "it lost contact with its run")
    assert store.why_ended(paths, KEY, "d-1") == "it lost contact with its run"
    assert store.why_ended(paths, KEY, "d-2") == ""
    assert read(f"{paths.service(KEY)}/canary-ended.json") != ""


def test_ends_only_the_order_with_that_id(tmp_path: Path) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    os.makedirs(paths.service("web.production"))
    store.refuse_stopped(paths, "web.production", "o-1", "")
    store.save_stop(paths, "web.production", "c-1", "alarm", "web 5xx")
    store.refuse_stopped(paths, "web.production", "o-1", "")
    for ids in (("c-1", ""), ("o-1", "c-1")):
        with pytest.raises(Failure, match="alarm: web 5xx"):
            store.refuse_stopped(paths, "web.production", *ids)


def test_creates_nothing_for_a_missing_service(tmp_path: Path) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    store.save_stop(paths, "web.production", "c-1", "alarm", "web 5xx")
    store.refuse_stopped(paths, "web.production", "c-1")
