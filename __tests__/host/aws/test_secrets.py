from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from __tests__.host.support.raw_server import request_of, tcp_server
from host.aws.parallel import side_by_side
from host.aws.secrets import read
from host.model.failure import Failure
from host.model.release import Secret
from host.release.new_slot import versions

ARN = "arn:aws:ssm:eu-central-1:123456789012:parameter"
KEY = "The ciphertext refers to a customer master key that does not exist, or you are not allowed to access."


class Vault(NamedTuple):
    """What is in Parameter Store and Secrets Manager; a text in the place of a value is the code of a refusal."""

    parameters: Mapping[str, Mapping[str, Any]]
    secrets: Mapping[str, Mapping[str, Any]]
    refused: Mapping[str, tuple[str, str]]
    asked: list[tuple[str, Any]]


PARAMETERS = {
    f"/p/{number}": {
        "Name": f"/p/{number}",
        "ARN": f"{ARN}/p/{number}",
        "Value": f"value {number}\n",
        "Version": number,
    }
    for number in range(1, 26)
}
SELECTED = {"/p/1:4": {**PARAMETERS["/p/1"], "Selector": ":4", "Value": "an earlier one", "Version": 4}}
BY_ARN = {f"{ARN}/p/2": PARAMETERS["/p/2"]}
SECRETS = {
    "db": {"SecretString": '{"user":"me","password":"p\\u00e4ss","port":5432,"empty":""}', "VersionId": "v-db"},
    "plain": {"SecretString": "just text", "VersionId": "v-plain"},
    "binary": {"SecretBinary": "AAAA", "VersionId": "v-binary"},
    "list": {"SecretString": "[1]", "VersionId": "v-list"},
}
REFUSED = {
    "/denied": ("AccessDeniedException", "User: x is not authorized to perform: ssm:GetParameter on resource: y"),
    "/key": ("AccessDeniedException", KEY),
    "/disabled": ("InvalidKeyId", "the key is disabled"),
    "/gone": ("ParameterNotFound", ""),
    "/p/1:99": ("ParameterVersionNotFound", "no such version"),
    "no-secret": ("ResourceNotFoundException", "Secrets Manager can't find the specified secret."),
    "denied": ("AccessDeniedException", "not authorized because no identity-based policy allows it"),
    "key": ("AccessDeniedException", "Access to KMS is not allowed"),
}


