"""A real nginx, which passes visitors on."""

from __future__ import annotations

import re
import socket
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from __tests__.host.support.patience import until
from host.checks import sockets
from host.http.http1 import Answer, ask

NEW_KEY = ("-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2")


@contextmanager
def nginx(folder: Path, site: str, port: int) -> Iterator[None]:
    """One with these servers, once it listens on a port. The certificates that it has in /etc/ssl/ are made for it."""
    folder.mkdir()
    for name in set(re.findall(r"/etc/ssl/(\S+)\.crt", site)):
        keys = ("-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.crt", "-subj", f"/CN={name}")
        subprocess.run(["openssl", "req", *NEW_KEY, *keys], check=True, capture_output=True)
    (folder / "nginx.conf").write_text(_whole(folder, site.replace("/etc/ssl/", f"{folder}/")))
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off; worker_processes 1;"])
    try:
        until(lambda: process.poll() is not None or port in sockets.listening(process.pid).public)
        assert process.poll() is None
        yield
    finally:
        process.terminate()
        process.wait()


def _whole(folder: Path, site: str) -> str:
    places = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off; {places}\n{site} }}"


def secured(connection: socket.socket, name: str) -> socket.socket:
    """A connection to a name by TLS, whoever certifies that."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(connection, server_hostname=name)


def visit(port: int, name: str, path: str = "/", *, source: str = "127.0.0.9", headers: Mapping[str, str] = {}) -> Answer:
    """Asks by HTTPS, as a visitor who has this address."""

    def dial(seconds: float) -> socket.socket:
        return secured(socket.create_connection(("127.0.0.1", port), seconds, source_address=(source, 0)), name)

    return ask(dial, "GET", path, host=name, headers=headers)
