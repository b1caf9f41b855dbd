from __future__ import annotations

import base64
import calendar
import json
import socket
import time
from collections.abc import Iterator, Mapping
from typing import Callable

import pytest

from __tests__.host.support.patience import within
from __tests__.host.support.raw_server import Talk, request_of, tcp_server
from host.aws import calls, imds
from host.aws.calls import Access, endpoint, registry_header
from host.aws.imds import AwsRefused, http_date
from host.aws.sigv4 import Credentials, Scope, signed
from host.http.dial import tcp
from host.http.http1 import Answer
from host.model.json import Json

OWN = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "")
LONG_TOKEN = (
    "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwth"
    "Ax7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXA"
    "kiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="
)
FORM = "application/x-www-form-urlencoded"

# Of AWS's Signature Version 4 test suite: its name, what is asked, and the end of the `Authorization` that is right.
VECTORS: list[tuple[str, str, Mapping[str, str], bytes, str, str, str]] = [
    (
        "get-vanilla",
        "GET",
        {},
        b"",
        "",
        "host;x-amz-date",
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    ),
    (
        "get-vanilla-with-session-token",
        "GET",
        {},
        b"",
        "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267",
        "host;x-amz-date;x-amz-security-token",
        "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8",
    ),
    (
        "get-header-value-trim",
        "GET",
        {"My-Header1": " value1", "My-Header2": ' "a   b   c"'},
        b"",
        "",
        "host;my-header1;my-header2;x-amz-date",
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    ),
    (
        "post-vanilla",
        "POST",
        {},
        b"",
        "",
        "host;x-amz-date",
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    ),
    (
        "post-header-key-sort",
        "POST",
        {"My-Header1": "value1"},
        b"",
        "",
        "host;my-header1;x-amz-date",
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    ),
    (
        "post-header-value-case",
        "POST",
        {"My-Header1": "VALUE1"},
        b"",
        "",
        "host;my-header1;x-amz-date",
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    ),
    (
        "post-sts-header-before",
        "POST",
        {},
        b"",
        LONG_TOKEN,
        "host;x-amz-date;x-amz-security-token",
        "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
    ),
    (
        "post-x-www-form-urlencoded",
        "POST",
        {"Content-Type": FORM},
        b"Param1=value1",
        "",
        "content-type;host;x-amz-date",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ),
    (
        "post-x-www-form-urlencoded-parameters",
        "POST",
        {"Content-Type": f"{FORM}; charset=utf8"},
        b"Param1=value1",
        "",
        "content-type;host;x-amz-date",
        "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    ),
]


@pytest.mark.parametrize(
    ("method", "headers", "body", "token", "names", "signature"),
    [row[1:] for row in VECTORS],
    ids=[row[0] for row in VECTORS],
)
def test_passes_the_signature_tests_of_aws(
    method: str, headers: Mapping[str, str], body: bytes, token: str, names: str, signature: str
) -> None:
    now, scope = 1440938160.0, Scope("us-east-1", "service")
    sent = signed(method, "example.amazonaws.com", headers, body, scope, OWN._replace(token=token), now)
    assert sent["X-Amz-Date"] == "20150830T123600Z"
    assert sent["Authorization"] == (
        f"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={names}, Signature={signature}"
    )
    assert ("X-Amz-Security-Token" in sent) == bool(token)


@pytest.mark.parametrize(
    ("service", "region", "env", "url"),
    [
        ("ssm", "eu-central-1", {}, "https://ssm.eu-central-1.amazonaws.com"),
        ("secretsmanager", "us-gov-west-1", {}, "https://secretsmanager.us-gov-west-1.amazonaws.com"),
        ("ecr", "eu-central-1", {}, "https://api.ecr.eu-central-1.amazonaws.com"),
        ("ecr", "cn-north-1", {}, "https://api.ecr.cn-north-1.amazonaws.com.cn"),
        ("ssm", "eusc-de-east-1", {}, "https://ssm.eusc-de-east-1.amazonaws.eu"),
        ("ssm", "us-isob-east-1", {}, "https://ssm.us-isob-east-1.sc2s.sgov.gov"),
        ("ssm", "eu-central-1", {"AWS_ENDPOINT_URL": "http://a:1"}, "http://a:1"),
        ("ssm", "eu-central-1", {"AWS_ENDPOINT_URL": "http://a:1", "AWS_ENDPOINT_URL_SSM": "http://b"}, "http://b"),
        ("secretsmanager", "eu-central-1", {"AWS_ENDPOINT_URL_SECRETS_MANAGER": "http://c"}, "http://c"),
        ("ecr", "eu-central-1", {"AWS_ENDPOINT_URL_SSM": "http://b"}, "https://api.ecr.eu-central-1.amazonaws.com"),
        ("ecr", "eu-central-1", {"AWS_ENDPOINT_URL": ""}, "https://api.ecr.eu-central-1.amazonaws.com"),
    ],
)
def test_finds_the_endpoint_of_a_service(service: str, region: str, env: Mapping[str, str], url: str) -> None:
    assert endpoint(service, region, env) == url


def test_rejects_an_invalid_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://a/b?c")
    with pytest.raises(AwsRefused, match="endpoint of ssm"):
        calls.access("ssm", "eu-central-1", OWN)


def reply(status: int, body: object, **headers: str) -> bytes:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} x\r\nContent-Length: {len(text)}\r\n{lines}\r\n".encode() + text


