"""Connects to the server of a URL, through the environment's proxy if there is one."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Mapping
from typing import NamedTuple

from host.http.dial import Dial, Unreachable, tcp, tls
from host.http.wire import Wire, head_of, send


class Server(NamedTuple):
    """`login` is `user:password`, "" for none."""

    scheme: str
    host: str
    port: int
    login: str


def endpoint(url: str, env: Mapping[str, str] = {}) -> Dial:
    """The dial for `http://host[:port]` or `https://host[:port]`; https also through a proxy from `env`.
    Raises ValueError for anything else, such as a path."""
    server = server_of(url)
    if server.login:
        raise ValueError("not the URL of a server: it has a login")
    if server.scheme == "http":
        return tcp(server.host, server.port)
    proxy = proxy_for(server.host, env)
    return tls(server.host, server.port, tunnel(server_of(proxy), server) if proxy else None)


def authority(url: str) -> str:
    """The `Host` of a request to this URL: with a port only if it is not the scheme's default. Raises ValueError."""
    server = server_of(url)
    return _name(server) if server.port == _default_port(server.scheme) else f"{_name(server)}:{server.port}"


def proxy_for(host: str, env: Mapping[str, str]) -> str:
    """The proxy for TLS to a host; "" for none. Reads HTTPS_PROXY and NO_PROXY, in either case, like curl:
    https://curl.se/docs/manpage.html#ENVIRONMENT"""
    proxy = env.get("https_proxy") or env.get("HTTPS_PROXY") or ""
    without = (env.get("no_proxy") or env.get("NO_PROXY") or "").replace(",", " ").split()
    direct = any(one == "*" or f".{host}".endswith(f".{one.lstrip('.')}") for one in without)
    return "" if direct or not proxy else proxy if "://" in proxy else f"http://{proxy}"


def tunnel(proxy: Server, server: Server) -> Dial:
    """Connects to a server through a proxy: RFC 9110, section 9.3.6."""
    to = tcp(proxy.host, proxy.port)

    def dial(seconds: float) -> socket.socket:
        deadline = time.monotonic() + seconds
        connection = to(seconds)
        try:
            _open(Wire(connection, bytearray(), deadline), proxy, server)
        except BaseException:
            connection.close()
            raise
        return connection

    return dial


def server_of(url: str) -> Server:
    """The server of a URL. Raises ValueError if it is invalid, or has more than a server."""
    found = re.fullmatch(r"(https?)://(?:([^\s/@]+)@)?(\[[0-9A-Fa-f:.]+\]|[^\s/:@?#\[\]]+)(?::([0-9]{1,5}))?/?", url)
    if not found:
        raise ValueError("not the URL of a server")
    return Server(found[1], found[3].strip("[]"), int(found[4] or _default_port(found[1])), found[2] or "")


def _open(wire: Wire, proxy: Server, server: Server) -> None:
    to = f"{_name(server)}:{server.port}"
    lines = [f"CONNECT {to} HTTP/1.1", f"Host: {to}"]
    if proxy.login:
        lines.append(f"Proxy-Authorization: Basic {_basic(proxy.login)}")
    send(wire, "\r\n".join((*lines, "", "")).encode())
    status, _ = head_of(wire)
    if not 200 <= status < 300:
        raise Unreachable("unreachable", f"{to}: the proxy {proxy.host} answered {status}")


def _basic(login: str) -> str:
    import base64
    from urllib.parse import unquote

    return base64.b64encode(unquote(login).encode()).decode()


def _name(server: Server) -> str:
    return f"[{server.host}]" if ":" in server.host else server.host


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
