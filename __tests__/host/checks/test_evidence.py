"""No secret leaves the host in evidence or log, whenever it was learned and wherever a text was cut."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.raw_server import saying, tcp_server
from __tests__.host.support.run_bed import KEY, logged, nobody, run_of, slot_at
from host.checks import evidence
from host.checks.probe import probe
from host.docker import Docker, create, start
from host.model.failure import Failure, Finding
from host.model.order import Bake
from host.model.release import Health
from host.report import Evidence, Result, as_json
from host.run import Run
from host.state.folders import make_folders
from host.state.paths import Paths

SECRET = "correct horse/battery+staple"


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(paths, KEY)
    with logged(run_of(paths, nobody(tmp_path), Bake(0, 20, 1))) as one:
        yield one


def test_masks_a_secret_in_lines_from_before_it_was_known(run: Run) -> None:
    run.say(f"failed: health-redirect: a redirect to https://id.example/?client_secret={SECRET}")
    run.keep_secret([SECRET])
    assert run.log_text() == "failed: health-redirect: a redirect to https://id.example/?client_secret=***\n"


def test_withholds_output_that_could_show_an_unknown_secret(run: Run) -> None:
    one = slot_at("172.29.0.9:80")._replace(secrets={"TOKEN": "1"})
    seen = evidence.gather(run, one, Failure("canary-unhealthy", body=SECRET))
    assert seen.logs == seen.health == evidence.WITHHELD


def test_shows_the_output_of_a_container_without_secrets(run: Run) -> None:
    seen = evidence.gather(run, slot_at("172.29.0.9:80"), Failure("health-status", body="oops"))
    assert seen.health == "oops"


def test_learns_the_secrets_of_a_container_from_another_order(run: Run, docker: Docker, tiny_image: str, mark: str) -> None:
    described = {"Image": tiny_image, "Env": [f"TOKEN={SECRET}"], "Cmd": ["/bin/dash", "-c", 'echo "$TOKEN"; exec sleep 600']}
    identity = create(docker, mark, described)
    start(docker, identity)
    run.use(docker)
    one = slot_at("172.29.0.9:80", identity)._replace(secrets={"TOKEN": "1"})
    seen = evidence.gather(run, one, Failure("canary-unhealthy", body=f"token: {SECRET}"))
    told = as_json(Result("failed", evidence=seen), (), run.secret_values)
    assert told["evidence"]["health"] == "token: ***"
    assert SECRET not in json.dumps(told)


def test_no_finding_shows_a_secret() -> None:
    finding = Finding("secrets", f"AWS refused {SECRET}", f"Look at {SECRET}.", fatal=False)
    told = as_json(Result("deployed", findings=(finding,)), (), [SECRET])
    assert told["findings"] == [{"name": "secrets", "detail": "AWS refused ***", "hint": "Look at ***.", "fatal": False}]


@pytest.mark.parametrize("spelled", [lambda text: base64.b64encode(text.encode()).decode(), lambda text: text.encode().hex()])
def test_masks_a_secret_that_the_end_of_the_excerpt_would_cut(spelled: Callable[[str], str]) -> None:
    secret = base64.b64encode(os.urandom(1500)).decode()
    body = f"{'x' * 700}: {spelled(secret)}".encode()
    answer = b"HTTP/1.1 500 Oh\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body)
    with tcp_server(saying(answer)) as port:
        seen = probe(f"127.0.0.1:{port}", Health("/", "200", "", 5, 1))
    told = as_json(Result("failed", evidence=Evidence(health=seen.body)), (), [secret])
    assert told["evidence"]["health"] == f"{'x' * 700}: ***"
