from __future__ import annotations

from collections.abc import Iterator

import pytest

from __tests__.host.support.authority import Authority, authority
from __tests__.host.support.aws_bed import aws_server, forget_all, metadata_service

REGION = "eu-central-1"


@pytest.fixture(scope="session")
def aws() -> Iterator[str]:
    """The URL of a server of AWS's services."""
    with aws_server() as url:
        yield url


@pytest.fixture
def store(aws: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The same with nothing in it, for a host with a role."""
    forget_all(aws)
    monkeypatch.setenv("AWS_ENDPOINT_URL", aws)
    with metadata_service() as metadata:
        monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata)
        yield aws


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """An authority that nobody knows."""
    return authority(tmp_path_factory.mktemp("authority"))
