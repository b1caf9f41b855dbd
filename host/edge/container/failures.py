"""Why a proxy does not start, or refuses its configuration."""

from __future__ import annotations

import re

from host.edge.container.proxies import START_TIMEOUT
from host.model.failure import Failure
from host.order import parsed

SIGNS = {"address already in use": "proxy-port-taken", "unknown module: dns.providers": "proxy-without-dns"}
"""Causes, by words in Docker's or Caddy's message."""


def failure(words: str) -> Failure:
    """The cause for Caddy's or Docker's message."""
    return Failure(next((cause for sign, cause in SIGNS.items() if sign in words), "proxy-failed"), words)


def last_error(log: str) -> str:
    """The last error in Caddy's log, as JSON or as a line of `Error: ...`."""
    errors = (parsed(line).get("msg") if '"level":"error"' in line else re.split(r"\bError: ", line)[-1] for line in log.splitlines())
    told = [error for error, line in zip(errors, log.splitlines()) if isinstance(error, str) and error != line]
    return told[-1].strip() if told else f"the proxy did not come up in {START_TIMEOUT:.0f} s, and says nothing"
