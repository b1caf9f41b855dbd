"""Who dies first where memory runs out, as the kernel has it."""

from __future__ import annotations

import subprocess

import pytest

from __tests__.host.support.patience import until
from host.docker import Docker, inspect
from host.machine import oom
from host.state.files import read


@pytest.mark.parametrize(
    ("score", "capabilities", "adjustment"),
    [
        (oom.PROXY, "000001ffffffffff", oom.PROXY),
        (oom.PROXY, "000001fffeffffff", 0),
        (oom.CANDIDATE, "0000000000000000", oom.CANDIDATE),
    ],
)
def test_lowers_no_score_without_the_capability(score: int, capabilities: str, adjustment: int) -> None:
    assert oom.allowed(score, f"CapPrm:\t0\nCapEff:\t{capabilities}\n") == adjustment


def test_ranks_all_processes_of_a_container_and_their_children(docker: Docker, tiny_image: str, mark: str) -> None:
    fork = "/bin/sleep 300 & while :; do /bin/sleep 0.01; done"
    run = ["docker", "run", "--detach", "--name", mark, tiny_image, "/bin/dash", "-c", fork]
    subprocess.run(run, check=True, capture_output=True)
    seen = inspect(docker, mark)
    assert seen

    def scores() -> list[str]:
        pids = subprocess.run(["docker", "top", mark, "-eo", "pid"], check=True, capture_output=True, text=True).stdout.split()[1:]
        # Some have ended by now.
        return [score for score in (read(f"/proc/{pid}/oom_score_adj").strip() for pid in pids) if score]

    until(lambda: len(scores()) > 1)
    assert set(scores()) == {"0"}
    oom.rank(seen.pid, oom.CANDIDATE)
    assert set(scores()) == {"500"}
    oom.rank(seen.pid, oom.LIVE)
    assert set(scores()) == {"0"}
    oom.rank(seen.pid, oom.CANDIDATE)
    subprocess.run(["docker", "restart", "--time", "0", mark], check=True, capture_output=True)
    assert set(scores()) == {"0"}


def test_ignores_a_process_that_has_ended() -> None:
    oom.rank(0, oom.LIVE)
    oom.rank(1 << 22, oom.LIVE)
