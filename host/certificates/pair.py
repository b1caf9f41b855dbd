"""A certificate with its key, tested like a visitor would."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from host.certificates.pem import blocks
from host.model.failure import Failure

if TYPE_CHECKING:
    import ssl

CAUSE = "certificate-invalid"
PARTIAL_CHAIN = 0x80000
"""X509_V_FLAG_PARTIAL_CHAIN, which Python names only since 3.10: trusts a certificate whose issuer is not trusted.
https://docs.openssl.org/3.0/man3/X509_VERIFY_PARAM_set_flags/"""
FLIGHTS = 4
"""More messages than a handshake of any TLS version has: RFC 8446, figure 1; RFC 5246, figure 1."""
ANY = "any"
"""Stands for any name that a wildcard covers."""


class Pair(NamedTuple):
    """PEM: the server's certificate, followed by those up to its authority in this order; and its key."""

    chain: tuple[str, ...]
    key: str

    @property
    def pem(self) -> str:
        """All of it as one file."""
        return "\n".join((*self.chain, self.key, ""))


def read_pair(text: str) -> Pair:
    """The pair in a secret: JSON with `certificate` and `key`, or PEM with both. Raises `Failure` `certificate-invalid`; its detail shows
    nothing of the text."""
    found = [(block.label, _lines(block.whole)) for block in blocks(_pem_of(text))]
    chain = tuple(block for label, block in found if label == "CERTIFICATE")
    keys = [block for label, block in found if label.endswith("PRIVATE KEY")]
    if not chain or len(keys) != 1:
        raise Failure(CAUSE, f"the secret holds {len(chain)} certificates and {len(keys)} keys in PEM; it needs a chain and one key")
    if keys[0].startswith("-----BEGIN ENCRYPTED") or "Proc-Type:" in keys[0]:
        raise Failure(CAUSE, "the key is encrypted; store it without a password")
    return Pair(chain, keys[0])


def _pem_of(text: str) -> str:
    try:
        said = json.loads(text)
    except ValueError:
        return text
    parts = [said.get(name) for name in ("certificate", "key")] if isinstance(said, dict) else []
    return "\n".join(part for part in parts if isinstance(part, str))


def _lines(block: str) -> str:
    return "\n".join(line.strip() for line in block.splitlines() if line.strip())


def prove(pair: Pair, names: Sequence[str]) -> None:
    """Tests the certificate in a handshake for each name: the key belongs to it, the chain is complete and in order, it
    is valid today and for a server, and covers the name. Raises `Failure` `certificate-invalid`.

    It is unknown here whom visitors trust, so the last certificate of the chain counts as trusted.
    """
    server, client = serving(pair), _client(pair)
    for name in names or ("",):
        _shake_hands(server, client, name)


def serving(pair: Pair) -> ssl.SSLContext:
    """A server's TLS context with this pair. Raises `Failure` `certificate-invalid`."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        with _in_memory(pair.pem) as path:
            context.load_cert_chain(path, password=lambda: "")
    except ssl.SSLError as error:
        words = "the key belongs to another certificate" if error.reason == "KEY_VALUES_MISMATCH" else f"{error.reason or error}"
        raise Failure(CAUSE, f"{words}; the chain must start with the server's own certificate") from error
    return context


def is_pair(text: str) -> bool:
    """Whether a text contains all that a server needs."""
    try:
        serving(read_pair(text))
        return True
    except Failure:
        return False


def _client(pair: Pair) -> ssl.SSLContext:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.hostname_checks_common_name = False
    context.verify_flags = ssl.VerifyFlags(PARTIAL_CHAIN)
    try:
        context.load_verify_locations(cadata=pair.chain[-1])
    except ssl.SSLError as error:
        raise Failure(CAUSE, f"the last certificate of the chain cannot be read: {error.reason or error}") from error
    return context


@contextmanager
def _in_memory(text: str) -> Iterator[str]:
    """The path of a file in memory: OpenSSL reads keys only from files."""
    file = os.memfd_create("pair", os.MFD_CLOEXEC)
    try:
        os.write(file, text.encode())
        yield f"/proc/self/fd/{file}"
    finally:
        os.close(file)


def _shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> None:
    """A handshake in which the client asks for a name, "" for none. Raises `Failure`."""
    import ssl

    client.check_hostname = bool(name)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    asking = client.wrap_bio(to_client, to_server, server_hostname=name.replace("*", ANY) or None)
    answering = server.wrap_bio(to_server, to_client, server_side=True)
    try:
        for _ in range(FLIGHTS):
            done = [_stepped(side) for side in (asking, answering)]
            if all(done):
                break
    except ssl.SSLCertVerificationError as error:
        raise Failure(CAUSE, _refusal(error.verify_message, name)) from error
    except ssl.SSLError as error:
        raise Failure(CAUSE, f"no client would accept the certificate: {error.reason or error}") from error


def _stepped(side: ssl.SSLObject) -> bool:
    """Whether a side of a handshake is done."""
    import ssl

    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True


def _refusal(words: str, name: str) -> str:
    if "ostname mismatch" in words:
        return f"the certificate does not cover {name}"
    if "issuer certificate" in words:
        return "the chain has a gap: after each certificate comes the one that signed it"
    return words
