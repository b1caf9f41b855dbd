"""AWS Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple


class Credentials(NamedTuple):
    """Credentials of a role: access key id, secret access key and session token ("" for none)."""

    key: str
    secret: str
    token: str


class Scope(NamedTuple):
    """The scope of a signature."""

    region: str
    service: str


def signed(
    method: str, host: str, headers: Mapping[str, str], body: bytes, scope: Scope, credentials: Credentials, now: float
) -> Mapping[str, str]:
    """The headers, except `Host`, of a request to `/` without a query, signed at `now` (seconds since the epoch)."""
    import hashlib
    import hmac

    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(now))
    token = {"X-Amz-Security-Token": credentials.token} if credentials.token else {}
    sent = {**headers, "X-Amz-Date": stamp, **token}
    lines = sorted((name.lower(), " ".join(value.split())) for name, value in {**sent, "Host": host}.items())
    names = ";".join(name for name, _ in lines)
    listed = "".join(f"{name}:{value}\n" for name, value in lines)
    request = f"{method}\n/\n\n{listed}\n{names}\n{hashlib.sha256(body).hexdigest()}"
    day = f"{stamp[:8]}/{scope.region}/{scope.service}/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{stamp}\n{day}\n{hashlib.sha256(request.encode()).hexdigest()}"
    key = f"AWS4{credentials.secret}".encode()
    for part in day.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    proof = f"AWS4-HMAC-SHA256 Credential={credentials.key}/{day}, SignedHeaders={names}, Signature={signature}"
    return {**sent, "Authorization": proof}
