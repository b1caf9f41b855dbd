"""Why an order fails, and findings about the host."""

from __future__ import annotations

from typing import NamedTuple


class Failure(Exception):
    """An order that fails. `cause`: one of the runner's causes; `detail`: the setting or resource. The other fields, if known:
    the container's exit code, the status and start of the body of the last health check, the open ports,
    and the findings about the host."""

    def __init__(
        self,
        cause: str,
        detail: str = "",
        *,
        exit_code: int | None = None,
        health_code: int | None = None,
        ports: tuple[int, ...] = (),
        body: str = "",
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail
        self.exit_code = exit_code
        self.health_code = health_code
        self.ports = ports
        self.body = body
        self.findings = findings


class Finding(NamedTuple):
    """A finding about the host that blocks the order (`fatal`), or that somebody should know; `hint`: what to do."""

    name: str
    detail: str
    hint: str
    fatal: bool
