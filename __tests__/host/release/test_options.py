"""Every option of a container, from the order to what Docker says of the container, and how long it may take to stop."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import KEY, run_of
from __tests__.host.support.samples import document, release
from host.docker import Docker, containers, create, inspect, logs, start
from host.docker.engine import found
from host.model.container import Image
from host.model.failure import Failure
from host.model.json import Json
from host.model.order import Bake
from host.options import OPTIONS
from host.order import read_release
from host.release import slots, spec
from host.run import Run
from host.state.paths import Paths

ROWS: Json = json.loads((Path(__file__).parents[2] / "fakes" / "container-options.json").read_text())
"""Also __tests__/fakes/option-rows.ts reads them: what the runner sends is what is read here."""


def described(options: Json, image: str, docker: Json | None = None) -> dict[str, Any]:
    """Docker's description of a slot with these options, on no network of ours. `docker`: what the runner tells Docker of them."""
    wanted = release(spec=options, docker=docker or told_of(options))
    told = spec.container(KEY, wanted, spec.Place("bridge", "172.29.0.7"), (), {})
    host = {**told["HostConfig"], "NetworkMode": "none"}
    return {**told, "Image": image, "HostConfig": host, "NetworkingConfig": {}}


def told_of(names: Iterable[str]) -> Json:
    """What the runner tells Docker of the examples."""
    return {name: ROWS[name]["told"] for name in names if "told" in ROWS[name]}


