"""Docker's API against a real daemon."""

from __future__ import annotations

import random
import subprocess
import time
from typing import Any, Callable

import pytest

from __tests__.host.support.patience import until, within
from host import docker as api
from host.docker import Docker, DockerError
from host.model.container import Container, Inspected, Mount, Network


def run(docker: Docker, name: str, image: str, *script: str, **spec: Any) -> str:
    """Starts a container of a shell script and gives its id."""
    asked = {"Image": image, "Cmd": ["/bin/dash", "-c", "\n".join(script)], **spec}
    id = api.create(docker, name, asked)
    api.start(docker, id)
    return id


def inspected(docker: Docker, id: str) -> Inspected:
    found = api.inspect(docker, id)
    assert found
    return found


def listed(docker: Docker, id: str) -> Container:
    return next(one for one in api.containers(docker) if one.id == id)


def ended(docker: Docker, id: str) -> Callable[[], bool]:
    return lambda: not inspected(docker, id).running


def refused(action: Callable[[], object]) -> DockerError:
    with pytest.raises(DockerError) as failure:
        action()
    assert failure.value.words
    assert "\n" not in failure.value.words
    return failure.value


def test_agrees_on_an_api_version_with_the_daemon(docker: Docker) -> None:
    assert docker.prefix.startswith("/v1.")
    assert api.version(docker) == api.info(docker)["ServerVersion"]


def test_creates_starts_stops_and_removes_a_container(docker: Docker, tiny_image: str, mark: str) -> None:
    image = api.image(docker, tiny_image)
    assert image
    id = api.create(docker, mark, {"Image": tiny_image, "Labels": {"a": "b=c"}, "Env": ["A=1\n2", "B="]})
    assert listed(docker, id) == Container(id, mark, "created", image.id, {"a": "b=c"}, (), ())
    api.start(docker, id)
    api.start(docker, id)
    running = inspected(docker, id)
    assert (running.running, running.pid > 0, running.image) == (True, True, image.id)
    assert {"A=1\n2", "B="} <= set(running.env)
    assert running.started_at.startswith(time.strftime("%Y-", time.gmtime()))
    api.stop(docker, id, 0)
    until(ended(docker, id))
    assert inspected(docker, id).exit_code == 137
    api.stop(docker, id, 0)
    api.remove(docker, id)
    assert api.inspect(docker, id) is None


def test_stopping_or_removing_a_missing_container_succeeds(docker: Docker, mark: str) -> None:
    api.stop(docker, mark, 1)
    api.remove(docker, mark)
    assert api.inspect(docker, mark) is None


def test_stops_with_the_signal_and_kills_after_the_timeout(docker: Docker, tiny_image: str, mark: str) -> None:
    polite = run(docker, f"{mark}.polite", tiny_image, "trap 'exit 7' TERM", "echo ready", "while :; do sleep 0.1; done")
    deaf = run(docker, f"{mark}.deaf", tiny_image, "trap '' TERM", "echo ready", "while :; do sleep 0.1; done")
    for id, seconds in ((polite, 300), (deaf, 0.5)):
        until(lambda id=id: "ready" in api.logs(docker, id, 1, 100))  # type: ignore[misc]
        api.stop(docker, id, seconds)
        api.stop(docker, id, seconds)
    assert (inspected(docker, polite).exit_code, inspected(docker, deaf).exit_code) == (7, 137)


def test_removes_a_running_container_and_keeps_its_volumes(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "sleep 600", Volumes={"/data": {}})
    (anonymous,) = listed(docker, id).mounts
    assert (anonymous.path, anonymous.writable, anonymous.volume != "") == ("/data", True, True)
    api.remove(docker, id)
    assert api.remove_volume(docker, anonymous.volume)
    assert not api.remove_volume(docker, anonymous.volume)


def test_renames_containers_and_refuses_a_name_in_use(docker: Docker, tiny_image: str, mark: str) -> None:
    first = api.create(docker, f"{mark}.a", {"Image": tiny_image})
    assert refused(lambda: api.create(docker, f"{mark}.a", {"Image": tiny_image})).status == 409
    api.rename(docker, first, f"{mark}.b")
    second = api.create(docker, f"{mark}.a", {"Image": tiny_image})
    assert refused(lambda: api.rename(docker, second, f"{mark}.b")).status == 409
    assert {one.id: one.name for one in api.containers(docker)}.items() >= {
        first: f"{mark}.b",
        second: f"{mark}.a",
    }.items()


