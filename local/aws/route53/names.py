"""A DNS server for the hosted zones of the cloud, at port 53 of its gateway. It does not serve private zones."""
import socketserver
import threading

from moto.route53.models import route53_backends

import settings
from route53 import wire

# It asks no other server, so the name servers of a zone lead here, too.
_SERVERS = ".awsdns-"


def zone_of(name):
    zones = [zone for zone in route53_backends[settings.ACCOUNT]["aws"].zones.values() if not zone.private_zone]
    own = [zone for zone in zones if f".{name}.".endswith(f".{zone.name}")]
    return max(own, key=lambda zone: len(zone.name), default=None)


def lookup(name, kind):
    """(code, records, authority) for a question: RFC 1034, section 4.3.2"""
    if _SERVERS in name and kind == "A":
        return wire.NO_ERROR, [(name, "A", 300, settings.GATEWAY)], []
    zone = zone_of(name)
    if zone is None:
        return wire.REFUSED, [], []
    sets = _sets_at(zone, name)
    soa = [record for one in zone.rrsets if one.type == "SOA" for record in _records(one, zone.name)]
    fitting = [one for one in sets if one.type == kind] or [one for one in sets if one.type == "CNAME"]
    records = [record for one in fitting for record in _records(one, name)]
    if records:
        return wire.NO_ERROR, records + _behind(fitting[0], kind), []
    return (wire.NO_ERROR if sets or _is_above(zone, name) else wire.NO_SUCH_NAME), [], soa


def _sets_at(zone, name):
    sets = [one for one in zone.rrsets if _plain(one.name) == name]
    wild = f"*.{name.split('.', 1)[-1]}"
    return sets or [one for one in zone.rrsets if _plain(one.name) == wild]


def _is_above(zone, name):
    return any(_plain(one.name).endswith(f".{name}") for one in zone.rrsets)


def _plain(name):
    return name.rstrip(".").replace("\\052", "*")


def _records(one, name):
    values = [value["Value"] if isinstance(value, dict) else value for value in one.records or []]
    return [(name, one.type, int(one.ttl or 60), value) for value in values]


def _behind(one, kind):
    """What a CNAME leads to, if it is in a zone of the cloud."""
    if one.type != "CNAME" or kind == "CNAME":
        return []
    code, records, _ = lookup(one.records[0].rstrip("."), kind)
    return records if code == wire.NO_ERROR else []


def reply(message):
    name, number, asked = wire.question(message)
    kind = next((kind for kind, code in wire.TYPES.items() if code == number), "")
    return wire.answer(message, asked, *lookup(name, kind))


class Datagram(socketserver.BaseRequestHandler):
    def handle(self):
        message, socket = self.request
        socket.sendto(reply(message), self.client_address)


class Stream(socketserver.StreamRequestHandler):
    def handle(self):
        length = int.from_bytes(self.rfile.read(2), "big")
        if length:
            answer = reply(self.rfile.read(length))
            self.wfile.write(len(answer).to_bytes(2, "big") + answer)


def serve():
    at = (settings.GATEWAY, settings.DNS_PORT)
    for server in (socketserver.ThreadingUDPServer(at, Datagram), socketserver.ThreadingTCPServer(at, Stream)):
        threading.Thread(target=server.serve_forever, daemon=True).start()
