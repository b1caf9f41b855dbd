"""What visitors see while a service wakes, or if it does not."""

from __future__ import annotations

import errno
import os
import socket
import struct
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.caddy_bed import BINARY
from __tests__.host.support.patience import until, within
from __tests__.host.support.sleeper_bed import Bed, answering, is_page, pruned
from host.docker import inspect
from host.edge import caddy
from host.edge.routes import routing
from host.previews import sleeping, unwoken, waker, waker_socket
from host.run import snapshot
from host.state.locks import locked
from host.verbs.status import of_service


def test_shows_a_reloading_page_if_it_does_not_wake(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    monkeypatch.setattr(waker, "PATIENCE", 0.5)
    with locked(f"{bed.paths.service(bed.key)}/lock", 1, "a long order"):
        status, answer = bed.visit()
    assert is_page(status, answer)
    monkeypatch.setattr(waker, "PATIENCE", 60.0)
    assert bed.visit()[0] == 200


def nothing(connection: socket.socket) -> None:
    connection.recv(1)


def hangs_up(_connection: socket.socket) -> None:
    return


def talks(connection: socket.socket) -> None:
    connection.sendall(b"well\r\n\r\n")


def lets_pass(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


@pytest.mark.parametrize("answer", [nothing, hangs_up, talks])
def test_the_page_appears_without_an_answer_of_the_sleeper(
    bed: Bed, monkeypatch: pytest.MonkeyPatch, answer: Callable[[socket.socket], None]
) -> None:
    bed.fall_asleep()
    monkeypatch.setattr(sleeping, "SILENCE", "1s")
    caddy.load(bed.paths, routing.render(bed.routes, 1))
    with answering(bed, answer), within(15):
        assert is_page(*bed.visit())
        assert is_page(*bed.visit(method="POST", body=b"x" * 3_000))


def test_the_page_appears_soon_if_the_sleeper_is_dead(bed: Bed) -> None:
    bed.fall_asleep()
    with answering(bed, hangs_up):
        pass
    for _ in range(2):
        with within(6):
            assert is_page(*bed.visit())
        with suppress(FileNotFoundError):
            os.unlink(bed.paths.waker)
    threading.Thread(target=bed.sleeper.waker.accept, args=(waker_socket.listen(bed.paths),), daemon=True).start()
    assert bed.visit()[0] == 200


def test_the_page_does_not_hide_an_error_of_the_application_after_waking(bed: Bed) -> None:
    bed.fall_asleep()
    with answering(bed, lets_pass):
        status, answer = bed.visit()
    assert status == 502 and b"Waking" not in answer


def test_the_sleeper_learns_nothing_about_a_visitor_and_large_headers_wake_the_service(bed: Bed) -> None:
    bed.fall_asleep()
    more = f"Authorization: Bearer k7Qz92nf\r\nExpect: 100-continue\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nCookie: {'c' * 8_000}\r\n"
    with answering(bed, hangs_up) as heads:
        assert is_page(*bed.visit(more=more))
    assert heads and all(head.startswith(f"GET /{bed.key} HTTP/1.1\r\n".encode()) and len(head) < 300 for head in heads), heads
    threading.Thread(target=bed.sleeper.waker.accept, args=(waker_socket.listen(bed.paths),), daemon=True).start()
    assert bed.visit(more=f"Cookie: {'c' * 8_000}\r\n")[0] == 200


def test_tells_visitors_why_its_container_cannot_be_created_again(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waker, "FIRST_PAUSE", 3600.0)
    bed.fall_asleep()
    pruned(bed)
    # The registry of the stored release has no such image.
    status, page = bed.visit()
    assert is_page(status, page, 3600)
    assert b"its container was removed from the host, and cannot be created again: " in page and b"; deploy it again" in page
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert told["asleep"] and told["unwoken"]["cause"].startswith("pull-")


def broken(docker_id: str, folder: Path) -> None:
    """From now on, the container ends with exit code 3 as soon as it is started."""
    said = b"no <database> here\n"
    # write(1, said, len(said)); exit(3)
    code = b"\xb8\1\0\0\0\xbf\1\0\0\0\x48\x8d\x35\x13\0\0\0\xba" + struct.pack("<I", len(said)) + b"\x0f\5\xb8\x3c\0\0\0\xbf\3\0\0\0\x0f\5"
    size = 120 + len(code) + len(said)
    head = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x400078, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    (folder / "ends").write_bytes(head + struct.pack("<IIQQQQQQ", 1, 5, 0, 0x400000, 0x400000, size, size, 4096) + code + said)
    (folder / "ends").chmod(0o755)
    subprocess.run(["docker", "cp", str(folder / "ends"), f"{docker_id}:/usr/bin/caddy"], check=True, capture_output=True)


def test_tells_visitors_and_status_why_a_release_exits_at_each_start(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waker, "FIRST_PAUSE", 3600.0)
    bed.fall_asleep()
    live = snapshot(bed.run()).live
    assert live
    broken(live.id, tmp_path)
    status, page = bed.visit()
    assert is_page(status, page, 3600) and b"does not start: exited: the container ended with exit code 3\n" in page
    until(lambda: not bed.is_running())
    told = of_service(bed.run(), snapshot(bed.run()), frozenset(), {})
    assert told["asleep"] and told["unwoken"]["cause"] == "exited" and "no <database> here" in told["unwoken"]["logs"]
    started = inspect(bed.docker, live.id)
    page = bed.visit()[1]
    assert b"exit code 3" in page and inspect(bed.docker, live.id) == started, "it was tried again at once"
    subprocess.run(["docker", "cp", str(BINARY.resolve()), f"{live.id}:/usr/bin/caddy"], check=True, capture_output=True)
    bed.sleeper.waker.refused[bed.key] = bed.sleeper.waker.refused[bed.key]._replace(until=time.monotonic())
    assert bed.visit()[0] == 200
    assert unwoken.told(bed.paths, bed.key) is None
    assert of_service(bed.run(), snapshot(bed.run()), frozenset(), {})["unwoken"] is None


def test_reports_the_cause_on_a_full_disk(bed: Bed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.fall_asleep()
    live = snapshot(bed.run()).live
    assert live
    broken(live.id, tmp_path)

    def full(_path: str, _text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(unwoken, "write", full)
    assert b"does not start: exited\n" in bed.visit()[1]
    assert not bed.is_running() and unwoken.told(bed.paths, bed.key) is None


def test_escapes_the_reason_in_the_page(bed: Bed) -> None:
    bed.fall_asleep()
    why = 'exited: <script>alert("ä")</script>\r\nX-More: 1 {http.request.host} ' + "x" * 500
    with answering(bed, lambda one: one.sendall(waker_socket.not_started(why, 7))):
        status, page = bed.visit()
    assert is_page(status, page, 7)
    assert b"<script" not in page and b"&lt;script&gt;alert(&quot;&#228;&quot;)" in page and b"\r\nX-More" not in page
    assert b"{http.request.host} x" in page and b"x..." in page and page.count(b"x") < 320