def has(whole: Any, part: Any) -> bool:
    """Whether a part of JSON is in it."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and has(whole[name], value) for name, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(has, whole, part))
    return bool(whole == part)


def test_each_option_is_passed_to_docker_or_has_code_on_the_host() -> None:
    assert [name for name, row in ROWS.items() if "told" not in row and name not in OPTIONS] == []
    assert OPTIONS.keys() <= ROWS.keys()


@pytest.mark.parametrize("name", list(ROWS))
def test_passes_an_option_to_docker(docker: Docker, tiny_image: str, mark: str, name: str) -> None:
    identity = create(docker, f"{mark}-{name}", described({name: ROWS[name]["value"]}, tiny_image))
    seen = found(docker, f"/containers/{identity}/json")
    assert has(seen, ROWS[name]["docker"]), seen


def test_docker_accepts_all_options_together(docker: Docker, tiny_image: str, mark: str) -> None:
    options = {name: row["value"] for name, row in ROWS.items() if name not in ("gpus", "working-dir")}
    identity = create(docker, f"{mark}-all", described(options, tiny_image))
    start(docker, identity)
    seen = found(docker, f"/containers/{identity}/json")
    assert seen and seen["State"]["Running"]
    for name in options:
        assert has(seen, ROWS[name]["docker"]), name


@pytest.mark.parametrize(
    ("options", "has_them", "lacks"),
    [
        ({"cap-add": ["NET_ADMIN", "SYS_TIME"], "cap-drop": ["CHOWN"]}, (12, 25), (0,)),
        ({"cap-drop": ["ALL"], "cap-add": ["NET_BIND_SERVICE"]}, (10,), (0, 1, 5, 6, 7)),
    ],
)
def test_gives_a_process_these_capabilities(
    docker: Docker, tiny_image: str, mark: str, options: Json, has_them: tuple[int, ...], lacks: tuple[int, ...]
) -> None:
    """Numbers as in linux/capability.h: 0 CHOWN, 10 NET_BIND_SERVICE, 12 NET_ADMIN, 25 SYS_TIME."""
    identity = create(docker, f"{mark}-caps", described(options, tiny_image))
    start(docker, identity)
    seen = inspect(docker, identity)
    assert seen
    [line] = [line for line in Path(f"/proc/{seen.pid}/status").read_text().splitlines() if line.startswith("CapBnd")]
    bits = int(line.split()[1], 16)
    assert all(bits >> one & 1 for one in has_them) and not any(bits >> one & 1 for one in lacks)


@pytest.mark.parametrize(
    ("added", "dropped", "wanted"),
    [
        ([], [], spec.DEFAULT_CAPABILITIES),
        (["NET_RAW"], ["CHOWN"], {*spec.DEFAULT_CAPABILITIES, "NET_RAW"} - {"CHOWN"}),
        (["NET_RAW"], ["ALL"], ["NET_RAW"]),
        ([], ["ALL"], []),
    ],
)
def test_adds_and_drops_capabilities(added: list[str], dropped: list[str], wanted: Collection[str]) -> None:
    assert spec.capabilities(added, dropped) == {"CapAdd": sorted(wanted), "CapDrop": ["ALL"]}


def test_drops_some_of_all_capabilities() -> None:
    assert spec.capabilities(["ALL"], ["CHOWN"]) == {"CapAdd": ["ALL"], "CapDrop": ["CHOWN"]}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("isolation", "default"),
        ("init", "true"),
        ("ulimits", ["nofile=1"]),
        ("ulimits", "nofile=1:1"),
        ("cap-add", ["net admin"]),
        ("tmpfs", ["run"]),
        ("labels", {"a": 1}),
        ("devices", ["/dev/null"]),
        ("gpus", "some"),
        ("host-role", "true"),
    ],
)
def test_the_host_checks_options_again(name: str, value: Any) -> None:
    with pytest.raises(Failure, match=rf"spec\.{name}"):
        read_release(document(spec={name: value}))


def test_a_tmpfs_replaces_a_volume_of_the_image() -> None:
    process = release(spec={"tmpfs": ["/data/:size=1m"]}).process
    image = Image("i", "linux/amd64", (), ("/data", "/other"), 0)
    assert [volume.path for volume in spec.volumes(KEY, process, image)] == ["/other"]


def test_an_empty_entrypoint_removes_the_images(docker: Docker, tiny_image: str, mark: str) -> None:
    identity = create(
        docker, f"{mark}-none", {**described({}, tiny_image, {"entrypoint": {"Entrypoint": [""]}}), "Cmd": ["/bin/sleep", "60"]}
    )
    seen = found(docker, f"/containers/{identity}/json")
    assert seen and seen["Config"]["Entrypoint"] in (None, [], [""]) and seen["Path"] == "/bin/sleep"


@contextmanager
def slot(docker: Docker, image: str, mark: str, script: str, **options: Any) -> Iterator[str]:
    """The id of a slot whose script has begun."""
    asked = {"StopTimeout": 1, "HostConfig": {"Init": True}, **options}
    told = described({}, image, {"options": asked})
    identity = create(docker, f"{mark}-slot", {**told, "Cmd": ["/bin/dash", "-c", script]})
    start(docker, identity)
    until(lambda: "ready" in logs(docker, identity, 1, 100))
    yield identity


def stopped(docker: Docker, tmp_path: Path, identity: str) -> Run:
    run = run_of(Paths(str(tmp_path), str(tmp_path)), docker, Bake(0, 20, 0.1))
    slots.stop(run, identity, "web.production.r1")
    until(lambda: [one.state for one in containers(docker) if one.id == identity] == ["exited"])
    return run


DEAF = 'trap "" TERM; echo ready; while :; do sleep 1; done'


def test_reports_a_killed_slot_with_the_setting_that_helps(docker: Docker, tiny_image: str, mark: str, tmp_path: Path) -> None:
    with slot(docker, tiny_image, mark, DEAF) as identity:
        began = time.monotonic()
        [told] = stopped(docker, tmp_path, identity).findings
    assert told.detail == "web.production.r1 did not stop within 1 s, and was killed"
    assert "stop-grace-period" in told.hint and not told.fatal
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("script", "options"),
    [
        pytest.param('trap "sleep 2; exit 0" TERM; echo ready; while :; do sleep 0.1; done', {"StopTimeout": 300}, id="in its time"),
        pytest.param(
            'trap "exit 0" INT; trap "" TERM; echo ready; while :; do sleep 0.1; done',
            {"StopSignal": "SIGINT", "StopTimeout": 300},
            id="its own signal",
        ),
        pytest.param('trap "exit 137" TERM; echo ready; while :; do sleep 0.1; done', {"StopTimeout": 300}, id="137 by itself"),
        pytest.param(DEAF, {"StopSignal": "SIGKILL", "StopTimeout": 300}, id="killed as it asks for"),
    ],
)
def test_does_not_kill_a_slot_that_stops_in_time(
    docker: Docker, tiny_image: str, mark: str, tmp_path: Path, script: str, options: dict[str, Any]
) -> None:
    with slot(docker, tiny_image, mark, script, **options) as identity:
        assert stopped(docker, tmp_path, identity).findings == []


def test_does_not_stop_a_missing_slot(docker: Docker, tmp_path: Path, mark: str) -> None:
    run = run_of(Paths(str(tmp_path), str(tmp_path)), docker, Bake(0, 20, 0.1))
    slots.stop(run, f"{mark}-gone", "gone")
    assert run.findings == []
