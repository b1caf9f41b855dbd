"""The bed of all tests of sleeping previews."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.sleeper_bed import Bed
from host.docker import Docker, containers, networks, remove, remove_network
from host.machine import network


@pytest.fixture
def bed(docker: Docker, caddy_image: str, tmp_path: Path) -> Iterator[Bed]:
    with ExitStack() as stack:
        made = Bed(docker, tmp_path, caddy_image, stack)
        until(lambda: made.visit()[0] == 200)
        yield made
        made.sleeper.ended.set()
    for one in containers(docker):
        if one.labels.get("docker-to-ec2.service") == made.key:
            remove(docker, one.id)
    for net in network.of_service(networks(docker), made.key):
        remove_network(docker, net.name)
