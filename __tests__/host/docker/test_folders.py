"""Where Docker keeps its data, by what it tells about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from host.docker import Folders, folders, folders_of

SNAPSHOTTER = [["driver-type", "io.containerd.snapshotter.v1"]]
OVERLAY = [["Backing Filesystem", "extfs"], ["Supports d_type", "true"]]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A containerd that runs as a service of its own, with its data in the folder `containerd`."""
    (tmp_path / "containerd").mkdir()
    (tmp_path / "containerd.sock").touch()
    (tmp_path / "config.toml").write_text(f'version = 2\nroot = "{tmp_path}/containerd"\n[plugins]\nroot = "/plugin"\n')
    monkeypatch.setattr(folders, "CONTAINERD", str(tmp_path / "containerd.sock"))
    monkeypatch.setattr(folders, "CONTAINERD_FILE", str(tmp_path / "config.toml"))
    return tmp_path


@pytest.mark.parametrize(
    ("told", "images", "keeps_packed"),
    [
        ({"DriverStatus": OVERLAY}, "docker", False),
        ({"DriverStatus": None}, "docker", False),
        ({}, "docker", False),
        ({"DriverStatus": SNAPSHOTTER}, "containerd", True),
        ({"DriverStatus": SNAPSHOTTER, "Containerd": {"Address": "/run/containerd/containerd.sock"}}, "containerd", True),
        ({"DriverStatus": SNAPSHOTTER, "Containerd": {"Address": "/var/run/docker/containerd/containerd.sock"}}, "docker", True),
    ],
)
def test_finds_the_folder_of_the_images(served: Path, told: dict[str, Any], images: str, keeps_packed: bool) -> None:
    found = folders_of({"DockerRootDir": f"{served}/docker", **told})
    assert found == Folders(f"{served}/docker", f"{served}/{images}", keeps_packed)


def test_a_containerd_that_docker_starts_keeps_its_data_in_the_data_root(served: Path) -> None:
    (served / "containerd.sock").unlink()
    assert folders_of({"DockerRootDir": str(served), "DriverStatus": SNAPSHOTTER}) == Folders(str(served), str(served), True)


def test_a_folder_that_is_not_there_does_not_count(served: Path) -> None:
    (served / "containerd").rmdir()
    assert folders_of({"DockerRootDir": str(served), "DriverStatus": SNAPSHOTTER}).images == str(served)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", "/var/lib/containerd"),
        ('#root = "/var/lib/other"\n', "/var/lib/containerd"),
        ("version = 3\nroot = '/data/containerd'\nstate = '/run/containerd'\n", "/data/containerd"),
        ('root="/data"\n', "/data"),
        ('version = 2\n[plugins."io.containerd.snapshotter.v1.overlayfs"]\nroot = "/plugin"\n', "/var/lib/containerd"),
    ],
)
def test_reads_the_folder_of_containerd(text: str, root: str) -> None:
    assert folders.containerd_root(text) == root
