"""A program that came to the folder in memory, because the disk was full, runs at the next boot, too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from host.bootstrap import whole
from host.state.paths import Paths
from host.unattended import program_home, units


class Bed:
    """A host whose disk has a size, with a program in memory."""

    def __init__(self, paths: Paths, packed: Path) -> None:
        self.paths = paths
        os.makedirs(paths.state)
        self.program = shutil.copytree(packed, f"{paths.run}/program/packed")
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", paths.state], check=True)

    def with_room(self) -> None:
        """Somebody has made room."""
        subprocess.run(["mount", "-o", "remount,size=64m", self.paths.state], check=True)

    def on_disk(self) -> str:
        return program_home.on_disk(self.program, self.paths)


@pytest.fixture
def bed(tmp_path: Path, packed: Path) -> Iterator[Bed]:
    made = Bed(Paths(str(tmp_path / "state"), str(tmp_path / "run")), packed)
    yield made
    subprocess.run(["umount", made.paths.state], check=True)


def test_copies_a_program_from_memory_once_there_is_room(bed: Bed) -> None:
    assert bed.on_disk() == ""
    assert os.listdir(f"{bed.paths.state}/program") == []
    bed.with_room()
    os.makedirs(f"{bed.paths.state}/program/packed/host")
    there = bed.on_disk()
    assert there == f"{bed.paths.state}/program/packed" and whole(there)
    assert os.listdir(f"{bed.paths.state}/program") == ["packed"]
    shutil.rmtree(bed.program)  # as a reboot does
    found = "import sys; sys.path.insert(0, sys.argv[1]); import host.main; print(host.main.__file__)"
    ran = subprocess.run([sys.executable, "-I", "-S", "-c", found, there], capture_output=True, check=True, text=True)
    assert ran.stdout.startswith(there)


def test_leaves_a_program_on_the_disk_in_place(bed: Bed, packed: Path) -> None:
    assert program_home.on_disk(str(packed), bed.paths) == str(packed)


def test_units_run_a_program_that_survives_a_reboot(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room, those of an earlier program stay, and the first ones are better than none."""
    check = tmp_path / "docker-to-ec2-check.service"
    for name, value in (
        ("FOLDER", str(tmp_path)),
        ("is_systemd", lambda: True),
        ("_systemctl", lambda *_: None),
        ("Paths", lambda: bed.paths),
    ):
        monkeypatch.setattr(units, name, value)
    monkeypatch.setattr(program_home, "folder", lambda: bed.program)
    for earlier, runs in (("", bed.program), ("an earlier program", "an earlier program")):
        check.write_text(earlier) if earlier else None
        units.install()
        assert runs in check.read_text()
    bed.with_room()
    units.install()
    assert f"{bed.paths.state}/program/packed" in check.read_text() and bed.program not in check.read_text()
