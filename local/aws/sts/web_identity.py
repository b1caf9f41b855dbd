"""Decides who gets credentials from AssumeRoleWithWebIdentity, with AWS's messages. moto gives them to everybody.

https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
"""
import base64
import datetime
import json
import re
import time
from urllib.parse import unquote

from joserfc import errors, jwt
from joserfc.jwk import KeySet
from moto.core.utils import utcnow
from moto.iam.models import iam_backends
from moto.sts.exceptions import STSClientError
from moto.sts.models import STSBackend
from moto.sts.responses import TokenResponse

import principals
import settings
from sts import sessions

DENIED = STSClientError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")
LEEWAY = 300  # seconds by which AWS lets clocks differ, for tokens from the future


def invalid(message):
    return STSClientError("InvalidIdentityToken", message)


def check(token, role_arn, session_name, seconds):
    """Raises AWS's error if this token cannot assume this role."""
    _check_request(session_name, seconds)
    claims = _verified(token)
    issuer = claims["iss"].removeprefix("https://")
    role = _role(role_arn)
    if role is None or not _trusts(role, claims, issuer):
        raise DENIED
    if seconds > int(role.max_session_duration or 3600):
        raise STSClientError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")


def _check_request(session_name, seconds):
    wrong = []
    if not re.fullmatch(r"[\w+=,.@-]{2,64}", session_name or "", re.ASCII):
        wrong.append(f"Value '{session_name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*")
    if not 900 <= seconds <= 43200:
        wrong.append(f"Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200")
    if wrong:
        raise STSClientError("ValidationError", f"{len(wrong)} validation error detected: {'; '.join(wrong)}")


def _verified(token):
    """The claims of a token that is signed by its issuer, valid now, and for an audience of the account's provider."""
    try:
        claims = _payload(token)
        issuer, audience, end, begin = (claims[name] for name in ("iss", "aud", "exp", "iat"))
    except (ValueError, KeyError):
        raise invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)") from None
    provider = iam_backends[settings.ACCOUNT]["aws"].open_id_providers.get(_provider_arn(issuer.removeprefix("https://")))
    if provider is None:
        raise invalid(f"No OpenIDConnect provider found in your account for {issuer}")
    known = settings.DIR / "issuers.json"
    keys = json.loads(known.read_text()).get(issuer) if known.exists() else None
    if keys is None:
        raise invalid("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements")
    try:
        jwt.decode(token, KeySet.import_key_set(keys), algorithms=["RS256"])
    except (errors.JoseError, ValueError):
        raise invalid("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements") from None
    now = time.time()
    if end <= now or begin > now + LEEWAY:
        raise STSClientError("ExpiredTokenException", f"Token expired: current date/time {int(now)} must be before the expiration date/time {end}")
    if audience not in provider.client_id_list:
        raise invalid("Incorrect token audience")
    return claims


def _payload(token):
    part = token.split(".")[1] if token.count(".") == 2 else ""
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def _provider_arn(issuer):
    return f"arn:aws:iam::{settings.ACCOUNT}:oidc-provider/{issuer}"


def _role(arn):
    return next((role for role in iam_backends[settings.ACCOUNT]["aws"].roles.values() if role.arn == arn), None)


def _trusts(role, claims, issuer):
    document = role.assume_role_policy_document
    policy = json.loads(unquote(document)) if isinstance(document, str) else document
    fitting = [s["Effect"] for s in principals.listed(policy["Statement"]) if _fits(s, claims, issuer)]
    return "Allow" in fitting and "Deny" not in fitting


def _fits(statement, claims, issuer):
    action = any(principals.like(a, "sts:AssumeRoleWithWebIdentity") for a in principals.listed(statement["Action"]))
    federated = principals.listed(statement.get("Principal", {}).get("Federated"))
    return action and _provider_arn(issuer) in federated and all(
        _holds(operator, principals.listed(patterns), claims.get(key.removeprefix(f"{issuer}:")) if key.startswith(f"{issuer}:") else None)
        for operator, keys in statement.get("Condition", {}).items()
        for key, patterns in keys.items()
    )


def _holds(operator, patterns, value):
    """A key that the token lacks matches only negated operators. An unknown operator is an error."""
    if operator == "StringEquals":
        return value in patterns
    among = value is not None and any(principals.like(pattern, value) for pattern in patterns)
    return {"StringLike": among, "StringNotLike": not among}[operator]


_respond = TokenResponse.assume_role_with_web_identity
_assume = STSBackend.assume_role_with_web_identity


def assume_role_with_web_identity(self):
    given = [self._get_param(name) for name in ("WebIdentityToken", "RoleArn", "RoleSessionName")]
    check(*given, self._get_int_param("DurationSeconds", 3600))
    return _respond(self)


def assume(self, **kwargs):
    role = _assume(self, **kwargs)
    lasts = sessions.begin(role.access_key_id, kwargs["duration"])
    role.expiration = utcnow() + datetime.timedelta(seconds=lasts)
    return role


TokenResponse.assume_role_with_web_identity = assume_role_with_web_identity
STSBackend.assume_role_with_web_identity = assume
