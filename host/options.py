"""The options of a container, by their Compose names: how each is read, and what Docker is told of it. A row for each one that the runner
knows (src/domain/container/container-options.ts). Pure.

https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from host.model import Json

if TYPE_CHECKING:
    from host.order import Reader

PATH = r"/[^\0:]*"


class Option(NamedTuple):
    """`read` takes the value out of an order, and raises `Malformed`; `told` gives its part of Docker's description."""

    read: Callable[[Reader, str], Any]
    told: Callable[[Any], Json]


def _text(pattern: str) -> Callable[[Reader, str], Any]:
    return lambda raw, name: raw.text(name, pattern)


def _texts(pattern: str) -> Callable[[Reader, str], Any]:
    return lambda raw, name: raw.texts(name, pattern)


def _flag(raw: Reader, name: str) -> bool:
    return raw.flag(name)


def _count(raw: Reader, name: str) -> int:
    return raw.integer(name, 1)


def _config(field: str, made: Callable[[Any], Any] = lambda value: value) -> Callable[[Any], Json]:
    return lambda value: {field: made(value)}


def _host(field: str, made: Callable[[Any], Any] = lambda value: value) -> Callable[[Any], Json]:
    return lambda value: {"HostConfig": {field: made(value)}}


def _log(field: str) -> Callable[[Any], Json]:
    return lambda value: {"HostConfig": {"LogConfig": {"Config": {field: str(value)}}}}


def limit_of(text: str) -> tuple[str, int, int]:
    """Name, soft and hard limit out of `nofile=1024:2048`."""
    name, soft, hard = re.split("[=:]", text)
    return name, int(soft), int(hard)


def _ulimits(limits: Sequence[str]) -> list[Json]:
    return [{"Name": name, "Soft": soft, "Hard": hard} for name, soft, hard in map(limit_of, limits)]


def _tmpfs(mounts: Sequence[str]) -> Json:
    """`/run`, or `/run:size=64m`."""
    return dict(mount.partition(":")[::2] for mount in mounts)


def _devices(devices: Sequence[str]) -> list[Json]:
    """`/dev/snd:/dev/snd:rwm`."""
    parts = (device.split(":") for device in devices)
    return [{"PathOnHost": path, "PathInContainer": inside, "CgroupPermissions": access} for path, inside, access in parts]


def _gpus(text: str) -> list[Json]:
    """`all`, `2` or `device=0,1`."""
    ids = text.partition("=")[2]
    amount = {"DeviceIDs": ids.split(",")} if ids else {"Count": -1 if text == "all" else int(text)}
    return [{**amount, "Capabilities": [["gpu"]]}]


def _capabilities(_: Sequence[str]) -> Json:
    """What is added and what is dropped is put together with the standard: `spec.capabilities`."""
    return {}


def _by_label(_: bool) -> Json:
    """Docker knows nothing of it: the walls open by the slot's label (`machine.walls`)."""
    return {}


OPTIONS: Mapping[str, Option] = {
    "stop-grace-period": Option(lambda raw, name: raw.number(name, 0, 3600), _config("StopTimeout", math.ceil)),
    "stop-signal": Option(_text(r"SIG[A-Z0-9]+([+-][0-9]{1,2})?|[0-9]{1,2}"), _config("StopSignal")),
    "init": Option(_flag, _host("Init")),
    "shm-size": Option(_count, _host("ShmSize")),
    "ulimits": Option(_texts("[a-z]+=(-1|[0-9]+):(-1|[0-9]+)"), _host("Ulimits", _ulimits)),
    "cap-add": Option(_texts("[A-Z_]+"), _capabilities),
    "cap-drop": Option(_texts("[A-Z_]+"), _capabilities),
    "pids-limit": Option(_count, _host("PidsLimit")),
    "host-role": Option(_flag, _by_label),
    "read-only": Option(_flag, _host("ReadonlyRootfs")),
    "tmpfs": Option(_texts(rf"{PATH}(:[^\0:]*)?"), _host("Tmpfs", _tmpfs)),
    "extra-hosts": Option(_texts(r"[^\s\0:]+:[^\s\0]+"), _host("ExtraHosts", list)),
    "labels": Option(lambda raw, name: raw.pairs(name), _config("Labels", dict)),
    "hostname": Option(_text("[A-Za-z0-9.-]+"), _config("Hostname")),
    "working-dir": Option(_text(r"/[^\0]*"), _config("WorkingDir")),
    # Docker takes a list without anything in it for none, and an empty program for "leave out the image's".
    "entrypoint": Option(_texts(r"[^\0]*"), _config("Entrypoint", lambda words: list(words) or [""])),
    "devices": Option(_texts(f"{PATH}:{PATH}:r?w?m?"), _host("Devices", _devices)),
    "gpus": Option(_text(r"all|[0-9]+|device=[\w,-]+"), _host("DeviceRequests", _gpus)),
    "log-max-size": Option(_count, _log("max-size")),
    "log-max-file": Option(_count, _log("max-file")),
}


def devices_of(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The devices of the host that are asked for."""
    return tuple(device.partition(":")[0] for device in options.get("devices", ()))


def tmpfs_paths(options: Mapping[str, Any]) -> frozenset[str]:
    """The folders in memory, without a `/` at the end."""
    return frozenset(mount.partition(":")[0].rstrip("/") for mount in options.get("tmpfs", ()))
