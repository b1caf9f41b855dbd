"""The header of an HTTP/2 answer (RFC 7541), limited to what a health check needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from host.http.dial import Unreachable

STATUS: Final = ":status"
LOCATION: Final = "location"
STATIC: Final = {
    **{8 + at: (STATUS, code) for at, code in enumerate(("200", "204", "206", "304", "400", "404", "500"))},
    46: (LOCATION, ""),
}
"""Appendix A. Fields with other indexes are not needed."""
SYMBOLS: Final = {
    5: "012aceiost",
    6: " %-./3456789=A_bdfghlmnpru",
    7: ":BCDEFGHIJKLMNOPQRSTUVWYjkqvwxyz",
    8: "&*,;XZ",
    10: '!"()?',
    11: "'+|",
    12: "#>",
    13: "\0$@[]~",
    14: "^}",
    15: "<`{",
}
"""Characters by the length of their Huffman codes, which are canonical (appendix B). The missing ones appear in no URL."""


def fields(block: bytes) -> Mapping[str, str]:
    """The fields of a header block by name. Raises `Unreachable` if it is damaged."""
    try:
        return {name: value for name, value in _fields(block) if name}
    except IndexError:
        raise Unreachable("protocol", f"the answer has an invalid header: {block[:20]!r}") from None


def _fields(block: bytes) -> Iterator[tuple[str, str]]:
    """Section 6: a field of a table, a new table size, or a field with its own value, whose name can come from a table."""
    at = 0
    while at < len(block):
        first = block[at]
        bits = 7 if first & 0x80 else 6 if first & 0x40 else 5 if first & 0x20 else 4
        index, at = _integer(block, at, bits)
        known = STATIC.get(index, ("", ""))
        if bits == 7:
            yield known
        elif bits != 5:
            name, at = (known[0], at) if index else _string(block, at)
            value, at = _string(block, at)
            yield name, value


def _integer(block: bytes, at: int, bits: int) -> tuple[int, int]:
    """Section 5.1: an integer that starts with this many bits of its first byte; and the position after it."""
    most = (1 << bits) - 1
    value = block[at] & most
    if value < most:
        return value, at + 1
    shift = 0
    while True:
        at += 1
        value += (block[at] & 0x7F) << shift
        shift += 7
        if block[at] < 0x80:
            return value, at + 1


def _string(block: bytes, at: int) -> tuple[str, int]:
    """Section 5.2: a text; and the position after it."""
    coded = block[at] & 0x80
    size, at = _integer(block, at, 7)
    raw = block[at : at + size]
    if len(raw) < size:
        raise IndexError
    return _decoded(raw) if coded else raw.decode("latin-1"), at + size


def _decoded(raw: bytes) -> str:
    """Decodes Huffman's code; "" if it contains a character that no URL has."""
    codes = dict(_codes())
    text = code = ""
    for bit in "".join(f"{byte:08b}" for byte in raw):
        code += bit
        if code in codes:
            text, code = text + codes[code], ""
    return text if len(code) < 8 and "0" not in code else ""


def _codes() -> Iterator[tuple[str, str]]:
    """Code and character. A canonical code counts up, and gets one bit longer when only longer codes remain."""
    code, size = 0, 0
    for bits, characters in SYMBOLS.items():
        code, size = code << (bits - size), bits
        for character in characters:
            yield f"{code:0{bits}b}", character
            code += 1
