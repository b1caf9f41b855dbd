"""The first thing that runs on a host: any Python reads it, and it lets only a whole program run."""

from __future__ import annotations

import ast
import base64
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from host import unpack as unpacking
from host.bootstrap import DIGITS, decoded, whole
from host.unpack import KEPT, unpack
from scripts.bundle.pack import pack

ROOT = Path(__file__).parents[2]
SMALL = pack(ROOT / "host")["bootstrap"]
FILES = {"host/__init__.py": "", "host/main.py": "WORD = 'word'\n", "host/verbs/__init__.py": ""}
SHA256 = "0123456789abcdef" * 4
# Those of base64.b85encode, in their order; their values are what RFC 1924 says.
RFC_1924 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def encoded(data: bytes) -> str:
    return base64.b85encode(data).translate(bytes.maketrans(RFC_1924, DIGITS)).decode()


@pytest.mark.parametrize("version", [(3, 4), (3, 5), (3, 6), (3, 7), (3, 8)])
def test_an_older_python_can_parse_it_and_refuse(version: tuple[int, int]) -> None:
    ast.parse(SMALL, feature_version=version)


def test_its_text_is_safe_in_double_quotes_of_a_shell() -> None:
    assert not set(SMALL) & set('"$`')
    assert SMALL.isascii()


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff", b"\xff" * 4, b"\0" * 7, bytes(range(256)), b"\xff\xff\xff\xff\0"])
def test_base_85_decodes_to_the_original(data: bytes) -> None:
    assert decoded(encoded(data)) == data


def test_no_digit_needs_escaping_in_a_shell_json_or_ssm() -> None:
    assert len(set(DIGITS)) == 85
    assert not set(DIGITS) & set(b" \"&'<>\\`{}\x7f")


def unpacked(home: Path, name: str = SHA256) -> Path:
    home.mkdir(exist_ok=True)
    unpack(FILES, name, str(home), whole)
    return home / name


def test_unpacks_a_complete_program_compiled_for_its_path(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "program")
    assert whole(str(folder))
    assert (folder / "host/main.py").read_text() == FILES["host/main.py"]
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); import host.main as m; print(m.__cached__, m.main.__code__.co_filename)"
    (folder / "host/main.py").write_text("def main() -> None: ...\n")
    assert not whole(str(folder))
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.replace("m.main.__code__.co_filename", "m.WORD")], capture_output=True, text=True
    )
    assert ran.stdout.split() == [str(next((folder / "host/__pycache__").glob("main.*"))), "word"], (
        "an import looks at the compiled form alone"
    )


def test_replaces_the_leftovers_of_a_killed_attempt(tmp_path: Path) -> None:
    part = tmp_path / "program" / f"{SHA256}.part"
    part.mkdir(parents=True)
    (part / "left").write_text("half")
    folder = unpacked(tmp_path / "program")
    assert sorted(os.listdir(folder)) == ["host", "sums"]
    assert os.listdir(tmp_path / "program") == [SHA256]


def programs(home: Path, count: int) -> list[str]:
    """Programs that were used one day after the other, the newest first."""
    names = [f"{at:064x}" for at in range(count)]
    for at, name in enumerate(names):
        (home / name).mkdir(parents=True)
        os.utime(home / name, (time.time() - (at + 1) * 86_400,) * 2)
    return names


def test_keeps_the_most_recently_used_programs(tmp_path: Path) -> None:
    names = programs(tmp_path, KEPT + 3)
    unpacked(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted([SHA256, *names[: KEPT - 1]])


def test_keeps_a_program_that_a_process_runs(tmp_path: Path) -> None:
    names = programs(tmp_path, KEPT + 3)
    with subprocess.Popen([sys.executable, "-c", "input()", str(tmp_path / names[-1])], stdin=subprocess.PIPE) as process:
        unpacked(tmp_path)
        process.communicate(b"\n")
    assert sorted(os.listdir(tmp_path)) == sorted([SHA256, *names[: KEPT - 1], names[-1]])


def test_keeps_a_program_that_a_unit_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = programs(tmp_path / "program", KEPT + 3)
    units = tmp_path / "system"
    units.mkdir()
    (units / "docker-to-ec2-boot.service").write_text(
        f'ExecStart="/usr/bin/python3" "-c" "..." "/var/lib/docker-to-ec2/program/{names[-2]}"\n'
    )
    monkeypatch.setattr(unpacking, "UNITS", str(units))
    unpacked(tmp_path / "program")
    assert sorted(os.listdir(tmp_path / "program")) == sorted([SHA256, *names[: KEPT - 1], names[-2]])


def test_keeps_incomplete_parts_for_an_hour(tmp_path: Path) -> None:
    for name, age in {"a.0": 7200, "b.0": 60, "c.part": 7200}.items():
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    unpacked(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted([SHA256, "b.0"])
