"""What the options of a container need from the host."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from host.model.json import Json
from host.model.release import Process
from host.options import devices_of
from host.state.files import read


class Kit(NamedTuple):
    """What container options need: requested devices that do not exist, whether Docker supports GPUs, the highest limit of open files,
    and the number of the kernel's last capability."""

    missing: tuple[str, ...]
    gpus: bool
    open_files: int
    last_capability: int


def kit_for(info: Json, process: Process | None) -> Kit:
    """Reads what the options of this container need. Docker supports GPUs if it finds this hook, or knows the runtime:
    https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html"""
    asked = devices_of(process.options) if process else ()
    hook = any(os.path.exists(f"{folder}/nvidia-container-runtime-hook") for folder in ("/usr/bin", "/usr/local/bin", "/usr/sbin"))
    return Kit(
        missing=tuple(path for path in asked if not _is_device(path)),
        gpus=hook or "nvidia" in (info.get("Runtimes") or {}),
        open_files=int(read("/proc/sys/fs/nr_open") or 0),
        last_capability=int(read("/proc/sys/kernel/cap_last_cap") or 63),
    )


def _is_device(path: str) -> bool:
    """For a folder, Docker takes all devices in it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return stat.S_ISBLK(mode) or stat.S_ISCHR(mode) or stat.S_ISDIR(mode)
