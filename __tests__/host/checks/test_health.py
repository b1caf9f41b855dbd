"""Probes and diagnosis, against real servers that behave as applications do that do not work."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from __tests__.host.support.namespace_bed import shut_off
from __tests__.host.support.patience import stretched, within
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import Talk, listening, request_of, saying
from __tests__.host.support.run_bed import nobody, run_of, slot_at
from host.checks import health, processes
from host.checks.probe import BODY, Probe, code_fits, probe
from host.checks.sockets import Ports
from host.checks.sockets import listening as listening_in
from host.checks.spoken import Spoken, protocol_of, spoken
from host.checks.verdict import Look, failure
from host.docker import Docker, create, inspect, start
from host.model.failure import Failure
from host.model.order import Bake
from host.model.release import Health
from host.run import Run
from host.state.paths import Paths

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CHECK = Health("/health", "200-399", "", 0.6, 0.05)


@pytest.mark.parametrize(
    ("code", "codes", "expected"),
    [
        (200, "200-399", True),
        (399, "200-399", True),
        (400, "200-399", False),
        (0, "200-399", False),
        (204, "200,204,300-399", True),
        (201, "200,204,300-399", False),
        (300, "200,204,300-399", True),
        (401, "200-399,401", True),
        (301, "200", False),
        (0, "0", True),
    ],
)
def test_reads_status_codes(code: int, codes: str, expected: bool) -> None:
    assert code_fits(code, codes) is expected


@contextmanager
def application(talk: Talk, address: str = "0.0.0.0") -> Iterator[str]:
    listener = socket.create_server((address, 0))
    with listening(talk, listener):
        yield f"127.0.0.1:{listener.getsockname()[1]}"


def closing(connection: socket.socket) -> None:
    request_of(connection)


def until_it_is_given_up(connection: socket.socket) -> None:
    while connection.recv(1):
        pass


def silent(connection: socket.socket) -> None:
    until_it_is_given_up(connection)


def slow_body(connection: socket.socket) -> None:
    request_of(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun")
    until_it_is_given_up(connection)


def slow_failure(connection: socket.socket) -> None:
    request_of(connection)
    connection.sendall(b"HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nbegun")
    until_it_is_given_up(connection)


def endless_failure(connection: socket.socket) -> None:
    request_of(connection)
    connection.sendall(b"HTTP/1.1 500 Oh\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        # The end of the time is the subject of these: they cannot do without it.
        pytest.param(slow_failure, Probe(503, "begun"), id="a wrong status with a slow body"),
        pytest.param(silent, Probe(0, missed="timeout"), id="silence"),
    ],
)
def test_reports_the_result_of_a_probe_that_takes_all_of_its_time(talk: Talk, expected: Probe) -> None:
    seconds = stretched(1)
    with application(talk) as address, within(seconds + 1):
        assert probe(address, CHECK, seconds) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        pytest.param(saying(OK), Probe(200, good=True), id="well"),
        pytest.param(saying(b"HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nn\0pe"), Probe(404, "npe"), id="a wrong status, with its body"),
        pytest.param(
            saying(b"HTTP/1.1 301 Go\r\nLocation: https://x/\r\nContent-Length: 0\r\n\r\n"),
            Probe(301, "", "", "https://x/", True),
            id="a redirect to another page",
        ),
        pytest.param(slow_body, Probe(200, good=True), id="a slow body"),
        pytest.param(endless_failure, Probe(500, "x" * BODY), id="a body without end"),
        pytest.param(closing, Probe(0, missed="closed"), id="a closed connection"),
        pytest.param(saying(b"SSH-2.0-x\r\n\r\n"), Probe(0, missed="protocol"), id="no HTTP"),
    ],
)
def test_reports_the_result_of_a_probe(talk: Talk, expected: Probe) -> None:
    with application(talk) as address, within(2):
        assert probe(address, CHECK, 120) == expected


def test_reports_a_port_that_refuses() -> None:
    assert probe(f"127.0.0.1:{free_port()}", CHECK) == Probe(0, missed="refused")


@pytest.mark.parametrize(("host", "expected"), [("", "127.0.0.1:{port}"), ("example.com", "example.com")])
def test_sends_this_request_to_the_application(host: str, expected: str) -> None:
    asked: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        asked.append(request_of(connection))
        connection.sendall(OK)

    with application(talk) as address:
        probe(address, CHECK._replace(host=host, path="/h?a=[b]"))
    lines = asked[0].decode().split("\r\n")
    assert lines[0] == "GET /h?a=[b] HTTP/1.1"
    assert f"Host: {expected.format(port=address.rpartition(':')[2])}" in lines


def run_at(folder: Path) -> Run:
    """A run on a host whose Docker does not answer."""
    return run_of(Paths(str(folder), str(folder)), nobody(folder), Bake(0, 20, 0.1))


OPEN = Ports((3000,), ())
OPEN6 = Ports((3000,), (), (3000,))
HTTP, SILENT, UNREACHED = Spoken("http", True), Spoken("", True), Spoken("", False)


@pytest.mark.parametrize(
    ("last", "ports", "inside", "said", "upstream", "cause", "words"),
    [
        (Probe(503, "busy"), OPEN, True, HTTP, "http", "health-status", "answered 503 on port 3000 at /health, wanted 200-399"),
        (Probe(503, "busy"), OPEN, True, HTTP, "h2c", "health-status", "answered 503 on port 3000 at /health, wanted 200-399"),
        (
            Probe(301, "", "", "https://x/health?client_secret=hunter22#token", forced=True),
            *(OPEN, True, HTTP, "http"),
            "health-redirect",
            "answered 301 on port 3000 at /health, a redirect to https://x/health",
        ),
        (Probe(400), OPEN, True, Spoken("https", True), "http", "health-tls", "port 3000 speaks TLS (https), not plain HTTP/1.1"),
        (
            Probe(0, missed="protocol"),
            *(OPEN, True, Spoken("h2c", True), "http"),
            "health-protocol",
            "port 3000 speaks HTTP/2 without TLS, not plain HTTP/1.1",
        ),
        (
            Probe(0, missed="protocol"),
            *(OPEN, True, HTTP, "https"),
            "health-protocol",
            "port 3000 speaks plain HTTP/1.1, not TLS (https)",
        ),
        (
            Probe(0, missed="protocol"),
            *(OPEN, True, HTTP, "h2c"),
            "health-protocol",
            "port 3000 speaks plain HTTP/1.1, not HTTP/2 without TLS",
        ),
        (
            Probe(0, missed="protocol"),
            *(OPEN, True, Spoken("other", True), "http"),
            "health-protocol",
            "port 3000 speaks something other than HTTP, not plain HTTP/1.1",
        ),
        (Probe(0, missed="protocol"), OPEN, True, SILENT, "http", "health-protocol", "port 3000 answers, but not in plain HTTP/1.1"),
        (Probe(0, missed="timeout"), OPEN, True, SILENT, "http", "health-no-response", "gave no answer on port 3000 at /health"),
        (
            Probe(0, missed="refused"),
            *(OPEN, True, HTTP, "http"),
            "health-no-response",
            "gave no answer on port 3000 at /health until the time was over",
        ),
        (
            Probe(0, missed="closed"),
            *(OPEN, True, SILENT, "http"),
            "health-closed",
            "closed the connection without an answer on port 3000 at /health",
        ),
        (
            Probe(0, missed="timeout"),
            *(OPEN, True, UNREACHED, "http"),
            "port-blocked",
            "port 3000 takes connections inside the container, but none from the host",
        ),
        (Probe(0, missed="refused"), OPEN6, False, UNREACHED, "http", "port-ipv6", "port 3000 listens on IPv6 only"),
        (
            Probe(0, missed="refused"),
            *(OPEN, False, UNREACHED, "http"),
            "port-not-listening",
            "port 3000 listens, but not on the container's own address",
        ),
        (
            Probe(0, missed="refused"),
            *(Ports((4000,), (3000,)), False, UNREACHED, "http"),
            "port-loopback",
            "port 3000 listens on the container's loopback address only",
        ),
        (
            Probe(0, missed="refused"),
            *(Ports((4000, 4001), ()), False, UNREACHED, "http"),
            "port-not-listening",
            "nothing listens on port 3000; listening: 4000,4001",
        ),
        (
            Probe(0, missed="refused"),
            *(Ports((), ()), False, UNREACHED, "http"),
            "port-not-listening",
            "nothing listens on port 3000; listening: none",
        ),
    ],
)
def test_chooses_one_cause(last: Probe, ports: Ports, inside: bool, said: Spoken, upstream: str, cause: str, words: str) -> None:
    failed = failure(Look(3000, last, ports, inside, said), CHECK._replace(upstream=upstream))
    assert (failed.cause, failed.detail) == (cause, words)
    assert (failed.health_code, failed.ports, failed.body) == (last.code or None, ports.public, last.body)


@pytest.mark.parametrize(
    ("location", "host", "codes", "expected"),
    [
        ("https://web.example.com/health", "", "200-399", (False, True)),
        ("https://web.example.com/health", "web.example.com:80", "200-399", (False, True)),
        ("https://web.example.com/health", "web.example.com", "200,301", (True, True)),
        ("https://login.example.com/health", "web.example.com", "200-399", (True, False)),
        ("https://login.example.com/?to=/health", "", "200-399", (True, False)),
        ("https://web.example.com/health/", "", "200-399", (True, False)),
        ("http://web.example.com/health", "", "200-399", (True, False)),
        ("/health", "", "200-399", (True, False)),
        ("", "", "200-399", (True, False)),
    ],
)
def test_a_redirect_to_https_is_unhealthy_unless_its_status_is_listed(
    location: str, host: str, codes: str, expected: tuple[bool, bool]
) -> None:
    with application(saying(f"HTTP/1.1 301 Go\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode())) as address:
        seen = probe(address, CHECK._replace(host=host, codes=codes))
    assert (seen.good, seen.forced) == expected


@pytest.mark.parametrize(("behind", "expected"), [(True, 200), (False, 301)])
def test_probes_like_the_balancer_that_ends_tls(behind: bool, expected: int) -> None:
    def talk(connection: socket.socket) -> None:
        secured = b"\r\nX-Forwarded-Proto: https\r\n" in request_of(connection)
        connection.sendall(OK if secured else b"HTTP/1.1 301 Go\r\nLocation: https://x/health\r\nContent-Length: 0\r\n\r\n")

    with application(talk) as address:
        assert probe(address, CHECK._replace(behind_tls=behind)).code == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (b"", ""),
        (b"HTTP/1.1 200", "http"),
        (b"HTTP/1.0 400", "http"),
        (b"\x15\x03\x01\x00\x02\x02", "https"),
        (b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", "h2c"),
        (b"SSH-2.0-OpenSSH", "other"),
        (b"\x00", "other"),
    ],
)
def test_recognizes_a_protocol_by_its_first_bytes(first: bytes, expected: str) -> None:
    assert protocol_of(first) == expected


@pytest.fixture(scope="session")
def tls_context(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    folder = tmp_path_factory.mktemp("tls")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -subj /CN=x -days 2"
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    return context


def test_detects_tls_on_the_port(tls_context: ssl.SSLContext) -> None:
    """Python and OpenSSL close or send an alert, where nginx and Go answer plain HTTP with 400."""

    def secured(connection: socket.socket) -> None:
        with tls_context.wrap_socket(connection.dup(), server_side=True) as wrapped:
            wrapped.recv(1)

    def polite(connection: socket.socket) -> None:
        if connection.recv(1, socket.MSG_PEEK) == b"\x16":
            secured(connection)
        else:
            saying(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")(connection)

    for talk in (secured, polite):
        with application(talk) as address:
            assert spoken(address) == Spoken("https", True)


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (saying(OK), "http"),
        (saying(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), "http"),
        (closing, ""),
        (lambda connection: connection.sendall(b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"), "h2c"),
        (lambda connection: connection.sendall(b"220 mail ESMTP\r\n"), "other"),
    ],
)
def test_detects_that_a_port_has_no_tls(talk: Talk, expected: str) -> None:
    with application(talk) as address:
        assert spoken(address) == Spoken(expected, True)


def test_waits_for_an_application_that_starts_slowly(docker: Docker, tmp_path: Path) -> None:
    ready_at = time.monotonic() + 0.3

    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(OK if time.monotonic() > ready_at else b"HTTP/1.1 503 Wait\r\nContent-Length: 0\r\n\r\n")

    with application(talk) as address:
        run = run_of(Paths(str(tmp_path), str(tmp_path)), docker, Bake(0, 20, 0.1))
        assert health.wait(run, slot_at(address), os.getpid(), CHECK._replace(timeout=10)).code == 200


@pytest.mark.parametrize(
    ("talk", "bound_to", "cause"),
    [
        pytest.param(saying(b"HTTP/1.1 500 Oh\r\nContent-Length: 4\r\n\r\noops"), "0.0.0.0", "health-status", id="status"),
        pytest.param(silent, "0.0.0.0", "health-no-response", id="silent"),
        pytest.param(closing, "0.0.0.0", "health-closed", id="closed"),
        pytest.param(saying(b"220 mail\r\n"), "0.0.0.0", "health-protocol", id="protocol"),
        pytest.param(silent, "127.0.0.1", "port-loopback", id="loopback"),
    ],
)
def test_stops_waiting_at_the_time_limit_and_reports_the_cause(tmp_path: Path, talk: Talk, bound_to: str, cause: str) -> None:
    check = CHECK._replace(timeout=0.6 * stretched(1))
    with application(talk, bound_to) as address:
        with within(check.timeout + 8), pytest.raises(Failure) as failed:
            health.wait(run_at(tmp_path), slot_at(address), os.getpid(), check)
        assert failed.value.cause == cause


@pytest.mark.parametrize(("bound_to", "cause"), [("0.0.0.0", "port-blocked"), ("127.0.0.1", "port-loopback"), ("::1", "port-loopback")])
def test_reports_a_firewall_if_only_the_container_reaches_the_port(tmp_path: Path, bound_to: str, cause: str) -> None:
    with shut_off(bound_to) as (pid, port), pytest.raises(Failure) as failed:
        health.wait(run_at(tmp_path), slot_at(f"127.0.0.1:{port}"), pid, CHECK)
    assert failed.value.cause == cause


def test_names_an_application_that_only_listens_on_ipv6(tmp_path: Path) -> None:
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=False) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(Failure, match="port-ipv6"):
            health.wait(run_at(tmp_path), slot_at(address), os.getpid(), CHECK)


def test_distinguishes_an_exited_process_from_an_unhealthy_one(tmp_path: Path) -> None:
    child = subprocess.Popen(["sleep", "600"])

    def talk(connection: socket.socket) -> None:
        saying(b"HTTP/1.1 500 Oh\r\nContent-Length: 4\r\n\r\noops")(connection)
        child.kill()

    with application(talk) as address, within(10), pytest.raises(Failure) as failed:
        health.wait(run_at(tmp_path), slot_at(address), child.pid, CHECK._replace(timeout=300))
    assert (failed.value.cause, failed.value.exit_code, failed.value.health_code, failed.value.body) == ("exited", None, 500, "oops")
    child.wait()


def test_does_not_mistake_a_process_with_a_reused_id() -> None:
    me = processes.of(os.getpid())
    assert processes.alive(me)
    assert not processes.alive(processes.Process(me.pid, "1"))
    child = subprocess.Popen(["true"])
    of_child = processes.of(child.pid)
    child.wait()
    assert not processes.alive(of_child)
    assert not processes.alive(processes.of(child.pid))
    assert not processes.alive(processes.of(0))


@contextmanager
def container(docker: Docker, image: str, mark: str, *command: str, restart: str = "no", memory: int = 0) -> Iterator[tuple[str, int]]:
    """A real container's id and main process."""
    host = {"RestartPolicy": {"Name": restart}, "Memory": memory, "MemorySwap": memory}
    identity = create(docker, f"{mark}-slot", {"Image": image, "Cmd": ["/bin/dash", "-c", *command], "HostConfig": host})
    start(docker, identity)
    seen = inspect(docker, identity)
    yield identity, seen.pid if seen else 0


