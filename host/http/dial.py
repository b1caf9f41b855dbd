"""Connections: to a Unix socket, by TCP, by TLS; each within a number of seconds."""

from __future__ import annotations

import errno
import socket
import time
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    import ssl

Dial = Callable[[float], socket.socket]

_CLOSED = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)


class Unreachable(Exception):
    """No complete answer. `kind`: refused, timeout, closed, protocol (not HTTP, no trusted TLS) or unreachable."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


def unix(path: str) -> Dial:
    """Connects to a Unix socket. The dial raises Unreachable."""

    def dial(seconds: float) -> socket.socket:
        deadline = time.monotonic() + seconds
        while True:
            try:
                return _connected(socket.AF_UNIX, path, deadline)
            except BlockingIOError as error:
                _pause_for_backlog(path, deadline, error)
            except OSError as error:
                raise unreachable(error, "unreachable", path) from error

    return dial


def tcp(host: str, port: int) -> Dial:
    """Connects to the addresses of `host`, one after the other, each with an equal share of the remaining time."""

    def dial(seconds: float) -> socket.socket:
        name, deadline = f"{host}:{port}", time.monotonic() + seconds
        try:
            # For a text, Python loads its tables of international names.
            found = socket.getaddrinfo(host.encode("ascii") if host.isascii() else host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unreachable("unreachable", f"{name}: {_reason(error)}") from error
        return _first_connected([(family, address) for family, _, _, _, address in found], name, deadline)

    return dial


def tls(host: str, port: int, through: Dial | None = None) -> Dial:
    """Like `tcp` or `through` another connection, with TLS; trusts the host's authorities, or those in SSL_CERT_FILE."""
    import ssl

    return _secured(through or tcp(host, port), ssl.create_default_context(), host, f"{host}:{port}")


def unverified_tls(host: str, port: int, name: str) -> Dial:
    """TLS with any certificate of the server; requests `name`, "" for none."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return _secured(tcp(host, port), context, name or None, f"{host}:{port}")


def _secured(plain: Dial, context: ssl.SSLContext, name: str | None, where: str) -> Dial:
    def dial(seconds: float) -> socket.socket:
        deadline = time.monotonic() + seconds
        _refuse_name(name, where)
        connection = plain(seconds)
        try:
            connection.settimeout(max(0.001, deadline - time.monotonic()))
            return context.wrap_socket(connection, server_hostname=name)
        except OSError as error:
            connection.close()
            raise unreachable(error, "protocol", where) from error

    return dial


def _refuse_name(name: str | None, where: str) -> None:
    """Refuses a name that TLS cannot ask for: Python would lose the connection over it."""
    try:
        (name or "").encode("idna")
    except UnicodeError as error:
        raise Unreachable("protocol", f"{where}: {name} cannot be a name in TLS") from error


def unreachable(error: OSError, otherwise: str, where: str = "") -> Unreachable:
    """The kind of a connection error; `otherwise` for unknown ones."""
    if isinstance(error, (TimeoutError, socket.timeout)):
        return Unreachable("timeout", f"{where}: no answer in time" if where else "no whole answer came in time")
    words = f"{where}: {_reason(error)}" if where else _reason(error)
    if isinstance(error, (ConnectionRefusedError, FileNotFoundError)):
        return Unreachable("refused", words)
    return Unreachable("closed" if isinstance(error, _CLOSED) else otherwise, words)


def _first_connected(found: list[tuple[int, Any]], name: str, deadline: float) -> socket.socket:
    failure = Unreachable("unreachable", f"{name}: no address")
    for index, (family, address) in enumerate(found):
        now = time.monotonic()
        try:
            return _connected(family, address, now + (deadline - now) / (len(found) - index))
        except OSError as error:
            failure = unreachable(error, "unreachable", name)
    raise failure


def _connected(family: int, address: Any, deadline: float) -> socket.socket:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise socket.timeout("timed out")
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect(address)
    except BaseException:
        connection.close()
        raise
    return connection


def _pause_for_backlog(path: str, deadline: float, error: OSError) -> None:
    """A Unix socket with a full queue refuses at once, while TCP would wait."""
    if error.errno != errno.EAGAIN or time.monotonic() > deadline:
        raise Unreachable("timeout", f"{path}: accepts no connection") from error
    time.sleep(0.01)


def _reason(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())
