"""The unit of the process that wakes services, under a real systemd: a user's, in a mount namespace in which systemd seems to run the host."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from __tests__.host.support.caddy_bed import ROOT, prepared
from __tests__.host.support.patience import stretched, until
from __tests__.host.support.sleeper_bed import PROGRAM, process_of
from host.previews import asleep, waker_socket
from host.state.files import write
from host.state.paths import Paths
from host.unattended.units import SLEEPER, units

SYSTEMD = """set -e
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system /run/user "$XDG_CONFIG_HOME/systemd/user"
cp "$1" "$XDG_CONFIG_HOME/systemd/user/"
exec /lib/systemd/systemd --user --unit="$2"
"""


def unit_of(paths: Paths, watchdog: int) -> str:
    """The unit for other paths, and with less patience."""
    words = [sys.executable, "-c", PROGRAM, str(ROOT), *paths]
    text = units()[SLEEPER].replace(Paths().sleep("*"), paths.sleep("*"))
    text = re.sub("^ExecStart=.*$", "ExecStart=" + " ".join(f'"{word}"' for word in words), text, flags=re.M)
    return text.replace("WatchdogSec=60", f"WatchdogSec={watchdog}")


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    made = prepared(tmp_path)
    write(made.sleep("web.pr-1"), asleep.AWAKE)
    (tmp_path / SLEEPER).write_text(unit_of(made, 20))
    env = {**os.environ, "XDG_RUNTIME_DIR": "/run/user", "XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path)}
    argv = ["unshare", "--mount", "--propagation", "private", "sh", "-c", SYSTEMD, "sh", str(tmp_path / SLEEPER), SLEEPER]
    with subprocess.Popen(argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as systemd:
        try:
            yield made
        finally:
            systemd.send_signal(signal.SIGTERM)
            print((systemd.communicate(timeout=stretched(60))[0] or b"").decode())


def test_systemd_restarts_the_sleeper_after_a_kill_and_a_hang(paths: Paths) -> None:
    until(lambda: waker_socket.answers(paths, 1))
    first = process_of(paths)
    os.kill(first, signal.SIGKILL)
    until(lambda: process_of(paths) not in (0, first) and waker_socket.answers(paths, 1))
    second = process_of(paths)
    os.kill(second, signal.SIGSTOP)
    # systemd waits for its beat.
    until(lambda: process_of(paths) not in (0, second) and waker_socket.answers(paths, 1), 180)


def test_ends_when_no_service_can_sleep_and_is_not_restarted(paths: Paths) -> None:
    until(lambda: waker_socket.answers(paths, 1))
    os.unlink(paths.sleep("web.pr-1"))
    until(lambda: process_of(paths) == 0)
    time.sleep(4)
    assert process_of(paths) == 0
