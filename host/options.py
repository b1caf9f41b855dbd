"""Container options, by their Compose names, for which the host itself does something beside Docker's part. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from host.model.reader import Reader

PATH = r"/[^\0:]*"


def _texts(pattern: str) -> Callable[[Reader, str], Any]:
    return lambda raw, name: raw.texts(name, pattern)


def _flag(raw: Reader, name: str) -> bool:
    return raw.flag(name)


OPTIONS: Mapping[str, Callable[[Reader, str], Any]] = {
    "init": _flag,
    "ulimits": _texts("[a-z]+=(-1|[0-9]+):(-1|[0-9]+)"),
    "cap-add": _texts("[A-Z_]+"),
    "cap-drop": _texts("[A-Z_]+"),
    "host-role": _flag,
    "tmpfs": _texts(rf"{PATH}(:[^\0:]*)?"),
    "labels": lambda raw, name: raw.pairs(name),
    "devices": _texts(f"{PATH}:{PATH}:r?w?m?"),
    "gpus": lambda raw, name: raw.text(name, r"all|[0-9]+|device=[\w,-]+"),
}
"""A parser for each. It raises `Malformed`."""


def limit_of(text: str) -> tuple[str, int, int]:
    """Name, soft and hard limit of `nofile=1024:2048`."""
    name, soft, hard = re.split("[=:]", text)
    return name, int(soft), int(hard)


def devices_of(options: Mapping[str, Any]) -> tuple[str, ...]:
    """The requested devices of the host."""
    return tuple(device.partition(":")[0] for device in options.get("devices", ()))


def tmpfs_paths(options: Mapping[str, Any]) -> frozenset[str]:
    """The folders in memory."""
    return frozenset(mount.partition(":")[0] for mount in options.get("tmpfs", ()))