def in_turn(replies: list[bytes], requests: list[bytes]) -> Talk:
    """Says one after the other, and keeps what it was asked."""
    left = iter(replies)

    def talk(connection: socket.socket) -> None:
        requests.append(request_of(connection))
        connection.sendall(next(left))

    return talk


def asked(replies: list[bytes], requests: list[bytes] | None = None) -> Json:
    with tcp_server(in_turn(replies, [] if requests is None else requests)) as port:
        reach = Access(tcp("127.0.0.1", port), f"127.0.0.1:{port}", Scope("eu-central-1", "ssm"), OWN)
        return calls.ask(reach, "AmazonSSM.GetParameters", {"Names": ["\u00e4"]}, (0.01, 0.01, 0.01))


def test_sends_requests_in_the_json_protocol() -> None:
    requests: list[bytes] = []
    assert asked([reply(200, {"a": [1]})], requests) == {"a": [1]}
    head, _, body = requests[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST / HTTP/1.1"
    assert {"Content-Type: application/x-amz-json-1.1", "X-Amz-Target: AmazonSSM.GetParameters"} <= set(lines)
    assert json.loads(body) == {"Names": ["\u00e4"]}
    assert "SignedHeaders=content-type;host;x-amz-date;x-amz-target" in head.decode()


@pytest.mark.parametrize(
    "passing",
    [
        pytest.param(reply(400, {"__type": "ThrottlingException", "message": "slow"}), id="throttled"),
        pytest.param(reply(400, {"__type": "com.amazon.coral.availability#ThrottlingException"}), id="throttled, long"),
        pytest.param(reply(429, b""), id="429"),
        pytest.param(reply(500, {"__type": "InternalServerError"}), id="500"),
        pytest.param(reply(503, b"<html>"), id="503"),
        pytest.param(b"", id="closed"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", id="cut off"),
    ],
)
def test_retries_after_a_temporary_failure(passing: bytes) -> None:
    requests: list[bytes] = []
    assert asked([passing, passing, passing, reply(200, {})], requests) == {}
    assert len(requests) == 4


def test_gives_up_after_repeated_failures() -> None:
    with pytest.raises(AwsRefused) as failure:
        asked([reply(500, {"__type": "InternalServerError", "message": "still"})] * 4)
    assert (failure.value.code, failure.value.words) == ("InternalServerError", "still")
    with pytest.raises(AwsRefused) as failure:
        asked([b""] * 4)
    assert failure.value.code == "Unreachable"


def test_does_not_retry_a_refusal() -> None:
    requests: list[bytes] = []
    with pytest.raises(AwsRefused):
        asked([reply(400, {"__type": "AccessDeniedException"}), reply(200, {})], requests)
    assert len(requests) == 1


@pytest.mark.parametrize("off", [-86400.0, -300.0, 300.0, 86400.0])
def test_signs_with_the_time_of_the_service_if_the_clock_is_off(off: float) -> None:
    began = time.time()
    date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(began - off))
    requests: list[bytes] = []
    expired = reply(400, {"__type": "InvalidSignatureException", "message": "Signature expired"}, Date=date)
    assert asked([expired, reply(200, {})], requests) == {}
    stamps = [head.split(b"X-Amz-Date: ")[1][:16].decode() for head in requests]
    first, second = (calendar.timegm(time.strptime(stamp, "%Y%m%dT%H%M%SZ")) for stamp in stamps)
    assert abs(first - second - off) < time.time() - began + 2


def test_does_not_retry_a_wrong_signature_at_the_right_time() -> None:
    date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())
    requests: list[bytes] = []
    with pytest.raises(AwsRefused):
        asked([reply(403, {"__type": "InvalidSignatureException"}, Date=date)] * 4, requests)
    assert len(requests) == 1


@pytest.mark.parametrize("body", [b"", b"[]", b"<html>", b'"a"', b"\xff"])
def test_rejects_an_invalid_answer(body: bytes) -> None:
    with pytest.raises(AwsRefused, match="NoAnswer"):
        asked([reply(200, body)])


@pytest.mark.parametrize(
    ("headers", "body", "code", "words"),
    [
        ({}, {"__type": "a.b#ParameterNotFound", "message": "x\n y"}, "ParameterNotFound", "x y"),
        ({}, {"__type": "AccessDeniedException", "Message": "no"}, "AccessDeniedException", "no"),
        ({"x-amzn-errortype": "Invalid:http://x.y/z"}, {}, "Invalid", "the answer was 400"),
        ({}, b"<html>", "400", "the answer was 400"),
        ({}, {"message": None}, "400", "the answer was 400"),
    ],
)
def test_reports_what_aws_refuses(headers: Mapping[str, str], body: object, code: str, words: str) -> None:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    refused = calls.refusal_of(Answer(400, headers, text))
    assert (refused.code, refused.words) == (code, words)


