"""An ACME authority (Pebble) with its own DNS server, and a proxy in front that can simulate trouble.

    python -m local.acme.authority FOLDER ADDRESS DNS      runs one until it is killed; FOLDER/ready appears when it answers

Clients trust FOLDER/root.pem, and ask for `https://ADDRESS:14443/dir`. Names are looked up at DNS, `ADDRESS:PORT`, or else at a server of its own,
which POSTs to ADDRESS:8055 fill: https://github.com/letsencrypt/pebble/blob/main/cmd/pebble-challtestsrv/README.md

FOLDER/trouble.json makes the front answer in Pebble's place: {"path": part of the path, "status": ..., "type": of RFC 8555 6.7, "detail": ...}; with
status 0 it closes the connection. FOLDER/requests has the path of each request, and FOLDER/accounts what clients said of themselves.
"""

from __future__ import annotations

import ctypes
import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from local.acme.front import FrontServer

FRONT, PEBBLE, MANAGEMENT, DNS, NAMES = 14443, 14000, 15000, 8053, 8055
START_TIMEOUT = 30


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
    _make_certificates(folder, address)
    (folder / "pebble.json").write_text(json.dumps({"pebble": _pebble(folder, address, seconds) | settings}))
    names = () if dns else _names(address)
    programs = [_start(folder, *command) for command in (*names, _issuer(folder, dns or f"{address}:{DNS}"))]
    front = FrontServer(folder, (address, FRONT), (address, PEBBLE))
    try:
        for port in (PEBBLE, *((NAMES,) if names else ())):
            _await(address, port, programs)
        threading.Thread(target=front.serve_forever, daemon=True).start()
        yield Authority(folder, address)
    finally:
        for program in programs:
            program.kill()
            program.wait()
        front.shutdown()
        front.server_close()


def _names(address: str) -> tuple[tuple[str, ...], ...]:
    without = (f"-{challenge}=" for challenge in ("defaultIPv6", "http01", "https01", "tlsalpn01"))
    at = (f"-defaultIPv4={address}", f"-dns01={address}:{DNS}", f"-management={address}:{NAMES}")
    return (("pebble-challtestsrv", *without, *at),)


def _issuer(folder: Path, dns: str) -> tuple[str, ...]:
    return ("pebble", "-strict", "-config", str(folder / "pebble.json"), "-dnsserver", dns)


def _pebble(folder: Path, address: str, seconds: int) -> dict[str, Any]:
    return {
        "listenAddress": f"{address}:{PEBBLE}",
        "managementListenAddress": f"{address}:{MANAGEMENT}",
        "certificate": str(folder / "front.pem"),
        "privateKey": str(folder / "front.key"),
        "httpPort": 80,
        "tlsPort": 443,
        "ocspResponderURL": "",
        "externalAccountBindingRequired": False,
        "certificateValidityPeriod": seconds,
        "retryAfter": {"authz": 1, "order": 1},
    }


def _start(folder: Path, *argv: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0", "PEBBLE_AUTHZREUSE": "0"}
    with open(folder / f"{argv[0]}.log", "ab") as log:
        return subprocess.Popen(argv, stdout=log, stderr=log, env=env, preexec_fn=_die_with_parent)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _await(address: str, port: int, programs: list[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        assert all(program.poll() is None for program in programs), "a program of the authority ended; see its log"
        try:
            return socket.create_connection((address, port), 1).close()
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"nobody listens on {address}:{port}")


def _make_certificates(folder: Path, address: str) -> None:
    """A root for the authority's directory, and the directory's certificate from it."""
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    (folder / "front.ext").write_text(f"subjectAltName=IP:{address}\n")
    commands = (
        ("req", "-x509", *curve, "-days", "30", "-subj", "/CN=test authority", "-keyout", "root.key", "-out", "root.pem"),
        ("req", *curve, "-subj", "/CN=directory", "-keyout", "front.key", "-out", "front.csr"),
        ("x509", "-req", "-in", "front.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "30", "-extfile", "front.ext",
         "-out", "front.pem"),
    )  # fmt: skip
    for command in commands:
        subprocess.run(["openssl", *command], check=True, capture_output=True, cwd=folder)


def _fetch(address: str, port: int, path: str, folder: Path) -> tuple[int, bytes]:
    trust = ssl.create_default_context(cafile=str(folder / "root.pem"))
    with closing(http.client.HTTPSConnection(address, port, timeout=30, context=trust)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


if __name__ == "__main__":
    _die_with_parent()
    with authority(Path(sys.argv[1]), sys.argv[2], dns=sys.argv[3]) as one:
        (one.folder / "ready").touch()
        signal.pause()
