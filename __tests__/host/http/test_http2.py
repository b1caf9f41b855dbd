"""The health check of an application that speaks HTTP/2 without TLS, with Node.js and, frame by frame, with what others may send."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from __tests__.host.support.caddy_bed import node_server
from __tests__.host.support.patience import stretched, within
from __tests__.host.support.raw_server import saying, tcp_server
from host.checks.probe import BODY, Probe, probe
from host.http import hpack, http2
from host.http.dial import Unreachable, tcp
from host.http.http2 import ACK, CONTINUATION, DATA, END_HEADERS, END_STREAM, GOAWAY, HEADERS, PADDED, PING, PRIORITY, RST_STREAM, SETTINGS
from host.model.release import Health

CHECK = Health("/health", "200-399", "", 5, 1, "h2c")
APPLICATION = """
import http2 from 'node:http2'
const server = http2.createServer()
server.on('sessionError', () => {})
server.on('stream', (stream, headers) => {
  stream.on('error', () => {})
  const [path] = headers[':path'].split('?')
  if (path === '/silent') return
  if (path === '/reset') return stream.close(8)
  if (path === '/early') stream.additionalHeaders({ ':status': 103, link: '</a.css>' })
  const location = path === '/308' ? { location: headers[':path'].split('?')[1].replace('/SAME', headers[':path']) } : {}
  stream.respond({ ':status': Number(path.slice(1)) || 200, ...location, 'x-more': 'a'.repeat(10_000) })
  if (path === '/500') return stream.write('begun')
  stream.end(path === '/418' ? JSON.stringify(headers) : 'x'.repeat(20_000))
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
"""


@pytest.fixture(scope="module")
def application() -> Iterator[str]:
    with node_server(APPLICATION) as port:
        yield f"127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/200", Probe(200, good=True)),
        ("/204", Probe(204, good=True)),
        ("/301", Probe(301, good=True)),
        ("/369", Probe(369, good=True)),
        ("/early", Probe(200, good=True)),
        ("/404", Probe(404, "x" * BODY)),
        ("/503", Probe(503, "x" * BODY)),
        ("/599", Probe(599, "x" * BODY)),
        ("/reset", Probe(0, missed="closed")),
        pytest.param(f"/200?{'9' * 300}", Probe(200, good=True), id="a long path"),
    ],
)
def test_reports_the_result_of_a_probe(application: str, path: str, expected: Probe) -> None:
    with within(3):
        assert probe(application, CHECK._replace(path=path), 300) == expected


@pytest.mark.parametrize(("path", "expected"), [("/500", Probe(500, "begun")), ("/silent", Probe(0, missed="timeout"))])
def test_reports_the_result_of_a_probe_that_takes_all_of_its_time(application: str, path: str, expected: Probe) -> None:
    seconds = stretched(1)
    with within(seconds + 2):
        assert probe(application, CHECK._replace(path=path), seconds) == expected


def test_sends_this_request_to_the_application(application: str) -> None:
    told = probe(application, CHECK._replace(path="/418", host="web.example.com", behind_tls=True)).body
    assert '":method":"GET"' in told
    assert '":authority":"web.example.com"' in told
    assert '":path":"/418"' in told
    assert '"x-forwarded-proto":"https"' in told


@pytest.mark.parametrize(
    ("location", "codes", "expected"),
    [
        ("https://web.example.com/SAME", "200-399", (False, True)),
        ("https://web.example.com/SAME", "200,308", (True, True)),
        ("https://login.example.com/SAME", "200-399", (True, False)),
        ("http://web.example.com/SAME", "200-399", (True, False)),
    ],
)
def test_reports_a_redirect_to_https(application: str, location: str, codes: str, expected: tuple[bool, bool]) -> None:
    path = f"/308?{location}"
    seen = probe(application, CHECK._replace(path=path, host="web.example.com", codes=codes))
    assert (seen.location, seen.good, seen.forced) == (location.replace("/SAME", path), *expected)


def test_reads_every_character_of_a_location(application: str) -> None:
    location = "/?" + "".join(map(chr, range(33, 127))).replace("?", "").replace("\\", "")
    assert probe(application, CHECK._replace(path=f"/308?{location[2:]}")).location == location[2:]


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", b"220 mail ESMTP\r\n", b""])
def test_recognizes_another_protocol(answer: bytes) -> None:
    with tcp_server(saying(answer)) as port:
        assert probe(f"127.0.0.1:{port}", CHECK, 300).missed in ("protocol", "closed")


def frame(kind: int, flags: int = 0, stream: int = 0, payload: bytes = b"") -> bytes:
    return len(payload).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + payload


def asked(*frames: bytes) -> int:
    """The status that a server tells which sends these frames."""

    def talk(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(frame(SETTINGS) + b"".join(frames))
        while connection.recv(65536):
            continue

    with tcp_server(talk) as port, http2.stream(tcp("127.0.0.1", port), "/", host="x", headers={}, timeout=300) as answer:
        return answer.status


@pytest.mark.parametrize(
    ("block", "status"),
    [
        pytest.param(b"\x88", 200, id="indexed"),
        pytest.param(b"\x8e\x7f\x00\x01a", 500, id="indexed, with more behind it"),
        pytest.param(b"\x48\x03301", 301, id="literal, incremental"),
        pytest.param(b"\x08\x03503", 503, id="literal, without index"),
        pytest.param(b"\x18\x03418", 418, id="literal, never indexed"),
        pytest.param(b"\x40\x07:status\x03415", 415, id="literal, with its name"),
        pytest.param(b"\x48\x82\x64\x01", 301, id="by Huffman's code"),
        pytest.param(b"\x3f\xe1\x1f\x88", 200, id="behind an update of the table's size"),
        pytest.param(b"\x20\x89", 204, id="behind a short one"),
    ],
)
def test_reads_every_encoding_of_a_status(block: bytes, status: int) -> None:
    assert hpack.fields(block)[hpack.STATUS] == str(status)
    assert asked(frame(HEADERS, END_HEADERS | END_STREAM, 1, block)) == status


@pytest.mark.parametrize("block", [b"", b"\x82", b"\x48", b"\x48\x03abc", b"\x48\x0220", b"\x40\x07:status", b"\xbe", b"\x20"])
def test_rejects_headers_without_a_status(block: bytes) -> None:
    with pytest.raises(Unreachable) as failed:
        asked(frame(HEADERS, END_HEADERS | END_STREAM, 1, block))
    assert failed.value.kind == "protocol"


def test_reads_headers_that_are_split_padded_or_between_other_frames() -> None:
    padded = bytes((3,)) + b"\0\0\0\x03\x10" + b"\x48" + b"\0\0\0"
    frames = [
        frame(SETTINGS, ACK),
        frame(PING, 0, 0, b"12345678"),
        frame(HEADERS, PADDED | PRIORITY, 1, padded),
        frame(CONTINUATION, END_HEADERS, 1, b"\x03302"),
    ]
    assert asked(*frames, frame(DATA, END_STREAM, 1, b"x")) == 302


@pytest.mark.parametrize("last", [frame(GOAWAY, 0, 0, bytes(8)), frame(RST_STREAM, 0, 1, bytes(4))])
def test_reports_a_connection_that_the_application_closes(last: bytes) -> None:
    with pytest.raises(Unreachable) as failed:
        asked(last)
    assert failed.value.kind == "closed"
