"""Docker's API for the rest of the program: https://docs.docker.com/reference/api/engine/"""

from __future__ import annotations

from host.docker.containers import (
    containers,
    containers_begun,
    create,
    inspect,
    remove,
    rename,
    set_restart_policy,
    start,
    start_begun,
    start_cause,
    stop,
)
from host.docker.engine import Docker, DockerDown, DockerError, connect, info, info_begun, version
from host.docker.excerpt import Excerpt, excerpt
from host.docker.folders import Folders, folders_of
from host.docker.images import image, images, pull, pull_cause, remove_image
from host.docker.networks import (
    create_network,
    create_volume,
    networks,
    remove_network,
    remove_volume,
    volume_owners,
    volume_sizes,
    volumes,
)
from host.docker.output import Death, last_death, logs, memory_used, was_signaled

__all__ = [
    "Death",
    "Docker",
    "DockerDown",
    "DockerError",
    "Excerpt",
    "Folders",
    "connect",
    "containers",
    "containers_begun",
    "create",
    "create_network",
    "create_volume",
    "excerpt",
    "folders_of",
    "image",
    "images",
    "info",
    "info_begun",
    "inspect",
    "last_death",
    "logs",
    "memory_used",
    "networks",
    "pull",
    "pull_cause",
    "remove",
    "remove_image",
    "remove_network",
    "remove_volume",
    "rename",
    "set_restart_policy",
    "start",
    "start_begun",
    "start_cause",
    "stop",
    "version",
    "volume_owners",
    "volume_sizes",
    "volumes",
    "was_signaled",
]
