"""The front of an ACME authority: passes requests on to Pebble, keeps a list of them, and simulates trouble."""

from __future__ import annotations

import base64
import http.client
import json
import ssl
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class FrontServer(ThreadingHTTPServer):
    """Listens at `address` with front.pem of the folder; Pebble listens at `behind`, with a certificate that root.pem of the folder signed."""

    def __init__(self, folder: Path, address: tuple[str, int], behind: tuple[str, int]) -> None:
        super().__init__(address, Front)
        self.folder, self.behind = folder, behind
        self.trust = ssl.create_default_context(cafile=str(folder / "root.pem"))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "front.pem", folder / "front.key")
        self.socket = context.wrap_socket(self.socket, server_side=True)


class Front(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: FrontServer

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with open(self.server.folder / "requests", "a", encoding="utf-8") as log:
            log.write(f"{self.path}\n")
        if "sign-me-up" in self.path:
            _note_account(self.server.folder, body)
        trouble = _trouble(self.server.folder)
        if trouble and trouble["path"] in self.path:
            return self._refuse(trouble)
        return self._pass_on(body)

    def __getattr__(self, name: str) -> Any:
        """Handles all methods alike."""
        if name.startswith("do_"):
            return self.do_GET
        raise AttributeError(name)

    def _refuse(self, trouble: dict[str, Any]) -> None:
        self.close_connection = True
        if trouble["status"]:
            body = json.dumps({name: trouble[name] for name in ("type", "detail", "status")}).encode()
            self._answer(trouble["status"], [("Content-Type", "application/problem+json")], body)

    def _pass_on(self, body: bytes) -> None:
        # Pebble derives its URLs from the requested host name.
        with closing(http.client.HTTPSConnection(*self.server.behind, timeout=30, context=self.server.trust)) as connection:
            connection.request(self.command, self.path, body or None, dict(self.headers))
            answer = connection.getresponse()
            self._answer(answer.status, answer.getheaders(), answer.read())

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "connection", "transfer-encoding"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        return


def _note_account(folder: Path, body: bytes) -> None:
    """The payload of a signed request: RFC 7515, 7.2."""
    payload: str = json.loads(body)["payload"]
    with open(folder / "accounts", "ab") as accounts:
        accounts.write(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).replace(b"\n", b" ") + b"\n")


def _trouble(folder: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((folder / "trouble.json").read_text())
    except FileNotFoundError:
        return None
    return found
