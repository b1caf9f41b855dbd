"""DNS messages: RFC 1035, section 4, limited to what a server of records needs."""
import ipaddress
import struct
from collections.abc import Sequence

TYPES = {"A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "MX": 15, "TXT": 16, "AAAA": 28, "CAA": 257}
NO_ERROR, NO_SUCH_NAME, REFUSED = 0, 3, 5
Record = tuple[str, str, int, str]  # name, type, TTL in seconds, value as in a zone file


def question(message: bytes) -> tuple[str, int, bytes]:
    """(name, number of the type, the question as it was asked)"""
    labels, at = [], 12
    while message[at]:
        labels.append(message[at + 1 : at + 1 + message[at]].decode("ascii", "replace").lower())
        at += 1 + message[at]
    return ".".join(labels), struct.unpack_from(">H", message, at + 1)[0], message[12 : at + 5]


def answer(message: bytes, asked: bytes, code: int, records: Sequence[Record], authority: Sequence[Record] = ()) -> bytes:
    """The answer to a question."""
    flags = 0x8400 | (struct.unpack_from(">H", message, 2)[0] & 0x0100) | code
    head = message[:2] + struct.pack(">5H", flags, 1, len(records), len(authority), 0)
    return head + asked + b"".join(_record(*record) for record in (*records, *authority))


def _record(name: str, kind: str, ttl: int, value: str) -> bytes:
    data = _data(kind, value)
    return _name(name) + struct.pack(">HHIH", TYPES[kind], 1, ttl, len(data)) + data


def _name(name: str) -> bytes:
    labels = [label.encode() for label in name.rstrip(".").split(".") if label]
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def _data(kind: str, value: str) -> bytes:
    if kind in ("A", "AAAA"):
        return ipaddress.ip_address(value).packed
    if kind in ("NS", "CNAME"):
        return _name(value)
    if kind == "SOA":
        server, mailbox, *numbers = value.split()
        return _name(server) + _name(mailbox) + struct.pack(">5I", *map(int, numbers))
    if kind == "MX":
        preference, host = value.split()
        return struct.pack(">H", int(preference)) + _name(host)
    if kind == "CAA":
        flags, tag, text = value.split(" ", 2)
        return bytes([int(flags), len(tag)]) + tag.encode() + text.strip('"').encode()
    texts = [text.encode() for text in value.strip('"').split('" "')]
    return b"".join(bytes([len(text)]) + text for text in texts)
