"""How a container ended, and whom the kernel killed for memory: records by hand, and the kernel itself."""

from __future__ import annotations

import time
import uuid

import pytest

from __tests__.host.support.patience import until
from host.checks import ending
from host.checks.ending import Ending, killed_for_memory, ran_out_of_memory, since
from host.docker import Docker, create, inspect, start
from host.model.container import Inspected

ONE, OTHER = "9ac3" * 16, "ce97" * 16


def record(group: str, *, head: str = "6,1234,13522819407,-", of: str = "/", task: str = "node") -> bytes:
    where = f"cpuset=/,mems_allowed=0,oom_memcg={of},task_memcg={group},task={task},pid=14629,uid=0"
    return f"{head};oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),{where}\n".encode()


@pytest.mark.parametrize(
    ("records", "killed"),
    [
        pytest.param([record(f"/docker/{ONE}")], True, id="cgroupfs"),
        pytest.param([record(f"/system.slice/docker-{ONE}.scope", of="/system.slice")], True, id="systemd, for the group above"),
        pytest.param([b"4,1,1,-;node invoked oom-killer\n", record(f"/docker/{OTHER}"), record(f"/docker/{ONE}")], True, id="among others"),
        pytest.param([record(f"/docker/{OTHER}")], False, id="another container"),
        pytest.param([record(f"/docker/{ONE}/docker/{OTHER}", of=f"/docker/{ONE}")], False, id="a container in this one"),
        pytest.param([record(f"/docker/{OTHER}", of=f"/docker/{ONE}")], False, id="it asked, another one was killed"),
        pytest.param([record(f"/docker/{ONE}", head="14,1234,1,-")], False, id="written by a program"),
        pytest.param([record(f"/docker/{ONE}", head="x")], False, id="no priority"),
        pytest.param([record(f"/docker/{ONE}", head="6,1234,13000000000,-")], True, id="just after the start"),
        pytest.param([record(f"/docker/{ONE}", head="6,1234,12999999999,-")], False, id="in an earlier life"),
        pytest.param([record(f"/docker/{ONE}", head="6,1234,x,-")], False, id="no time"),
        pytest.param([record(f"/docker/{ONE}", head="6,1234")], False, id="cut off"),
        pytest.param([b"", b"6,1,1,-", f"6,1,1,-;eth0: {ONE}\n".encode(), b"6,1,1,-;oom-kill:\n"], False, id="nothing of the kind"),
    ],
)
def test_finds_the_memory_group_of_a_killed_process_in_the_kernels_log(records: list[bytes], killed: bool) -> None:
    assert killed_for_memory(records, ONE, 13_000) is killed


@pytest.mark.parametrize(("command", "killed"), [("a=x; while :; do a=$a$a; done", True), ("kill -KILL $$", False)])
def test_the_kernels_log_shows_who_ran_out_of_memory(docker: Docker, tiny_image: str, mark: str, command: str, killed: bool) -> None:
    """Both end with 137; only one of them for its memory. Pid 1 of a container cannot be killed from inside, so a shell does it below it."""

    host = {"Memory": 8 << 20, "MemorySwap": 8 << 20}
    wanted = {"Image": tiny_image, "Cmd": ["/bin/dash", "-c", f"/bin/dash -c {command!r}; exit $?"], "HostConfig": host}

    def told() -> tuple[Ending, bool]:
        identity = create(docker, f"{mark}-{uuid.uuid4().hex}", wanted)
        start(docker, identity)
        until(lambda: (seen := inspect(docker, identity)) and not seen.running)
        return ending.of(docker, identity), ran_out_of_memory(identity, float("inf"))

    if killed:
        # The kernel writes down ten in five seconds at most, whoever on this machine runs out of memory.
        until(lambda: told() == (Ending(137, True), True))
    else:
        assert told() == (Ending(137, False), False)


def test_an_earlier_life_says_nothing_about_the_last_end(
    docker: Docker, tiny_image: str, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time, the container runs out of memory; the second time, it ends by itself."""
    monkeypatch.setattr(ending, "SLACK", 0)
    monkeypatch.setattr(ending, "DRIFT", 0)
    command = "if [ -e /m ]; then exit 3; fi; : > /m; a=x; while :; do a=$a$a; done"
    host = {"Memory": 8 << 20, "MemorySwap": 8 << 20}
    wanted = {"Image": tiny_image, "Cmd": ["/bin/dash", "-c", f"/bin/dash -c {command!r}; exit $?"], "HostConfig": host}

    def ended(identity: str) -> Ending:
        start(docker, identity)
        until(lambda: (seen := inspect(docker, identity)) and not seen.running)
        return ending.of(docker, identity)

    def killed() -> bool:
        made.append(create(docker, f"{mark}-{uuid.uuid4().hex}", wanted))
        return ended(made[-1]) == Ending(137, True) and ran_out_of_memory(made[-1], float("inf"))

    made: list[str] = []
    # The kernel writes down ten in five seconds at most, whoever on this machine runs out of memory.
    until(killed)
    identity = made[-1]
    # By the clock of the kernel's log, which can be another one.
    told = max(int(one.split(b",")[2]) / 1e6 for one in ending._records("/dev/kmsg") if identity.encode() in one)
    until(lambda: time.monotonic() > told)
    assert ended(identity) == Ending(3, False)
    assert ran_out_of_memory(identity, float("inf"))


@pytest.mark.parametrize(
    ("age", "now", "earliest"),
    [(10, 1_000, 987.9), (float("inf"), 1_000, float("-inf")), (-1, 1_000, 998.9), (-3_600, 1_000, 0.0), (60, 1e7, 1e7 - 1_062)],
)
def test_allows_for_clocks_that_differ(age: float, now: float, earliest: float) -> None:
    assert since(age, now) == pytest.approx(earliest)


def test_concludes_nothing_from_an_unreadable_log(tmp_path: object) -> None:
    assert not ran_out_of_memory(ONE, 1, f"{tmp_path}/none")


@pytest.mark.parametrize(("code", "told_at", "for_memory"), [(137, 0, True), (137, 2, True), (1, 2, False)])
def test_waits_until_docker_reports_that_memory_ran_out(
    docker: Docker, monkeypatch: pytest.MonkeyPatch, code: int, told_at: int, for_memory: bool
) -> None:
    looks: list[Inspected] = []

    def told(*_: object) -> Inspected:
        gone = Inspected(0, False, code, len(looks) >= told_at, 0, "", "no", "", (), 10, "", None)
        looks.append(gone)
        return gone

    monkeypatch.setattr("host.docker.inspect", told)
    monkeypatch.setattr(ending, "MEMORY_TIMEOUT", 60)
    assert ending.of(docker, "not there") == Ending(code, for_memory)


def test_a_container_killed_by_something_else_did_not_run_out_of_memory(docker: Docker, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = Inspected(0, False, 137, False, 0, "", "no", "", (), 10, "", None)
    monkeypatch.setattr("host.docker.inspect", lambda *_: killed)
    monkeypatch.setattr(ending, "MEMORY_TIMEOUT", 0.2)
    assert ending.of(docker, "not there") == Ending(137, False)
