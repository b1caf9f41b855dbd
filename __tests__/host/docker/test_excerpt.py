"""The lines of a log with their times: of Docker's records, and of a real daemon."""

from __future__ import annotations

import re
import subprocess
from itertools import chain

import pytest

from __tests__.host.support.patience import until, within
from host import docker as api
from host.docker import Docker
from host.docker.excerpt import LINE, RECORD, Excerpt, Line, gathered

AT = "2026-11-28T17:57:33"
STAMP = f"{AT}.123456789Z ".encode()
TIME = f"{AT}.123Z"


def run(docker: Docker, name: str, image: str, *script: str, tty: bool = False) -> str:
    spec = {"Image": image, "Cmd": ["/bin/dash", "-c", "\n".join(script)], "Tty": tty}
    id = api.create(docker, name, spec)
    api.start(docker, id)
    return id


def texts(excerpt: Excerpt) -> list[str]:
    return [line.text for line in excerpt.lines]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"hello\n", "hello"),
        (b"hello\r\n", "hello"),
        (b"\n", ""),
        (b"half", "half"),
        (b"\x1b[31;1mred\x1b[0m and \x1b]0;title\x07plain\n", "red and plain"),
        (b"se\x1b[1mcr\0et\n", "secret"),
        (b"\xff\xfe\n", "\ufffd\ufffd"),
        (b"10%\r20%\r\n", "10%\r20%"),
        (b"::error::x\n", "::error::x"),
    ],
)
def test_reads_a_record(written: bytes, text: str) -> None:
    assert gathered([(1, STAMP + written)], 1000) == Excerpt((Line(1, TIME, text),))


@pytest.mark.parametrize(("stamp", "time"), [("Z", "Z"), (".1Z", ".1Z"), (".123456789+02:00", ".123+02:00")])
def test_reads_a_time(stamp: str, time: str) -> None:
    assert gathered([(2, f"{AT}{stamp} x\n".encode())], 1000).lines == (Line(2, f"{AT}{time}", "x"),)


def test_a_record_without_a_time_is_a_line_too() -> None:
    assert gathered([(1, b"no time\n")], 1000).lines == (Line(1, "", "no time"),)


def test_joins_the_records_of_a_line_beside_those_of_the_other_stream() -> None:
    records = [(1, STAMP + b"a" * RECORD), (2, STAMP + b"other\n"), (1, STAMP + b"b\n"), (1, STAMP + b"c\n")]
    assert texts(gathered(records, 1 << 20)) == ["a" * RECORD + "b", "other", "c"]


def test_the_half_line_of_a_container_that_ended_is_a_line() -> None:
    assert texts(gathered([(1, STAMP + b"half"), (1, STAMP + b"starting again\n")], 1000)) == ["half", "starting again"]


def test_leaves_out_the_oldest_lines() -> None:
    records = [(1, STAMP + b"%02d\n" % number) for number in range(10)]
    assert gathered(records, 9) == Excerpt(tuple(Line(1, TIME, f"0{number}") for number in (7, 8, 9)), 7, 21)


def test_keeps_the_start_of_an_endless_line() -> None:
    kept = gathered(chain([(1, STAMP + b"old\n")], ((1, STAMP + b"x" * 16_384) for _ in range(100))), 1 << 20)
    assert texts(kept)[0] == "old"
    assert (len(kept.lines[1].text), kept.lines[1].left) == (LINE, 100 * 16_384 - LINE)
    assert len(gathered(((1, STAMP + b"x" * 16_384) for _ in range(100)), 1000).lines) == 1


@pytest.mark.parametrize("tty", [False, True])
def test_reads_the_end_of_a_real_log(docker: Docker, tiny_image: str, mark: str, tty: bool) -> None:
    script = ["i=0", "while [ $i -lt 50 ]; do echo line $i; i=$((i+1)); done", "printf '%040000d\\n' 7", "printf 'half'"]
    id = run(docker, mark, tiny_image, *script, tty=tty)
    until(lambda: texts(api.excerpt(docker, id, 1, 0, 1 << 20)) == ["half"])
    seen = api.excerpt(docker, id, 200, 0, 1 << 20)
    assert texts(seen)[:50] == [f"line {number}" for number in range(50)]
    assert texts(seen)[-1] == "half"
    long = "".join(texts(seen)[50:-1])
    assert re.sub(rf"{AT[:2]}\d\d-\S+ ", "", long) == f"{'0' * 39_999}7"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line.at) for line in seen.lines)
    if not tty:
        assert texts(seen)[50:-1] == [long]


def test_reads_what_is_not_older(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "echo old", "trap 'echo new' USR1", "while :; do sleep 0.1; done")
    until(lambda: texts(api.excerpt(docker, id, 9, 0, 1000)) == ["old"])
    until(lambda: texts(api.excerpt(docker, id, 9, 0.5, 1000)) == [])
    subprocess.run(["docker", "kill", "--signal=USR1", id], capture_output=True, check=True)
    until(lambda: texts(api.excerpt(docker, id, 9, 0, 1000)) == ["old", "new"])
    assert texts(api.excerpt(docker, id, 9, 3600, 1000)) == ["old", "new"]


def test_reads_the_end_of_a_log_that_is_still_written(docker: Docker, tiny_image: str, mark: str) -> None:
    id = run(docker, mark, tiny_image, "while :; do echo all work and no play; done")
    until(lambda: len(api.excerpt(docker, id, 100, 0, 4000).lines) == 100)
    with within(8):
        assert set(texts(api.excerpt(docker, id, 100, 0, 1000))) == {"all work and no play"}