def answer_of(vault: Vault, action: str, payload: Any) -> tuple[int, Any]:
    if action == "AmazonSSM.GetParameters":
        known = {**vault.parameters}
        for name in payload["Names"]:
            if name in vault.refused and vault.refused[name][0] in ("AccessDeniedException", "InvalidKeyId"):
                return 400, {"__type": vault.refused[name][0], "message": vault.refused[name][1]}
        found = [known[name] for name in payload["Names"] if name in known]
        return 200, {"Parameters": found, "InvalidParameters": [name for name in payload["Names"] if name not in known]}
    name = payload.get("Name") or payload.get("SecretId")
    if name in vault.refused:
        return 400, {"__type": f"com.amazonaws#{vault.refused[name][0]}", "message": vault.refused[name][1]}
    if action == "AmazonSSM.GetParameter":
        return 200, {"Parameter": vault.parameters[name]}
    return 200, vault.secrets[name]


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """AWS and the metadata service at one port, and the environment that leads there."""
    made = Vault({**PARAMETERS, **SELECTED, **BY_ARN}, SECRETS, REFUSED, [])

    def reply(connection: socket.socket, status: int, body: str) -> None:
        connection.sendall(f"HTTP/1.1 {status} x\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())

    def talk(connection: socket.socket) -> None:
        head, _, body = request_of(connection).decode().partition("\r\n\r\n")
        path = head.split()[1]
        if path.startswith("/latest/"):
            keys = json.dumps({"AccessKeyId": "K", "SecretAccessKey": "S", "Token": "T"})
            return reply(connection, 200, keys if path.endswith("/role") else "role")
        action = head.split("X-Amz-Target: ")[1].split("\r\n")[0]
        payload = json.loads(body)
        made.asked.append((action, payload))
        status, said = answer_of(made, action, payload)
        return reply(connection, status, json.dumps(said))

    with tcp_server(talk) as port:
        for name in ("AWS_ENDPOINT_URL", "AWS_EC2_METADATA_SERVICE_ENDPOINT"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
        yield made


def actions(vault: Vault) -> list[str]:
    return sorted(action.rpartition(".")[2] for action, _ in vault.asked)


def test_sends_no_request_without_secrets() -> None:
    assert read({}, "eu-central-1") == {}


def test_reads_parameters_and_secrets_with_their_versions(vault: Vault) -> None:
    found = read(
        {
            "A": "ssm:/p/1",
            "B": "ssm:/p/1:4",
            "C": f"ssm:{ARN}/p/2",
            "D": "secretsmanager:plain",
            "E": "secretsmanager:db#password",
            "F": "secretsmanager:db#port",
            "G": "secretsmanager:db",
            "H": "secretsmanager:db#empty",
            "PATH": "ssm:/p/3",
        },
        "eu-central-1",
    )
    assert found == {
        "A": Secret("value 1\n", "1"),
        "B": Secret("an earlier one", "4"),
        "C": Secret("value 2\n", "2"),
        "D": Secret("just text", "v-plain"),
        "E": Secret("p\u00e4ss", "v-db"),
        "F": Secret("5432", "v-db"),
        "G": Secret(SECRETS["db"]["SecretString"], "v-db"),
        "H": Secret("", "v-db"),
        "PATH": Secret("value 3\n", "3"),
    }
    assert list(found) == [*"ABCDEFGH", "PATH"]
    assert actions(vault) == ["GetParameters", "GetSecretValue", "GetSecretValue"]
    assert versions(found)["E"] == "v-db"


def test_reads_ten_parameters_with_each_request(vault: Vault) -> None:
    found = read({f"V{number}": f"ssm:/p/{number}" for number in range(1, 26)}, "eu-central-1")
    assert {name: secret.value for name, secret in found.items()} == {f"V{n}": f"value {n}\n" for n in range(1, 26)}
    assert sorted(len(payload["Names"]) for _, payload in vault.asked) == [5, 10, 10]


def test_reads_a_parameter_of_two_variables_once(vault: Vault) -> None:
    assert len(read({"A": "ssm:/p/1", "B": "ssm:/p/1"}, "eu-central-1")) == 2
    assert vault.asked == [("AmazonSSM.GetParameters", {"Names": ["/p/1"], "WithDecryption": True})]


LACKS = "the host's role lacks"


@pytest.mark.parametrize(
    ("sources", "cause", "detail"),
    [
        (["ssm:/denied"], "secret-denied", f"ssm:/denied: {LACKS} ssm:GetParameter on parameter/denied"),
        (["ssm:/p/1", "ssm:/denied"], "secret-denied", f"ssm:/denied: {LACKS} ssm:GetParameter on parameter/denied"),
        (["ssm:/key"], "secret-denied", f"ssm:/key: {LACKS} kms:Decrypt on the key of ssm:/key"),
        (["ssm:/disabled"], "secret-failed", "ssm:/disabled: InvalidKeyId: the key is disabled"),
        (["ssm:/gone"], "secret-missing", "ssm:/gone does not exist"),
        (["ssm:/p/1:99"], "secret-missing", "ssm:/p/1:99 does not exist"),
        (["ssm:/gone", "ssm:/p/1:99"], "secret-missing", "ssm:/gone does not exist; ssm:/p/1:99 does not exist"),
        (
            ["secretsmanager:denied#key"],
            "secret-denied",
            f"secretsmanager:denied: {LACKS} secretsmanager:GetSecretValue on denied",
        ),
        (
            ["secretsmanager:key"],
            "secret-denied",
            f"secretsmanager:key: {LACKS} kms:Decrypt on the key of secretsmanager:key",
        ),
        (["secretsmanager:no-secret"], "secret-missing", "secretsmanager:no-secret does not exist"),
        (["secretsmanager:binary"], "secret-missing", "secretsmanager:binary contains no text"),
        (["secretsmanager:db#nothing"], "secret-missing", "secretsmanager:db#nothing: no such key in its JSON"),
        (["secretsmanager:plain#key"], "secret-missing", "secretsmanager:plain#key: no such key in its JSON"),
        (["secretsmanager:list#0"], "secret-missing", "secretsmanager:list#0: no such key in its JSON"),
        (["ssm:/gone", "secretsmanager:no-secret"], "secret-missing", None),
        (["file:/etc/passwd"], "secret-failed", "V0: not a valid source"),
        (["/p/1"], "secret-failed", "V0: not a valid source"),
    ],
)
@pytest.mark.usefixtures("vault")
def test_names_what_it_cannot_read(sources: list[str], cause: str, detail: str | None) -> None:
    with pytest.raises(Failure) as failure:
        read({f"V{number}": source for number, source in enumerate(sources)}, "eu-central-1")
    assert failure.value.cause == cause
    assert failure.value.detail == (detail or "; ".join(f"{source} does not exist" for source in sources))


def test_reports_missing_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    def talk(connection: socket.socket) -> None:
        request_of(connection)
        connection.sendall(b"HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\n")

    with tcp_server(talk) as port:
        monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", f"http://127.0.0.1:{port}")
        with pytest.raises(Failure, match="credentials of the host's role") as failure:
            read({"A": "ssm:/p/1"}, "eu-central-1")
    assert failure.value.cause == "secret-failed"


def test_reads_several_secrets_in_parallel() -> None:
    together = threading.Barrier(5, timeout=120)
    assert side_by_side(lambda item: (together.wait() >= 0, item), range(5)) == [(True, item) for item in range(5)]


def test_reads_at_most_sixteen_secrets_at_once() -> None:
    running = threading.Semaphore(16)

    def act(item: int) -> int:
        assert running.acquire(blocking=False)
        try:
            return item
        finally:
            running.release()

    assert side_by_side(act, range(40)) == list(range(40))


def test_reports_the_first_failure_after_all_requests_end() -> None:
    done = []

    def act(item: int) -> None:
        done.append(item)
        if item in (2, 4):
            raise ValueError(item)

    with pytest.raises(ValueError, match="2"):
        side_by_side(act, range(6))
    assert sorted(done) == list(range(6))
