"""Why an order fails, and findings about the host."""

from __future__ import annotations

import errno
from typing import NamedTuple

FULL = (errno.ENOSPC, errno.EDQUOT)
BROKEN = (errno.EIO, errno.EROFS, errno.EUCLEAN, errno.EBADMSG)
"""Errors of a disk that fails, or of a file system that the kernel therefore made read-only; XFS has its own for a wrong checksum."""


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


def of_disk(error: OSError, what: str) -> Failure:
    """Why `what` failed: nobody can make room on a disk that fails."""
    return Failure(disk_cause(error) or "disk-failed", f"{what}: {error.strerror}")


def disk_cause(error: OSError) -> str:
    """The cause, if an error is the disk's; "" otherwise."""
    return "out-of-disk" if error.errno in FULL else "disk-failed" if error.errno in BROKEN else ""


class Finding(NamedTuple):
    """A finding about the host that blocks the order (`fatal`), or that somebody should know; `hint`: what to do."""

    name: str
    detail: str
    hint: str
    fatal: bool
