"""Durable files and locks, on real files."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from __tests__.host.support.full_disk import fill, small
from host.state import files, folders, locks
from host.state.paths import Paths, services


def test_writes_a_complete_file(tmp_path: Path) -> None:
    path = str(tmp_path / "a")
    files.write(path, "one")
    files.write(path, "two %s \n")
    assert files.read(path) == "two %s \n"
    assert os.listdir(tmp_path) == ["a"]


def test_syncs_a_file_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def noted(name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(os, name)

        def call(*args: object) -> object:
            calls.append(name)
            return real(*args)

        return call

    for name in ("fsync", "rename"):
        monkeypatch.setattr(os, name, noted(name))
    files.write(str(tmp_path / "a"), "text")
    assert calls == ["fsync", "rename", "fsync"]


@pytest.mark.parametrize("write", [files.write, files.write_volatile])
def test_several_writers_of_a_file_disturb_nobody(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    """Such as two services' first orders with a new program, which write the same units."""
    path = str(tmp_path / "a")
    texts = [letter * 9_000 for letter in "abc"]
    errors: list[Exception] = []

    def work(text: str) -> None:
        try:
            for _ in range(100):
                write(path, text)
                assert files.read(path) in texts
        except (OSError, AssertionError) as error:
            errors.append(error)

    writers = [threading.Thread(target=work, args=(text,)) for text in texts]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert errors == []
    assert files.read(path) in texts
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_failed_write_keeps_the_old_file_and_leaves_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    path = str(tmp_path / "a")
    files.write(path, "old")
    real = os.write

    def refuse(file: int, data: bytes) -> int:
        if data == b"new":
            raise OSError(code, os.strerror(code))
        return real(file, data)

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(OSError):
        files.write(path, "new")
    assert files.read(path) == "old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize(("old", "new"), [("172.29.0.10:8080", "172.29.0.9:80"), ("172.29.0.9:80", "172.29.0.10:8080")])
def test_returns_the_traffic_on_a_full_disk_too(tmp_path: Path, old: str, new: str) -> None:
    path = str(tmp_path / "live")
    files.write(path, old)
    os.mkdir(f"{path}.new")
    files.write_over(path, new)
    assert files.read(path) == new


@pytest.mark.parametrize(("size", "written"), [(100, True), (4_000, True), (5_000, False), (60_000, False)])
def test_leaves_no_half_a_text_on_a_full_disk(tmp_path: Path, size: int, written: bool) -> None:
    """With half its configuration, the proxy would not start at the next boot."""
    with small(tmp_path / "disk") as disk:
        path = str(disk / "caddy.json")
        files.write(path, "old" * 1_000)
        fill(disk)
        with suppress(OSError):
            files.write_over(path, "x" * size)
        assert files.read(path) == ("x" * size if written else "old" * 1_000)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_missing_or_binary_file_reads_as_empty(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a"
    if content is not None:
        path.write_bytes(content)
    assert files.read(str(path)) == ""


def test_a_folder_in_place_of_a_file_reads_as_empty_and_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    (path / "inside").mkdir(parents=True)
    assert files.read(str(path)) == ""
    files.write(str(path), "text")
    assert files.read(str(path)) == "text"
    assert (tmp_path / "a.folder" / "inside").is_dir()


@pytest.mark.parametrize("code", [errno.EIO, errno.EUCLEAN, errno.EBADMSG])
def test_a_file_that_the_disk_has_lost_reads_as_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def broken(*_: object, **__: object) -> object:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("builtins.open", broken)
    assert files.read(str(tmp_path / "a")) == ""


def test_a_file_that_is_temporarily_unreadable_does_not_count_as_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> object:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr("builtins.open", busy)
    with pytest.raises(OSError):
        files.read(str(tmp_path / "a"))


def test_a_loop_of_links_reads_as_empty(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    assert files.read(str(tmp_path / "a")) == ""


def test_lists_services_by_their_folders(tmp_path: Path) -> None:
    paths = Paths(str(tmp_path / "state"), str(tmp_path / "run"))
    assert services(paths) == ()
    folders.make_folders(paths, "web.production")
    folders.make_folders(paths, "api.production")
    (tmp_path / "state" / "services" / "file").write_text("")
    for theirs in ("lost+found", ".Trash-0", "web.production (copy)"):
        (tmp_path / "state" / "services" / theirs).mkdir()
    assert services(paths) == ("api.production", "web.production")
    assert oct(os.stat(f"{paths.service('web.production')}/releases").st_mode & 0o777) == "0o700"


def test_a_lock_has_one_holder_and_names_it(tmp_path: Path) -> None:
    path = str(tmp_path / "folder" / "lock")
    said = r"^https://example.com/runs/7 since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
    with locks.locked(path, 0, "https://example.com/runs/7"), pytest.raises(locks.LockHeld, match=said), locks.locked(path, 0):
        pass
    with locks.locked(path, 0):
        pass


def test_a_full_disk_does_not_prevent_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = str(tmp_path / "lock")
    monkeypatch.setattr(os, "pwrite", full)
    with locks.locked(path, 0, "a removal"), pytest.raises(locks.LockHeld), locks.locked(path, 0, "another"):
        pass


def test_waits_for_a_lock(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    held, taken = threading.Event(), threading.Event()

    def other() -> None:
        with locks.locked(path, 60):
            held.set()
            taken.wait(0.2)

    thread = threading.Thread(target=other)
    thread.start()
    held.wait()
    with locks.locked(path, 60):
        taken.set()
    thread.join()


def test_the_kernel_frees_the_lock_of_a_process_that_is_killed(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    code = f"import time\nfrom host.state.locks import locked\nwith locked({path!r}, 0):\n print('held', flush=True)\n time.sleep(600)"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env={"PYTHONPATH": os.getcwd()})
    assert child.stdout is not None
    child.stdout.readline()
    with pytest.raises(locks.LockHeld), locks.locked(path, 0):
        pass
    child.kill()
    child.wait()
    child.stdout.close()
    with locks.locked(path, 60):
        pass


def test_looking_at_a_lock_creates_no_folder_for_a_removed_service(tmp_path: Path) -> None:
    path = str(tmp_path / "gone" / "lock")
    with pytest.raises(FileNotFoundError), locks.locked(path, 0, "", None):
        pass
    assert not os.path.exists(tmp_path / "gone")


def test_takes_a_lock_again_if_its_file_was_removed_meanwhile(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    waiting = threading.Event()
    own: list[bool] = []

    def other() -> None:
        waiting.set()
        with locks.locked(path, 60):
            own.append(os.path.exists(path))

    with locks.locked(path, 0):
        thread = threading.Thread(target=other)
        thread.start()
        waiting.wait()
        time.sleep(0.1)
        os.unlink(path)
    thread.join()
    assert own == [True]
