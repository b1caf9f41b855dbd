"""Which doors a service has under an order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from __tests__.host.support import samples
from __tests__.host.support.run_bed import KEY, nobody, run_of
from host.aws import secrets
from host.edge.routes import routing
from host.edge.routes.route import document
from host.edge.stored import config_path
from host.model.doors import Accounts, Doors
from host.model.order import Bake
from host.model.release import NoRoute, Release, Secret
from host.release import accounts, doors
from host.run import Run
from host.state.files import write
from host.state.folders import make_folders
from host.state.paths import Paths

SHUT = Doors(
    basic_auth="ssm:/web/production/door",
    allow_from=("192.0.2.0/24",),
    maintenance=True,
    accounts=Accounts("ssm:/web/production/door", "3", ("timmy:$2a$04$HPWFYcFt5mINogaqOP8ZMuV.9e8BhXctF2whaK6WsXQjXmiaP1cZ6",)),
)
EARLIER = samples.release("a-1")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    paths = Paths(str(tmp_path / "s"), str(tmp_path / "r"))
    make_folders(paths, KEY)
    return run_of(paths, nobody(tmp_path), Bake(0, 20, 1))


def shut(release: Release) -> Release:
    web = samples.web_of(release)
    return release._replace(kind=web._replace(route=web.route._replace(doors=SHUT)))


def test_a_rollback_to_an_earlier_release_keeps_the_access_rules(run: Run) -> None:
    write(run.paths.route(KEY), routing.text(document(shut(EARLIER).route)))
    assert doors.kept(run, EARLIER) == shut(EARLIER)
    assert doors.kept(run, EARLIER).document == EARLIER.document


def test_finds_access_rules_if_the_file_of_the_route_is_lost(run: Run) -> None:
    write(config_path(run.paths), routing.text(routing.render({KEY: samples.web_of(shut(EARLIER)).route})))
    write(run.paths.route(KEY), "{")
    assert doors.kept(run, EARLIER) == shut(EARLIER)


@pytest.mark.parametrize("damaged", [False, True])
def test_a_rollback_from_a_worker_keeps_the_access_rules_from_before(run: Run, damaged: bool) -> None:
    doors.leave(run, SHUT)
    write(run.paths.route(KEY), routing.text(document(NoRoute.NONE)))
    if damaged:
        write(f"{run.paths.service(KEY)}/doors.json", '{"doors":{"max-body":-1}}')
    assert doors.kept(run, EARLIER) == (EARLIER if damaged else shut(EARLIER))


def test_keeps_a_password_rule_if_the_passwords_are_lost_with_all_files(run: Run) -> None:
    told = samples.document("a-1", spec={"basic-auth": SHUT.basic_auth})
    write(run.paths.release(KEY, "a-1"), json.dumps(told))
    write(f"{run.paths.service(KEY)}/state.json", json.dumps({"active": "a-1", "releases": ["a-1"]}))
    left = samples.web_of(doors.kept(run, EARLIER)).route.doors
    assert left == Doors(basic_auth=SHUT.basic_auth)
    assert '"status_code":401' in routing.text(routing.render({KEY: samples.web_of(EARLIER).route._replace(doors=left)}))


def test_an_unknown_release_brings_its_own_access_rules(run: Run) -> None:
    brought = samples.release("b-1", spec={"maintenance": True})
    assert doors.kept(run, brought) == brought
    assert doors.brought(run, brought) == brought


@pytest.mark.parametrize(("act", "lines"), [(doors.brought, SHUT.accounts.lines), (doors.renewed, ("timmy:anew",))])
def test_a_restart_reads_passwords_again_even_at_the_same_version(
    run: Run, monkeypatch: pytest.MonkeyPatch, act: Callable[[Run, Release], Release], lines: tuple[str, ...]
) -> None:
    """A parameter that was deleted, and made again, has its first version again."""
    write(run.paths.route(KEY), routing.text(document(shut(EARLIER).route)))
    monkeypatch.setattr(secrets, "read", lambda sources, _: dict.fromkeys(sources, Secret("timmy:other", "3")))
    monkeypatch.setattr(accounts, "hashed", lambda _, __, source, secret: Accounts(source, secret.version, ("timmy:anew",)))
    assert samples.web_of(act(run, shut(EARLIER))).route.doors.accounts.lines == lines
