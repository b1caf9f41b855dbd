"""Requests to AWS from the host, with the host's own role."""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Mapping
from typing import NamedTuple

from host.aws.imds import AwsRefused, credentials, http_date
from host.aws.sigv4 import Credentials, Scope, signed
from host.http import http1, url
from host.http.dial import Dial, Unreachable
from host.http.http1 import Answer
from host.model.json import Json

TRY = 10.0
PAUSES = (0.2, 0.6, 1.8)
"""Seconds: for one try, and between two."""

# https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html
NAMES = {"secretsmanager": "SECRETS_MANAGER"}

# https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
DOMAINS = {
    "cn-": "amazonaws.com.cn",
    "eusc-": "amazonaws.eu",
    "us-iso-": "c2s.ic.gov",
    "us-isob-": "sc2s.sgov.gov",
    "us-isof-": "csp.hci.ic.gov",
    "eu-isoe-": "cloud.adc-e.uk",
}

THROTTLED = (
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
)
CLOCK_OFF = ("InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired", "RequestTimeTooSkewed")


class Access(NamedTuple):
    """Access to one of AWS's services. Its dial can be used for any number of requests."""

    dial: Dial
    host: str
    scope: Scope
    credentials: Credentials


class _Refusal(NamedTuple):
    """`again`: a retry may succeed; `ahead`: by how many seconds the clock is wrong, if that was the reason."""

    error: AwsRefused
    again: bool
    ahead: float


def access(service: str, region: str, credentials: Credentials) -> Access:
    """Access to a service such as `ssm`. Raises AwsRefused if its endpoint is not the URL of a server."""
    server = endpoint(service, region, os.environ)
    try:
        return Access(url.endpoint(server, os.environ), url.authority(server), Scope(region, service), credentials)
    except ValueError as error:
        raise AwsRefused("InvalidEndpoint", f"the endpoint of {service}: {error}") from error


def endpoint(service: str, region: str, env: Mapping[str, str]) -> str:
    """The URL of a service: from the environment, or else the public one of the region's partition."""
    own = env.get(f"AWS_ENDPOINT_URL_{NAMES.get(service, service.upper())}") or env.get("AWS_ENDPOINT_URL")
    domain = next((domain for start, domain in DOMAINS.items() if region.startswith(start)), "amazonaws.com")
    return own or f"https://{'api.' if service == 'ecr' else ''}{service}.{region}.{domain}"


def ask(access: Access, target: str, payload: Json, pauses: tuple[float, ...] = PAUSES) -> Json:
    """The answer to an action of AWS's JSON protocol, such as `AmazonSSM.GetParameters`.

    Retries temporary failures (no answer, throttling, a failing service) after each of
    `pauses` (seconds, plus up to 50% jitter). If the host's clock is wrong, signs by the clock of the service.
    Raises AwsRefused.
    """
    body, ahead = json.dumps(payload).encode(), 0.0
    for pause in (*pauses, None):
        said = _once(access, target, body, time.time() - ahead)
        if not isinstance(said, _Refusal):
            return said
        if pause is None or not said.again:
            raise said.error
        ahead = said.ahead or ahead
        time.sleep(pause * (1 + os.urandom(1)[0] / 512))
    raise AssertionError("the last try returns or raises")


def refusal_of(answer: Answer) -> AwsRefused:
    """AWS's code and message. The code can have a namespace before it, and a URL after it.
    https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
    """
    try:
        said = _object(answer)
    except AwsRefused:
        said = {}
    code = str(answer.headers.get("x-amzn-errortype") or said.get("__type") or answer.status)
    words = said.get("message") or said.get("Message") or f"the answer was {answer.status}"
    return AwsRefused(code.rpartition("#")[2].partition(":")[0], " ".join(str(words).split()))


def registry_authorization(region: str) -> str:
    """The login of the host's role for all of ECR: base64 of `AWS:password`, valid for 12 hours. Raises AwsRefused."""
    said = ask(access("ecr", region, credentials()), "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken", {})
    try:
        return str(said["authorizationData"][0]["authorizationToken"])
    except (LookupError, TypeError) as error:
        raise AwsRefused("NoAuthorization", "ECR returned no authorization") from error


def registry_header(authorization: str, registry: str) -> str:
    """Docker's X-Registry-Auth for a login.
    https://docs.docker.com/reference/api/engine/version/v1.41/#section/Authentication
    """
    user, _, password = base64.b64decode(authorization).decode().partition(":")
    login = {"username": user, "password": password, "serveraddress": registry}
    return base64.urlsafe_b64encode(json.dumps(login).encode()).decode()


def _once(access: Access, target: str, body: bytes, now: float) -> Json | _Refusal:
    asked = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target}
    headers = signed("POST", access.host, asked, body, access.scope, access.credentials, now)
    try:
        answer = http1.ask(access.dial, "POST", "/", headers=headers, body=body, timeout=TRY, host=access.host)
    except Unreachable as error:
        return _Refusal(AwsRefused("Unreachable", f"{access.host}: {error}"), True, 0.0)
    if answer.status == 200:
        return _object(answer)
    refused = refusal_of(answer)
    ahead = _ahead(answer) if refused.code in CLOCK_OFF else 0.0
    again = answer.status >= 500 or answer.status == 429 or refused.code in THROTTLED or ahead != 0.0
    return _Refusal(refused, again, ahead)


def _object(answer: Answer) -> Json:
    try:
        said = json.loads(answer.body)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise AwsRefused("NoAnswer", f"what came with {answer.status} is not an answer from AWS")
    return said


def _ahead(answer: Answer) -> float:
    """How many seconds the host's clock is ahead of the service's; 0.0 for a difference that does not matter."""
    now = http_date(answer.headers.get("date", ""))
    ahead = 0.0 if now is None else time.time() - now
    return ahead if abs(ahead) > 60 else 0.0
