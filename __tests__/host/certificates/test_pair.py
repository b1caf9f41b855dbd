from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from __tests__.host.support.authority import Authority, Issued
from __tests__.host.support.patience import within
from host.certificates.pair import prove, read_pair
from host.model.failure import Failure

NAME = "shop.example.com"


@pytest.fixture(scope="session")
def intermediate(root: Authority) -> Authority:
    return root.intermediate()


def as_json(*parts: str, key: str) -> str:
    return json.dumps({"certificate": "\n".join(parts), "key": key})


def refusal(text: str, *names: str) -> str:
    with pytest.raises(Failure) as caught:
        prove(read_pair(text), names)
    assert caught.value.cause == "certificate-invalid"
    return caught.value.detail


@pytest.mark.parametrize(
    "spelled",
    [
        lambda one: as_json(one.certificate, key=one.key),
        lambda one: one.certificate + one.key,
        lambda one: one.key + one.certificate,
        lambda one: "\r\n".join(("  a comment", *one.key.splitlines(), *one.certificate.splitlines())),
        lambda one: "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + one.key + one.certificate,
    ],
)
def test_reads_a_pair_in_every_spelling(root: Authority, spelled: object) -> None:
    pair = read_pair(spelled(root.issue(NAME)))  # type: ignore[operator]
    prove(pair, [NAME])
    assert read_pair(pair.pem) == pair


def test_accepts_a_chain_through_an_intermediate_with_or_without_its_root(root: Authority, intermediate: Authority) -> None:
    one = intermediate.issue(NAME)
    for chain in ([intermediate.own.certificate], [intermediate.own.certificate, root.own.certificate], []):
        prove(read_pair(as_json(one.certificate, *chain, key=one.key)), [NAME])


def test_a_wildcard_covers_one_label(root: Authority) -> None:
    one = root.issue("*.example.com", "example.com")
    text = as_json(one.certificate, key=one.key)
    prove(read_pair(text), ["*.example.com", "a.example.com", "example.com"])
    assert refusal(text, "a.b.example.com") == "the certificate does not cover a.b.example.com"
    assert refusal(as_json(*root.issue(NAME)[:1], key=one.key), NAME).startswith("the key belongs to another certificate")


def test_checks_everything_else_if_no_names_are_given(root: Authority) -> None:
    one = root.issue("whatever.example.com")
    prove(read_pair(as_json(one.certificate, key=one.key)), [])


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda root: root.issue(NAME, days=0), "certificate has expired"),
        (lambda root: root.issue("other.example.com"), f"the certificate does not cover {NAME}"),
        (lambda root: root.issue(), f"the certificate does not cover {NAME}"),
        (lambda root: root.issue("*.example.com")._replace(key=root.issue(NAME).key), "the key belongs to another certificate"),
        (lambda root: root.issue(NAME, purpose="clientAuth"), "purpose"),
        (lambda root: root.own, f"the certificate does not cover {NAME}"),
    ],
)
def test_refuses_a_certificate_that_no_visitor_would_accept(root: Authority, made: object, words: str) -> None:
    one: Issued = made(root)  # type: ignore[operator]
    assert words in refusal(as_json(one.certificate, key=one.key), NAME)


def test_refuses_a_chain_that_is_out_of_order_or_has_a_gap(root: Authority, intermediate: Authority) -> None:
    one = intermediate.issue(NAME)
    gap = as_json(one.certificate, root.own.certificate, key=one.key)
    assert refusal(gap, NAME) == "the chain has a gap: after each certificate comes the one that signed it"
    assert "must start with" in refusal(as_json(intermediate.own.certificate, one.certificate, key=one.key), NAME)


def test_refuses_an_invalid_pair_without_quoting_it(root: Authority, tmp_path: Path) -> None:
    one = root.issue(NAME)
    (tmp_path / "plain").write_text(one.key)
    encrypt = ["openssl", "pkcs8", "-topk8", "-in", "plain", "-passout", "pass:hidden"]
    encrypted = subprocess.run(encrypt, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    for text in ("", "{}", '["a"]', '{"certificate": 5}', one.certificate, one.key, one.certificate + one.key + one.key):
        assert "certificates and" in refusal(text)
    assert "encrypted" in refusal(as_json(one.certificate, key=encrypted))
    broken = one.certificate.replace("M", "N")
    assert one.key.splitlines()[1] not in refusal(as_json(broken, key=one.key))


@pytest.mark.parametrize("hostile", ["-----BEGIN PRIVATE KEY-----\n" * 20_000, "-----BEGIN A-----" * 30_000])
def test_refuses_a_hostile_pair_in_a_time_that_grows_with_its_length(hostile: str) -> None:
    with within(10):
        assert "0 certificates and 0 keys" in refusal(hostile)
