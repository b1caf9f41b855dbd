"""What certificates say of themselves, as OpenSSL makes and reads them."""

from __future__ import annotations

import base64
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from __tests__.host.support.patience import within
from host.certificates.issued import expires_soon
from host.certificates.pem import blocks
from host.certificates.x509 import Certificate, covers, read_certificate

DAY = 86_400


def made(folder: Path, *options: str, subject: str = "/O=Acme/CN=Acme Root") -> str:
    out = folder / "one.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null", "-subj", subject, "-out", str(out)]
    subprocess.run([*command, *options], check=True, capture_output=True)
    return out.read_text()


@pytest.mark.parametrize(
    ("names", "subject", "issuer"),
    [
        (("shop.example.com", "*.example.com"), "/O=Acme/CN=Acme Root", "Acme Root"),
        (("a.example",), "/O=Acme", "Acme"),
        ((), "/CN=Zoë", "Zoë"),
    ],
)
@pytest.mark.parametrize("days", [1, 60, 36_500])
def test_reads_a_certificate_like_openssl(tmp_path: Path, names: tuple[str, ...], subject: str, issuer: str, days: int) -> None:
    alternative = ["-addext", f"subjectAltName={','.join(f'DNS:{name}' for name in names)}"] if names else []
    pem = made(tmp_path, "-utf8", "-days", str(days), *alternative, subject=subject)
    said = subprocess.run(["openssl", "x509", "-noout", "-dates"], input=pem, check=True, capture_output=True, text=True).stdout
    dates = dict(line.split("=") for line in said.splitlines())
    begins, expires = (int(ssl.cert_time_to_seconds(dates[name])) for name in ("notBefore", "notAfter"))
    assert read_certificate(pem) == Certificate(names, issuer, begins, expires)


def test_a_damaged_certificate_is_not_read(tmp_path: Path) -> None:
    pem = made(tmp_path, "-days", "1")
    assert read_certificate(pem)
    lines = pem.splitlines(keepends=True)
    for broken in ("", "x", pem[:200], "".join([*lines[:3], *lines[5:]]), pem.replace("MII", "AAA")):
        assert read_certificate(broken) is None


def test_finds_complete_blocks_wherever_their_marks_are() -> None:
    text = (
        "x-----BEGIN A-----1-----END A----------BEGIN B C-----\n2\n-----END B C-----"
        "-----BEGIN LOST----------BEGIN D-----3-----END D-----"
        "-----BEGIN E-----4-----END F-----5-----END E-----"
    )
    assert [(block.label, block.body) for block in blocks(text)] == [("A", "1"), ("B C", "\n2\n"), ("D", "3")]
    assert next(blocks(text)).whole == "-----BEGIN A-----1-----END A-----"


def nested(value: bytes) -> bytes:
    return b"\x30\x84" + len(value).to_bytes(4, "big") + value


@pytest.mark.parametrize(
    "hostile",
    [
        "-----BEGIN CERTIFICATE-----\n" * 20_000,
        "".join(f"-----BEGIN A{number}-----" for number in range(30_000)),
        "-----BEGIN " * 50_000,
        "-----BEGIN " + "A" * 500_000,
        f"-----BEGIN CERTIFICATE-----{base64.b64encode(nested(nested(bytes(2_000_000)))).decode()}-----END CERTIFICATE-----",
    ],
    ids=["without ends", "of many labels", "of beginnings", "of one label", "of a million values"],
)
def test_time_grows_no_faster_than_the_text_of_a_hostile_certificate(hostile: str) -> None:
    """One look at each character takes a fraction of a second, and a look at all others for each of them takes minutes."""
    with within(10):
        assert read_certificate(hostile) is None


@pytest.mark.parametrize(
    ("name", "fits"),
    [("example.com", True), ("a.shop.example.com", True), ("shop.example.com", False), ("b.a.shop.example.com", False), ("com", False)],
)
def test_a_wildcard_matches_one_label(name: str, fits: bool) -> None:
    assert covers(("example.com", "*.shop.example.com"), name) is fits


@pytest.mark.parametrize(
    ("life", "left", "soon"),
    [(90, 22, False), (90, 20, True), (365, 22, False), (365, 20, True), (45, 15, False), (45, 10, True), (6, 2, False), (6, 1, True)],
)
def test_an_overdue_renewal_counts_as_expiring_soon(life: int, left: int, soon: bool) -> None:
    now = time.time()
    end = int(now) + left * DAY
    assert expires_soon(Certificate(("a",), "x", end - life * DAY, end), now) is soon
