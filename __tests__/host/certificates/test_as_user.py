"""Work with the rights of another user."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from host.certificates.as_user import as_user
from host.state.files import PROXY


def test_work_runs_with_the_rights_folder_and_umask_of_the_user(tmp_path: Path) -> None:
    os.chown(tmp_path, PROXY, PROXY)

    def work() -> tuple[int, int, list[int]]:
        Path("new").write_text("x")
        return os.geteuid(), os.getegid(), os.getgroups()

    assert as_user(PROXY, str(tmp_path), 0o077, work) == (PROXY, PROXY, [])
    made = (tmp_path / "new").stat()
    assert (made.st_uid, made.st_gid, made.st_mode & 0o777) == (PROXY, PROXY, 0o600)


def test_work_cannot_read_files_of_root(tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o755)
    with pytest.raises(PermissionError):
        as_user(PROXY, str(tmp_path), 0o077, lambda: Path("/etc/shadow").read_text())
    assert (os.getresuid(), os.getresgid()) == ((0, 0, 0), (0, 0, 0))


def test_other_threads_keep_their_rights_folder_and_umask(tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o755)
    private, before = tmp_path / "private", os.getcwd()
    private.write_text("x")
    private.chmod(0o600)
    begun, over = threading.Event(), threading.Event()
    seen: list[object] = []

    def work() -> None:
        begun.set()
        over.wait(30)

    other = threading.Thread(target=lambda: as_user(PROXY, str(tmp_path), 0o077, work))
    other.start()
    assert begun.wait(30)
    try:
        seen = [private.read_text(), os.geteuid(), os.getcwd(), os.umask(0o022)]
    finally:
        over.set()
        other.join()
    assert seen == ["x", 0, before, 0o022]


def test_raises_an_error_of_the_work(tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o755)
    with pytest.raises(FileNotFoundError):
        as_user(PROXY, str(tmp_path), 0o077, lambda: os.stat("missing"))
    with pytest.raises(FileNotFoundError):
        as_user(PROXY, str(tmp_path / "missing"), 0o077, os.getcwd)
