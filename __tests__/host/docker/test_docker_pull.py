"""Pulls from a real registry that asks for a name and a password."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from __tests__.host.support.run_bed import deployed, logged
from __tests__.host.support.samples import state
from host import docker as api
from host.docker import Docker, DockerError, pull_cause
from host.http.dial import tcp
from host.http.http1 import Answer, ask
from host.release import images
from host.run import boot_id

if TYPE_CHECKING:
    from __tests__.host.support.registry_bed import Registry

pytest_plugins = ["__tests__.host.support.registry_bed"]


def _asked(where: str, headers: Mapping[str, str], method: str = "GET", body: bytes = b"") -> Answer:
    address, _, path = where.partition("/")
    login = {"Authorization": f"Basic {base64.b64encode(b'AWS:open sesame').decode()}"}
    dial = tcp("127.0.0.1", int(address.rpartition(":")[2]))
    return ask(dial, method, f"/v2/{path}", headers={**headers, **login}, body=body, host=address)


def cause_of(docker: Docker, ref: str, authorization: str | None) -> str:
    with pytest.raises(DockerError) as failure:
        api.pull(docker, ref, authorization, 600)
    assert failure.value.words
    return pull_cause(failure.value.words)


def test_pulls_by_digest_with_a_login(docker: Docker, registry: Registry, pushed: str) -> None:
    assert api.image(docker, pushed) is None
    api.pull(docker, pushed, registry.authorization, 600)
    api.pull(docker, pushed, registry.authorization, 600)
    image = api.image(docker, pushed)
    assert image
    assert pushed in image.digests
    assert pushed in next(one for one in api.images(docker) if one.id == image.id).digests
    assert api.remove_image(docker, pushed)
    assert api.image(docker, pushed) is None


def test_pulls_by_tag(docker: Docker, registry: Registry, pushed: str) -> None:
    tagged = f"{pushed.partition('@')[0]}:1"
    api.pull(docker, tagged, registry.authorization, 600)
    image = api.image(docker, tagged)
    assert image
    assert pushed in image.digests


def test_reports_a_missing_and_a_wrong_login(docker: Docker, registry: Registry, pushed: str) -> None:
    wrong = {"username": "AWS", "password": "open barley", "serveraddress": registry.address}
    header = base64.urlsafe_b64encode(json.dumps(wrong).encode()).decode()
    assert cause_of(docker, pushed, None) == "pull-denied"
    assert cause_of(docker, pushed, header) == "pull-denied"


def test_reports_an_image_that_the_registry_does_not_have(docker: Docker, registry: Registry, pushed: str) -> None:
    other = f"{pushed.partition('@')[0]}@sha256:{'0' * 64}"
    assert cause_of(docker, other, registry.authorization) == "image-not-found"


def test_reports_an_unreachable_registry(docker: Docker) -> None:
    assert cause_of(docker, f"127.0.0.1:1/web@sha256:{'0' * 64}", None) == "pull-failed"


def test_reports_an_image_for_another_platform(docker: Docker, registry: Registry, pushed: str) -> None:
    name, _, digest = pushed.partition("@")
    kind = "application/vnd.docker.distribution.manifest.v2+json"
    there = _asked(f"{name}/manifests/{digest}", {"Accept": kind})
    platform = {"os": "linux", "architecture": "s390x"}
    one = {"mediaType": kind, "digest": digest, "size": len(there.body), "platform": platform}
    listing = "application/vnd.docker.distribution.manifest.list.v2+json"
    listed = json.dumps({"schemaVersion": 2, "mediaType": listing, "manifests": [one]}).encode()
    assert _asked(f"{name}/manifests/other", {"Content-Type": listing}, "PUT", listed).status == 201
    assert cause_of(docker, f"{name}:other", registry.authorization) == "wrong-platform"


def files_of(ref: str) -> list[Path]:
    """The files of an image's only layer, where Docker keeps them."""
    told = subprocess.run(
        ["docker", "image", "inspect", "-f", "{{.GraphDriver.Data.UpperDir}}", ref], check=True, capture_output=True, text=True
    )
    return [one for one in Path(told.stdout.strip()).rglob("*") if one.is_file() and one.stat().st_size > 10_000]


@pytest.mark.parametrize(("boot", "emptied"), [("another boot", False), (boot_id(), True), ("", True)])
def test_pulls_an_image_again_if_the_power_went_during_its_pull(
    docker: Docker, registry: Registry, pushed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, boot: str, emptied: bool
) -> None:
    """Docker knows the image, but not that its files are empty. An order that was killed in the same boot leaves whole ones, whose pull the next
    order ends: otherwise, a later boot would need the registry for an image that is there."""
    monkeypatch.setattr(images, "_authorization", lambda *_: registry.authorization)
    run = deployed(docker, "web.production", tmp_path)
    with logged(run):
        images.pull_public(run, pushed, "")
        mark = images._mark(run, pushed)
        assert not os.path.exists(mark)
        files = files_of(pushed)
        assert files
        for file in files:
            os.truncate(file, 0)
        if boot:
            Path(mark).write_text(boot)
        images.pull_public(run, pushed, "")
        images.pull_public(run, pushed, "")
        assert (files_of(pushed) == []) == emptied
        assert not os.path.exists(mark)
    api.remove_image(docker, pushed)


@pytest.mark.parametrize(
    ("boot", "is_there", "is_pulling", "stays"),
    [
        (boot_id(), True, False, False),
        ("another boot", True, False, False),
        (boot_id(), False, False, False),
        (boot_id(), False, True, True),
        ("another boot", False, False, True),
    ],
    ids=[
        "its image is removed",
        "its cut image is removed",
        "its pull failed",
        "another order pulls",
        "layers that a power loss cut may be there",
    ],
)
def test_the_mark_of_an_unfinished_pull_goes_with_its_image(
    docker: Docker, registry: Registry, pushed: str, tmp_path: Path, boot: str, is_there: bool, is_pulling: bool, stays: bool
) -> None:
    if is_there:
        api.pull(docker, pushed, registry.authorization, 600)
    run = deployed(docker, "web.production", tmp_path)
    mark = Path(images._mark(run, pushed))
    mark.parent.mkdir(exist_ok=True)
    mark.write_text(boot)
    noted = state("a-1")._replace(pulled=(pushed,))
    with logged(run):
        with images._folder_of_marks(run, fcntl.LOCK_SH if is_pulling else fcntl.LOCK_UN):
            left = images.prune_images(run, noted, [])
        assert api.image(docker, pushed) is None
        assert mark.exists() == stays
        assert left.pulled == ((pushed,) if is_pulling else ())


def test_reports_a_damaged_layer(docker: Docker, registry: Registry, pushed: str) -> None:
    for blob in registry.storage.glob("docker/registry/v2/blobs/sha256/*/*/data"):
        if blob.stat().st_size > 10_000:
            blob.write_bytes(b"\0" * blob.stat().st_size)
    assert cause_of(docker, pushed, registry.authorization) == "pull-failed"
