"""The first thing that runs on a host: any Python reads it, and it lets only a whole program run."""

from __future__ import annotations

import ast
import base64
import json
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
FILES = {
    "host/__init__.py": "",
    "host/main.py": "WORD = 'word'\n",
    "host/unpack.py": (ROOT / "host/unpack.py").read_text(),
    "host/verbs/__init__.py": "",
    "host/verbs/broken.py": "def fail() -> None:\n    raise ValueError\n",
}
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


def ran(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Runs code that can import the program in a folder."""
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); {code}"
    return subprocess.run([sys.executable, "-I", "-S", "-c", start], capture_output=True, text=True)


def test_unpacks_a_complete_program_into_a_few_files(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "program")
    assert whole(str(folder))
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == sorted(
        ["__init__.py", f"__init__.{sys.implementation.cache_tag}.pyc", "modules", "sums"]
    )


def test_unpacked_modules_have_their_paths(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "program")
    code = (
        "import host, host.main as m, host.verbs as v; print(m.WORD, m.__file__, host.__path__, v.__path__, v.__package__, m.__package__)"
    )
    package, verbs = folder / "host", folder / "host/verbs"
    assert ran(folder, code).stdout == f"word {package}/main.py ['{package}'] ['{verbs}'] host.verbs host\n"
    assert "No module named 'host.nothing'" in ran(folder, "import host.nothing").stderr


def test_a_traceback_shows_the_text_of_a_module(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "program")
    code = "from host.verbs import broken\ntry:\n    broken.fail()\nexcept ValueError:\n    import traceback; print(traceback.format_exc())"
    words = ran(folder, code).stdout
    assert f'File "{folder}/host/verbs/broken.py", line 2, in fail\n    raise ValueError\n' in words


def test_another_python_compiles_the_texts_and_its_order_finds_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = unpacked(tmp_path / "program")
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not whole(str(folder))
    assert ran(folder, "sys.implementation.cache_tag = 'cpython-399'; import host.main as m; print(m.WORD, m.__file__)").stdout.split() == [
        "word",
        str(folder / "host/main.py"),
    ]


def test_replaces_the_leftovers_of_a_killed_attempt(tmp_path: Path) -> None:
    part = tmp_path / "program" / f"{SHA256}.part"
    part.mkdir(parents=True)
    (part / "left").write_text("half")
    folder = unpacked(tmp_path / "program")
    assert sorted(os.listdir(folder)) == ["host", "modules", "sums"]
    assert os.listdir(tmp_path / "program") == [SHA256]


def test_a_removal_between_the_check_and_the_import_makes_the_runner_bring_the_program(tmp_path: Path) -> None:
    """A removal of the host's last service takes the program along, and can do so at any moment."""
    home = tmp_path / "program"
    unpacked(home)
    (tmp_path / "script").write_text("order")
    load = "from importlib import util; spec = util.spec_from_file_location('boot', sys.argv[1]); boot = util.module_from_spec(spec)"
    lose = "import shutil; spec.loader.exec_module(boot); boot.HOMES = (sys.argv[2],); boot.touch = shutil.rmtree"
    argv = [str(ROOT / "host/bootstrap.py"), str(home), str(tmp_path / "script"), SHA256]
    start = f"import sys; {load}; {lose}; boot.start(sys.argv[3], sys.argv[4], 5, 0, 0)"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", start, *argv], capture_output=True, text=True)
    assert (done.returncode, json.loads(done.stdout)["cause"]) == (1, "program-missing"), done.stderr


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
