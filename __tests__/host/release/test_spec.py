"""What a container is made of, compared whole."""

from __future__ import annotations

import pytest

from __tests__.host.support.samples import DIGEST, release
from host.docker import Docker, containers, create, create_volume, start
from host.model.container import Container, Image
from host.model.failure import Failure
from host.model.release import Job
from host.release import spec

KEY = "web.production"
PLACE = spec.Place("docker-to-ec2", "172.29.0.7")


def image(*volumes: str) -> Image:
    return Image("sha256:i", "linux/amd64", (f"registry.example/web@{DIGEST}",), volumes, 0)


def test_describes_a_complete_slot() -> None:
    asked = {
        "env": {"A": "1", "B": "x=y\n$(z)"},
        "args": ["--flag", "a b"],
        "labels": {"team": "core", "docker-to-ec2.service": "other"},
    }
    told = {
        "memory": {"HostConfig": {"Memory": 1 << 28}},
        "cpus": {"HostConfig": {"NanoCpus": 500_000_000}},
        "user": {"User": "1000:1000"},
        "log-max-size": {"HostConfig": {"LogConfig": {"Config": {"max-size": "10485760"}}}},
        "log-max-file": {"HostConfig": {"LogConfig": {"Config": {"max-file": "3"}}}},
    }
    wanted = release(spec=asked, docker=told)
    kept = (spec.Volume("/srv/data", "/data", "ro"), spec.Volume("web.production.cache", "/cache", ""))
    assert spec.container(KEY, wanted, PLACE, kept, {"KEY": ("s3cret", "7")}) == {
        "Image": f"registry.example/web@{DIGEST}",
        "Cmd": ["--flag", "a b"],
        "User": "1000:1000",
        "Env": ["A=1", "B=x=y\n$(z)", "KEY=s3cret"],
        "Labels": {
            "team": "core",
            "docker-to-ec2": "slot",
            "docker-to-ec2.service": KEY,
            "docker-to-ec2.release": "c0ffee-1",
            "docker-to-ec2.digest": DIGEST,
            "docker-to-ec2.commit": "c0ffee",
            "docker-to-ec2.address": "172.29.0.7:8080",
            "docker-to-ec2.secrets": '{"KEY": "7"}',
            "docker-to-ec2.host-role": "false",
        },
        "HostConfig": {
            "NetworkMode": "docker-to-ec2",
            "RestartPolicy": {"Name": "no"},
            "LogConfig": {"Type": "json-file", "Config": {"max-size": "10485760", "max-file": "3"}},
            "Binds": ["/srv/data:/data:ro", "web.production.cache:/cache"],
            "Memory": 1 << 28,
            "NanoCpus": 500_000_000,
            "SecurityOpt": ["no-new-privileges"],
            "CapAdd": ["CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "NET_BIND_SERVICE", "SETGID", "SETPCAP", "SETUID"],
            "CapDrop": ["ALL"],
        },
        "NetworkingConfig": {"EndpointsConfig": {"docker-to-ec2": {"IPAMConfig": {"IPv4Address": "172.29.0.7"}}}},
    }


def test_leaves_unset_options_to_the_image() -> None:
    wanted = release()
    described = spec.container(KEY, wanted, PLACE, (), {})
    assert not {"Cmd", "User", "Entrypoint", "StopSignal", "StopTimeout", "WorkingDir", "Hostname"} & described.keys()
    assert not {"Memory", "NanoCpus"} & described["HostConfig"].keys()


def volumes(asked: list[str], *declared: str) -> tuple[spec.Volume, ...]:
    return spec.volumes(KEY, release(spec={"volumes": asked}).process, image(*declared))


def test_prefixes_named_volumes_with_the_service_and_keeps_folders() -> None:
    assert volumes(["data:/data", "/srv/x:/x:ro,z"]) == (
        spec.Volume("web.production.data", "/data", ""),
        spec.Volume("/srv/x", "/x", "ro,z"),
    )


def test_names_the_images_volumes_the_same_for_every_release() -> None:
    first, second = volumes([], "/data", "/var/lib/my data")
    assert first.name == volumes(["other:/other"], "/data")[1].name
    assert first.name.startswith("web.production.image-data-") and first.path == "/data"
    assert first.name != second.name
    assert spec.volumes("web.staging", release().process, image("/data"))[0].name != first.name


def test_similar_paths_have_separate_volumes() -> None:
    names = {one.name for one in volumes([], "/a/b", "/a-b", "/a b", "/a/b/c")}
    assert len(names) == 4


SPELLINGS = ("/data", "/data/", "data", "//data", "/data/.", "/x/../data")


@pytest.mark.parametrize("asked", ["data:/data", "data:/data/", "/srv:/data", "/srv:/./data"])
@pytest.mark.parametrize("declared", SPELLINGS)
def test_a_configured_volume_replaces_the_images(asked: str, declared: str) -> None:
    assert len(volumes([asked], declared)) == 1


def test_an_images_path_keeps_its_volume_in_any_spelling() -> None:
    """Docker takes them all for one place, and refuses a place that has two volumes."""
    assert {volumes([], declared) for declared in SPELLINGS} == {volumes([], *SPELLINGS)} == {volumes([], "/data")}


@pytest.mark.parametrize("declared", [("data",), ("/data", "/data/"), ("/da:ta", "/log"), ("/a,b", "/é x/../ü")])
def test_docker_mounts_all_declared_volumes(docker: Docker, tiny_image: str, mark: str, declared: tuple[str, ...]) -> None:
    wanted, kept = release(), spec.volumes(mark, release().process, image(*declared))
    described = spec.container(mark, wanted, PLACE, kept, {})
    host = {**described["HostConfig"], "NetworkMode": "none"}
    for volume in kept:
        create_volume(docker, volume.name, {mark: "yes"})
    identity = create(docker, f"{mark}.slot", {"Image": tiny_image, "HostConfig": host})
    start(docker, identity)
    (mounts,) = [one.mounts for one in containers(docker) if one.id == identity]
    assert {(one.volume, one.path) for one in mounts} == {(one.name, one.path) for one in kept}


@pytest.mark.parametrize(
    ("asked", "declared", "hosts", "allowed", "refused"),
    [
        (["data:/data"], (), 2, (), "/data"),
        (["data:/data"], (), 1, (), ""),
        (["data:/data:ro"], (), 2, (), ""),
        (["data:/data:ro,z"], (), 2, (), ""),
        (["data:/data:rw"], (), 2, (), "/data"),
        (["/srv:/data"], (), 3, (), "/data"),
        ([], ("/db", "/log"), 2, (), "/db, /log"),
        (["data:/data"], ("/db",), 2, ("each-host-its-own",), ""),
        (["data:/data"], (), 2, ("discarded",), "/data"),
    ],
)
def test_refuses_data_that_would_differ_between_hosts(
    asked: list[str], declared: tuple[str, ...], hosts: int, allowed: tuple[str, ...], refused: str
) -> None:
    kept = volumes(asked, *declared)
    if not refused:
        spec.refuse_split_data(kept, hosts, allowed)
        return
    with pytest.raises(Failure, match=f"^volume-data: {refused} would") as caught:
        spec.refuse_split_data(kept, hosts, allowed)
    assert caught.value.cause == "volume-data"


def test_names_containers() -> None:
    assert spec.slot_name(KEY, "r") == "web.production.r"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"docker-to-ec2": "seed", "docker-to-ec2.service": KEY, "docker-to-ec2.address": "192.0.2.9:80"}, "seed"),
        ({"docker-to-ec2": "release-command", "docker-to-ec2.service": KEY, "docker-to-ec2.address": "192.0.2.9:80"}, ""),
        ({"docker-to-ec2": "seed", "docker-to-ec2.service": "other.production", "docker-to-ec2.address": "192.0.2.9:80"}, ""),
        ({"docker-to-ec2": "slot", "docker-to-ec2.service": KEY, "docker-to-ec2.address": "192.0.2.9:80"}, ""),
        ({}, ""),
    ],
)
def test_knows_the_jobs_of_a_service_by_labels_and_name(labels: dict[str, str], expected: str) -> None:
    assert spec.job_of(Container("1", spec.job_name(KEY, "seed"), "exited", "i", labels, (), ()), KEY) == expected


def test_a_job_runs_its_command_instead_of_the_application_and_is_no_slot() -> None:
    described = {"Cmd": ["serve"], "Labels": {"docker-to-ec2": "slot", "team": "core"}, "HostConfig": {"Memory": 1}}
    assert spec.of_job(described, Job("seed", ("seed", "--all"), 300)) == {
        "Cmd": ["seed", "--all"],
        "Labels": {"docker-to-ec2": "seed", "team": "core"},
        "HostConfig": {"Memory": 1},
        "Healthcheck": {"Test": ["NONE"]},
    }
    assert spec.job_name(KEY, "seed") == "web.production.seed"