def test_reports_a_refusal_in_dockers_words(docker: Docker, tiny_image: str, mark: str) -> None:
    missing = refused(lambda: api.create(docker, mark, {"Image": "no-such-image"}))
    assert (missing.status, "no-such-image" in missing.words) == (404, True)
    id = api.create(docker, mark, {"Image": tiny_image, "Cmd": ["/no/such/program"]})
    assert "/no/such/program" in refused(lambda: api.start(docker, id)).words
    assert refused(lambda: api.set_restart_policy(docker, id, "sometimes")).status in (400, 500)


def test_sets_the_restart_policy(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "exit 4", HostConfig={"RestartPolicy": {"Name": "no"}})
    assert inspected(docker, id).restart_policy == "no"
    # Docker refuses to change one that is just ending.
    until(lambda: not inspected(docker, id).running)
    api.set_restart_policy(docker, id, "unless-stopped")
    assert inspected(docker, id).restart_policy == "unless-stopped"
    api.start(docker, id)
    until(lambda: inspected(docker, id).restarts)


def test_distinguishes_volumes_from_paths_in_mounts(docker: Docker, tiny_image: str, mark: str) -> None:
    api.create_volume(docker, mark, {mark: "yes"})
    binds = [f"{mark}:/data:ro", "/etc:/host"]
    id = api.create(docker, mark, {"Image": tiny_image, "HostConfig": {"Binds": binds}})
    mounts = {mount.path: mount for mount in listed(docker, id).mounts}
    assert mounts["/data"]._replace(source="") == Mount(mark, "", "/data", False)
    assert mounts["/host"] == Mount("", "/etc", "/host", True)


def test_finds_volumes_by_label_with_their_sizes(docker: Docker, tiny_image: str, mark: str) -> None:
    api.create_volume(docker, f"{mark}.b", {mark: "1"})
    api.create_volume(docker, f"{mark}.a", {mark: "2"})
    api.create_volume(docker, f"{mark}.a", {mark: "2"})
    assert api.volumes(docker, mark) == (f"{mark}.a", f"{mark}.b")
    assert api.volumes(docker, f"{mark}=2") == (f"{mark}.a",)
    assert api.volumes(docker, f"{mark}=3") == ()
    id = run(docker, mark, tiny_image, "echo 12345 >/data/file", HostConfig={"Binds": [f"{mark}.a:/data"]})
    until(ended(docker, id))
    sizes = api.volume_sizes(docker)
    assert (sizes[f"{mark}.a"], sizes[f"{mark}.b"]) == (6, 0)
    assert not api.remove_volume(docker, f"{mark}.a")


def test_creates_a_network_with_fixed_and_dynamic_addresses(docker: Docker, tiny_image: str, mark: str) -> None:
    net = f"10.231.{random.randrange(128)}"
    own = Network(mark, f"{net}.0/24", "web.production", f"d2e-{mark[-10:]}")
    api.create_network(docker, own, f"{net}.1", f"{net}.240/28")
    assert own in api.networks(docker)
    same_name = own._replace(subnet="10.231.128.0/24", bridge="d2e-other")
    assert refused(lambda: api.create_network(docker, same_name, "10.231.128.1", "10.231.128.240/28")).status == 409
    same_subnet = own._replace(name=f"{mark}.b", bridge="d2e-other")
    overlap = refused(lambda: api.create_network(docker, same_subnet, f"{net}.1", f"{net}.240/28"))
    assert "overlap" in overlap.words
    on_it = {"HostConfig": {"NetworkMode": mark}}
    chosen = {"NetworkingConfig": {"EndpointsConfig": {mark: {"IPAMConfig": {"IPv4Address": f"{net}.9"}}}}}
    fixed = run(docker, f"{mark}.fixed", tiny_image, "sleep 600", **on_it, **chosen)
    free = run(docker, f"{mark}.free", tiny_image, "sleep 600", **on_it)
    assert listed(docker, fixed).addresses == (f"{net}.9",)
    assert int(listed(docker, free).addresses[0].split(".")[3]) >= 240
    assert not api.remove_network(docker, mark)
    for id in (fixed, free):
        api.stop(docker, id, 0)
        until(ended(docker, id))
    until(lambda: (listed(docker, fixed).addresses, listed(docker, free).addresses) == ((f"{net}.9",), ()))
    for id in (fixed, free):
        api.remove(docker, id)
    assert api.remove_network(docker, mark)
    assert not api.remove_network(docker, mark)


