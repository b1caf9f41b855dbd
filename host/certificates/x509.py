"""The contents of an X.509 certificate: RFC 5280, 4.1. The standard library reads none that it has not verified. Pure."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import NamedTuple

from host.certificates.pem import blocks
from host.days import days_since_epoch

SEQUENCE, CONTEXT_3, GENERALIZED_TIME, DNS_NAME, OCTETS = 0x30, 0xA3, 0x18, 0x82, 0x04
COMMON_NAME, ORGANIZATION, ALTERNATIVE_NAMES = b"\x55\x04\x03", b"\x55\x04\x0a", b"\x55\x1d\x11"


class Certificate(NamedTuple):
    """Its names, its issuer, and its validity in seconds since the epoch."""

    names: tuple[str, ...]
    issuer: str
    begins: int
    expires: int


class _Part(NamedTuple):
    tag: int
    value: bytes


def read_certificate(pem: str) -> Certificate | None:
    """The first certificate in a text, which is the server's own in a chain; None if it is damaged."""
    found = next((block for block in blocks(pem) if block.label == "CERTIFICATE"), None)
    try:
        return _read(base64.b64decode(found.body)) if found else None
    except (ValueError, IndexError, StopIteration):
        return None


def covers(names: tuple[str, ...], name: str) -> bool:
    """Whether a certificate for these names covers a name: RFC 6125, 6.4.3."""
    return name in names or f"*.{name.partition('.')[2]}" in names


def _read(der: bytes) -> Certificate:
    signed = list(_parts(next(_parts(next(_parts(der)).value)).value))
    fields = [one for one in signed if one.tag in (SEQUENCE, CONTEXT_3)]
    _, issuer, validity = fields[:3]
    begins, expires = (_seconds(one) for one in _parts(validity.value))
    return Certificate(tuple(_names(signed[-1])), _name(issuer), begins, expires)


def _parts(data: bytes) -> Iterator[_Part]:
    """The values in a sequence: X.690, 8.1."""
    at = 0
    while at < len(data):
        tag, length, begin = data[at], data[at + 1], at + 2
        if length >= 0x80:
            begin += length & 0x7F
            length = int.from_bytes(data[at + 2 : begin], "big")
        if begin + length > len(data):
            raise ValueError
        yield _Part(tag, data[begin : begin + length])
        at = begin + length


def _seconds(one: _Part) -> int:
    """A two-digit year is in 1950 to 2049: RFC 5280, 4.1.2.5.1."""
    text = one.value.decode("ascii")
    if one.tag != GENERALIZED_TIME:
        text = f"{'19' if text[0] >= '5' else '20'}{text}"
    year, month, day, hour, minute, second = (int(text[at:end]) for at, end in ((0, 4), (4, 6), (6, 8), (8, 10), (10, 12), (12, 14)))
    return ((days_since_epoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second


def _name(issuer: _Part) -> str:
    """The common name, or else the organization."""
    pairs = [list(_parts(pair.value)) for one in _parts(issuer.value) for pair in _parts(one.value)]
    said = {kind.value: value.value.decode(errors="replace") for kind, value, *_ in pairs}
    return said.get(COMMON_NAME) or said.get(ORGANIZATION, "")


def _names(extensions: _Part) -> Iterator[str]:
    if extensions.tag != CONTEXT_3:
        return
    for extension in _parts(next(_parts(extensions.value)).value):
        kind, *_, value = _parts(extension.value)
        if kind.value == ALTERNATIVE_NAMES and value.tag == OCTETS:
            yield from (one.value.decode("ascii").lower() for one in _parts(next(_parts(value.value)).value) if one.tag == DNS_NAME)
