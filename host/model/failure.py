"""Why an order cannot be carried out, and what was found about the host."""

from __future__ import annotations

from typing import NamedTuple


class Failure(Exception):
    """An order that cannot be carried out. `cause` is one of the runner's causes; `detail` names the setting or resource. What else is
    known of it: the exit code of the container, the status of the last health check with the beginning of its body, the ports that are
    open, and what was found about the host."""

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
    """Something about the host that is in the way (`fatal`) or that somebody should know of; `hint` says what to do."""

    name: str
    detail: str
    hint: str
    fatal: bool
