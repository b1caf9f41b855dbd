"""Tools of the host: found where they are, heard, and ended when they do not end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from host.machine.tool import Ran, run
from host.state.files import read


def test_passes_input_and_reads_output() -> None:
    assert run("cat", text="a\n$(id)", timeout=60) == Ran(0, "a\n$(id)", "")
    assert run("cat", text="x" * (1 << 20), timeout=60) == Ran(0, "x" * (1 << 20), "")


def test_passes_arguments_unchanged() -> None:
    assert run("printf", "%s|", "a b", "$HOME; id", "", timeout=60) == Ran(0, "a b|$HOME; id||", "")


def test_reports_why_a_tool_failed() -> None:
    failed = run("ls", "/no/such/folder", timeout=60)
    assert failed and failed.code == 2 and "No such file" in failed.err and failed.out == ""


def test_reports_a_tool_that_a_signal_ended() -> None:
    assert run("sh", "-c", "kill -9 $$", timeout=60) == Ran(-9, "", "")


def test_reports_a_tool_that_is_not_installed() -> None:
    assert run("no-such-tool", timeout=60) is None


def test_ends_a_tool_that_exceeds_its_time_limit() -> None:
    began, before = time.monotonic(), children()
    with pytest.raises(TimeoutError):
        run("sleep", "600", timeout=0.2)
    assert time.monotonic() - began < 60
    assert children() <= before


def children() -> set[str]:
    """The ids of all processes that this one has started and not waited for, whatever test they are of, and whatever thread ends meanwhile."""
    return {child for threads in os.listdir("/proc/self/task") for child in read(f"/proc/self/task/{threads}/children").split()}


def test_leaves_no_file_open() -> None:
    shown = run("ls", "-l", "/proc/self/fd", timeout=60)
    assert shown and shown.out.count("memfd:") == 3
    assert not any("memfd:" in link for link in own_files())


def own_files() -> Iterator[str]:
    for file in os.listdir("/proc/self/fd"):
        with suppress(FileNotFoundError):
            yield os.readlink(f"/proc/self/fd/{file}")