@pytest.mark.parametrize("restart", ["no", "unless-stopped"])
@pytest.mark.parametrize(
    ("command", "memory", "cause", "code"),
    [
        pytest.param("sleep 0.5; exit 3", 0, "exited", 3, id="by itself"),
        pytest.param("sleep 0.5; exit 0", 0, "exited", 0, id="well"),
        pytest.param("sleep 0.5; a=x; while :; do a=$a$a; done", 8 << 20, "out-of-memory", 137, id="for its memory"),
    ],
)
def test_reports_how_a_container_ended(
    docker: Docker, tiny_image: str, mark: str, tmp_path: Path, restart: str, command: str, memory: int, cause: str, code: int
) -> None:
    """Also one that Docker has started again meanwhile."""
    with container(docker, tiny_image, mark, command, restart=restart, memory=memory) as (identity, pid):
        run = run_of(Paths(str(tmp_path), str(tmp_path)), docker, Bake(0, 20, 0.1))
        with pytest.raises(Failure) as failed:
            health.wait(run, slot_at("127.0.0.1:1", identity), pid, CHECK._replace(timeout=300))
    assert (failed.value.cause, failed.value.exit_code) == (cause, code)


def test_finds_only_the_containers_own_ports(docker: Docker, tiny_image: str, mark: str) -> None:
    with container(docker, tiny_image, mark, "sleep 60") as (_, pid), socket.create_server(("0.0.0.0", 0)):
        assert listening_in(pid) == Ports((), ())
