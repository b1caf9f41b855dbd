"""What a host tells of the logs of a service's containers."""

from __future__ import annotations

import base64
import json
import random
import string
import zlib
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import deployed, make_slot
from host import docker as api
from host import store
from host.docker import Docker, DockerDown
from host.docker.excerpt import Line
from host.model.json import Json
from host.report import OUTPUT_LIMIT, encoded, fitting
from host.run import Run
from host.state.files import write
from host.verbs import logs as verb

SECRET = "correct horse/battery+staple"
ADDRESS = "172.29.0.9:80"


def shell(*script: str) -> dict[str, Any]:
    return {"Cmd": ["/bin/dash", "-c", "\n".join(script)]}


def lines_of(container: Json) -> list[str]:
    """Without their times."""
    text = zlib.decompress(base64.b64decode(container["packed"])).decode() if container["packed"] else ""
    return [line.partition(" ")[2] for line in text.split("\n")] if text else []


def asked(run: Run, **order: Any) -> Json:
    answer = verb.logs(run.order._replace(verb="logs", service=run.key, **order), run.paths, run.began)
    assert encoded(fitting(answer)) == encoded(answer)
    return answer


def only(answer: Json) -> Json:
    (container,) = answer["containers"]
    assert isinstance(container, dict)
    return container


def live(run: Run, image: str, **described: Any) -> str:
    """A container that has the traffic."""
    id = make_slot(run, image, "r1", ADDRESS, **described)
    write(run.paths.live(run.key), f"{ADDRESS}\n")
    api.start(run.docker, id)
    return id


@pytest.fixture
def run(docker: Docker, mark: str, tmp_path: Path) -> Run:
    return deployed(docker, mark, tmp_path)


def test_nothing_is_live(run: Run) -> None:
    assert asked(run) == {"outcome": "logs", "docker": "", "state": "none", "release": "", "containers": []}


def test_docker_does_not_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def down() -> Docker:
        raise DockerDown("it has ended")

    monkeypatch.setattr(api, "connect", down)
    assert asked(run)["docker"] == "Docker does not answer: it has ended"


def test_the_live_release(run: Run, tiny_image: str) -> None:
    live(run, tiny_image, **shell("echo one", "echo two >&2", "echo three", "exec sleep 600"))
    until(lambda: len(lines_of(only(asked(run)))) == 3)
    answer = asked(run, lines=2)
    assert (answer["state"], answer["release"]) == ("live", "r1")
    told = only(answer)
    assert (told["track"], told["release"], told["state"], told["restarts"], told["exitCode"]) == ("live", "r1", "running", 0, None)
    assert (told["problem"], told["leftLines"], told["leftBytes"], told["driver"]) == ("", 0, 0, "json-file")
    assert len(lines_of(told)) == 2


def test_no_secret_in_any_line(run: Run, tiny_image: str) -> None:
    own = {"": "slot", ".service": run.key, ".release": "r1", ".address": ADDRESS, ".secrets": json.dumps({"TOKEN": "1"})}
    labels = {f"docker-to-ec2{name}": value for name, value in own.items()}
    described = shell('echo "token: $TOKEN"', "exec sleep 600")
    live(run, tiny_image, Env=[f"TOKEN={SECRET}\nthe second line"], Labels=labels, **described)
    until(lambda: lines_of(only(asked(run))) == ["token: ***", "***"])
    assert SECRET not in json.dumps(asked(run))


def test_withholds_what_cannot_be_masked(run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "learn_secrets", lambda _run, _slot: False)
    live(run, tiny_image, **shell(f"echo {SECRET}", "exec sleep 600"))
    told = only(asked(run))
    assert (told["withheld"], told["problem"]) == (True, "")
    assert lines_of(told) == []


