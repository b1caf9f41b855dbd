"""A real registry that asks for a name and a password, and an image in it."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from __tests__.host.support.patience import until
from __tests__.host.support.ports import free_port
from host import docker as api
from host.docker import Docker
from host.http.dial import Unreachable, tcp
from host.http.http1 import ask

# bcrypt of "open sesame"
PASSWORDS = "AWS:$2b$04$WSxIvD3Gql81Xi./K3ylYuAN7DS972CUdagnFkPyhfah5JN38WxeW\n"


class Registry(NamedTuple):
    """`address` as images name it; `config`: the folder of a client that may push; `authorization`: X-Registry-Auth."""

    address: str
    config: Path
    authorization: str
    storage: Path


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    folder = tmp_path_factory.mktemp("registry")
    address = f"127.0.0.1:{free_port()}"
    (folder / "passwords").write_text(PASSWORDS)
    (folder / "registry.yml").write_text(
        f"version: 0.1\nlog: {{level: error}}\nstorage: {{filesystem: {{rootdirectory: {folder}/storage}}}}\n"
        f"http: {{addr: '{address}'}}\nauth: {{htpasswd: {{realm: test, path: {folder}/passwords}}}}\n"
    )
    login = base64.b64encode(b"AWS:open sesame").decode()
    (folder / "config.json").write_text(json.dumps({"auths": {address: {"auth": login}}}))
    header = json.dumps({"username": "AWS", "password": "open sesame", "serveraddress": address})
    serve = ["docker-registry", "serve", str(folder / "registry.yml")]
    process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: process.poll() is not None or _answers(int(address.rpartition(":")[2])))
        assert process.poll() is None
        yield Registry(address, folder, base64.urlsafe_b64encode(header.encode()).decode(), folder / "storage")
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def pushed(docker: Docker, registry: Registry, mark: str) -> Iterator[str]:
    """An image in the registry, by digest, and not on the host."""
    name = f"{registry.address}/{mark}"
    subprocess.run(["docker", "import", "-", f"{name}:1"], input=_tar(), check=True, capture_output=True)
    push = ["docker", "--config", str(registry.config), "push", f"{name}:1"]
    said = subprocess.run(push, check=True, capture_output=True, text=True).stdout
    digest = re.findall(r"sha256:[0-9a-f]{64}", said)[-1]
    api.remove_image(docker, f"{name}:1")
    api.remove_image(docker, f"{name}@{digest}")
    yield f"{name}@{digest}"
    api.remove_image(docker, f"{name}@{digest}")
    api.remove_image(docker, f"{name}:1")


def _tar() -> bytes:
    """A file that no other image has."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        file = tarfile.TarInfo("file")
        file.size = 100_000
        archive.addfile(file, io.BytesIO(os.urandom(file.size)))
    return target.getvalue()


def _answers(port: int) -> bool:
    try:
        return ask(tcp("127.0.0.1", port), "GET", "/v2/").status == 401
    except Unreachable:
        return False
