"""The instance metadata service, version 2: the host's identity, the credentials of its role, and the time.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
"""

from __future__ import annotations

import json
import os
import time

from host.aws.sigv4 import Credentials
from host.days import days_since_epoch
from host.http.dial import Unreachable
from host.http.http1 import Answer, ask
from host.http.url import authority, endpoint

ADDRESS = "http://169.254.169.254"
ROLE = "meta-data/iam/security-credentials/"
PATIENCE = 20.0
TRY = 3.0
PAUSE = 0.2
"""Seconds: for all tries, for one of them, and between two."""
SKEW_TIMEOUT = 1.0
"""Seconds: for a look at the clock alone, nothing waits longer."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class AwsRefused(Exception):
    """AWS refused or did not answer. `code` is AWS's, or `Unreachable` without an answer; `words` are for people."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(f"{code}: {words}")
        self.code = code
        self.words = words


def credentials(patience: float = PATIENCE) -> Credentials:
    """The credentials of the host's role. Raises AwsRefused, also for a host without a role.

    A host that is still starting answers late, so temporary failures are retried for `patience` seconds.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            return _credentials()
        except Unreachable as error:
            if time.monotonic() + PAUSE > deadline:
                raise AwsRefused("Unreachable", f"the metadata service: {error}") from error
        time.sleep(PAUSE)


def region() -> str:
    """The region of the host; "" if the metadata service does not say it."""
    try:
        return _read(_token(), "meta-data/placement/region").strip()
    except (AwsRefused, Unreachable):
        return ""


def clock_skew() -> float | None:
    """How many seconds the host's clock is ahead of AWS's, to the second; None if unknown."""
    try:
        said = _asked("PUT", "/latest/api/token", {"X-aws-ec2-metadata-token-ttl-seconds": "1"}, SKEW_TIMEOUT)
    except Unreachable:
        return None
    now = http_date(said.headers.get("date", ""))
    return None if now is None else time.time() - now - 0.5


def http_date(text: str) -> float | None:
    """Seconds since the epoch of a date such as `Thu, 26 Nov 2026 13:11:38 GMT`; None for any other text.
    RFC 9110, section 5.6.7
    """
    words = text.replace(":", " ").split()
    if len(words) != 8 or words[7] != "GMT" or words[2] not in MONTHS:
        return None
    digits = (words[1], words[3], words[4], words[5], words[6])
    if not all(word.isascii() and word.isdigit() for word in digits):
        return None
    day, year, hour, minute, second = (int(word) for word in digits)
    return ((days_since_epoch(year, MONTHS.index(words[2]) + 1, day) * 24 + hour) * 60 + minute) * 60.0 + second


def _credentials() -> Credentials:
    token = _token()
    role = _role(token)
    try:
        said = json.loads(_read(token, f"{ROLE}{role}"))
        return Credentials(said["AccessKeyId"], said["SecretAccessKey"], said["Token"])
    except (ValueError, KeyError, TypeError) as error:
        raise AwsRefused("NoCredentials", f"the metadata service has no credentials of the role {role}") from error


def _role(token: str) -> str:
    try:
        return _read(token, ROLE).split("\n")[0].strip()
    except AwsRefused as error:
        raise AwsRefused("NoRole", "the host has no role: its instance has no instance profile") from error


def _token() -> str:
    said = _answered(_asked("PUT", "/latest/api/token", {"X-aws-ec2-metadata-token-ttl-seconds": "60"}, TRY))
    return said.strip()


def _read(token: str, path: str) -> str:
    return _answered(_asked("GET", f"/latest/{path}", {"X-aws-ec2-metadata-token": token}, TRY))


def _asked(method: str, path: str, headers: dict[str, str], timeout: float) -> Answer:
    url = os.environ.get("AWS_EC2_METADATA_SERVICE_ENDPOINT") or ADDRESS
    return ask(endpoint(url), method, path, headers=headers, timeout=timeout, host=authority(url))


def _answered(answer: Answer) -> str:
    if answer.status == 200:
        return answer.body.decode(errors="replace")
    if answer.status in (401, 429) or answer.status >= 500:
        raise Unreachable("protocol", f"the metadata service answered {answer.status}")
    raise AwsRefused(str(answer.status), f"the metadata service answered {answer.status}")
