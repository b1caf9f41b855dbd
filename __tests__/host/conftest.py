from __future__ import annotations

import base64
import bz2
import io
import struct
import subprocess
import tarfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from host.docker import Docker, connect, containers, remove, remove_network, remove_volume, volumes

ROOT = Path(__file__).parents[2]
# A shell, something to wait with, and the libraries that they are linked with.
PROGRAMS = ("/bin/dash", "/bin/sleep")
LOW_PORTS = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
MAY_BIND = struct.pack("<5I", 0x0200_0001, 1 << 10, 0, 0, 0)
"""`cap_net_bind_service=+ep` as a file has it: struct vfs_cap_data in linux/capability.h."""


BEFORE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Notes the machine's limit of low ports: a proxy that is tested on one lowers it."""
    config.stash[BEFORE] = LOW_PORTS.read_text()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Restores it, when the tests of all processes have ended."""
    if not hasattr(config, "workerinput"):
        LOW_PORTS.write_text(config.stash[BEFORE])


@pytest.fixture(scope="session")
def docker() -> Docker:
    """The machine's Docker daemon; `node local/machine/docker-daemon.ts COMMAND` starts one where none runs."""
    return connect()


@pytest.fixture(scope="session")
def tiny_image() -> Iterator[str]:
    """The reference of an image of four files: `/bin/dash`, `/bin/sleep` and what they are linked with."""
    name = f"docker-to-ec2-test:{uuid.uuid4().hex[:12]}"
    with_command = ["--change", 'CMD ["/bin/sleep","600"]']
    subprocess.run(["docker", "import", *with_command, "-", name], input=_tar(), check=True, capture_output=True)
    yield name
    subprocess.run(["docker", "rmi", "--force", name], check=True, capture_output=True)


@pytest.fixture(scope="session")
def caddy_image() -> Iterator[str]:
    """An image of one file: Caddy, which is linked with nothing, and has the capability in its file that the official image gives it."""
    from __tests__.host.support.caddy_bed import BINARY

    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        program = archive.gettarinfo(BINARY.resolve(), arcname="usr/bin/caddy")
        program.pax_headers = {"SCHILY.xattr.security.capability": MAY_BIND.decode()}
        with open(BINARY, "rb") as file:
            archive.addfile(program, file)
    name = f"docker-to-ec2-test:{uuid.uuid4().hex[:12]}"
    subprocess.run(["docker", "import", "-", name], input=target.getvalue(), check=True, capture_output=True)
    yield name
    subprocess.run(["docker", "rmi", "--force", name], check=True, capture_output=True)


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as it lies on a host."""
    from host.bootstrap import whole
    from host.unpack import unpack
    from scripts.bundle.pack import pack

    home = tmp_path_factory.mktemp("program")
    files = dict(text.split("\n", 1) for text in bz2.decompress(base64.b64decode(pack(ROOT / "host")["packed"])).decode().split("\0"))
    unpack(files, "packed", str(home), whole)
    return home / "packed"


@pytest.fixture
def mark(docker: Docker) -> Iterator[str]:
    """A name of this test's own: containers that begin with it, the network, and volumes with it as label go."""
    name = f"docker-to-ec2-test-{uuid.uuid4().hex[:12]}"
    yield name
    for container in containers(docker):
        if container.name.startswith(name):
            remove(docker, container.id)
    for volume in volumes(docker, name):
        remove_volume(docker, volume)
    remove_network(docker, name)


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", dereference=True) as archive:
        for file in sorted({*PROGRAMS, *_libraries()}):
            archive.add(Path(file).resolve(), arcname=file.lstrip("/"))
    return target.getvalue()


def _libraries() -> set[str]:
    linked = subprocess.run(["ldd", *PROGRAMS], check=True, capture_output=True, text=True).stdout
    return {word for word in linked.split() if word.startswith("/") and not word.endswith(":")}
