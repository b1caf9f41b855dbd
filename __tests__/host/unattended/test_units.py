"""The units of systemd: what they are, and that systemd understands them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from host.previews import sleeper
from host.state.paths import Paths
from host.unattended.units import units

ROOT = Path(__file__).parents[3]
UNITS = units()


def line(unit: str, name: str) -> str:
    found = re.search(rf"^{name}=(.*)$", UNITS[f"docker-to-ec2-{unit}"], re.M)
    assert found
    return found[1]


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    for name, text in UNITS.items():
        (tmp_path / name).write_text(text)
    verified = subprocess.run(["systemd-analyze", "verify", *map(str, tmp_path.iterdir())], capture_output=True, text=True)
    assert (verified.returncode, verified.stderr) == (0, "")


def test_systemd_reports_an_unknown_setting(tmp_path: Path) -> None:
    unit = tmp_path / "docker-to-ec2-check.service"
    unit.write_text(UNITS["docker-to-ec2-check.service"].replace("ExecStart=", "Exec="))
    verified = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert "Exec" in verified.stderr


def test_sets_the_walls_after_the_hosts_firewall_and_before_dockers_containers() -> None:
    assert "docker.service" in line("check.service", "Before").split()
    assert {"firewalld.service", "nftables.service", "iptables.service", "ufw.service"} <= set(line("check.service", "After").split())
    assert "docker.service" in line("boot.service", "After").split()


def test_checks_the_walls_twice_a_minute_without_a_line_in_the_journal() -> None:
    assert line("walls.timer", "OnUnitInactiveSec") == "30"
    assert line("walls.service", "LogLevelMax") == "notice"
    assert {name for name, text in UNITS.items() if "[Install]" not in text} == {
        "docker-to-ec2-walls.service",
        "docker-to-ec2-certificates.service",
    }


def test_no_unit_can_hang_for_ever() -> None:
    """As a hanging check would keep Docker from starting, and hanging walls the timer from restoring them."""
    once = [text for text in UNITS.values() if "Type=oneshot" in text]
    assert len(once) == 4
    assert all(re.search(r"^TimeoutStartSec=\d+(min|h)$", text, re.M) for text in once)


def test_starts_the_sleeper_at_boot_only_if_a_service_can_sleep() -> None:
    assert line("sleep.service", "ConditionPathExistsGlob") == Paths().sleep("*")
    assert (line("sleep.service", "Restart"), line("sleep.service", "After")) == ("always", "docker.service")
    assert line("sleep.service", "StartLimitIntervalSec") == "0", "systemd would give up after five crashes"
    assert line("sleep.service", "WantedBy") == "multi-user.target"


def test_systemd_kills_and_restarts_a_hanging_sleeper() -> None:
    assert int(line("sleep.service", "WatchdogSec")) >= 4 * sleeper.LOOK, "a late beat would end it"
    assert (line("sleep.service", "WatchdogSignal"), line("sleep.service", "NotifyAccess")) == ("SIGKILL", "main")


@pytest.mark.parametrize("word", ["check", "boot", "walls", "certificates", "sleep"])
def test_each_unit_runs_this_program_from_its_folder(word: str) -> None:
    words = [
        part.replace("\\\\", "\\").replace('\\"', '"') for part in re.findall(r'"((?:[^"\\]|\\.)*)"', line(f"{word}.service", "ExecStart"))
    ]
    assert words[0] == sys.executable
    assert words[-2:] == [str(ROOT), word]
    start = [*words[:4], "import sys; sys.path.insert(0, sys.argv[1]); import host.main; print(host.main.__file__)", words[-2]]
    assert subprocess.run(start, capture_output=True, text=True).stdout.strip() == str(ROOT / "host/main.py")
