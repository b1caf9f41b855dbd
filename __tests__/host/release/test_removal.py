"""A removal that is cut short, with a real Docker: nothing brings the service back, and the next one ends it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from __tests__.host.support.caddy_bed import route_of
from __tests__.host.support.docker_front import front, refusing
from __tests__.host.support.full_disk import fill, small
from __tests__.host.support.patience import until
from __tests__.host.support.run_bed import KEY, busy, deployed, make_slot
from __tests__.host.support.samples import order, release, state
from host import decide, docker, main, store
from host.checks import sockets
from host.docker import Docker, start
from host.edge import caddy, proxy, stored, traffic
from host.edge.routes import routing
from host.edge.routes.route import document as route_document
from host.edge.stored import config_path
from host.machine import walls
from host.machine.network import bridge
from host.model.container import Network
from host.model.failure import Failure
from host.model.json import Json
from host.order import read_order
from host.previews import asleep
from host.release import slots
from host.run import Run
from host.state import locks
from host.state.files import write, write_volatile
from host.state.folders import make_folders
from host.state.locks import service_locked
from host.state.paths import Paths
from host.unattended import boot, program_home
from host.verbs import remove

if TYPE_CHECKING:
    from __tests__.host.support.registry_bed import Registry

pytest_plugins = ["__tests__.host.support.registry_bed"]

OTHER = "api.production"
ROUTE = route_of(80)
ADDRESS = "172.29.0.9:80"


@pytest.fixture
def run(docker: Docker, tiny_image: str, mark: str, tmp_path: Path) -> Run:
    """A service that runs, with another one on its host: what they share stays."""
    one = deployed(docker, mark, tmp_path)
    paths = one.paths
    make_folders(paths, OTHER)
    for key in (mark, OTHER):
        write(paths.route(key), routing.text(route_document(ROUTE)))
    write(config_path(paths), routing.text(routing.render({mark: ROUTE, OTHER: ROUTE})))
    store.save_release(paths, mark, release())
    store.save_state(paths, mark, state("c0ffee-1"))
    write(paths.live(mark), ADDRESS)
    write_volatile(paths.split(mark), "19999999")
    start(docker, make_slot(one, tiny_image, "c0ffee-1", ADDRESS, HostConfig={"RestartPolicy": {"Name": "unless-stopped"}}))
    return one


def killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "step", [(slots, "stop"), (docker, "remove"), (caddy, "log_folder"), (shutil, "rmtree")], ids=lambda step: str(step[1])
)
def test_an_interrupted_removal_survives_a_reboot_and_can_be_finished(
    run: Run, monkeypatch: pytest.MonkeyPatch, step: tuple[object, str]
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(*step, killed)
        with pytest.raises(KeyboardInterrupt):
            remove.remove(run)
    boot.before_docker(run.paths)
    boot.put_right(run)
    assert set(stored.gather(run.paths, {}).routes) == {OTHER}
    assert not os.path.exists(run.paths.live(run.key))
    ended = remove.remove(run)
    assert ended["outcome"] == "removed" and OTHER in ended["others"]
    assert not [one for one in docker.containers(run.docker) if one.name.startswith(run.key)]
    assert not os.path.exists(run.paths.service(run.key))


def test_a_removal_keeps_shared_parts_for_a_service_that_lost_its_files(
    run: Run, docker: Docker, tiny_image: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last files are those of the service that goes; the proxy still serves the other one, which runs."""
    other = deployed(docker, f"{run.key}-api.production", tmp_path / "lost")
    start(docker, make_slot(other, tiny_image, "r1", "172.29.0.10:80"))
    shutil.rmtree(run.paths.service(OTHER))
    monkeypatch.setattr(remove, "_remove_all", killed)
    assert other.key in remove.remove(run)["others"]
    assert not os.path.exists(run.paths.service(run.key))


