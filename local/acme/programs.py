"""The programs of an ACME authority: Pebble, and the DNS server of its makers. Their output goes to NAME.log in the authority's folder."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

PEBBLE, MANAGEMENT, DNS, NAMES = 14000, 15000, 8053, 8055
START_TIMEOUT = 30


def write_settings(folder: Path, address: str, seconds: int, **settings: Any) -> None:
    """Pebble's, for certificates that are valid for this many seconds."""
    (folder / "pebble.json").write_text(json.dumps({"pebble": _pebble(folder, address, seconds) | settings}))


def names(address: str) -> tuple[tuple[str, ...], ...]:
    without = (f"-{challenge}=" for challenge in ("defaultIPv6", "http01", "https01", "tlsalpn01"))
    at = (f"-defaultIPv4={address}", f"-dns01={address}:{DNS}", f"-management={address}:{NAMES}")
    return (("pebble-challtestsrv", *without, *at),)


def issuer(folder: Path, dns: str) -> tuple[str, ...]:
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


def start(folder: Path, *argv: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0", "PEBBLE_AUTHZREUSE": "0"}
    with open(folder / f"{argv[0]}.log", "ab") as log:
        return subprocess.Popen(argv, stdout=log, stderr=log, env=env, preexec_fn=die_with_parent)


def die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def await_listener(address: str, port: int, programs: list[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        assert all(program.poll() is None for program in programs), "a program of the authority ended; see its log"
        try:
            return socket.create_connection((address, port), 1).close()
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"nobody listens on {address}:{port}")
