from __future__ import annotations

import random
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Callable

import pytest

from __tests__.host.support.patience import stretched, within
from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import Talk, request_of, saying, tcp_server, unix_server
from host.http.dial import Unreachable, tcp, tls, unix, unverified_tls
from host.http.http1 import Answer, ask, quoted, stream
from host.http.url import authority, endpoint

OK = b"HTTP/1.1 200 OK\r\n"


def answer_to(tmp_path: Path, talk: Talk, *, method: str = "GET", timeout: float = 300, limit: int = 1 << 20) -> Answer:
    with unix_server(str(tmp_path / "s"), talk) as path:
        return ask(unix(path), method, "/", timeout=timeout, limit=limit)


def kind_of(action: Callable[[], object]) -> str:
    with pytest.raises(Unreachable) as failure:
        action()
    assert str(failure.value)
    return failure.value.kind


WHOLE = [
    pytest.param(OK + b"Content-Length: 5\r\n\r\nhello", 200, b"hello", id="counted"),
    pytest.param(OK + b"Content-Length: 5\r\n\r\nhello and more", 200, b"hello", id="more than counted"),
    pytest.param(OK + b"Content-Length: 5, 5\r\n\r\nhello", 200, b"hello", id="counted twice the same"),
    pytest.param(OK + b"Content-Length: 0\r\n\r\n", 200, b"", id="empty"),
    pytest.param(OK + b"\r\nhello", 200, b"hello", id="to the end of the connection"),
    pytest.param(b"HTTP/1.0 200 OK\r\n\r\nhello", 200, b"hello", id="HTTP/1.0"),
    pytest.param(b"HTTP/1.1 418\r\n\r\n", 418, b"", id="no words"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", 200, b"hello", id="chunks"),
    pytest.param(OK + b"Transfer-Encoding: Chunked\r\n\r\n00A;x=y\r\n0123456789\r\n0\r\n\r\n", 200, b"0123456789", id="hex"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nA: b\r\n\r\n", 200, b"a", id="trailers"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n1\r\na\r\n0\r\n\r\n", 200, b"a", id="both"),
    pytest.param(b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", 200, b"hi", id="bare line feeds"),
    pytest.param(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\n" + OK + b"\r\nx", 200, b"x", id="1xx"),
    pytest.param(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204, b"", id="204"),
    pytest.param(b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, b"", id="304"),
    pytest.param(b"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno", 503, b"no", id="an error has a body, too"),
]

BROKEN = [
    pytest.param(b"", "closed", id="nothing"),
    pytest.param(b"HTTP/1.1 20", "closed", id="half a status"),
    pytest.param(OK + b"Content-Le", "closed", id="half a header"),
    pytest.param(OK, "closed", id="no end of the head"),
    pytest.param(OK + b"Content-Length: 5\r\n\r\nhell", "closed", id="a byte too few"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel", "closed", id="half a chunk"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "closed", id="no last chunk"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n", "closed", id="no end of the trailers"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n0\r\n\r\n", "protocol", id="a chunk too long"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nhello", "protocol", id="a size below zero"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello", "protocol", id="a size of Python"),
    pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\n", "protocol", id="a size beyond sense"),
    pytest.param(OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "protocol", id="another coding"),
    pytest.param(OK + b"Content-Length: five\r\n\r\nhello", "protocol", id="no number"),
    pytest.param(OK + b"Content-Length: -5\r\n\r\nhello", "protocol", id="a negative length"),
    pytest.param(OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "protocol", id="two lengths"),
    pytest.param(OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", "protocol", id="a length beyond sense"),
    pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", "protocol", id="another protocol"),
    pytest.param(b"HTTP/2 200\r\n\r\n", "protocol", id="another HTTP"),
    pytest.param(b"HTTP/1.1 2000 OK\r\n\r\n", "protocol", id="a status of four digits"),
    pytest.param(b"HTTP/1.1 20 OK\r\n\r\n", "protocol", id="a status of two digits"),
    pytest.param(b"HTTP/1.1 abc OK\r\n\r\n", "protocol", id="a status of letters"),
    pytest.param(OK + b"no colon\r\n\r\n", "protocol", id="a header without a colon"),
    pytest.param(OK + b"A: b\r\n c\r\n\r\n", "protocol", id="a header that goes on"),
    pytest.param(OK + b"A: " + b"b" * 70000, "protocol", id="a header that does not end"),
    pytest.param(b"a" * 70000, "protocol", id="a line that does not end"),
    pytest.param(OK + b"A: b\r\n" * 20000, "protocol", id="headers that do not end"),
    pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" * 5000, "protocol", id="nothing but beginnings"),
]


@pytest.mark.parametrize(("answer", "status", "body"), WHOLE)
def test_reads_a_complete_answer(tmp_path: Path, answer: bytes, status: int, body: bytes) -> None:
    got = answer_to(tmp_path, saying(answer))
    assert (got.status, got.body) == (status, body)


@pytest.mark.parametrize(("answer", "status", "body"), WHOLE)
def test_reads_an_answer_that_comes_byte_by_byte(tmp_path: Path, answer: bytes, status: int, body: bytes) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        for byte in answer:
            connection.sendall(bytes((byte,)))

    got = answer_to(tmp_path, talk)
    assert (got.status, got.body) == (status, body)


@pytest.mark.parametrize(("answer", "kind"), BROKEN)
def test_names_what_is_wrong_with_an_answer(tmp_path: Path, answer: bytes, kind: str) -> None:
    assert kind_of(lambda: answer_to(tmp_path, saying(answer))) == kind


def test_turns_any_bytes_into_an_answer_or_unreachable(tmp_path: Path) -> None:
    chance = random.Random(7)
    parts = [
        OK,
        b"\r\n",
        b"\n",
        b": ",
        b"Content-Length: 3",
        b"Transfer-Encoding: chunked",
        b"3",
        b"abc",
        b"\0",
        b"\xff",
        b"0",
    ]
    kinds = set()
    for number in range(400):
        text = b"".join(chance.choices(parts, k=chance.randrange(12)))
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            kinds.add(type(answer_to(folder, saying(OK * (number % 2) + text))).__name__)
        except Unreachable as error:
            kinds.add(error.kind)
    assert kinds == {"Answer", "closed", "protocol"}


def test_joins_headers_under_lower_case_names(tmp_path: Path) -> None:
    got = answer_to(tmp_path, saying(OK + b"X-A:  one \r\nx-a: two\r\nContent-Length: 0\r\n\r\n"))
    assert got.headers["x-a"] == "one, two"


def test_an_answer_to_head_has_no_body(tmp_path: Path) -> None:
    got = answer_to(tmp_path, saying(OK + b"Content-Length: 500\r\n\r\n"), method="HEAD")
    assert (got.headers["content-length"], got.body) == ("500", b"")


def test_cuts_a_body_at_the_limit_without_waiting_for_the_rest(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(OK + b"\r\n")
        while True:
            connection.sendall(b"x" * 4096)

    assert answer_to(tmp_path, talk, limit=10_000).body == b"x" * 10_000


def test_needs_only_the_headers_with_a_limit_of_0(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(OK + b"Content-Length: 5\r\n\r\n")
        connection.recv(1)

    assert answer_to(tmp_path, talk, limit=0).status == 200


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 2", OK + b"A:", OK + b"\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"])
def test_the_deadline_includes_an_answer_that_drips(tmp_path: Path, start: bytes) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(start)
        while True:
            time.sleep(0.02)
            connection.sendall(b"1")

    with within(2):
        assert kind_of(lambda: answer_to(tmp_path, talk, timeout=0.3)) == "timeout"


@pytest.fixture
def silent() -> Iterator[Talk]:
    """Neither reads nor says anything, nor closes, until the test is over."""
    over = threading.Event()
    yield lambda _: over.wait(300)
    over.set()


def test_the_deadline_includes_a_request_that_nobody_reads(tmp_path: Path, silent: Talk) -> None:
    with unix_server(str(tmp_path / "s"), silent) as path:
        assert kind_of(lambda: ask(unix(path), "POST", "/", body=b"x" * (4 << 20), timeout=0.3)) == "timeout"


def test_accepts_a_refusal_that_arrives_before_the_request_is_read(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig")

    with unix_server(str(tmp_path / "s"), talk) as path:
        assert ask(unix(path), "POST", "/", body=b"x" * (4 << 20)).status == 413


def test_sends_this_request(tmp_path: Path) -> None:
    requests = []

    def talk(connection: socket.socket) -> None:
        requests.append(request_of(connection))
        connection.sendall(OK + b"Content-Length: 0\r\n\r\n")

    with unix_server(str(tmp_path / "s"), talk) as path:
        ask(unix(path), "GET", "/a?b=c", host="example.org:8080")
        ask(unix(path), "POST", "/caf\u00e9", headers={"X-A": "one two"}, body=b"{}")
        ask(unix(path), "POST", "/")
    assert requests == [
        b"GET /a?b=c HTTP/1.1\r\nHost: example.org:8080\r\nConnection: close\r\n\r\n",
        b"POST /caf\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-A: one two\r\nContent-Length: 2\r\n\r\n{}",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    ]


@pytest.mark.parametrize(
    ("method", "path", "headers", "host"),
    [
        ("GET\r\nX: y", "/", {}, "a"),
        ("", "/", {}, "a"),
        ("GET", "/ HTTP/1.1\r\nX: y", {}, "a"),
        ("GET", "/a b", {}, "a"),
        ("GET", "/a\0", {}, "a"),
        ("GET", "/a\n", {}, "a"),
        ("GET", "http://elsewhere/", {}, "a"),
        ("GET", "", {}, "a"),
        ("GET", "/", {"X": "y\r\nZ: 1"}, "a"),
        ("GET", "/", {"X": "y\n"}, "a"),
        ("GET", "/", {"X": "y\r"}, "a"),
        ("GET", "/", {"X": "y\0"}, "a"),
        ("GET", "/", {"X\r\nY": "z"}, "a"),
        ("GET", "/", {"X:": "z"}, "a"),
        ("GET", "/", {"": "z"}, "a"),
        ("GET", "/", {"Content-Length": "3"}, "a"),
        ("GET", "/", {"Transfer-Encoding": "chunked"}, "a"),
        ("GET", "/", {"Host": "b"}, "a"),
        ("GET", "/", {}, "a\r\nX: y"),
        ("GET", "/", {}, ""),
    ],
)
def test_refuses_values_that_would_inject_into_a_request(method: str, path: str, headers: Mapping[str, str], host: str) -> None:
    def dial(_: float) -> socket.socket:
        raise AssertionError("dialled")

    with pytest.raises(ValueError, match="not a"):
        ask(dial, method, path, headers=headers, host=host)


def test_a_stream_gives_what_has_arrived_and_reports_that_it_broke_off(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
        connection.recv(1)
        connection.sendall(b"3\r\nt")

    with unix_server(str(tmp_path / "s"), talk) as path, stream(unix(path), "GET", "/", timeout=stretched(1)) as answer:
        assert (answer.status, next(answer.pieces)) == (200, b"one")
        assert kind_of(lambda: list(answer.pieces)) == "timeout"


def test_leaving_the_block_early_closes_the_connection(tmp_path: Path) -> None:
    heard = []

    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(OK + b"\r\nx")
        heard.append(connection.recv(1))

    with unix_server(str(tmp_path / "s"), talk) as path:
        with stream(unix(path), "GET", "/") as answer:
            next(answer.pieces)
        while not heard:
            time.sleep(0.01)
    assert heard == [b""]


def test_reports_that_nobody_listens(tmp_path: Path) -> None:
    left = tmp_path / "left"
    with unix_server(str(left), saying(b"")):
        pass
    port = free_port()
    assert kind_of(lambda: ask(unix(str(tmp_path / "none")), "GET", "/")) == "refused"
    assert kind_of(lambda: ask(unix(str(left)), "GET", "/")) == "refused"
    assert kind_of(lambda: ask(tcp("127.0.0.1", port), "GET", "/")) == "refused"


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 80 + ".invalid", "a..b", ""])
def test_reports_a_name_that_does_not_resolve(host: str) -> None:
    assert kind_of(lambda: ask(tcp(host, 9), "GET", "/", timeout=2)) in ("unreachable", "refused")


def test_reports_a_path_too_long_for_a_socket() -> None:
    assert kind_of(lambda: ask(unix("/" + "a" * 200), "GET", "/")) == "unreachable"


def test_a_reset_is_a_closed_connection() -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    with tcp_server(talk) as port:
        assert kind_of(lambda: ask(tcp("127.0.0.1", port), "GET", "/")) == "closed"


@pytest.mark.parametrize("family", ["unix", "tcp"])
def test_reports_a_server_with_a_full_backlog(tmp_path: Path, family: str) -> None:
    listener = socket.socket(socket.AF_UNIX) if family == "unix" else socket.socket()
    with listener:
        listener.bind(str(tmp_path / "s") if family == "unix" else ("127.0.0.1", 0))
        listener.listen(0)
        dial = unix(str(tmp_path / "s")) if family == "unix" else tcp("127.0.0.1", listener.getsockname()[1])
        waiting = [connected for connected in (_waiting(listener) for _ in range(4)) if connected]
        assert kind_of(lambda: ask(dial, "GET", "/", timeout=0.3)) == "timeout"
        for connection in waiting:
            connection.close()


def _waiting(listener: socket.socket) -> socket.socket:
    connection = socket.socket(listener.family)
    connection.setblocking(False)
    connection.connect_ex(listener.getsockname())
    return connection


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A certificate for `localhost` that is its own authority, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made, key = str(folder / "certificate.pem"), str(folder / "key.pem")
    request = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*request, *names, "-keyout", key, "-out", made], check=True, capture_output=True)
    return made, key


def secured(certificate: tuple[str, str], talk: Talk) -> Talk:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)

    def converse(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as wrapped:
            talk(wrapped)

    return converse


def test_sends_requests_over_tls(certificate: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    with tcp_server(secured(certificate, saying(OK + b"Content-Length: 2\r\n\r\nhi"))) as port:
        assert ask(endpoint(f"https://localhost:{port}"), "GET", "/").body == b"hi"


def test_trusts_no_unknown_authority_and_no_other_name(certificate: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with tcp_server(secured(certificate, saying(OK + b"\r\n"))) as port:
        assert kind_of(lambda: ask(tls("localhost", port), "GET", "/")) == "protocol"
        monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
        assert kind_of(lambda: ask(tls("127.0.0.1", port), "GET", "/")) == "protocol"


@pytest.mark.parametrize("name", [".example.com", "a..example.com", f"{'a' * 64}.example.com"])
def test_a_name_that_tls_cannot_have_is_a_wrong_protocol(certificate: tuple[str, str], name: str) -> None:
    with tcp_server(secured(certificate, saying(OK + b"\r\n"))) as port:
        assert kind_of(lambda: ask(unverified_tls("127.0.0.1", port, name), "GET", "/")) == "protocol"


def test_reports_a_server_without_tls_and_a_silent_one(silent: Talk) -> None:
    with tcp_server(lambda connection: connection.sendall(OK + b"\r\n")) as port:
        assert kind_of(lambda: ask(tls("127.0.0.1", port), "GET", "/")) == "protocol"
    with tcp_server(silent) as port:
        assert kind_of(lambda: ask(tls("127.0.0.1", port), "GET", "/", timeout=0.3)) == "timeout"


def test_does_not_accept_a_body_truncated_inside_tls(certificate: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    with tcp_server(secured(certificate, saying(OK + b"Content-Length: 20\r\n\r\nhi"))) as port:
        assert kind_of(lambda: ask(tls("localhost", port), "GET", "/")) == "closed"


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://a", "a"),
        ("http://a/", "a"),
        ("http://a:80", "a"),
        ("http://a:81", "a:81"),
        ("https://a:443", "a"),
        ("https://a:80/", "a:80"),
        ("http://[::1]:81", "[::1]:81"),
        ("http://[::1]", "[::1]"),
    ],
)
def test_reads_the_authority_of_a_url(url: str, wanted: str) -> None:
    assert authority(url) == wanted


@pytest.mark.parametrize("url", ["", "a", "ftp://a", "http://", "http://a/b", "http://u@a", "http://a:b", "http://a\r\nb", "http://a?b"])
def test_rejects_an_invalid_server_url(url: str) -> None:
    with pytest.raises(ValueError, match="not the URL"):
        endpoint(url)


def test_connects_to_an_ipv6_endpoint() -> None:
    listener = socket.create_server(("::1", 0), family=socket.AF_INET6)
    with listener, endpoint(f"http://[::1]:{listener.getsockname()[1]}")(5) as connection:
        assert connection.getpeername() == listener.getsockname()


@pytest.mark.parametrize(
    ("text", "safe", "wanted"),
    [
        ("azAZ09-._~", "", "azAZ09-._~"),
        ("a b/c:d@e+f&g=h", "", "a%20b%2Fc%3Ad%40e%2Bf%26g%3Dh"),
        ("a/b:c@d", "/:@", "a/b:c@d"),
        ("\u00fc\0\n", "", "%C3%BC%00%0A"),
        ("%2F", "", "%252F"),
    ],
)
def test_quotes_what_it_received(text: str, safe: str, wanted: str) -> None:
    assert quoted(text, safe) == wanted