def test_a_removal_interrupted_before_the_proxy_changes_keeps_serving(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(proxy, "leave_out", killed)
        with pytest.raises(KeyboardInterrupt):
            remove.remove(run)
    boot.before_docker(run.paths)
    boot.put_right(run)
    assert set(stored.gather(run.paths, {}).routes) == {run.key, OTHER}
    assert traffic.live_address(run.paths, run.key) == ADDRESS


def test_removes_the_service_even_if_docker_cannot_remove_an_image(run: Run, tmp_path: Path) -> None:
    ref = f"registry.example/web@sha256:{'b' * 64}"
    store.save_state(run.paths, run.key, store.load_state(run.paths, run.key)._replace(pulled=(ref,)))
    with front(tmp_path, refusing("DELETE", "/images/")) as spoiled:
        run.use(spoiled)
        assert f"image {ref}" not in remove.remove(run)["removed"]
    assert not os.path.exists(run.paths.service(run.key))


def test_removes_the_service_even_if_docker_cannot_remove_a_file_of_its_container(run: Run) -> None:
    """What is left of the container does not keep the host from being empty either."""
    name = f"{run.key}.c0ffee-1"
    (slot,) = (one.id for one in docker.containers(run.docker) if one.name == name)
    with busy(run.docker, slot):
        told = remove.remove(run)
        (stays,) = (one for one in told["removed"] if one.startswith("container "))
        assert stays.startswith(f"container {name} stays: unable to remove filesystem")
        assert not os.path.exists(run.paths.service(run.key))
        assert run.key not in decide.owners(docker.containers(run.docker))
    assert f"container {name}" in remove.remove(run)["removed"]


def test_a_service_deployed_again_finds_nothing_of_its_removed_predecessor(run: Run) -> None:
    log = caddy.log_folder(run.paths, run.key)
    os.makedirs(log)
    write(f"{log}/access.log", "{}")
    remove.remove(run)
    for path in (run.paths.live(run.key), run.paths.route(run.key), run.paths.canary_address(run.key), log):
        assert not os.path.exists(path)
    assert traffic.split(run.paths, run.key) in ("", "0")


@pytest.mark.parametrize("others", [(), (OTHER,)])
def test_removes_the_files_of_a_host_without_docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, others: tuple[str, ...]) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    for key in (KEY, *others):
        make_folders(paths, key)
    own = (paths.live(KEY), paths.route(KEY), paths.next_route(KEY), paths.sleep(KEY), paths.canary_address(KEY))
    for path in own:
        write(path, asleep.AWAKE)
    monkeypatch.setattr(remove, "engine", lambda: None)
    answer, _ = main.carry_out(read_order(json.dumps(order("remove"))), paths, 0)
    assert answer == {"outcome": "removed", "removed": [], "kept": [], "others": others}
    assert os.path.exists(paths.state) is bool(others)
    assert [path for path in (*own, paths.service(KEY)) if os.path.exists(path)] == []
    assert not asleep.can_sleep(paths), "the process that wakes services would stay"


def test_a_removal_leaves_a_folder_with_a_foreign_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a disk for access logs."""
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    make_folders(paths, KEY)
    logs = f"{paths.state}/proxy/data/logs"
    os.makedirs(logs)
    monkeypatch.setattr(remove, "engine", lambda: None)
    subprocess.run(["mount", "-t", "tmpfs", "none", logs], check=True)
    try:
        answer, _ = main.carry_out(read_order(json.dumps(order("remove"))), paths, 0)
    finally:
        subprocess.run(["umount", logs], check=True)
    assert answer["removed"] == [f"{paths.state}/proxy stays: the host does not let go of all that is in it"]
    assert os.listdir(paths.state) == ["proxy"] and not os.path.exists(paths.route(KEY))


def test_a_removal_that_arrives_again_waits_for_the_first_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """That may have to wait long for a container that stops."""
    monkeypatch.setattr(remove, "PATIENCE", 0)
    take, taken = locks._take, threading.Semaphore(0)

    def counted(*args: Any) -> int:
        taken.release()
        return take(*args)

    with ThreadPoolExecutor(1) as pool, locks.order_locked(run.paths, run.key, run.order.id, 0, "a removal"):
        monkeypatch.setattr(locks, "_take", counted)
        again = pool.submit(remove.remove, run)
        until(lambda: again.done() or all(taken.acquire(blocking=False) for _ in range(3)))
        assert not again.done()
    assert again.result()["outcome"] == "removed"


class Last(NamedTuple):
    """The removal of the host's last service, which has found nobody else when it has `begun`, and removes what all share when it `goes_on`."""

    paths: Paths
    begun: threading.Event
    goes_on: threading.Event

    def run(self) -> tuple[Json, str]:
        return main.carry_out(read_order(json.dumps(order("remove"))), self.paths, 0)

    def is_waited_for(self) -> bool:
        """Whether another order waits for the host's lock."""
        return list(sockets._files("self").values()).count(f"{self.paths.state}/lock") == 2


@pytest.fixture
def last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Last:
    one = Last(Paths(str(tmp_path / "state"), str(tmp_path / "run")), threading.Event(), threading.Event())
    make_folders(one.paths, KEY)

    def held() -> None:
        one.begun.set()
        one.goes_on.wait()

    monkeypatch.setattr(remove, "engine", lambda: None)
    monkeypatch.setattr(walls, "remove", held)
    return one


def test_the_first_order_of_a_service_waits_until_the_host_is_empty(last: Last) -> None:
    """It comes when the removal of the last other service has found nobody else, and begins to remove what all share."""

    def deploy() -> bool:
        with service_locked(last.paths, OTHER, 60):
            last.goes_on.set()
            removal.result()
            return os.path.isdir(last.paths.service(OTHER))

    with ThreadPoolExecutor(2) as both:
        removal = both.submit(last.run)
        last.begun.wait()
        first = both.submit(deploy)
        until(lambda: first.done() or last.goes_on.is_set() or last.is_waited_for())
        last.goes_on.set()
        assert first.result()