@pytest.mark.parametrize("tty", [False, True], ids=["frames", "terminal"])
def test_reads_the_end_of_a_log(docker: Docker, tiny_image: str, mark: str, tty: bool) -> None:
    lines = ["i=0", "while [ $i -lt 300 ]; do echo line $i; i=$((i+1)); done"]
    # Docker reads both outputs side by side.
    script = ["trap go=1 USR1", *lines, "while [ -z $go ]; do sleep 0.1; done", "printf 'nul\\0ill\\377 end' >&2"]
    id = run(docker, mark, tiny_image, *script, Tty=tty)
    until(lambda: "line 299" in api.logs(docker, id, 1, 100))
    subprocess.run(["docker", "kill", "--signal=USR1", id], capture_output=True, check=True)
    until(ended(docker, id))
    until(lambda: "end" in api.logs(docker, id, 1, 100))
    text = api.logs(docker, id, 3, 4000).replace("\r", "")
    assert text == "line 298\nline 299\nnulill\ufffd end"
    assert api.logs(docker, id, 300, 9) == "ll\ufffd end"
    assert api.logs(docker, id, 300, 6) == "\ufffd\ufffd end"
    assert len(api.logs(docker, id, 300, 1 << 20).splitlines()) == 300


def test_reads_the_end_of_a_log_that_is_still_written(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "while :; do echo all work and no play; done")
    until(lambda: len(api.logs(docker, id, 100, 2000)) == 2000)
    with within(8):
        assert len(api.logs(docker, id, 100, 2000)) == 2000


def test_reads_no_log_of_a_missing_container(docker: Docker, mark: str) -> None:
    assert refused(lambda: api.logs(docker, mark, 10, 1000)).status == 404


def test_reads_no_log_that_docker_does_not_keep(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "echo hello", HostConfig={"LogConfig": {"Type": "none"}})
    assert "read" in refused(lambda: api.logs(docker, id, 10, 1000)).words


def test_counts_the_last_death_of_a_container_that_docker_restarts(docker: Docker, tiny_image: str, mark: str) -> None:
    began = time.time() - 1
    restarts = {"RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 1}}
    id = run(docker, f"{mark}.a", tiny_image, "sleep 0.1", "exit 41", HostConfig=restarts)
    other = run(docker, f"{mark}.b", tiny_image, "exit 42")
    alive = run(docker, f"{mark}.c", tiny_image, "sleep 600")
    until(lambda: inspected(docker, id).restarts == 1 and not inspected(docker, id).running)
    until(ended(docker, other))
    assert api.last_death(docker, id, began, time.time())[:2] == (41, False)
    assert api.last_death(docker, other, began, time.time())[:2] == (42, False)
    assert api.last_death(docker, alive, began, time.time()) == (None, False, 0)
    assert api.last_death(docker, id, began - 100, began) == (None, False, 0)


def test_measures_the_memory_of_a_container(docker: Docker, tiny_image: str, mark: str) -> None:
    fill = ["a=0123456789abcdef", "i=0", "while [ $i -lt 20 ]; do a=$a$a; i=$((i+1)); done", "echo ready", "sleep 600"]
    id = run(docker, mark, tiny_image, *fill)
    until(lambda: "ready" in api.logs(docker, id, 1, 100))
    assert 16 << 20 < api.memory_used(docker, id) < 256 << 20
    api.stop(docker, id, 0)
    until(ended(docker, id))
    assert api.memory_used(docker, id) == 0


def test_reads_and_removes_an_image(docker: Docker, tiny_image: str, mark: str) -> None:
    image = api.image(docker, tiny_image)
    assert image
    architecture = subprocess.run(["uname", "-m"], check=True, capture_output=True, text=True).stdout.strip()
    assert image.platform == {"x86_64": "linux/amd64", "aarch64": "linux/arm64"}[architecture]
    assert (image.volumes, image.first_check) == ((), 0)
    assert image.id in {one.id for one in api.images(docker)}
    assert api.image(docker, image.id) == image
    assert api.image(docker, "no-such-image") is None
    assert not api.remove_image(docker, "no-such-image")
    id = api.create(docker, mark, {"Image": tiny_image})
    assert not api.remove_image(docker, image.id)
    api.remove(docker, id)


def test_lists_the_volumes_of_an_image(docker: Docker, mark: str) -> None:
    asked = ["docker", "import", "--change", 'VOLUME ["/b","/a"]', "-", f"{mark}:1"]
    subprocess.run(asked, input=bytes(10240), check=True, capture_output=True)
    image = api.image(docker, f"{mark}:1")
    assert image
    assert image.volumes == ("/a", "/b")
    assert api.remove_image(docker, f"{mark}:1")
    assert api.image(docker, f"{mark}:1") is None