def test_gets_the_login_of_a_registry() -> None:
    token = base64.b64encode(b"AWS:pass:word").decode()
    header = json.loads(base64.urlsafe_b64decode(registry_header(token, "1.dkr.ecr.eu-central-1.amazonaws.com")))
    assert header == {
        "username": "AWS",
        "password": "pass:word",
        "serveraddress": "1.dkr.ecr.eu-central-1.amazonaws.com",
    }


ROLE = "/latest/meta-data/iam/security-credentials/"
KEYS = {"Code": "Success", "AccessKeyId": "K", "SecretAccessKey": "S", "Token": "T"}


def metadata_server(known: Mapping[str, bytes], hinder: Iterator[bytes] = iter(())) -> Talk:  # noqa: B008
    """IMDSv2 with these paths; what `hinder` gives is said first."""

    def talk(connection: socket.socket) -> None:
        head = request_of(connection).decode()
        method, path = head.split()[:2]
        passing = next(hinder, None)
        if passing is not None:
            connection.sendall(passing)
        elif method == "PUT" and path == "/latest/api/token":
            connection.sendall(reply(200, b"token-1" if "ttl-seconds: 60" in head else b"token-2", Date=HALF_PAST))
        elif "X-aws-ec2-metadata-token: token-1" not in head:
            connection.sendall(reply(403, b""))
        else:
            connection.sendall(known.get(path, reply(404, b"")))

    return talk


HALF_PAST = "Thu, 26 Nov 2026 12:30:00 GMT"


def with_metadata(monkeypatch: pytest.MonkeyPatch, talk: Talk, act: Callable[[], object]) -> object:
    with tcp_server(talk) as port:
        monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", f"http://127.0.0.1:{port}/")
        return act()


@pytest.mark.parametrize("role", [b"role", b"role\n", b"role\nother\n"])
def test_reads_the_credentials_of_the_role(monkeypatch: pytest.MonkeyPatch, role: bytes) -> None:
    talk = metadata_server({ROLE: reply(200, role), f"{ROLE}role": reply(200, KEYS)})
    assert with_metadata(monkeypatch, talk, imds.credentials) == Credentials("K", "S", "T")


@pytest.mark.parametrize("passing", [b"", reply(503, b""), reply(429, b""), reply(401, b""), b"garbage\r\n"])
def test_waits_for_a_slow_metadata_service(monkeypatch: pytest.MonkeyPatch, passing: bytes) -> None:
    talk = metadata_server({ROLE: reply(200, b"role"), f"{ROLE}role": reply(200, KEYS)}, iter([passing] * 2))
    assert with_metadata(monkeypatch, talk, lambda: imds.credentials(10)) == Credentials("K", "S", "T")


def test_gives_up_a_metadata_service_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AwsRefused) as failure:
        with_metadata(monkeypatch, lambda _: None, lambda: imds.credentials(0.5))
    assert failure.value.code == "Unreachable"


def test_reports_a_host_without_a_role(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for."""
    with within(10), pytest.raises(AwsRefused, match="role"):
        with_metadata(monkeypatch, metadata_server({}), imds.credentials)


@pytest.mark.parametrize("said", [b"", b"[]", b"null", b'{"Code":"Failed","Message":"x"}'])
def test_reports_a_role_without_credentials(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    talk = metadata_server({ROLE: reply(200, b"role"), f"{ROLE}role": reply(200, said)})
    with pytest.raises(AwsRefused, match="credentials of the role role"):
        with_metadata(monkeypatch, talk, imds.credentials)


def test_measures_how_far_the_clock_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = http_date(HALF_PAST)
    assert wanted
    began = time.time()
    skew = with_metadata(monkeypatch, metadata_server({}), imds.clock_skew)
    assert isinstance(skew, float)
    assert began - 1 < wanted + skew < time.time() + 1
    assert with_metadata(monkeypatch, lambda _: None, imds.clock_skew) is None


@pytest.mark.parametrize(
    "seconds",
    [0, 951782399, 951782400, 951868800, 1709164800, 1709251199, 1798761599, 4107542400, 1440938160, 68169600],
)
def test_reads_dates(seconds: int) -> None:
    assert http_date(time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(seconds))) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "Thu, 26 Nov 2026 13:11:38 CET",
        "Thu, 26 Nix 2026 13:11:38 GMT",
        "Thu, xx Nov 2026 13:11:38 GMT",
        "26 Nov 2026",
    ],
)
def test_rejects_an_invalid_date(text: str) -> None:
    assert http_date(text) is None