def test_an_order_whose_program_went_with_the_last_service_makes_the_runner_bring_it(last: Last, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has waited for the removal, and would otherwise leave units at systemd that run what is no longer there."""
    program = f"{last.paths.state}/program/5ha"
    os.makedirs(program)
    monkeypatch.setattr(program_home, "folder", lambda: program)
    with ThreadPoolExecutor(2) as both:
        removal = both.submit(last.run)
        last.begun.wait()
        first = both.submit(main.carry_out, read_order(json.dumps({**order("deploy"), "service": OTHER})), last.paths, 0)
        until(lambda: first.done() or last.is_waited_for())
        last.goes_on.set()
        removal.result()
        with pytest.raises(Failure) as refused:
            first.result()
    assert refused.value.cause == "program-missing"
    assert not os.path.exists(last.paths.service(OTHER))


def test_removes_nothing_from_a_host_that_never_had_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    monkeypatch.setattr(remove, "engine", lambda: None)
    assert main.carry_out(read_order(json.dumps(order("remove"))), paths, 0)[0]["outcome"] == "removed"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("volume_data", "stays"), [((), True), (("each-host-its-own",), True), (("discarded",), False)])
def test_deletes_data_only_if_the_order_discards_it(run: Run, volume_data: tuple[str, ...], stays: bool) -> None:
    own, other = f"{run.key}-data", f"{run.key}-of-another"
    docker.create_volume(run.docker, own, {"docker-to-ec2.service": run.key, run.key: ""})
    docker.create_volume(run.docker, other, {"docker-to-ec2.service": OTHER, run.key: ""})
    run.order = run.order._replace(volume_data=volume_data)
    told = remove.remove(run)
    assert told["kept"] == ([own] if stays else [])
    assert (f"volume {own}" in told["removed"]) is not stays
    assert docker.volumes(run.docker, run.key) == ((own, other) if stays else (other,))


def test_removes_a_service_that_lost_its_files(run: Run) -> None:
    """Such as with a disk that only had these: its container would serve on, without anybody who knows about it."""
    docker.create_volume(run.docker, f"{run.key}-data", {"docker-to-ec2.service": run.key, run.key: ""})
    docker.create_network(run.docker, Network(run.key, "198.51.100.0/28", run.key, bridge(run.key)), "198.51.100.1", "198.51.100.8/29")
    shutil.rmtree(run.paths.service(run.key))
    os.unlink(run.paths.route(run.key))
    told = remove.remove(run)
    assert f"container {run.key}.c0ffee-1" in told["removed"] and f"network {run.key}" in told["removed"]
    assert told["kept"] == [f"{run.key}-data"]
    assert not [one for one in docker.containers(run.docker) if one.name.startswith(run.key)]
    assert not os.path.exists(run.paths.service(run.key))


@pytest.mark.parametrize("lost", [True, False])
def test_removes_the_images_of_its_containers_if_no_other_has_them(run: Run, registry: Registry, pushed: str, lost: bool) -> None:
    """The journal of pulls is lost with the service's files."""
    docker.pull(run.docker, pushed, registry.authorization, 600)
    make_slot(run, pushed, "r2", "172.29.0.11:80", Cmd=["/none"])
    if lost:
        shutil.rmtree(run.paths.service(run.key))
    else:
        store.save_state(run.paths, run.key, store.load_state(run.paths, run.key)._replace(pulled=(pushed,)))
    assert f"image {pushed}" in remove.remove(run)["removed"]
    assert docker.image(run.docker, pushed) is None


def test_a_later_removal_discards_the_data_that_an_earlier_one_kept(run: Run) -> None:
    docker.create_volume(run.docker, f"{run.key}-data", {"docker-to-ec2.service": run.key, run.key: ""})
    assert remove.remove(run)["kept"] == [f"{run.key}-data"]
    assert remove.remove(run)["kept"] == [f"{run.key}-data"], "it is still there"
    run.order = run.order._replace(volume_data=("discarded",))
    assert f"volume {run.key}-data" in remove.remove(run)["removed"]
    assert docker.volumes(run.docker, run.key) == ()


def test_frees_a_full_disk(run: Run, tmp_path: Path) -> None:
    """Not even the room of the release's document is left, which goes first."""
    copy = tmp_path / "copy"
    shutil.copytree(run.paths.state, copy)
    with small(Path(run.paths.state)) as disk:
        shutil.copytree(copy, disk, dirs_exist_ok=True)
        os.unlink(run.paths.release(run.key, "c0ffee-1"))
        fill(disk)
        assert f"container {run.key}.c0ffee-1" in remove.remove(run)["removed"]
        assert not os.path.exists(run.paths.service(run.key))
        assert set(stored.gather(run.paths, {}).routes) == {OTHER}
