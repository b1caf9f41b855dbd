"""An ACME authority (Pebble) with its own DNS server, and a proxy in front that can simulate trouble.

    python -m local.acme.authority FOLDER ADDRESS DNS      runs one until it is killed; FOLDER/ready appears when it answers

Clients trust FOLDER/root.pem, and ask for `https://ADDRESS:14443/dir`. Names are looked up at DNS, `ADDRESS:PORT`, or else at a server of its own,
which POSTs to ADDRESS:8055 fill: https://github.com/letsencrypt/pebble/blob/main/cmd/pebble-challtestsrv/README.md

FOLDER/trouble.json makes the front answer in Pebble's place: {"path": part of the path, "status": ..., "type": of RFC 8555 6.7, "detail": ...}; with
status 0 it closes the connection. FOLDER/requests has the path of each request, and FOLDER/accounts what clients said of themselves.
"""

from __future__ import annotations

import http.client
import json
import signal
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from local.acme import programs
from local.acme.certificates import make_certificates
from local.acme.front import FrontServer
from local.acme.programs import DNS, MANAGEMENT, NAMES, PEBBLE

FRONT = 14443


class Authority(NamedTuple):
    """A running authority, and the paths of its files."""

    folder: Path
    address: str

    @property
    def directory(self) -> str:
        """The directory's URL."""
        return f"https://{self.address}:{FRONT}/dir"

    @property
    def root(self) -> str:
        """The certificate, in PEM, that the directory's clients must trust."""
        return (self.folder / "root.pem").read_text()

    def issuers(self) -> str:
        """The certificate, in PEM, that visitors of certified servers must trust: a new one at each start."""
        status, body = _fetch(self.address, MANAGEMENT, "/roots/0", self.folder)
        assert status == 200
        return body.decode()

    def requests(self, path: str = "") -> int:
        """The number of requests whose path contains this part."""
        log = self.folder / "requests"
        return sum(path in line for line in log.read_text().splitlines()) if log.exists() else 0

    def accounts(self) -> list[dict[str, Any]]:
        """The account requests of all clients: RFC 8555, 7.3."""
        return [json.loads(line) for line in (self.folder / "accounts").read_text().splitlines()]

    def trouble(self, path: str, status: int, kind: str = "", detail: str = "") -> None:
        """From now on, answers requests whose path contains this part in this way."""
        beside = self.folder / "trouble.part"
        beside.write_text(json.dumps({"path": path, "status": status, "type": f"urn:ietf:params:acme:error:{kind}", "detail": detail}))
        beside.rename(self.folder / "trouble.json")

    def no_trouble(self) -> None:
        """Ends the effect of `trouble`."""
        (self.folder / "trouble.json").unlink(missing_ok=True)

    def name(self, name: str, *addresses: str) -> None:
        """Where a name leads, instead of the default; nowhere without an address."""
        self._tell("add-a", {"host": f"{name}.", "addresses": addresses} if addresses else {"host": f"{name}.", "addresses": []})

    def default_address(self, address: str) -> None:
        """Where all names lead by default."""
        self._tell("set-default-ipv4", {"ip": address})

    def _tell(self, path: str, body: object) -> None:
        with closing(http.client.HTTPConnection(self.address, NAMES, timeout=10)) as connection:
            connection.request("POST", f"/{path}", json.dumps(body))
            assert connection.getresponse().status == 200


@contextmanager
def authority(folder: Path, address: str, seconds: int = 90 * 86_400, dns: str = "", **settings: Any) -> Iterator[Authority]:
    """An authority at an address of this machine, whose certificates are valid for this many seconds. `settings`: Pebble's own."""
    folder.mkdir(parents=True, exist_ok=True)
    make_certificates(folder, address)
    programs.write_settings(folder, address, seconds, **settings)
    names = () if dns else programs.names(address)
    running = [programs.start(folder, *command) for command in (*names, programs.issuer(folder, dns or f"{address}:{DNS}"))]
    front = FrontServer(folder, (address, FRONT), (address, PEBBLE))
    try:
        for port in (PEBBLE, *((NAMES,) if names else ())):
            programs.await_listener(address, port, running)
        threading.Thread(target=front.serve_forever, daemon=True).start()
        yield Authority(folder, address)
    finally:
        for program in running:
            program.kill()
            program.wait()
        front.shutdown()
        front.server_close()


def _fetch(address: str, port: int, path: str, folder: Path) -> tuple[int, bytes]:
    trust = ssl.create_default_context(cafile=str(folder / "root.pem"))
    with closing(http.client.HTTPSConnection(address, port, timeout=30, context=trust)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


if __name__ == "__main__":
    programs.die_with_parent()
    with authority(Path(sys.argv[1]), sys.argv[2], dns=sys.argv[3]) as one:
        (one.folder / "ready").touch()
        signal.pause()