def test_a_container_that_crashes_again_and_again(run: Run, tiny_image: str) -> None:
    restarts = {"HostConfig": {"RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 2}}}
    live(run, tiny_image, **shell("echo starting", "exit 41"), **restarts)
    until(lambda: only(asked(run))["state"] == "exited")
    until(lambda: lines_of(only(asked(run))) == ["starting"] * 3)
    told = only(asked(run))
    assert (told["restarts"], told["exitCode"], told["outOfMemory"]) == (2, 41, False)
    assert min(told["finishedAt"], told["startedAt"]) > "2000"


def test_a_container_that_crashed_and_runs(run: Run, tiny_image: str) -> None:
    restarts = {"HostConfig": {"RestartPolicy": {"Name": "always"}}}
    live(run, tiny_image, **shell("[ -e /was ] && exec sleep 600", ": >/was", "exit 42"), **restarts)
    until(lambda: only(asked(run))["restarts"] == 1 and only(asked(run))["state"] == "running")
    assert only(asked(run))["exitCode"] == 42


def test_a_log_that_docker_does_not_keep(run: Run, tiny_image: str) -> None:
    live(run, tiny_image, **shell("echo hello"), HostConfig={"LogConfig": {"Type": "none"}})
    told = only(asked(run))
    assert told["driver"] == "none"
    assert "read" in told["problem"]
    assert told["packed"] == ""


def test_a_canary_beside_the_live_release(run: Run, tiny_image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    live(run, tiny_image, **shell("echo old", "exec sleep 600"))
    id = make_slot(run, tiny_image, "r2", "172.29.0.10:80", **shell("echo new", "exec sleep 600"))
    api.start(run.docker, id)
    canary = type("Canary", (), {"slot": id})()
    monkeypatch.setattr(store, "load_canary", lambda _paths, _key: canary)
    until(lambda: [lines_of(one) for one in asked(run)["containers"]] == [["old"], ["new"]])
    assert [(one["track"], one["release"]) for one in asked(run)["containers"]] == [("live", "r1"), ("canary", "r2")]


def test_only_the_last_lines_fit_into_an_answer(run: Run, tiny_image: str) -> None:
    chance = random.Random(7)
    lines = ["".join(chance.choices(string.ascii_letters, k=400)) for _ in range(200)]
    live(run, tiny_image, **shell("echo '" + "\n".join(lines) + "'", "exec sleep 600"))
    until(lambda: lines[-1] in lines_of(only(asked(run, lines=1))))
    answer = asked(run, lines=2000)
    told = only(answer)
    assert len(encoded(answer)) <= OUTPUT_LIMIT
    assert 40 < len(lines_of(told)) < 100
    assert lines_of(told) == lines[-len(lines_of(told)) :]
    assert told["leftLines"] == 200 - len(lines_of(told))
    assert told["leftBytes"] == told["leftLines"] * (400 + len("2026-11-28T17:57:33.123Z ") + 1)


def test_a_short_log_leaves_its_room_to_a_long_one() -> None:
    chance = random.Random(7)
    long = ["".join(chance.choices(string.ascii_letters, k=200)) for _ in range(500)]
    short = ["hello"]
    kept = verb.fitting([long, short], 20_000)
    assert kept[1] == short
    assert kept[0] == long[-len(kept[0]) :]
    assert 19_500 < len(verb.packed(kept[0])) + len(verb.packed(kept[1])) <= 20_000
    even = verb.fitting([long, long], 20_000)
    assert abs(len(even[0]) - len(even[1])) <= 1


def test_masks_each_stream_by_itself() -> None:
    encoded = base64.b64encode(SECRET.encode()).decode()
    lines = [Line(1, "", encoded[:20]), Line(2, "", "between"), Line(1, "", encoded[20:])]
    assert verb.masked(lines, [SECRET]) == ["***", "between", "***"]
    assert verb.masked(lines, []) == [encoded[:20], "between", encoded[20:]]


def test_masks_the_start_of_a_secret_at_the_end_of_a_line_that_was_cut() -> None:
    long = "s3cret" * 100
    assert verb.masked([Line(1, "", f"x {long[:300]}", 300), Line(1, "", "next")], [long]) == ["x ***", "next"]


def test_a_long_line_is_cut_after_it_was_masked() -> None:
    told = verb._told(api.Excerpt((Line(1, "2026-11-28T17:57:33.123Z", "x" * 1990 + SECRET + "y" * 100),)), [SECRET])
    assert told.lines == ("2026-11-28T17:57:33.123Z " + "x" * 1990 + "***" + "y" * 7 + "… (93 more characters)",)
