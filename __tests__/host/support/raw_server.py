"""Servers for tests that say exactly the bytes they are told to, on a real socket."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

Talk = Callable[[socket.socket], object]

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
ERROR = b"HTTP/1.1 500 Oh\r\nContent-Length: 4\r\nConnection: close\r\n\r\noops"


def request_of(connection: socket.socket) -> bytes:
    """Reads one request: its head, and the body that its Content-Length announces."""
    read = b""
    while b"\r\n\r\n" not in read and (more := connection.recv(65536)):
        read += more
    head, _, body = read.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length and (more := connection.recv(65536)):
        body += more
    return head + b"\r\n\r\n" + body


def saying(answer: bytes) -> Talk:
    """Waits for the request, then says this."""

    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(answer)

    return talk


@contextmanager
def listening(talk: Talk, listener: socket.socket) -> Iterator[None]:
    """Talks with each that connects, in a thread of its own, until the block ends."""

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=converse, args=(connection,), daemon=True).start()

    def converse(connection: socket.socket) -> None:
        with connection:
            try:
                talk(connection)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@contextmanager
def unix_server(path: str, talk: Talk) -> Iterator[str]:
    """Serves at a Unix socket and gives its path."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(16)
    with listening(talk, listener):
        yield path


@contextmanager
def tcp_server(talk: Talk) -> Iterator[int]:
    """Serves at 127.0.0.1 and gives the port."""
    listener = socket.create_server(("127.0.0.1", 0))
    port: int = listener.getsockname()[1]
    with listening(talk, listener):
        yield port
