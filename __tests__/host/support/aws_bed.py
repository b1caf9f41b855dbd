"""Parameter Store and Secrets Manager, as moto plays them, and the metadata service of a host with a role."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from __tests__.host.support.ports import free_port
from __tests__.host.support.raw_server import request_of, tcp_server

PYTHON = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "docker-to-ec2/venv/bin/python"
SERVER = Path(__file__).with_name("aws_server.py")


@contextmanager
def metadata_service(status: int = 200) -> Iterator[str]:
    """The URL of one whose host has a role, or of one that answers with another status."""
    keys = {"Code": "Success", "AccessKeyId": "K", "SecretAccessKey": "S", "Token": "T", "Expiration": "2099-01-01T00:00:00Z"}
    more = "X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 60\r\nConnection: close"

    def talk(connection: socket.socket) -> None:
        path = request_of(connection).decode().split()[1]
        body = json.dumps(keys) if path.endswith("/role") else "role"
        connection.sendall(f"HTTP/1.1 {status} x\r\nContent-Length: {len(body)}\r\n{more}\r\n\r\n{body}".encode())

    with tcp_server(talk) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def aws_server() -> Iterator[str]:
    """The URL of a server that has nothing yet."""
    port = free_port()
    server = subprocess.Popen([PYTHON, SERVER, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            assert server.poll() is None, "the server ended"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def forget_all(server: str) -> None:
    """Nothing is there any more."""
    urllib.request.urlopen(urllib.request.Request(f"{server}/moto-api/reset", method="POST")).close()


def asked(server: str, action: str, payload: Mapping[str, Any]) -> Any:
    """What Parameter Store answers an administrator."""
    return _asked(server, "ssm", f"AmazonSSM.{action}", payload)


def put_secret(server: str, name: str, text: str) -> str:
    """Gives a secret of Secrets Manager another version; its id."""
    exists = any(one["Name"] == name for one in _asked(server, "secretsmanager", "secretsmanager.ListSecrets", {})["SecretList"])
    action, key = ("PutSecretValue", "SecretId") if exists else ("CreateSecret", "Name")
    said = _asked(server, "secretsmanager", f"secretsmanager.{action}", {key: name, "SecretString": text})
    return str(said["VersionId"])


def _asked(server: str, service: str, target: str, payload: Mapping[str, Any]) -> Any:
    scope = f"A/20260101/eu-central-1/{service}/aws4_request"
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": target,
        "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
    }
    request = urllib.request.Request(server, json.dumps(payload).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)
