"""Docker's description of a slot and of its volumes. Pure."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from host.decide import is_own, volume_name
from host.machine.walls import HOST_ROLE
from host.model.container import Container, Image, address
from host.model.failure import Failure
from host.model.json import Json
from host.model.release import Job, Process, Release
from host.options import tmpfs_paths

LABEL = "docker-to-ec2"
SEED = "seed"
JOBS = (SEED, "release-command")
"""The names of a service's jobs: commands that run to their end in a container of a release."""
DEFAULT_CAPABILITIES = ("CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "NET_BIND_SERVICE", "SETGID", "SETPCAP", "SETUID")
"""A container's default capabilities: enough to start as root, own its files, switch to another user, and serve
port 80. Docker's own default, without those that reach beyond the container: raw packets, devices, the audit log, other roots, capabilities of
files."""


class Volume(NamedTuple):
    """A mount that outlives the container. `name`: the volume, or the folder of the host if it starts with `/`."""

    name: str
    path: str
    options: str

    @property
    def writable(self) -> bool:
        """Whether the container can write there."""
        return "ro" not in self.options.split(",")


def volumes(key: str, process: Process, image: Image) -> tuple[Volume, ...]:
    """Lasting mounts: the requested volumes, and the paths that the image declares with VOLUME, each under a name of
    the service, so that the next release finds the same data. Not folders in memory."""
    asked = tuple(_asked(key, text) for text in process.volumes)
    taken = {_place(path) for path in (*(volume.path for volume in asked), *tmpfs_paths(process.options))}
    places = dict.fromkeys(_place(path) for path in image.volumes)
    return (*asked, *(Volume(_declared_name(key, path), path, "") for path in places if path not in taken))


def _place(path: str) -> str:
    """The place that a path in a container names, as Docker takes it: `/data` for `/data/` and `data`, too. Otherwise another spelling of VOLUME
    would begin with no data."""
    return os.path.normpath(f"/{path.lstrip('/')}")


def _asked(key: str, text: str) -> Volume:
    source, _, rest = text.partition(":")
    path, _, options = rest.partition(":")
    return Volume(source if source.startswith("/") else volume_name(key, source), path, options)


def _declared_name(key: str, path: str) -> str:
    import hashlib

    slug = re.sub(r"[^a-zA-Z0-9]+", "-", path).strip("-")[:40]
    return f"{key}.image-{slug}-{hashlib.sha256(path.encode()).hexdigest()[:8]}"


def refuse_split_data(kept: Sequence[Volume], hosts: int, allowed: Sequence[str]) -> None:
    """Several hosts would have separate data. Raises `Failure` with the volumes, unless the order allows it."""
    written = [volume.path for volume in kept if volume.writable]
    if hosts > 1 and written and "each-host-its-own" not in allowed:
        raise Failure("volume-data", f"{', '.join(written)} would have other data on each of the {hosts} hosts")


class Place(NamedTuple):
    """The address of a slot and its network."""

    network: str
    ip: str


def slot_name(key: str, release: str) -> str:
    """The name of a slot's container."""
    return f"{key}.{release}"


def job_name(key: str, job: str) -> str:
    """The name of the container that runs a service's job. No release has this name."""
    return f"{key}.{job}"


def job_of(one: Container, key: str) -> str:
    """Which of a service's jobs a container runs, or ran; "" if none."""
    job = one.labels.get(LABEL, "")
    labeled = job in JOBS and one.labels.get(f"{LABEL}.service") == key
    return job if labeled and is_own(one, job_name(key, job)) else ""


def of_job(described: Json, job: Job) -> dict[str, Any]:
    """A slot's description, for a container that runs a command instead of the application, once, and is not a slot."""
    return merged(described, {"Cmd": list(job.args), "Healthcheck": {"Test": ["NONE"]}, "Labels": {LABEL: job.name}})


def container(key: str, release: Release, place: Place, kept: Sequence[Volume], secrets: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """Docker's description of a slot. `secrets`: value and version by variable; the values exist only in this description.
    https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate"""
    process = release.process
    env = {**process.env, **{name: value for name, (value, _) in secrets.items()}}
    versions = {name: version for name, (_, version) in secrets.items()}
    host = {
        "NetworkMode": place.network,
        "RestartPolicy": {"Name": "no"},
        "LogConfig": {"Type": "json-file"},
        **_mounted(kept),
        "SecurityOpt": ["no-new-privileges"],
        **capabilities(process.options.get("cap-add", ()), process.options.get("cap-drop", ())),
    }
    described = {
        "Image": release.image,
        "Env": [f"{name}={value}" for name, value in env.items()],
        "Labels": _labels(key, release, place, versions),
        "HostConfig": host,
        "NetworkingConfig": {"EndpointsConfig": {place.network: {"IPAMConfig": {"IPv4Address": place.ip}}}},
        **({"Cmd": list(process.args)} if process.args else {}),
    }
    asked: dict[str, Any] = {}
    for part in (*process.docker, described):
        asked = merged(asked, part)
    return asked


def _mounted(kept: Sequence[Volume]) -> dict[str, Any]:
    """A path with a colon, which only an image can declare, does not fit into the short form."""
    short = [":".join(filter(None, volume)) for volume in kept if ":" not in volume.path]
    long = [{"Type": "volume", "Source": volume.name, "Target": volume.path} for volume in kept if ":" in volume.path]
    return {"Binds": short, **({"Mounts": long} if long else {})}


def merged(one: Json, other: Json) -> dict[str, Any]:
    """Both merged; `other` wins."""
    inside = {name: merged(one[name], value) for name, value in other.items() if isinstance(value, dict) and name in one}
    return {**one, **other, **inside}


def capabilities(added: Sequence[str], dropped: Sequence[str]) -> dict[str, list[str]]:
    """Docker's CapAdd and CapDrop: the default, plus what is added, without what is dropped."""
    if "ALL" in added:
        return {"CapAdd": ["ALL"], "CapDrop": list(dropped)}
    standard = () if "ALL" in dropped else DEFAULT_CAPABILITIES
    return {"CapAdd": sorted({*standard, *added}.difference(dropped)), "CapDrop": ["ALL"]}


def _labels(key: str, release: Release, place: Place, versions: Mapping[str, str]) -> dict[str, str]:
    return {
        **release.process.options.get("labels", {}),
        LABEL: "slot",
        f"{LABEL}.service": key,
        f"{LABEL}.release": release.name,
        f"{LABEL}.digest": release.digest,
        f"{LABEL}.commit": release.commit,
        f"{LABEL}.address": address(place.ip, release.port),
        f"{LABEL}.secrets": json.dumps(versions, sort_keys=True),
        HOST_ROLE: "true" if release.process.options.get("host-role") else "false",
    }
