"""The units of systemd that put right what a crash left, with a stand-in for systemctl that makes the links that the real one makes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from __tests__.host.support.run_bed import nobody
from host.docker import DockerError
from host.run import Run
from host.state.folders import make_folders
from host.state.paths import Paths
from host.unattended import boot, units

LINKS = 6
"""How many units are started at boot."""
SYSTEMCTL = """#!/bin/sh
echo "$*" >>{units}/asked
[ "$1" = enable ] || exit 0
shift
for unit; do
  target=$(sed -n s/^WantedBy=//p "{units}/$unit")
  mkdir -p "{units}/$target.wants"
  ln -sf "../$unit" "{units}/$target.wants/$unit"
done
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "units"
    tools = tmp_path / "bin"
    for one in (made, tools):
        one.mkdir()
    (tools / "systemctl").write_text(SYSTEMCTL.format(units=made))
    (tools / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.setattr(units, "FOLDER", str(made))
    monkeypatch.setattr(units, "is_systemd", lambda: True)
    return made


def test_a_service_that_cannot_be_repaired_does_not_prevent_the_repair_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    for key in ("api.production", "web.production"):
        make_folders(paths, key)
    seen: list[str] = []

    def put_right(run: Run) -> None:
        seen.append(run.key)
        raise KeyError("nobody foresaw it")

    monkeypatch.setattr(boot, "wait_for_docker", lambda: nobody(tmp_path))
    monkeypatch.setattr(boot, "put_right", put_right)
    with pytest.raises(DockerError):
        boot.after_docker(paths)
    assert seen == ["api.production", "web.production"]


def test_installs_units_once(folder: Path) -> None:
    units.install()
    asked = (folder / "asked").read_text()
    units.install()
    assert (folder / "asked").read_text() == asked
    assert all(map(os.path.lexists, units.links())) and len(units.links()) == LINKS


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("number", range(LINKS))
def test_enables_a_unit_again_after_its_link_was_lost(number: int) -> None:
    units.install()
    link = units.links()[number]
    os.unlink(link)
    units.install()
    assert os.path.lexists(link)
