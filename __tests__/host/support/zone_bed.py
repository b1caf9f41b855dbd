"""A hosted zone of Route 53, as moto plays it, and the DNS server that tells the world what is in it."""

from __future__ import annotations

import re
import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable, NamedTuple

from local.aws.route53 import wire


class Zone(NamedTuple):
    """`id`: of the hosted zone. `server`: the URL of AWS's services."""

    server: str
    name: str
    id: str

    def texts(self, name: str) -> list[str]:
        """The values of the TXT record of a name that ends in a dot."""
        said = _asked(f"{self.server}/2013-04-01/hostedzone/{self.id}/rrset")
        sets = re.findall(r"<ResourceRecordSet>(.*?)</ResourceRecordSet>", said, re.S)
        own = [one for one in sets if f"<Name>{name}</Name>" in one and "<Type>TXT</Type>" in one]
        return [value for one in own for value in re.findall(r"<Value>(?:&quot;|\")?(.*?)(?:&quot;|\")?</Value>", one)]


def make_zone(server: str, name: str) -> Zone:
    """A zone that has nothing yet."""
    body = f'<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>{name}.</Name><CallerReference>1</CallerReference></CreateHostedZoneRequest>'
    found = re.search(r"<Id>/hostedzone/(\w+)</Id>", _asked(f"{server}/2013-04-01/hostedzone", body.encode()))
    assert found
    return Zone(server, name, found[1])


def _asked(url: str, body: bytes | None = None) -> str:
    scope = "A/20260101/us-east-1/route53/aws4_request"
    headers = {"Content-Type": "text/xml", "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0"}
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
        return str(answer.read().decode())


@contextmanager
def published(zone: Zone, seen: Callable[[str, str], None]) -> Iterator[None]:
    """The zone, asked at port 53 of the loopback address. `seen` is told of each text that somebody asked for."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 53))
        threading.Thread(target=_serve, args=(server, zone, seen), daemon=True).start()
        yield


def _serve(server: socket.socket, zone: Zone, seen: Callable[[str, str], None]) -> None:
    while True:
        try:
            query, client = server.recvfrom(4096)
        except OSError:
            return
        answer = _answer(query, zone, seen)
        if server.fileno() != -1:
            server.sendto(answer, client)


def _answer(query: bytes, zone: Zone, seen: Callable[[str, str], None]) -> bytes:
    name, number, asked = wire.question(query)
    kind = next((kind for kind, known in wire.TYPES.items() if known == number), "")
    return wire.answer(query, asked, wire.NO_ERROR, [(name, kind, 0, value) for value in _values(name, kind, zone, seen)])


def _values(name: str, kind: str, zone: Zone, seen: Callable[[str, str], None]) -> list[str]:
    """All names lead here."""
    if kind == "A":
        return ["127.0.0.1"]
    if kind == "TXT":
        texts = zone.texts(f"{name}.")
        for text in texts:
            seen(f"{name}.", text)
        return texts
    server = f"ns.{zone.name}"
    return {"NS": [server], "SOA": [f"{server} {server} 1 1 1 1 1"]}.get(kind, []) if name == zone.name else []
