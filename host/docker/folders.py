"""The folders in which Docker keeps its data."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from host.model.json import Json
from host.state.files import read

SNAPSHOTTER = ["driver-type", "io.containerd.snapshotter.v1"]
"""What Docker tells about a storage driver of containerd, the default of new installations since Docker 29:
https://docs.docker.com/engine/storage/containerd/"""
CONTAINERD = "/run/containerd/containerd.sock"
"""A containerd that runs as a service of its own. If there is none, Docker starts one that keeps its data in the data-root."""
DAEMON_FILE = "/etc/docker/daemon.json"
CONTAINERD_FILE = "/etc/containerd/config.toml"
DAEMON_FILE = "/etc/docker/daemon.json"
CONTAINERD_ROOT = "/var/lib/containerd"


class Folders(NamedTuple):
    """`root`: Docker's data-root, with containers, their logs, and volumes. `images`: the same folder, unless containerd keeps the images.
    Then they also stay there as they were pulled (`keeps_packed`)."""

    root: str
    images: str
    keeps_packed: bool


def folders_of(info: Json) -> Folders:
    """The folders of the daemon with this `docker info`. Reads where containerd keeps its data: Docker cannot tell."""
    root = str(info.get("DockerRootDir") or "/")
    if SNAPSHOTTER not in (info.get("DriverStatus") or ()):
        return Folders(root, root, False)
    address = (info.get("Containerd") or {}).get("Address") or (CONTAINERD if os.path.exists(CONTAINERD) else "")
    images = root if not address or "/docker/" in address else containerd_root(read(CONTAINERD_FILE))
    return Folders(root, images if os.path.isdir(images) else root, True)


def containerd_root(text: str) -> str:
    """The folder of containerd's data, in the text of its configuration:
    https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md"""
    asked = re.search(r"""^root\s*=\s*["']([^"']+)["']""", text.partition("\n[")[0], re.M)
    return asked[1] if asked else CONTAINERD_ROOT
